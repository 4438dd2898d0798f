//! What use costs: so much is included, the rest by the unit, by steps if agreed.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::MeterKey;

/// Another price from some quantity on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsageTier {
    /// It counts for what goes beyond this quantity of a period.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "100000"))]
    pub above: Decimal,
    /// What one costs there, in major units.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "0.0012"))]
    pub unit_price: Decimal,
}

/// What the use of one meter costs each period, in arrears; taxed like the rest of the price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeteredPrice {
    /// The meter's key.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "api_calls"))]
    pub meter: MeterKey,
    /// How much of each period costs nothing.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "10000"))]
    pub included: Decimal,
    /// What one beyond that costs, in major units of the price's currency; may be finer than a cent.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "0.0015"))]
    pub unit_price: Decimal,
    /// Other prices from some quantity on, in ascending order; what lies below keeps its own.
    #[serde(default)]
    pub tiers: Vec<UsageTier>,
}

/// A part of a quantity that costs the same: a line of the invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsageStep {
    /// It begins beyond this quantity.
    pub above: Decimal,
    /// It ends with this quantity; none for the last.
    pub up_to: Option<Decimal>,
    /// How much of the quantity lies in it.
    pub quantity: Decimal,
    /// What one costs; nothing where it is included.
    pub unit_price: Decimal,
}

/// The finest price of one, in decimals.
const FINEST: u32 = 12;

impl MeteredPrice {
    /// Whether it makes sense: nothing negative, steps in order, all of it small enough to stay exact.
    pub fn is_sound(&self) -> bool {
        let price = |price: Decimal| {
            !price.is_sign_negative()
                && price < Decimal::from(1_000_000_000)
                && price.normalize().scale() <= FINEST
        };
        let quantity = |quantity: Decimal| {
            !quantity.is_sign_negative()
                && quantity < Decimal::from(1_000_000_000_000_000u64)
                && quantity.normalize().scale() <= 6
        };
        let starts = || [self.included].into_iter().chain(self.tiers.iter().map(|tier| tier.above));
        price(self.unit_price)
            && self.tiers.iter().all(|tier| price(tier.unit_price))
            && self.tiers.len() <= 100
            && starts().all(quantity)
            && starts().zip(starts().skip(1)).all(|(one, next)| one < next)
    }

    /// How a quantity is charged, step by step; no step without quantity.
    pub fn steps(&self, quantity: Decimal) -> Vec<UsageStep> {
        let included = (Decimal::ZERO, Decimal::ZERO);
        let starts = [included, (self.included, self.unit_price)].into_iter();
        let starts: Vec<_> =
            starts.chain(self.tiers.iter().map(|tier| (tier.above, tier.unit_price))).collect();
        let ends = starts.iter().skip(1).map(|(above, _)| Some(*above)).chain([None]);
        let steps = starts.iter().zip(ends).map(|((above, unit_price), up_to)| UsageStep {
            above: *above,
            up_to,
            quantity: up_to.map_or(quantity, |end| quantity.min(end)) - above,
            unit_price: *unit_price,
        });
        steps.filter(|step| step.quantity > Decimal::ZERO).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn calls() -> MeteredPrice {
        MeteredPrice {
            meter: "api_calls".parse().expect("a key"),
            included: number("10000"),
            unit_price: number("0.0015"),
            tiers: vec![UsageTier { above: number("100000"), unit_price: number("0.001") }],
        }
    }

    #[test]
    fn what_is_included_is_a_step_that_costs_nothing() {
        let steps = |quantity: &str| -> Vec<(String, String)> {
            let steps = calls().steps(number(quantity));
            steps.iter().map(|step| (step.quantity.to_string(), step.unit_price.to_string())).collect()
        };
        let row = |quantity: &str, price: &str| (quantity.to_owned(), price.to_owned());
        assert_eq!(steps("0"), []);
        assert_eq!(steps("9999.5"), [row("9999.5", "0")]);
        assert_eq!(steps("10000"), [row("10000", "0")]);
        assert_eq!(steps("10001"), [row("10000", "0"), row("1", "0.0015")]);
        assert_eq!(steps("100002"), [row("10000", "0"), row("90000", "0.0015"), row("2", "0.001")]);
    }

    #[test]
    fn what_makes_no_sense_is_noticed() {
        let with = |change: fn(&mut MeteredPrice)| {
            let mut price = calls();
            change(&mut price);
            price.is_sound()
        };
        assert!(with(|_| ()));
        assert!(with(|price| price.tiers.clear()));
        assert!(!with(|price| price.unit_price = number("-0.1")));
        assert!(!with(|price| price.unit_price = number("0.0000000000001")));
        assert!(!with(|price| price.included = number("-1")));
        assert!(!with(|price| price.included = number("0.0000001")));
        assert!(!with(|price| price.tiers[0].above = number("10000")));
        assert!(!with(|price| price.tiers[0].unit_price = number("1000000000")));
    }
}
