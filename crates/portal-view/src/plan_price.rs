//! What a plan costs, in words a customer can check: `€12.50 a month for each seat, from seat 11 on €10.00`.
//!
//! In: a [`Price`], [`Terms`], a count. Out: markup and text. Not here: what seats come to (`domain`).

use domain::{Interval, Price, Terms};
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::amount::amount;
use crate::subscriptions::rhythm;

/// The price of one, and what changes from some seat on.
pub(crate) fn plan_price(words: Words, price: &Price) -> Markup {
    let figure = html! { strong { (amount(words, price.amount)) } };
    let comma = say!(words, "list-comma");
    html! {
        @match (price.per_seat, price.interval) {
            (false, interval) => (rhythm(words, interval, figure)),
            (true, Interval::Month) => (say_markup!(words, "plan-price-seat-month", amount = figure)),
            (true, Interval::Year) => (say_markup!(words, "plan-price-seat-year", amount = figure)),
        }
        @for tier in &price.tiers {
            (comma) (say_markup!(words, "plan-price-tier", from = tier.from, amount = amount(words, tier.amount)))
        }
        @if !price.tax_rate.is_zero() {
            span.aside-note { (say!(words, "plan-price-tax", rate = words.percent(price.tax_rate))) }
        }
    }
}

/// `5 seats`.
pub(crate) fn seats(words: Words, count: u32) -> String {
    say!(words, "plan-seats", count = count)
}

/// `Pro`, or `Pro, 5 seats` where seats are counted.
pub(crate) fn agreed(words: Words, terms: &Terms) -> String {
    let plan = terms.plan_name.clone();
    match terms.price.per_seat {
        false => plan,
        true => [plan, seats(words, terms.seats)].join(&say!(words, "list-comma")),
    }
}
