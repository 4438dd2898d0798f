//! What was used: taken in, read, and charged.
//!
//! In: events as merchants' apps send them; a subscription. Out: what became of each event; usage for pages;
//! invoice lines. Not here: HTTP, SQL, what a quantity costs (`domain::billing`).
//!
//! The log gets no entry for an event or a batch: it would drown in them. So pages that show usage are made
//! anew each time, which costs the same however many events there are.

mod batch;

use std::collections::BTreeMap;

use domain::billing::{MeterTotal, usage_lines};
use domain::{
    CustomerId, InvoiceLine, Merchant, MerchantId, Meter, MeterKey, MeterUsage, MoneyError, Period,
    Subscription, SubscriptionStatus, Tally,
};
use jiff::{SignedDuration, Timestamp};

pub use batch::{MOST_EVENTS, period_of, record, restore};

use crate::db::{Conn, StoreError, Tx};
use crate::store::usage::Day;
use crate::store::{meters, subscriptions, usage};

/// How far back the history reaches: a year, and the period before it.
const HISTORY: SignedDuration = SignedDuration::from_hours(24 * 400);

/// Most subscriptions looked at.
const MOST: u32 = 100;

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
    let mut found = subscriptions::list_for_customer(conn, merchant, customer, None, MOST).await?;
    found.retain(|one| one.status != SubscriptionStatus::Canceled);
    Ok(found)
}

/// What a subscription uses: a row for each meter it is priced by.
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
    let mut days = by_meter(usage::days_since(conn, merchant, &subscription.id, since).await?);
    let mut rows = Vec::with_capacity(meters.len());
    for price in &subscription.price.metered {
        let Some(meter) = meters.iter().find(|meter| meter.key == price.meter) else { continue };
        let days = days.remove(&meter.key).unwrap_or_default().into_iter();
        let days = days.map(|day| (day.period(), day.key.day, day.tally));
        rows.push(MeterUsage::of(subscription, meter, price, days, now).map_err(too_large)?);
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

/// Charges what a subscription used in periods that began before `until` and was not charged for: the lines,
/// at the terms of `subscription`, for the invoice that the same transaction writes.
///
/// `subscription` is what it was until then. Use during a trial is free. Called again it returns nothing, and
/// an event of such a period that comes later is refused.
pub async fn charge(
    tx: &mut Tx,
    merchant: &MerchantId,
    subscription: &Subscription,
    until: Timestamp,
    now: Timestamp,
) -> Result<Vec<InvoiceLine>, StoreError> {
    subscriptions::lock(tx, merchant, &subscription.id).await?;
    let lines = lines_due(tx, merchant, subscription, until).await?;
    usage::settle(tx, merchant, &subscription.id, until, now).await?;
    Ok(if subscription.status == SubscriptionStatus::Trialing { Vec::new() } else { lines })
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
    for (period, days) in periods.into_values() {
        let totals = totals(&meters, days).map_err(too_large)?;
        lines.extend(usage_lines(&subscription.terms(), &totals, period).map_err(too_large)?);
    }
    Ok(lines)
}

/// The meters a subscription is priced by.
async fn meters_of(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &Subscription,
) -> Result<Vec<Meter>, StoreError> {
    let keys: Vec<&MeterKey> = subscription.price.metered.iter().map(|price| &price.meter).collect();
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
