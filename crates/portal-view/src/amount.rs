//! Amounts as customers read them.
//!
//! In: [`Money`] and finer unit prices. Out: text and markup with figures that line up.
//! Not here: arithmetic beyond adding up what is due.

use domain::{Currency, Money, MoneyError};
use maud::{Markup, html};
use rust_decimal::Decimal;
use words::Words;

/// `€1,234.50`.
pub(crate) fn amount(words: Words, money: Money) -> Markup {
    html! { bdi.amount { (words.amount(money)) } }
}

/// `$1,234.50 USD`: where several currencies meet, or a sign like `$` could mean several.
pub(crate) fn amount_with_code(words: Words, money: Money) -> Markup {
    let code = money.currency().code();
    html! {
        (amount(words, money))
        @if money.currency().symbol() != code { " " abbr.code { (code) } }
    }
}

/// What one costs: like an amount, but as fine as it was agreed (`$0.0015`).
pub(crate) fn unit_price(words: Words, price: Decimal, currency: Currency) -> Markup {
    html! { bdi.amount { (words.unit_price(price, currency)) } }
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
}
