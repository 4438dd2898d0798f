//! The billing clock: ends, renews and begins to charge what is due.
//!
//! In: subscriptions whose moment has come, as their merchant's clock shows it. Out: subscriptions in their
//! next period with the invoice for it, or ended. Not here: what a period costs (`domain::billing`), and
//! collecting the money (`collections`), for which a row is left.
//!
//! Whoever comes second finds the subscription's version counted, and of one period there is one invoice:
//! so any number of servers may work on this, and be killed at any moment.

use std::collections::HashMap;

use domain::billing::{Renewal, renew};
use domain::{
    Actor, CancelAt, Customer, CustomerId, EventBody, Invoice, Merchant, MerchantId, MoneyError, Subscription,
};
use jiff::{SignedDuration, Timestamp};

use super::Batch;
use crate::app::App;
use crate::config::TrialWithoutMethod;
use crate::db::{StoreError, Tx};
use crate::ending::Settled;
use crate::invoicing::{self, NewInvoice};
use crate::store::{customers, events, merchants, payment_methods, subscriptions};
use crate::{arrears, collecting, mail, metering, zone};

/// How long a subscription that cannot be billed is left alone, so that it does not hold up the others.
const LATER: SignedDuration = SignedDuration::from_hours(1);

/// Sees to at most `limit` subscriptions. Those of one merchant share a transaction; should it fail, each
/// gets one of its own, so that one bad row holds up nobody. Several missed periods are billed one by one.
pub async fn renew_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let due = subscriptions::list_due(&mut app.db.read().await?, app.clock.now(), limit).await?;
    let mut batch = Batch::default();
    let mut outcome = Ok(());
    for group in due.chunk_by(|(one, _), (next, _)| one == next) {
        let merchant = &group[0].0;
        let all: Vec<&Subscription> = group.iter().map(|(_, subscription)| subscription).collect();
        if let Ok(done) = together(app, merchant, &all).await {
            batch.taken += done;
            continue;
        }
        for one in all {
            match together(app, merchant, &[one]).await {
                Ok(done) => batch.taken += done,
                // Another server was first, or the customer changed it just now.
                Err(StoreError::Stale | StoreError::Conflict(_)) => {}
                Err(error @ StoreError::Unavailable(_)) => return Err(error),
                Err(error) => {
                    put_off(app, merchant, one).await?;
                    outcome = Err(error);
                }
            }
        }
    }
    outcome.map(|()| batch)
}

async fn put_off(app: &App, merchant: &MerchantId, subscription: &Subscription) -> Result<(), StoreError> {
    tracing::error!(subscription = %subscription.id, "this subscription cannot be billed; it is tried again in an hour");
    let mut tx = app.db.write().await?;
    let now = app.now_of(&merchants::get(&mut tx, merchant).await?);
    let until = now.saturating_add(LATER).unwrap_or(Timestamp::MAX);
    subscriptions::put_off(&mut tx, merchant, &subscription.id, until).await?;
    tx.commit().await
}

/// What is written at once for subscriptions of one merchant.
#[derive(Default)]
struct Work<'a> {
    renewed: Vec<(Renewal, &'a Customer)>,
    facts: Vec<EventBody>,
}

/// Sees to subscriptions as they were read, in one transaction; returns for how many there was something
/// to do.
async fn together(app: &App, merchant: &MerchantId, all: &[&Subscription]) -> Result<usize, StoreError> {
    let mut tx = app.db.write().await?;
    let merchant = merchants::get(&mut tx, merchant).await?;
    let (now, zone) = (app.now_of(&merchant), zone::of(&merchant));
    let customers = customers_of(&mut tx, &merchant.id, all).await?;
    let mut work = Work::default();
    let mut done = 0;
    for &subscription in all {
        // An end that is due wins over a renewal at the same instant.
        if let Some((ended, fact)) = subscription.clone().end_if_due(now) {
            let used = arrears::bill(&mut tx, app, &merchant, &Actor::System, subscription, now).await?;
            end(&mut tx, app, &merchant, (&ended, fact), used).await?;
            done += 1;
            continue;
        }
        let Some(mut renewal) = renew(subscription, now, &zone).map_err(too_large)? else { continue };
        done += 1;
        if let Some(customer) = customers.get(&subscription.customer_id) {
            // In advance for the period that begins, in arrears for what was used in the one that ended.
            let until = renewal.ended.end;
            renewal.lines.extend(metering::charge(&mut tx, &merchant.id, subscription, until, now).await?);
            begin_period(&mut tx, app, &merchant, (subscription, renewal), customer, &mut work).await?;
        }
    }
    bill(&mut tx, app, &merchant, work, now).await?;
    app.commit(tx).await?;
    Ok(done)
}

/// A price out of all proportion; a person has to look at it.
fn too_large(error: MoneyError) -> StoreError {
    StoreError::Unsound(error.into())
}

async fn customers_of(
    tx: &mut Tx,
    merchant: &MerchantId,
    all: &[&Subscription],
) -> Result<HashMap<CustomerId, Customer>, StoreError> {
    let ids: Vec<&CustomerId> = all.iter().map(|subscription| &subscription.customer_id).collect();
    let found = customers::list_by_id(tx, merchant, &ids).await?;
    Ok(found.into_iter().map(|customer| (customer.id.clone(), customer)).collect())
}

async fn end(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    (ended, fact): (&Subscription, EventBody),
    used: Option<Invoice>,
) -> Result<(), StoreError> {
    subscriptions::save(tx, &merchant.id, ended).await?;
    let event = events::append(tx, app, &merchant.id, Actor::System, fact).await?;
    let settled = Settled { used, ..Settled::default() };
    mail::subscription_changed(tx, app, &merchant.id, &event, &settled).await.map(|_| ())
}

/// Puts a subscription into its next period. A trial that ends without a payment method on file goes by the
/// settings: its first invoice stays due, or it ends.
async fn begin_period<'a>(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    (before, mut renewal): (&Subscription, Renewal),
    customer: &'a Customer,
    work: &mut Work<'a>,
) -> Result<(), StoreError> {
    let asks_for_method = renewal.was_trial && before.billed_by.is_portico();
    if asks_for_method && payment_methods::find_default(tx, &merchant.id, &customer.id).await?.is_none() {
        match app.config.billing.trial_without_payment_method {
            TrialWithoutMethod::Cancel => {
                let unpaid = before.clone().cancel(CancelAt::Now, Actor::System, None, app.now_of(merchant));
                let Ok((ended, fact)) = unpaid else { return Ok(()) };
                return end(tx, app, merchant, (&ended, fact), None).await;
            }
            TrialWithoutMethod::PastDue => {
                // One transition: the trial is over, and what follows it is not paid for.
                renewal.subscription.status = domain::SubscriptionStatus::PastDue;
                renewal.fact = EventBody::SubscriptionPastDue { subscription: renewal.subscription.clone() };
            }
        }
    }
    subscriptions::save(tx, &merchant.id, &renewal.subscription).await?;
    work.facts.push(renewal.fact.clone());
    work.renewed.push((renewal, customer));
    Ok(())
}

/// Writes the invoices of the periods that begin and are billed here, and leaves a row for each that is to be
/// collected.
async fn bill(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    work: Work<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    if work.renewed.is_empty() {
        return Ok(());
    }
    let told = events::append_all(tx, app, &merchant.id, Actor::System, work.facts).await?;
    for (event, (renewal, _)) in told.iter().zip(&work.renewed) {
        if renewal.changed {
            mail::plan_changed(tx, app, &merchant.id, event, None).await?;
        }
    }
    let billed_here = work.renewed.iter().filter(|(renewal, _)| renewal.subscription.billed_by.is_portico());
    let new: Vec<NewInvoice<'_>> = billed_here
        .map(|(renewal, customer)| NewInvoice {
            customer,
            subscription: Some(&renewal.subscription.id),
            renews: Some(renewal.subscription.period),
            currency: renewal.subscription.price.amount.currency(),
            lines: renewal.lines.clone(),
            paid: None,
            memo: String::new(),
        })
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    let issued = invoicing::issue_all(tx, app, merchant, Actor::System, new).await?;
    collecting::leave(tx, merchant, &issued, now).await
}
