//! Picking one of the merchant's portal configurations, or none.

use domain::{Configuration, ConfigurationId};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct ConfigurationChoiceProps {
    pub(crate) id: AttrValue,
    /// The default first.
    pub(crate) configurations: Vec<Configuration>,
    pub(crate) chosen: Option<ConfigurationId>,
    /// What it means to pick none.
    pub(crate) unless: AttrValue,
    #[prop_or_default]
    pub(crate) disabled: bool,
    pub(crate) onchange: Callback<Option<ConfigurationId>>,
}

/// A list to pull down.
#[component]
pub(crate) fn ConfigurationChoice(props: &ConfigurationChoiceProps) -> Html {
    let onchange = props.onchange.reform(|event: Event| {
        event.target_unchecked_into::<HtmlSelectElement>().value().parse::<ConfigurationId>().ok()
    });
    html! {
        <select id={props.id.clone()} disabled={props.disabled} {onchange}>
            <option value="" selected={props.chosen.is_none()}>{ &props.unless }</option>
            { for props.configurations.iter().map(|one| html! {
                <option key={one.id.to_string()} value={one.id.to_string()} selected={props.chosen.as_ref() == Some(&one.id)}>
                    { &one.name }
                </option>
            }) }
        </select>
    }
}
