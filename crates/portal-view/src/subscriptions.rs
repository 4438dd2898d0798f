//! `GET /portal/subscriptions` and the cards the home page shares.
//!
//! In: summaries. Out: a card each.
//! Not here: one subscription in full (`subscription`).

use jiff::civil::Date;
use maud::{Markup, html};

use crate::account::SubscriptionSummary;
use crate::amount::amount;
use crate::chrome::{Chrome, Place};
use crate::icon::Icon;
use crate::{date, routes, status};

/// The list of subscriptions.
pub fn subscriptions(chrome: &Chrome<'_>, summaries: &[SubscriptionSummary]) -> Markup {
    let content = html! {
        header.page-head { h1 { "Subscriptions" } }
        (subscription_cards(summaries, chrome.today))
    };
    chrome.page(Place::Subscriptions, "Subscriptions", content)
}

/// A card for each subscription.
pub(crate) fn subscription_cards(summaries: &[SubscriptionSummary], today: Date) -> Markup {
    html! {
        @if summaries.is_empty() {
            div.card.empty { (Icon::Layers) p { "You have no subscription at the moment." } }
        } @else {
            ul.cards { @for summary in summaries { (card(summary, today)) } }
        }
    }
}

fn card(summary: &SubscriptionSummary, today: Date) -> Markup {
    let ended = summary.ended_on.is_some();
    html! {
        li.card.plan.ended[ended] {
            div.plan-head {
                p.plan-name { a.stretched href=(routes::subscription(&summary.id)) { (summary.plan_name) (Icon::ChevronRight) } }
                (status::subscription_label(summary.status, summary.ends_on.is_some()))
            }
            p.plan-price { (price(summary)) }
            p.plan-next { (next(summary, today)) }
        }
    }
}

/// `€480.00 a month`.
pub(crate) fn price(summary: &SubscriptionSummary) -> Markup {
    html! {
        @if let Some(total) = summary.amount { strong { (amount(total)) } " " (summary.rhythm()) }
        @if let Some(seat) = summary.per_seat {
            span.aside-note { (summary.seats) " × " (amount(seat)) }
        }
    }
}

/// The one date that matters next.
fn next(summary: &SubscriptionSummary, today: Date) -> Markup {
    let hint = |day| date::ahead(day, today).map(|words| html! { " (" (words) ")" });
    html! {
        @if let Some(day) = summary.ended_on {
            "Ended on " (date::day(day))
        } @else if let Some(day) = summary.ends_on {
            "Ends on " (date::day(day)) @if let Some(words) = hint(day) { (words) }
        } @else if let Some(day) = summary.trial_ends_on {
            "Trial ends on " (date::day(day)) @if let Some(words) = hint(day) { (words) }
        } @else if let Some(day) = summary.next_invoice_on {
            "Next invoice on " (date::day(day)) @if let Some(words) = hint(day) { (words) }
        }
    }
}
