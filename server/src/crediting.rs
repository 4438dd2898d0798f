//! Credit notes for time that was paid for and is not used.
//!
//! In: a subscription that ends at once. Out: a credit note in the books, and the money on its way to where it
//! came from. Not here: what the time comes to (`domain::billing`), sending the money (`payments`).

use domain::billing::Credit;
use domain::{
    Actor, CreditPolicy, Customer, Invoice, Merchant, MerchantId, Money, MoneyError, Payment, RefundReason,
    Subscription,
};
use jiff::Timestamp;

use crate::app::App;
use crate::db::{Conn, StoreError, Tx};
use crate::invoicing::{self, NewInvoice};
use crate::payments;
use crate::store::{self, refunds};

fn too_large(error: MoneyError) -> StoreError {
    StoreError::Unsound(error.into())
}

/// What ending `subscription` at `at` gives back, if the merchant credits time not used, and if so much came
/// through Portico for the period that runs. What was paid elsewhere cannot be sent back from here.
pub async fn offered(
    conn: &mut Conn,
    merchant: &MerchantId,
    policy: CreditPolicy,
    subscription: &Subscription,
    at: Timestamp,
) -> Result<Option<Credit>, StoreError> {
    if policy == CreditPolicy::None {
        return Ok(None);
    }
    let Some(credit) = Credit::of(subscription, at).map_err(too_large)? else { return Ok(None) };
    let mut left = Money::zero(credit.amount().currency());
    for (_, more) in sources(conn, merchant, subscription).await? {
        left = left.plus(more).map_err(too_large)?;
    }
    Ok((left.minor() >= credit.amount().minor()).then_some(credit))
}

/// Issues the credit note, and has the money go back to where it came from, the newest payment first.
pub async fn give(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    customer: &Customer,
    subscription: &Subscription,
    credit: Credit,
) -> Result<Invoice, StoreError> {
    let mut rest = credit.amount();
    for (payment, left) in sources(tx, &merchant.id, subscription).await? {
        let amount = if left.minor() < rest.minor() { left } else { rest };
        if !amount.is_zero() {
            payments::give_back(tx, app, &merchant.id, &payment, amount, RefundReason::TimeUnused).await?;
            rest = rest.minus(amount).map_err(too_large)?;
        }
    }
    let new = NewInvoice {
        customer,
        subscription: Some(&subscription.id),
        renews: None,
        currency: rest.currency(),
        lines: credit.lines,
        paid: Some(app.now_of(merchant)),
        memo: String::new(),
    };
    invoicing::issue(tx, app, merchant, Actor::Customer, new).await
}

/// The payments of the period that runs, newest first, each with what has not gone back of it.
async fn sources(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &Subscription,
) -> Result<Vec<(Payment, Money)>, StoreError> {
    let since = subscription.period.start;
    let mut sources = Vec::new();
    for payment in store::payments::list_for_subscription(conn, merchant, subscription, since).await? {
        let mut left = payment.amount;
        for refund in refunds::list_for_payment(conn, merchant, &payment.id).await? {
            left = left.minus(refund.amount).map_err(too_large)?;
        }
        sources.push((payment, left));
    }
    Ok(sources)
}
