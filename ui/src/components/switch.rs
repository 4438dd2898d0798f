//! A switch with its reason.

use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct SwitchProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    /// What it means, in the customer's words.
    #[prop_or_default]
    pub(crate) reason: Option<AttrValue>,
    pub(crate) checked: bool,
    #[prop_or_default]
    pub(crate) disabled: bool,
    /// Only the switch is seen; the label is read aloud.
    #[prop_or_default]
    pub(crate) bare: bool,
    pub(crate) onchange: Callback<bool>,
}

/// On or off.
#[component]
pub(crate) fn Switch(props: &SwitchProps) -> Html {
    let onchange =
        props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    let reason = props.reason.as_ref().map(|_| AttrValue::from(format!("{}-reason", props.id)));
    html! {
        <label class={classes!("switch", props.bare.then_some("bare"))}>
            if !props.bare {
                <span class="words">
                    <span class="name">{ &props.label }</span>
                    if let Some(text) = &props.reason { <span id={reason.clone()} class="help">{ text }</span> }
                </span>
            }
            <input
                id={props.id.clone()}
                type="checkbox"
                role="switch"
                checked={props.checked}
                disabled={props.disabled}
                aria-label={props.label.clone()}
                aria-describedby={reason}
                {onchange}
            />
        </label>
    }
}
