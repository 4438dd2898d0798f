//! One configuration as a form, with its draft and the buttons at its foot.

use std::rc::Rc;

use contract::ErrorCode;
use contract::ipc::{Failure, SaveConfiguration, SyncNow};
use domain::{Configuration, Plan};
use yew::prelude::*;

use super::draft::PortalDraft;
use super::leaving::Leaving;
use super::part::{Line, PartProps};
use super::sections::{BillingDetails, Features, Help, SelfServe, Sessions};
use crate::bridge;
use crate::components::draft_bar::DraftBar;
use crate::components::field::unplaced;
use crate::components::section::Section;
use crate::query::use_task;
use crate::state::{Action, use_console};

/// The fields that show what is wrong with them, as the server names them or what they begin with.
const FIELDS: [&str; 10] = [
    "name",
    "self_serve.seats",
    "cancelation.reasons",
    "cancelation.offer",
    "session_minutes",
    "default_return_url",
    "allowed_return_origins",
    "terms_url",
    "privacy_url",
    "support_",
];

#[derive(PartialEq, Properties)]
pub(crate) struct PortalFormProps {
    /// As the replica has it.
    pub(crate) configuration: Configuration,
    pub(crate) plans: Vec<Plan>,
    /// Whether there are others, and so a name to tell it by.
    pub(crate) named: bool,
}

/// The form.
#[component]
pub(crate) fn PortalForm(PortalFormProps { configuration, plans, named }: &PortalFormProps) -> Html {
    let console = use_console();
    let task = use_task();
    let failure = use_state(|| None::<Failure>);
    // What was just saved is newer than the replica until the next pull.
    let just_saved = use_state(|| None::<Configuration>);
    let saved = just_saved.as_ref().filter(|own| own.version > configuration.version);
    let saved = saved.unwrap_or(configuration).clone();
    let draft = console.portal_draft.as_deref().filter(|draft| draft.configuration.id == saved.id).cloned();
    let draft = draft.unwrap_or_else(|| PortalDraft::of(&saved));
    let conflict = draft.configuration.version != saved.version;
    let dirty = conflict || draft != PortalDraft::of(&saved);

    // An edit that leads back to what is saved leaves nothing to save.
    let ondraft = {
        let (dispatch, saved) = (console.dispatcher(), saved.clone());
        Callback::from(move |draft: PortalDraft| {
            let differs = draft != PortalDraft::of(&saved);
            dispatch.dispatch(Action::PortalDrafted(differs.then(|| Rc::new(draft))));
        })
    };
    let oncheck = {
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
        let (ondraft, draft, failure, saved) =
            (ondraft.clone(), draft.clone(), failure.clone(), saved.clone());
        Callback::from(move |()| {
            let mut mine = draft.clone();
            (mine.configuration.version, mine.configuration.is_default) = (saved.version, saved.is_default);
            failure.set(None);
            ondraft.emit(mine);
        })
    };

    let general = failure.as_ref().filter(|_| !conflict).and_then(|failure| unplaced(failure, &FIELDS));
    let part = PartProps { draft: draft.clone(), failure: (*failure).clone(), ondraft, oncheck };
    let name = Line {
        id: "configuration-name",
        label: "Name",
        help: "What you call it. Customers never see it.",
        field: "name",
        placeholder: "",
        mono: false,
        long: false,
    };
    html! {
        <>
        <fieldset disabled={!console.may_configure()}>
            if *named {
                <Section id="name" title={saved.name.clone()}>
                    { part.line(&name, &draft.configuration.name, |draft, text| draft.configuration.name = text) }
                </Section>
            }
            <Features ..part.clone() />
            <SelfServe part={part.clone()} plans={plans.clone()} />
            <Leaving ..part.clone() />
            <BillingDetails ..part.clone() />
            <Sessions ..part.clone() />
            <Help ..part />
        </fieldset>
        if let Some(message) = general { <p class="error" role="alert">{ message }</p> }
        if console.may_configure() {
            <DraftBar {dirty} busy={task.busy()} {conflict} {onsave} {ondiscard} {onkeep} />
        }
        </>
    }
}
