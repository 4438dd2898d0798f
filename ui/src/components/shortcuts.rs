//! The keyboard: what the keys do anywhere, and the card that says so.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::dialog::Dialog;

/// What a key asks for, wherever the focus is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shortcut {
    Palette,
    Help,
    Collapse,
    Search,
    GoOverview,
    GoCustomers,
    GoSettings,
    SendPortalLink,
    SendBillingEmail,
    CopyLink,
}

/// Reads a key. `after_g` tells whether G came just before.
///
/// Plain letters count only outside of text fields and dialogs.
pub(crate) fn shortcut(event: &KeyboardEvent, after_g: bool) -> Option<Shortcut> {
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        return match key.as_str() {
            "k" => Some(Shortcut::Palette),
            "b" => Some(Shortcut::Collapse),
            _ => None,
        };
    }
    if event.alt_key() || is_taken(event) {
        return None;
    }
    match (after_g, key.as_str()) {
        (true, "o") => Some(Shortcut::GoOverview),
        (true, "c") => Some(Shortcut::GoCustomers),
        (true, "s") => Some(Shortcut::GoSettings),
        (_, "?") => Some(Shortcut::Help),
        (_, "/") => Some(Shortcut::Search),
        (false, "l") => Some(Shortcut::SendPortalLink),
        (false, "b") => Some(Shortcut::SendBillingEmail),
        (false, "c") => Some(Shortcut::CopyLink),
        _ => None,
    }
}

/// Whether the key belongs to where the focus is: a field being typed in, an open dialog.
fn is_taken(event: &KeyboardEvent) -> bool {
    is_within(event, "input:not([type=checkbox]):not([type=radio]), textarea, select, dialog")
}

/// Whether the focus is on, or inside, something that fits the selector.
pub(crate) fn is_within(event: &KeyboardEvent, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Keys, and what they do.
type Entry = (&'static [&'static str], &'static str);

/// The card, in the order of use.
const CARD: [(&str, &[Entry]); 3] = [
    (
        "Anywhere",
        &[
            (&["Ctrl K"], "Find a customer, go somewhere, do something"),
            (&["/"], "Search customers"),
            (&["G", "O"], "Go to the overview"),
            (&["G", "C"], "Go to the customers"),
            (&["G", "S"], "Go to the settings"),
            (&["Ctrl B"], "Narrow or widen the navigation"),
            (&["?"], "This card"),
        ],
    ),
    (
        "Customers",
        &[
            (&["↑", "↓"], "Move through the list"),
            (&["Enter"], "Open the customer"),
            (&["Esc"], "Close the customer"),
            (&["L"], "Send a portal link"),
            (&["B"], "Send a billing email"),
            (&["C"], "Copy a link"),
        ],
    ),
    ("Settings", &[(&["Ctrl S"], "Save")]),
];

#[derive(PartialEq, Properties)]
pub(crate) struct ShortcutsProps {
    pub(crate) onclose: Callback<()>,
}

/// The card of shortcuts. On a Mac, ⌘ does what Ctrl does.
#[component]
pub(crate) fn Shortcuts(ShortcutsProps { onclose }: &ShortcutsProps) -> Html {
    html! {
        <Dialog title="Keyboard shortcuts" wide=true onclose={onclose.clone()}>
            <div class="shortcuts">
                { for CARD.iter().map(|(group, entries)| html! {
                    <section>
                        <h3>{ *group }</h3>
                        <dl>
                            { for entries.iter().map(|(keys, meaning)| html! {
                                <div><dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt><dd>{ *meaning }</dd></div>
                            }) }
                        </dl>
                    </section>
                }) }
            </div>
            <p class="help">{ "On a Mac, ⌘ does what Ctrl does." }</p>
        </Dialog>
    }
}
