//! The command palette: everything, by typing.
//!
//! In: what was typed. Out: a page, a customer, or an act on the customer in view.
//! Not here: the acts themselves; they ask for a yes like everywhere else.

use contract::ipc::{CustomerRow, SearchCustomers};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::use_navigator;

use super::dialog::use_modal;
use super::icon::{Glyph, Icon};
use crate::pages::customer::Access;
use crate::query::use_query;
use crate::routes::Route;
use crate::state::{Action, Recipient, use_console};

/// Customers offered at most.
const FOUND: u32 = 8;

/// Something the palette can do.
#[derive(Clone)]
enum Choice {
    Access(Access, Recipient),
    Customer(CustomerRow),
    Go(Route, Icon, &'static str),
    Help,
}

impl Choice {
    const PLACES: [(Route, Icon, &'static str); 7] = [
        (Route::Overview, Icon::Overview, "Go to Overview"),
        (Route::Customers, Icon::Customers, "Go to Customers"),
        (Route::Portal, Icon::Sliders, "Settings: Customer Portal"),
        (Route::Branding, Icon::Palette, "Settings: Branding"),
        (Route::Webhooks, Icon::Webhook, "Settings: Webhooks"),
        (Route::TestClock, Icon::Clock, "Settings: Test clock"),
        (Route::Settings, Icon::Settings, "Settings: this console"),
    ];

    fn label(&self) -> String {
        match self {
            Self::Access(access, recipient) => format!("{}: {}", access.title(), recipient.name),
            Self::Customer(row) => row.name.clone(),
            Self::Go(_, _, label) => (*label).into(),
            Self::Help => "Keyboard shortcuts".into(),
        }
    }

    fn icon(&self) -> Icon {
        match self {
            Self::Access(access, _) => access.icon(),
            Self::Customer(_) => Icon::Customers,
            Self::Go(_, icon, _) => *icon,
            Self::Help => Icon::Help,
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::Customer(row) => Some(row.email.to_string()),
            Self::Access(_, recipient) => Some(recipient.email.to_string()),
            Self::Go(..) | Self::Help => None,
        }
    }

    /// Whether every word typed is in its label.
    fn fits(&self, text: &str) -> bool {
        let label = self.label().to_lowercase();
        text.to_lowercase().split_whitespace().all(|word| label.contains(word))
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct PaletteProps {
    pub(crate) onclose: Callback<()>,
    pub(crate) onhelp: Callback<()>,
}

/// The palette; it is open as long as it is rendered.
#[component]
pub(crate) fn Palette(props: &PaletteProps) -> Html {
    let console = use_console();
    let navigator = use_navigator();
    let node = use_modal();
    let text = use_state(String::new);
    let cursor = use_state(|| 0_usize);
    let found = use_query(SearchCustomers { text: (*text).clone(), offset: 0, limit: FOUND });

    let in_view = console.in_view.iter().flat_map(|recipient| {
        Access::ALL.into_iter().map(move |access| Choice::Access(access, recipient.clone()))
    });
    let there = |route: &Route| *route != Route::TestClock || console.has_test_clock();
    let places = Choice::PLACES.into_iter().filter(|(route, ..)| there(route));
    let places = places.map(|(route, icon, label)| Choice::Go(route, icon, label));
    let mut choices: Vec<Choice> =
        in_view.chain(places).chain([Choice::Help]).filter(|choice| choice.fits(&text)).collect();
    if let (false, Some(found)) = (text.trim().is_empty(), found.latest()) {
        choices.extend(found.output.rows.iter().cloned().map(Choice::Customer));
    }
    let here = (*cursor).min(choices.len().saturating_sub(1));

    let choose = {
        let (console, onclose, onhelp) = (console.clone(), props.onclose.clone(), props.onhelp.clone());
        Callback::from(move |choice: Choice| {
            onclose.emit(());
            let go = |route: &Route| navigator.iter().for_each(|navigator| navigator.push(route));
            match choice {
                Choice::Access(access, recipient) => console.dispatch(Action::Asked(access, recipient)),
                Choice::Customer(row) => go(&Route::Customer { id: row.id }),
                Choice::Go(route, ..) => go(&route),
                Choice::Help => onhelp.emit(()),
            }
        })
    };
    let oninput = {
        let (text, cursor) = (text.clone(), cursor.clone());
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlInputElement>().value());
            cursor.set(0);
        })
    };
    let onkeydown = {
        let (cursor, choose, chosen, last) =
            (cursor.clone(), choose.clone(), choices.get(here).cloned(), choices.len().saturating_sub(1));
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" => cursor.set(if here == last { 0 } else { here + 1 }),
                "ArrowUp" => cursor.set(here.checked_sub(1).unwrap_or(last)),
                "Enter" => chosen.iter().for_each(|choice| choose.emit(choice.clone())),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let oncancel = props.onclose.reform(|event: Event| event.prevent_default());
    let option_id = |at: usize| format!("palette-{at}");
    html! {
        <dialog ref={node} class="palette" aria-label="Find or do anything" {oncancel}>
            <div class="search">
                <Glyph icon={Icon::Search} />
                <input
                    id="palette-input" type="text" role="combobox" autofocus=true autocomplete="off" spellcheck="false"
                    placeholder="Find a customer, or say what to do" aria-label="Find a customer, or say what to do"
                    aria-expanded="true" aria-controls="palette-options" aria-autocomplete="list"
                    aria-activedescendant={option_id(here)} value={(*text).clone()} {oninput} {onkeydown}
                />
                <kbd>{ "Esc" }</kbd>
            </div>
            <div id="palette-options" class="options" role="listbox" aria-label="Results">
                { for choices.iter().enumerate().map(|(at, choice)| {
                    let (choose, chosen) = (choose.clone(), choice.clone());
                    html! {
                        <div
                            id={option_id(at)} class="option" role="option"
                            aria-selected={if at == here { "true" } else { "false" }}
                            onclick={Callback::from(move |_: MouseEvent| choose.emit(chosen.clone()))}
                        >
                            <Glyph icon={choice.icon()} />
                            <span>{ choice.label() }</span>
                            if let Some(detail) = choice.detail() { <span class="detail">{ detail }</span> }
                        </div>
                    }
                }) }
                if choices.is_empty() {
                    <p class="none">{ format!("No customer and no command matches “{}”.", *text) }</p>
                }
            </div>
        </dialog>
    }
}
