//! Numbers of cards and bank accounts as people type them, on their way to the payment provider.
//!
//! In: a form field. Out: a checked number that shows nothing of itself, and is wiped from memory when dropped.
//! Not here: anything that is kept. These types can be neither printed, compared nor serialized.

use std::fmt;

use zeroize::Zeroizing;

use crate::CardBrand;

/// Why a number cannot be one. The words never repeat what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Other signs than digits, spaces and dashes, or far too many.
    #[error("Write the digits only, such as 4242 4242 4242 4242.")]
    NotDigits,
    /// Not as long as the brand's numbers are.
    #[error("This card number has too few or too many digits. Please check it.")]
    Length,
    /// The check digit does not fit: most likely a slip of the finger.
    #[error("This card number has a slip in it. Please compare it with your card.")]
    CheckDigit,
    /// Not three digits, or four for American Express.
    #[error("The security code is the 3 digits on the back, or the 4 on the front of American Express.")]
    SecurityCode,
    /// Not an IBAN of any country, or its check digits do not fit.
    #[error("This is not a valid IBAN. Please compare it with your bank statement.")]
    Iban,
    /// Its check digit does not fit.
    #[error("A routing number has 9 digits. Please compare it with a check or your bank's site.")]
    Routing,
    /// Not 4 to 17 digits.
    #[error("An account number has 4 to 17 digits. Please check it.")]
    Account,
}

/// A text without its spaces and dashes, wiped when dropped.
fn compact(text: &str) -> Zeroizing<String> {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    // Reserved at once, so that growing leaves no copies behind.
    let mut compact = Zeroizing::new(String::with_capacity(text.len()));
    compact.extend(kept);
    compact
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn last4(text: &str) -> &str {
    text.get(text.len().saturating_sub(4)..).unwrap_or_default()
}

macro_rules! shows_nothing {
    ($($name:ident)*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}
shows_nothing! { CardNumber SecurityCode Iban UsAccount }

/// A card's number whose length and check digit fit.
pub struct CardNumber(Zeroizing<String>);

impl CardNumber {
    /// Checks length by brand, and the check digit of ISO/IEC 7812 (Luhn).
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let digits = compact(text);
        if !is_digits(&digits) || digits.len() > 30 {
            return Err(NumberError::NotDigits);
        }
        let fits = match brand(&digits) {
            CardBrand::Visa => matches!(digits.len(), 13 | 16 | 19),
            CardBrand::Amex => digits.len() == 15,
            CardBrand::Mastercard => digits.len() == 16,
            CardBrand::Discover | CardBrand::Jcb => (16..=19).contains(&digits.len()),
            CardBrand::Other => (12..=19).contains(&digits.len()),
        };
        if !fits {
            return Err(NumberError::Length);
        }
        let number = Self(digits);
        if luhn(&number.0) { Ok(number) } else { Err(NumberError::CheckDigit) }
    }

    /// By the first digits, as the brands publish their ranges.
    pub fn brand(&self) -> CardBrand {
        brand(&self.0)
    }

    /// The last four digits, which may be shown.
    pub fn last4(&self) -> &str {
        last4(&self.0)
    }

    /// The digits, for the provider only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

fn brand(digits: &str) -> CardBrand {
    let first = |count: usize| digits.get(..count).and_then(|start| start.parse::<u32>().ok()).unwrap_or(0);
    match (first(2), first(3), first(4)) {
        (40..=49, ..) => CardBrand::Visa,
        (51..=55, ..) | (_, _, 2221..=2720) => CardBrand::Mastercard,
        (34 | 37, ..) => CardBrand::Amex,
        (65, ..) | (_, 644..=649, _) | (_, _, 6011) => CardBrand::Discover,
        (_, _, 3528..=3589) => CardBrand::Jcb,
        _ => CardBrand::Other,
    }
}

/// Every second digit from the right doubled, digits summed: a multiple of ten.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0') * if place % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// A card's security code: proves the card at hand once, and is never kept.
pub struct SecurityCode(Zeroizing<String>);

impl SecurityCode {
    /// Three digits; four for American Express.
    pub fn parse(text: &str, brand: CardBrand) -> Result<Self, NumberError> {
        let digits = compact(text);
        let length = if brand == CardBrand::Amex { 4 } else { 3 };
        let fits = is_digits(&digits) && digits.len() == length;
        if fits { Ok(Self(digits)) } else { Err(NumberError::SecurityCode) }
    }

    /// The digits, for the provider only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// An International Bank Account Number whose form and check digits fit its country.
pub struct Iban(Zeroizing<String>);

impl Iban {
    /// Checks country, length, form and the check digits of ISO 13616 (modulo 97).
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let mut iban = compact(text);
        iban.make_ascii_uppercase();
        iban.parse::<iban::Iban>().map_err(|_| NumberError::Iban)?;
        Ok(Self(iban))
    }

    /// Two letters.
    pub fn country(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// The last four characters, which may be shown.
    pub fn last4(&self) -> &str {
        last4(&self.0)
    }

    /// The whole number, for the provider only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// A bank account in the United States: the bank's routing number and the account's own.
pub struct UsAccount {
    routing: Zeroizing<String>,
    account: Zeroizing<String>,
}

impl UsAccount {
    /// Checks the routing number's length and check digit (weights 3, 7, 1), and the account's length.
    pub fn parse(routing: &str, account: &str) -> Result<Self, NumberError> {
        let (routing, account) = (compact(routing), compact(account));
        let weights = [3, 7, 1].iter().cycle();
        let sum: u32 =
            routing.bytes().zip(weights).map(|(byte, w)| u32::from(byte.wrapping_sub(b'0')) * w).sum();
        if !is_digits(&routing) || routing.len() != 9 || !sum.is_multiple_of(10) || sum == 0 {
            return Err(NumberError::Routing);
        }
        if !is_digits(&account) || !(4..=17).contains(&account.len()) {
            return Err(NumberError::Account);
        }
        Ok(Self { routing, account })
    }

    /// The last four digits of the account number, which may be shown.
    pub fn last4(&self) -> &str {
        last4(&self.account)
    }

    /// Routing and account number, for the provider only.
    pub fn expose(&self) -> (&str, &str) {
        (&self.routing, &self.account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_checked_by_brand_length_and_check_digit() {
        for (text, brand) in [
            ("4242 4242 4242 4242", CardBrand::Visa),
            ("5555-5555-5555-4444", CardBrand::Mastercard),
            ("2223003122003222", CardBrand::Mastercard),
            ("378282246310005", CardBrand::Amex),
            ("6011111111111117", CardBrand::Discover),
            ("3566002020360505", CardBrand::Jcb),
            ("6200000000000005", CardBrand::Other),
        ] {
            assert_eq!(CardNumber::parse(text).expect(text).brand(), brand, "{text}");
        }
        let refused = |text| CardNumber::parse(text).expect_err(text);
        assert_eq!(refused("4242 4242 4242 4241"), NumberError::CheckDigit);
        assert_eq!(refused("4242 4242 4242 42"), NumberError::Length);
        assert_eq!(refused("4242x4242"), NumberError::NotDigits);
        assert_eq!(refused(""), NumberError::NotDigits);
        assert_eq!(refused("٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢"), NumberError::NotDigits);
        assert_eq!(refused(&"4".repeat(400)), NumberError::NotDigits);
    }

    #[test]
    fn codes_have_the_length_of_their_brand() {
        assert!(SecurityCode::parse("123", CardBrand::Visa).is_ok());
        assert!(SecurityCode::parse("1234", CardBrand::Visa).is_err());
        assert!(SecurityCode::parse("1234", CardBrand::Amex).is_ok());
        assert!(SecurityCode::parse("12a", CardBrand::Other).is_err());
    }

    #[test]
    fn bank_accounts_are_checked_by_their_check_digits() {
        let iban = Iban::parse("de89 3704 0044 0532 0130 00").expect("the standard's own example");
        assert_eq!((iban.country(), iban.last4()), ("DE", "3000"));
        for wrong in ["DE88370400440532013000", "DE8937040044053201300", "XX00", "", "4242424242424242"] {
            assert!(Iban::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(UsAccount::parse("110000000", "000123456789").expect("a known bank").last4(), "6789");
        assert_eq!(UsAccount::parse("110000001", "000123456789").expect_err("a slip"), NumberError::Routing);
        assert_eq!(UsAccount::parse("000000000", "000123456789").expect_err("none"), NumberError::Routing);
        assert_eq!(UsAccount::parse("110000000", "12").expect_err("short"), NumberError::Account);
    }

    #[test]
    fn nothing_of_a_number_can_be_printed() {
        let card = CardNumber::parse("4242424242424242").expect("a number");
        assert_eq!(format!("{card:?}"), "CardNumber(…)");
        let account = UsAccount::parse("110000000", "000123456789").expect("an account");
        assert_eq!(format!("{account:?}"), "UsAccount(…)");
    }
}
