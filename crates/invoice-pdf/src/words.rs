//! Amounts, dates and states as a customer reads them on paper.
//!
//! In: domain values. Out: English text.
//! Not here: fonts and places.

use domain::{Currency, InvoiceStatus, Money, TaxId};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::Sheet;
use crate::fonts::{self, Weight};

/// `14 Mar 2026`.
pub(crate) fn day(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// `1,234.50`, with a true minus sign, and without its currency: for columns that name it once.
pub(crate) fn figures(amount: Money) -> String {
    grouped(amount.to_decimal())
}

/// `−4.90`: an amount that is subtracted, in the same figures.
pub(crate) fn taken_off(amount: Money) -> String {
    grouped(-amount.to_decimal())
}

/// `€1,234.50`, `KWD 1.250`: where an amount stands alone.
///
/// Signs that our main font lacks, or that would turn the line around, give way to the code.
pub(crate) fn amount(amount: Money) -> String {
    let figures = figures(amount);
    let (sign, figures) = figures.split_at(if amount.is_negative() { '\u{2212}'.len_utf8() } else { 0 });
    let symbol = printed_symbol(amount.currency());
    let gap = if symbol.ends_with(char::is_alphabetic) { "\u{a0}" } else { "" };
    format!("{sign}{symbol}{gap}{figures}")
}

/// `€1,234.50 EUR`, for a sign like `$` could mean several.
pub(crate) fn amount_with_code(money: Money) -> String {
    let (text, code) = (amount(money), money.currency().code());
    if text.contains(code) { text } else { format!("{text} {code}") }
}

fn printed_symbol(currency: Currency) -> String {
    let symbol = currency.symbol();
    let main = fonts::main(Weight::Regular);
    if symbol.chars().all(|letter| main.has(letter)) { symbol } else { currency.code().to_owned() }
}

/// What one costs: at least as many digits as the currency has, more if it was agreed finer.
pub(crate) fn unit_price(price: Decimal, currency: Currency) -> String {
    let mut price = price.normalize();
    if price.scale() < currency.exponent() {
        price.rescale(currency.exponent());
    }
    grouped(price)
}

/// `1,200`, `0.25`.
pub(crate) fn quantity(quantity: Decimal) -> String {
    grouped(quantity.normalize())
}

/// `19%`, `8.25%`.
pub(crate) fn percent(rate: Decimal) -> String {
    format!("{}%", grouped(rate.normalize()))
}

fn grouped(number: Decimal) -> String {
    let text = number.abs().to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if number.is_sign_negative() && !number.is_zero() {
        out.push('\u{2212}');
    }
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push('.');
        out.push_str(part);
    }
    out
}

/// `VAT DE811907980`, `BR CNPJ 12345`: the usual name of the scheme, or its code spaced out.
pub(crate) fn tax_id(id: &TaxId) -> String {
    let scheme = match id.kind.as_str() {
        "eu_vat" | "gb_vat" => "VAT".to_owned(),
        other => other.replace('_', " ").to_uppercase(),
    };
    format!("{scheme} {}", id.value)
}

/// Where the invoice stands, in a word.
pub(crate) fn status(status: Option<InvoiceStatus>) -> &'static str {
    match status {
        Some(InvoiceStatus::Paid) => "Paid",
        Some(InvoiceStatus::Pending) => "Pending",
        Some(InvoiceStatus::Overdue) => "Overdue",
        Some(InvoiceStatus::Void) => "Void",
        None => "Draft",
    }
}

/// What the amount before it is about: `due 31 Mar 2026`, `paid on 3 Mar 2026`.
pub(crate) fn balance_note(sheet: &Sheet<'_>) -> String {
    let due_on = day(sheet.invoice.due_on);
    match (sheet.invoice.status(sheet.today), sheet.paid_on) {
        (Some(InvoiceStatus::Paid), Some(paid_on)) => format!("paid on {}", day(paid_on)),
        (Some(InvoiceStatus::Paid), None) => "paid".to_owned(),
        (Some(InvoiceStatus::Pending), _) => format!("due {due_on}"),
        (Some(InvoiceStatus::Overdue), _) => format!("was due {due_on}"),
        (Some(InvoiceStatus::Void), _) => "withdrawn; nothing is to be paid".to_owned(),
        (None, _) => "not issued yet".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str, code: &str) -> Money {
        Money::parse(text, code.parse().expect("currency")).expect("amount")
    }

    #[test]
    fn every_exponent_prints() {
        for (text, code, alone, column) in [
            ("1234567", "JPY", "¥1,234,567", "1,234,567"),
            ("-1234.50", "USD", "\u{2212}$1,234.50", "\u{2212}1,234.50"),
            ("1.250", "KWD", "KWD\u{a0}1.250", "1.250"),
            ("0.0001", "CLF", "CLF\u{a0}0.0001", "0.0001"),
            ("0", "EUR", "€0.00", "0.00"),
        ] {
            assert_eq!(amount(money(text, code)), alone);
            assert_eq!(figures(money(text, code)), column);
        }
        let extremes = [i64::MAX, i64::MIN].map(|minor| figures(Money::from_minor(minor, Currency::EUR)));
        assert_eq!(extremes, ["92,233,720,368,547,758.07", "\u{2212}92,233,720,368,547,758.08"]);
    }

    #[test]
    fn unit_prices_and_quantities_keep_what_was_agreed() {
        let decimal = |text: &str| text.parse::<Decimal>().expect("decimal");
        let jpy = "JPY".parse().expect("currency");
        assert_eq!(unit_price(decimal("0.0015"), Currency::USD), "0.0015");
        assert_eq!(unit_price(decimal("12.4"), Currency::USD), "12.40");
        assert_eq!(unit_price(decimal("12.000"), jpy), "12");
        assert_eq!(
            (quantity(decimal("1200.50")), percent(decimal("19.00"))),
            ("1,200.5".into(), "19%".into())
        );
    }
}
