//! The window: the shared state, the three zones, and what lies over them.
//!
//! In: pushes, keys, the address. Out: one page, and what lies over it. Not here: what pages show.

use std::cell::RefCell;
use std::rc::Rc;

use contract::ipc::{Failure, GetStatus, Push, SyncState};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;
use yew_router::prelude::{HashRouter, Switch, use_navigator};

use crate::bridge;
use crate::clock;
use crate::components::notices::Notices;
use crate::components::palette::Palette;
use crate::components::shortcuts::{Shortcut, Shortcuts, shortcut};
use crate::components::sidebar::Sidebar;
use crate::components::state::{Banner, Problem, Skeleton};
use crate::components::status::Tone;
use crate::pages::connect::{Connect, FirstSync};
use crate::pages::customer::{Access, AccessDialog};
use crate::pages::customers::Customers;
use crate::pages::overview::Overview;
use crate::pages::settings::{Settings, Topic};
use crate::routes::Route;
use crate::state::{Action, Console, ConsoleHandle, use_console};

const TICK_MS: u32 = 30_000;
/// How long G waits for the letter that says where to.
const CHORD_MS: f64 = 1_500.0;

/// Everything there is to see.
#[component]
pub(crate) fn Window() -> Html {
    let console = use_reducer(|| Console::new(clock::now()));
    let deaf = use_state(|| None::<Failure>);
    {
        let (dispatch, deaf) = (console.dispatcher(), deaf.clone());
        use_effect_with((), move |()| {
            let tick = dispatch.clone();
            let ticking = Interval::new(TICK_MS, move || tick.dispatch(Action::Ticked(clock::now())));
            spawn_local(async move {
                let heard = dispatch.clone();
                let greeted = async {
                    // Listening first: nothing that changes after the answer is missed.
                    bridge::listen(move |push| {
                        heard.dispatch(Action::Ticked(clock::now()));
                        heard.dispatch(Action::Pushed(push));
                    })
                    .await?;
                    bridge::call(GetStatus {}).await
                };
                match greeted.await {
                    Ok(status) => dispatch.dispatch(Action::Pushed(Push::Status { status })),
                    Err(failure) => deaf.set(Some(failure)),
                }
            });
            move || drop(ticking)
        });
    }
    // Whether this window paired the console itself: only then is the first sync worth a page.
    let new_here = use_state(|| false);
    let onconnected = {
        let new_here = new_here.clone();
        Callback::from(move |()| {
            // The page one was on before may be about another merchant's customer.
            web_sys::window().into_iter().for_each(|window| drop(window.location().set_hash("/")));
            new_here.set(true);
        })
    };
    let onready = {
        let new_here = new_here.clone();
        Callback::from(move |()| new_here.set(false))
    };
    let syncing =
        console.status.as_ref().is_some_and(|status| matches!(status.sync, SyncState::Starting { .. }));
    let content = match (&console.status, &*deaf) {
        (None, Some(failure)) => html! {
            <main class="lament"><Problem message={failure.message.clone()} again={Callback::from(|()| reload())} /></main>
        },
        (None, None) => html! { <main class="starting"><Skeleton rows=6 /></main> },
        (Some(_), _) if console.connection().is_none() => html! { <Connect {onconnected} /> },
        (Some(_), _) if *new_here && syncing => html! { <FirstSync {onready} /> },
        (Some(_), _) => html! { <HashRouter><Zones /></HashRouter> },
    };
    html! { <ContextProvider<ConsoleHandle> context={console}>{ content }</ContextProvider<ConsoleHandle>> }
}

fn reload() {
    // Nothing is left to do if even that fails.
    web_sys::window().into_iter().for_each(|window| drop(window.location().reload()));
}

/// What lies over the page.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Over {
    Nothing,
    Palette,
    Help,
}

/// Navigation, list and detail.
#[component]
fn Zones() -> Html {
    let console = use_console();
    let narrow = use_narrow_window();
    // Whether the user wants it otherwise than the window's width suggests.
    let preferred = use_state(|| None::<bool>);
    let collapsed = preferred.unwrap_or(narrow);
    let over = use_state(|| Over::Nothing);
    let show = |what: Over| {
        let over = over.clone();
        Callback::from(move |()| over.set(what))
    };
    let oncollapse = {
        let preferred = preferred.clone();
        Callback::from(move |()| preferred.set(Some(!collapsed)))
    };
    use_shortcuts(over.clone(), oncollapse.clone());
    let refused = match console.status.as_ref().map(|status| &status.sync) {
        Some(SyncState::Refused { reason }) => Some(reason.clone()),
        _ => None,
    };
    html! {
        <div class="window">
            <Sidebar {collapsed} {oncollapse} onpalette={show(Over::Palette)} onhelp={show(Over::Help)} />
            <div class="page">
                if let Some(reason) = refused {
                    <Banner tone={Tone::Critical}>
                        <p>
                            { reason }
                            { " You can go on reading; sending and saving wait for a working key. Disconnect in the corner below and connect with a new one." }
                        </p>
                    </Banner>
                }
                <Switch<Route> render={page} />
            </div>
            if let Some((access, recipient)) = console.asking.clone() {
                <AccessDialog {access} {recipient} />
            }
            if *over == Over::Palette {
                <Palette onclose={show(Over::Nothing)} onhelp={show(Over::Help)} />
            }
            if *over == Over::Help {
                <Shortcuts onclose={show(Over::Nothing)} />
            }
            <Notices />
        </div>
    }
}

fn page(route: Route) -> Html {
    match route {
        Route::Overview => html! { <Overview /> },
        Route::Customers => html! { <Customers /> },
        Route::Customer { id } => html! { <Customers open={id} /> },
        Route::Settings => html! { <Settings topic={Topic::Console} /> },
        Route::Portal => html! { <Settings topic={Topic::Portal} /> },
        Route::Branding => html! { <Settings topic={Topic::Branding} /> },
        Route::Webhooks => html! { <Settings topic={Topic::Webhooks} /> },
        Route::TestClock => html! { <Settings topic={Topic::TestClock} /> },
        Route::NotFound => html! { <Overview /> },
    }
}

/// Whether the window is too narrow for three zones with all their words.
#[hook]
fn use_narrow_window() -> bool {
    const ENOUGH: f64 = 1_100.0;
    let measure = || {
        let width = web_sys::window().and_then(|window| window.inner_width().ok());
        width.and_then(|width| width.as_f64()).is_some_and(|width| width < ENOUGH)
    };
    let narrow = use_state_eq(measure);
    {
        let narrow = narrow.clone();
        use_effect_with((), move |()| {
            let listener = web_sys::window()
                .map(|window| EventListener::new(&window, "resize", move |_| narrow.set(measure())));
            move || drop(listener)
        });
    }
    *narrow
}

/// The keys that work anywhere.
#[hook]
fn use_shortcuts(over: UseStateHandle<Over>, oncollapse: Callback<()>) {
    let console = use_console();
    let navigator = use_navigator();
    let last_g = use_mut_ref(|| f64::NEG_INFINITY);
    let handle = move |event: &KeyboardEvent| {
        let after_g = event.time_stamp() - last_g.replace(f64::NEG_INFINITY) < CHORD_MS;
        let Some(wanted) = shortcut(event, after_g) else {
            if event.key() == "g" {
                last_g.replace(event.time_stamp());
            }
            return;
        };
        event.prevent_default();
        let go = |route: Route| navigator.iter().for_each(|navigator| navigator.push(&route));
        let ask = |access: Access| {
            if let Some(recipient) = console.in_view.clone() {
                console.dispatch(Action::Asked(access, recipient));
            }
        };
        match wanted {
            Shortcut::Palette => over.set(if *over == Over::Palette { Over::Nothing } else { Over::Palette }),
            Shortcut::Help => over.set(Over::Help),
            Shortcut::Collapse => oncollapse.emit(()),
            Shortcut::Search => {
                if !focus_search() {
                    go(Route::Customers);
                }
            }
            Shortcut::GoOverview => go(Route::Overview),
            Shortcut::GoCustomers => go(Route::Customers),
            Shortcut::GoSettings => go(Route::Portal),
            Shortcut::SendPortalLink => ask(Access::PortalLink),
            Shortcut::SendBillingEmail => ask(Access::BillingEmail),
            Shortcut::CopyLink => ask(Access::CopyLink),
        }
    };
    // The listener lives as long as the window; what it calls is of the newest render.
    let newest = use_mut_ref(|| None::<Rc<dyn Fn(&KeyboardEvent)>>);
    *newest.borrow_mut() = Some(Rc::new(handle));
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let handle = RefCell::borrow(&newest).clone();
                if let (Some(handle), Some(key)) = (handle, event.dyn_ref::<KeyboardEvent>()) {
                    handle(key);
                }
            })
        });
        move || drop(listener)
    });
}

fn focus_search() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let search = document.and_then(|document| document.get_element_by_id("search"));
    let search = search.and_then(|search| search.dyn_into::<HtmlElement>().ok());
    search.is_some_and(|search| search.focus().is_ok())
}
