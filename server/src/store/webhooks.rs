//! Table `webhook_endpoint`.

use contract::webhook::Secret;
use domain::{Endpoint, EndpointId, MerchantId};
use jiff::Timestamp;

use super::LAST_ID;
use crate::db::{Conn, Row, StoreError, Tx, Value, sql};

fn read(row: &Row) -> Result<Endpoint, StoreError> {
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

fn read_secret(row: &Row) -> Result<Secret, StoreError> {
    Secret::parse(&row.get::<String>("secret")?)
        .map_err(|e| StoreError::Unreadable { column: "secret".into(), source: e.into() })
}

/// The merchant's endpoints, oldest first.
pub async fn list_endpoints(conn: &mut Conn, merchant: &MerchantId) -> Result<Vec<Endpoint>, StoreError> {
    let rows = sql("SELECT * FROM webhook_endpoint WHERE merchant_id = $1 ORDER BY id")
        .bind(merchant)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Endpoints with an id before `before`, newest first, at most `limit`.
pub async fn page_endpoints(
    conn: &mut Conn,
    merchant: &MerchantId,
    before: Option<&EndpointId>,
    limit: u32,
) -> Result<Vec<Endpoint>, StoreError> {
    let rows =
        sql("SELECT * FROM webhook_endpoint WHERE merchant_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
            .bind(merchant)
            .bind(before.map_or(LAST_ID, EndpointId::as_str))
            .bind(limit)
            .fetch_all(conn)
            .await?;
    rows.iter().map(read).collect()
}

/// Looks an endpoint up.
pub async fn find_endpoint(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &EndpointId,
) -> Result<Option<Endpoint>, StoreError> {
    let row = sql("SELECT * FROM webhook_endpoint WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// An endpoint's signing secret.
pub async fn secret(conn: &mut Conn, merchant: &MerchantId, id: &EndpointId) -> Result<Secret, StoreError> {
    let row = sql("SELECT secret FROM webhook_endpoint WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_one(conn)
        .await?;
    read_secret(&row)
}

/// Adds an endpoint with its signing secret.
pub async fn insert_endpoint(
    tx: &mut Tx,
    merchant: &MerchantId,
    endpoint: &Endpoint,
    secret: &Secret,
) -> Result<(), StoreError> {
    sql("INSERT INTO webhook_endpoint (id, merchant_id, url, description, events, secret, enabled,
                                       disabled_reason, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
    .bind(&endpoint.id)
    .bind(merchant)
    .bind(endpoint.url.as_str())
    .bind(&endpoint.description)
    .bind(Value::json(&endpoint.events))
    .bind(secret.reveal())
    .bind(endpoint.enabled)
    .bind(endpoint.disabled_reason.as_ref())
    .bind(endpoint.created_at)
    .bind(endpoint.version)
    .execute(tx)
    .await?;
    Ok(())
}

/// Writes `endpoint` and counts its version up, if nobody wrote it since it was read; else
/// [`StoreError::Stale`]. An endpoint that was off starts without its past failures.
pub async fn save_endpoint(
    tx: &mut Tx,
    merchant: &MerchantId,
    endpoint: &mut Endpoint,
) -> Result<(), StoreError> {
    let touched = sql("UPDATE webhook_endpoint SET url = $1, description = $2, events = $3, enabled = $4,
                disabled_reason = $5, version = version + 1,
                failing_since = CASE WHEN enabled = 1 THEN failing_since END,
                failed_at = CASE WHEN enabled = 1 THEN failed_at END
          WHERE merchant_id = $6 AND id = $7 AND version = $8")
    .bind(endpoint.url.as_str())
    .bind(&endpoint.description)
    .bind(Value::json(&endpoint.events))
    .bind(endpoint.enabled)
    .bind(endpoint.disabled_reason.as_ref())
    .bind(merchant)
    .bind(&endpoint.id)
    .bind(endpoint.version)
    .execute(tx)
    .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    endpoint.version += 1;
    Ok(())
}

/// Removes an endpoint, its deliveries and their tries; false if there is no such endpoint.
pub async fn delete_endpoint(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &EndpointId,
) -> Result<bool, StoreError> {
    sql("DELETE FROM webhook_attempt WHERE merchant_id = $1 AND delivery_id IN
             (SELECT id FROM webhook_delivery WHERE merchant_id = $1 AND endpoint_id = $2)")
    .bind(merchant)
    .bind(id)
    .execute(tx)
    .await?;
    sql("DELETE FROM webhook_delivery WHERE merchant_id = $1 AND endpoint_id = $2")
        .bind(merchant)
        .bind(id)
        .execute(tx)
        .await?;
    let touched = sql("DELETE FROM webhook_endpoint WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(touched > 0)
}

/// Notes that a try succeeded.
pub async fn note_success(tx: &mut Tx, merchant: &MerchantId, id: &EndpointId) -> Result<(), StoreError> {
    sql("UPDATE webhook_endpoint SET failing_since = NULL, failed_at = NULL
          WHERE merchant_id = $1 AND id = $2 AND failing_since IS NOT NULL")
    .bind(merchant)
    .bind(id)
    .execute(tx)
    .await?;
    Ok(())
}

/// Notes that a try failed at `now`, and returns since when all of them do. Where the failure before was
/// earlier than `quiet`, the count starts anew: nothing is known about the time in between.
///
/// The row stays locked until the commit, so whoever reads the endpoint next reads it alone.
pub async fn note_failure(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &EndpointId,
    now: Timestamp,
    quiet: Timestamp,
) -> Result<Timestamp, StoreError> {
    let row = sql("UPDATE webhook_endpoint SET failed_at = $1,
                failing_since = CASE WHEN failed_at >= $2 THEN failing_since ELSE $1 END
          WHERE merchant_id = $3 AND id = $4
      RETURNING failing_since")
    .bind(now)
    .bind(quiet)
    .bind(merchant)
    .bind(id)
    .fetch_one(tx)
    .await?;
    row.get("failing_since")
}

/// An endpoint with work to do.
#[derive(Debug)]
pub struct Busy {
    /// Whose it is.
    pub merchant: MerchantId,
    /// The endpoint.
    pub endpoint: Endpoint,
    /// What to sign with.
    pub secret: Secret,
    /// Whether its last try failed.
    pub failing: bool,
    /// How many tries are under way, on any server.
    pub under_way: u32,
}

/// Endpoints of all merchants that are on and have a delivery whose time has come, the longest due
/// first, at most `limit`.
pub async fn list_busy(conn: &mut Conn, now: Timestamp, limit: u32) -> Result<Vec<Busy>, StoreError> {
    let rows = sql("SELECT * FROM (
             SELECT e.*,
                    (SELECT d.next_attempt_at FROM webhook_delivery d
                      WHERE d.endpoint_id = e.id AND d.next_attempt_at <= $1
                        AND (d.lease_until IS NULL OR d.lease_until <= $1)
                      ORDER BY d.next_attempt_at LIMIT 1) AS due_at,
                    (SELECT COUNT(*) FROM webhook_delivery d
                      WHERE d.endpoint_id = e.id AND d.lease_until > $1) AS under_way
               FROM webhook_endpoint e WHERE e.enabled = 1) AS busy
          WHERE due_at IS NOT NULL ORDER BY due_at, id LIMIT $2")
    .bind(now)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Busy {
                merchant: row.get("merchant_id")?,
                endpoint: read(row)?,
                secret: read_secret(row)?,
                failing: row.get_opt::<Timestamp>("failing_since")?.is_some(),
                under_way: row.get("under_way")?,
            })
        })
        .collect()
}
