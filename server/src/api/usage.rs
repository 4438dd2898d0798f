//! `/v1/usage-events` and `/v1/customers/{id}/usage`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::api::{CustomerUsage, RecordUsage, UsageRecorded};
use domain::CustomerId;

use super::customers::find;
use super::extract::{self, Admin, Path, Staff};
use crate::app::App;
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::metering::{self, MOST_EVENTS};
use crate::store::merchants;

/// The largest batch, in bytes: room for [`MOST_EVENTS`] of them.
pub(crate) const BATCH_BODY: usize = 2 * 1024 * 1024;

/// Counts what customers used; at most 5,000 events at a time.
/// Each event is accepted, was counted before, or is refused with the reason, and none holds up another: so a
/// batch that got no answer can simply be sent again. An event counts in the billing period its own time lies
/// in until that period is charged; after that it is refused.
/// Needs a key of role admin, because it changes what customers owe.
#[utoipa::path(post, path = "/v1/usage-events", tag = "usage", request_body = RecordUsage,
    responses((status = 200, body = UsageRecorded)))]
pub async fn record(
    State(app): State<App>,
    Admin(staff): Admin,
    once: Once,
    extract::Json(body): extract::Json<RecordUsage>,
) -> Result<Response, ApiError> {
    let count = body.events.len();
    if !(1..=MOST_EVENTS).contains(&count) {
        let message =
            format!("Send 1 to {MOST_EVENTS} events at a time; these are {count}. None was counted.");
        return Err(AppError::field("events", message).into());
    }
    once.run(&app, &staff, &body, async |tx| {
        let merchant = merchants::get(tx, &staff.merchant).await?;
        Ok((StatusCode::OK, metering::record(tx, &app, &merchant, &body.events).await?))
    })
    .await
}

/// Tells what a customer used in the running period of each subscription, what that costs as things stand,
/// what earlier periods came to, and what the next invoices will say.
#[utoipa::path(get, path = "/v1/customers/{id}/usage", tag = "usage", params(("id" = CustomerId, Path)),
    responses((status = 200, body = CustomerUsage)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<CustomerId>,
) -> Result<Json<CustomerUsage>, ApiError> {
    let mut conn = app.db.read().await?;
    let customer = find(&mut conn, &staff.merchant, &id).await?;
    let merchant = merchants::get(&mut conn, &staff.merchant).await?;
    let usage = metering::usage_of(&mut conn, &merchant, &customer.id, app.now_of(&merchant)).await?;
    let next_invoices = metering::next_invoices(&mut conn, &merchant, &customer.id).await?;
    Ok(Json(CustomerUsage { customer_id: customer.id, usage, next_invoices }))
}
