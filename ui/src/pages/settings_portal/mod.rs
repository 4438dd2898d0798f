//! *Settings → Customer Portal*: the configurations there are, and one of them as a form.
//!
//! In: what is saved. Out: an edited one. Not here: what the switches do.

mod choices;
mod draft;
mod form;
mod leaving;
mod list;
mod part;
mod sections;

pub(crate) use draft::PortalDraft;

use contract::ipc::{GetSettings, Settings};
use domain::ConfigurationId;
use yew::prelude::*;

use self::form::PortalForm;
use self::list::ConfigurationList;
use super::settings::ReadOnlyNotice;
use crate::query::use_query;
use crate::state::use_console;

/// The page.
#[component]
pub(crate) fn PortalSettings() -> Html {
    let query = use_query(GetSettings {});
    html! {
        <div class="form-page">
            { query.render(12, |settings| html! { <Configurations settings={settings.clone()} /> }) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ConfigurationsProps {
    settings: Settings,
}

/// The list, and the one that is open: where there is a draft, the one it is of.
#[component]
fn Configurations(ConfigurationsProps { settings }: &ConfigurationsProps) -> Html {
    let console = use_console();
    let chosen = use_state(|| None::<ConfigurationId>);
    let drafted = console.portal_draft.as_ref().map(|draft| draft.configuration.id.clone());
    let wanted = drafted.or_else(|| (*chosen).clone());
    let all = &settings.configurations;
    let open = all.iter().find(|one| Some(&one.id) == wanted.as_ref()).cloned();
    let open = open.unwrap_or_else(|| settings.default_configuration());
    let onopen = Callback::from(move |id| chosen.set(Some(id)));
    html! {
        <>
        <ReadOnlyNotice />
        <ConfigurationList all={all.clone()} open={open.id.clone()} {onopen} />
        <PortalForm key={open.id.to_string()} configuration={open.clone()} plans={settings.plans.clone()} named={all.len() > 1} />
        </>
    }
}
