//! `GET /portal/activity`: who changed what, and when, from the log.
//!
//! In: the visit, where the stretch begins. Out: the page.
//! Not here: which events a customer sees, and what they say (`portal_view::ActivityRow`).

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::{Customer, Event, EventBody, EventId};
use portal_view::{ActivityRow, ActivityView};
use serde::Deserialize;

use super::failure::PortalError;
use super::visit::Visit;
use crate::app::App;
use crate::db::{Conn, StoreError};
use crate::store::events;

/// Rows on a page.
const PAGE: usize = 25;
/// Events read at once. Most are shown; the others are quiet steps.
const BATCH: u32 = 100;
/// How often that is done for one page, however little of it is to be shown.
const BATCHES: usize = 10;

/// Where the stretch begins.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    /// What is older than this event. Its sequence stays inside: it would tell how much happens elsewhere.
    before: Option<EventId>,
}

/// `GET /portal/activity`
pub async fn get(
    State(app): State<App>,
    visit: Visit,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, PortalError> {
    let mut conn = app.db.read().await?;
    let begin = match wanted.ok().and_then(|Query(wanted)| wanted.before) {
        Some(id) => find(&mut conn, &visit, &id).await?,
        None => None,
    };
    let (rows, older) = stretch(&mut conn, &visit, begin.as_ref().map(|event| event.sequence)).await?;
    let view = ActivityView { rows, older, newer: begin.is_some(), reader_zone: visit.reader_zone.clone() };
    Ok(visit.page(portal_view::activity(&visit.chrome(), &view)))
}

/// An event of this customer's; none leads to the newest.
async fn find(conn: &mut Conn, visit: &Visit, id: &EventId) -> Result<Option<Event>, StoreError> {
    let found = events::find(conn, &visit.merchant.id, id).await?;
    Ok(found.filter(|event| event.body.customer() == Some(&visit.customer.id)))
}

/// One page of rows, and the last event looked at where older ones follow.
async fn stretch(
    conn: &mut Conn,
    visit: &Visit,
    mut before: Option<i64>,
) -> Result<(Vec<ActivityRow>, Option<EventId>), StoreError> {
    let mut rows = Vec::with_capacity(PAGE);
    let mut last = None;
    for _ in 0..BATCHES {
        let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
        let found = events::list_of_customer(conn, merchant, customer, before, BATCH).await?;
        let all = found.len() < BATCH as usize;
        for event in found {
            let was = was(conn, visit, &event).await?;
            let row = ActivityRow::new(visit.words, &event, was.as_ref(), &visit.policy(), &visit.zone);
            if row.is_some() && rows.len() == PAGE {
                return Ok((rows, last));
            }
            rows.extend(row);
            before = Some(event.sequence);
            last = Some(event.id);
        }
        if all {
            return Ok((rows, None));
        }
    }
    Ok((rows, last))
}

/// The customer before this event, where the event is about their details: it tells what changed.
async fn was(conn: &mut Conn, visit: &Visit, event: &Event) -> Result<Option<Customer>, StoreError> {
    match &event.body {
        EventBody::CustomerUpdated { customer } => {
            events::customer_before(conn, &visit.merchant.id, &customer.id, event.sequence).await
        }
        _ => Ok(None),
    }
}
