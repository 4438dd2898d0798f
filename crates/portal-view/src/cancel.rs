//! `GET /portal/subscriptions/{id}/cancel` and `…/undo-cancel`: the question before the deed.
//!
//! In: a [`Subscription`] and what the policy offers. Out: [`CancelView`], [`UndoView`] and their pages.
//! Not here: the deed; the server decides it again on POST.

use domain::billing::Settlement;
use domain::policy::Policy;
use domain::{CancelAt, CancelationOptions, OfferButton, Plan, RetentionOffer, Subscription, UsualReason};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::account::SubscriptionSummary;
use crate::amount::{amount, amount_with_code};
use crate::chrome::{Chrome, Place, back_link, csrf_field};
use crate::{date, quote, routes};

/// The question before a cancellation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CancelView {
    /// What would end.
    pub summary: SubscriptionSummary,
    /// The moments offered, the gentler one first; never empty.
    pub moments: Vec<CancelAt>,
    /// The day it would end with the paid period, or the trial.
    pub period_end: Date,
    /// Reasons to pick from; none asks nothing.
    pub reasons: Vec<String>,
    /// Whether they may add a few words.
    pub ask_comment: bool,
    /// What they may do instead.
    pub offer: Option<RetentionOffer>,
    /// What that settles.
    pub settlement: Settlement,
    /// What they answered before, where the question is asked once more: the reason, the comment.
    pub answered: (Option<String>, Option<String>),
    /// The merchant's zone.
    pub zone: TimeZone,
}

impl CancelView {
    /// The question, if the policy lets it be asked; else the server answers with a refusal.
    pub fn new(
        subscription: &Subscription,
        plan: Option<&Plan>,
        policy: &Policy<'_>,
        zone: &TimeZone,
    ) -> Option<Self> {
        let plan_allows = plan.is_some_and(|plan| plan.self_serve_cancelation);
        let moments: Vec<CancelAt> = [CancelAt::PeriodEnd, CancelAt::Now]
            .into_iter()
            .filter(|when| policy.cancel(subscription, plan_allows, *when).is_ok())
            .collect();
        let options = &policy.configuration.cancelation;
        (!moments.is_empty()).then(|| Self {
            summary: SubscriptionSummary::new(subscription, plan, zone),
            moments,
            period_end: date::day_of(subscription.paid_until(), zone),
            reasons: options.reasons().map(str::to_owned).collect(),
            ask_comment: options.ask_comment,
            offer: options.offer.clone(),
            settlement: Settlement::default(),
            answered: (None, None),
            zone: zone.clone(),
        })
    }

    /// With what it settles.
    pub fn with_settlement(self, settlement: Settlement) -> Self {
        Self { settlement, ..self }
    }

    /// Whether a cancellation at the period's end waits for the end of a trial.
    fn is_trial(&self) -> bool {
        self.summary.trial_ends_on.is_some()
    }
}

/// What becomes of the time left, until `until`, if it ends at once.
pub(crate) fn time_left(words: Words, settlement: &Settlement, until: Date) -> Markup {
    let day = date::day(words, until);
    match &settlement.credit {
        Some(credit) => {
            let amount = amount_with_code(words, credit.amount());
            html! { (say_markup!(words, "cancel-credit", amount = amount, day = day)) }
        }
        None => html! { (say_markup!(words, "cancel-no-credit", day = day)) },
    }
}

/// What becomes of the time left; of a trial nobody paid for nothing goes back.
fn what_is_left(words: Words, view: &CancelView) -> Markup {
    match view.is_trial() {
        true => html! { (say!(words, "cancel-trial-now")) },
        false => time_left(words, &view.settlement, view.period_end),
    }
}

/// What was used so far and is charged when it ends; nothing where there is none.
pub(crate) fn last_use(words: Words, settlement: &Settlement, zone: &TimeZone) -> Markup {
    html! {
        @if !settlement.used.is_empty() {
            (quote::used_so_far(words, &settlement.used, zone))
            p.quiet { (say!(words, "cancel-used")) }
        }
    }
}

/// A moment as the form sends it.
fn form_value(when: CancelAt) -> &'static str {
    match when {
        CancelAt::PeriodEnd => "period_end",
        CancelAt::Now => "now",
    }
}

/// The page that asks before it cancels.
pub fn cancel_confirm(chrome: &Chrome<'_>, view: &CancelView) -> Markup {
    let words = chrome.words;
    let summary = &view.summary;
    let path = routes::subscription(&summary.id);
    let title = say!(words, "cancel-title", plan = &summary.plan_name);
    let optional = html! { span.optional { (say!(words, "form-optional")) } };
    let content = html! {
        div.page-tools { (back_link(&path, &summary.plan_name)) }
        header.page-head { h1 { (title) } }
        @if let Some(offer) = &view.offer { (instead(chrome, offer)) }
        form.card.question method="post" action=(routes::cancel(&summary.id)) {
            (csrf_field(chrome.csrf))
            @if let Some(credit) = &view.settlement.credit { input type="hidden" name="unused_from" value=(credit.from); }
            @match view.moments.as_slice() {
                [only] => {
                    input type="hidden" name="when" value=(form_value(*only));
                    (consequences(words, view, *only))
                }
                moments => {
                    fieldset.choices {
                        legend { (say!(words, "cancel-when")) }
                        @for (at, when) in moments.iter().enumerate() { (moment(chrome, view, *when, at == 0)) }
                    }
                    p.quiet { (say!(words, "cancel-open-due-either")) }
                }
            }
            (last_use(words, &view.settlement, &view.zone))
            @if !view.reasons.is_empty() {
                fieldset.choices.reasons {
                    legend { (say!(words, "cancel-why")) " " (optional) }
                    @for (at, reason) in view.reasons.iter().enumerate() {
                        div.choice {
                            input type="radio" id={ "reason-" (at) } name="reason" value=(reason)
                                checked[view.answered.0.as_ref() == Some(reason)];
                            label for={ "reason-" (at) } { (reason_words(words, reason)) }
                        }
                    }
                }
            }
            @if view.ask_comment {
                div.field {
                    label for="comment" { (say!(words, "cancel-comment")) " " (optional) }
                    textarea id="comment" name="comment" rows="3" maxlength=(CancelationOptions::LONGEST_COMMENT) { (view.answered.1.as_deref().unwrap_or_default()) }
                }
            }
            div.actions.even {
                a.button href=(path) { (say!(words, "subscription-keep")) }
                button.button.critical type="submit" { (say!(words, "cancel-yes")) }
            }
        }
    };
    chrome.page(Place::Subscriptions, &title, content)
}

/// What they may do instead, in the merchant's words: beside the question, and in nobody's way.
fn instead(chrome: &Chrome<'_>, offer: &RetentionOffer) -> Markup {
    html! {
        section.card.offer aria-labelledby="offer" {
            h2 #offer { (offer.title) }
            @for line in offer.text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } }
            @match &offer.button {
                Some(OfferButton::Link { label, url }) => a.button href=(url) { (label) },
                Some(OfferButton::Contact) => {
                    @if let Some(address) = chrome.house.contact(chrome.branding) {
                        a.button href=(address) { (say!(chrome.words, "cancel-talk")) }
                    }
                }
                None => {}
            }
        }
    }
}

/// Portico's own reasons in the customer's language, the merchant's in the merchant's words.
fn reason_words(words: Words, reason: &str) -> String {
    match UsualReason::ALL.into_iter().find(|usual| usual.as_str() == reason) {
        Some(UsualReason::Cost) => say!(words, "cancel-reason-cost"),
        Some(UsualReason::NoNeed) => say!(words, "cancel-reason-need"),
        Some(UsualReason::Switching) => say!(words, "cancel-reason-switch"),
        Some(UsualReason::Missing) => say!(words, "cancel-reason-missing"),
        Some(UsualReason::Unexpected) => say!(words, "cancel-reason-expected"),
        Some(UsualReason::Other) => say!(words, "cancel-reason-other"),
        None => reason.to_owned(),
    }
}

/// What one moment would mean, as a choice.
fn moment(chrome: &Chrome<'_>, view: &CancelView, when: CancelAt, first: bool) -> Markup {
    let words = chrome.words;
    let id = form_value(when);
    let (end, today) = (date::day(words, view.period_end), date::day(words, chrome.today));
    html! {
        div.choice.roomy {
            input type="radio" id=(id) name="when" value=(id) checked[first] required aria-describedby={ (id) "-note" };
            label for=(id) {
                @match when {
                    CancelAt::PeriodEnd if view.is_trial() => (say_markup!(words, "cancel-at-trial-end", day = end.clone())),
                    CancelAt::PeriodEnd => (say_markup!(words, "cancel-at-end", day = end.clone())),
                    CancelAt::Now => (say_markup!(words, "cancel-at-now", day = today)),
                }
            }
            p.choice-note id={ (id) "-note" } {
                @match when {
                    CancelAt::PeriodEnd => (say!(words, "cancel-at-end-means")),
                    CancelAt::Now => { (say!(words, "cancel-at-now-means")) " " (what_is_left(words, view)) }
                }
            }
        }
    }
}

/// What the only moment on offer means, as a short receipt.
fn consequences(words: Words, view: &CancelView, when: CancelAt) -> Markup {
    let plan = &view.summary.plan_name;
    let end = date::day(words, view.period_end);
    let strong = html! { strong { (end) } };
    html! {
        ul.consequences {
            @match when {
                CancelAt::PeriodEnd => {
                    @if view.is_trial() {
                        li { (say_markup!(words, "cancel-trial-keep", plan = plan, day = strong)) }
                    } @else {
                        li { (say_markup!(words, "cancel-end-keep", plan = plan, day = strong)) }
                    }
                    li { (say!(words, "cancel-end-after")) }
                    li { (say!(words, "cancel-end-mind")) }
                }
                CancelAt::Now => {
                    li { (say_markup!(words, "cancel-now-ends", plan = html! { strong { (plan) } })) }
                    li { (what_is_left(words, view)) }
                    li { (say!(words, "cancel-now-final")) }
                }
            }
            li { (say!(words, "cancel-open-due")) }
        }
    }
}

/// The question before a cancellation is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoView {
    /// What would go on.
    pub summary: SubscriptionSummary,
    /// The day of its next invoice.
    pub renews_on: Date,
}

impl UndoView {
    /// The question, if the policy lets it be asked.
    pub fn new(
        subscription: &Subscription,
        plan: Option<&Plan>,
        policy: &Policy<'_>,
        zone: &TimeZone,
    ) -> Option<Self> {
        policy.undo_cancel(subscription).ok()?;
        let summary = SubscriptionSummary::new(subscription, plan, zone);
        Some(Self { summary, renews_on: date::day_of(subscription.paid_until(), zone) })
    }
}

/// The page that asks before it takes a cancellation back.
pub fn undo_confirm(chrome: &Chrome<'_>, view: &UndoView) -> Markup {
    let words = chrome.words;
    let summary = &view.summary;
    let path = routes::subscription(&summary.id);
    let title = say!(words, "undo-cancel-title", plan = &summary.plan_name);
    let renewal = html! { strong { (date::day(words, view.renews_on)) } };
    let content = html! {
        div.page-tools { (back_link(&path, &summary.plan_name)) }
        header.page-head { h1 { (title) } }
        form.card.question method="post" action=(routes::undo_cancel(&summary.id)) {
            (csrf_field(chrome.csrf))
            ul.consequences {
                @if let Some(day) = summary.ends_on {
                    li { (say_markup!(words, "undo-cancel-end", day = date::day(words, day))) }
                }
                @if let Some(total) = summary.amount {
                    @let total = html! { strong { (amount(words, total)) } };
                    li { (say_markup!(words, "undo-cancel-next-over", day = renewal, amount = total)) }
                } @else {
                    li { (say_markup!(words, "undo-cancel-next", day = renewal)) }
                }
                li { (say!(words, "undo-change-free")) }
            }
            div.actions.even {
                a.button href=(path) { (say!(words, "undo-cancel-no")) }
                button.button.primary type="submit" { (say!(words, "subscription-keep")) }
            }
        }
    };
    chrome.page(Place::Subscriptions, &title, content)
}
