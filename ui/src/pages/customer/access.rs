//! Giving a customer access: *Send Portal Link*, *Send Billing Email*, *Copy link*.
//!
//! In: which, and to whom. Out: a question, then the command, then a sentence about the outcome.
//! Not here: the link itself; the shell puts it on the clipboard and pages never see it.

use contract::ipc::{CopyLink, Failure, GetSettings, SendBillingEmail, SendPortalLink};
use domain::{ConfigurationId, CustomerId};
use yew::prelude::*;

use crate::bridge;
use crate::clock;
use crate::components::configuration_choice::ConfigurationChoice;
use crate::components::dialog::Confirm;
use crate::components::icon::Icon;
use crate::query::{use_query, use_task};
use crate::state::{Action, Recipient, use_console};

/// A way to give access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    PortalLink,
    BillingEmail,
    CopyLink,
}

impl Access {
    pub(crate) const ALL: [Self; 3] = [Self::PortalLink, Self::BillingEmail, Self::CopyLink];

    /// As on its button.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::PortalLink => "Send Portal Link",
            Self::BillingEmail => "Send Billing Email",
            Self::CopyLink => "Copy link",
        }
    }

    /// Of its button.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::PortalLink => "send-portal-link",
            Self::BillingEmail => "send-billing-email",
            Self::CopyLink => "copy-link",
        }
    }

    /// Its picture.
    pub(crate) fn icon(self) -> Icon {
        match self {
            Self::PortalLink => Icon::Send,
            Self::BillingEmail => Icon::Mail,
            Self::CopyLink => Icon::Link,
        }
    }

    /// Does it, and says what was done.
    async fn run(
        self,
        customer_id: CustomerId,
        configuration_id: Option<ConfigurationId>,
    ) -> Result<String, Failure> {
        Ok(match self {
            Self::PortalLink => {
                let queued = bridge::call(SendPortalLink { customer_id, configuration_id }).await?;
                format!(
                    "Portal link sent to {}. Expires at {}.",
                    queued.to,
                    clock::soon(queued.expires_at, clock::now())
                )
            }
            Self::BillingEmail => {
                let queued = bridge::call(SendBillingEmail { customer_id, configuration_id }).await?;
                format!(
                    "Billing email sent to {}. Its link expires at {}.",
                    queued.to,
                    clock::soon(queued.expires_at, clock::now())
                )
            }
            Self::CopyLink => {
                let copied = bridge::call(CopyLink { customer_id, configuration_id }).await?;
                format!(
                    "Link copied to the clipboard. Expires at {}.",
                    clock::soon(copied.expires_at, clock::now())
                )
            }
        })
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct AccessDialogProps {
    pub(crate) access: Access,
    pub(crate) recipient: Recipient,
}

/// Names the address and the consequence, and waits for a yes.
#[component]
pub(crate) fn AccessDialog(AccessDialogProps { access, recipient }: &AccessDialogProps) -> Html {
    let console = use_console();
    let task = use_task();
    let failure = use_state(|| None::<Failure>);
    let settings = use_query(GetSettings {});
    let configurations = settings.get().map(|all| all.configurations.clone()).unwrap_or_default();
    let chosen = use_state(|| None::<ConfigurationId>);
    let onclose = {
        let dispatch = console.dispatcher();
        Callback::from(move |()| dispatch.dispatch(Action::Answered))
    };
    let onconfirm = {
        let (dispatch, task, failure) = (console.dispatcher(), task.clone(), failure.clone());
        let (access, id, chosen) = (*access, recipient.id.clone(), (*chosen).clone());
        Callback::from(move |()| {
            let (dispatch, failure) = (dispatch.clone(), failure.clone());
            let (id, chosen) = (id.clone(), chosen.clone());
            task.run(async move {
                match access.run(id, chosen).await {
                    Ok(done) => {
                        dispatch.dispatch(Action::Done(done));
                        dispatch.dispatch(Action::Answered);
                    }
                    // Stays open: a second try is one key away.
                    Err(reason) => failure.set(Some(reason)),
                }
            });
        })
    };
    let title = match access {
        Access::PortalLink => format!("Send {} a portal link?", recipient.name),
        Access::BillingEmail => format!("Send {} a billing email?", recipient.name),
        Access::CopyLink => format!("Copy a portal link for {}?", recipient.name),
    };
    let label = match access {
        Access::PortalLink => "Send portal link",
        Access::BillingEmail => "Send billing email",
        Access::CopyLink => "Copy link",
    };
    let address = html! { <strong class="address">{ recipient.email.to_string() }</strong> };
    html! {
        <Confirm {title} {label} busy={task.busy()} {onconfirm} {onclose}>
            <p>{ match access {
                Access::PortalLink => html! { <>{ "An email with a secure link goes to " }{ address }{ ". The link opens this account once, without a password." }</> },
                Access::BillingEmail => html! { <>{ "An email that lists what is due, overdue first, goes to " }{ address }{ ", with a secure link to the invoices." }</> },
                Access::CopyLink => html! { <>{ "A new link to this account goes to your clipboard; no email is sent. Whoever opens it first sees the account of " }{ address }{ ", so paste it only where the customer alone reads it." }</> },
            } }</p>
            <p class="help">{ "Links sent to this customer earlier and not opened yet stop working." }</p>
            if configurations.len() > 1 {
                <div class="field">
                    <label for="link-configuration">{ "What counts in this visit" }</label>
                    <ConfigurationChoice
                        id="link-configuration" {configurations} chosen={(*chosen).clone()} unless="As for this customer"
                        disabled={task.busy()} onchange={Callback::from(move |id| chosen.set(id))}
                    />
                </div>
            }
            if let Some(failure) = &*failure {
                <p class="error" role="alert">{ &failure.message }</p>
            }
        </Confirm>
    }
}
