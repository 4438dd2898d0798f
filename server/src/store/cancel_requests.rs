//! Table `cancel_request`: cancellations declared without a session. Of a link's token only the hash is here.

use domain::{CustomerId, MerchantId, SubscriptionId};
use jiff::Timestamp;

use crate::db::{Conn, Row, StoreError, Tx, sql};

/// A cancellation that waits to be confirmed by who reads the customer's mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CancelRequest {
    /// Whose customer.
    pub merchant: MerchantId,
    /// Who is to be asked.
    pub customer: CustomerId,
    /// The subscription that was named; any of the customer's otherwise.
    pub subscription: Option<SubscriptionId>,
    /// When it was declared, by the merchant's clock.
    pub requested_at: Timestamp,
    /// When the link stops working.
    pub expires_at: Timestamp,
    /// When it was confirmed.
    pub used_at: Option<Timestamp>,
}

impl CancelRequest {
    /// Whether its link still confirms it.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && now < self.expires_at
    }
}

fn read(row: &Row) -> Result<CancelRequest, StoreError> {
    Ok(CancelRequest {
        merchant: row.get("merchant_id")?,
        customer: row.get("customer_id")?,
        subscription: row.get_opt("subscription_id")?,
        requested_at: row.get("requested_at")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get_opt("used_at")?,
    })
}

/// Adds one. Earlier ones stay: each is a declaration of its own day.
pub async fn insert(tx: &mut Tx, request: &CancelRequest, token_hash: &str) -> Result<(), StoreError> {
    sql("INSERT INTO cancel_request
             (token_hash, merchant_id, customer_id, subscription_id, requested_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)")
    .bind(token_hash)
    .bind(&request.merchant)
    .bind(&request.customer)
    .bind(request.subscription.as_ref())
    .bind(request.requested_at)
    .bind(request.expires_at)
    .execute(tx)
    .await?;
    Ok(())
}

/// The one with this token hash, whatever became of it.
pub async fn find_by_token_hash(
    conn: &mut Conn,
    token_hash: &str,
) -> Result<Option<CancelRequest>, StoreError> {
    let row = sql("SELECT * FROM cancel_request WHERE token_hash = $1")
        .bind(token_hash)
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
) -> Result<Option<CancelRequest>, StoreError> {
    let row = sql("UPDATE cancel_request SET used_at = $1
          WHERE token_hash = $2 AND used_at IS NULL AND expires_at > $1
      RETURNING *")
    .bind(now)
    .bind(token_hash)
    .fetch_optional(tx)
    .await?;
    row.as_ref().map(read).transpose()
}
