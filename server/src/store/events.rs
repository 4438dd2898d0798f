//! Table `event`: the one log. Everything that happens is appended here, in the transaction of the
//! fact, together with the deliveries that tell the merchant's endpoints.

use domain::{Actor, Customer, CustomerId, Event, EventBody, MerchantId};

use super::merchants;
use crate::app::App;
use crate::db::{Conn, Row, StoreError, Tx, Value, insert_many, sql};

fn read(row: &Row) -> Result<Event, StoreError> {
    Ok(Event {
        id: row.get("id")?,
        sequence: row.get("sequence")?,
        timestamp: row.get("at")?,
        actor: row.json("actor")?,
        body: row.json("body")?,
    })
}

/// Appends one event; see [`append_all`].
pub async fn append(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    body: EventBody,
) -> Result<Event, StoreError> {
    let mut events = append_all(tx, app, merchant, actor, vec![body]).await?;
    Ok(events.remove(0))
}

/// Appends events in order, and queues a delivery for every endpoint that wants one.
///
/// The sequence comes from the merchant's row, which stays locked until the commit: so commit order
/// is sequence order, without gaps, and no reader can skip a row.
pub async fn append_all(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    bodies: Vec<EventBody>,
) -> Result<Vec<Event>, StoreError> {
    let events = note_all(tx, app, merchant, actor, bodies).await?;
    super::deliveries::queue(tx, app, merchant, &events).await?;
    Ok(events)
}

/// Appends what the merchant brought by import: consoles hear of it like of anything, webhooks do not, because
/// ten years of invoices are no news to whoever wrote them.
pub async fn note_all(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    bodies: Vec<EventBody>,
) -> Result<Vec<Event>, StoreError> {
    let count = i64::try_from(bodies.len()).unwrap_or(i64::MAX);
    let row = sql("UPDATE merchant SET sequence = sequence + $1 WHERE id = $2 RETURNING *")
        .bind(count)
        .bind(merchant)
        .fetch_one(tx)
        .await?;
    let last: i64 = row.get("sequence")?;
    // The log is the merchant's diary, so it is dated by their clock.
    let now = app.now_of(&merchants::read(&row)?);
    let events: Vec<Event> = bodies
        .into_iter()
        .zip(last - count + 1..)
        .map(|(body, sequence)| Event {
            id: app.new_id(),
            sequence,
            timestamp: now,
            actor: actor.clone(),
            body,
        })
        .collect();
    let rows = events
        .iter()
        .map(|event| {
            vec![
                merchant.into(),
                event.sequence.into(),
                (&event.id).into(),
                event.body.event_type().as_str().into(),
                event.body.customer().into(),
                event.timestamp.into(),
                Value::json(&event.actor),
                Value::json(&event.body),
            ]
        })
        .collect();
    insert_many(
        tx,
        "INSERT INTO event (merchant_id, sequence, id, type, customer_id, at, actor, body)",
        rows,
    )
    .await?;
    Ok(events)
}

/// What happened after `after`, oldest first, at most `limit`.
pub async fn list_after(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: i64,
    limit: u32,
) -> Result<Vec<Event>, StoreError> {
    let rows = sql("SELECT * FROM event WHERE merchant_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3")
        .bind(merchant)
        .bind(after)
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// One event by its id.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &domain::EventId,
) -> Result<Option<Event>, StoreError> {
    let row = sql("SELECT * FROM event WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// What happened to a customer before the sequence `before`, newest first, at most `limit`.
pub async fn list_of_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Event>, StoreError> {
    let rows = sql("SELECT * FROM event
          WHERE merchant_id = $1 AND customer_id = $2 AND sequence < $3 ORDER BY sequence DESC LIMIT $4")
    .bind(merchant)
    .bind(customer)
    .bind(before.unwrap_or(i64::MAX))
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// A customer as they were when the log stood at this sequence; none where they came before the log.
pub async fn customer_before(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    sequence: i64,
) -> Result<Option<Customer>, StoreError> {
    let row = sql("SELECT * FROM event
          WHERE merchant_id = $1 AND customer_id = $2 AND sequence < $3
            AND type IN ('customer.created', 'customer.updated')
       ORDER BY sequence DESC LIMIT 1")
    .bind(merchant)
    .bind(customer)
    .bind(sequence)
    .fetch_optional(conn)
    .await?;
    Ok(match row.as_ref().map(read).transpose()?.map(|event| event.body) {
        Some(EventBody::CustomerCreated { customer } | EventBody::CustomerUpdated { customer }) => {
            Some(customer)
        }
        _ => None,
    })
}
