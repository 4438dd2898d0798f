//! Numbers, percentages and amounts as each language writes them.
//!
//! In: decimals and money. Out: text, by the patterns of CLDR 48 for the ten languages; checked against ICU's own
//! answers below. Not here: arithmetic.

use domain::{Currency, Money};
use rust_decimal::Decimal;

use crate::{Language, Words};

/// A true minus sign.
const MINUS: char = '\u{2212}';
const NO_BREAK: &str = "\u{a0}";
/// A letter from right to left that nobody sees: Arabic begins amounts with it.
const RIGHT_TO_LEFT: &str = "\u{200f}";
const LEFT_TO_RIGHT: &str = "\u{200e}";

/// How a language writes numbers.
struct Style {
    decimal: char,
    group: &'static str,
    /// How many digits the first group needs before it is set apart: 1 writes 1.234, 2 writes 1234.
    least: usize,
    /// What stands between a number and `%`.
    percent_gap: &'static str,
    amount: AmountStyle,
}

/// Where the sign of a currency stands.
enum AmountStyle {
    /// `−€1,234.50`, `−CHF 1,234.50`: close by, unless it is a word.
    Before,
    /// `−€ 1.234,50`.
    BeforeApart,
    /// `€ −1.234,50`.
    BeforeMinus,
    /// `−1.234,50 €`.
    After,
}

impl Language {
    fn style(self) -> Style {
        let style =
            |decimal, group, least, percent_gap, amount| Style { decimal, group, least, percent_gap, amount };
        match self {
            Self::En | Self::Ja => style('.', ",", 1, "", AmountStyle::Before),
            Self::De => style(',', ".", 1, NO_BREAK, AmountStyle::After),
            Self::Fr => style(',', "\u{202f}", 1, "\u{202f}", AmountStyle::After),
            Self::Es => style(',', ".", 2, NO_BREAK, AmountStyle::After),
            Self::Pt => style(',', ".", 1, "", AmountStyle::BeforeApart),
            Self::It => style(',', ".", 2, "", AmountStyle::After),
            Self::Nl => style(',', ".", 1, "", AmountStyle::BeforeMinus),
            Self::Pl => style(',', NO_BREAK, 2, "", AmountStyle::After),
            Self::Ar => style('.', ",", 1, LEFT_TO_RIGHT, AmountStyle::After),
        }
    }
}

impl Words {
    /// `184,320`, `6.5`: as many digits as it has, without trailing zeros.
    pub fn number(self, number: Decimal) -> String {
        self.figures(number.normalize())
    }

    /// `1,234.50`: every digit a decimal brings along, for columns that name their currency once.
    pub fn figures(self, number: Decimal) -> String {
        format!("{}{}", self.minus(number), self.digits(number))
    }

    /// `19%`, `8.25%`.
    pub fn percent(self, rate: Decimal) -> String {
        let gap = self.language().style().percent_gap;
        let end = if self.language() == Language::Ar { LEFT_TO_RIGHT } else { "" };
        format!("{}{gap}%{end}", self.number(rate))
    }

    /// `€1,234.50`.
    pub fn amount(self, money: Money) -> String {
        self.amount_signed(money.to_decimal(), &money.currency().symbol())
    }

    /// `$1,234.50 USD`: where several currencies meet, or a sign like `$` could mean several.
    pub fn amount_with_code(self, money: Money) -> String {
        let (code, amount) = (money.currency().code(), self.amount(money));
        if money.currency().symbol() == code { amount } else { format!("{amount}{NO_BREAK}{code}") }
    }

    /// What one costs: like an amount, but as fine as it was agreed (`$0.0015`).
    pub fn unit_price(self, price: Decimal, currency: Currency) -> String {
        let mut price = price.normalize();
        if price.scale() < currency.exponent() {
            price.rescale(currency.exponent());
        }
        self.amount_signed(price, &currency.symbol())
    }

    /// An amount with the sign of its currency, or another that stands for it.
    pub fn amount_signed(self, amount: Decimal, sign: &str) -> String {
        let (minus, digits) = (self.minus(amount), self.digits(amount));
        match self.language().style().amount {
            AmountStyle::Before => {
                let gap = if sign.ends_with(char::is_alphabetic) { NO_BREAK } else { "" };
                format!("{minus}{sign}{gap}{digits}")
            }
            AmountStyle::BeforeApart => format!("{minus}{sign}{NO_BREAK}{digits}"),
            AmountStyle::BeforeMinus => format!("{sign}{NO_BREAK}{minus}{digits}"),
            AmountStyle::After => {
                let start = if self.language() == Language::Ar { RIGHT_TO_LEFT } else { "" };
                format!("{start}{minus}{digits}{NO_BREAK}{sign}")
            }
        }
    }

    fn minus(self, number: Decimal) -> String {
        match (number.is_sign_negative() && !number.is_zero(), self.language()) {
            (false, _) => String::new(),
            (true, Language::Ar) => format!("{LEFT_TO_RIGHT}{MINUS}"),
            (true, _) => MINUS.to_string(),
        }
    }

    fn digits(self, number: Decimal) -> String {
        let style = self.language().style();
        let text = number.abs().to_string();
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let grouped = whole.len() >= 3 + style.least;
        let mut shown = String::with_capacity(text.len() + 8);
        for (at, digit) in whole.char_indices() {
            if grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
                shown.push_str(style.group);
            }
            shown.push(digit);
        }
        if !part.is_empty() {
            shown.push(style.decimal);
            shown.push_str(part);
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("decimal")
    }

    /// What ICU (CLDR 48, `Intl.NumberFormat`) says, with its hyphen turned into a minus sign.
    #[test]
    fn numbers_read_as_icu_writes_them() {
        let euros = Money::from_minor(-123_450, Currency::EUR);
        let francs = Money::from_minor(1_234_550, "CHF".parse().expect("currency"));
        for (language, number, short, percent, negative, word) in [
            (Language::En, "1,234,567.5", "1,234.5", "8.25%", "−€1,234.50", "CHF\u{a0}12,345.50"),
            (Language::De, "1.234.567,5", "1.234,5", "8,25\u{a0}%", "−1.234,50\u{a0}€", "12.345,50\u{a0}CHF"),
            (
                Language::Fr,
                "1\u{202f}234\u{202f}567,5",
                "1\u{202f}234,5",
                "8,25\u{202f}%",
                "−1\u{202f}234,50\u{a0}€",
                "12\u{202f}345,50\u{a0}CHF",
            ),
            (Language::Es, "1.234.567,5", "1234,5", "8,25\u{a0}%", "−1234,50\u{a0}€", "12.345,50\u{a0}CHF"),
            (Language::Pt, "1.234.567,5", "1.234,5", "8,25%", "−€\u{a0}1.234,50", "CHF\u{a0}12.345,50"),
            (Language::It, "1.234.567,5", "1234,5", "8,25%", "−1234,50\u{a0}€", "12.345,50\u{a0}CHF"),
            (Language::Nl, "1.234.567,5", "1.234,5", "8,25%", "€\u{a0}−1.234,50", "CHF\u{a0}12.345,50"),
            (
                Language::Pl,
                "1\u{a0}234\u{a0}567,5",
                "1234,5",
                "8,25%",
                "−1234,50\u{a0}€",
                "12\u{a0}345,50\u{a0}CHF",
            ),
            (Language::Ja, "1,234,567.5", "1,234.5", "8.25%", "−€1,234.50", "CHF\u{a0}12,345.50"),
            (
                Language::Ar,
                "1,234,567.5",
                "1,234.5",
                "8.25\u{200e}%\u{200e}",
                "\u{200f}\u{200e}−1,234.50\u{a0}€",
                "\u{200f}12,345.50\u{a0}CHF",
            ),
        ] {
            let words = Words::of(language);
            assert_eq!(words.number(decimal("1234567.50")), number, "{language:?}");
            assert_eq!(words.number(decimal("1234.5")), short, "{language:?}");
            assert_eq!(words.percent(decimal("8.250")), percent, "{language:?}");
            assert_eq!(words.amount(euros), negative, "{language:?}");
            assert_eq!(words.amount(francs), word, "{language:?}");
        }
    }

    #[test]
    fn unit_prices_keep_what_was_agreed() {
        let words = Words::of(Language::De);
        assert_eq!(words.unit_price(decimal("12.4"), Currency::USD), "12,40\u{a0}$");
        assert_eq!(words.unit_price(decimal("0.0015"), Currency::USD), "0,0015\u{a0}$");
        assert_eq!(words.unit_price(decimal("12.000"), "JPY".parse().expect("currency")), "12\u{a0}¥");
    }
}
