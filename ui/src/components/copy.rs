//! A text to be copied, such as a secret that is shown once.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlInputElement};
use yew::prelude::*;

use super::button::Button;
use super::icon::Icon;

#[derive(PartialEq, Properties)]
pub(crate) struct CopyFieldProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) text: AttrValue,
}

/// A read-only field with a button that copies it; the text is selected, so ⌘/Ctrl-C works as well.
#[component]
pub(crate) fn CopyField(props: &CopyFieldProps) -> Html {
    let input = use_node_ref();
    let copied = use_state(|| false);
    let onclick = {
        let (input, copied) = (input.clone(), copied.clone());
        Callback::from(move |()| copied.set(copy(&input).unwrap_or(false)))
    };
    html! {
        <div class="field">
            <label for={props.id.clone()}>{ &props.label }</label>
            <div class="joined">
                <input ref={input} id={props.id.clone()} class="mono" readonly=true value={props.text.clone()} />
                <Button
                    id={format!("{}-copy", props.id)}
                    label={if *copied { "Copied" } else { "Copy" }}
                    icon={if *copied { Icon::Check } else { Icon::Copy }}
                    {onclick}
                />
            </div>
        </div>
    }
}

/// `execCommand` works in every webview without asking for a permission, which
/// `navigator.clipboard` does not.
fn copy(input: &NodeRef) -> Option<bool> {
    let input = input.cast::<HtmlInputElement>()?;
    input.select();
    let document = web_sys::window()?.document()?.dyn_into::<HtmlDocument>().ok()?;
    document.exec_command("copy").ok()
}
