//! Collecting what renewals bill, and what follows when the money does not come.
//!
//! In: invoices of renewals that are not paid. Out: payments begun on time, subscriptions past due and
//! recovered, mails to the customer. Not here: asking the provider (`payments`), and when the clock looks
//! (`worker/collections.rs`).
//!
//! A renewal leaves a row of `collection`. Its first try is at once where a payment method is on file; a
//! customer without one has until the due day, as with any invoice. After a failed try the subscription is
//! past due and the next try waits for its day; after the last one the settings say whether it ends.

use domain::{
    Actor, CancelAt, Decline, Invoice, InvoiceId, InvoiceState, Merchant, MerchantId, Payment,
    PaymentPurpose, PaymentStatus, Subscription, SubscriptionStatus,
};
use jiff::{Timestamp, ToSpan as _};
use portal_view::mail::AfterFailure;

use crate::app::App;
use crate::config::AfterRetries;
use crate::db::{StoreError, Tx};
use crate::payments::{self, Charge};
use crate::store::collections::{self, Collection};
use crate::store::{customers, events, invoices, merchants, payment_methods, subscriptions};
use crate::{arrears, mail, store, zone};

/// Leaves a row for each open invoice of a subscription, so that it is collected.
pub async fn leave(
    tx: &mut Tx,
    merchant: &Merchant,
    issued: &[Invoice],
    now: Timestamp,
) -> Result<(), StoreError> {
    let open = issued.iter().filter(|invoice| invoice.state == InvoiceState::Open);
    let to_collect: Vec<Collection> = open
        .filter_map(|invoice| {
            Some(Collection {
                invoice_id: invoice.id.clone(),
                subscription_id: invoice.subscription_id.clone()?,
                failures: 0,
                next_try_at: now,
                payment_id: None,
            })
        })
        .collect();
    collections::insert_all(tx, &merchant.id, &to_collect).await
}

/// Begins the try that is due for an invoice; the payment is to be collected once this is committed. `None`
/// where nothing is to be asked of the provider.
pub async fn begin(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    id: &InvoiceId,
) -> Result<Option<Payment>, StoreError> {
    let Some(Invoice { customer_id, .. }) = invoices::find(tx, &merchant.id, id).await? else {
        return Ok(None);
    };
    customers::lock(tx, &merchant.id, &customer_id).await?;
    // Read under the lock: another server may have begun it, or the customer paid.
    let invoice = invoices::find(tx, &merchant.id, id).await?;
    let collection = collections::find(tx, &merchant.id, id).await?;
    let Some((invoice, mut collection)) = invoice.zip(collection) else { return Ok(None) };
    let now = app.now_of(merchant);
    if collection.payment_id.is_some() || collection.next_try_at > now {
        return Ok(None);
    }
    if invoice.state != InvoiceState::Open {
        collections::delete(tx, &merchant.id, &invoice.id).await?;
        return Ok(None);
    }
    let Some(method) = payment_methods::find_default(tx, &merchant.id, &invoice.customer_id).await? else {
        let after_due_day = invoice.due_on.tomorrow().and_then(|day| day.to_zoned(zone::of(merchant)));
        let after_due_day = after_due_day.map_or(now, |midnight| midnight.timestamp());
        // Who is past due already, as after a trial, was told to put one on file.
        let patient = collection.failures == 0 && !is_past_due(tx, merchant, &collection).await?;
        if patient && now < after_due_day {
            collection.next_try_at = after_due_day;
            collections::save(tx, &merchant.id, &collection).await?;
            mail::invoice_issued(tx, app, merchant, &invoice).await?;
        } else {
            failed(tx, app, merchant, collection, &invoice, None).await?;
        }
        return Ok(None);
    };
    let purpose = PaymentPurpose::Invoice { invoice_id: invoice.id.clone() };
    if store::payments::find_under_way(tx, &merchant.id, id.as_str()).await?.is_some() {
        // The customer is paying it right now; whether that helps shows soon.
        collection.next_try_at = payments::later(now, payments::GRACE);
        collections::save(tx, &merchant.id, &collection).await?;
        return Ok(None);
    }
    let amount = invoice.amount_due();
    let charge = Charge { customer: &invoice.customer_id, method: &method, amount, purpose, batch: None };
    let payment = payments::start(tx, app, &merchant.id, Actor::System, charge).await?;
    collection.payment_id = Some(payment.id.clone());
    collections::save(tx, &merchant.id, &collection).await?;
    Ok(Some(payment))
}

/// Counts a failed payment where it was a try of ours; one of the customer's own changes nothing here.
pub async fn payment_failed(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    payment: &Payment,
) -> Result<(), StoreError> {
    let (PaymentPurpose::Invoice { invoice_id }, PaymentStatus::Failed { reason }) =
        (&payment.purpose, &payment.status)
    else {
        return Ok(());
    };
    let Some(collection) = collections::find(tx, merchant, invoice_id).await? else { return Ok(()) };
    if collection.payment_id.as_ref() != Some(&payment.id) {
        return Ok(());
    }
    let Some(invoice) = invoices::find(tx, merchant, invoice_id).await? else { return Ok(()) };
    let merchant = merchants::get(tx, merchant).await?;
    failed(tx, app, &merchant, collection, &invoice, Some(*reason)).await
}

async fn is_past_due(tx: &mut Tx, merchant: &Merchant, collection: &Collection) -> Result<bool, StoreError> {
    let subscription = subscriptions::find(tx, &merchant.id, &collection.subscription_id).await?;
    Ok(subscription.is_some_and(|one| one.status == SubscriptionStatus::PastDue))
}

/// Notes a failed try, for want of money or, without a reason, of a payment method: the subscription is past
/// due, and the customer is told when the next try is, or what follows if it was the last.
async fn failed(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    mut collection: Collection,
    invoice: &Invoice,
    reason: Option<Decline>,
) -> Result<(), StoreError> {
    let Some(subscription) = subscriptions::find(tx, &merchant.id, &collection.subscription_id).await? else {
        return Ok(());
    };
    let subscription = match subscription.clone().fall_behind() {
        Some((behind, fact)) => {
            subscriptions::save(tx, &merchant.id, &behind).await?;
            events::append(tx, app, &merchant.id, Actor::System, fact).await?;
            behind
        }
        None => subscription,
    };
    collection.failures += 1;
    collection.payment_id = None;
    let next = next_try(app, merchant, &collection);
    match next {
        Some(next) => {
            collection.next_try_at = next;
            collections::save(tx, &merchant.id, &collection).await?;
        }
        None => collections::delete(tx, &merchant.id, &collection.invoice_id).await?,
    }
    let then = match (next, app.config.billing.after_retries) {
        (Some(next), _) => AfterFailure::TriedAgain(next.to_zoned(zone::of(merchant)).date()),
        (None, AfterRetries::Keep) => AfterFailure::LeftOpen,
        (None, AfterRetries::Cancel) => {
            give_up(tx, app, merchant, subscription).await?;
            AfterFailure::Ended
        }
    };
    mail::payment_failed(tx, app, merchant, invoice, reason, then).await.map(|_| ())
}

/// When the next try is: so many days after the first failure as the settings say, at the same time of day;
/// none once all are used up.
fn next_try(app: &App, merchant: &Merchant, collection: &Collection) -> Option<Timestamp> {
    let days = &app.config.billing.retry_after_days;
    let at = usize::try_from(collection.failures).ok()?.checked_sub(1)?;
    let before = if at == 0 { 0 } else { *days.get(at - 1)? };
    let wait = i64::from(*days.get(at)?) - i64::from(before);
    let now = app.now_of(merchant);
    // Counted from when the try was due, so that a server that was away does not stretch the schedule.
    let next = collection.next_try_at.to_zoned(zone::of(merchant)).checked_add(wait.days()).ok()?;
    Some(next.timestamp().max(now))
}

async fn give_up(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    subscription: Subscription,
) -> Result<(), StoreError> {
    let now = app.now_of(merchant);
    let ended = subscription.clone().cancel(CancelAt::Now, Actor::System, None, now);
    let Ok((ended, fact)) = ended else { return Ok(()) };
    arrears::bill(tx, app, merchant, &Actor::System, &subscription, now).await?;
    subscriptions::save(tx, &merchant.id, &ended).await?;
    events::append(tx, app, &merchant.id, Actor::System, fact).await.map(|_| ())
}

/// Follows an invoice that was paid, whoever paid it and how: it is not collected any more, and a
/// subscription that was past due for it alone runs again.
pub async fn invoice_paid(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    invoice: &Invoice,
) -> Result<(), StoreError> {
    if invoice.state == InvoiceState::Open {
        return Ok(());
    }
    collections::delete(tx, merchant, &invoice.id).await?;
    let Some(id) = &invoice.subscription_id else { return Ok(()) };
    let Some(subscription) = subscriptions::find(tx, merchant, id).await? else { return Ok(()) };
    let Some((recovered, fact)) = subscription.recover() else { return Ok(()) };
    if invoices::any_open_of(tx, merchant, id).await? {
        return Ok(());
    }
    subscriptions::save(tx, merchant, &recovered).await?;
    events::append(tx, app, merchant, actor, fact).await.map(|_| ())
}
