//! `GET /portal/usage`: what was used in the running period, where that leads, and what came before.
//!
//! In: [`MeterUsage`], row by row. Out: the page; the charts are pictures of tables that stand beside them.
//! Not here: what use costs (`domain::billing`), the file (`server/src/portal/usage.rs`).

use domain::{DayUsage, MeterUsage};
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use rust_decimal::Decimal;
use words::{Words, say};

use crate::amount::amount;
use crate::chart::{allowance_bar, bars};
use crate::chrome::{Chrome, Place};
use crate::icon::Icon;
use crate::plan_price::steps;
use crate::{date, routes};

/// What a customer uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageView {
    /// A card for each meter of each subscription.
    pub meters: Vec<MeterCard>,
}

/// The use of one meter by one subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeterCard {
    /// All that is known about it.
    pub usage: MeterUsage,
    /// First day of the running period.
    pub first: Date,
    /// Last day of the running period.
    pub last: Date,
    /// First and last day of each period before, in the order of `usage.past`.
    pub past: Vec<(Date, Date)>,
}

impl UsageView {
    /// The usage as pages show it, with instants told as days.
    pub fn new(usage: Vec<MeterUsage>, zone: &TimeZone) -> Self {
        let days =
            |period: domain::Period| (date::day_of(period.start, zone), date::last_day(period.end, zone));
        let card = |usage: MeterUsage| {
            let (first, last) = days(usage.current.period);
            let past = usage.past.iter().map(|past| days(past.period)).collect();
            MeterCard { usage, first, last, past }
        };
        Self { meters: usage.into_iter().map(card).collect() }
    }
}

/// The page of what is used.
pub fn usage(chrome: &Chrome<'_>, view: &UsageView) -> Markup {
    let words = chrome.words;
    let title = say!(words, "usage-title");
    let content = html! {
        header.page-head {
            h1 { (title) }
            @if !view.meters.is_empty() {
                a.icon-link.usage-file href=(routes::USAGE_CSV) download { (Icon::Download) span { (say!(words, "usage-download")) } }
            }
        }
        @if view.meters.is_empty() {
            div.card.empty { (Icon::Gauge) p { (say!(words, "usage-none")) } }
        }
        @for card in &view.meters { (meter_card(words, card, chrome.today)) }
    };
    chrome.page(Place::Usage, &title, content)
}

fn meter_card(words: Words, card: &MeterCard, today: Date) -> Markup {
    let MeterCard { usage, first, last, .. } = card;
    let unit = &usage.meter.unit;
    html! {
        section.card.details.usage {
            div.usage-head {
                h2 { bdi { (usage.meter.name) } }
                p.usage-when { bdi { (usage.plan_name) } " · " (date::day(words, *first)) " – " (date::day(words, *last)) }
            }
            p.usage-now { (used(words, usage)) }
            (allowance_bar(usage.current.quantity, usage.projected, usage.price.included))
            dl.facts.wide {
                @if let Some(quantity) = usage.projected.filter(|quantity| *quantity > usage.current.quantity) {
                    div {
                        dt { (say!(words, "usage-projected")) }
                        dd {
                            (say!(words, "usage-projected-by", quantity = words.number(quantity), unit = unit, day = words.day(*last)))
                        }
                    }
                }
                div {
                    dt { (say!(words, "usage-cost")) }
                    dd {
                        (amount(words, usage.cost.total))
                        @if !usage.cost.tax.is_zero() { span.aside-note { (say!(words, "usage-with-tax")) } }
                    }
                }
                div {
                    dt { (say!(words, "usage-price")) }
                    dd { @for line in steps(words, &usage.price, usage.cost.total.currency()) { span.usage-price { (line) } } }
                }
            }
            @if !usage.days.is_empty() { (by_day(words, card, today)) }
            @if !usage.past.is_empty() { (earlier(words, card)) }
        }
    }
}

/// `1,201.25 of 1,000 calls included`.
fn used(words: Words, usage: &MeterUsage) -> Markup {
    let (quantity, included) = (usage.current.quantity, usage.price.included);
    let unit = &usage.meter.unit;
    html! {
        strong { (words.number(quantity)) } " "
        @if included.is_zero() {
            (unit)
        } @else {
            (say!(words, "usage-of-included", included = words.number(included), unit = unit))
        }
        @if !included.is_zero() && quantity > included {
            span.tag.caution { (say!(words, "usage-over", quantity = words.number(quantity - included))) }
        }
    }
}

/// The days of the running period up to today: a chart, and its figures.
fn by_day(words: Words, card: &MeterCard, today: Date) -> Markup {
    let used = |day: Date| card.usage.days.iter().find(|used: &&DayUsage| used.day == day);
    let days: Vec<Date> = card.first.series(1.day()).take_while(|day| *day <= card.last).collect();
    let heights: Vec<Decimal> =
        days.iter().map(|day| used(*day).map_or(Decimal::ZERO, |used| used.quantity)).collect();
    let passed = days.iter().zip(&heights).filter(|(day, _)| **day <= today);
    let rows = passed.map(|(day, quantity)| (html! { (date::day(words, *day)) }, *quantity)).collect();
    let title = say!(words, "usage-by-day");
    chart(words, card, &title, &say!(words, "usage-day"), &heights, rows)
}

/// The periods before, oldest first in the chart and newest first in the table.
fn earlier(words: Words, card: &MeterCard) -> Markup {
    let past = &card.usage.past;
    let heights: Vec<Decimal> = past.iter().rev().map(|past| past.quantity).collect();
    let rows = card.past.iter().zip(past).map(|((first, last), past)| {
        (html! { (date::day(words, *first)) " – " (date::day(words, *last)) }, past.quantity)
    });
    let title = say!(words, "usage-earlier");
    chart(words, card, &title, &say!(words, "usage-period"), &heights, rows.collect())
}

/// A chart that says how high it reaches, and the table it is a picture of.
fn chart(
    words: Words,
    card: &MeterCard,
    title: &str,
    of: &str,
    heights: &[Decimal],
    rows: Vec<(Markup, Decimal)>,
) -> Markup {
    let unit = &card.usage.meter.unit;
    let highest = heights.iter().max().copied().unwrap_or_default();
    let highest = say!(words, "usage-highest", quantity = words.number(highest), unit = unit);
    html! {
        div.usage-chart {
            h3 { (title) }
            figure {
                (bars(heights, &format!("{title}. {highest}")))
                figcaption { (highest) }
            }
            details.figures {
                summary { (say!(words, "usage-figures")) span.hidden { ": " (card.usage.meter.name) ", " (title) } }
                table {
                    thead { tr { th scope="col" { (of) } th.number scope="col" { (unit) } } }
                    tbody {
                        @for (what, quantity) in rows {
                            tr { th scope="row" { (what) } td.number { (words.number(quantity)) } }
                        }
                    }
                }
            }
        }
    }
}
