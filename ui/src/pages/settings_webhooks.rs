//! *Settings → Webhooks*: endpoints, their secrets (once), and what became of every delivery.
//!
//! In: endpoints from the replica, deliveries from the server. Out: changes to either.
//! Not here: signing, retrying.

use contract::api::{CreateEndpoint, UpdateEndpoint};
use contract::ipc::{
    CreateWebhookEndpoint, DeleteWebhookEndpoint, Failure, ListDeliveries, ListEndpoints, ResendDelivery,
    UpdateWebhookEndpoint,
};
use contract::{ErrorCode, FieldError};
use domain::{
    AttemptOutcome, Delivery, DeliveryId, DeliveryState, Endpoint, EndpointEvents, EndpointId, EventType,
};
use url::Url;
use yew::prelude::*;

use super::settings::ReadOnlyNotice;
use crate::bridge;
use crate::clock;
use crate::components::button::{Button, Weight};
use crate::components::copy::CopyField;
use crate::components::date::When;
use crate::components::dialog::{Confirm, Dialog};
use crate::components::field::{TextField, field_error, unplaced};
use crate::components::icon::{Glyph, Icon};
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::components::status::{Tone, dot, status};
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

#[derive(PartialEq, Properties)]
struct EndpointFormProps {
    /// None adds one.
    #[prop_or_default]
    endpoint: Option<Endpoint>,
    onshow: Callback<Over>,
}

#[component]
fn EndpointForm(props: &EndpointFormProps) -> Html {
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

#[derive(PartialEq, Properties)]
struct SecretDialogProps {
    url: AttrValue,
    secret: AttrValue,
    onclose: Callback<()>,
}

#[component]
fn SecretDialog(SecretDialogProps { url, secret, onclose }: &SecretDialogProps) -> Html {
    let footer = html! { <Button id="confirm" label="I have stored it" weight={Weight::Primary} onclick={onclose.clone()} /> };
    html! {
        <Dialog title="Endpoint added" wide=true insists=true onclose={onclose.clone()} {footer}>
            <p>{ format!("Deliveries to {url} begin with the next event. Your app checks their signatures with this secret.") }</p>
            <CopyField id="secret" label="Signing secret" text={secret.clone()} />
            <p class="help">{ "Store it now: it is shown this once. If you lose it, delete the endpoint and add it again." }</p>
        </Dialog>
    }
}

#[derive(PartialEq, Properties)]
struct DeleteDialogProps {
    endpoint: Endpoint,
    onclose: Callback<()>,
}

#[component]
fn DeleteDialog(DeleteDialogProps { endpoint, onclose }: &DeleteDialogProps) -> Html {
    let console = use_console();
    let task = use_task();
    let onconfirm = {
        let (dispatch, task, endpoint, onclose) =
            (console.dispatcher(), task.clone(), endpoint.clone(), onclose.clone());
        Callback::from(move |()| {
            let (dispatch, endpoint, onclose) = (dispatch.clone(), endpoint.clone(), onclose.clone());
            task.run(async move {
                dispatch.dispatch(match bridge::call(DeleteWebhookEndpoint { id: endpoint.id }).await {
                    Ok(()) => Action::Done(format!("Endpoint {} deleted.", endpoint.url)),
                    Err(failure) => Action::Failed(failure),
                });
                onclose.emit(());
            });
        })
    };
    html! {
        <Confirm title="Delete this endpoint?" label="Delete endpoint" danger=true busy={task.busy()} {onconfirm} onclose={onclose.clone()}>
            <p><span class="mono">{ endpoint.url.to_string() }</span></p>
            <p>{ "Nothing is sent there any more. Deliveries that wait, and the record of past ones, go with it; its secret stops being valid." }</p>
        </Confirm>
    }
}

#[derive(PartialEq, Properties)]
struct DeliveriesProps {
    endpoint_id: EndpointId,
    url: AttrValue,
}

#[component]
fn Deliveries(props: &DeliveriesProps) -> Html {
    // The cursors that led here; the last one is the page in sight.
    let trail = use_state(Vec::<String>::new);
    let open = use_state(|| None::<DeliveryId>);
    let query =
        use_query(ListDeliveries { endpoint_id: props.endpoint_id.clone(), cursor: trail.last().cloned() });
    let newer = {
        let trail = trail.clone();
        Callback::from(move |()| trail.set(trail[..trail.len().saturating_sub(1)].to_vec()))
    };
    let next = query.get().and_then(|page| page.next_cursor.clone());
    let older = {
        let (trail, next) = (trail.clone(), next.clone());
        Callback::from(move |()| trail.set(trail.iter().cloned().chain(next.clone()).collect()))
    };
    let actions = html! {
        if !trail.is_empty() || next.is_some() {
            <div class="pager">
                <Button label="Newer" weight={Weight::Quiet} disabled={trail.is_empty()} onclick={newer} />
                <Button label="Older" weight={Weight::Quiet} disabled={next.is_none()} onclick={older} />
            </div>
        }
    };
    html! {
        <Section id="deliveries" title="Deliveries" lead={format!("To {}, newest first.", props.url)} {actions}>
            { query.render(6, |page| if page.data.is_empty() {
                html! { <Empty icon={Icon::Inbox} title="No deliveries yet" hint="The first event this endpoint listens to shows up here." /> }
            } else {
                html! {
                    <table class="table">
                        <thead><tr>
                            <th scope="col">{ "Event" }</th><th scope="col">{ "State" }</th><th scope="col">{ "Last answer" }</th>
                            <th scope="col" class="number">{ "Tries" }</th><th scope="col">{ "When" }</th><th scope="col"><span class="unseen">{ "Act" }</span></th>
                        </tr></thead>
                        <tbody>{ for page.data.iter().map(|delivery| {
                            let is_open = *open == Some(delivery.id.clone());
                            let ontoggle = {
                                let (open, id) = (open.clone(), delivery.id.clone());
                                Callback::from(move |()| open.set((!is_open).then(|| id.clone())))
                            };
                            html! { <DeliveryRow key={delivery.id.to_string()} delivery={delivery.clone()} {is_open} {ontoggle} onsent={query.again()} /> }
                        }) }</tbody>
                    </table>
                }
            }) }
        </Section>
    }
}

#[derive(PartialEq, Properties)]
struct DeliveryRowProps {
    delivery: Delivery,
    is_open: bool,
    ontoggle: Callback<()>,
    onsent: Callback<()>,
}

#[component]
fn DeliveryRow(props: &DeliveryRowProps) -> Html {
    let console = use_console();
    let task = use_task();
    let delivery = &props.delivery;
    let resend = {
        let (dispatch, task, delivery, onsent) =
            (console.dispatcher(), task.clone(), delivery.clone(), props.onsent.clone());
        Callback::from(move |()| {
            let (dispatch, id, onsent) = (dispatch.clone(), delivery.id.clone(), onsent.clone());
            let kind = delivery.event_type.as_str();
            task.run(async move {
                dispatch.dispatch(match bridge::call(ResendDelivery { id }).await {
                    Ok(_) => Action::Done(format!("{kind} is on its way again.")),
                    Err(failure) => Action::Failed(failure),
                });
                onsent.emit(());
            });
        })
    };
    let answer = match delivery.last_attempt.as_ref().map(|attempt| &attempt.outcome) {
        None => html! { <span class="none">{ "–" }</span> },
        Some(AttemptOutcome::Answered { status, .. }) => html! { <span class="mono">{ status }</span> },
        Some(AttemptOutcome::Failed { .. }) => html! { "No answer" },
    };
    let excerpt_id = format!("excerpt-{}", delivery.id);
    html! { <>
        <tr class={classes!("toggles", props.is_open.then_some("open"))} onclick={props.ontoggle.reform(|_: MouseEvent| ())}>
            <td>
                <button type="button" class="disclose" aria-expanded={if props.is_open { "true" } else { "false" }} aria-controls={excerpt_id.clone()}>
                    <Glyph icon={Icon::Right} /><span class="mono">{ delivery.event_type.as_str() }</span>
                </button>
            </td>
            <td>{ status(&delivery.state) }</td>
            <td>{ answer }</td>
            <td class="number">{ delivery.attempts }</td>
            <td><When at={delivery.created_at} /></td>
            <td class="act"><Button label="Send again" weight={Weight::Quiet} busy={task.busy()} disabled={!console.may_configure()} onclick={resend} /></td>
        </tr>
        if props.is_open {
            <tr id={excerpt_id} class="lines"><td colspan="6">{ excerpt(delivery, console.now) }</td></tr>
        }
    </> }
}

/// The last try, for whoever debugs the receiver.
fn excerpt(delivery: &Delivery, now: jiff::Timestamp) -> Html {
    let next = match delivery.state {
        DeliveryState::Pending { next_attempt_at } => {
            format!("The next try is at {}.", clock::soon(next_attempt_at, now))
        }
        DeliveryState::Delivered { at } => format!("Delivered at {}.", clock::soon(at, now)),
        DeliveryState::GivenUp { at } => {
            format!("Given up at {}. Send it again once the receiver is mended.", clock::soon(at, now))
        }
    };
    html! {
        <div class="sheet">
            <dl class="facts">
                <dt>{ "webhook-id" }</dt><dd class="mono">{ delivery.id.to_string() }</dd>
                <dt>{ "Sequence" }</dt><dd>{ delivery.sequence }</dd>
                if let Some(attempt) = &delivery.last_attempt {
                    <dt>{ "Last try" }</dt>
                    <dd>{ status(&attempt.outcome) }{ format!(" {}, took {} ms", clock::exact(attempt.at), attempt.duration_ms) }</dd>
                }
            </dl>
            if let Some(attempt) = &delivery.last_attempt {
                { match &attempt.outcome {
                    AttemptOutcome::Answered { body, .. } if body.is_empty() => html! { <p class="help">{ "The answer had no body." }</p> },
                    AttemptOutcome::Answered { body, .. } => html! { <pre tabindex="0" aria-label="Start of the answer's body">{ body }</pre> },
                    AttemptOutcome::Failed { error } => html! { <p class="error">{ error }</p> },
                } }
            }
            <p class="help">{ next }</p>
        </div>
    }
}
