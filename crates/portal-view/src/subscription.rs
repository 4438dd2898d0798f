//! `GET /portal/subscriptions/{id}`: the plan, its price, its dates and terms, the next invoice, and the ways
//! to change and to end it.
//!
//! In: a [`Subscription`], its plan and the policy. Out: [`SubscriptionView`] and its page.
//! Not here: the questions before it changes (`change`, `quote`) or ends (`cancel`).

use domain::billing::{NextInvoice, next_invoice};
use domain::policy::{Policy, Reason};
use domain::{CancelAt, Contract, Meter, Plan, Price, Subscription, SubscriptionStatus, Terms};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::account::SubscriptionSummary;
use crate::chrome::{Chrome, Place, back_link};
use crate::icon::Icon;
use crate::plan_price::{plan_price, seats, use_prices};
use crate::routes;
use crate::subscriptions::price;
use crate::{date, quote, refusal, status};

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
    /// The price of a period, of one seat where seats are counted.
    pub price: Price,
    /// The invoice that comes next, with its lines; none where it ends before, or cannot be held.
    pub next: Option<NextInvoice>,
    /// Whether that counts what was used so far.
    pub used: bool,
    /// A change that waits.
    pub pending: Option<PendingView>,
    /// What the customer may do about plan and seats.
    pub change: ChangeChoice,
    /// What the customer may do about its end.
    pub end: EndChoice,
    /// The meters its price names.
    pub meters: Vec<Meter>,
    /// The merchant's zone.
    pub zone: TimeZone,
}

/// A change that waits for the period's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingView {
    /// What it leads to.
    pub terms: Terms,
    /// When.
    pub on: Date,
    /// Whether the customer may take it back.
    pub undo: bool,
}

/// What the customer may do about plan and seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeChoice {
    /// Change them.
    Offered,
    /// Not now, for a reason that can pass.
    NotNow(Reason),
    /// Not online.
    NotOnline,
    /// Nothing; it has ended.
    Ended,
}

impl ChangeChoice {
    fn new(subscription: &Subscription, plan: Option<&Plan>, policy: &Policy<'_>) -> Self {
        let Err(reasons) = policy.change_any(subscription, plan) else { return Self::Offered };
        let passing = |reason: &Reason| matches!(reason, Reason::CancelationPending | Reason::PastDue);
        // What can pass is said only where nothing else is in the way.
        match reasons.as_slice() {
            reasons if reasons.contains(&Reason::AlreadyCanceled) => Self::Ended,
            [reason] if passing(reason) => Self::NotNow(*reason),
            _ => Self::NotOnline,
        }
    }
}

/// What the customer may do about the end of a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndChoice {
    /// Cancel it.
    Cancel,
    /// Take back the cancellation they asked for.
    Undo,
    /// Not cancel it while its contract runs.
    ContractRuns,
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
            Err(_) => {
                let only_bound = |when| cancel(when) == Err(vec![Reason::ContractRuns]);
                match only_bound(CancelAt::PeriodEnd) || only_bound(CancelAt::Now) {
                    true => Self::ContractRuns,
                    false => Self::NotOnline,
                }
            }
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
            period_last: date::last_day(subscription.paid_until(), zone),
            contract: subscription.contract.clone(),
            since: date::day_of(subscription.created_at, zone),
            price: subscription.price.clone(),
            next: next_invoice(subscription, zone).ok().flatten(),
            used: false,
            pending: subscription.pending_change.as_ref().map(|pending| PendingView {
                terms: pending.terms.clone(),
                on: date::day_of(pending.effective_at, zone),
                undo: policy.undo_change(subscription).is_ok(),
            }),
            change: ChangeChoice::new(subscription, plan, policy),
            end: EndChoice::new(subscription, plan_allows, policy),
            meters: Vec::new(),
            zone: zone.clone(),
        }
    }
}

impl SubscriptionView {
    /// With the meters that its price names.
    pub fn with_meters(self, meters: Vec<Meter>) -> Self {
        Self { meters, ..self }
    }

    /// With a next invoice that counts what was used so far.
    pub fn with_usage(self, next: Option<NextInvoice>) -> Self {
        Self { used: next.is_some(), next, ..self }
    }
}

/// The page of one subscription.
pub fn subscription(chrome: &Chrome<'_>, view: &SubscriptionView) -> Markup {
    let (words, summary, today) = (chrome.words, &view.summary, chrome.today);
    let used = use_prices(words, &view.price, &view.meters);
    let content = html! {
        div.page-tools { (back_link(routes::SUBSCRIPTIONS, &say!(words, "subscription-all"))) }
        header.page-head.plan-title {
            h1 { (summary.plan_name) }
            (status::subscription_label(words, summary.status, summary.ends_on.is_some()))
        }
        @if !summary.description.is_empty() { p.lead { bdi { (summary.description) } } }
        @if summary.status == SubscriptionStatus::PastDue && chrome.nav.invoices { (past_due(words)) }
        section.card.details {
            h2.hidden { (say!(words, "subscription-facts")) }
            dl.facts.wide {
                div { dt { (say!(words, "subscription-price")) } dd { (price(words, summary)) } }
                @if view.price.per_seat {
                    div { dt { (say!(words, "subscription-seats")) } dd { (words.number(summary.seats.into())) } }
                    div { dt { (say!(words, "subscription-seat-price")) } dd { (plan_price(words, &view.price)) } }
                }
                @if !used.is_empty() {
                    div { dt { (say!(words, "plan-use")) } dd { @for line in &used { span.usage-price { (line) } } } }
                }
                @if summary.ended_on.is_none() {
                    div {
                        dt { (say!(words, "subscription-period")) }
                        dd { (date::day(words, view.period_first)) " – " (date::day(words, view.period_last)) }
                    }
                }
                (milestone(words, &say!(words, "subscription-trial-ends"), summary.trial_ends_on, today))
                (milestone(words, &say!(words, "subscription-next"), summary.next_invoice_on, today))
                (milestone(words, &say!(words, "subscription-ends"), summary.ends_on, today))
                (milestone(words, &say!(words, "subscription-ended"), summary.ended_on, today))
                div { dt { (say!(words, "subscription-since")) } dd { (date::day(words, view.since)) } }
            }
            @if !used.is_empty() && summary.trial_ends_on.is_some() { p.quiet { (say!(words, "subscription-trial-use")) } }
        }
        @if let Some(pending) = &view.pending { (waits(chrome, view, pending)) }
        @if let Some(next) = &view.next {
            section.card.details {
                h2 { (say!(words, "subscription-next")) }
                (quote::next_invoice(words, next, &view.zone))
                @if view.used { p.quiet { (say!(words, "subscription-next-used")) } }
            }
        }
        @if let Some(contract) = &view.contract { (terms(words, contract)) }
        (change_section(chrome, view))
        (end_section(chrome, view))
    };
    chrome.page(Place::Subscriptions, &summary.plan_name, content)
}

/// That money for it did not come, and the way to pay.
pub(crate) fn past_due(words: Words) -> Markup {
    html! {
        div.notice.critical {
            (Icon::TriangleAlert)
            p {
                strong { (say!(words, "subscription-overdue")) } " " (say!(words, "subscription-overdue-next")) " "
                a href=(routes::PAY) { (say!(words, "subscription-overdue-link")) }
            }
        }
    }
}

fn milestone(words: Words, name: &str, day: Option<Date>, today: Date) -> Markup {
    html! {
        @if let Some(day) = day {
            div {
                dt { (name) }
                dd { (date::day(words, day)) @if let Some(hint) = date::ahead(words, day, today) { span.aside-note { (hint) } } }
            }
        }
    }
}

/// A change that waits, and the way to take it back.
fn waits(chrome: &Chrome<'_>, view: &SubscriptionView, pending: &PendingView) -> Markup {
    let (words, terms) = (chrome.words, &pending.terms);
    let (day, plan) = (date::day(words, pending.on), html! { strong { (terms.plan_name) } });
    html! {
        section.card.end-choice {
            h2 { (say!(words, "subscription-waits")) }
            p {
                @if terms.price.per_seat {
                    (say_markup!(words, "subscription-waits-seats", day = day, plan = plan, seats = seats(words, terms.seats)))
                } @else {
                    (say_markup!(words, "subscription-waits-plan", day = day, plan = plan))
                }
            }
            @if pending.undo {
                a.button href=(routes::undo_change(&view.summary.id)) { (say!(words, "subscription-waits-act")) }
            } @else {
                p {
                    (say!(words, "subscription-waits-set", business = &chrome.branding.business_name)) " "
                    (say_markup!(words, "contact-please", business = chrome.contact()))
                }
            }
        }
    }
}

/// Where a customer would look for another plan: the way, or why there is none.
fn change_section(chrome: &Chrome<'_>, view: &SubscriptionView) -> Markup {
    let words = chrome.words;
    html! {
        @match &view.change {
            ChangeChoice::Ended => {}
            ChangeChoice::Offered => section.end-choice {
                h2 { (say!(words, "subscription-change")) }
                p { (say!(words, "subscription-change-says")) }
                a.button href=(routes::change(&view.summary.id)) { (say!(words, "subscription-change-act")) }
            }
            ChangeChoice::NotNow(reason) => section.end-choice {
                h2 { (say!(words, "subscription-change")) }
                p { (refusal::reason(words, *reason)) }
            }
            ChangeChoice::NotOnline => section.end-choice {
                h2 { (say!(words, "subscription-change")) }
                p {
                    (say!(words, "subscription-change-not-online")) " "
                    (say_markup!(words, "contact-please", business = chrome.contact()))
                }
            }
        }
    }
}

fn terms(words: Words, contract: &Contract) -> Markup {
    html! {
        section.card.details {
            h2 { (say!(words, "subscription-contract")) }
            dl.facts.wide {
                div { dt { (say!(words, "subscription-contract-starts")) } dd { (date::day(words, contract.start)) } }
                div {
                    dt { (say!(words, "subscription-contract-ends")) }
                    dd { @match contract.end { Some(end) => (date::day(words, end)), None => (say!(words, "subscription-open-end")) } }
                }
            }
            @for line in contract.terms.lines().filter(|line| !line.trim().is_empty()) { p.terms { (line) } }
        }
    }
}

/// Where a customer would look for the way out: the way, or why there is none.
fn end_section(chrome: &Chrome<'_>, view: &SubscriptionView) -> Markup {
    let (words, summary) = (chrome.words, &view.summary);
    html! {
        @match view.end {
            EndChoice::Ended => {}
            EndChoice::Undo => section.card.end-choice {
                h2 { (say!(words, "subscription-mind")) }
                @if let Some(day) = summary.ends_on {
                    p { (say_markup!(words, "subscription-mind-says", plan = &summary.plan_name, day = date::day(words, day))) }
                }
                a.button.primary href=(routes::undo_cancel(&summary.id)) { (say!(words, "subscription-keep")) }
            }
            EndChoice::SetByMerchant => section.card.end-choice {
                h2 { (say!(words, "subscription-want")) }
                p {
                    (say!(words, "subscription-want-says", business = &chrome.branding.business_name)) " "
                    (say_markup!(words, "contact-please", business = chrome.contact()))
                }
            }
            EndChoice::Cancel => section.end-choice {
                h2 { (say!(words, "subscription-cancel")) }
                p { (say!(words, "subscription-cancel-says")) }
                a.button href=(routes::cancel(&summary.id)) { (say!(words, "subscription-cancel-act")) }
            }
            EndChoice::ContractRuns => section.end-choice {
                h2 { (say!(words, "subscription-cancel")) }
                p {
                    (refusal::reason(words, Reason::ContractRuns)) " "
                    (say_markup!(words, "contact-please", business = chrome.contact()))
                }
            }
            EndChoice::NotOnline => section.end-choice {
                h2 { (say!(words, "subscription-cancel")) }
                p {
                    (say!(words, "subscription-cancel-not-online")) " "
                    (say_markup!(words, "contact-please", business = chrome.contact()))
                }
            }
        }
    }
}
