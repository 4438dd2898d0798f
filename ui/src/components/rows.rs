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

/// A move of the cursor, told by the key and not by the row it leads to: a key that repeats faster
/// than the page renders still counts each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Down(u32),
    Up(u32),
    First,
    Last,
}

impl Step {
    /// The move a key asks for; `page` is how many rows are in sight.
    pub(crate) fn of(event: &KeyboardEvent, page: u32) -> Option<Self> {
        Some(match event.key().as_str() {
            "ArrowDown" => Self::Down(1),
            "ArrowUp" => Self::Up(1),
            "PageDown" => Self::Down(page),
            "PageUp" => Self::Up(page),
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }

    /// Where it leads from `cursor` in a list of `total` rows.
    pub(crate) fn from(self, cursor: Option<u32>, total: u32) -> Option<u32> {
        let last = total.checked_sub(1)?;
        Some(match (self, cursor) {
            (Self::First, _) | (Self::Down(_), None) => 0,
            (Self::Last, _) | (Self::Up(_), None) => last,
            (Self::Down(rows), Some(row)) => row.saturating_add(rows).min(last),
            (Self::Up(rows), Some(row)) => row.saturating_sub(rows).min(last),
        })
    }
}

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
    pub(crate) onstep: Callback<Step>,
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
    let (cursor, onstep, onopen) = (props.cursor, props.onstep.clone(), props.onopen.clone());
    let page = (height / ROW).max(2) - 1;
    Callback::from(move |event: KeyboardEvent| {
        if let Some(step) = Step::of(&event, page) {
            event.prevent_default();
            onstep.emit(step);
        } else if event.key() == "Enter" {
            cursor.into_iter().for_each(|row| onopen.emit(row));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_on_the_list() {
        assert_eq!(Step::Down(1).from(None, 3), Some(0));
        assert_eq!(Step::Up(1).from(None, 3), Some(2));
        assert_eq!(Step::Down(20).from(Some(1), 3), Some(2));
        assert_eq!(Step::Up(20).from(Some(1), 3), Some(0));
        assert_eq!(Step::Up(1).from(Some(9), 3), Some(2), "the list became shorter");
        assert_eq!(Step::Last.from(Some(0), 0), None, "there is no row to stand on");
    }
}
