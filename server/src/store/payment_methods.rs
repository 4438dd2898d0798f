//! Table `payment_method`. A removed one stays for the payments made with it, and is seen nowhere else.

use domain::{CustomerId, MerchantId, PaymentMethod, PaymentMethodId};
use jiff::Timestamp;

use crate::db::{Conn, Row, StoreError, Tx, Value, sql};

fn read(row: &Row) -> Result<PaymentMethod, StoreError> {
    Ok(PaymentMethod {
        id: row.get("id")?,
        customer_id: row.get("customer_id")?,
        instrument: row.json("instrument")?,
        holder: row.get("holder")?,
        address: row.json("address")?,
        is_default: row.get("is_default")?,
        created_at: row.get("created_at")?,
        version: row.get("version")?,
    })
}

/// What the payment provider knows a payment method by; never leaves the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderKey {
    /// What it is charged by.
    pub token: String,
    /// Equal for the same number of the same merchant.
    pub fingerprint: String,
}

/// Adds a payment method.
pub async fn insert(
    tx: &mut Tx,
    merchant: &MerchantId,
    method: &PaymentMethod,
    key: &ProviderKey,
) -> Result<(), StoreError> {
    sql("INSERT INTO payment_method (id, merchant_id, customer_id, instrument, holder, address, token, fingerprint,
                                     is_default, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
    .bind(&method.id)
    .bind(merchant)
    .bind(&method.customer_id)
    .bind(Value::json(&method.instrument))
    .bind(&method.holder)
    .bind(Value::json(&method.address))
    .bind(key.token.as_str())
    .bind(key.fingerprint.as_str())
    .bind(method.is_default)
    .bind(method.created_at)
    .bind(method.version)
    .execute(tx)
    .await?;
    Ok(())
}

/// Looks a payment method of this customer up.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    id: &PaymentMethodId,
) -> Result<Option<PaymentMethod>, StoreError> {
    let row = sql("SELECT * FROM payment_method
          WHERE merchant_id = $1 AND customer_id = $2 AND id = $3 AND removed_at IS NULL")
    .bind(merchant)
    .bind(customer)
    .bind(id)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// The one invoices and renewals are charged to, if the customer has any.
pub async fn find_default(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
) -> Result<Option<PaymentMethod>, StoreError> {
    let row = sql("SELECT * FROM payment_method
          WHERE merchant_id = $1 AND customer_id = $2 AND is_default = 1 AND removed_at IS NULL")
    .bind(merchant)
    .bind(customer)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// The customer's payment method with this number, if it is on file already.
pub async fn find_by_fingerprint(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    fingerprint: &str,
) -> Result<Option<PaymentMethod>, StoreError> {
    let row = sql("SELECT * FROM payment_method
          WHERE merchant_id = $1 AND customer_id = $2 AND fingerprint = $3 AND removed_at IS NULL")
    .bind(merchant)
    .bind(customer)
    .bind(fingerprint)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// The payment method a payment was begun with, and its token: a payment under way is settled with it even
/// where it was taken off file meanwhile.
pub async fn get_charged(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &PaymentMethodId,
) -> Result<(PaymentMethod, String), StoreError> {
    let found =
        sql("SELECT * FROM payment_method WHERE merchant_id = $1 AND id = $2").bind(merchant).bind(id);
    let row = found.fetch_one(conn).await?;
    Ok((read(&row)?, row.get("token")?))
}

/// The token of a payment method on file; `None` once it was removed.
pub async fn find_token(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &PaymentMethodId,
) -> Result<Option<String>, StoreError> {
    let row =
        sql("SELECT token FROM payment_method WHERE merchant_id = $1 AND id = $2 AND removed_at IS NULL")
            .bind(merchant)
            .bind(id)
            .fetch_optional(conn)
            .await?;
    row.map(|row| row.get("token")).transpose()
}

/// All of this customer's, the default first, then in the order they were added.
pub async fn list_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
) -> Result<Vec<PaymentMethod>, StoreError> {
    let rows = sql("SELECT * FROM payment_method
          WHERE merchant_id = $1 AND customer_id = $2 AND removed_at IS NULL
          ORDER BY is_default DESC, id")
    .bind(merchant)
    .bind(customer)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Payment methods on file with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&PaymentMethodId>,
    limit: u32,
) -> Result<Vec<PaymentMethod>, StoreError> {
    let rows = sql("SELECT * FROM payment_method
          WHERE merchant_id = $1 AND id > $2 AND removed_at IS NULL ORDER BY id LIMIT $3")
    .bind(merchant)
    .bind(after.map_or("", PaymentMethodId::as_str))
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Writes `method` and counts its version up, if nobody wrote it since it was read; else
/// [`StoreError::Stale`].
pub async fn save(tx: &mut Tx, merchant: &MerchantId, method: &mut PaymentMethod) -> Result<(), StoreError> {
    let touched =
        sql("UPDATE payment_method SET instrument = $1, holder = $2, address = $3, is_default = $4,
                version = version + 1
          WHERE merchant_id = $5 AND id = $6 AND version = $7 AND removed_at IS NULL")
        .bind(Value::json(&method.instrument))
        .bind(&method.holder)
        .bind(Value::json(&method.address))
        .bind(method.is_default)
        .bind(merchant)
        .bind(&method.id)
        .bind(method.version)
        .execute(tx)
        .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    method.version += 1;
    Ok(())
}

/// Takes a payment method off file, if nobody wrote it since it was read; else [`StoreError::Stale`].
pub async fn remove(
    tx: &mut Tx,
    merchant: &MerchantId,
    method: &PaymentMethod,
    now: Timestamp,
) -> Result<(), StoreError> {
    let touched = sql("UPDATE payment_method SET removed_at = $1, is_default = 0, version = version + 1
          WHERE merchant_id = $2 AND id = $3 AND version = $4 AND removed_at IS NULL")
    .bind(now)
    .bind(merchant)
    .bind(&method.id)
    .bind(method.version)
    .execute(tx)
    .await?;
    if touched == 0 { Err(StoreError::Stale) } else { Ok(()) }
}
