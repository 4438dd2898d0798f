//! What was used: taken in, read, and charged.
//!
//! In: events as merchants' apps send them; a subscription. Out: what became of each event; usage for pages;
//! invoice lines. Not here: HTTP, SQL, what a quantity costs (`domain::billing`).
//!
//! The log gets no entry for an event or a batch: it would drown in them. So pages that show usage are made
//! anew after every commit, which costs the same however many events there are.

mod batch;

use std::collections::{BTreeMap, BTreeSet};

use contract::api::UpcomingInvoice;
use domain::billing::{MeterTotal, NextInvoice, usage_lines};
use domain::{
    CustomerId, InvoiceLine, Merchant, MerchantId, Meter, MeterKey, MeterUsage, MoneyError, Period, Stretch,
    Subscription, SubscriptionStatus, Tally,
};
use jiff::{SignedDuration, Timestamp};

pub use batch::{MOST_EVENTS, period_of, record, restore};

use crate::db::{Conn, StoreError, Tx};
use crate::store::usage::Day;
use crate::store::{meters, subscriptions, usage};
use crate::zone;

/// How far back the history reaches: a year, and the period before it.
const HISTORY: SignedDuration = SignedDuration::from_hours(24 * 400);

/// What a customer uses: a row for each meter of each running subscription, the newest subscription first.
pub async fn usage_of(
    conn: &mut Conn,
    merchant: &Merchant,
    customer: &CustomerId,
    now: Timestamp,
) -> Result<Vec<MeterUsage>, StoreError> {
    let mut rows = Vec::new();
    for one in running(conn, &merchant.id, customer).await? {
        rows.extend(usage_of_subscription(conn, &merchant.id, &one, now).await?);
    }
    Ok(rows)
}

/// The customer's subscriptions that have not ended, the newest first.
async fn running(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
) -> Result<Vec<Subscription>, StoreError> {
    let mut found =
        subscriptions::list_for_customer(conn, merchant, customer, None, subscriptions::MOST).await?;
    found.retain(|one| one.status != SubscriptionStatus::Canceled);
    Ok(found)
}

/// What a subscription uses: a row for each meter it is priced by, and for each price where that changed within
/// the running period.
pub async fn usage_of_subscription(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &Subscription,
    now: Timestamp,
) -> Result<Vec<MeterUsage>, StoreError> {
    let meters = meters_of(conn, merchant, subscription).await?;
    if meters.is_empty() {
        return Ok(Vec::new());
    }
    let since = subscription.period.start.saturating_sub(HISTORY).unwrap_or(Timestamp::MIN);
    let days = by_meter(usage::days_since(conn, merchant, &subscription.id, since).await?);
    let mut rows = Vec::with_capacity(meters.len());
    for stretch in &subscription.stretches(subscription.paid_until()) {
        for price in &stretch.terms.price.metered {
            let Some(meter) = meters.iter().find(|meter| meter.key == price.meter) else { continue };
            let days = days.get(&meter.key).into_iter().flatten();
            let days = days.map(|day| (day.period(), day.key.day, day.tally.clone()));
            let usage = MeterUsage::of(subscription, (stretch, price), meter, days, now);
            rows.push(usage.map_err(too_large)?);
        }
    }
    Ok(rows)
}

/// The days on which a customer used something, with the subscription and its meter, of as many periods as
/// [`usage_of`] tells of.
pub async fn days_of(
    conn: &mut Conn,
    merchant: &Merchant,
    customer: &CustomerId,
) -> Result<Vec<(Subscription, Meter, Day)>, StoreError> {
    let mut rows = Vec::new();
    for one in running(conn, &merchant.id, customer).await? {
        let meters = meters_of(conn, &merchant.id, &one).await?;
        if meters.is_empty() {
            continue;
        }
        let since = one.period.start.saturating_sub(HISTORY).unwrap_or(Timestamp::MIN);
        for day in usage::days_since(conn, &merchant.id, &one.id, since).await? {
            if let Some(meter) = meters.iter().find(|meter| meter.key == day.key.meter) {
                rows.push((one.clone(), meter.clone(), day));
            }
        }
    }
    Ok(rows)
}

/// Charges what a subscription used before `until` and was not charged for: the lines, each at the terms in
/// force when it was used, for the invoice that the same transaction writes.
///
/// `subscription` is what it was until then; a period that begins with `until` is left alone. Use during a
/// trial is free, and what another system bills is charged there. Called again it returns nothing, and an event of
/// such a period that comes later is refused.
pub async fn charge(
    tx: &mut Tx,
    merchant: &MerchantId,
    subscription: &Subscription,
    until: Timestamp,
    now: Timestamp,
) -> Result<Vec<InvoiceLine>, StoreError> {
    if !subscription.is_metered() {
        return Ok(Vec::new());
    }
    subscriptions::lock(tx, merchant, &subscription.id).await?;
    let lines = lines_due(tx, merchant, subscription, until).await?;
    usage::settle(tx, merchant, &subscription.id, until, now).await?;
    Ok(if is_charged(subscription) { lines } else { Vec::new() })
}

/// The lines [`charge`] would charge as things stand.
pub async fn lines_due(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &Subscription,
    until: Timestamp,
) -> Result<Vec<InvoiceLine>, StoreError> {
    let days = usage::unsettled_days(conn, merchant, &subscription.id, until).await?;
    if days.is_empty() {
        return Ok(Vec::new());
    }
    let meters = meters_of(conn, merchant, subscription).await?;
    let mut periods: BTreeMap<Timestamp, (Period, Vec<Day>)> = BTreeMap::new();
    for day in days {
        periods.entry(day.key.period_start).or_insert_with(|| (day.period(), Vec::new())).1.push(day);
    }
    let mut lines = Vec::new();
    let stretches = subscription.stretches(until);
    for (period, days) in periods.into_values() {
        let totals = totals(&meters, days).map_err(too_large)?;
        let stretch = stretches.iter().find(|stretch| stretch.period.start == period.start).cloned();
        let stretch = stretch.unwrap_or_else(|| Stretch { terms: subscription.terms(), period, of: period });
        lines.extend(usage_lines(&stretch, &totals).map_err(too_large)?);
    }
    Ok(lines)
}

/// Whether Portico charges what is used now: not in a trial, where use is free, nor what another system bills.
fn is_charged(subscription: &Subscription) -> bool {
    subscription.status != SubscriptionStatus::Trialing && subscription.billed_by.is_portico()
}

/// What was used and is to be charged here.
pub async fn lines_so_far(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &Subscription,
) -> Result<Vec<InvoiceLine>, StoreError> {
    if !is_charged(subscription) || !subscription.is_metered() {
        return Ok(Vec::new());
    }
    lines_due(conn, merchant, subscription, subscription.paid_until()).await
}

/// What comes next, with what was used so far.
pub async fn next_invoice(
    conn: &mut Conn,
    merchant: &Merchant,
    subscription: &Subscription,
) -> Result<Option<NextInvoice>, StoreError> {
    let used = lines_so_far(conn, &merchant.id, subscription).await?;
    NextInvoice::with_usage(subscription, used, &zone::of(merchant)).map_err(too_large)
}

/// What comes next for each running subscription of a customer, the newest first.
pub async fn next_invoices(
    conn: &mut Conn,
    merchant: &Merchant,
    customer: &CustomerId,
) -> Result<Vec<UpcomingInvoice>, StoreError> {
    let mut upcoming = Vec::new();
    for one in running(conn, &merchant.id, customer).await? {
        let next = next_invoice(conn, merchant, &one).await?;
        upcoming.extend(next.map(|invoice| UpcomingInvoice { subscription_id: one.id, invoice }));
    }
    Ok(upcoming)
}

/// The meters a subscription is priced by, or was earlier in the running period.
async fn meters_of(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &Subscription,
) -> Result<Vec<Meter>, StoreError> {
    let earlier = subscription.earlier_terms.iter().flat_map(|earlier| &earlier.terms.price.metered);
    let keys: BTreeSet<&MeterKey> =
        subscription.price.metered.iter().chain(earlier).map(|price| &price.meter).collect();
    let keys: Vec<_> = keys.into_iter().collect();
    meters::find_by_keys(conn, merchant, &keys).await
}

fn by_meter(days: Vec<Day>) -> BTreeMap<MeterKey, Vec<Day>> {
    let mut sorted: BTreeMap<MeterKey, Vec<Day>> = BTreeMap::new();
    for day in days {
        sorted.entry(day.key.meter.clone()).or_default().push(day);
    }
    sorted
}

/// What the days of one period come to for each meter.
fn totals(meters: &[Meter], days: Vec<Day>) -> Result<Vec<MeterTotal>, MoneyError> {
    let mut days = by_meter(days);
    let mut totals = Vec::new();
    for meter in meters {
        let tallies = days.remove(&meter.key).unwrap_or_default().into_iter().map(|day| day.tally);
        if let Some(sum) = sum(tallies, meter)? {
            totals.push(MeterTotal { meter: meter.clone(), quantity: sum.quantity });
        }
    }
    Ok(totals)
}

fn sum(mut tallies: impl Iterator<Item = Tally>, meter: &Meter) -> Result<Option<Tally>, MoneyError> {
    let Some(first) = tallies.next() else { return Ok(None) };
    tallies.try_fold(first, |sum, day| sum.plus(day, meter.aggregation)).map(Some)
}

/// More was used than money can say; a person has to look at it.
fn too_large(error: MoneyError) -> StoreError {
    StoreError::Unreadable { column: "quantity".to_owned(), source: error.into() }
}
