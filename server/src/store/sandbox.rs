//! Tables `sandbox_charge` and `sandbox_refund`: the books of the sandbox. Each statement is a transaction of its own, as it
//! would be at a provider's far away.

use domain::{MerchantId, Money, PaymentId, Refund};

use crate::db::{Conn, Row, StoreError, Tx, Value, sql};
use crate::payments::Answer;

/// What the sandbox was asked once, and what it answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The payment's id, by which a repeated request is told.
    pub payment_id: PaymentId,
    /// How much was to be collected.
    pub amount: Money,
    /// The token it was to be collected with.
    pub token: String,
    /// What it answered.
    pub answer: Answer,
}

fn read(row: &Row) -> Result<Charge, StoreError> {
    Ok(Charge {
        payment_id: row.get("payment_id")?,
        amount: row.money("amount")?,
        token: row.get("token")?,
        answer: row.json("answer")?,
    })
}

/// Writes a charge down, unless one for this payment is there already; returns the one that is.
pub async fn record(tx: &mut Tx, merchant: &MerchantId, charge: &Charge) -> Result<Charge, StoreError> {
    sql("INSERT INTO sandbox_charge (payment_id, merchant_id, token, amount, currency, answer)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (payment_id) DO NOTHING")
    .bind(&charge.payment_id)
    .bind(merchant)
    .bind(charge.token.as_str())
    .bind(charge.amount.minor())
    .bind(charge.amount.currency())
    .bind(Value::json(&charge.answer))
    .execute(tx)
    .await?;
    let row = sql("SELECT * FROM sandbox_charge WHERE payment_id = $1").bind(&charge.payment_id);
    read(&row.fetch_one(tx).await?)
}

/// Looks a charge up.
pub async fn find(conn: &mut Conn, payment: &PaymentId) -> Result<Option<(MerchantId, Charge)>, StoreError> {
    let row = sql("SELECT * FROM sandbox_charge WHERE payment_id = $1").bind(payment);
    let row = row.fetch_optional(conn).await?;
    row.map(|row| Ok((row.get("merchant_id")?, read(&row)?))).transpose()
}

/// Answers a charge that waits for the customer; one that does not is left as it is.
pub async fn answer(tx: &mut Tx, payment: &PaymentId, answer: Answer) -> Result<(), StoreError> {
    sql("UPDATE sandbox_charge SET answer = $1 WHERE payment_id = $2 AND answer = $3")
        .bind(Value::json(&answer))
        .bind(payment)
        .bind(Value::json(&Answer::Waiting))
        .execute(tx)
        .await?;
    Ok(())
}

/// Every charge the sandbox was asked for by this merchant.
pub async fn list(conn: &mut Conn, merchant: &MerchantId) -> Result<Vec<Charge>, StoreError> {
    let rows = sql("SELECT * FROM sandbox_charge WHERE merchant_id = $1 ORDER BY payment_id").bind(merchant);
    rows.fetch_all(conn).await?.iter().map(read).collect()
}

/// Writes a refund down, unless it is there already.
pub async fn record_refund(tx: &mut Tx, merchant: &MerchantId, refund: &Refund) -> Result<(), StoreError> {
    sql("INSERT INTO sandbox_refund (refund_id, merchant_id, payment_id, amount, currency)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (refund_id) DO NOTHING")
    .bind(&refund.id)
    .bind(merchant)
    .bind(&refund.payment_id)
    .bind(refund.amount.minor())
    .bind(refund.amount.currency())
    .execute(tx)
    .await?;
    Ok(())
}

/// Every refund the sandbox was asked for by this merchant: of which payment, and how much.
pub async fn list_refunds(
    conn: &mut Conn,
    merchant: &MerchantId,
) -> Result<Vec<(PaymentId, Money)>, StoreError> {
    let rows = sql("SELECT * FROM sandbox_refund WHERE merchant_id = $1 ORDER BY refund_id").bind(merchant);
    let rows = rows.fetch_all(conn).await?;
    rows.iter().map(|row| Ok((row.get("payment_id")?, row.money("amount")?))).collect()
}
