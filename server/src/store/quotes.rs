//! Table `quote`.

use domain::billing::{Quote, QuoteState};
use domain::{CustomerId, MerchantId, QuoteId, SubscriptionId};
use jiff::Timestamp;

use crate::db::{Conn, Row, StoreError, Tx, Value, sql};

fn read(row: &Row) -> Result<Quote, StoreError> {
    row.json("body")
}

/// Adds a quote.
pub async fn insert(tx: &mut Tx, merchant: &MerchantId, quote: &Quote) -> Result<(), StoreError> {
    sql("INSERT INTO quote (id, merchant_id, customer_id, subscription_id, state, body, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(&quote.id)
    .bind(merchant)
    .bind(&quote.customer_id)
    .bind(&quote.subscription_id)
    .bind(quote.state.as_str())
    .bind(Value::json(quote))
    .bind(quote.expires_at)
    .execute(tx)
    .await?;
    Ok(())
}

/// Looks a quote up.
pub async fn find(conn: &mut Conn, merchant: &MerchantId, id: &QuoteId) -> Result<Option<Quote>, StoreError> {
    let row = sql("SELECT * FROM quote WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Looks a quote of this customer up.
pub async fn find_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    id: &QuoteId,
) -> Result<Option<Quote>, StoreError> {
    let found = find(conn, merchant, id).await?;
    Ok(found.filter(|quote| quote.customer_id == *customer))
}

/// The change of this subscription that is being paid, if one is.
pub async fn find_paying(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &SubscriptionId,
) -> Result<Option<Quote>, StoreError> {
    let row = sql("SELECT * FROM quote WHERE merchant_id = $1 AND subscription_id = $2 AND state = 'paying'")
        .bind(merchant)
        .bind(subscription)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Writes what became of a quote that was in the state `before`; in any other it is [`StoreError::Stale`].
pub async fn save(
    tx: &mut Tx,
    merchant: &MerchantId,
    quote: &Quote,
    before: QuoteState,
) -> Result<(), StoreError> {
    let touched =
        sql("UPDATE quote SET state = $1, body = $2 WHERE merchant_id = $3 AND id = $4 AND state = $5")
            .bind(quote.state.as_str())
            .bind(Value::json(quote))
            .bind(merchant)
            .bind(&quote.id)
            .bind(before.as_str())
            .execute(tx)
            .await?;
    if touched == 0 { Err(StoreError::Stale) } else { Ok(()) }
}

/// Forgets quotes of all merchants that nobody confirmed before they expired, if that was before `moment`.
pub async fn delete_expired(tx: &mut Tx, moment: Timestamp) -> Result<u64, StoreError> {
    sql("DELETE FROM quote WHERE state = 'open' AND expires_at < $1").bind(moment).execute(tx).await
}
