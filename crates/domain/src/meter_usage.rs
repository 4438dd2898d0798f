//! What a customer and the merchant read about the use of one meter: so far, in days, and in periods before.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::billing::{MeterTotal, usage_lines};
use crate::{
    InvoiceLine, Meter, MeteredPrice, MoneyError, Period, PeriodUsage, Stretch, Subscription, SubscriptionId,
    SubscriptionStatus, Tally, Totals, projected,
};

/// What a day came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayUsage {
    /// The merchant's day.
    pub day: Date,
    /// How much was used on it.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "420"))]
    pub quantity: Decimal,
}

/// The use of one meter by one subscription, while it was priced alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeterUsage {
    /// Which subscription.
    pub subscription_id: SubscriptionId,
    /// The plan's name then.
    pub plan_name: String,
    /// Which meter.
    pub meter: Meter,
    /// What it costs.
    pub price: MeteredPrice,
    /// The period that runs, or the part of it in which this was the price, and what it came to so far.
    pub current: PeriodUsage,
    /// What it will come to if it goes on like this; none too early to tell.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "14200"))]
    pub projected: Option<Decimal>,
    /// What the next invoice says about it as things stand; nothing in a trial, where use is free.
    pub lines: Vec<InvoiceLine>,
    /// What these lines add up to.
    pub cost: Totals,
    /// The days of the period that runs; days without use are left out.
    pub days: Vec<DayUsage>,
    /// Periods before, newest first.
    pub past: Vec<PeriodUsage>,
}

impl MeterUsage {
    /// The use of `meter` in a stretch of the running period, made from what its days came to. Periods before
    /// go with the stretch that runs.
    pub fn of(
        subscription: &Subscription,
        (stretch, price): (&Stretch, &MeteredPrice),
        meter: &Meter,
        days: impl IntoIterator<Item = (Period, Date, Tally)>,
        now: Timestamp,
    ) -> Result<Self, MoneyError> {
        let mut running = Vec::new();
        let mut tallies: BTreeMap<Timestamp, (Period, Tally)> = BTreeMap::new();
        for (period, day, tally) in days {
            if period.start == stretch.period.start {
                running.push(DayUsage { day, quantity: tally.quantity });
            }
            let sum = match tallies.remove(&period.start) {
                Some((_, sum)) => sum.plus(tally, meter.aggregation)?,
                None => tally,
            };
            tallies.insert(period.start, (period, sum));
        }
        let quantity = |tally: Option<&(Period, Tally)>| tally.map_or(Decimal::ZERO, |(_, sum)| sum.quantity);
        let current =
            PeriodUsage { period: stretch.period, quantity: quantity(tallies.get(&stretch.period.start)) };
        let runs = stretch.period.start == subscription.priced_since();
        let past = tallies.range(..subscription.period.start).rev().filter(|_| runs);
        let past = past.map(|(_, (period, sum))| PeriodUsage { period: *period, quantity: sum.quantity });
        let total = MeterTotal { meter: meter.clone(), quantity: current.quantity };
        let lines = match subscription.status {
            SubscriptionStatus::Trialing => Vec::new(),
            _ => usage_lines(stretch, &[total])?,
        };
        Ok(Self {
            subscription_id: subscription.id.clone(),
            plan_name: stretch.terms.plan_name.clone(),
            meter: meter.clone(),
            price: price.clone(),
            projected: projected(meter, &current, now),
            cost: Totals::of(&lines, subscription.price.amount.currency())?,
            past: past.collect(),
            days: running,
            current,
            lines,
        })
    }
}
