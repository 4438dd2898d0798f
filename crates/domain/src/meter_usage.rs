//! What a customer and the merchant read about the use of one meter: so far, in days, and in periods before.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::billing::{MeterTotal, usage_lines};
use crate::{
    InvoiceLine, Meter, MeteredPrice, MoneyError, Period, PeriodUsage, Subscription, SubscriptionId, Tally,
    Totals, projected,
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

/// The use of one meter by one subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeterUsage {
    /// Which subscription.
    pub subscription_id: SubscriptionId,
    /// Its plan's name.
    pub plan_name: String,
    /// Which meter.
    pub meter: Meter,
    /// What it costs.
    pub price: MeteredPrice,
    /// The period that runs, and what it came to so far.
    pub current: PeriodUsage,
    /// What it will come to if it goes on like this; none too early to tell.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "14200"))]
    pub projected: Option<Decimal>,
    /// What the next invoice says about it as things stand.
    pub lines: Vec<InvoiceLine>,
    /// What these lines add up to.
    pub cost: Totals,
    /// The days of the period that runs; days without use are left out.
    pub days: Vec<DayUsage>,
    /// Periods before, newest first.
    pub past: Vec<PeriodUsage>,
}

impl MeterUsage {
    /// The use of `meter` under the subscription's terms of today, made from what its days came to.
    pub fn of(
        subscription: &Subscription,
        meter: &Meter,
        price: &MeteredPrice,
        days: impl IntoIterator<Item = (Period, Date, Tally)>,
        now: Timestamp,
    ) -> Result<Self, MoneyError> {
        let mut running = Vec::new();
        let mut tallies: BTreeMap<Timestamp, (Period, Tally)> = BTreeMap::new();
        for (period, day, tally) in days {
            if period.start == subscription.period.start {
                running.push(DayUsage { day, quantity: tally.quantity });
            }
            let sum = match tallies.remove(&period.start) {
                Some((_, sum)) => sum.plus(tally, meter.aggregation)?,
                None => tally,
            };
            tallies.insert(period.start, (period, sum));
        }
        let quantity = |tally: Option<&(Period, Tally)>| tally.map_or(Decimal::ZERO, |(_, sum)| sum.quantity);
        let current = PeriodUsage {
            period: subscription.period,
            quantity: quantity(tallies.get(&subscription.period.start)),
        };
        let past = tallies.range(..subscription.period.start).rev();
        let past = past.map(|(_, (period, sum))| PeriodUsage { period: *period, quantity: sum.quantity });
        let total = MeterTotal { meter: meter.clone(), quantity: current.quantity };
        let lines = usage_lines(&subscription.terms(), &[total], current.period)?;
        Ok(Self {
            subscription_id: subscription.id.clone(),
            plan_name: subscription.plan_name.clone(),
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
