//! `GET /portal/subscriptions/{id}`: the plan, its price, its dates and terms, and the way to end it.
//!
//! In: a [`Subscription`], its plan and the policy. Out: [`SubscriptionView`] and its page.
//! Not here: the question before it ends (`cancel`).

use domain::policy::{Policy, Reason};
use domain::{CancelAt, Contract, Plan, Subscription, SubscriptionStatus};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::account::SubscriptionSummary;
use crate::chrome::{Chrome, Place, back_link};
use crate::icon::Icon;
use crate::routes::{self, Stretch};
use crate::subscriptions::price;
use crate::{InvoiceFilter, date, status};

/// One subscription in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscriptionView {
    /// What it is.
    pub summary: SubscriptionSummary,
    /// First day of the period paid for.
    pub period_first: Date,
    /// Last day of the period paid for.
    pub period_last: Date,
    /// What was agreed beyond the plan.
    pub contract: Option<Contract>,
    /// When it began.
    pub since: Date,
    /// What the customer may do about its end.
    pub end: EndChoice,
}

/// What the customer may do about the end of a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndChoice {
    /// Cancel it.
    Cancel,
    /// Take back the cancellation they asked for.
    Undo,
    /// Not cancel it online.
    NotOnline,
    /// Not undo what the merchant set.
    SetByMerchant,
    /// Nothing; it has ended.
    Ended,
}

impl EndChoice {
    fn new(subscription: &Subscription, plan_allows: bool, policy: &Policy<'_>) -> Self {
        let cancel = |when| policy.cancel(subscription, plan_allows, when);
        match policy.undo_cancel(subscription) {
            Ok(()) => Self::Undo,
            Err(reasons) if reasons.contains(&Reason::AlreadyCanceled) => Self::Ended,
            Err(reasons) if reasons.contains(&Reason::ScheduledByMerchant) => Self::SetByMerchant,
            Err(_) if cancel(CancelAt::PeriodEnd).is_ok() || cancel(CancelAt::Now).is_ok() => Self::Cancel,
            Err(_) => Self::NotOnline,
        }
    }
}

impl SubscriptionView {
    /// The subscription as this policy shows it. Without its plan it cannot be cancelled online.
    pub fn new(
        subscription: &Subscription,
        plan: Option<&Plan>,
        policy: &Policy<'_>,
        zone: &TimeZone,
    ) -> Self {
        let plan_allows = plan.is_some_and(|plan| plan.self_serve_cancelation);
        Self {
            summary: SubscriptionSummary::new(subscription, plan, zone),
            period_first: date::day_of(subscription.period.start, zone),
            period_last: date::last_day(subscription.period.end, zone),
            contract: subscription.contract.clone(),
            since: date::day_of(subscription.created_at, zone),
            end: EndChoice::new(subscription, plan_allows, policy),
        }
    }
}

/// The page of one subscription.
pub fn subscription(chrome: &Chrome<'_>, view: &SubscriptionView) -> Markup {
    let summary = &view.summary;
    let content = html! {
        div.page-tools { (back_link(routes::SUBSCRIPTIONS, "All subscriptions")) }
        header.page-head.plan-title {
            h1 { (summary.plan_name) }
            (status::subscription_label(summary.status, summary.ends_on.is_some()))
        }
        @if !summary.description.is_empty() { p.lead { (summary.description) } }
        @if summary.status == SubscriptionStatus::PastDue && chrome.nav.invoices { (past_due()) }
        section.card.details {
            h2.hidden { "Plan and dates" }
            dl.facts.wide {
                div { dt { "Price" } dd { (price(summary)) } }
                @if summary.per_seat.is_some() { div { dt { "Seats" } dd { (summary.seats) } } }
                @if summary.ended_on.is_none() {
                    div { dt { "Current period" } dd { (date::day(view.period_first)) " – " (date::day(view.period_last)) } }
                }
                (milestone("Trial ends", summary.trial_ends_on, chrome.today))
                (milestone("Next invoice", summary.next_invoice_on, chrome.today))
                (milestone("Ends", summary.ends_on, chrome.today))
                (milestone("Ended", summary.ended_on, chrome.today))
                div { dt { "Subscribed since" } dd { (date::day(view.since)) } }
            }
        }
        @if let Some(contract) = &view.contract { (terms(contract)) }
        (end_section(chrome, view))
    };
    chrome.page(Place::Subscriptions, &summary.plan_name, content)
}

/// Why it is past due, and the way to see to it.
fn past_due() -> Markup {
    let overdue = routes::invoices(InvoiceFilter::Overdue, Stretch::Newest);
    html! {
        div.notice.critical {
            (Icon::TriangleAlert)
            p { strong { "An invoice is overdue." } " Your subscription goes on once it is paid. " a href=(overdue) { "See overdue invoices" } }
        }
    }
}

fn milestone(name: &str, day: Option<Date>, today: Date) -> Markup {
    html! {
        @if let Some(day) = day {
            div {
                dt { (name) }
                dd { (date::day(day)) @if let Some(words) = date::ahead(day, today) { span.aside-note { (words) } } }
            }
        }
    }
}

fn terms(contract: &Contract) -> Markup {
    html! {
        section.card.details {
            h2 { "Contract" }
            dl.facts.wide {
                div { dt { "Starts" } dd { (date::day(contract.start)) } }
                div { dt { "Ends" } dd { @match contract.end { Some(end) => (date::day(end)), None => "Open end" } } }
            }
            @for line in contract.terms.lines().filter(|line| !line.trim().is_empty()) { p.terms { (line) } }
        }
    }
}

/// Where a customer would look for the way out: the way, or why there is none.
fn end_section(chrome: &Chrome<'_>, view: &SubscriptionView) -> Markup {
    let summary = &view.summary;
    html! {
        @match view.end {
            EndChoice::Ended => {}
            EndChoice::Undo => section.card.end-choice {
                h2 { "Changed your mind?" }
                @if let Some(day) = summary.ends_on {
                    p { (summary.plan_name) " ends on " (date::day(day)) ". You can keep it until then, and nothing changes." }
                }
                a.button.primary href=(routes::undo_cancel(&summary.id)) { "Keep my plan" }
            }
            EndChoice::SetByMerchant => section.card.end-choice {
                h2 { "Want to keep it?" }
                p { "The end of this subscription was set by " (chrome.branding.business_name) ". To keep it, please " (chrome.contact()) "." }
            }
            EndChoice::Cancel => section.end-choice {
                h2 { "Cancel this subscription" }
                p { "You see what happens, and when, before anything is final." }
                a.button href=(routes::cancel(&summary.id)) { "Cancel subscription…" }
            }
            EndChoice::NotOnline => section.end-choice {
                h2 { "Cancel this subscription" }
                p { "This plan cannot be cancelled online. To end it, please " (chrome.contact()) "." }
            }
        }
    }
}
