//! Cards and bank accounts on file: as much of them as may be kept, which is never enough to pay with.
//!
//! In: what the payment provider says it keeps. Out: what pages and mails may show.
//! Not here: numbers as typed (`account_number`); the provider's token, which only the store knows.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Address, CustomerId, PaymentMethodId};

/// Who issued the card's number range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CardBrand {
    /// Visa
    Visa,
    /// Mastercard
    Mastercard,
    /// American Express
    Amex,
    /// Discover
    Discover,
    /// JCB
    Jcb,
    /// Any other.
    Other,
}

impl CardBrand {
    /// As printed on the card.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visa => "Visa",
            Self::Mastercard => "Mastercard",
            Self::Amex => "American Express",
            Self::Discover => "Discover",
            Self::Jcb => "JCB",
            Self::Other => "Card",
        }
    }
}

/// The month a card ends with: it can be used through that month's last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Expiry {
    /// With the century: 2031.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

/// How many months ahead a card's end is worth a hint: this month and the next.
const SOON: i32 = 1;

impl Expiry {
    /// Reads `04/31`, `4 / 2031` or `0431`, as people type it.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let (month, year) = match text.split_once(['/', '-', '.']) {
            Some(parts) => parts,
            None if text.len() == 4 && text.is_ascii() => text.split_at(2),
            None => return None,
        };
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !digits(month) || !digits(year) || !matches!(year.len(), 2 | 4) {
            return None;
        }
        let (month, short): (i8, i16) = (month.parse().ok()?, year.parse().ok()?);
        let year = if year.len() == 2 { 2000 + short } else { short };
        ((1..=12).contains(&month) && (2000..2100).contains(&year)).then_some(Self { year, month })
    }

    /// Whether its last day has passed.
    pub fn is_over(self, today: Date) -> bool {
        (self.year, self.month) < (today.year(), today.month())
    }

    /// Whether it ends with this month or the next.
    pub fn is_soon(self, today: Date) -> bool {
        let months = |year: i16, month: i8| i32::from(year) * 12 + i32::from(month);
        let left = months(self.year, self.month) - months(today.year(), today.month());
        (0..=SOON).contains(&left)
    }
}

/// `04/2031`
impl std::fmt::Display for Expiry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}/{}", self.month, self.year)
    }
}

/// What money is drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Instrument {
    /// A credit or debit card.
    Card {
        /// Its brand.
        brand: CardBrand,
        /// The last four digits.
        last4: String,
        /// When it ends.
        expiry: Expiry,
    },
    /// A bank account with an IBAN, drawn from by SEPA direct debit.
    SepaDebit {
        /// Of the bank: two letters.
        country: String,
        /// The last four characters of the IBAN.
        last4: String,
    },
    /// A bank account in the United States.
    UsBankAccount {
        /// The last four digits of the account number.
        last4: String,
    },
}

impl Instrument {
    /// The card's end; none for bank accounts.
    pub fn expiry(&self) -> Option<Expiry> {
        match self {
            Self::Card { expiry, .. } => Some(*expiry),
            Self::SepaDebit { .. } | Self::UsBankAccount { .. } => None,
        }
    }
}

/// `Visa ending in 4242`: fit for pages, mails and the log.
impl std::fmt::Display for Instrument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Card { brand, last4, .. } => write!(f, "{} ending in {last4}", brand.name()),
            Self::SepaDebit { last4, .. } => write!(f, "IBAN ending in {last4}"),
            Self::UsBankAccount { last4 } => write!(f, "{BANK_ACCOUNT} ending in {last4}"),
        }
    }
}

const BANK_ACCOUNT: &str = "Bank account";

/// Takes apart what [`Instrument`] says of itself, which is all that payments keep: a name, where it is more than
/// "bank account", and the last digits.
///
/// ```
/// assert_eq!(domain::named_parts("Visa ending in 4242"), Some((Some("Visa"), "4242")));
/// assert_eq!(domain::named_parts("Bank account ending in 6789"), Some((None, "6789")));
/// assert_eq!(domain::named_parts("by hand"), None);
/// ```
pub fn named_parts(kept: &str) -> Option<(Option<&str>, &str)> {
    let (name, last4) = kept.rsplit_once(" ending in ")?;
    Some(((name != BANK_ACCOUNT).then_some(name), last4))
}

/// A way to pay a customer put on file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaymentMethod {
    /// Portico's id.
    pub id: PaymentMethodId,
    /// Whose it is.
    pub customer_id: CustomerId,
    /// What money is drawn from.
    pub instrument: Instrument,
    /// The name on it.
    pub holder: String,
    /// The address its bank knows.
    pub address: Address,
    /// Whether invoices and renewals are charged to it unless another is chosen; exactly one of a customer's is.
    pub is_default: bool,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the changes, from 1.
    pub version: i64,
}

impl PaymentMethod {
    /// Whether it can no longer be charged.
    pub fn is_expired(&self, today: Date) -> bool {
        self.instrument.expiry().is_some_and(|expiry| expiry.is_over(today))
    }
}

/// What was done to a payment method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PaymentMethodChange {
    /// It was put on file.
    Added,
    /// Its expiry, name or address changed.
    Updated,
    /// It became the default.
    MadeDefault,
    /// It was taken off file.
    Removed,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_end_is_read_the_way_people_type_it() {
        let april = Some(Expiry { year: 2031, month: 4 });
        for text in ["04/31", "4/31", " 04 / 2031 ", "0431", "04-31"] {
            assert_eq!(Expiry::parse(text), april, "{text}");
        }
        for text in ["", "13/31", "00/31", "04/3", "04/1999", "4", "ab/cd", "04/31/31", "0a31"] {
            assert_eq!(Expiry::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_card_lasts_through_its_month() {
        let april = Expiry { year: 2031, month: 4 };
        assert!(!april.is_over(date(2031, 4, 30)) && april.is_over(date(2031, 5, 1)));
        assert!(!april.is_soon(date(2031, 2, 28)) && april.is_soon(date(2031, 3, 1)));
        assert!(april.is_soon(date(2031, 4, 30)) && !april.is_soon(date(2031, 5, 1)));
        assert!(Expiry { year: 2032, month: 1 }.is_soon(date(2031, 12, 5)));
    }
}
