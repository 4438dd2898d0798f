//! Amounts, dates and states as a customer reads them on paper.
//!
//! In: domain values and the language. Out: text. What others wrote is cleaned before it goes into a sentence,
//! whose own marks of direction stay.
//! Not here: fonts and places.

use domain::{Currency, Invoice, InvoiceStatus, Money, TaxId};
use words::{Words, say};

use crate::Sheet;
use crate::fonts::{self, Weight};
use crate::text::printable;

/// `1,234.50`, with a true minus sign, and without its currency: for columns that name it once.
pub(crate) fn figures(words: Words, amount: Money) -> String {
    words.figures(amount.to_decimal())
}

/// `−4.90`: an amount that is subtracted, in the same figures.
pub(crate) fn taken_off(words: Words, amount: Money) -> String {
    words.figures(-amount.to_decimal())
}

/// `€1,234.50`, `KWD 1.250`: where an amount stands alone.
///
/// Signs that our main font lacks, or that would turn the line around, give way to the code.
pub(crate) fn amount(words: Words, amount: Money) -> String {
    words.amount_signed(amount.to_decimal(), &printed_symbol(amount.currency()))
}

/// `€1,234.50 EUR`, for a sign like `$` could mean several.
pub(crate) fn amount_with_code(words: Words, money: Money) -> String {
    let (text, code) = (amount(words, money), money.currency().code());
    if text.contains(code) { text } else { format!("{text} {code}") }
}

fn printed_symbol(currency: Currency) -> String {
    let symbol = currency.symbol();
    let main = fonts::main(Weight::Regular);
    if symbol.chars().all(|letter| main.has(letter)) { symbol } else { currency.code().to_owned() }
}

/// What one costs: at least as many digits as the currency has, more if it was agreed finer.
pub(crate) fn unit_price(words: Words, price: rust_decimal::Decimal, currency: Currency) -> String {
    let mut price = price.normalize();
    if price.scale() < currency.exponent() {
        price.rescale(currency.exponent());
    }
    words.figures(price)
}

/// `VAT DE811907980`, `BR CNPJ 12345`: the usual name of the scheme, or its code spaced out.
pub(crate) fn tax_id(words: Words, id: &TaxId) -> String {
    match id.kind.as_str() {
        "eu_vat" | "gb_vat" => say!(words, "pdf-vat", id = printable(&id.value)),
        other => format!("{} {}", printable(&other.replace('_', " ").to_uppercase()), printable(&id.value)),
    }
}

/// Where the invoice stands, in a word.
pub(crate) fn status(words: Words, status: Option<InvoiceStatus>) -> String {
    match status {
        Some(InvoiceStatus::Paid) => say!(words, "status-paid"),
        Some(InvoiceStatus::Pending) => say!(words, "status-pending"),
        Some(InvoiceStatus::Overdue) => say!(words, "status-overdue"),
        Some(InvoiceStatus::Void) => say!(words, "status-void"),
        None => say!(words, "pdf-draft"),
    }
}

/// `Invoice`, or `Credit note` where it gives back what another charged.
pub(crate) fn kind(words: Words, invoice: &Invoice) -> String {
    match invoice.is_credit_note() {
        false => say!(words, "pdf-invoice"),
        true => say!(words, "pdf-credit"),
    }
}

/// `Invoice INV-0007`.
pub(crate) fn numbered(sheet: &Sheet<'_>) -> String {
    let number = printable(&sheet.invoice.number);
    match sheet.invoice.is_credit_note() {
        false => say!(sheet.words, "pdf-number", number = number),
        true => say!(sheet.words, "pdf-credit-number", number = number),
    }
}

/// What the amount before it is about: `due 31 Mar 2026`, `paid on 3 Mar 2026`.
pub(crate) fn balance_note(sheet: &Sheet<'_>) -> String {
    let (words, due_on) = (sheet.words, sheet.words.day(sheet.invoice.due_on));
    match (sheet.invoice.status(sheet.today), sheet.paid_on) {
        (Some(InvoiceStatus::Paid), Some(paid_on)) if sheet.invoice.is_credit_note() => {
            say!(words, "pdf-credited-on", day = words.day(paid_on))
        }
        (Some(InvoiceStatus::Paid), Some(paid_on)) => say!(words, "pdf-paid-on", day = words.day(paid_on)),
        (Some(InvoiceStatus::Paid), None) => say!(words, "pdf-paid-note"),
        (Some(InvoiceStatus::Pending), _) => say!(words, "due-on", day = due_on),
        (Some(InvoiceStatus::Overdue), _) => say!(words, "pdf-was-due", day = due_on),
        (Some(InvoiceStatus::Void), _) => say!(words, "pdf-withdrawn"),
        (None, _) => say!(words, "pdf-draft-note"),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    const WORDS: Words = Words::ENGLISH;

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
            assert_eq!(amount(WORDS, money(text, code)), alone);
            assert_eq!(figures(WORDS, money(text, code)), column);
        }
        let extremes =
            [i64::MAX, i64::MIN].map(|minor| figures(WORDS, Money::from_minor(minor, Currency::EUR)));
        assert_eq!(extremes, ["92,233,720,368,547,758.07", "\u{2212}92,233,720,368,547,758.08"]);
    }

    #[test]
    fn unit_prices_keep_what_was_agreed() {
        let decimal = |text: &str| text.parse::<Decimal>().expect("decimal");
        let jpy = "JPY".parse().expect("currency");
        assert_eq!(unit_price(WORDS, decimal("0.0015"), Currency::USD), "0.0015");
        assert_eq!(unit_price(WORDS, decimal("12.4"), Currency::USD), "12.40");
        assert_eq!(unit_price(WORDS, decimal("12.000"), jpy), "12");
    }
}
