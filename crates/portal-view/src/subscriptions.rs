//! `GET /portal/subscriptions` and the cards the home page shares.
//!
//! In: summaries. Out: a card each.
//! Not here: one subscription in full (`subscription`).

use domain::Interval;
use jiff::civil::Date;
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::account::SubscriptionSummary;
use crate::amount::amount;
use crate::chrome::{Chrome, Place};
use crate::icon::Icon;
use crate::{date, routes, status};

/// The list of subscriptions.
pub fn subscriptions(chrome: &Chrome<'_>, summaries: &[SubscriptionSummary]) -> Markup {
    let title = say!(chrome.words, "chrome-subscriptions");
    let content = html! {
        header.page-head { h1 { (title) } }
        (subscription_cards(chrome.words, summaries, chrome.today))
    };
    chrome.page(Place::Subscriptions, &title, content)
}

/// A card for each subscription.
pub(crate) fn subscription_cards(words: Words, summaries: &[SubscriptionSummary], today: Date) -> Markup {
    html! {
        @if summaries.is_empty() {
            div.card.empty { (Icon::Layers) p { (say!(words, "subscriptions-none")) } }
        } @else {
            ul.cards { @for summary in summaries { (card(words, summary, today)) } }
        }
    }
}

fn card(words: Words, summary: &SubscriptionSummary, today: Date) -> Markup {
    let ended = summary.ended_on.is_some();
    html! {
        li.card.plan.ended[ended] {
            div.plan-head {
                p.plan-name { a.stretched href=(routes::subscription(&summary.id)) { (summary.plan_name) (Icon::ChevronRight) } }
                (status::subscription_label(words, summary.status, summary.ends_on.is_some()))
            }
            p.plan-price { (price(words, summary)) }
            p.plan-next { (next(words, summary, today)) }
        }
    }
}

/// `€480.00 a month`.
pub(crate) fn price(words: Words, summary: &SubscriptionSummary) -> Markup {
    html! {
        @if let Some(total) = summary.amount {
            (rhythm(words, summary.interval, html! { strong { (amount(words, total)) } }))
        }
        @if let Some(seat) = summary.per_seat {
            span.aside-note { (words.number(summary.seats.into())) " × " (amount(words, seat)) }
        }
    }
}

/// `€480.00 a month`, around an amount.
pub(crate) fn rhythm(words: Words, interval: Interval, amount: Markup) -> Markup {
    match interval {
        Interval::Month => say_markup!(words, "subscriptions-monthly", amount = amount),
        Interval::Year => say_markup!(words, "subscriptions-yearly", amount = amount),
    }
}

/// `€480.00 EUR a month`, for mails.
pub(crate) fn rhythm_text(words: Words, interval: Interval, amount: String) -> String {
    match interval {
        Interval::Month => say!(words, "subscriptions-monthly", amount = amount),
        Interval::Year => say!(words, "subscriptions-yearly", amount = amount),
    }
}

/// The one date that matters next.
fn next(words: Words, summary: &SubscriptionSummary, today: Date) -> Markup {
    let hint = |day| date::ahead(words, day, today).map(|hint| html! { " (" (hint) ")" });
    html! {
        @if let Some(day) = summary.ended_on {
            (say_markup!(words, "subscriptions-ended", day = date::day(words, day)))
        } @else if let Some(day) = summary.ends_on {
            (say_markup!(words, "subscriptions-ends", day = date::day(words, day))) @if let Some(hint) = hint(day) { (hint) }
        } @else if let Some(day) = summary.trial_ends_on {
            (say_markup!(words, "subscriptions-trial-ends", day = date::day(words, day))) @if let Some(hint) = hint(day) { (hint) }
        } @else if let Some(day) = summary.next_invoice_on {
            (say_markup!(words, "subscriptions-next", day = date::day(words, day))) @if let Some(hint) = hint(day) { (hint) }
        }
    }
}
