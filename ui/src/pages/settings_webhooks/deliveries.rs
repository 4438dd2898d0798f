//! What became of every delivery to an endpoint, and *Send again*.
//!
//! In: pages of the server's list. Out: one delivery sent again. Not here: retrying; the server does that.

use contract::ipc::{ListDeliveries, ResendDelivery};
use domain::{AttemptOutcome, Delivery, DeliveryId, DeliveryState, EndpointId};
use yew::prelude::*;

use crate::bridge;
use crate::clock;
use crate::components::button::{Button, Weight};
use crate::components::date::When;
use crate::components::icon::{Glyph, Icon};
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::components::status::status;
use crate::query::{use_query, use_task};
use crate::state::{Action, use_console};

#[derive(PartialEq, Properties)]
pub(crate) struct DeliveriesProps {
    pub(crate) endpoint_id: EndpointId,
    pub(crate) url: AttrValue,
}

#[component]
pub(crate) fn Deliveries(props: &DeliveriesProps) -> Html {
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
