//! What is asked or shown once about a webhook endpoint: its secret, its end.

use contract::ipc::DeleteWebhookEndpoint;
use domain::Endpoint;
use yew::prelude::*;

use crate::bridge;
use crate::components::button::{Button, Weight};
use crate::components::copy::CopyField;
use crate::components::dialog::{Confirm, Dialog};
use crate::query::use_task;
use crate::state::{Action, use_console};

#[derive(PartialEq, Properties)]
pub(crate) struct SecretDialogProps {
    pub(crate) url: AttrValue,
    pub(crate) secret: AttrValue,
    pub(crate) onclose: Callback<()>,
}

#[component]
pub(crate) fn SecretDialog(SecretDialogProps { url, secret, onclose }: &SecretDialogProps) -> Html {
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
pub(crate) struct DeleteDialogProps {
    pub(crate) endpoint: Endpoint,
    pub(crate) onclose: Callback<()>,
}

#[component]
pub(crate) fn DeleteDialog(DeleteDialogProps { endpoint, onclose }: &DeleteDialogProps) -> Html {
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
