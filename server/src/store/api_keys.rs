//! Table `api_key`.

use domain::{ApiKey, ApiKeyId, MerchantId};
use jiff::Timestamp;

use crate::db::{Conn, Row, StoreError, sql};

fn read(row: &Row) -> Result<ApiKey, StoreError> {
    Ok(ApiKey {
        id: row.get("id")?,
        name: row.get("name")?,
        role: row.variant("role")?,
        created_at: row.get("created_at")?,
        revoked_at: row.get_opt("revoked_at")?,
    })
}

/// The working key with this hash, and whose it is.
pub async fn find_by_hash(conn: &mut Conn, hash: &str) -> Result<Option<(MerchantId, ApiKey)>, StoreError> {
    let row = sql("SELECT * FROM api_key WHERE secret_hash = $1 AND revoked_at IS NULL")
        .bind(hash)
        .fetch_optional(conn)
        .await?;
    row.map(|row| Ok((row.get("merchant_id")?, read(&row)?))).transpose()
}

/// The merchant's keys, oldest first.
pub async fn list(conn: &mut Conn, merchant: &MerchantId) -> Result<Vec<ApiKey>, StoreError> {
    let rows = sql("SELECT * FROM api_key WHERE merchant_id = $1 ORDER BY id")
        .bind(merchant)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Adds a key by the hash of its secret.
pub async fn insert(
    conn: &mut Conn,
    merchant: &MerchantId,
    key: &ApiKey,
    hash: &str,
) -> Result<(), StoreError> {
    sql("INSERT INTO api_key (id, merchant_id, name, role, secret_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(&key.id)
        .bind(merchant)
        .bind(&key.name)
        .bind(key.role.as_str())
        .bind(hash)
        .bind(key.created_at)
        .execute(conn)
        .await?;
    Ok(())
}

/// Makes a key stop working; false if there is no such working key.
pub async fn revoke(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &ApiKeyId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched =
        sql("UPDATE api_key SET revoked_at = $1 WHERE merchant_id = $2 AND id = $3 AND revoked_at IS NULL")
            .bind(now)
            .bind(merchant)
            .bind(id)
            .execute(conn)
            .await?;
    Ok(touched > 0)
}
