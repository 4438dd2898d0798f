//! What an end settles: the last use is billed, and time that was paid for and is not used goes back.
//!
//! In: who leaves whom, a subscription. Out: the figures for the question; then an invoice, a credit note, and the
//! money on its way to where it came from. Not here: whether it may end (`domain::policy`), what the time comes to
//! (`domain::billing`), sending the money (`payments`).

use domain::billing::{Credit, Quote, Settlement};
use domain::{
    Actor, CreditPolicy, Customer, Invoice, InvoiceLine, InvoiceState, Merchant, Money, MoneyError, Payment,
    PaymentPurpose, RefundReason, Subscription,
};
use jiff::{SignedDuration, Timestamp};

use crate::app::App;
use crate::db::{Conn, StoreError, Tx};
use crate::invoicing::{self, NewInvoice};
use crate::store::{self, invoices, quotes, refunds};
use crate::{arrears, metering, payments};

fn too_large(error: MoneyError) -> StoreError {
    StoreError::Unsound(error.into())
}

/// What an end settled.
#[derive(Debug, Default)]
pub struct Settled {
    /// The invoice for what was used and not charged yet.
    pub used: Option<Invoice>,
    /// What went back.
    pub credit: Option<Credit>,
    /// The note that says so.
    pub credit_note: Option<Invoice>,
}

impl Settled {
    /// The same as it was shown before.
    pub fn as_shown(self) -> Settlement {
        let used = self.used.map(|invoice| invoice.lines).unwrap_or_default();
        Settlement { used, credit: self.credit }
    }
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

    /// Settles what ends at once, as the page said that was confirmed, if that page still stands: its credit, counted
    /// from `unused_from`, is good as long as the figures of any quote. Else nothing is done and it is `None`.
    pub async fn settle(
        &self,
        tx: &mut Tx,
        app: &App,
        subscription: &Subscription,
        unused_from: Option<Timestamp>,
    ) -> Result<Option<Settled>, StoreError> {
        let now = app.now_of(self.merchant);
        let shown = unused_from.filter(|from| {
            let age = now.duration_since(*from);
            !age.is_negative() && age <= Quote::VALID_FOR
        });
        let credit = self.credit(tx, subscription, shown.unwrap_or(now)).await?;
        if credit.as_ref().map(|credit| credit.from) != shown {
            return Ok(None);
        }
        let used = arrears::bill(tx, app, self.merchant, &Actor::Customer, subscription, now).await?;
        let credit_note = match &credit {
            Some(credit) => Some(self.give_back(tx, app, subscription, credit).await?),
            None => None,
        };
        Ok(Some(Settled { used, credit, credit_note }))
    }

    /// What goes back, if the merchant credits time not used, and if so much came through Portico for that time.
    /// What was paid elsewhere cannot be sent back from here.
    async fn credit(
        &self,
        conn: &mut Conn,
        subscription: &Subscription,
        at: Timestamp,
    ) -> Result<Option<Credit>, StoreError> {
        if self.credit == CreditPolicy::None {
            return Ok(None);
        }
        let sources = self.sources(conn, subscription, at).await?;
        let mut invoices: Vec<&Invoice> = sources.iter().map(|source| &source.invoice).collect();
        invoices.sort_by_key(|invoice| &invoice.id);
        invoices.dedup_by_key(|invoice| &invoice.id);
        let charged: Vec<InvoiceLine> =
            invoices.into_iter().flat_map(|invoice| invoice.lines.iter().cloned()).collect();
        let Some(credit) = Credit::of(subscription, &charged, at).map_err(too_large)? else {
            return Ok(None);
        };
        let mut left = Money::zero(credit.amount().currency());
        for source in &sources {
            left = left.plus(source.left).map_err(too_large)?;
        }
        Ok((left.minor() >= credit.amount().minor()).then_some(credit))
    }

    /// Issues the credit note, and has the money go back to where it came from, the newest payment first.
    async fn give_back(
        &self,
        tx: &mut Tx,
        app: &App,
        subscription: &Subscription,
        credit: &Credit,
    ) -> Result<Invoice, StoreError> {
        let merchant = self.merchant;
        let mut rest = credit.amount();
        for Source { payment, left, .. } in self.sources(tx, subscription, credit.from).await? {
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
            lines: credit.lines.clone(),
            paid: Some(app.now_of(merchant)),
            memo: String::new(),
        };
        invoicing::issue(tx, app, merchant, Actor::Customer, new).await
    }

    /// The payments of invoices that charged time from `at` on and are paid, newest first.
    async fn sources(
        &self,
        conn: &mut Conn,
        subscription: &Subscription,
        at: Timestamp,
    ) -> Result<Vec<Source>, StoreError> {
        let merchant = &self.merchant.id;
        let since = at.saturating_sub(LONGEST_PERIOD).unwrap_or(at);
        let mut sources = Vec::new();
        for payment in store::payments::list_for_subscription(conn, merchant, subscription, since).await? {
            let invoice = match &payment.purpose {
                PaymentPurpose::Invoice { invoice_id } => Some(invoice_id.clone()),
                PaymentPurpose::Change { quote_id } => {
                    quotes::find(conn, merchant, quote_id).await?.and_then(|quote| quote.invoice_id)
                }
            };
            let Some(invoice) = invoice else { continue };
            let invoice = invoices::find(conn, merchant, &invoice).await?;
            let lasts = |line: &InvoiceLine| line.period.is_some_and(|period| at < period.end);
            let paid = |one: &Invoice| one.state == InvoiceState::Paid && one.lines.iter().any(lasts);
            let Some(invoice) = invoice.filter(paid) else { continue };
            let mut left = payment.amount;
            for refund in refunds::list_for_payment(conn, merchant, &payment.id).await? {
                left = left.minus(refund.amount).map_err(too_large)?;
            }
            sources.push(Source { payment, left, invoice });
        }
        Ok(sources)
    }
}

/// No period is longer than a year, and none is paid for before it begins.
const LONGEST_PERIOD: SignedDuration = SignedDuration::from_hours(24 * 367);

/// A payment that time was paid with.
struct Source {
    payment: Payment,
    /// What has not gone back of it.
    left: Money,
    /// What it paid.
    invoice: Invoice,
}
