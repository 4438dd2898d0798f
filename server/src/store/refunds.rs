//! Table `refund`.

use domain::{MerchantId, PaymentId, Refund, RefundId};
use jiff::Timestamp;

use crate::db::{Conn, Row, StoreError, Tx, sql};

fn read(row: &Row) -> Result<Refund, StoreError> {
    Ok(Refund {
        id: row.get("id")?,
        customer_id: row.get("customer_id")?,
        payment_id: row.get("payment_id")?,
        amount: row.money("amount")?,
        reason: row.variant("reason")?,
        created_at: row.get("created_at")?,
        settled_at: row.get_opt("settled_at")?,
    })
}

/// Adds a refund that a worker is to see to at once.
pub async fn insert(tx: &mut Tx, merchant: &MerchantId, refund: &Refund) -> Result<(), StoreError> {
    sql("INSERT INTO refund (id, merchant_id, customer_id, payment_id, amount, currency, reason, created_at,
                             settled_at, next_attempt_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, $8)")
    .bind(&refund.id)
    .bind(merchant)
    .bind(&refund.customer_id)
    .bind(&refund.payment_id)
    .bind(refund.amount.minor())
    .bind(refund.amount.currency())
    .bind(refund.reason.as_str())
    .bind(refund.created_at)
    .execute(tx)
    .await?;
    Ok(())
}

/// What went back, or is to, of this payment.
pub async fn list_for_payment(
    conn: &mut Conn,
    merchant: &MerchantId,
    payment: &PaymentId,
) -> Result<Vec<Refund>, StoreError> {
    let rows = sql("SELECT * FROM refund WHERE merchant_id = $1 AND payment_id = $2 ORDER BY id")
        .bind(merchant)
        .bind(payment)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Refunds of all merchants whose time has come, at most `limit`.
pub async fn list_due(
    conn: &mut Conn,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(MerchantId, Refund)>, StoreError> {
    let rows = sql("SELECT * FROM refund WHERE next_attempt_at <= $1 ORDER BY next_attempt_at, id LIMIT $2")
        .bind(now)
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| Ok((row.get("merchant_id")?, read(row)?))).collect()
}

/// Puts off when a worker looks at an unsettled refund again.
pub async fn put_off(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &RefundId,
    until: Timestamp,
) -> Result<(), StoreError> {
    sql("UPDATE refund SET next_attempt_at = $1 WHERE merchant_id = $2 AND id = $3 AND settled_at IS NULL")
        .bind(until)
        .bind(merchant)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Notes that the provider sent it; false if that was noted before.
pub async fn settle(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &RefundId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql("UPDATE refund SET settled_at = $1, next_attempt_at = NULL
          WHERE merchant_id = $2 AND id = $3 AND settled_at IS NULL")
    .bind(now)
    .bind(merchant)
    .bind(id)
    .execute(tx)
    .await?;
    Ok(touched > 0)
}
