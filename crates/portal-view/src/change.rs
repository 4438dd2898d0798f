//! `GET /portal/subscriptions/{id}/change`: which plan, how many seats; and the question before a change that
//! waits is taken back.
//!
//! In: a [`Subscription`], the plans on offer and the policy. Out: [`ChangeView`], [`UndoChangeView`] and their
//! pages. Not here: what a change comes to (`quote`).

use domain::billing::Change;
use domain::policy::{Policy, Reason};
use domain::{Interval, Plan, PlanId, Price, Subscription};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::account::SubscriptionSummary;
use crate::chrome::{Chrome, Place, back_link, csrf_field};
use crate::icon::Icon;
use crate::plan_price::plan_price;
use crate::{date, routes};

/// A plan to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanChoice {
    /// Which.
    pub id: PlanId,
    /// Its name.
    pub name: String,
    /// In a sentence; may be empty.
    pub description: String,
    /// What it costs; for the plan there is, what was agreed.
    pub price: Price,
    /// The fewest and the most seats, where they are counted.
    pub seats: Option<(u32, Option<u32>)>,
    /// Whether it is the plan there is.
    pub current: bool,
    /// Why it cannot be chosen now; `None` if it can.
    pub kept: Option<Reason>,
}

/// Why what was chosen leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeTrouble {
    /// The policy's reasons.
    NotAllowed(Vec<Reason>),
    /// It is what there is already.
    NothingChanges,
    /// What was typed is no number of seats.
    Seats,
}

/// The choice of a plan and of seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeView {
    /// What there is now.
    pub summary: SubscriptionSummary,
    /// The plans by interval, that of today first; never empty.
    pub groups: Vec<(Interval, Vec<PlanChoice>)>,
    /// What stands in the field for seats; `None` where no plan counts them.
    pub seats: Option<String>,
    /// The plan that is chosen.
    pub chosen: PlanId,
    /// Why what was chosen before leads nowhere.
    pub trouble: Option<ChangeTrouble>,
}

impl ChangeView {
    /// The choice, if the policy leaves one; else its reasons. `plans` are those on offer and the one there is.
    pub fn new(
        subscription: &Subscription,
        plans: &[Plan],
        policy: &Policy<'_>,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Result<Self, Vec<Reason>> {
        let own = plans.iter().find(|plan| plan.id == subscription.plan_id);
        policy.change_any(subscription, own)?;
        let currency = subscription.price.amount.currency();
        let choices = plans.iter().filter(|plan| plan.price.amount.currency() == currency);
        let choices: Vec<PlanChoice> = choices
            .map(|plan| {
                let terms = subscription.terms_on(plan, policy.seats(plan).nearest(subscription.seats));
                // What cannot be computed now is refused when it is asked for, with its own words.
                let change = Change::of(subscription, terms, now, zone).ok();
                let verdict = change.map(|change| policy.change_to(subscription, own, plan, &change, zone));
                let current = plan.id == subscription.plan_id;
                let reasons = verdict.and_then(Result::err).unwrap_or_default();
                let price = if current { &subscription.price } else { &plan.price };
                PlanChoice {
                    id: plan.id.clone(),
                    name: if current { subscription.plan_name.clone() } else { plan.name.clone() },
                    description: plan.description.clone(),
                    price: price.clone(),
                    seats: price.per_seat.then(|| policy.seats(plan)).map(|range| (range.min, range.max)),
                    current,
                    kept: reasons.first().copied().filter(|_| !current),
                }
            })
            .collect();
        let free = !subscription.price.per_seat || policy.change_seats(subscription, own).is_ok();
        let counted = free && choices.iter().any(|choice| choice.price.per_seat && choice.kept.is_none());
        let mut groups: Vec<(Interval, Vec<PlanChoice>)> = Vec::new();
        for choice in choices {
            let interval = choice.price.interval;
            match groups.iter_mut().find(|(of, _)| *of == interval) {
                Some((_, group)) => group.push(choice),
                None => groups.push((interval, vec![choice])),
            }
        }
        groups.sort_by_key(|(interval, _)| *interval != subscription.price.interval);
        Ok(Self {
            summary: SubscriptionSummary::new(subscription, own, zone),
            groups,
            seats: counted.then(|| subscription.seats.to_string()),
            chosen: subscription.plan_id.clone(),
            trouble: None,
        })
    }

    /// The same with what was chosen in it, and why that leads nowhere.
    #[must_use]
    pub fn again(self, chosen: &PlanId, seats: &str, trouble: ChangeTrouble) -> Self {
        let typed = if seats.is_empty() { None } else { Some(seats.to_owned()) };
        let seats = self.seats.map(|before| typed.unwrap_or(before));
        Self { chosen: chosen.clone(), seats, trouble: Some(trouble), ..self }
    }

    fn plans(&self) -> impl Iterator<Item = &PlanChoice> {
        self.groups.iter().flat_map(|(_, plans)| plans)
    }
}

/// The page on which a plan and seats are chosen.
pub fn change(chrome: &Chrome<'_>, view: &ChangeView) -> Markup {
    let summary = &view.summary;
    let several = view.plans().count() > 1;
    let title = if several { "Change your plan" } else { "Change your seats" };
    let content = html! {
        div.page-tools { (back_link(&routes::subscription(&summary.id), &summary.plan_name)) }
        header.page-head { h1 { (title) } }
        @if let Some(trouble) = &view.trouble { (told(trouble)) }
        form.card.question method="post" action=(routes::change(&summary.id)) {
            (csrf_field(chrome.csrf))
            @for (interval, plans) in &view.groups {
                fieldset.choices {
                    legend { @match interval { Interval::Month => "Paid monthly", Interval::Year => "Paid yearly" } }
                    @for plan in plans { (choice(view, plan)) }
                }
            }
            @if let Some(seats) = &view.seats { (seats_field(view, seats)) }
            div.actions.even {
                a.button href=(routes::subscription(&summary.id)) { "Back" }
                button.button.primary type="submit" { "See what it costs" }
            }
            p.quiet { "Nothing changes yet. You see the exact amounts first, and confirm them." }
        }
    };
    chrome.page(Place::Subscriptions, title, content)
}

fn told(trouble: &ChangeTrouble) -> Markup {
    html! {
        div.notice.critical role="alert" {
            (Icon::TriangleAlert)
            p {
                @match trouble {
                    ChangeTrouble::NotAllowed(reasons) => {
                        strong { "This change is not possible." }
                        @for reason in reasons { " " (reason.for_customer()) }
                    }
                    ChangeTrouble::NothingChanges => { strong { "This is what you have already." } " Choose another plan or another number of seats." }
                    ChangeTrouble::Seats => { strong { "Please check the number of seats." } " Write it in digits, such as 5." }
                }
            }
        }
    }
}

fn choice(view: &ChangeView, plan: &PlanChoice) -> Markup {
    let id = format!("plan-{}", plan.id);
    html! {
        div.choice.roomy.kept[plan.kept.is_some()] {
            input type="radio" id=(id) name="plan" value=(plan.id) checked[plan.id == view.chosen] required
                disabled[plan.kept.is_some()] aria-describedby={ (id) "-note" };
            label for=(id) { (plan.name) @if plan.current { " " span.tag { "Your plan" } } }
            div.choice-note id={ (id) "-note" } {
                p { (plan_price(&plan.price)) }
                @if !plan.description.is_empty() { p { (plan.description) } }
                @match plan.seats {
                    Some((min, Some(max))) => p { (min) " to " (max) " seats" },
                    Some((min, None)) if min > 1 => p { "at least " (min) " seats" },
                    Some(_) | None => {}
                }
                @if let Some(reason) = plan.kept { p.kept-why { (reason.for_customer()) } }
            }
        }
    }
}

fn seats_field(view: &ChangeView, seats: &str) -> Markup {
    let wrong = view.trouble == Some(ChangeTrouble::Seats);
    html! {
        div.field.narrow {
            label for="seats" { "Seats" }
            p.field-hint id="seats-hint" { "You have " (view.summary.seats) ". Counts for plans with a price for each seat." }
            input type="text" id="seats" name="seats" value=(seats) inputmode="numeric" autocomplete="off"
                maxlength="9" required aria-describedby="seats-hint" aria-invalid=[wrong.then_some("true")];
        }
    }
}

/// The question before a change that waits is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoChangeView {
    /// What goes on.
    pub summary: SubscriptionSummary,
    /// What would have come.
    pub plan_name: String,
    /// When it would have come.
    pub on: Date,
}

impl UndoChangeView {
    /// The question, if the policy lets it be asked; else its reasons.
    pub fn new(
        subscription: &Subscription,
        policy: &Policy<'_>,
        zone: &TimeZone,
    ) -> Result<Self, Vec<Reason>> {
        policy.undo_change(subscription)?;
        let pending = subscription.pending_change.as_ref().ok_or_else(|| vec![Reason::NoChangePending])?;
        Ok(Self {
            summary: SubscriptionSummary::new(subscription, None, zone),
            plan_name: pending.terms.plan_name.clone(),
            on: date::day_of(pending.effective_at, zone),
        })
    }
}

/// The page that asks before it takes a change back.
pub fn undo_change(chrome: &Chrome<'_>, view: &UndoChangeView) -> Markup {
    let summary = &view.summary;
    let path = routes::subscription(&summary.id);
    let content = html! {
        div.page-tools { (back_link(&path, &summary.plan_name)) }
        header.page-head { h1 { "Keep everything as it is?" } }
        form.card.question method="post" action=(routes::undo_change(&summary.id)) {
            (csrf_field(chrome.csrf))
            ul.consequences {
                li { "The change to " (view.plan_name) " on " (date::day(view.on)) " is called off." }
                li { "You keep " strong { (summary.plan_name) } " as it is today." }
                li { "Nothing is charged today." }
            }
            div.actions.even {
                a.button href=(path) { "Let it change" }
                button.button.primary type="submit" { "Call off the change" }
            }
        }
    };
    chrome.page(Place::Subscriptions, "Keep everything as it is", content)
}
