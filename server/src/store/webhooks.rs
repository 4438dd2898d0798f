//! Tables `webhook_endpoint`, `webhook_delivery` and `webhook_attempt`.

use domain::{DeliveryId, Endpoint, Event, MerchantId};

use crate::app::App;
use crate::db::{Conn, Row, StoreError, Tx, Value, insert_many, sql};

fn read_endpoint(row: &Row) -> Result<Endpoint, StoreError> {
    Ok(Endpoint {
        id: row.get("id")?,
        url: row.get("url")?,
        description: row.get("description")?,
        events: row.json("events")?,
        enabled: row.get("enabled")?,
        disabled_reason: row.get_opt("disabled_reason")?,
        created_at: row.get("created_at")?,
        version: row.get("version")?,
    })
}

/// The merchant's endpoints, oldest first.
pub async fn list_endpoints(conn: &mut Conn, merchant: &MerchantId) -> Result<Vec<Endpoint>, StoreError> {
    let rows = sql("SELECT * FROM webhook_endpoint WHERE merchant_id = $1 ORDER BY id")
        .bind(merchant)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read_endpoint).collect()
}

/// Queues a delivery of each public event to each endpoint that wants it. Endpoints that are off
/// gather theirs, to be sent when they are on again.
pub(super) async fn queue(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    events: &[Event],
) -> Result<(), StoreError> {
    if !events.iter().any(|event| event.body.event_type().is_public()) {
        return Ok(());
    }
    let endpoints = list_endpoints(tx, merchant).await?;
    let wanted = events.iter().flat_map(|event| {
        let kind = event.body.event_type();
        endpoints.iter().filter(move |endpoint| endpoint.events.contains(kind)).map(move |to| (event, to))
    });
    let rows: Vec<Vec<Value>> = wanted
        .map(|(event, endpoint)| {
            vec![
                (&app.new_id::<DeliveryId>()).into(),
                merchant.into(),
                (&endpoint.id).into(),
                (&event.id).into(),
                event.body.event_type().as_str().into(),
                event.sequence.into(),
                "pending".into(),
                event.timestamp.into(),
                0i64.into(),
                event.timestamp.into(),
            ]
        })
        .collect();
    insert_many(
        tx,
        "INSERT INTO webhook_delivery (id, merchant_id, endpoint_id, event_id, event_type, sequence, state,
                                       created_at, attempts, next_attempt_at)",
        rows,
    )
    .await
}
