//! `GET /portal/subscriptions/{id}/change`: which plan, how many seats; and the question before a change that
//! waits is taken back.
//!
//! In: a [`Subscription`], the plans on offer and the policy. Out: [`ChangeView`], [`UndoChangeView`] and their
//! pages. Not here: what a change comes to (`quote`).

use domain::policy::{Policy, Reason};
use domain::{Interval, Meter, Plan, PlanId, Price, Subscription, SubscriptionId, Terms};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::account::SubscriptionSummary;
use crate::chrome::{Chrome, Place, back_link, csrf_field};
use crate::icon::Icon;
use crate::plan_price::{agreed, plan_price, seats, use_prices};
use crate::{date, refusal, routes};

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
    /// How many seats are given to people.
    pub assigned: u32,
    /// What stands in the field for seats; `None` where no plan counts them.
    pub seats: Option<String>,
    /// The plan that is chosen.
    pub chosen: PlanId,
    /// The meters their prices name.
    pub meters: Vec<Meter>,
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
                let range = policy.seats(subscription, plan);
                let reasons = policy.switch_to(subscription, own, plan, now).err().unwrap_or_default();
                let current = plan.id == subscription.plan_id;
                let price = if current { &subscription.price } else { &plan.price };
                PlanChoice {
                    id: plan.id.clone(),
                    name: if current { subscription.plan_name.clone() } else { plan.name.clone() },
                    description: plan.description.clone(),
                    price: price.clone(),
                    seats: (price.per_seat && range.is_sound()).then_some((range.min, range.max)),
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
            assigned: subscription.assigned_seats,
            seats: counted.then(|| subscription.seats.to_string()),
            chosen: subscription.plan_id.clone(),
            meters: Vec::new(),
            trouble: None,
        })
    }

    /// With the meters that the plans' prices name.
    #[must_use]
    pub fn with_meters(self, meters: Vec<Meter>) -> Self {
        Self { meters, ..self }
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
    let words = chrome.words;
    let title = if several { say!(words, "change-title") } else { say!(words, "change-title-seats") };
    let content = html! {
        div.page-tools { (back_link(&routes::subscription(&summary.id), &summary.plan_name)) }
        header.page-head { h1 { (title) } }
        @if let Some(trouble) = &view.trouble { (told(words, trouble)) }
        form.card.question method="post" action=(routes::change(&summary.id)) {
            (csrf_field(chrome.csrf))
            @for (interval, plans) in &view.groups {
                fieldset.choices {
                    legend {
                        @match interval {
                            Interval::Month => (say!(words, "change-monthly")),
                            Interval::Year => (say!(words, "change-yearly")),
                        }
                    }
                    @for plan in plans { (choice(words, view, plan)) }
                }
            }
            @if let Some(seats) = &view.seats { (seats_field(words, view, seats)) }
            div.actions.even {
                a.button href=(routes::subscription(&summary.id)) { (say!(words, "change-back")) }
                button.button.primary type="submit" { (say!(words, "change-see")) }
            }
            p.quiet { (say!(words, "change-nothing-yet")) }
        }
    };
    chrome.page(Place::Subscriptions, &title, content)
}

fn told(words: Words, trouble: &ChangeTrouble) -> Markup {
    html! {
        div.notice.critical role="alert" {
            (Icon::TriangleAlert)
            p {
                @match trouble {
                    ChangeTrouble::NotAllowed(reasons) => {
                        strong { (say!(words, "change-refused")) }
                        @for reason in reasons { " " (refusal::reason(words, *reason)) }
                    }
                    ChangeTrouble::NothingChanges => { strong { (say!(words, "change-same")) } " " (say!(words, "change-same-next")) }
                    ChangeTrouble::Seats => { strong { (say!(words, "change-seats-wrong")) } " " (say!(words, "change-seats-wrong-next")) }
                }
            }
        }
    }
}

fn choice(words: Words, view: &ChangeView, plan: &PlanChoice) -> Markup {
    let id = format!("plan-{}", plan.id);
    html! {
        div.choice.roomy.kept[plan.kept.is_some()] {
            input type="radio" id=(id) name="plan" value=(plan.id) checked[plan.id == view.chosen] required
                disabled[plan.kept.is_some()] aria-describedby={ (id) "-note" };
            label for=(id) { (plan.name) @if plan.current { " " span.tag { (say!(words, "change-your-plan")) } } }
            div.choice-note id={ (id) "-note" } {
                p { (plan_price(words, &plan.price)) }
                @for line in use_prices(words, &plan.price, &view.meters) { p { (line) } }
                @if !plan.description.is_empty() { p { bdi { (plan.description) } } }
                @match plan.seats {
                    Some((min, Some(max))) => p { (say!(words, "change-seats-range", min = min, max = max)) },
                    Some((min, None)) if min > 1 => p { (say!(words, "change-seats-least", min = min)) },
                    Some(_) | None => {}
                }
                @if let Some(reason) = plan.kept { p.kept-why { (refusal::reason(words, reason)) } }
            }
        }
    }
}

fn seats_field(words: Words, view: &ChangeView, typed: &str) -> Markup {
    let wrong = view.trouble == Some(ChangeTrouble::Seats);
    html! {
        div.field.narrow {
            label for="seats" { (say!(words, "change-seats")) }
            p.field-hint id="seats-hint" {
                (say!(words, "change-seats-hint", seats = seats(words, view.summary.seats)))
                @if view.assigned > 0 { " " (say!(words, "change-seats-assigned", seats = seats(words, view.assigned))) }
            }
            input type="text" id="seats" name="seats" value=(typed) inputmode="numeric" autocomplete="off"
                maxlength="9" required aria-describedby="seats-hint" aria-invalid=[wrong.then_some("true")];
        }
    }
}

/// The question before a change that waits is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoChangeView {
    /// Which subscription.
    pub id: SubscriptionId,
    /// What goes on.
    pub kept: Terms,
    /// What would have come.
    pub planned: Terms,
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
            id: subscription.id.clone(),
            kept: subscription.terms(),
            planned: pending.terms.clone(),
            on: date::day_of(pending.effective_at, zone),
        })
    }
}

/// The page that asks before it takes a change back.
pub fn undo_change(chrome: &Chrome<'_>, view: &UndoChangeView) -> Markup {
    let (words, path) = (chrome.words, routes::subscription(&view.id));
    let (kept, planned) = (agreed(words, &view.kept), agreed(words, &view.planned));
    let title = say!(words, "undo-change-title");
    let content = html! {
        div.page-tools { (back_link(&path, &view.kept.plan_name)) }
        header.page-head { h1 { (title) } }
        form.card.question method="post" action=(routes::undo_change(&view.id)) {
            (csrf_field(chrome.csrf))
            ul.consequences {
                li { (say_markup!(words, "undo-change-off", plan = &planned, day = date::day(words, view.on))) }
                li { (say_markup!(words, "undo-change-keep", plan = html! { strong { (kept) } })) }
                li { (say!(words, "undo-change-free")) }
            }
            div.actions.even {
                a.button href=(path) { (say!(words, "undo-change-no")) }
                button.button.primary type="submit" { (say!(words, "undo-change-yes")) }
            }
        }
    };
    chrome.page(Place::Subscriptions, &title, content)
}
