//! Table `portal_link`. Of a link's token only the hash is here.

use domain::{CustomerId, LinkId, MerchantId, PortalLink, SessionMinutes};
use jiff::Timestamp;

use super::LAST_ID;
use crate::db::{Conn, Row, StoreError, Tx, Value, sql};

fn read(row: &Row) -> Result<PortalLink, StoreError> {
    let session_minutes = SessionMinutes::try_from(row.get::<u16>("session_minutes")?)
        .map_err(|e| StoreError::Unreadable { column: "session_minutes".into(), source: e.into() })?;
    Ok(PortalLink {
        id: row.get("id")?,
        customer_id: row.get("customer_id")?,
        purpose: row.variant("purpose")?,
        created_by: row.json("created_by")?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get_opt("used_at")?,
        revoked_at: row.get_opt("revoked_at")?,
        superseded_at: row.get_opt("superseded_at")?,
        session_minutes,
        initial_page: row.variant("initial_page")?,
        flow: row.json_opt("flow")?,
        return_url: row.get_opt("return_url")?,
        locale: row.get_opt("locale")?,
        settings: row.json("settings")?,
        configuration_id: row.get_opt("configuration_id")?,
    })
}

fn read_owned(row: &Row) -> Result<(MerchantId, PortalLink), StoreError> {
    Ok((row.get("merchant_id")?, read(row)?))
}

/// Adds a link by the hash of its token.
pub async fn insert(
    conn: &mut Conn,
    merchant: &MerchantId,
    link: &PortalLink,
    token_hash: &str,
) -> Result<(), StoreError> {
    sql("INSERT INTO portal_link (id, merchant_id, customer_id, token_hash, purpose, created_by, created_at,
             expires_at, session_minutes, initial_page, flow, return_url, locale, settings,
             configuration_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)")
    .bind(&link.id)
    .bind(merchant)
    .bind(&link.customer_id)
    .bind(token_hash)
    .bind(Value::variant(&link.purpose))
    .bind(Value::json(&link.created_by))
    .bind(link.created_at)
    .bind(link.expires_at)
    .bind(link.session_minutes.get())
    .bind(Value::variant(&link.initial_page))
    .bind(Value::json_opt(link.flow.as_ref()))
    .bind(link.return_url.as_ref().map(url::Url::as_str))
    .bind(link.locale.as_ref())
    .bind(Value::json(&link.settings))
    .bind(link.configuration_id.as_ref())
    .execute(conn)
    .await?;
    Ok(())
}

/// Looks a link up by Portico's id.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &LinkId,
) -> Result<Option<PortalLink>, StoreError> {
    let row = sql("SELECT * FROM portal_link WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The link with this token hash, whatever became of it, and whose it is.
pub async fn find_by_token_hash(
    conn: &mut Conn,
    token_hash: &str,
) -> Result<Option<(MerchantId, PortalLink)>, StoreError> {
    let row =
        sql("SELECT * FROM portal_link WHERE token_hash = $1").bind(token_hash).fetch_optional(conn).await?;
    row.as_ref().map(read_owned).transpose()
}

/// Links with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&LinkId>,
    limit: u32,
) -> Result<Vec<PortalLink>, StoreError> {
    let rows = sql("SELECT * FROM portal_link WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after.map_or("", LinkId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// A customer's links made before `before`, newest first, at most `limit`.
pub async fn list_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    before: Option<&LinkId>,
    limit: u32,
) -> Result<Vec<PortalLink>, StoreError> {
    let rows = sql("SELECT * FROM portal_link
          WHERE merchant_id = $1 AND customer_id = $2 AND id < $3 ORDER BY id DESC LIMIT $4")
    .bind(merchant)
    .bind(customer)
    .bind(before.map_or(LAST_ID, LinkId::as_str))
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Marks the link with this token hash as used, if it can be used at `now`, and returns it and whose
/// it is. One statement decides, so of any number of parallel calls one gets the link.
pub async fn redeem(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<(MerchantId, PortalLink)>, StoreError> {
    let row = sql("UPDATE portal_link SET used_at = $1
          WHERE token_hash = $2 AND used_at IS NULL AND revoked_at IS NULL AND superseded_at IS NULL
            AND expires_at > $1
      RETURNING *")
    .bind(now)
    .bind(token_hash)
    .fetch_optional(tx)
    .await?;
    row.as_ref().map(read_owned).transpose()
}

/// Makes an unused link stop working and returns it; `None` if it no longer worked at `now`.
pub async fn revoke(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &LinkId,
    now: Timestamp,
) -> Result<Option<PortalLink>, StoreError> {
    let row = sql("UPDATE portal_link SET revoked_at = $1
          WHERE merchant_id = $2 AND id = $3 AND used_at IS NULL AND revoked_at IS NULL
            AND superseded_at IS NULL AND expires_at > $1
      RETURNING *")
    .bind(now)
    .bind(merchant)
    .bind(id)
    .fetch_optional(tx)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Makes all of a customer's unused links stop working, for a newer one; returns those it stopped.
pub async fn supersede_all(
    tx: &mut Tx,
    merchant: &MerchantId,
    customer: &CustomerId,
    now: Timestamp,
) -> Result<Vec<PortalLink>, StoreError> {
    let rows = sql("UPDATE portal_link SET superseded_at = $1
          WHERE merchant_id = $2 AND customer_id = $3 AND used_at IS NULL AND revoked_at IS NULL
            AND superseded_at IS NULL AND expires_at > $1
      RETURNING *")
    .bind(now)
    .bind(merchant)
    .bind(customer)
    .fetch_all(tx)
    .await?;
    rows.iter().map(read).collect()
}
