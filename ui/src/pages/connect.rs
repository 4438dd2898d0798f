//! The first start: which server, which key; then the first sync.

use contract::ErrorCode;
use contract::ipc::{Connect as ConnectTo, Failure, SyncState};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::bridge;
use crate::clock;
use crate::components::button::{Button, Weight};
use crate::components::field::{TextField, field_error, unplaced};
use crate::components::notices::Notices;
use crate::components::state::Banner;
use crate::components::status::Tone;
use crate::query::use_task;
use crate::state::use_console;

#[derive(PartialEq, Properties)]
pub(crate) struct ConnectProps {
    pub(crate) onconnected: Callback<()>,
}

/// Pairs the console with a server.
#[component]
pub(crate) fn Connect(ConnectProps { onconnected }: &ConnectProps) -> Html {
    let console = use_console();
    let server_url = use_state(String::new);
    let api_key = use_state(String::new);
    let session_only = use_state(|| false);
    let failure = use_state(|| None::<Failure>);
    let task = use_task();
    let keyring_problem = console.status.as_ref().and_then(|status| status.keyring_problem.clone());

    let onsubmit = {
        let (task, failure, onconnected) = (task.clone(), failure.clone(), onconnected.clone());
        let (server_url, api_key, session_only) = (server_url.clone(), api_key.clone(), session_only.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let command = ConnectTo {
                server_url: server_url.trim().to_owned(),
                api_key: api_key.trim().to_owned(),
                session_only: *session_only,
            };
            let (failure, onconnected) = (failure.clone(), onconnected.clone());
            task.run(async move {
                match bridge::call(command).await {
                    Ok(_) => {
                        failure.set(None);
                        onconnected.emit(());
                    }
                    Err(reason) => failure.set(Some(reason)),
                }
            });
        })
    };
    let set = |field: &UseStateHandle<String>| {
        let field = field.clone();
        Callback::from(move |text| field.set(text))
    };
    let onsession = {
        let session_only = session_only.clone();
        Callback::from(move |event: Event| {
            session_only.set(event.target_unchecked_into::<HtmlInputElement>().checked())
        })
    };
    let wrong = |field: &str| field_error((*failure).as_ref(), field);
    let key_refused = failure.as_ref().filter(|failure| failure.code == ErrorCode::Unauthenticated);
    let key_error = wrong("api_key").or_else(|| key_refused.map(|failure| failure.message.clone().into()));
    let general = failure.as_ref().filter(|_| key_refused.is_none());
    let general = general.and_then(|failure| unplaced(failure, &["server_url", "api_key"]));
    html! {
        <main class="connect">
            <form class="panel" novalidate=true {onsubmit}>
                <span class="mark" aria-hidden="true"></span>
                <h1>{ "Connect to your Portico server" }</h1>
                <p class="lead">{ "The console keeps a copy of your customers and invoices on this computer, so that it is fast and works offline." }</p>
                <TextField
                    id="server-url" label="Server address" kind="url" mono=true autofocus=true placeholder="https://billing.example.com"
                    help="The address your customers' links begin with." error={wrong("server_url")}
                    value={(*server_url).clone()} oninput={set(&server_url)}
                />
                <TextField
                    id="api-key" label="API key" kind="password" mono=true error={key_error}
                    help="It stays in this computer's keyring."
                    value={(*api_key).clone()} oninput={set(&api_key)}
                />
                if let Some(problem) = keyring_problem {
                    <Banner tone={Tone::Caution}>
                        <p>{ problem }</p>
                        <label class="check">
                            <input id="session-only" type="checkbox" checked={*session_only} onchange={onsession} />
                            <span>{ "Keep the key in memory only. I will enter it again after a restart." }</span>
                        </label>
                    </Banner>
                }
                if let Some(message) = general { <p class="error" role="alert">{ message }</p> }
                <Button id="connect" label="Connect" submit=true weight={Weight::Primary} busy={task.busy()} disabled={server_url.trim().is_empty() || api_key.trim().is_empty()} />
                <p class="help">
                    { "No key yet? Whoever runs the server makes one for you: " }
                    <code>{ "portico keys create --role staff" }</code>
                </p>
            </form>
            <Notices />
        </main>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct FirstSyncProps {
    /// Leaves the rest of the sync to the background.
    pub(crate) onready: Callback<()>,
}

/// Progress of the first snapshot.
#[component]
pub(crate) fn FirstSync(FirstSyncProps { onready }: &FirstSyncProps) -> Html {
    let console = use_console();
    let (received, expected) = match console.status.as_ref().map(|status| &status.sync) {
        Some(SyncState::Starting { received, expected }) => (*received, *expected),
        _ => (0, 0),
    };
    let merchant =
        console.connection().map(|connection| connection.merchant.name.clone()).unwrap_or_default();
    // An unknown end is shown as movement, a known one as a share.
    let (value, max) = match expected {
        0 => (None, None),
        _ => (Some(received.to_string()), Some(expected.to_string())),
    };
    html! {
        <main class="connect">
            <div class="panel">
                <span class="mark" aria-hidden="true"></span>
                <h1>{ format!("Fetching {merchant}") }</h1>
                <p class="lead">{ "Customers, subscriptions and invoices are being copied to this computer. This happens once." }</p>
                <progress id="progress" {value} {max} aria-label="First sync"></progress>
                <p class="help" role="status">
                    { if expected == 0 { "Asking the server how much there is…".into() } else { format!("{} of {} records", clock::grouped(received), clock::grouped(expected)) } }
                </p>
                <Button id="look-around" label="Look around already" onclick={onready.clone()} />
            </div>
        </main>
    }
}
