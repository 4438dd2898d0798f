//! Links and sessions: what became of each, and the way to end it.
//!
//! The answer to "my link does not work" stands here.

use contract::api::{LinkWithState, SessionWithState};
use contract::ipc::{Failure, RevokeLink, RevokeSession};
use domain::{LinkId, LinkPurpose, LinkState, SessionId, SessionState};
use jiff::Timestamp;
use yew::prelude::*;

use super::Access;
use crate::bridge;
use crate::clock;
use crate::components::button::{Button, Weight};
use crate::components::date::When;
use crate::components::dialog::Confirm;
use crate::components::icon::Icon;
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::components::status::status;
use crate::query::use_task;
use crate::state::{Action, Recipient, use_console};

#[derive(PartialEq, Properties)]
pub(crate) struct LinksProps {
    pub(crate) recipient: Recipient,
    pub(crate) links: Vec<LinkWithState>,
    pub(crate) sessions: Vec<SessionWithState>,
}

/// What is to be ended.
#[derive(Debug, Clone, PartialEq)]
enum Ending {
    Link(LinkId),
    Session(SessionId),
}

impl Ending {
    async fn run(self) -> Result<&'static str, Failure> {
        match self {
            Self::Link(id) => {
                bridge::call(RevokeLink { id }).await.map(|()| "Link revoked. It no longer opens anything.")
            }
            Self::Session(id) => bridge::call(RevokeSession { id })
                .await
                .map(|()| "Session ended. The customer needs a new link to come back."),
        }
    }
}

#[component]
pub(crate) fn LinksAndSessions(props: &LinksProps) -> Html {
    let console = use_console();
    let ending = use_state(|| None::<Ending>);
    let ask = |what: Ending| {
        let ending = ending.clone();
        Callback::from(move |()| ending.set(Some(what.clone())))
    };
    let onclose = {
        let ending = ending.clone();
        Callback::from(move |()| ending.set(None))
    };
    let create = {
        let (dispatch, recipient) = (console.dispatcher(), props.recipient.clone());
        Callback::from(move |()| dispatch.dispatch(Action::Asked(Access::PortalLink, recipient.clone())))
    };
    let stuck = props.links.first().is_some_and(|newest| newest.status != LinkState::Unused)
        && !props.sessions.iter().any(|session| session.status == SessionState::Open);
    let count = u64::try_from(props.links.len() + props.sessions.len()).ok();
    html! {
        <Section id="links" title="Links & sessions" {count}>
            if props.links.is_empty() && props.sessions.is_empty() {
                <Empty icon={Icon::Link} title="No links yet" hint="Send a portal link, and what becomes of it shows up here." />
            } else {
                <table class="table">
                    <thead><tr>
                        <th scope="col">{ "What" }</th><th scope="col">{ "State" }</th><th scope="col">{ "Why" }</th>
                        <th scope="col">{ "Made" }</th><th scope="col"><span class="unseen">{ "Act" }</span></th>
                    </tr></thead>
                    <tbody>
                        { for props.sessions.iter().map(|entry| html! {
                            <tr key={entry.session.id.to_string()}>
                                <td>{ "Session" }</td>
                                <td>{ status(&entry.status) }</td>
                                <td class="why">{ session_story(entry, console.now) }</td>
                                <td><When at={entry.session.opened_at} /></td>
                                <td class="act">
                                    if entry.status == SessionState::Open {
                                        <Button label="End session" weight={Weight::Quiet} onclick={ask(Ending::Session(entry.session.id.clone()))} />
                                    }
                                </td>
                            </tr>
                        }) }
                        { for props.links.iter().map(|entry| html! {
                            <tr key={entry.link.id.to_string()}>
                                <td>{ purpose(entry.link.purpose) }</td>
                                <td>{ status(&entry.status) }</td>
                                <td class="why">{ link_story(entry, console.now) }</td>
                                <td><When at={entry.link.created_at} /></td>
                                <td class="act">
                                    if entry.status == LinkState::Unused {
                                        <Button id={format!("revoke-{}", entry.link.id)} label="Revoke" weight={Weight::Quiet} onclick={ask(Ending::Link(entry.link.id.clone()))} />
                                    }
                                </td>
                            </tr>
                        }) }
                    </tbody>
                </table>
                if stuck {
                    <p class="hint">
                        { "No link of this customer works right now. If they ask, create a new one. " }
                        <Button label="Send a new link…" weight={Weight::Quiet} icon={Icon::Send} onclick={create} />
                    </p>
                }
            }
            if let Some(what) = &*ending {
                <EndDialog ending={what.clone()} email={props.recipient.email.to_string()} {onclose} />
            }
        </Section>
    }
}

#[derive(PartialEq, Properties)]
struct EndDialogProps {
    ending: Ending,
    email: AttrValue,
    onclose: Callback<()>,
}

#[component]
fn EndDialog(EndDialogProps { ending, email, onclose }: &EndDialogProps) -> Html {
    let console = use_console();
    let task = use_task();
    let onconfirm = {
        let (dispatch, task, ending, onclose) =
            (console.dispatcher(), task.clone(), ending.clone(), onclose.clone());
        Callback::from(move |()| {
            let (dispatch, ending, onclose) = (dispatch.clone(), ending.clone(), onclose.clone());
            task.run(async move {
                dispatch.dispatch(match ending.run().await {
                    Ok(done) => Action::Done(done.into()),
                    Err(failure) => Action::Failed(failure),
                });
                onclose.emit(());
            });
        })
    };
    let (title, label, consequence) = match ending {
        Ending::Link(_) => (
            "Revoke this link?",
            "Revoke link",
            format!(
                "The link made for {email} stops working at once and cannot be brought back. You can send a new one any time."
            ),
        ),
        Ending::Session(_) => (
            "End this session?",
            "End session",
            format!(
                "Whoever opened the link of {email} is signed out at the next click. What they did so far stays done."
            ),
        ),
    };
    html! {
        <Confirm {title} {label} danger=true busy={task.busy()} {onconfirm} onclose={onclose.clone()}><p>{ consequence }</p></Confirm>
    }
}

fn purpose(purpose: LinkPurpose) -> &'static str {
    match purpose {
        LinkPurpose::Direct => "Copied link",
        LinkPurpose::PortalLink => "Portal link",
        LinkPurpose::Billing => "Billing email",
        LinkPurpose::Recovery => "Link they asked for",
        LinkPurpose::Notice => "Link in a mail about a payment",
    }
}

fn link_story(entry: &LinkWithState, now: Timestamp) -> String {
    match entry.status {
        LinkState::Unused => format!("Waits to be opened until {}.", clock::soon(entry.link.expires_at, now)),
        LinkState::Used { at } => format!("Was opened at {}; a link opens once.", clock::soon(at, now)),
        LinkState::Expired { at } => format!("Was not opened before {}.", clock::soon(at, now)),
        LinkState::Revoked { at } => format!("Staff withdrew it at {}.", clock::soon(at, now)),
        LinkState::Superseded { at } => format!("A newer link took its place at {}.", clock::soon(at, now)),
    }
}

fn session_story(entry: &SessionWithState, now: Timestamp) -> String {
    let session = &entry.session;
    match entry.status {
        SessionState::Open => {
            format!(
                "Last seen {}, ends by {}.",
                clock::soon(session.last_seen_at, now),
                clock::soon(session.expires_at, now)
            )
        }
        SessionState::Expired { at } if at < session.expires_at => {
            format!("Nobody used it until {}.", clock::soon(at, now))
        }
        SessionState::Expired { at } => format!("Its time was up at {}.", clock::soon(at, now)),
        SessionState::Ended { at } => format!("The customer signed out at {}.", clock::soon(at, now)),
        SessionState::Revoked { at } => format!("Staff ended it at {}.", clock::soon(at, now)),
    }
}
