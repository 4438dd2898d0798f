//! Buttons.

use yew::prelude::*;

use super::icon::{Glyph, Icon};

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Weight {
    /// What the page is for; at most one in sight.
    Primary,
    #[default]
    Plain,
    /// A line of text until pointed at.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Plain => "button",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
        }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ButtonProps {
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    /// What it does, in words. Shown unless `icon_only`, read aloud always.
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) icon: Option<Icon>,
    #[prop_or_default]
    pub(crate) icon_only: bool,
    #[prop_or_default]
    pub(crate) weight: Weight,
    /// Something is under way: it stays, turns and takes no clicks.
    #[prop_or_default]
    pub(crate) busy: bool,
    #[prop_or_default]
    pub(crate) disabled: bool,
    /// Sends the form around it instead of calling `onclick`.
    #[prop_or_default]
    pub(crate) submit: bool,
    /// For buttons that open and close something.
    #[prop_or_default]
    pub(crate) expanded: Option<bool>,
    /// For buttons that stay pressed.
    #[prop_or_default]
    pub(crate) pressed: Option<bool>,
    #[prop_or_default]
    pub(crate) title: Option<AttrValue>,
    /// Has the focus when its dialog opens.
    #[prop_or_default]
    pub(crate) autofocus: bool,
    #[prop_or_default]
    pub(crate) onclick: Callback<()>,
}

/// A button; see [`ButtonProps`].
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let truth = |is: bool| if is { "true" } else { "false" };
    let onclick = props.onclick.reform(|event: MouseEvent| event.stop_propagation());
    html! {
        <button
            id={props.id.clone()}
            type={if props.submit { "submit" } else { "button" }}
            class={classes!(props.weight.class(), props.icon_only.then_some("icon-only"), props.busy.then_some("busy"))}
            disabled={props.disabled || props.busy}
            autofocus={props.autofocus}
            aria-busy={props.busy.then_some("true")}
            aria-expanded={props.expanded.map(truth)}
            aria-pressed={props.pressed.map(truth)}
            aria-label={props.icon_only.then(|| props.label.clone())}
            title={props.title.clone().or_else(|| props.icon_only.then(|| props.label.clone()))}
            onclick={(!props.submit).then_some(onclick)}
        >
            if let Some(icon) = props.icon { <Glyph {icon} /> }
            if !props.icon_only { <span>{ &props.label }</span> }
            if props.busy { <span class="spinner" aria-hidden="true"></span> }
        </button>
    }
}
