//! *Settings → Webhooks*: endpoints, their secrets (once), and what became of every delivery.
//!
//! In: endpoints from the replica, deliveries from the server. Out: changes to either.
//! Not here: signing, retrying.

mod deliveries;
mod endpoint_dialogs;
mod endpoint_form;

use contract::api::UpdateEndpoint;
use contract::ipc::{ListEndpoints, UpdateWebhookEndpoint};
use domain::{Endpoint, EndpointEvents, EndpointId};
use yew::prelude::*;

use self::deliveries::Deliveries;
use self::endpoint_dialogs::{DeleteDialog, SecretDialog};
use self::endpoint_form::EndpointForm;
use super::settings::ReadOnlyNotice;
use crate::bridge;
use crate::components::button::{Button, Weight};
use crate::components::icon::Icon;
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::components::status::{Tone, dot};
use crate::components::switch::Switch;
use crate::query::{use_query, use_task};
use crate::state::{Action, use_console};

/// What lies over the page.
#[derive(Debug, Clone, PartialEq)]
enum Over {
    Nothing,
    Adding,
    Editing(Endpoint),
    Deleting(Endpoint),
    /// The secret of a new endpoint, in sight this once.
    Secret {
        url: String,
        secret: String,
    },
}

/// The page.
#[component]
pub(crate) fn WebhookSettings() -> Html {
    let console = use_console();
    let query = use_query(ListEndpoints {});
    let over = use_state(|| Over::Nothing);
    let chosen = use_state(|| None::<EndpointId>);
    let show = |what: Over| {
        let over = over.clone();
        Callback::from(move |()| over.set(what.clone()))
    };
    let onshow = {
        let over = over.clone();
        Callback::from(move |what: Over| over.set(what))
    };
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |id: EndpointId| chosen.set(Some(id)))
    };
    let may = console.may_configure();
    let add = html! { <Button id="add-endpoint" label="Add endpoint…" icon={Icon::Plus} disabled={!may} onclick={show(Over::Adding)} /> };
    html! {
        <div class="form-page wide">
            <ReadOnlyNotice />
            <Section id="endpoints" title="Endpoints" lead="Portico posts signed events to these addresses as they happen, and tries for three days." actions={add}>
                { query.render(4, |endpoints| {
                    if endpoints.is_empty() {
                        return html! { <Empty icon={Icon::Webhook} title="No endpoints yet" hint="Add the address at which your app wants to hear about cancellations and opened links." /> };
                    }
                    // Without a choice, the first endpoint's deliveries are shown.
                    let current = endpoints.iter().find(|endpoint| Some(&endpoint.id) == chosen.as_ref()).or(endpoints.first());
                    html! {
                        <ul class="endpoints">
                            { for endpoints.iter().map(|endpoint| html! {
                                <EndpointRow
                                    key={endpoint.id.to_string()} endpoint={endpoint.clone()} {may}
                                    chosen={current.is_some_and(|current| current.id == endpoint.id)}
                                    onchoose={onchoose.clone()} onshow={onshow.clone()}
                                />
                            }) }
                        </ul>
                    }
                }) }
            </Section>
            if let Some(endpoint) = query.get().and_then(|all| all.iter().find(|one| Some(&one.id) == chosen.as_ref()).or(all.first())) {
                <Deliveries key={endpoint.id.to_string()} endpoint_id={endpoint.id.clone()} url={endpoint.url.to_string()} />
            }
            { match &*over {
                Over::Nothing => Html::default(),
                Over::Adding => html! { <EndpointForm onshow={onshow.clone()} /> },
                Over::Editing(endpoint) => html! { <EndpointForm endpoint={endpoint.clone()} onshow={onshow.clone()} /> },
                Over::Deleting(endpoint) => html! { <DeleteDialog endpoint={endpoint.clone()} onclose={show(Over::Nothing)} /> },
                Over::Secret { url, secret } => html! { <SecretDialog url={url.clone()} secret={secret.clone()} onclose={show(Over::Nothing)} /> },
            } }
        </div>
    }
}

fn events_words(events: &EndpointEvents) -> String {
    match events {
        EndpointEvents::All => "All events".into(),
        EndpointEvents::Only(types) => types.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", "),
    }
}

#[derive(PartialEq, Properties)]
struct EndpointRowProps {
    endpoint: Endpoint,
    may: bool,
    chosen: bool,
    onchoose: Callback<EndpointId>,
    onshow: Callback<Over>,
}

#[component]
fn EndpointRow(props: &EndpointRowProps) -> Html {
    let console = use_console();
    let task = use_task();
    let endpoint = &props.endpoint;
    let ontoggle = {
        let (dispatch, task, endpoint) = (console.dispatcher(), task.clone(), endpoint.clone());
        Callback::from(move |enabled: bool| {
            let (dispatch, endpoint) = (dispatch.clone(), endpoint.clone());
            task.run(async move {
                let url = endpoint.url.clone();
                let changed = UpdateEndpoint {
                    url: endpoint.url,
                    description: endpoint.description,
                    events: endpoint.events,
                    enabled,
                };
                let command =
                    UpdateWebhookEndpoint { id: endpoint.id, version: endpoint.version, endpoint: changed };
                dispatch.dispatch(match bridge::call(command).await {
                    Ok(_) if enabled => Action::Done(format!(
                        "Deliveries to {url} go on. What gathered meanwhile is sent now."
                    )),
                    Ok(_) => Action::Done(format!("Deliveries to {url} wait until you turn it on again.")),
                    Err(failure) => Action::Failed(failure),
                });
            });
        })
    };
    let choose = {
        let id = endpoint.id.clone();
        props.onchoose.reform(move |_: MouseEvent| id.clone())
    };
    let edit = props.onshow.reform({
        let endpoint = endpoint.clone();
        move |()| Over::Editing(endpoint.clone())
    });
    let delete = props.onshow.reform({
        let endpoint = endpoint.clone();
        move |()| Over::Deleting(endpoint.clone())
    });
    html! {
        <li class={classes!("endpoint", props.chosen.then_some("chosen"))}>
            <button type="button" class="what" aria-pressed={if props.chosen { "true" } else { "false" }} title="Show its deliveries" onclick={choose}>
                <span class="mono">{ endpoint.url.to_string() }</span>
                <span class="help">
                    { events_words(&endpoint.events) }
                    if !endpoint.description.is_empty() { { " · " }{ &endpoint.description } }
                </span>
                if let Some(reason) = &endpoint.disabled_reason { <span class="error">{ reason }</span> }
            </button>
            { if endpoint.enabled { dot(Tone::Positive, "On") } else { dot(Tone::Neutral, "Off") } }
            <Switch id={format!("enable-{}", endpoint.id)} label={format!("Deliver to {}", endpoint.url)} bare=true checked={endpoint.enabled} disabled={!props.may || task.busy()} onchange={ontoggle} />
            <Button label={format!("Edit {}", endpoint.url)} title="Edit" icon={Icon::Pencil} icon_only=true weight={Weight::Quiet} disabled={!props.may} onclick={edit} />
            <Button label={format!("Delete {}", endpoint.url)} title="Delete" icon={Icon::Trash} icon_only=true weight={Weight::Quiet} disabled={!props.may} onclick={delete} />
        </li>
    }
}
