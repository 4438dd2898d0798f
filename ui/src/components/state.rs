//! What a list shows when it has nothing to list: waiting, empty, failed.

use yew::prelude::*;

use super::button::Button;
use super::icon::{Glyph, Icon};

#[derive(PartialEq, Properties)]
pub(crate) struct SkeletonProps {
    pub(crate) rows: usize,
}

/// Grey bars where rows will be. The style sheet shows them only after 200 ms, so quick answers
/// do not flicker.
#[component]
pub(crate) fn Skeleton(SkeletonProps { rows }: &SkeletonProps) -> Html {
    html! {
        <div class="skeleton" role="status" aria-label="Loading">
            { for (0..*rows).map(|row| html! { <div key={row} class="bone-row"><span class="bone"></span><span class="bone"></span></div> }) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct EmptyProps {
    pub(crate) icon: Icon,
    pub(crate) title: AttrValue,
    /// What would make it fuller.
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) children: Html,
}

/// Nothing is there, and why that is fine or what to do about it.
#[component]
pub(crate) fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="empty">
            <Glyph icon={props.icon} />
            <p class="title">{ &props.title }</p>
            if let Some(hint) = &props.hint { <p>{ hint }</p> }
            { props.children.clone() }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ProblemProps {
    /// What happened, what it means for the data, what to do next.
    pub(crate) message: AttrValue,
    pub(crate) again: Callback<()>,
}

/// It could not be read.
#[component]
pub(crate) fn Problem(props: &ProblemProps) -> Html {
    html! {
        <div class="problem" role="alert">
            <Glyph icon={Icon::Alert} />
            <p>{ &props.message }</p>
            <Button label="Try again" icon={Icon::Refresh} onclick={props.again.clone()} />
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct BannerProps {
    pub(crate) tone: super::status::Tone,
    pub(crate) children: Html,
}

/// A sentence across the page that stays as long as it is true.
#[component]
pub(crate) fn Banner(props: &BannerProps) -> Html {
    let icon = match props.tone {
        super::status::Tone::Critical | super::status::Tone::Caution => Icon::Alert,
        _ => Icon::Info,
    };
    html! {
        <div class={classes!("banner", props.tone.class())} role="status">
            <Glyph {icon} />
            <div>{ props.children.clone() }</div>
        </div>
    }
}
