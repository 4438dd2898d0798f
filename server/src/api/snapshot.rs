//! `/v1/feed/snapshot`: the merchant's whole state as a stream, for replicas that begin.
//!
//! In: the caller. Out: one JSON record a line, read in pages while the caller reads them: memory stays
//! flat however much there is, and no connection is held while a slow caller takes its time.
//! Not here: one consistent instant. The feed from `Start::sequence` on makes the state exact, because
//! every event carries the whole new state of its noun.

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use contract::feed::SnapshotRecord;
use domain::MerchantId;
use futures::{Stream, StreamExt as _, TryStreamExt as _, stream};

use super::extract::Staff;
use crate::app::App;
use crate::db::StoreError;
use crate::error::{ApiError, AppError};
use crate::store::{
    configurations, customers, invoices, links, mails, merchants, payment_methods, plans, sessions, settings,
    subscriptions, webhooks,
};

/// How many nouns are read with one query.
const PAGE: u32 = 500;
/// Merchant and branding.
const SINGLES: u64 = 2;

/// Streams the merchant's whole state, `Start` first and `End` last; a stream without `End` was cut.
#[utoipa::path(get, path = "/v1/feed/snapshot", tag = "feed",
    responses((status = 200, content_type = "application/x-ndjson", body = SnapshotRecord)))]
pub async fn get(State(app): State<App>, staff: Staff) -> Result<Response, ApiError> {
    let beginning = beginning(&app, &staff.merchant).await?;
    let source = (app, staff.merchant);
    // Turns one table into a stream of pages.
    macro_rules! table {
        ($table:ident, $kind:ident { $noun:ident }) => {{
            let source = source.clone();
            stream::try_unfold(Some(None), move |place| {
                let (app, merchant) = source.clone();
                async move {
                    let Some(after) = place else { return Ok(None) };
                    let mut conn = app.db.read().await?;
                    let page = $table::list(&mut conn, &merchant, Option::as_ref(&after), PAGE).await?;
                    drop(conn);
                    let next = page.last().map(|last| Some(last.id.clone()));
                    let records = page.into_iter().map(|$noun| SnapshotRecord::$kind { $noun });
                    Ok(Some((lines(records), next)))
                }
            })
        }};
    }
    let records = once(lines(beginning))
        .chain(table!(plans, Plan { plan }))
        .chain(table!(customers, Customer { customer }))
        .chain(table!(subscriptions, Subscription { subscription }))
        .chain(table!(invoices, Invoice { invoice }))
        .chain(table!(payment_methods, PaymentMethod { payment_method }))
        .chain(table!(links, Link { link }))
        .chain(table!(sessions, Session { session }))
        .chain(table!(mails, Mail { mail }))
        .chain(once(lines([SnapshotRecord::End])))
        .inspect_err(|error| tracing::warn!(error = %error, "a snapshot was cut"));
    let media_type = [(header::CONTENT_TYPE, "application/x-ndjson")];
    Ok((media_type, Body::from_stream(records)).into_response())
}

/// What comes first: where to go on from, and what there is one or a few of.
async fn beginning(app: &App, merchant: &MerchantId) -> Result<Vec<SnapshotRecord>, AppError> {
    let mut conn = app.db.read().await?;
    // Read before all else: whatever is written after it will come by the feed.
    let sequence = merchants::sequence(&mut conn, merchant).await?;
    let nouns = merchants::count_nouns(&mut conn, merchant).await?;
    let records = u64::try_from(nouns).unwrap_or(0) + SINGLES;
    let epoch = app.epoch.clone();
    let found = merchants::find(&mut conn, merchant).await?.ok_or(AppError::Unauthenticated)?;
    let configurations = configurations::list(&mut conn, merchant).await?;
    let branding = settings::branding(&mut conn, merchant).await?;
    let endpoints = webhooks::list_endpoints(&mut conn, merchant).await?;
    let mut beginning = vec![
        SnapshotRecord::Start { epoch, sequence, records },
        SnapshotRecord::Merchant { merchant: found },
        SnapshotRecord::Branding { branding },
    ];
    beginning.extend(
        configurations.into_iter().map(|configuration| SnapshotRecord::Configuration { configuration }),
    );
    beginning.extend(endpoints.into_iter().map(|endpoint| SnapshotRecord::Endpoint { endpoint }));
    Ok(beginning)
}

fn once(lines: Bytes) -> impl Stream<Item = Result<Bytes, StoreError>> {
    stream::once(std::future::ready(Ok(lines)))
}

fn lines(records: impl IntoIterator<Item = SnapshotRecord>) -> Bytes {
    let mut text = Vec::new();
    for record in records {
        serde_json::to_writer(&mut text, &record).expect("our nouns have string keys and cannot fail");
        text.push(b'\n');
    }
    text.into()
}
