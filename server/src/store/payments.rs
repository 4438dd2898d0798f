//! Table `payment`.

use domain::{CustomerId, Decline, MerchantId, Payment, PaymentId, PaymentStatus, Subscription};
use jiff::Timestamp;

use super::LAST_ID;
use crate::db::{Conn, Row, StoreError, Tx, Value, sql};

fn read(row: &Row) -> Result<Payment, StoreError> {
    let status = match row.get::<String>("status")?.as_str() {
        "succeeded" => PaymentStatus::Succeeded,
        "failed" => PaymentStatus::Failed { reason: row.variant::<Decline>("failure")? },
        "requires_action" => PaymentStatus::RequiresAction { url: row.get("action_url")? },
        _ => PaymentStatus::Pending,
    };
    Ok(Payment {
        id: row.get("id")?,
        customer_id: row.get("customer_id")?,
        method_id: row.get("method_id")?,
        method: row.get("method")?,
        purpose: row.json("purpose")?,
        amount: row.money("amount")?,
        status,
        created_at: row.get("created_at")?,
        settled_at: row.get_opt("settled_at")?,
        version: row.get("version")?,
    })
}

/// The status as its three columns: its name, where the customer must go, why it failed.
fn columns(status: &PaymentStatus) -> (&'static str, Option<&str>, Option<&'static str>) {
    match status {
        PaymentStatus::Pending | PaymentStatus::Succeeded => (status.as_str(), None, None),
        PaymentStatus::RequiresAction { url } => (status.as_str(), Some(url.as_str()), None),
        PaymentStatus::Failed { reason } => (status.as_str(), None, Some(reason.as_str())),
    }
}

/// Adds a payment that is about to be made as part of `batch`; a worker sees to it from `next_attempt_at` on.
/// While another for the same thing is under way it is [`StoreError::Conflict`].
pub async fn insert(
    tx: &mut Tx,
    merchant: &MerchantId,
    payment: &Payment,
    batch: &PaymentId,
    next_attempt_at: Timestamp,
) -> Result<(), StoreError> {
    let (status, action_url, failure) = columns(&payment.status);
    sql("INSERT INTO payment (id, merchant_id, customer_id, method_id, method, purpose, subject, batch, amount,
                              currency, status, action_url, failure, created_at, settled_at, next_attempt_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)")
    .bind(&payment.id)
    .bind(merchant)
    .bind(&payment.customer_id)
    .bind(&payment.method_id)
    .bind(&payment.method)
    .bind(Value::json(&payment.purpose))
    .bind(payment.purpose.subject())
    .bind(batch)
    .bind(payment.amount.minor())
    .bind(payment.amount.currency())
    .bind(status)
    .bind(action_url)
    .bind(failure)
    .bind(payment.created_at)
    .bind(payment.settled_at)
    .bind(next_attempt_at)
    .bind(payment.version)
    .execute(tx)
    .await?;
    Ok(())
}

/// Looks a payment up.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &PaymentId,
) -> Result<Option<Payment>, StoreError> {
    let row = sql("SELECT * FROM payment WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The payment of this invoice or quote that is under way, if one is.
pub async fn find_under_way(
    conn: &mut Conn,
    merchant: &MerchantId,
    subject: &str,
) -> Result<Option<Payment>, StoreError> {
    let row = sql("SELECT * FROM payment WHERE merchant_id = $1 AND subject = $2 AND settled_at IS NULL")
        .bind(merchant)
        .bind(subject)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// This customer's payments that are under way, in the order they were begun.
pub async fn list_under_way(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
) -> Result<Vec<Payment>, StoreError> {
    let rows = sql("SELECT * FROM payment WHERE merchant_id = $1 AND customer_id = $2 AND settled_at IS NULL
          ORDER BY id")
    .bind(merchant)
    .bind(customer)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// The newest try of this customer to pay this invoice or quote, however it went.
pub async fn find_newest(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    subject: &str,
) -> Result<Option<Payment>, StoreError> {
    let row = sql("SELECT * FROM payment WHERE merchant_id = $1 AND customer_id = $2 AND subject = $3
          ORDER BY id DESC LIMIT 1")
    .bind(merchant)
    .bind(customer)
    .bind(subject)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// The payments this customer began together with this one, in the order of the page they were begun on.
pub async fn list_batch(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    id: &PaymentId,
) -> Result<Vec<Payment>, StoreError> {
    let rows = sql("SELECT * FROM payment WHERE merchant_id = $1 AND customer_id = $2
            AND batch = (SELECT batch FROM payment WHERE id = $3) ORDER BY id")
    .bind(merchant)
    .bind(customer)
    .bind(id)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Payments with an id before `before`, newest first, at most `limit`; only this customer's where one is given.
pub async fn list_newest(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: Option<&CustomerId>,
    before: Option<&PaymentId>,
    limit: u32,
) -> Result<Vec<Payment>, StoreError> {
    let query = match customer {
        Some(customer) => sql("SELECT * FROM payment WHERE merchant_id = $1 AND customer_id = $2 AND id < $3
              ORDER BY id DESC LIMIT $4")
        .bind(merchant)
        .bind(customer),
        None => sql("SELECT * FROM payment WHERE merchant_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
            .bind(merchant),
    };
    let rows = query.bind(before.map_or(LAST_ID, PaymentId::as_str)).bind(limit).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// What came for a subscription since `since`, the newest first: for its invoices and for its changes.
pub async fn list_for_subscription(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &Subscription,
    since: Timestamp,
) -> Result<Vec<Payment>, StoreError> {
    let rows = sql("SELECT payment.* FROM payment
            LEFT JOIN invoice ON invoice.id = payment.subject
            LEFT JOIN quote ON quote.id = payment.subject
          WHERE payment.merchant_id = $1 AND payment.customer_id = $2 AND payment.status = 'succeeded'
            AND payment.created_at >= $3
            AND (invoice.subscription_id = $4 OR quote.subscription_id = $4)
          ORDER BY payment.id DESC")
    .bind(merchant)
    .bind(&subscription.customer_id)
    .bind(since)
    .bind(&subscription.id)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Payments of all merchants that are not settled although it is time, at most `limit`.
pub async fn list_due(
    conn: &mut Conn,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(MerchantId, Payment)>, StoreError> {
    let rows = sql("SELECT * FROM payment WHERE next_attempt_at <= $1 ORDER BY next_attempt_at, id LIMIT $2")
        .bind(now)
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| Ok((row.get("merchant_id")?, read(row)?))).collect()
}

/// Writes where a payment stands, which counted its version up, and when a worker looks at it again; if
/// somebody wrote it since it was read, it is [`StoreError::Stale`].
pub async fn save(
    tx: &mut Tx,
    merchant: &MerchantId,
    payment: &Payment,
    next_attempt_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let (status, action_url, failure) = columns(&payment.status);
    let touched = sql("UPDATE payment SET status = $1, action_url = $2, failure = $3, settled_at = $4,
                next_attempt_at = $5, version = $8
          WHERE merchant_id = $6 AND id = $7 AND version = $8 - 1")
    .bind(status)
    .bind(action_url)
    .bind(failure)
    .bind(payment.settled_at)
    .bind(next_attempt_at)
    .bind(merchant)
    .bind(&payment.id)
    .bind(payment.version)
    .execute(tx)
    .await?;
    if touched == 0 { Err(StoreError::Stale) } else { Ok(()) }
}

/// Has a worker look at once at the payments that wait for a customer's bank since before `since`; says whether
/// there is one.
pub async fn hurry_waiting(
    tx: &mut Tx,
    merchant: &MerchantId,
    since: Timestamp,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched =
        sql("UPDATE payment SET next_attempt_at = $1 WHERE merchant_id = $2 AND status = 'requires_action'
            AND created_at <= $3 AND next_attempt_at > $1")
        .bind(now)
        .bind(merchant)
        .bind(since)
        .execute(tx)
        .await?;
    Ok(touched > 0)
}

/// Puts off when a worker looks at an unsettled payment again.
pub async fn put_off(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &PaymentId,
    until: Timestamp,
) -> Result<(), StoreError> {
    sql("UPDATE payment SET next_attempt_at = $1 WHERE merchant_id = $2 AND id = $3 AND settled_at IS NULL")
        .bind(until)
        .bind(merchant)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}
