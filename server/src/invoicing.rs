//! Issuing invoices: a number without gaps, a due day, whom it is billed to, and the events that say so.
//!
//! In: lines, and for whom. Out: an invoice in the books, in the caller's transaction. Not here: what the
//! lines are (`domain::billing`), when they are due to be written, and collecting the money.

use domain::{
    Actor, Currency, Customer, EventBody, Invoice, InvoiceError, InvoiceLine, InvoiceState, Merchant,
    MerchantId, Money, Period, SubscriptionId, Totals,
};
use jiff::{Timestamp, ToSpan as _};

use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::store::{events, invoices, merchants};
use crate::zone;

/// An invoice about to be issued.
#[derive(Debug)]
pub struct NewInvoice<'a> {
    /// Who owes it; name, address and tax numbers are printed as they are now.
    pub customer: &'a Customer,
    /// What it bills, if it bills a subscription.
    pub subscription: Option<&'a SubscriptionId>,
    /// The period it begins, if it renews the subscription; of one period there is one such invoice.
    pub renews: Option<Period>,
    /// What it bills for; at least one line.
    pub lines: Vec<InvoiceLine>,
    /// The currency of every line.
    pub currency: Currency,
    /// When it was paid in full, if it was paid before it was written.
    pub paid: Option<Timestamp>,
    /// A note to the customer.
    pub memo: String,
}

/// Issues one invoice; see [`issue_all`].
pub async fn issue(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    actor: Actor,
    new: NewInvoice<'_>,
) -> Result<Invoice, StoreError> {
    let mut issued = issue_all(tx, app, merchant, actor, vec![new]).await?;
    Ok(issued.remove(0))
}

/// Issues invoices: numbered in order, dated the merchant's day, with `invoice.issued` for each and
/// `invoice.paid` for those that are paid, or cost nothing. A period that is billed already is
/// [`StoreError::Conflict`].
pub async fn issue_all(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    actor: Actor,
    new: Vec<NewInvoice<'_>>,
) -> Result<Vec<Invoice>, StoreError> {
    let mut issued = Vec::with_capacity(new.len());
    for one in new {
        let from = one.renews.map(|period| period.start);
        issued.push((write(app, merchant, one)?, from));
    }
    let count = i64::try_from(issued.len()).unwrap_or(i64::MAX);
    let (prefix, first) = numbers(tx, &merchant.id, count).await?;
    for ((invoice, _), number) in issued.iter_mut().zip(first..) {
        invoice.number = format!("{prefix}{number:04}");
    }
    invoices::insert(tx, &merchant.id, issued.iter().map(|(invoice, from)| (invoice, *from))).await?;
    let told = issued.iter().flat_map(|(invoice, _)| {
        let paid = (invoice.state == InvoiceState::Paid).then(|| invoice.clone());
        let issued = EventBody::InvoiceIssued { invoice: invoice.clone() };
        [Some(issued), paid.map(|invoice| EventBody::InvoicePaid { invoice })].into_iter().flatten()
    });
    events::append_all(tx, app, &merchant.id, actor, told.collect()).await?;
    Ok(issued.into_iter().map(|(invoice, _)| invoice).collect())
}

/// The invoice, as yet without its number.
fn write(app: &App, merchant: &Merchant, new: NewInvoice<'_>) -> Result<Invoice, StoreError> {
    let now = app.now_of(merchant);
    let today = zone::today(app, merchant);
    let totals = Totals::of(&new.lines, new.currency).map_err(InvoiceError::from)?;
    let paid_at = if totals.total.is_zero() { Some(new.paid.unwrap_or(now)) } else { new.paid };
    let invoice = Invoice {
        id: app.new_id(),
        external_id: None,
        customer_id: new.customer.id.clone(),
        subscription_id: new.subscription.cloned(),
        number: String::new(),
        state: if paid_at.is_some() { InvoiceState::Paid } else { InvoiceState::Open },
        currency: new.currency,
        issued_on: today,
        due_on: today.saturating_add(i64::from(app.config.billing.due_days).days()),
        bill_to_name: new.customer.name.clone(),
        bill_to_address: new.customer.address.clone(),
        bill_to_tax_ids: new.customer.tax_ids.clone(),
        lines: new.lines,
        totals,
        amount_paid: if paid_at.is_some() { totals.total } else { Money::zero(new.currency) },
        paid_at,
        memo: new.memo,
        created_at: now,
        version: 1,
    };
    invoice.check()?;
    Ok(invoice)
}

/// Draws `count` numbers: what they begin with, and the first.
///
/// A series owns what its numbers begin with. It begins with the first number drawn, by a prefix that no
/// imported number has; from then on an import that brings such a number is refused (see
/// [`own_prefix`]). So a number drawn is never taken, and nothing needs to be skipped, which would leave
/// a gap.
async fn numbers(tx: &mut Tx, merchant: &MerchantId, count: i64) -> Result<(String, i64), StoreError> {
    let drawn = merchants::draw_numbers(tx, merchant, count).await?;
    if let Some(prefix) = drawn.prefix {
        return Ok((prefix, drawn.first));
    }
    let mut prefix = "INV-".to_owned();
    let mut others = 2..;
    while invoices::any_numbered(tx, merchant, &prefix).await? {
        prefix = format!("INV{}-", others.next().unwrap_or(i64::MAX));
    }
    merchants::begin_series(tx, merchant, &prefix).await?;
    Ok((prefix, drawn.first))
}

/// What only the numbers of invoices begin with that Portico itself wrote for this merchant; none before the
/// first. No series begins until the commit, because drawing no number locks the merchant's row too.
pub async fn own_prefix(tx: &mut Tx, merchant: &MerchantId) -> Result<Option<String>, StoreError> {
    Ok(merchants::draw_numbers(tx, merchant, 0).await?.prefix)
}
