//! The choices below the self-serve switches: when a cancellation takes effect, and which plans may be
//! switched between.

use domain::{CancelationMode, Configuration, Interval, Plan};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct CancelationModesProps {
    pub(crate) mode: CancelationMode,
    pub(crate) disabled: bool,
    pub(crate) onchange: Callback<CancelationMode>,
}

#[component]
pub(crate) fn CancelationModes(
    CancelationModesProps { mode, disabled, onchange }: &CancelationModesProps,
) -> Html {
    const MODES: [(CancelationMode, &str, &str, &str); 3] = [
        (
            CancelationMode::AtPeriodEnd,
            "mode-period-end",
            "At the end of the period",
            "They keep access until then, and may change their mind.",
        ),
        (CancelationMode::Immediately, "mode-now", "At once", "Access ends with the click."),
        (CancelationMode::CustomerChooses, "mode-choice", "The customer chooses", "Both are offered."),
    ];
    html! {
        <fieldset class="choices" disabled={*disabled}>
            <legend>{ "When a cancellation takes effect" }</legend>
            { for MODES.into_iter().map(|(choice, id, name, reason)| html! {
                <label class="choice">
                    <input {id} type="radio" name="cancellation-mode" checked={*mode == choice} onchange={onchange.reform(move |_: Event| choice)} />
                    <span><span class="name">{ name }</span><span class="help">{ reason }</span></span>
                </label>
            }) }
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct SwitchablePlansProps {
    pub(crate) plans: Vec<Plan>,
    pub(crate) configuration: Configuration,
    pub(crate) onchange: Callback<Vec<domain::PlanId>>,
}

#[component]
pub(crate) fn SwitchablePlans(
    SwitchablePlansProps { plans, configuration, onchange }: &SwitchablePlansProps,
) -> Html {
    let chosen = &configuration.self_serve.switchable_plans;
    html! {
        <fieldset class="choices" disabled={!configuration.features.self_serve_changes}>
            <legend>{ "Plans customers can switch between" }</legend>
            if plans.is_empty() {
                <p class="help">{ "There are no plans yet. Add them on the server, through the API or portico import." }</p>
            }
            { for plans.iter().map(|plan| {
                let on = chosen.contains(&plan.id);
                let (chosen, id) = (chosen.clone(), plan.id.clone());
                let onchange = onchange.reform(move |_: Event| {
                    let others = chosen.iter().filter(|other| **other != id).cloned();
                    others.chain((!on).then(|| id.clone())).collect()
                });
                html! {
                    <label key={plan.id.to_string()} class="choice">
                        <input id={plan.id.to_string()} type="checkbox" checked={on} {onchange} />
                        <span><span class="name">{ &plan.name }</span><span class="help">{ price(plan) }</span></span>
                    </label>
                }
            }) }
            if !plans.is_empty() && !configuration.features.self_serve_changes {
                <p class="help">{ "Turn on Self-Serve Changes to choose plans." }</p>
            }
        </fieldset>
    }
}

fn price(plan: &Plan) -> String {
    let per = match plan.price.interval {
        Interval::Month => "a month",
        Interval::Year => "a year",
    };
    let seat = if plan.price.per_seat { " and seat" } else { "" };
    let less = if plan.price.tiers.is_empty() { "" } else { ", in tiers" };
    format!("{} {per}{seat}{less}", plan.price.amount)
}
