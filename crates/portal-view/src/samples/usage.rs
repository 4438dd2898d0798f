//! What the sample account uses: more calls than its plan includes, and storage that stays below.

use domain::{
    Aggregation, Meter, MeterId, MeterUsage, MeteredPrice, NewId as _, Period, Subscription, Tally, UsageTier,
};
use jiff::{Timestamp, ToSpan as _};
use rust_decimal::Decimal;

use super::SampleAccount;
use crate::{UsageView, date};

/// What calls and storage cost.
pub(super) fn prices() -> Vec<MeteredPrice> {
    let calls = MeteredPrice {
        meter: "api_calls".parse().expect("a key"),
        included: Decimal::from(10_000),
        unit_price: Decimal::new(15, 4),
        tiers: vec![UsageTier { above: Decimal::from(100_000), unit_price: Decimal::new(1, 3) }],
    };
    let storage = MeteredPrice {
        meter: "storage".parse().expect("a key"),
        included: Decimal::from(50),
        unit_price: Decimal::new(8, 2),
        tiers: Vec::new(),
    };
    vec![calls, storage]
}

/// The meters they name.
pub(super) fn meters(account: &SampleAccount) -> Vec<Meter> {
    let named = [("API calls", "calls", Aggregation::Sum), ("Storage", "GB", Aggregation::Last)];
    let meters = (1..).zip(prices()).zip(named).map(|((n, price), (name, unit, aggregation))| Meter {
        id: MeterId::new(Timestamp::UNIX_EPOCH, [n; 10]),
        key: price.meter,
        name: name.to_owned(),
        unit: unit.to_owned(),
        aggregation,
        created_at: account.now,
        version: 1,
    });
    meters.collect()
}

/// The usage page of the first subscription.
pub(super) fn view(account: &SampleAccount) -> UsageView {
    let mut subscription = account.subscriptions[0].clone();
    subscription.price.metered = prices();
    let used = meters(account).into_iter().zip(prices()).zip([1_800, 40]).map(|((meter, price), most)| {
        let days = days(account, &subscription, most);
        let stretch = subscription.stretches(subscription.period.end).remove(0);
        MeterUsage::of(&subscription, (&stretch, &price), &meter, days, account.now).expect("small amounts")
    });
    UsageView::new(used.collect(), &account.zone)
}

/// Some use on every day of the running period up to now, and of two periods before.
fn days(
    account: &SampleAccount,
    subscription: &Subscription,
    most: i64,
) -> Vec<(Period, jiff::civil::Date, Tally)> {
    let mut period = subscription.period;
    let mut days = Vec::new();
    for _ in 0..3 {
        let first = date::day_of(period.start, &account.zone);
        let last = date::last_day(period.end, &account.zone).min(account.today);
        for day in first.series(1.day()).take_while(|day| *day <= last) {
            let wave =
                i64::from(day.day()) * 37 % 11 + if day.weekday().to_monday_one_offset() > 5 { 1 } else { 9 };
            let quantity = Decimal::from(most * wave / 20);
            let tally = Tally { quantity, latest_at: period.start, latest_id: day.to_string(), events: 1 };
            days.push((period, day, tally));
        }
        let Some(before) = subscription.past_period(period.start - 1.second(), &account.zone) else { break };
        period = before;
    }
    days
}
