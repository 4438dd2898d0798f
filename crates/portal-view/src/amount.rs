//! Amounts as customers read them.
//!
//! In: [`Money`] and finer unit prices. Out: text and markup with figures that line up.
//! Not here: arithmetic beyond adding up what is due.

use domain::{Currency, Money, MoneyError};
use maud::{Markup, html};
use rust_decimal::Decimal;

/// `€1,234.50`, with a true minus sign.
pub(crate) fn amount_text(money: Money) -> String {
    money.to_string().replacen('-', "\u{2212}", 1)
}

/// `€1,234.50`.
pub(crate) fn amount(money: Money) -> Markup {
    html! { bdi.amount { (amount_text(money)) } }
}

/// `€1,234.50 EUR`: where several currencies meet, or a sign like `$` could mean several.
pub(crate) fn amount_with_code(money: Money) -> Markup {
    let code = money.currency().code();
    html! {
        (amount(money))
        @if money.currency().symbol() != code { " " abbr.code { (code) } }
    }
}

/// `€1,234.50 EUR`, for mails.
pub(crate) fn amount_with_code_text(money: Money) -> String {
    let code = money.currency().code();
    let amount = amount_text(money);
    if money.currency().symbol() == code { amount } else { format!("{amount}\u{a0}{code}") }
}

/// What one costs: like an amount, but as fine as it was agreed (`$0.0015`).
pub(crate) fn unit_price(price: Decimal, currency: Currency) -> Markup {
    html! { bdi.amount { (unit_price_text(price, currency)) } }
}

/// The same as text.
pub(crate) fn unit_price_text(price: Decimal, currency: Currency) -> String {
    let price = price.normalize();
    match Money::round(price, currency) {
        Ok(money) if price.scale() <= currency.exponent() => amount_text(money),
        _ => {
            let sign = if price.is_sign_negative() { "\u{2212}" } else { "" };
            let symbol = currency.symbol();
            let gap = if symbol.ends_with(char::is_alphabetic) { "\u{a0}" } else { "" };
            format!("{sign}{symbol}{gap}{}", price.abs())
        }
    }
}

/// `184,320`, `6.5`: how many, with the whole part grouped like amounts are.
pub(crate) fn quantity(quantity: Decimal) -> String {
    let text = quantity.normalize().abs().to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut shown = if quantity.is_sign_negative() { "\u{2212}".to_owned() } else { String::new() };
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if part.is_empty() { shown } else { format!("{shown}.{part}") }
}

/// `19%`, `8.25%`.
pub(crate) fn tax_rate(percent: Decimal) -> String {
    format!("{}%", percent.normalize())
}

/// What is owed in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueTotal {
    /// All that is open.
    pub total: Money,
    /// The part of it whose due day is over.
    pub overdue: Money,
}

impl DueTotal {
    fn plus(self, other: Self) -> Result<Self, MoneyError> {
        Ok(Self { total: self.total.plus(other.total)?, overdue: self.overdue.plus(other.overdue)? })
    }

    /// Adds up amounts (and whether each is overdue) by currency, in the order currencies first appear.
    ///
    /// An amount that would overflow the sum starts a line of its own, so nothing is ever left out.
    pub fn sum(amounts: impl IntoIterator<Item = (Money, bool)>) -> Vec<Self> {
        let mut totals: Vec<Self> = Vec::new();
        for (due, is_overdue) in amounts {
            let overdue = if is_overdue { due } else { Money::zero(due.currency()) };
            let next = Self { total: due, overdue };
            match totals.iter_mut().find_map(|sum| Some((sum.plus(next).ok()?, sum))) {
                Some((sum, place)) => *place = sum,
                None => totals.push(next),
            }
        }
        totals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_adds_up_by_currency() {
        let (eur, usd) = (Currency::EUR, Currency::USD);
        let money = Money::from_minor;
        let totals = DueTotal::sum([
            (money(100, eur), true),
            (money(250, usd), false),
            (money(50, eur), false),
            (money(i64::MAX, eur), false),
        ]);
        assert_eq!(
            totals,
            [
                DueTotal { total: money(150, eur), overdue: money(100, eur) },
                DueTotal { total: money(250, usd), overdue: money(0, usd) },
                DueTotal { total: money(i64::MAX, eur), overdue: money(0, eur) },
            ]
        );
    }

    #[test]
    fn quantities_are_grouped() {
        let shown = |text: &str| quantity(text.parse().expect("decimal"));
        assert_eq!(
            ["184320.0", "6.50", "-1234.5", "12"].map(shown),
            ["184,320", "6.5", "\u{2212}1,234.5", "12"]
        );
    }

    #[test]
    fn unit_prices_keep_what_was_agreed() {
        let shown = |text: &str| unit_price(text.parse().expect("decimal"), Currency::USD).into_string();
        assert_eq!(shown("12.4"), r#"<bdi class="amount">$12.40</bdi>"#);
        assert_eq!(shown("0.0015"), r#"<bdi class="amount">$0.0015</bdi>"#);
    }
}
