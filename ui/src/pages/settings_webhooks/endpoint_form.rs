//! Adding and editing a webhook endpoint.
//!
//! In: an endpoint, or none yet. Out: the command. Not here: the list.

use contract::api::{CreateEndpoint, UpdateEndpoint};
use contract::ipc::{CreateWebhookEndpoint, Failure, UpdateWebhookEndpoint};
use contract::{ErrorCode, FieldError};
use domain::{Endpoint, EndpointEvents, EventType};
use url::Url;
use yew::prelude::*;

use super::Over;
use crate::bridge;
use crate::components::button::{Button, Weight};
use crate::components::dialog::Dialog;
use crate::components::field::{TextField, field_error, unplaced};
use crate::query::use_task;
use crate::state::{Action, use_console};

#[derive(PartialEq, Properties)]
pub(crate) struct EndpointFormProps {
    /// None adds one.
    #[prop_or_default]
    pub(crate) endpoint: Option<Endpoint>,
    pub(crate) onshow: Callback<Over>,
}

#[component]
pub(crate) fn EndpointForm(props: &EndpointFormProps) -> Html {
    let console = use_console();
    let task = use_task();
    let before = props.endpoint.as_ref();
    let url = use_state(|| before.map(|endpoint| endpoint.url.to_string()).unwrap_or_default());
    let description = use_state(|| before.map(|endpoint| endpoint.description.clone()).unwrap_or_default());
    let events = use_state(|| before.map_or(EndpointEvents::All, |endpoint| endpoint.events.clone()));
    let failure = use_state(|| None::<Failure>);
    let onclose = props.onshow.reform(|()| Over::Nothing);
    let onsave = {
        let (dispatch, task, failure, onshow) =
            (console.dispatcher(), task.clone(), failure.clone(), props.onshow.clone());
        let (url, description, events, before) =
            (url.clone(), description.clone(), events.clone(), props.endpoint.clone());
        Callback::from(move |()| {
            let Ok(url) = Url::parse(url.trim()) else {
                let message = "Enter a whole address, such as https://app.example.com/webhooks.".into();
                let errors = vec![FieldError { field: "url".into(), message }];
                return failure.set(Some(Failure {
                    code: ErrorCode::Invalid,
                    message: String::new(),
                    errors,
                }));
            };
            let (dispatch, failure, onshow) = (dispatch.clone(), failure.clone(), onshow.clone());
            let (description, events, before) =
                (description.trim().to_owned(), (*events).clone(), before.clone());
            task.run(async move {
                let outcome = match before {
                    None => {
                        let endpoint = CreateEndpoint { url, description, events };
                        bridge::call(CreateWebhookEndpoint { endpoint }).await.map(|created| Over::Secret {
                            url: created.endpoint.url.to_string(),
                            secret: created.secret,
                        })
                    }
                    Some(before) => {
                        let endpoint = UpdateEndpoint { url, description, events, enabled: before.enabled };
                        let command =
                            UpdateWebhookEndpoint { id: before.id, version: before.version, endpoint };
                        bridge::call(command).await.map(|saved| {
                            dispatch.dispatch(Action::Done(format!("Endpoint {} saved.", saved.url)));
                            Over::Nothing
                        })
                    }
                };
                match outcome {
                    Ok(next) => onshow.emit(next),
                    Err(reason) => failure.set(Some(reason)),
                }
            });
        })
    };
    let text = |field: &UseStateHandle<String>| {
        let field = field.clone();
        Callback::from(move |text| field.set(text))
    };
    let wrong = |field: &str| field_error((*failure).as_ref(), field);
    let general = failure.as_ref().and_then(|failure| unplaced(failure, &["url", "description"]));
    let nothing = *events == EndpointEvents::Only(Vec::new());
    let footer = html! {
        <>
            <Button id="cancel" label="Cancel" disabled={task.busy()} onclick={onclose.clone()} />
            <Button
                id="confirm" label={if props.endpoint.is_some() { "Save endpoint" } else { "Add endpoint" }} weight={Weight::Primary}
                busy={task.busy()} disabled={url.trim().is_empty() || nothing} onclick={onsave}
            />
        </>
    };
    html! {
        <Dialog title={if props.endpoint.is_some() { "Edit endpoint" } else { "Add endpoint" }} wide=true {onclose} {footer}>
            <TextField
                id="endpoint-url" label="Address" kind="url" mono=true autofocus=true placeholder="https://app.example.com/webhooks"
                help="Where Portico posts events; https, outside the server's own network." error={wrong("url")}
                value={(*url).clone()} oninput={text(&url)}
            />
            <TextField
                id="endpoint-description" label="Description" help="What it is for, for your colleagues." error={wrong("description")}
                value={(*description).clone()} oninput={text(&description)}
            />
            <EventsChoice events={(*events).clone()} onchange={{ let events = events.clone(); Callback::from(move |choice| events.set(choice)) }} />
            if let Some(message) = general { <p class="error" role="alert">{ message }</p> }
        </Dialog>
    }
}

#[derive(PartialEq, Properties)]
struct EventsChoiceProps {
    events: EndpointEvents,
    onchange: Callback<EndpointEvents>,
}

#[component]
fn EventsChoice(EventsChoiceProps { events, onchange }: &EventsChoiceProps) -> Html {
    let public = || EventType::ALL.iter().copied().filter(|kind| kind.is_public());
    let picked: Vec<EventType> = match events {
        EndpointEvents::All => public().collect(),
        EndpointEvents::Only(types) => types.clone(),
    };
    let all = *events == EndpointEvents::All;
    let some = picked.clone();
    html! {
        <fieldset class="choices">
            <legend>{ "Events" }</legend>
            <label class="choice">
                <input id="events-all" type="radio" name="events" checked={all} onchange={onchange.reform(|_: Event| EndpointEvents::All)} />
                <span><span class="name">{ "All events" }</span><span class="help">{ "Those of later versions included." }</span></span>
            </label>
            <label class="choice">
                <input id="events-some" type="radio" name="events" checked={!all} onchange={onchange.reform(move |_: Event| EndpointEvents::Only(some.clone()))} />
                <span><span class="name">{ "Only these" }</span></span>
            </label>
            <div class="events">
                { for public().map(|kind| {
                    let on = picked.contains(&kind);
                    let picked = picked.clone();
                    let onchange = onchange.reform(move |_: Event| {
                        let others = picked.iter().copied().filter(|other| *other != kind);
                        EndpointEvents::Only(others.chain((!on).then_some(kind)).collect())
                    });
                    html! {
                        <label class="check">
                            <input id={kind.as_str()} type="checkbox" checked={on} disabled={all} {onchange} />
                            <span class="mono">{ kind.as_str() }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}
