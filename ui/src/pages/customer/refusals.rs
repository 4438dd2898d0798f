//! *Why can't they?*: what the portal does not let this customer do, by the same rules the portal obeys.

use contract::ipc::Refusal;
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::components::section::Section;
use crate::components::state::Empty;

#[derive(PartialEq, Properties)]
pub(crate) struct RefusalsProps {
    pub(crate) refusals: Vec<Refusal>,
}

#[component]
pub(crate) fn Refusals(RefusalsProps { refusals }: &RefusalsProps) -> Html {
    html! {
        <Section id="refusals" title="Why can't they?" count={u64::try_from(refusals.len()).ok()}>
            if refusals.is_empty() {
                <Empty icon={Icon::Check} title="Nothing is in their way" hint="This customer can do everything the portal offers." />
            } else {
                <dl class="refusals">
                    { for refusals.iter().map(|refusal| html! {
                        <div>
                            <dt>
                                if let Some(about) = &refusal.about { <span class="about">{ about }</span> }
                                { &refusal.act }
                            </dt>
                            { for refusal.reasons.iter().map(|reason| html! { <dd>{ reason }</dd> }) }
                        </div>
                    }) }
                </dl>
            }
        </Section>
    }
}
