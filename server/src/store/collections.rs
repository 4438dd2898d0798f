//! Table `collection`: the invoices Portico collects by itself, each until it is settled or given up.

use domain::{InvoiceId, MerchantId, PaymentId, SubscriptionId};
use jiff::Timestamp;

use crate::db::{Conn, Row, StoreError, Tx, insert_many, sql};

/// An invoice that is being collected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection {
    /// Which invoice.
    pub invoice_id: InvoiceId,
    /// What it renews.
    pub subscription_id: SubscriptionId,
    /// Tries that failed.
    pub failures: u32,
    /// When to try, or when the try that is under way was due.
    pub next_try_at: Timestamp,
    /// The try that is under way.
    pub payment_id: Option<PaymentId>,
}

fn read(row: &Row) -> Result<Collection, StoreError> {
    Ok(Collection {
        invoice_id: row.get("invoice_id")?,
        subscription_id: row.get("subscription_id")?,
        failures: row.get("failures")?,
        next_try_at: row.get("next_try_at")?,
        payment_id: row.get_opt("payment_id")?,
    })
}

/// Adds invoices to those to collect.
pub async fn insert_all(
    tx: &mut Tx,
    merchant: &MerchantId,
    collections: &[Collection],
) -> Result<(), StoreError> {
    let rows = collections.iter().map(|one| {
        vec![
            (&one.invoice_id).into(),
            merchant.into(),
            (&one.subscription_id).into(),
            one.failures.into(),
            one.next_try_at.into(),
            one.payment_id.as_ref().into(),
        ]
    });
    insert_many(
        tx,
        "INSERT INTO collection (invoice_id, merchant_id, subscription_id, failures, next_try_at, payment_id)",
        rows.collect(),
    )
    .await
}

/// How an invoice's collection stands; none where Portico does not collect it.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    invoice: &InvoiceId,
) -> Result<Option<Collection>, StoreError> {
    let row = sql("SELECT * FROM collection WHERE merchant_id = $1 AND invoice_id = $2")
        .bind(merchant)
        .bind(invoice)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Of all merchants, what is to be tried by now as each one's clock shows it, at most `limit`.
pub async fn list_due(
    conn: &mut Conn,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(MerchantId, Collection)>, StoreError> {
    let rows = sql("SELECT c.* FROM merchant m JOIN collection c ON c.merchant_id = m.id
            AND c.next_try_at <= $1 + COALESCE(m.clock_ahead, 0)
          WHERE c.payment_id IS NULL ORDER BY m.id, c.next_try_at LIMIT $2")
    .bind(now)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((row.get("merchant_id")?, read(row)?))).collect()
}

/// Writes how a collection stands.
pub async fn save(tx: &mut Tx, merchant: &MerchantId, collection: &Collection) -> Result<(), StoreError> {
    sql("UPDATE collection SET failures = $1, next_try_at = $2, payment_id = $3
          WHERE merchant_id = $4 AND invoice_id = $5")
    .bind(collection.failures)
    .bind(collection.next_try_at)
    .bind(collection.payment_id.as_ref())
    .bind(merchant)
    .bind(&collection.invoice_id)
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes an invoice off those to collect.
pub async fn delete(tx: &mut Tx, merchant: &MerchantId, invoice: &InvoiceId) -> Result<(), StoreError> {
    sql("DELETE FROM collection WHERE merchant_id = $1 AND invoice_id = $2")
        .bind(merchant)
        .bind(invoice)
        .execute(tx)
        .await?;
    Ok(())
}
