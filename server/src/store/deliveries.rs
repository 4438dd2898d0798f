//! Tables `webhook_delivery` and `webhook_attempt`: events on their way to endpoints.

use domain::{
    Attempt, AttemptId, AttemptOutcome, Delivery, DeliveryId, DeliveryState, EndpointId, Event, MerchantId,
};
use jiff::Timestamp;

use super::{LAST_ID, webhooks};
use crate::app::App;
use crate::db::{Conn, Row, StoreError, Tx, Value, insert_many, sql};

/// Deliveries with their last try.
macro_rules! select {
    ($which:literal) => {
        sql(concat!(
            "SELECT d.*, a.at AS tried_at, a.duration_ms, a.outcome
               FROM webhook_delivery d LEFT JOIN webhook_attempt a ON a.id = d.last_attempt_id ",
            $which
        ))
    };
}

fn read(row: &Row) -> Result<Delivery, StoreError> {
    let settled = || row.get::<Timestamp>("settled_at");
    let state = match row.get::<String>("state")?.as_str() {
        "delivered" => DeliveryState::Delivered { at: settled()? },
        "given_up" => DeliveryState::GivenUp { at: settled()? },
        _ => DeliveryState::Pending { next_attempt_at: row.get("next_attempt_at")? },
    };
    let last_attempt = match row.json_opt::<AttemptOutcome>("outcome")? {
        Some(outcome) => {
            Some(Attempt { at: row.get("tried_at")?, duration_ms: row.get("duration_ms")?, outcome })
        }
        None => None,
    };
    Ok(Delivery {
        id: row.get("id")?,
        endpoint_id: row.get("endpoint_id")?,
        event_id: row.get("event_id")?,
        event_type: row.variant("event_type")?,
        sequence: row.get("sequence")?,
        created_at: row.get("created_at")?,
        state,
        attempts: row.get("attempts")?,
        last_attempt,
    })
}

/// The state as its three columns: its name, when it was settled, when to try next.
fn columns(state: &DeliveryState) -> (&'static str, Option<Timestamp>, Option<Timestamp>) {
    match state {
        DeliveryState::Pending { next_attempt_at } => ("pending", None, Some(*next_attempt_at)),
        DeliveryState::Delivered { at } => ("delivered", Some(*at), None),
        DeliveryState::GivenUp { at } => ("given_up", Some(*at), None),
    }
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
    let endpoints = webhooks::list_endpoints(tx, merchant).await?;
    // Events are dated by the merchant's clock; who waits for them lives in real time.
    let now = app.clock.now();
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
                now.into(),
                0i64.into(),
                0i64.into(),
                now.into(),
            ]
        })
        .collect();
    insert_many(
        tx,
        "INSERT INTO webhook_delivery (id, merchant_id, endpoint_id, event_id, event_type, sequence, state,
                                       created_at, attempts, retries, next_attempt_at)",
        rows,
    )
    .await
}

/// Looks a delivery up.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &DeliveryId,
) -> Result<Option<Delivery>, StoreError> {
    let row = select!("WHERE d.merchant_id = $1 AND d.id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Deliveries to an endpoint with an id before `before`, newest first, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    endpoint: &EndpointId,
    before: Option<&DeliveryId>,
    limit: u32,
) -> Result<Vec<Delivery>, StoreError> {
    let rows =
        select!("WHERE d.merchant_id = $1 AND d.endpoint_id = $2 AND d.id < $3 ORDER BY d.id DESC LIMIT $4")
            .bind(merchant)
            .bind(endpoint)
            .bind(before.map_or(LAST_ID, DeliveryId::as_str))
            .bind(limit)
            .fetch_all(conn)
            .await?;
    rows.iter().map(read).collect()
}

/// Makes a delivery due at `now`, a settled one too, at the beginning of the retry schedule; false if
/// there is no such delivery. A try under way loses its lease, so that its end cannot undo this.
pub async fn requeue(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &DeliveryId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql("UPDATE webhook_delivery
            SET state = 'pending', settled_at = NULL, retries = 0, next_attempt_at = $1, lease_until = NULL
          WHERE merchant_id = $2 AND id = $3")
    .bind(now)
    .bind(merchant)
    .bind(id)
    .execute(tx)
    .await?;
    Ok(touched > 0)
}

/// A delivery whose time has come.
#[derive(Debug)]
pub struct Due {
    /// The delivery.
    pub delivery: Delivery,
    /// Failed tries since it was queued, or queued again by hand: its place in the retry schedule.
    pub retries: u32,
}

/// What is due at an endpoint and not under way, the longest due first, at most `limit`.
pub async fn list_due(
    conn: &mut Conn,
    merchant: &MerchantId,
    endpoint: &EndpointId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    let rows = select!(
        "WHERE d.merchant_id = $1 AND d.endpoint_id = $2 AND d.next_attempt_at <= $3
           AND (d.lease_until IS NULL OR d.lease_until <= $3)
         ORDER BY d.next_attempt_at, d.sequence LIMIT $4"
    )
    .bind(merchant)
    .bind(endpoint)
    .bind(now)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok(Due { delivery: read(row)?, retries: row.get("retries")? })).collect()
}

/// Takes a due delivery for this server until `until`; false if another was first.
pub async fn lease(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &DeliveryId,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql("UPDATE webhook_delivery SET lease_until = $1
          WHERE merchant_id = $2 AND id = $3 AND next_attempt_at <= $4
            AND (lease_until IS NULL OR lease_until <= $4)")
    .bind(until)
    .bind(merchant)
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(touched > 0)
}

/// Writes how the last try of `due` ended and gives the lease back; false if the lease, which ran until
/// `until`, has passed to another server, or the delivery is gone.
pub async fn save_try(
    tx: &mut Tx,
    merchant: &MerchantId,
    due: &Due,
    attempt: &AttemptId,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let delivery = &due.delivery;
    let (state, settled_at, next_attempt_at) = columns(&delivery.state);
    let touched = sql("UPDATE webhook_delivery SET state = $1, settled_at = $2, next_attempt_at = $3,
                attempts = $4, retries = $5, last_attempt_id = $6, lease_until = NULL
          WHERE merchant_id = $7 AND id = $8 AND lease_until = $9")
    .bind(state)
    .bind(settled_at)
    .bind(next_attempt_at)
    .bind(delivery.attempts)
    .bind(due.retries)
    .bind(attempt)
    .bind(merchant)
    .bind(&delivery.id)
    .bind(until)
    .execute(tx)
    .await?;
    let (true, Some(tried)) = (touched > 0, &delivery.last_attempt) else { return Ok(false) };
    sql("INSERT INTO webhook_attempt (id, merchant_id, delivery_id, at, duration_ms, outcome)
         VALUES ($1, $2, $3, $4, $5, $6)")
    .bind(attempt)
    .bind(merchant)
    .bind(&delivery.id)
    .bind(tried.at)
    .bind(tried.duration_ms)
    .bind(Value::json(&tried.outcome))
    .execute(tx)
    .await?;
    Ok(true)
}

/// Forgets at most `limit` deliveries settled before `moment`, the oldest first, and their tries; how many
/// they were. Those that wait are kept, however long.
pub async fn delete_settled(tx: &mut Tx, moment: Timestamp, limit: u32) -> Result<u64, StoreError> {
    macro_rules! oldest {
        () => {
            "(SELECT id FROM webhook_delivery WHERE settled_at < $1 ORDER BY settled_at, id LIMIT $2)"
        };
    }
    sql(concat!("DELETE FROM webhook_attempt WHERE delivery_id IN ", oldest!()))
        .bind(moment)
        .bind(limit)
        .execute(tx)
        .await?;
    sql(concat!("DELETE FROM webhook_delivery WHERE id IN ", oldest!()))
        .bind(moment)
        .bind(limit)
        .execute(tx)
        .await
}
