//! Table `portal_configuration`: what a merchant's customers may see and do, by default or by name.

use domain::{Configuration, ConfigurationId, Customer, MerchantId};
use jiff::Timestamp;

use super::LAST_ID;
use crate::db::{Conn, Row, StoreError, Tx, Value, sql};

fn read(row: &Row) -> Result<Configuration, StoreError> {
    Ok(Configuration {
        id: row.get("id")?,
        name: row.get("name")?,
        is_default: row.get("is_default")?,
        version: row.get("version")?,
        ..row.json("body")?
    })
}

/// The one that counts wherever no other is assigned.
pub async fn default(conn: &mut Conn, merchant: &MerchantId) -> Result<Configuration, StoreError> {
    let row = sql("SELECT * FROM portal_configuration WHERE merchant_id = $1 AND is_default = 1")
        .bind(merchant)
        .fetch_one(conn)
        .await?;
    read(&row)
}

/// Looks a configuration up by Portico's id.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &ConfigurationId,
) -> Result<Option<Configuration>, StoreError> {
    let row = sql("SELECT * FROM portal_configuration WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// What counts for this customer: the session's configuration, else their own, else the default. One that
/// is gone counts as none.
pub async fn of_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &Customer,
    session: Option<&ConfigurationId>,
) -> Result<Configuration, StoreError> {
    for id in [session, customer.portal_configuration_id.as_ref()].into_iter().flatten() {
        if let Some(found) = find(conn, merchant, id).await? {
            return Ok(found);
        }
    }
    default(conn, merchant).await
}

/// All of a merchant's configurations, oldest first.
pub async fn list(conn: &mut Conn, merchant: &MerchantId) -> Result<Vec<Configuration>, StoreError> {
    let rows = sql("SELECT * FROM portal_configuration WHERE merchant_id = $1 ORDER BY id")
        .bind(merchant)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Configurations added before `before`, newest first, at most `limit`.
pub async fn page(
    conn: &mut Conn,
    merchant: &MerchantId,
    before: Option<&ConfigurationId>,
    limit: u32,
) -> Result<Vec<Configuration>, StoreError> {
    let rows = sql("SELECT * FROM portal_configuration WHERE merchant_id = $1 AND id < $2
          ORDER BY id DESC LIMIT $3")
    .bind(merchant)
    .bind(before.map_or(LAST_ID, ConfigurationId::as_str))
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Adds a configuration. A name that is taken is [`StoreError::Conflict`].
pub async fn insert(
    conn: &mut Conn,
    merchant: &MerchantId,
    configuration: &Configuration,
) -> Result<(), StoreError> {
    sql("INSERT INTO portal_configuration (id, merchant_id, name, is_default, body, version)
         VALUES ($1, $2, $3, $4, $5, $6)")
    .bind(&configuration.id)
    .bind(merchant)
    .bind(&configuration.name)
    .bind(configuration.is_default)
    .bind(Value::json(configuration))
    .bind(configuration.version)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes `configuration` and counts its version up, if nobody wrote it since it was read; else
/// [`StoreError::Stale`]. A name that is taken is [`StoreError::Conflict`].
pub async fn save(
    conn: &mut Conn,
    merchant: &MerchantId,
    configuration: &mut Configuration,
) -> Result<(), StoreError> {
    let touched = sql("UPDATE portal_configuration SET name = $1, body = $2, is_default = $3,
                version = version + 1
          WHERE merchant_id = $4 AND id = $5 AND version = $6")
    .bind(&configuration.name)
    .bind(Value::json(configuration))
    .bind(configuration.is_default)
    .bind(merchant)
    .bind(&configuration.id)
    .bind(configuration.version)
    .execute(conn)
    .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    configuration.version += 1;
    Ok(())
}

/// Removes a configuration, if nobody wrote it since it was read; else [`StoreError::Stale`].
pub async fn delete(
    conn: &mut Conn,
    merchant: &MerchantId,
    configuration: &Configuration,
) -> Result<(), StoreError> {
    let gone = sql("DELETE FROM portal_configuration WHERE merchant_id = $1 AND id = $2 AND version = $3")
        .bind(merchant)
        .bind(&configuration.id)
        .bind(configuration.version)
        .execute(conn)
        .await?;
    if gone == 0 { Err(StoreError::Stale) } else { Ok(()) }
}

/// Who lives by a configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uses {
    /// Customers it is assigned to.
    pub customers: i64,
    /// Links made with it that still open, sessions that may still be open, and addresses that wait to be
    /// confirmed by it.
    pub visits: i64,
}

/// Counts who lives by a configuration at `now`.
pub async fn uses(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &ConfigurationId,
    now: Timestamp,
) -> Result<Uses, StoreError> {
    let row = sql("SELECT
            (SELECT COUNT(*) FROM customer
              WHERE merchant_id = $1 AND portal_configuration_id = $2) AS customers,
            (SELECT COUNT(*) FROM portal_link
              WHERE merchant_id = $1 AND configuration_id = $2 AND used_at IS NULL AND revoked_at IS NULL
                AND superseded_at IS NULL AND expires_at > $3)
          + (SELECT COUNT(*) FROM portal_session
              WHERE merchant_id = $1 AND configuration_id = $2 AND ended_at IS NULL
                AND expires_at > $3)
          + (SELECT COUNT(*) FROM email_change
              WHERE merchant_id = $1 AND configuration_id = $2 AND used_at IS NULL
                AND expires_at > $3) AS visits")
    .bind(merchant)
    .bind(id)
    .bind(now)
    .fetch_one(tx)
    .await?;
    Ok(Uses { customers: row.get("customers")?, visits: row.get("visits")? })
}
