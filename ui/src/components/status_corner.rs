//! The status corner: how the replica stands, whose it is, and the way out.

use contract::ipc::{Disconnect, SyncNow, SyncState};
use jiff::Timestamp;
use yew::prelude::*;

use super::button::{Button, Weight};
use super::dialog::Confirm;
use super::icon::Icon;
use super::status::{Tone, dot};
use crate::bridge;
use crate::clock;
use crate::query::use_task;
use crate::state::{Action, use_console};

/// The corner below the navigation.
#[component]
pub(crate) fn StatusCorner() -> Html {
    let console = use_console();
    let open = use_state(|| false);
    let leaving = use_state(|| false);
    let syncing = use_task();
    let disconnecting = use_task();
    let (Some(status), Some(connection)) = (&console.status, console.connection()) else {
        return Html::default();
    };

    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
            }
        })
    };
    let sync_now = {
        let (console, syncing) = (console.clone(), syncing.clone());
        Callback::from(move |()| {
            let dispatch = console.dispatcher();
            syncing.run(async move {
                if let Err(failure) = bridge::call(SyncNow {}).await {
                    dispatch.dispatch(Action::Failed(failure));
                }
            });
        })
    };
    let ask = {
        let (leaving, open) = (leaving.clone(), open.clone());
        Callback::from(move |()| {
            open.set(false);
            leaving.set(true);
        })
    };
    let stay = {
        let leaving = leaving.clone();
        Callback::from(move |()| leaving.set(false))
    };
    let leave = {
        let (console, leaving, task) = (console.clone(), leaving.clone(), disconnecting.clone());
        Callback::from(move |()| {
            let (dispatch, leaving) = (console.dispatcher(), leaving.clone());
            task.run(async move {
                if let Err(failure) = bridge::call(Disconnect {}).await {
                    dispatch.dispatch(Action::Failed(failure));
                }
                leaving.set(false);
            });
        })
    };
    let (tone, words) = summary(&status.sync, console.now);
    html! {
        <div class="status-corner" {onkeydown}>
            if *open {
                <div class="curtain" onclick={toggle.clone()}></div>
                <div id="status-details" class="popover">
                    <p class="strong">{ &connection.merchant.name }</p>
                    <dl class="facts">
                        <dt>{ "Server" }</dt><dd class="mono">{ &connection.server_url }</dd>
                        <dt>{ "Your key" }</dt>
                        <dd>{ connection.role.as_str() }{ if connection.session_only { ", until you quit" } else { "" } }</dd>
                        <dt>{ "Data" }</dt><dd>{ details(&status.sync) }</dd>
                    </dl>
                    <div class="buttons">
                        <Button id="sync-now" label="Sync now" icon={Icon::Refresh} busy={syncing.busy()} onclick={sync_now} />
                        <Button id="disconnect" label="Disconnect…" icon={Icon::Disconnect} weight={Weight::Quiet} onclick={ask} />
                    </div>
                </div>
            }
            <button
                id="status" type="button" class="corner" onclick={toggle}
                aria-expanded={if *open { "true" } else { "false" }} aria-controls="status-details"
                title={details(&status.sync)}
            >
                <span class="merchant">{ &connection.merchant.name }</span>
                { dot(tone, &words) }
            </button>
            if *leaving {
                <Confirm
                    title={format!("Disconnect from {}?", connection.merchant.name)}
                    label="Disconnect" danger=true busy={disconnecting.busy()} onconfirm={leave} onclose={stay}
                >
                    <p>{ "This console forgets the server, the key and its copy of the data. Nothing changes on the server." }</p>
                    <p>{ "To come back you need the API key again." }</p>
                </Confirm>
            }
        </div>
    }
}

/// A few words, for the corner.
fn summary(sync: &SyncState, now: Timestamp) -> (Tone, String) {
    match sync {
        SyncState::Starting { expected: 0, .. } => (Tone::Info, "Syncing…".into()),
        SyncState::Starting { received, expected } => {
            (Tone::Info, format!("Syncing {} of {}", clock::grouped(*received), clock::grouped(*expected)))
        }
        SyncState::Synced { .. } => (Tone::Positive, "Synced".into()),
        SyncState::Offline { since: Some(since), .. } => {
            (Tone::Caution, format!("Offline since {}", clock::soon(*since, now)))
        }
        SyncState::Offline { since: None, .. } => (Tone::Caution, "Offline".into()),
        SyncState::Refused { .. } => (Tone::Critical, "Key refused".into()),
    }
}

/// The whole story.
fn details(sync: &SyncState) -> String {
    match sync {
        SyncState::Starting { .. } => "Customers and invoices are being fetched.".into(),
        SyncState::Synced { at } => format!("Up to date as of {}.", clock::exact(*at)),
        SyncState::Offline { since: Some(since), reason } => {
            format!("{reason} You see the data of {}.", clock::exact(*since))
        }
        SyncState::Offline { since: None, reason } | SyncState::Refused { reason } => reason.clone(),
    }
}
