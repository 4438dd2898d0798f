//! The clocks of merchants who only try things out: columns of table `merchant`.

use domain::{Merchant, MerchantId};
use jiff::{SignedDuration, Timestamp};

use super::merchants;
use crate::db::{Conn, StoreError, Tx, sql};

/// Merchants whose clock is on its way somewhere, at most `limit`.
pub async fn list_moving(conn: &mut Conn, limit: u32) -> Result<Vec<Merchant>, StoreError> {
    let rows = sql("SELECT * FROM merchant WHERE clock_target IS NOT NULL ORDER BY id LIMIT $1")
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(merchants::read).collect()
}

/// When billing next has something to do for this merchant; what is under way counts with the moment it
/// was due, and a payment that waits for a customer's bank with the end of their `patience`.
pub async fn next_due(
    conn: &mut Conn,
    merchant: &MerchantId,
    patience: SignedDuration,
) -> Result<Option<Timestamp>, StoreError> {
    let row = sql("SELECT MIN(at) AS at FROM (
            SELECT MIN(due_at) AS at FROM subscription WHERE merchant_id = $1
            UNION ALL SELECT MIN(remind_at) AS at FROM subscription WHERE merchant_id = $1
            UNION ALL SELECT MIN(next_try_at) AS at FROM collection
              WHERE merchant_id = $1 AND payment_id IS NULL
            UNION ALL SELECT MIN(CASE status WHEN 'pending' THEN created_at ELSE created_at + $2 END) AS at
              FROM payment WHERE merchant_id = $1 AND settled_at IS NULL) AS due")
    .bind(merchant)
    .bind(merchants::micros(patience))
    .fetch_one(conn)
    .await?;
    row.get_opt("at")
}

/// Sends a clock on its way, or, with the `target` empty, lets it just run from where it is.
pub async fn aim(tx: &mut Tx, merchant: &MerchantId, target: Option<Timestamp>) -> Result<(), StoreError> {
    sql("UPDATE merchant SET clock_target = $1 WHERE id = $2 AND clock_ahead IS NOT NULL")
        .bind(target)
        .bind(merchant)
        .execute(tx)
        .await?;
    Ok(())
}

/// Puts a clock ahead, if nobody moved it since it was read; else [`StoreError::Stale`].
pub async fn put_ahead(
    tx: &mut Tx,
    merchant: &MerchantId,
    from: SignedDuration,
    to: SignedDuration,
) -> Result<(), StoreError> {
    let touched = sql("UPDATE merchant SET clock_ahead = $1 WHERE id = $2 AND clock_ahead = $3")
        .bind(merchants::micros(to))
        .bind(merchant)
        .bind(merchants::micros(from))
        .execute(tx)
        .await?;
    if touched == 0 { Err(StoreError::Stale) } else { Ok(()) }
}
