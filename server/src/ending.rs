//! What an end settles: the last use is billed, and time that was paid for and is not used goes back.
//!
//! In: who leaves whom, a subscription. Out: the figures for the question; then an invoice, a credit note, and the
//! money on its way to where it came from. Not here: whether it may end (`domain::policy`), what the time comes to
//! (`domain::billing`), sending the money (`payments`).

use domain::billing::{Credit, Quote, Settlement};
use domain::{
    Actor, CreditPolicy, Customer, Invoice, Merchant, Money, MoneyError, Payment, RefundReason, Subscription,
};
use jiff::Timestamp;

use crate::app::App;
use crate::db::{Conn, StoreError, Tx};
use crate::invoicing::{self, NewInvoice};
use crate::store::{self, refunds};
use crate::{arrears, metering, payments};

fn too_large(error: MoneyError) -> StoreError {
    StoreError::Unsound(error.into())
}

/// Who leaves whom, and what becomes of the time they paid for.
#[derive(Debug, Clone, Copy)]
pub struct Parting<'a> {
    /// Whose subscription ends.
    pub merchant: &'a Merchant,
    /// Who leaves.
    pub customer: &'a Customer,
    /// Whether the time left is given back.
    pub credit: CreditPolicy,
}

impl Parting<'_> {
    /// What ending `subscription` at the instant `at` would settle.
    pub async fn preview(
        &self,
        conn: &mut Conn,
        subscription: &Subscription,
        at: Timestamp,
    ) -> Result<Settlement, StoreError> {
        let used = metering::lines_so_far(conn, &self.merchant.id, subscription).await?;
        Ok(Settlement { used, credit: self.credit(conn, subscription, at).await? })
    }

    /// Settles what ends at once, as the page said that was confirmed, and says whether that page still stands:
    /// its credit, counted from `unused_from`, is good as long as the figures of any quote. Where it does not,
    /// nothing is done.
    pub async fn settle(
        &self,
        tx: &mut Tx,
        app: &App,
        subscription: &Subscription,
        unused_from: Option<Timestamp>,
    ) -> Result<bool, StoreError> {
        let now = app.now_of(self.merchant);
        let shown = unused_from.filter(|from| {
            let age = now.duration_since(*from);
            !age.is_negative() && age <= Quote::VALID_FOR
        });
        let credit = self.credit(tx, subscription, shown.unwrap_or(now)).await?;
        if credit.as_ref().map(|credit| credit.from) != shown {
            return Ok(false);
        }
        arrears::bill(tx, app, self.merchant, &Actor::Customer, subscription, now).await?;
        if let Some(credit) = credit {
            self.give_back(tx, app, subscription, credit).await?;
        }
        Ok(true)
    }

    /// What goes back, if the merchant credits time not used, and if so much came through Portico for the period
    /// that runs. What was paid elsewhere cannot be sent back from here.
    async fn credit(
        &self,
        conn: &mut Conn,
        subscription: &Subscription,
        at: Timestamp,
    ) -> Result<Option<Credit>, StoreError> {
        if self.credit == CreditPolicy::None {
            return Ok(None);
        }
        let Some(credit) = Credit::of(subscription, at).map_err(too_large)? else { return Ok(None) };
        let mut left = Money::zero(credit.amount().currency());
        for (_, more) in self.sources(conn, subscription).await? {
            left = left.plus(more).map_err(too_large)?;
        }
        Ok((left.minor() >= credit.amount().minor()).then_some(credit))
    }

    /// Issues the credit note, and has the money go back to where it came from, the newest payment first.
    async fn give_back(
        &self,
        tx: &mut Tx,
        app: &App,
        subscription: &Subscription,
        credit: Credit,
    ) -> Result<Invoice, StoreError> {
        let merchant = self.merchant;
        let mut rest = credit.amount();
        for (payment, left) in self.sources(tx, subscription).await? {
            let amount = if left.minor() < rest.minor() { left } else { rest };
            if !amount.is_zero() {
                let reason = RefundReason::TimeUnused;
                payments::give_back(tx, app, &merchant.id, &payment, amount, reason).await?;
                rest = rest.minus(amount).map_err(too_large)?;
            }
        }
        let new = NewInvoice {
            customer: self.customer,
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
        &self,
        conn: &mut Conn,
        subscription: &Subscription,
    ) -> Result<Vec<(Payment, Money)>, StoreError> {
        let (merchant, since) = (&self.merchant.id, subscription.period.start);
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
}
