//! Table `portal_session`. Of the secret in the browser's cookie only the hash is here.

use domain::{CustomerId, MerchantId, PortalSession, SessionId};
use jiff::Timestamp;

use super::LAST_ID;
use crate::db::{Conn, Row, StoreError, Tx, Value, sql};

fn read(row: &Row) -> Result<PortalSession, StoreError> {
    Ok(PortalSession {
        id: row.get("id")?,
        link_id: row.get("link_id")?,
        customer_id: row.get("customer_id")?,
        opened_at: row.get("opened_at")?,
        expires_at: row.get("expires_at")?,
        last_seen_at: row.get("last_seen_at")?,
        ended_at: row.get_opt("ended_at")?,
        revoked: row.get("revoked")?,
        initial_page: row.variant("initial_page")?,
        flow: row.json_opt("flow")?,
        flow_completed_at: row.get_opt("flow_completed_at")?,
        return_url: row.get_opt("return_url")?,
        locale: row.get_opt("locale")?,
        settings: row.json("settings")?,
        configuration_id: row.get_opt("configuration_id")?,
    })
}

/// Adds a session by the hash of its secret.
pub async fn insert(
    conn: &mut Conn,
    merchant: &MerchantId,
    session: &PortalSession,
    secret_hash: &str,
) -> Result<(), StoreError> {
    sql("INSERT INTO portal_session (id, merchant_id, link_id, customer_id, secret_hash, opened_at, expires_at,
             last_seen_at, revoked, initial_page, flow, return_url, locale, settings,
             configuration_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)")
    .bind(&session.id)
    .bind(merchant)
    .bind(&session.link_id)
    .bind(&session.customer_id)
    .bind(secret_hash)
    .bind(session.opened_at)
    .bind(session.expires_at)
    .bind(session.last_seen_at)
    .bind(session.revoked)
    .bind(Value::variant(&session.initial_page))
    .bind(Value::json_opt(session.flow.as_ref()))
    .bind(session.return_url.as_ref().map(url::Url::as_str))
    .bind(session.locale.as_ref())
    .bind(Value::json(&session.settings))
    .bind(session.configuration_id.as_ref())
    .execute(conn)
    .await?;
    Ok(())
}

/// A session found by its secret, with whose it is.
#[derive(Debug)]
pub struct Found {
    /// Whose customer it is.
    pub merchant: MerchantId,
    /// The newest sequence of that merchant's log when this was read: what is read later is at least
    /// as new.
    pub sequence: i64,
    /// The session, whatever became of it.
    pub session: PortalSession,
    /// Whether anything of the customer's is, or was, charged by use.
    pub metered: bool,
}

/// The session with this secret hash, whatever became of it.
pub async fn find_by_secret_hash(conn: &mut Conn, secret_hash: &str) -> Result<Option<Found>, StoreError> {
    let row = sql("SELECT s.*, m.sequence, (SELECT count(*) FROM subscription u
                 WHERE u.merchant_id = s.merchant_id AND u.customer_id = s.customer_id
                   AND (u.metered <> '[]' OR u.earlier_terms <> '[]')) AS metered
           FROM portal_session s JOIN merchant m ON m.id = s.merchant_id
          WHERE s.secret_hash = $1")
    .bind(secret_hash)
    .fetch_optional(conn)
    .await?;
    let read = |row| {
        let session = read(&row)?;
        let metered = row.get::<i64>("metered")? > 0;
        Ok(Found { merchant: row.get("merchant_id")?, sequence: row.get("sequence")?, session, metered })
    };
    row.map(read).transpose()
}

/// Looks a session up by Portico's id.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &SessionId,
) -> Result<Option<PortalSession>, StoreError> {
    let row = sql("SELECT * FROM portal_session WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Sessions with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&SessionId>,
    limit: u32,
) -> Result<Vec<PortalSession>, StoreError> {
    let rows = sql("SELECT * FROM portal_session WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after.map_or("", SessionId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// A customer's sessions opened before `before`, newest first, at most `limit`.
pub async fn list_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    before: Option<&SessionId>,
    limit: u32,
) -> Result<Vec<PortalSession>, StoreError> {
    let rows = sql("SELECT * FROM portal_session
          WHERE merchant_id = $1 AND customer_id = $2 AND id < $3 ORDER BY id DESC LIMIT $4")
    .bind(merchant)
    .bind(customer)
    .bind(before.map_or(LAST_ID, SessionId::as_str))
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Notes a page view. It never moves back, and revives nothing that has ended.
pub async fn touch(conn: &mut Conn, id: &SessionId, now: Timestamp) -> Result<(), StoreError> {
    sql("UPDATE portal_session SET last_seen_at = $1
          WHERE id = $2 AND last_seen_at < $1 AND ended_at IS NULL")
    .bind(now)
    .bind(id)
    .execute(conn)
    .await?;
    Ok(())
}

/// Marks the errand of a session as done and returns the session, or `None` where there was none to do.
pub async fn complete_flow(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &SessionId,
    now: Timestamp,
) -> Result<Option<PortalSession>, StoreError> {
    let row = sql("UPDATE portal_session SET flow_completed_at = $1
          WHERE merchant_id = $2 AND id = $3 AND flow IS NOT NULL AND flow_completed_at IS NULL
      RETURNING *")
    .bind(now)
    .bind(merchant)
    .bind(id)
    .fetch_optional(tx)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Ends an open session, at the customer's wish or, `revoked`, at the staff's; returns it as it is
/// now, or `None` if it had ended before.
pub async fn end(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &SessionId,
    revoked: bool,
    now: Timestamp,
) -> Result<Option<PortalSession>, StoreError> {
    let row = sql("UPDATE portal_session SET ended_at = $1, revoked = $2
          WHERE merchant_id = $3 AND id = $4 AND ended_at IS NULL
      RETURNING *")
    .bind(now)
    .bind(revoked)
    .bind(merchant)
    .bind(id)
    .fetch_optional(tx)
    .await?;
    row.as_ref().map(read).transpose()
}
