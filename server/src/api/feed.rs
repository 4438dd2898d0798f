//! `/v1/feed`: the event log, for who wants to keep up with it.
//!
//! In: the last sequence the caller has. Out: what came after, at once or as soon as it comes.
//! Not here: the log's order, which `store::events` makes so that no reader can skip an event.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use contract::feed::FeedPage;
use domain::MerchantId;
use serde::Deserialize;
use tokio::time::Instant;
use utoipa::IntoParams;

use super::extract::{Query, Staff};
use crate::app::App;
use crate::db::StoreError;
use crate::error::ApiError;
use crate::store::{events, merchants};

/// How often a waiting feed looks by itself: another server on the same database may have written.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// What the caller has, and how long to wait for more.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FeedQuery {
    /// The last sequence the caller has; 0 for none.
    #[serde(default)]
    after: i64,
    /// Seconds to wait if there is nothing yet, 0 to 30.
    #[serde(default)]
    #[param(value_type = Option<u32>, maximum = 30)]
    wait: Wait,
    /// How many events at most, 1 to 1000; 500 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000)]
    limit: Limit,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(try_from = "u64")]
struct Wait(Duration);

impl TryFrom<u64> for Wait {
    type Error = &'static str;
    fn try_from(seconds: u64) -> Result<Self, Self::Error> {
        if seconds <= 30 { Ok(Self(Duration::from_secs(seconds))) } else { Err("wait at most 30 seconds") }
    }
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "u32")]
struct Limit(u32);

impl Default for Limit {
    fn default() -> Self {
        Self(500)
    }
}

impl TryFrom<u32> for Limit {
    type Error = &'static str;
    fn try_from(events: u32) -> Result<Self, Self::Error> {
        if (1..=1000).contains(&events) { Ok(Self(events)) } else { Err("ask for 1 to 1000 events") }
    }
}

/// Reads what happened after a place in the log, oldest first; waits for it if nothing did yet.
#[utoipa::path(get, path = "/v1/feed", tag = "feed", params(FeedQuery),
    responses((status = 200, body = FeedPage)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<FeedQuery>,
) -> Result<Json<FeedPage>, ApiError> {
    let deadline = Instant::now() + query.wait.0;
    loop {
        // Listens before it looks: what is written between looking and waiting still wakes it.
        let woken = app.wake.notified();
        tokio::pin!(woken);
        woken.as_mut().enable();
        let page = read(&app, &staff.merchant, query.after, query.limit.0).await?;
        let now = Instant::now();
        if !page.events.is_empty() || now >= deadline || app.stopping().is_cancelled() {
            return Ok(Json(page));
        }
        tokio::select! {
            () = woken => {}
            () = app.stopping().cancelled() => {}
            () = tokio::time::sleep_until(deadline.min(now + LOOK_AGAIN)) => {}
        }
    }
}

async fn read(app: &App, merchant: &MerchantId, after: i64, limit: u32) -> Result<FeedPage, StoreError> {
    let mut conn = app.db.read().await?;
    let head = merchants::sequence(&mut conn, merchant).await?;
    let events = events::list_after(&mut conn, merchant, after, limit).await?;
    // An event may have been written between the two queries.
    let head = events.last().map_or(head, |last| head.max(last.sequence));
    Ok(FeedPage { epoch: app.epoch.clone(), head, events })
}
