//! What a plan costs: flat, by the seat, by the seat in tiers, and the tax on top.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{Interval, MeterKey, MeteredPrice, Money, MoneyError};

/// A cheaper, or dearer, seat from some number of seats on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tier {
    /// The first seat it counts for, at least 2.
    pub from: u32,
    /// What that seat and each one after it costs, up to the next tier.
    pub amount: Money,
}

/// What a plan costs each interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Price {
    /// Per interval, before tax; if `per_seat`, of each seat before the first tier.
    pub amount: Money,
    /// How often.
    pub interval: Interval,
    /// Whether the amount counts once for each seat.
    pub per_seat: bool,
    /// Other amounts from some seat on, in ascending order; seats before it keep their own.
    #[serde(default)]
    pub tiers: Vec<Tier>,
    /// Percent that comes on top, such as `19` or `8.25`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "19"))]
    pub tax_rate: Decimal,
    /// What use costs on top, each meter once; charged when the period in which it was used is over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metered: Vec<MeteredPrice>,
}

/// Seats that cost the same: a row of the sum that makes a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The first seat in it, from 1.
    pub from: u32,
    /// How many; 1 where the price does not count seats.
    pub seats: u32,
    /// What each costs.
    pub each: Money,
    /// What they cost together.
    pub amount: Money,
}

/// Why a price makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PriceError {
    /// Below nothing.
    #[error("a price cannot be negative")]
    Negative,
    /// Not a percentage.
    #[error("a tax rate is 0 to 100 percent")]
    TaxRate,
    /// Tiers count seats.
    #[error("tiers need a price per seat")]
    TiersWithoutSeats,
    /// They overlap.
    #[error("tiers begin at seat 2 or later, each after the one before")]
    TierOrder,
    /// They cannot be added up.
    #[error("all tiers are in the currency of the price")]
    TierCurrency,
    /// Something about a metered price.
    #[error(
        "metered prices name each meter once; nothing in them is negative, and each tier lies above the one before"
    )]
    Metered,
}

impl Price {
    /// The same amount each interval, untaxed.
    pub fn flat(amount: Money, interval: Interval) -> Self {
        Self {
            amount,
            interval,
            per_seat: false,
            tiers: Vec::new(),
            tax_rate: Decimal::ZERO,
            metered: Vec::new(),
        }
    }

    /// An amount for each seat, untaxed.
    pub fn per_seat(amount: Money, interval: Interval) -> Self {
        Self { per_seat: true, ..Self::flat(amount, interval) }
    }

    /// Whether it makes sense; every price in the books does.
    pub fn check(&self) -> Result<(), PriceError> {
        let amounts = || [self.amount].into_iter().chain(self.tiers.iter().map(|tier| tier.amount));
        let starts = || [1].into_iter().chain(self.tiers.iter().map(|tier| tier.from));
        if amounts().any(Money::is_negative) {
            return Err(PriceError::Negative);
        }
        if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&self.tax_rate) {
            return Err(PriceError::TaxRate);
        }
        if !self.per_seat && !self.tiers.is_empty() {
            return Err(PriceError::TiersWithoutSeats);
        }
        if starts().zip(starts().skip(1)).any(|(one, next)| next <= one) {
            return Err(PriceError::TierOrder);
        }
        if amounts().any(|amount| amount.currency() != self.amount.currency()) {
            return Err(PriceError::TierCurrency);
        }
        let twice = |one: &MeteredPrice| self.metered.iter().filter(|two| two.meter == one.meter).count() > 1;
        if self.metered.len() > 50 || self.metered.iter().any(|one| !one.is_sound() || twice(one)) {
            return Err(PriceError::Metered);
        }
        Ok(())
    }

    /// What the use of this meter costs, if it is priced at all.
    pub fn metered(&self, meter: &MeterKey) -> Option<&MeteredPrice> {
        self.metered.iter().find(|metered| metered.meter == *meter)
    }

    /// What `seats` cost in one interval before tax, tier by tier; a single step where there are none.
    pub fn steps(&self, seats: u32) -> Result<Vec<Step>, MoneyError> {
        let seats = if self.per_seat { seats } else { 1 };
        let first = Tier { from: 1, amount: self.amount };
        let tiers: Vec<Tier> = [first].into_iter().chain(self.tiers.iter().copied()).collect();
        let ends = tiers.iter().skip(1).map(|next| next.from).chain([u32::MAX]);
        let mut steps = Vec::new();
        for (tier, end) in tiers.iter().zip(ends) {
            let count = seats.min(end.saturating_sub(1)).saturating_sub(tier.from.saturating_sub(1));
            if count > 0 {
                let amount = tier.amount.times(i64::from(count))?;
                steps.push(Step { from: tier.from, seats: count, each: tier.amount, amount });
            }
        }
        Ok(steps)
    }

    /// What `seats` cost in one interval, before tax.
    pub fn total(&self, seats: u32) -> Result<Money, MoneyError> {
        let nothing = Money::zero(self.amount.currency());
        self.steps(seats)?.into_iter().try_fold(nothing, |sum, step| sum.plus(step.amount))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    fn eur(minor: i64) -> Money {
        Money::from_minor(minor, Currency::EUR)
    }

    fn tiered() -> Price {
        let tier = |from, minor| Tier { from, amount: eur(minor) };
        Price { tiers: vec![tier(11, 1_000), tier(51, 800)], ..Price::per_seat(eur(1_250), Interval::Month) }
    }

    #[test]
    fn seats_before_a_tier_keep_their_price() {
        let rows = |seats| -> Vec<(u32, u32, i64)> {
            let steps = tiered().steps(seats).expect("small amounts");
            steps.iter().map(|step| (step.from, step.seats, step.amount.minor())).collect()
        };
        assert_eq!(rows(10), [(1, 10, 12_500)]);
        assert_eq!(rows(11), [(1, 10, 12_500), (11, 1, 1_000)]);
        assert_eq!(rows(60), [(1, 10, 12_500), (11, 40, 40_000), (51, 10, 8_000)]);
        assert_eq!(tiered().total(60), Ok(eur(60_500)));
    }

    #[test]
    fn a_flat_price_counts_once_however_many_seats() {
        let price = Price::flat(eur(4_900), Interval::Month);
        assert_eq!(price.total(12), Ok(eur(4_900)));
        assert_eq!(price.steps(12).map(|steps| steps.len()), Ok(1));
    }

    #[test]
    fn prices_that_make_no_sense_are_refused() {
        let with = |change: fn(&mut Price)| {
            let mut price = tiered();
            change(&mut price);
            price.check()
        };
        assert_eq!(with(|_| ()), Ok(()));
        assert_eq!(with(|price| price.tiers[1].from = 11), Err(PriceError::TierOrder));
        assert_eq!(with(|price| price.tiers[0].from = 1), Err(PriceError::TierOrder));
        assert_eq!(with(|price| price.per_seat = false), Err(PriceError::TiersWithoutSeats));
        assert_eq!(with(|price| price.tiers[0].amount = eur(-1)), Err(PriceError::Negative));
        assert_eq!(with(|price| price.tax_rate = Decimal::from(101)), Err(PriceError::TaxRate));
        let usd = Money::from_minor(1, Currency::USD);
        let mut mixed = tiered();
        mixed.tiers[0].amount = usd;
        assert_eq!(mixed.check(), Err(PriceError::TierCurrency));
    }

    #[test]
    fn a_price_written_before_there_were_tiers_still_reads() {
        let price = Price::per_seat(eur(1_250), Interval::Month);
        let mut old = serde_json::to_value(&price).expect("JSON");
        let fields = old.as_object_mut().expect("an object");
        fields.remove("tiers");
        fields.remove("tax_rate");
        assert_eq!(serde_json::from_value::<Price>(old).expect("reads"), price);
    }
}
