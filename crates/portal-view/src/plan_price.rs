//! What a plan costs, in words a customer can check: `€12.50 a month for each seat, from seat 11 on €10.00`.
//!
//! In: a [`Price`], [`Terms`], a count. Out: markup and text. Not here: what seats come to (`domain`).

use domain::{Currency, Interval, Meter, MeteredPrice, Price, Terms};
use maud::{Markup, html};
use rust_decimal::Decimal;
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

/// What use costs beside that: a line for each meter and step, such as `API calls: €0.015 each beyond 1,000
/// included`. A meter nobody can name any more is not told.
pub(crate) fn use_prices(words: Words, price: &Price, meters: &[Meter]) -> Vec<Markup> {
    let named = price.metered.iter().filter_map(|metered| {
        meters.iter().find(|meter| meter.key == metered.meter).map(|meter| (&meter.name, metered))
    });
    let lines = named.flat_map(|(name, metered)| {
        let steps = steps(words, metered, price.amount.currency()).into_iter();
        steps.map(move |step| {
            say_markup!(words, "plan-use-line", meter = html! { bdi { (name) } }, price = step)
        })
    });
    lines.collect()
}

/// What the use of one meter costs, a line for each step.
pub(crate) fn steps(words: Words, price: &MeteredPrice, currency: Currency) -> Vec<String> {
    let each = |one: Decimal| words.unit_price(one, currency);
    let mut lines = Vec::with_capacity(price.tiers.len() + 1);
    lines.push(match price.included.is_zero() {
        true => say!(words, "usage-price-each", price = each(price.unit_price)),
        false => {
            let included = words.number(price.included);
            say!(words, "usage-price-beyond", price = each(price.unit_price), included = included)
        }
    });
    lines.extend(price.tiers.iter().map(|tier| {
        say!(words, "usage-price-above", price = each(tier.unit_price), quantity = words.number(tier.above))
    }));
    lines
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
