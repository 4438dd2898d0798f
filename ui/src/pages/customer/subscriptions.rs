//! Plans, prices and dates of a customer.

use domain::{Interval, Subscription, SubscriptionStatus};
use jiff::ToSpan as _;
use yew::prelude::*;

use crate::clock;
use crate::components::date::DayOf;
use crate::components::icon::Icon;
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::components::status::{Tone, dot, status};

#[derive(PartialEq, Properties)]
pub(crate) struct SubscriptionsProps {
    pub(crate) subscriptions: Vec<Subscription>,
}

#[component]
pub(crate) fn Subscriptions(SubscriptionsProps { subscriptions }: &SubscriptionsProps) -> Html {
    html! {
        <Section id="subscriptions" title="Subscriptions" count={u64::try_from(subscriptions.len()).ok()}>
            if subscriptions.is_empty() {
                <Empty icon={Icon::Inbox} title="No subscriptions" hint="This customer has not subscribed to a plan." />
            } else {
                <div class="cards">{ for subscriptions.iter().map(card) }</div>
            }
        </Section>
    }
}

fn card(subscription: &Subscription) -> Html {
    let per = match subscription.price.interval {
        Interval::Month => "a month",
        Interval::Year => "a year",
    };
    let each = subscription.price.amount;
    // A sum too large to hold is shown by its parts.
    let price = match subscription.amount() {
        Ok(sum) if subscription.price.per_seat => {
            let steps = subscription.price.steps(subscription.seats).unwrap_or_default();
            let steps: Vec<String> = steps
                .iter()
                .map(|step| format!("{} at {}", clock::counted(step.seats, "seat"), step.each))
                .collect();
            format!("{sum} {per} · {}", steps.join(", "))
        }
        Ok(sum) => format!("{sum} {per}"),
        Err(_) => format!("{each} {per} for each of {}", clock::counted(subscription.seats, "seat")),
    };
    html! {
        <div key={subscription.id.to_string()} class="card">
            <div class="title">
                <h3>{ &subscription.plan_name }</h3>
                if subscription.is_ending() { { dot(Tone::Caution, "Ending") } } else { { status(&subscription.status) } }
                <span class="price">{ price }</span>
            </div>
            <dl class="facts">
                if subscription.status != SubscriptionStatus::Canceled {
                    <dt>{ "Current period" }</dt>
                    // Up to its last moment: the end itself is the first of the next.
                    <dd><DayOf at={subscription.period.start} />{ " – " }<DayOf at={subscription.paid_until() - 1.nanosecond()} /></dd>
                }
                if let Some(at) = subscription.next_invoice_at() {
                    <dt>{ "Next invoice" }</dt><dd><DayOf {at} /></dd>
                }
                if subscription.assigned_seats > 0 {
                    <dt>{ "Given to people" }</dt>
                    <dd>{ clock::counted(subscription.assigned_seats, "seat") }</dd>
                }
                if !subscription.billed_by.is_portico() {
                    <dt>{ "Billed" }</dt><dd>{ "By another system; Portico writes no invoices for it" }</dd>
                }
                if let Some(at) = subscription.trial_end {
                    <dt>{ "Trial ends" }</dt><dd><DayOf {at} /></dd>
                }
                if let Some(change) = &subscription.pending_change {
                    <dt>{ "Will change" }</dt>
                    <dd>
                        <DayOf at={change.effective_at} />
                        { format!(" to {}", change.terms.plan_name) }
                        if change.terms.price.per_seat {
                            { format!(", {}", clock::counted(change.terms.seats, "seat")) }
                        }
                    </dd>
                }
                if let Some(end) = &subscription.cancelation {
                    <dt>{ if subscription.is_ending() { "Will end" } else { "Ended" } }</dt>
                    <dd>
                        <DayOf at={end.effective_at} />
                        if let Some(reason) = &end.reason { <span class="help">{ format!(" “{reason}”") }</span> }
                    </dd>
                }
                if let Some(contract) = &subscription.contract {
                    <dt>{ "Contract" }</dt>
                    <dd>
                        { clock::day(contract.start) }{ " – " }{ contract.end.map_or("open end".into(), clock::day) }
                        if !contract.terms.is_empty() { <span class="help">{ format!(" {}", contract.terms) }</span> }
                    </dd>
                }
                <dt>{ "Id" }</dt>
                <dd class="mono">{ subscription.external_id.as_deref().unwrap_or(subscription.id.as_str()) }</dd>
            </dl>
        </div>
    }
}
