//! What a plan costs, in words a customer can check: `€12.50 a month for each seat, from seat 11 on €10.00`.
//!
//! In: a [`Price`], a count, a span of time. Out: markup and text. Not here: what seats come to (`domain`).

use domain::{Interval, Price};
use jiff::Timestamp;
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

/// `12 days 9 hours 18 minutes 5 seconds`: how long it really is from `from` to `to`. A day has 24 hours, so
/// that months in which the clocks change come out as long as they are.
pub(crate) fn span(words: Words, from: Timestamp, to: Timestamp) -> String {
    let seconds = (to.as_second() - from.as_second()).max(0);
    let told = [
        (seconds / 86_400, say!(words, "part-days", count = seconds / 86_400)),
        (seconds / 3600 % 24, say!(words, "part-hours", count = seconds / 3600 % 24)),
        (seconds / 60 % 60, say!(words, "part-minutes", count = seconds / 60 % 60)),
        (seconds % 60, say!(words, "part-seconds", count = seconds % 60)),
    ];
    let told: Vec<String> = told.into_iter().filter(|(count, _)| *count > 0).map(|(_, unit)| unit).collect();
    if told.is_empty() { say!(words, "part-seconds", count = 0) } else { told.join(" ") }
}
