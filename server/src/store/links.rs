//! Table `portal_link`. The token itself is never here, only its hash.

use domain::{CustomerId, LinkId, LinkPurpose, MerchantId, PortalLink, SessionMinutes};
use jiff::Timestamp;

use crate::db::{Conn, Row, StoreError, Value, sql};

fn read(row: &Row) -> Result<PortalLink, StoreError> {
    let minutes: u16 = row.get("session_minutes")?;
    let session_minutes = SessionMinutes::try_from(minutes)
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
        initial_page: row.json("initial_page")?,
        flow: row.json_opt("flow")?,
        return_url: row.get_opt("return_url")?,
        locale: row.get_opt("locale")?,
        settings: row.json("settings")?,
    })
}

fn purpose(purpose: LinkPurpose) -> &'static str {
    match purpose {
        LinkPurpose::Direct => "direct",
        LinkPurpose::PortalLink => "portal_link",
        LinkPurpose::Billing => "billing",
        LinkPurpose::Recovery => "recovery",
    }
}

/// Adds a link by the hash of its token.
pub async fn insert(
    conn: &mut Conn,
    merchant: &MerchantId,
    link: &PortalLink,
    token_hash: &str,
) -> Result<(), StoreError> {
    sql("INSERT INTO portal_link (id, merchant_id, customer_id, token_hash, purpose, created_by, created_at,
             expires_at, session_minutes, initial_page, flow, return_url, locale, settings)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)")
    .bind(&link.id)
    .bind(merchant)
    .bind(&link.customer_id)
    .bind(token_hash)
    .bind(purpose(link.purpose))
    .bind(Value::json(&link.created_by))
    .bind(link.created_at)
    .bind(link.expires_at)
    .bind(link.session_minutes.get())
    .bind(Value::json(&link.initial_page))
    .bind(Value::Text(link.flow.as_ref().map(|flow| Value::text_of(flow))))
    .bind(link.return_url.as_ref().map(url::Url::as_str))
    .bind(link.locale.as_deref())
    .bind(Value::json(&link.settings))
    .execute(conn)
    .await?;
    Ok(())
}
