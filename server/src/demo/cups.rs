//! Cups brewed by the machines of the *Office* plan: what the sample merchant meters.
//!
//! In: a subscription and its days. Out: the meter, its price, and a usage record for each day.

use domain::{Aggregation, MeteredPrice, UsageTier};
use fastrand::Rng;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use rust_decimal::Decimal;

use crate::import::{MeterRecord, Record, UsageRecord};

/// The meter's key.
const KEY: &str = "cups";
/// How many days back the machines remember.
const DAYS: i32 = 200;

pub(super) fn meter() -> MeterRecord {
    MeterRecord {
        id: None,
        key: KEY.parse().expect("a key"),
        name: "Cups brewed".into(),
        unit: "cups".into(),
        aggregation: Aggregation::Sum,
        created_at: None,
    }
}

/// What cups cost where a euro is `rate`: 1,500 a month are included.
pub(super) fn price(rate: Decimal) -> MeteredPrice {
    let euros = |thousandths: i64| (Decimal::new(thousandths, 3) * rate).round_dp(4).normalize();
    MeteredPrice {
        meter: KEY.parse().expect("a key"),
        included: Decimal::from(1_500),
        unit_price: euros(45),
        tiers: vec![UsageTier { above: Decimal::from(5_000), unit_price: euros(38) }],
    }
}

/// What the machines of `seats` desks brewed each day up to now; some customers more than is included.
pub(super) fn brewed(
    subscription: &str,
    number: usize,
    seats: u32,
    begun: Date,
    now: Timestamp,
    zone: &TimeZone,
) -> Vec<Record> {
    let mut rng = Rng::with_seed(number as u64);
    let today = now.to_zoned(zone.clone()).date();
    let first = begun.max(today.saturating_sub(Span::new().days(DAYS)));
    let desks = i64::from(seats);
    let days = first.series(Span::new().days(1)).take_while(|day| *day <= today);
    days.filter_map(|day| {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let most = if weekend { desks / 4 + 1 } else { desks * 5 };
        let cups = rng.i64(most / 2..=most);
        let at = day.at(17, 30, 0, 0).to_zoned(zone.clone()).ok()?.timestamp().min(now);
        Some(Record::Usage(UsageRecord {
            id: format!("{subscription}-{day}"),
            subscription: subscription.to_owned(),
            meter: KEY.parse().ok()?,
            at,
            quantity: Decimal::from(cups),
            value: None,
        }))
    })
    .collect()
}
