//! What a plan costs, in words a customer can check: `€12.50 a month for each seat, from seat 11 on €10.00`.
//!
//! In: a [`Price`]. Out: markup. Not here: what seats come to (`domain`).

use domain::{Interval, Price};
use maud::{Markup, html};

use crate::amount::{amount, tax_rate};

/// `a month` or `a year`.
pub(crate) fn rhythm(interval: Interval) -> &'static str {
    match interval {
        Interval::Month => "a month",
        Interval::Year => "a year",
    }
}

/// The price of one, and what changes from some seat on.
pub(crate) fn plan_price(price: &Price) -> Markup {
    html! {
        strong { (amount(price.amount)) } " "
        @if price.per_seat { "for each seat, " }
        (rhythm(price.interval))
        @for tier in &price.tiers { ", from seat " (tier.from) " on " (amount(tier.amount)) }
        @if !price.tax_rate.is_zero() { " " span.aside-note { "plus " (tax_rate(price.tax_rate)) " tax" } }
    }
}
