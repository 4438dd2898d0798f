//! *Settings → Customer Portal*: seven switches, self-serve options, durations, the way back.
//!
//! In: the saved configuration. Out: an edited one. Not here: what the switches do.

mod choices;
mod draft;

pub(crate) use draft::PortalDraft;

use contract::ErrorCode;
use contract::ipc::{Failure, GetSettings, SaveConfiguration, Settings, SyncNow};
use domain::{Configuration, Feature};
use yew::prelude::*;

use self::choices::{CancelationModes, SwitchablePlans};
use super::settings::ReadOnlyNotice;
use crate::bridge;
use crate::components::draft_bar::DraftBar;
use crate::components::field::{TextField, field_error, unplaced};
use crate::components::section::Section;
use crate::components::switch::Switch;
use crate::query::{use_query, use_task};
use crate::state::{Action, use_console};

/// Minutes one click sets.
const PRESETS: [(u16, &str); 4] = [(15, "15 minutes"), (60, "1 hour"), (240, "4 hours"), (1440, "24 hours")];

/// The page.
#[component]
pub(crate) fn PortalSettings() -> Html {
    let query = use_query(GetSettings {});
    html! {
        <div class="form-page">
            { query.render(12, |settings| html! { <PortalForm settings={settings.clone()} /> }) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct PortalFormProps {
    settings: Settings,
}

#[component]
fn PortalForm(PortalFormProps { settings }: &PortalFormProps) -> Html {
    let console = use_console();
    let task = use_task();
    let failure = use_state(|| None::<Failure>);
    // What was just saved is newer than the replica until the next pull.
    let just_saved = use_state(|| None::<Configuration>);
    let saved = just_saved.as_ref().filter(|own| own.version > settings.configuration.version);
    let saved = saved.unwrap_or(&settings.configuration).clone();
    let draft = console.portal_draft.as_deref().cloned().unwrap_or_else(|| PortalDraft::of(&saved));
    let conflict = draft.configuration.version != saved.version;
    let dirty = conflict || draft != PortalDraft::of(&saved);

    // An edit that leads back to what is saved leaves nothing to save.
    let store = {
        let (dispatch, saved) = (console.dispatcher(), saved.clone());
        move |draft: PortalDraft| {
            let differs = draft != PortalDraft::of(&saved);
            dispatch.dispatch(Action::PortalDrafted(differs.then_some(draft)));
        }
    };
    let edit = {
        let (store, draft) = (store.clone(), draft.clone());
        move |change: &dyn Fn(&mut PortalDraft)| {
            let mut next = draft.clone();
            change(&mut next);
            store(next);
        }
    };
    let check = {
        let (draft, failure) = (draft.clone(), failure.clone());
        Callback::from(move |()| failure.set(draft.read().err()))
    };
    let onsave = {
        let (dispatch, task, failure, just_saved, draft) =
            (console.dispatcher(), task.clone(), failure.clone(), just_saved.clone(), draft.clone());
        Callback::from(move |()| {
            let configuration = match draft.read() {
                Ok(configuration) => configuration,
                Err(reason) => return failure.set(Some(reason)),
            };
            let (dispatch, failure, just_saved) = (dispatch.clone(), failure.clone(), just_saved.clone());
            task.run(async move {
                match bridge::call(SaveConfiguration { configuration }).await {
                    Ok(configuration) => {
                        failure.set(None);
                        just_saved.set(Some(configuration));
                        dispatch.dispatch(Action::PortalDrafted(None));
                        dispatch.dispatch(Action::Done(
                            "Customer Portal settings saved. Customers see them from the next page on."
                                .into(),
                        ));
                    }
                    Err(reason) => {
                        if reason.code == ErrorCode::Stale {
                            // Fetches what the other saved; the difference in versions then shows the choice.
                            let _ = bridge::call(SyncNow {}).await;
                        }
                        failure.set(Some(reason));
                    }
                }
            });
        })
    };
    let ondiscard = {
        let (dispatch, failure) = (console.dispatcher(), failure.clone());
        Callback::from(move |()| {
            failure.set(None);
            dispatch.dispatch(Action::PortalDrafted(None));
        })
    };
    let onkeep = {
        let (store, draft, failure, version) = (store.clone(), draft.clone(), failure.clone(), saved.version);
        Callback::from(move |()| {
            let mut mine = draft.clone();
            mine.configuration.version = version;
            failure.set(None);
            store(mine);
        })
    };

    let general = failure.as_ref().filter(|_| !conflict);
    let general = general.and_then(|failure| unplaced(failure, &["session_minutes", "default_return_url"]));
    let wrong = |field: &str| field_error((*failure).as_ref(), field);
    let edited = &draft.configuration;
    let option = |id: &'static str,
                  label: &'static str,
                  reason: &'static str,
                  on: bool,
                  set: fn(&mut Configuration, bool)| {
        let edit = edit.clone();
        let onchange = Callback::from(move |on| edit(&|draft| set(&mut draft.configuration, on)));
        html! { <Switch {id} {label} {reason} checked={on} {onchange} /> }
    };
    let options = &edited.self_serve;
    html! {
        <>
        <ReadOnlyNotice />
        <fieldset disabled={!console.may_configure()}>
            <Section id="features" title="What customers can do" lead="Each switch takes its part of the portal away as if it had never been there.">
                { for Feature::ALL.into_iter().map(|feature| {
                    let edit = edit.clone();
                    let onchange = Callback::from(move |on| edit(&|draft| draft.configuration.features.set(feature, on)));
                    let (id, reason) = words(feature);
                    html! { <Switch key={id} {id} label={feature.title()} {reason} checked={edited.features.get(feature)} {onchange} /> }
                }) }
            </Section>
            <Section id="self-serve" title="Self-serve options" lead="How far customers may go where Self-Serve Changes and Cancel Subscription are on.">
                { option("allow-upgrades", "Allow Upgrades", "Customers move to a plan that costs more.", options.allow_upgrades, |c, on| c.self_serve.allow_upgrades = on) }
                { option("allow-downgrades", "Allow Downgrades", "Customers move to a plan that costs less.", options.allow_downgrades, |c, on| c.self_serve.allow_downgrades = on) }
                { option("allow-bank-accounts", "Allow Bank Accounts", "Customers pay by direct debit too, where Update Payment is on.", options.allow_bank_accounts, |c, on| c.self_serve.allow_bank_accounts = on) }
                { option("allow-cancellation", "Allow Cancellation", "Customers end their subscription without asking you.", options.allow_cancelation, |c, on| c.self_serve.allow_cancelation = on) }
                <CancelationModes mode={options.cancelation_mode} disabled={!options.allow_cancelation} onchange={{
                    let edit = edit.clone();
                    Callback::from(move |mode| edit(&|draft| draft.configuration.self_serve.cancelation_mode = mode))
                }} />
                <SwitchablePlans plans={settings.plans.clone()} configuration={edited.clone()} onchange={{
                    let edit = edit.clone();
                    Callback::from(move |plans: Vec<_>| edit(&|draft| draft.configuration.self_serve.switchable_plans = plans.clone()))
                }} />
            </Section>
            <Section id="sessions" title="Links and sessions" lead="How long a link waits to be opened, and how long what it opens lasts.">
                <div class="presets" role="group" aria-label="Session duration">
                    { for PRESETS.into_iter().map(|(minutes, words)| {
                        let edit = edit.clone();
                        let pressed = draft.minutes.trim() == minutes.to_string();
                        let onclick = Callback::from(move |_: MouseEvent| edit(&|draft| draft.minutes = minutes.to_string()));
                        html! { <button type="button" class="button" aria-pressed={if pressed { "true" } else { "false" }} {onclick}>{ words }</button> }
                    }) }
                </div>
                <TextField
                    id="session-minutes" label="Session duration in minutes" kind="number" help="From 5 minutes to 24 hours (1440)."
                    error={wrong("session_minutes")} value={draft.minutes.clone()} onblur={check.clone()}
                    oninput={{ let edit = edit.clone(); Callback::from(move |text: String| edit(&|draft| draft.minutes = text.clone())) }}
                />
                <TextField
                    id="return-url" label="Default return address" kind="url" mono=true placeholder="https://app.example.com/account"
                    help="Where “Back to …” leads when a session names no other place. Leave it empty to show no way back."
                    error={wrong("default_return_url")} value={draft.return_url.clone()} onblur={check}
                    oninput={{ let edit = edit.clone(); Callback::from(move |text: String| edit(&|draft| draft.return_url = text.clone())) }}
                />
            </Section>
        </fieldset>
        if let Some(message) = general { <p class="error" role="alert">{ message }</p> }
        if console.may_configure() {
            <DraftBar {dirty} busy={task.busy()} {conflict} {onsave} {ondiscard} {onkeep} />
        }
        </>
    }
}

/// The id of a switch, and why one would want it, in the customer's words.
fn words(feature: Feature) -> (&'static str, &'static str) {
    match feature {
        Feature::ViewInvoices => (
            "view-invoices",
            "Customers see every invoice, current and past, with its lines and what is due.",
        ),
        Feature::DownloadPdfs => {
            ("download-pdfs", "Customers save invoices as PDF for their own books. Needs View Invoices.")
        }
        Feature::UpdatePayment => {
            ("update-payment", "Customers add a card, replace it and choose which one is charged.")
        }
        Feature::ViewSubscription => {
            ("view-subscription", "Customers see their plan, its price, the billing dates and the contract.")
        }
        Feature::SelfServeChanges => {
            ("self-serve-changes", "Customers switch plans and add or remove seats on their own.")
        }
        Feature::CancelSubscription => (
            "cancel-subscription",
            "Customers can cancel on their own, within the options below. Needs View Subscription.",
        ),
        Feature::ViewUsage => ("view-usage", "Customers see how much they have used in the current period."),
    }
}
