//! Money: integer minor units and a currency that knows its exponent. No floats, anywhere.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// An ISO 4217 currency with a defined number of minor digits (0, 2, 3 or 4).
///
/// Codes without one (`XXX`, `XAU`, …) are not money a customer can owe and are refused.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// Euro.
    pub const EUR: Self = Self(iso_currency::Currency::EUR);
    /// United States dollar.
    pub const USD: Self = Self(iso_currency::Currency::USD);

    /// The three capital letters.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Digits behind the decimal point: `JPY` 0, `EUR` 2, `KWD` 3, `CLF` 4.
    pub fn exponent(self) -> u32 {
        self.0.exponent().map_or(2, u32::from)
    }

    /// The customary sign (`€`), or the code where there is none that sits well in a line of Latin text:
    /// a sign written from right to left would carry the amount to its other side.
    pub fn symbol(self) -> String {
        let symbol = self.0.symbol().to_string();
        // Our tables know francs by a sign that the Swiss do not use.
        let swiss = self.code() == "CHF";
        let right_to_left = symbol.chars().any(|sign| matches!(sign, '\u{590}'..='\u{8ff}'));
        if symbol.is_empty() || symbol == "¤" || right_to_left || swiss {
            self.code().to_owned()
        } else {
            symbol
        }
    }
}

impl FromStr for Currency {
    type Err = MoneyError;
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let unknown = || MoneyError::UnknownCurrency(text.chars().take(12).collect());
        let currency = iso_currency::Currency::from_code(text).ok_or_else(unknown)?;
        currency.exponent().ok_or_else(unknown)?;
        Ok(Self(currency))
    }
}
impl TryFrom<String> for Currency {
    type Error = MoneyError;
    fn try_from(text: String) -> Result<Self, MoneyError> {
        text.parse()
    }
}
impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}
impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Why an amount was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not an ISO 4217 code with minor digits.
    #[error("`{0}` is not a currency code of ISO 4217, such as EUR")]
    UnknownCurrency(String),
    /// Not a plain decimal number.
    #[error("`{0}` is not an amount; write it like 1234.50")]
    NotANumber(String),
    /// More digits behind the point than the currency has.
    #[error("`{amount}` has more decimals than {currency}, which has {}", currency.exponent())]
    TooPrecise {
        /// The text as given.
        amount: String,
        /// The currency it was read in.
        currency: Currency,
    },
    /// Outside ±9·10¹⁸ minor units.
    #[error("this amount is larger than Portico can hold")]
    TooLarge,
    /// Arithmetic over two currencies.
    #[error("{0} and {1} cannot be added")]
    MixedCurrencies(Currency, Currency),
}

/// An amount in minor units (cents, yen, fils) of one currency.
///
/// JSON is `{"amount": "12.40", "currency": "EUR"}`: a decimal string, never a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// An amount as it crosses a process boundary.
#[derive(Serialize, Deserialize)]
struct Wire {
    /// Decimal text with exactly the currency's digits.
    amount: String,
    /// ISO 4217.
    currency: Currency,
}

impl TryFrom<Wire> for Money {
    type Error = MoneyError;
    fn try_from(wire: Wire) -> Result<Self, MoneyError> {
        Self::parse(&wire.amount, wire.currency)
    }
}
impl From<Money> for Wire {
    fn from(money: Money) -> Self {
        Self { amount: money.to_decimal().to_string(), currency: money.currency }
    }
}

impl Money {
    /// An amount of `minor` units.
    pub fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    pub fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// Reads plain decimal text such as `-1234.5`. Digits past the exponent are refused unless zero.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let shown = || text.chars().take(32).collect::<String>();
        let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
        let decimal = Decimal::from_str_exact(text).ok().filter(|_| plain);
        let decimal = decimal.ok_or_else(|| match text.len() > 28 && plain {
            true => MoneyError::TooLarge,
            false => MoneyError::NotANumber(shown()),
        })?;
        if decimal.normalize().scale() > currency.exponent() {
            return Err(MoneyError::TooPrecise { amount: shown(), currency });
        }
        Self::round(decimal, currency)
    }

    /// The nearest amount to a decimal in major units, half away from zero, at the currency's exponent.
    pub fn round(major: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let scaled = major
            .checked_mul(Decimal::from(10u64.pow(currency.exponent())))
            .ok_or(MoneyError::TooLarge)?
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        let minor = i64::try_from(scaled).map_err(|_| MoneyError::TooLarge)?;
        Ok(Self { minor, currency })
    }

    /// Minor units.
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The amount in major units with exactly the currency's digits: `12.40`.
    pub fn to_decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(self.minor), self.currency.exponent())
    }

    /// True for exactly nothing.
    pub fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// True below nothing.
    pub fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// The sum; fails on two currencies or overflow.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::MixedCurrencies(self.currency, other.currency));
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor, currency: self.currency })
    }

    /// So many times this amount; fails on overflow.
    pub fn times(self, count: i64) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_mul(count).ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor, currency: self.currency })
    }

    /// The difference; fails on two currencies or overflow.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        let minor = other.minor.checked_neg().ok_or(MoneyError::TooLarge)?;
        self.plus(Self { minor, currency: other.currency })
    }
}

/// `€1,234.50`, `-¥900`, `KWD 1.250`: for English readers.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.to_decimal().abs().to_string();
        let (whole, cents) = text.split_once('.').unwrap_or((&text, ""));
        let grouped: String = whole
            .char_indices()
            .flat_map(|(at, digit)| {
                let comma = at > 0 && (whole.len() - at).is_multiple_of(3);
                comma.then_some(',').into_iter().chain([digit])
            })
            .collect();
        let symbol = self.currency.symbol();
        let gap = if symbol.ends_with(|c: char| c.is_alphabetic()) { "\u{a0}" } else { "" };
        let sign = if self.is_negative() { "-" } else { "" };
        write!(f, "{sign}{symbol}{gap}{grouped}")?;
        if cents.is_empty() { Ok(()) } else { write!(f, ".{cents}") }
    }
}
impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.to_decimal(), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str, code: &str) -> Result<Money, MoneyError> {
        Money::parse(text, code.parse()?)
    }

    #[test]
    fn every_exponent_reads_and_prints() {
        for (text, code, minor, shown) in [
            ("1234.5", "EUR", 123_450, "€1,234.50"),
            ("900", "JPY", 900, "¥900"),
            ("-1.25", "KWD", -1_250, "-KWD\u{a0}1.250"),
            ("0.0001", "CLF", 1, "CLF\u{a0}0.0001"),
        ] {
            let amount = money(text, code).expect(code);
            assert_eq!(amount.minor(), minor, "{code}");
            assert_eq!(amount.to_string(), shown, "{code}");
        }
    }

    #[test]
    fn what_is_not_exact_is_refused() {
        assert!(matches!(money("1.005", "EUR"), Err(MoneyError::TooPrecise { .. })));
        assert!(matches!(money("0.5", "JPY"), Err(MoneyError::TooPrecise { .. })));
        assert!(matches!(money("1e3", "EUR"), Err(MoneyError::NotANumber(_))));
        assert!(matches!(money("1,50", "EUR"), Err(MoneyError::NotANumber(_))));
        assert!(matches!(money("", "EUR"), Err(MoneyError::NotANumber(_))));
        assert!(matches!(money("99999999999999999999", "EUR"), Err(MoneyError::TooLarge)));
        assert!(matches!(money("1", "ZZZ"), Err(MoneyError::UnknownCurrency(_))));
        assert!(matches!(money("1", "XAU"), Err(MoneyError::UnknownCurrency(_))));
    }

    #[test]
    fn halves_round_away_from_zero() {
        let cents = |text: &str| {
            Money::round(text.parse().expect("decimal"), Currency::EUR).expect("in range").minor()
        };
        assert_eq!((cents("0.005"), cents("-0.005"), cents("0.0049")), (1, -1, 0));
    }
}
