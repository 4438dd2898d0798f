//! The customers: a list of any length that is searched as one types, and one customer beside it.

use std::rc::Rc;

use contract::ipc::{CustomerRow, SearchCustomers, SyncState};
use domain::CustomerId;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::use_navigator;

use super::customer::CustomerPage;
use crate::clock;
use crate::components::icon::{Glyph, Icon};
use crate::components::money::amounts;
use crate::components::rows::{Rows, Step};
use crate::components::shortcuts::is_within;
use crate::components::state::{Empty, Problem, Skeleton};
use crate::components::status::{Tone, dot, status};
use crate::query::use_query;
use crate::routes::Route;
use crate::state::use_console;

/// Rows asked for at once: several screens, so that scrolling seldom waits.
const WINDOW: u32 = 200;
/// Windows begin at multiples of this.
const STRIDE: u32 = 50;

/// The row the keys stand on.
#[derive(Clone, Copy, Default)]
struct Cursor {
    row: Option<u32>,
    /// The same if it was walked there, and not clicked.
    walked: Option<u32>,
}

enum Walk {
    /// By a key, in a list of so many rows.
    Step(Step, u32),
    /// By a click, or away.
    To(Option<u32>),
}

impl Reducible for Cursor {
    type Action = Walk;
    fn reduce(self: Rc<Self>, walk: Walk) -> Rc<Self> {
        Rc::new(match walk {
            Walk::Step(step, total) => {
                let row = step.from(self.row, total);
                Self { row, walked: row }
            }
            Walk::To(row) => Self { row, walked: None },
        })
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct CustomersProps {
    /// Who stands beside the list.
    #[prop_or_default]
    pub(crate) open: Option<CustomerId>,
}

/// The second zone, and the third if somebody is open.
#[component]
pub(crate) fn Customers(CustomersProps { open }: &CustomersProps) -> Html {
    let console = use_console();
    let navigator = use_navigator();
    let text = use_state(String::new);
    let first = use_state(|| 0_u32);
    let cursor = use_reducer(Cursor::default);
    let offset = (*first / STRIDE).saturating_sub(1) * STRIDE;
    let query = use_query(SearchCustomers { text: (*text).clone(), offset, limit: WINDOW });
    // The answer before stays while the next is on its way.
    let latest = query.latest();
    let total = latest.as_ref().map_or(0, |answer| answer.output.total);
    let count = u32::try_from(total).unwrap_or(u32::MAX);
    let at = {
        let latest = latest.clone();
        move |row: u32| {
            let answer = latest.as_ref()?;
            let place = row.checked_sub(answer.question.offset)?;
            answer.output.rows.get(usize::try_from(place).ok()?).cloned()
        }
    };

    let go = {
        let navigator = navigator.clone();
        move |route: Route| navigator.iter().for_each(|navigator| navigator.push(&route))
    };
    let onopen = {
        let (at, cursor, go) = (at.clone(), cursor.dispatcher(), go.clone());
        Callback::from(move |row: u32| {
            cursor.dispatch(Walk::To(Some(row)));
            at(row).into_iter().for_each(|customer| go(Route::Customer { id: customer.id }));
        })
    };
    let onstep = {
        let cursor = cursor.dispatcher();
        Callback::from(move |step: Step| cursor.dispatch(Walk::Step(step, count)))
    };
    {
        // With somebody open, the arrow keys page through the customers themselves.
        let (at, follows) = (at.clone(), open.is_some());
        use_effect_with(cursor.walked, move |row| {
            let customer = row.filter(|_| follows).and_then(at);
            if let (Some(customer), Some(navigator)) = (customer, navigator) {
                navigator.replace(&Route::Customer { id: customer.id });
            }
        });
    }
    let onclose = Callback::from(move |()| go(Route::Customers));
    let oninput = {
        let (text, first, cursor) = (text.clone(), first.clone(), cursor.dispatcher());
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlInputElement>().value());
            first.set(0);
            cursor.dispatch(Walk::To(None));
        })
    };
    let onkeydown = {
        let (row, onstep, onopen, onclose) =
            (cursor.row.unwrap_or(0), onstep.clone(), onopen.clone(), onclose.clone());
        let is_open = open.is_some();
        Callback::from(move |event: KeyboardEvent| {
            match (event.key().as_str(), Step::of(&event, 1)) {
                ("ArrowDown" | "ArrowUp", Some(step)) => onstep.emit(step),
                ("Enter", _) => onopen.emit(row),
                ("Escape", _) if is_open => onclose.emit(()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onescape = {
        let (onclose, is_open) = (onclose.clone(), open.is_some());
        Callback::from(move |event: KeyboardEvent| {
            // A dialog's Esc closes the dialog alone.
            if event.key() == "Escape"
                && is_open
                && !event.default_prevented()
                && !is_within(&event, "dialog")
            {
                onclose.emit(());
            }
        })
    };
    let row = {
        let open = open.clone();
        Callback::from(move |row: u32| {
            at(row).map_or_else(placeholder, |customer| cells(&customer, open.as_ref()))
        })
    };
    let syncing =
        matches!(console.status.as_ref().map(|status| &status.sync), Some(SyncState::Starting { .. }));
    let list = match (&latest, query.failure()) {
        (None, Some(failure)) => {
            html! { <Problem message={failure.message.clone()} again={query.again()} /> }
        }
        (None, None) => html! { <Skeleton rows=14 /> },
        (Some(_), _) if total == 0 => nobody(&text, syncing),
        (Some(_), _) => html! {
            <Rows
                id="customer-rows" label="Customers" total={count} cursor={cursor.row}
                about={(*text).clone()} onwindow={Callback::from(move |row| first.set(row))} {onstep} {onopen} {row}
            />
        },
    };
    html! {
        <main class={classes!("customers", open.is_some().then_some("split"))} onkeydown={onescape}>
            <section class="list" aria-label="Customers">
                <header class="list-header">
                    <h1>{ "Customers" }</h1>
                    if latest.is_some() {
                        <span class="count" role="status">{ clock::grouped(total) }</span>
                    }
                    <label class="search">
                        <Glyph icon={Icon::Search} />
                        <input
                            id="search" type="search" placeholder="Search name, email or id" aria-label="Search customers"
                            autocomplete="off" spellcheck="false" value={(*text).clone()} {oninput} {onkeydown}
                        />
                        <kbd>{ "/" }</kbd>
                    </label>
                </header>
                <div class="head" aria-hidden="true">
                    <span>{ "Customer" }</span><span class="plan">{ "Plan" }</span>
                    <span class="external">{ "Your id" }</span><span class="number">{ "Balance" }</span>
                </div>
                { list }
            </section>
            if let Some(id) = open {
                <CustomerPage id={id.clone()} {onclose} />
            }
        </main>
    }
}

fn cells(customer: &CustomerRow, open: Option<&CustomerId>) -> Html {
    html! {
        <div class={classes!("cells", (open == Some(&customer.id)).then_some("open"))}>
            <span class="who"><span class="name">{ &customer.name }</span><span class="email">{ customer.email.to_string() }</span></span>
            <span class="plan">
                if let Some((plan, standing)) = &customer.subscription {
                    { status(standing) }<span class="plan-name">{ plan }</span>
                } else {
                    <span class="none">{ "No plan" }</span>
                }
            </span>
            <span class="external mono">{ customer.external_id.as_deref().unwrap_or_default() }</span>
            <span class={classes!("number", (!customer.overdue.is_empty()).then_some("overdue"))}>
                { amounts(&customer.balance) }
                if !customer.overdue.is_empty() { { dot(Tone::Critical, "Overdue") } }
            </span>
        </div>
    }
}

/// A row that is in sight before its customer is.
fn placeholder() -> Html {
    html! { <div class="cells waiting"><span class="who"><span class="bone"></span></span></div> }
}

fn nobody(text: &str, syncing: bool) -> Html {
    if !text.trim().is_empty() {
        html! { <Empty icon={Icon::Search} title={format!("No customer matches “{text}”")} hint="Every word must begin a word of the name, the email address or your id." /> }
    } else if syncing {
        html! { <Empty icon={Icon::Refresh} title="Your customers are on their way" hint="The first sync is fetching them from the server." /> }
    } else {
        html! { <Empty icon={Icon::Customers} title="No customers yet" hint="Import them on the server with portico import, or add them through the API." /> }
    }
}
