//! A titled part of a page.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct SectionProps {
    /// Its anchor.
    pub(crate) id: AttrValue,
    pub(crate) title: AttrValue,
    /// One sentence under the title.
    #[prop_or_default]
    pub(crate) lead: Option<AttrValue>,
    /// How many entries it has in all.
    #[prop_or_default]
    pub(crate) count: Option<u64>,
    /// Buttons beside the title.
    #[prop_or_default]
    pub(crate) actions: Html,
    pub(crate) children: Html,
}

/// A landmark with a heading.
#[component]
pub(crate) fn Section(props: &SectionProps) -> Html {
    let heading = format!("{}-title", props.id);
    html! {
        <section id={props.id.clone()} class="section" aria-labelledby={heading.clone()} tabindex="-1">
            <header>
                <h2 id={heading}>{ &props.title }</h2>
                if let Some(count) = props.count { <span class="count">{ crate::clock::grouped(count) }</span> }
                <div class="actions">{ props.actions.clone() }</div>
            </header>
            if let Some(lead) = &props.lead { <p class="lead">{ lead }</p> }
            { props.children.clone() }
        </section>
    }
}
