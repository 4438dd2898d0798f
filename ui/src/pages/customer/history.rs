//! Mails and activity of a customer.

use contract::ipc::Activity;
use domain::{Mail, MailKind, MailState};
use yew::prelude::*;

use crate::clock;
use crate::components::date::When;
use crate::components::icon::Icon;
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::components::status::status;
use crate::state::use_console;

#[derive(PartialEq, Properties)]
pub(crate) struct MailsProps {
    pub(crate) mails: Vec<Mail>,
}

#[component]
pub(crate) fn Mails(MailsProps { mails }: &MailsProps) -> Html {
    let now = use_console().now;
    html! {
        <Section id="mails" title="Mails" count={u64::try_from(mails.len()).ok()}>
            if mails.is_empty() {
                <Empty icon={Icon::Mail} title="No mails yet" hint="Links and billing emails you send are listed here with what became of them." />
            } else {
                <table class="table">
                    <thead><tr>
                        <th scope="col">{ "Mail" }</th><th scope="col">{ "State" }</th>
                        <th scope="col">{ "To" }</th><th scope="col">{ "Written" }</th>
                    </tr></thead>
                    <tbody>{ for mails.iter().map(|mail| html! { <>
                        <tr key={mail.id.to_string()}>
                            <td title={mail.subject.clone()}>{ kind(mail.kind) }</td>
                            <td>{ status(&mail.state) }</td>
                            <td>{ mail.to.to_string() }</td>
                            <td><When at={mail.created_at} /></td>
                        </tr>
                        if let Some(story) = trouble(mail, now) {
                            <tr class="note"><td colspan="4">{ story }</td></tr>
                        }
                    </> }) }</tbody>
                </table>
            }
        </Section>
    }
}

fn kind(kind: MailKind) -> &'static str {
    match kind {
        MailKind::PortalLink => "Portal link",
        MailKind::Billing => "Billing email",
        MailKind::Recovery => "Link they asked for",
        MailKind::SubscriptionChanged => "Subscription changed",
        MailKind::PaymentReceipt => "Receipt",
        MailKind::InvoiceIssued => "Invoice",
        MailKind::PaymentFailed => "Payment failed",
        MailKind::TrialEnding => "Trial ends soon",
        MailKind::EmailConfirmation => "Confirmation of an address",
        MailKind::CancelationRequested => "Receipt of a cancellation",
        MailKind::EndpointDisabled => "Note to staff",
        MailKind::EmailChanged => "Notice of a new address",
    }
}

/// What the mail server said, for a mail it did not take at once.
fn trouble(mail: &Mail, now: jiff::Timestamp) -> Option<String> {
    let said =
        mail.last_error.as_ref().map(|error| format!(" The mail server said: {error}")).unwrap_or_default();
    let tries = if mail.attempts == 1 { "1 try".into() } else { format!("{} tries", mail.attempts) };
    match mail.state {
        MailState::Sent { .. } => None,
        MailState::Queued { .. } if mail.attempts == 0 => None,
        MailState::Queued { next_attempt_at } => Some(format!(
            "Not taken after {tries}; the next is at {}.{said}",
            clock::soon(next_attempt_at, now)
        )),
        MailState::Failed { at } => {
            Some(format!("Given up at {} after {tries}.{said}", clock::soon(at, now)))
        }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ActivityProps {
    pub(crate) activity: Vec<Activity>,
}

#[component]
pub(crate) fn ActivityList(ActivityProps { activity }: &ActivityProps) -> Html {
    html! {
        <Section id="activity" title="Activity">
            if activity.is_empty() {
                <Empty icon={Icon::Inbox} title="Nothing happened yet" />
            } else {
                <ol class="activity">
                    { for activity.iter().map(|entry| html! { <li><span>{ &entry.text }</span><When at={entry.at} logged=true /></li> }) }
                </ol>
            }
        </Section>
    }
}
