//! Exact parts of a period, rounded only once they are money.

use rust_decimal::Decimal;

use crate::{Currency, Money, MoneyError, Period};

/// A part of a whole, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    part: i64,
    whole: i64,
}

impl Fraction {
    /// All of it.
    pub const WHOLE: Self = Self { part: 1, whole: 1 };

    /// How much of `whole` is `part`, in time that really passes: a day may have 23 or 25 hours.
    ///
    /// Nothing where `part` is empty, and all of a `whole` that is.
    pub fn of(part: Period, whole: Period) -> Self {
        let micros = |span: Period| (span.end.as_microsecond() - span.start.as_microsecond()).max(0);
        let (part, whole) = (micros(part), micros(whole));
        if whole == 0 {
            return Self::WHOLE;
        }
        let divisor = gcd(part, whole);
        Self { part: part / divisor, whole: whole / divisor }
    }

    /// The number above the line.
    pub fn part(self) -> i64 {
        self.part
    }

    /// The number below the line; positive.
    pub fn whole(self) -> i64 {
        self.whole
    }

    /// This part of quantity × unit price (in major units), rounded once, half away from zero.
    pub fn amount(
        self,
        quantity: Decimal,
        unit_price: Decimal,
        currency: Currency,
    ) -> Result<Money, MoneyError> {
        let (quantity, unit_price) = (quantity.normalize(), unit_price.normalize());
        let scaled = || {
            let minor = 10i128.checked_pow(currency.exponent())?;
            let above = quantity.mantissa().checked_mul(unit_price.mantissa())?.checked_mul(minor)?;
            let below = 10i128.checked_pow(quantity.scale() + unit_price.scale())?;
            rounded(above.checked_mul(self.part.into())?, below.checked_mul(self.whole.into())?)
        };
        let minor = scaled().and_then(|minor| i64::try_from(minor).ok()).ok_or(MoneyError::TooLarge)?;
        Ok(Money::from_minor(minor, currency))
    }
}

/// The whole number nearest to `above / below`, half away from zero; `below` is positive.
fn rounded(above: i128, below: i128) -> Option<i128> {
    let (quotient, rest) = (above.checked_div(below)?, above.checked_rem(below)?);
    let up = rest.unsigned_abs() >= below.unsigned_abs().div_ceil(2);
    Some(if up { quotient + above.signum() } else { quotient })
}

fn gcd(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { gcd(other, one % other) }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn period(start: i64, end: i64) -> Period {
        let at = |second| Timestamp::from_second(second).expect("in range");
        Period { start: at(start), end: at(end) }
    }

    #[test]
    fn halves_round_away_from_zero_once() {
        let half = Fraction::of(period(15, 30), period(0, 30));
        assert_eq!((half.part(), half.whole()), (1, 2));
        let cents = |price: &str| {
            let price = price.parse().expect("a number");
            half.amount(Decimal::ONE, price, Currency::EUR).expect("in range").minor()
        };
        assert_eq!((cents("0.01"), cents("-0.01"), cents("0.03"), cents("49")), (1, -1, 2, 2_450));
    }

    #[test]
    fn what_cannot_be_held_is_refused() {
        let month = Fraction::of(period(1, 2_678_399), period(0, 2_678_400));
        let huge = Decimal::from(i64::MAX);
        assert_eq!(month.amount(huge, huge, Currency::EUR), Err(MoneyError::TooLarge));
        assert_eq!(Fraction::of(period(3, 2), period(0, 9)).part(), 0);
        assert_eq!(Fraction::of(period(0, 0), period(0, 0)), Fraction::WHOLE);
    }
}
