//! Table `email_change`: addresses that wait to be confirmed. Of a link's token only the hash is here.

use domain::{ConfigurationId, CustomerId, Email, MerchantId};
use jiff::Timestamp;

use crate::db::{Conn, Row, StoreError, Tx, sql};

/// An address that waits to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailChange {
    /// Whose customer.
    pub merchant: MerchantId,
    /// Whose address.
    pub customer: CustomerId,
    /// The address.
    pub email: Email,
    /// The portal configuration of the session it was asked for in, where that had one of its own.
    pub configuration_id: Option<ConfigurationId>,
    /// When the link stops working.
    pub expires_at: Timestamp,
    /// When it was confirmed.
    pub used_at: Option<Timestamp>,
}

impl EmailChange {
    /// Whether its link still confirms it.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && now < self.expires_at
    }
}

fn read(row: &Row) -> Result<EmailChange, StoreError> {
    Ok(EmailChange {
        merchant: row.get("merchant_id")?,
        customer: row.get("customer_id")?,
        email: row.get("email")?,
        configuration_id: row.get_opt("configuration_id")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get_opt("used_at")?,
    })
}

/// Adds one in place of all others of this customer, whose links stop working.
pub async fn replace(
    tx: &mut Tx,
    change: &EmailChange,
    token_hash: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    revoke(tx, &change.merchant, &change.customer).await?;
    sql("INSERT INTO email_change (token_hash, merchant_id, customer_id, email, created_at, expires_at,
                                   configuration_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(token_hash)
    .bind(&change.merchant)
    .bind(&change.customer)
    .bind(&change.email)
    .bind(now)
    .bind(change.expires_at)
    .bind(change.configuration_id.as_ref())
    .execute(tx)
    .await?;
    Ok(())
}

/// Drops what waits for this customer.
pub async fn revoke(tx: &mut Tx, merchant: &MerchantId, customer: &CustomerId) -> Result<(), StoreError> {
    sql("DELETE FROM email_change WHERE merchant_id = $1 AND customer_id = $2 AND used_at IS NULL")
        .bind(merchant)
        .bind(customer)
        .execute(tx)
        .await?;
    Ok(())
}

/// The one with this token hash, whatever became of it.
pub async fn find_by_token_hash(
    conn: &mut Conn,
    token_hash: &str,
) -> Result<Option<EmailChange>, StoreError> {
    let row =
        sql("SELECT * FROM email_change WHERE token_hash = $1").bind(token_hash).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// The address that waits for this customer at `now`, if there is one.
pub async fn find_open(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    now: Timestamp,
) -> Result<Option<EmailChange>, StoreError> {
    let row = sql("SELECT * FROM email_change
          WHERE merchant_id = $1 AND customer_id = $2 AND used_at IS NULL AND expires_at > $3 LIMIT 1")
    .bind(merchant)
    .bind(customer)
    .bind(now)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Marks the one with this token hash as used, if it can be at `now`, and returns it: of any number of
/// parallel calls one gets it.
pub async fn redeem(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<EmailChange>, StoreError> {
    let row = sql("UPDATE email_change SET used_at = $1
          WHERE token_hash = $2 AND used_at IS NULL AND expires_at > $1
      RETURNING *")
    .bind(now)
    .bind(token_hash)
    .fetch_optional(tx)
    .await?;
    row.as_ref().map(read).transpose()
}
