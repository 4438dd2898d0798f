//! Table `idempotency_key`.

use domain::MerchantId;
use jiff::Timestamp;

use crate::db::{Conn, StoreError, sql};

/// What names one repeatable request.
#[derive(Debug, Clone, Copy)]
pub struct Key<'a> {
    /// Whose request it is.
    pub merchant: &'a MerchantId,
    /// Verb and path template.
    pub route: &'a str,
    /// The caller's own text.
    pub text: &'a str,
}

/// What the key was used with, and what was answered.
#[derive(Debug)]
pub struct Kept {
    /// Tells the same request from another.
    pub request_hash: String,
    /// HTTP status.
    pub status: u16,
    /// The sealed body.
    pub answer: Vec<u8>,
}

/// Takes the key for a request that begins now; false if it is taken since after `expired`.
///
/// Where another transaction holds the key this waits for it: after its commit the key is taken, after
/// its rollback it is free.
pub async fn claim(
    conn: &mut Conn,
    key: Key<'_>,
    request_hash: &str,
    now: Timestamp,
    expired: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql("INSERT INTO idempotency_key
                (merchant_id, route, idempotency_key, request_hash, status, answer, created_at)
         VALUES ($1, $2, $3, $4, 0, $5, $6)
         ON CONFLICT (merchant_id, route, idempotency_key) DO UPDATE
            SET request_hash = excluded.request_hash, created_at = excluded.created_at
          WHERE idempotency_key.created_at <= $7")
    .bind(key.merchant)
    .bind(key.route)
    .bind(key.text)
    .bind(request_hash)
    .bind(Vec::new())
    .bind(now)
    .bind(expired)
    .execute(conn)
    .await?;
    Ok(touched > 0)
}

/// What a taken key was used with.
pub async fn find(conn: &mut Conn, key: Key<'_>) -> Result<Option<Kept>, StoreError> {
    let row = sql("SELECT request_hash, status, answer FROM idempotency_key
          WHERE merchant_id = $1 AND route = $2 AND idempotency_key = $3")
    .bind(key.merchant)
    .bind(key.route)
    .bind(key.text)
    .fetch_optional(conn)
    .await?;
    let kept = |row: crate::db::Row| {
        Ok(Kept {
            request_hash: row.get("request_hash")?,
            status: row.get("status")?,
            answer: row.get("answer")?,
        })
    };
    row.map(kept).transpose()
}

/// Keeps the answer under a key this transaction claimed.
pub async fn keep(conn: &mut Conn, key: Key<'_>, status: u16, answer: Vec<u8>) -> Result<(), StoreError> {
    sql("UPDATE idempotency_key SET status = $1, answer = $2
          WHERE merchant_id = $3 AND route = $4 AND idempotency_key = $5")
    .bind(status)
    .bind(answer)
    .bind(key.merchant)
    .bind(key.route)
    .bind(key.text)
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets keys that were taken at `expired` or before; returns how many.
pub async fn delete_expired(conn: &mut Conn, expired: Timestamp) -> Result<u64, StoreError> {
    sql("DELETE FROM idempotency_key WHERE created_at <= $1").bind(expired).execute(conn).await
}
