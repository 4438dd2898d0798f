//! `/v1/test-clock`: a year of billing in a minute, for merchants made to try things out.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::api::{AdvanceTestClock, TestClockState};
use domain::{EventBody, Merchant, TestClock};
use jiff::{Timestamp, ToSpan as _};

use super::extract::{Admin, Json, Staff};
use crate::app::App;
use crate::db::{Conn, StoreError};
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::mail::Mailer;
use crate::payments::PATIENCE;
use crate::store::{clocks, events, merchants};
use crate::zone;

/// How far a clock moves at most with one call.
const MOST_YEARS: i64 = 2;

async fn state(
    conn: &mut Conn,
    app: &App,
    merchant: &Merchant,
    clock: TestClock,
) -> Result<TestClockState, StoreError> {
    let next_due = clocks::next_due(conn, &merchant.id, PATIENCE).await?;
    let sends_mail = matches!(app.mailer, Mailer::Smtp(_));
    Ok(TestClockState { now: app.now_of(merchant), moving_to: clock.moving_to, next_due, sends_mail })
}

/// Tells what time it is for this merchant's billing. A merchant whose time is real has no test clock.
#[utoipa::path(get, path = "/v1/test-clock", tag = "test clock", responses((status = 200, body = TestClockState)))]
pub async fn get(State(app): State<App>, staff: Staff) -> Result<axum::Json<TestClockState>, ApiError> {
    let mut conn = app.db.read().await?;
    let merchant = merchants::get(&mut conn, &staff.merchant).await?;
    let clock = merchant.test_clock.ok_or(AppError::NotFound("test clock"))?;
    Ok(axum::Json(state(&mut conn, &app, &merchant, clock).await?))
}

/// Sends the test clock ahead. All that billing has to do on the way is done in the order of time; read the
/// clock again to see when it has arrived. Links, sessions, mail and webhooks stay in real time.
/// Needs a key of role admin.
#[utoipa::path(post, path = "/v1/test-clock/advance", tag = "test clock", request_body = AdvanceTestClock,
    responses((status = 202, body = TestClockState), (status = 409, description = "It is moving already")))]
pub async fn advance(
    State(app): State<App>,
    Admin(staff): Admin,
    once: Once,
    Json(body): Json<AdvanceTestClock>,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &body, async |tx| {
        let mut merchant = merchants::get(tx, &staff.merchant).await?;
        let clock = merchant.test_clock.ok_or(AppError::NotFound("test clock"))?;
        if let Some(there) = clock.moving_to {
            let sentence = format!(
                "This clock is on its way to {there:.0}; wait until it is there. Nothing was changed."
            );
            return Err(AppError::Conflict(sentence));
        }
        let target = target(&app, &merchant, &body)?;
        clocks::aim(tx, &merchant.id, Some(target)).await?;
        let clock = TestClock { moving_to: Some(target), ..clock };
        merchant.test_clock = Some(clock);
        let fact = EventBody::TestClockMoved { merchant: merchant.clone() };
        events::append(tx, &app, &merchant.id, staff.actor(), fact).await?;
        Ok((StatusCode::ACCEPTED, state(tx, &app, &merchant, clock).await?))
    })
    .await
}

/// Where to; forward, and not too far at once.
fn target(app: &App, merchant: &Merchant, wish: &AdvanceTestClock) -> Result<Timestamp, AppError> {
    let now = app.now_of(merchant).to_zoned(zone::of(merchant));
    let (field, target) = match (wish.to, wish.by) {
        (Some(to), None) => ("to", Some(to)),
        (None, Some(by)) => ("by", now.checked_add(by).ok().map(|at| at.timestamp())),
        (None, None) | (Some(_), Some(_)) => {
            return Err(AppError::field("to", "Say either to which instant or by how much."));
        }
    };
    let most = now.checked_add(MOST_YEARS.years()).map_or(Timestamp::MAX, |at| at.timestamp());
    match target {
        Some(target) if target <= now.timestamp() => {
            Err(AppError::field(field, "A test clock moves forward only."))
        }
        Some(target) if target <= most => Ok(target),
        Some(_) | None => Err(AppError::field(field, "A test clock moves at most two years at a time.")),
    }
}
