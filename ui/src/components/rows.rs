//! A list of any length: only the rows in sight exist.
//!
//! In: how many rows, and how to draw one. Out: the window wanted, the cursor, the row opened.
//! Not here: where rows come from.

use gloo_events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Height of a row in pixels; the style sheet has the same as `--row`.
const ROW: u32 = 36;
/// Rows drawn above and below the ones in sight, so that scrolling shows no gaps.
const MARGIN: u32 = 12;

#[derive(PartialEq, Properties)]
pub(crate) struct RowsProps {
    pub(crate) id: AttrValue,
    /// What is listed, for screen readers.
    pub(crate) label: AttrValue,
    pub(crate) total: u32,
    /// The row the arrow keys stand on.
    pub(crate) cursor: Option<u32>,
    /// Starts at the top again when it changes.
    pub(crate) about: AttrValue,
    /// The first row in sight changed.
    pub(crate) onwindow: Callback<u32>,
    pub(crate) oncursor: Callback<u32>,
    pub(crate) onopen: Callback<u32>,
    /// The cells of a row.
    pub(crate) row: Callback<u32, Html>,
}

/// The rows; see [`RowsProps`].
#[component]
pub(crate) fn Rows(props: &RowsProps) -> Html {
    let node = use_node_ref();
    let top = use_state(|| 0_u32);
    let height = use_viewport_height(&node);
    let first = (*top / ROW).saturating_sub(MARGIN).min(props.total);
    let last = (*top / ROW + height / ROW + 1 + MARGIN).min(props.total);

    {
        let onwindow = props.onwindow.clone();
        use_effect_with(*top / ROW, move |first| onwindow.emit(*first));
    }
    {
        let node = node.clone();
        use_effect_with(props.about.clone(), move |_| {
            if let Some(list) = node.cast::<HtmlElement>() {
                list.set_scroll_top(0);
            }
        });
    }
    {
        let node = node.clone();
        use_effect_with(props.cursor, move |cursor| {
            if let (Some(list), Some(row)) = (node.cast::<HtmlElement>(), cursor) {
                reveal(&list, *row);
            }
        });
    }

    let onscroll = {
        let top = top.clone();
        Callback::from(move |event: Event| {
            let list = event.target_unchecked_into::<HtmlElement>();
            top.set(u32::try_from(list.scroll_top()).unwrap_or(0));
        })
    };
    let onkeydown = keys(props, height);
    let row_id = |row: u32| format!("{}-{row}", props.id);
    html! {
        <div
            ref={node} id={props.id.clone()} class="rows" role="listbox" tabindex="0"
            aria-label={props.label.clone()} aria-activedescendant={props.cursor.map(row_id)}
            {onscroll} {onkeydown}
        >
            <div class="extent" style={format!("height:{}px", props.total * ROW)}>
                { for (first..last).map(|row| html! {
                    <div
                        key={row} id={row_id(row)} class="row" role="option"
                        aria-selected={if props.cursor == Some(row) { "true" } else { "false" }}
                        aria-posinset={(row + 1).to_string()} aria-setsize={props.total.to_string()}
                        style={format!("transform:translateY({}px)", row * ROW)}
                        onclick={props.onopen.reform(move |_: MouseEvent| row)}
                    >
                        { props.row.emit(row) }
                    </div>
                }) }
            </div>
        </div>
    }
}

/// ↑ ↓ Page Up/Down Home End move the cursor, Enter opens.
fn keys(props: &RowsProps, height: u32) -> Callback<KeyboardEvent> {
    let (cursor, total) = (props.cursor, props.total);
    let (oncursor, onopen) = (props.oncursor.clone(), props.onopen.clone());
    let page = (height / ROW).max(2) - 1;
    Callback::from(move |event: KeyboardEvent| {
        let Some(last) = total.checked_sub(1) else { return };
        let target = match event.key().as_str() {
            "ArrowDown" => cursor.map_or(0, |row| row + 1),
            "ArrowUp" => cursor.map_or(last, |row| row.saturating_sub(1)),
            "PageDown" => cursor.unwrap_or(0) + page,
            "PageUp" => cursor.unwrap_or(0).saturating_sub(page),
            "Home" => 0,
            "End" => last,
            "Enter" => {
                cursor.into_iter().for_each(|row| onopen.emit(row));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        oncursor.emit(target.min(last));
    })
}

/// Scrolls just as far as needed to see the row.
fn reveal(list: &HtmlElement, row: u32) {
    let pixels = |count: u32| i32::try_from(count * ROW).unwrap_or(i32::MAX);
    let (top, bottom) = (pixels(row), pixels(row + 1));
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

/// How much of the list is in sight, in pixels, also after the window was resized.
#[hook]
fn use_viewport_height(node: &NodeRef) -> u32 {
    let height = use_state(|| 0_u32);
    {
        let (node, height) = (node.clone(), height.clone());
        use_effect_with((), move |()| {
            let measure = move || {
                let list = node.cast::<HtmlElement>();
                height.set(list.and_then(|list| u32::try_from(list.client_height()).ok()).unwrap_or(0));
            };
            measure();
            let listener =
                web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| measure()));
            move || drop(listener)
        });
    }
    *height
}
