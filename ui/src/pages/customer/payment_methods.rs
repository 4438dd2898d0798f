//! Cards and bank accounts a customer put on file; only they can change them.

use domain::PaymentMethod;
use jiff::civil::Date;
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::components::status::{Tone, dot};

#[derive(PartialEq, Properties)]
pub(crate) struct PaymentMethodsProps {
    pub(crate) methods: Vec<PaymentMethod>,
    pub(crate) today: Date,
}

#[component]
pub(crate) fn PaymentMethods(PaymentMethodsProps { methods, today }: &PaymentMethodsProps) -> Html {
    html! {
        <Section id="payment-methods" title="Payment methods" count={u64::try_from(methods.len()).ok()}>
            if methods.is_empty() {
                <Empty icon={Icon::Inbox} title="None on file" hint="The customer adds one in the portal, under Payment methods." />
            } else {
                <div class="cards">{ for methods.iter().map(|method| card(method, *today)) }</div>
            }
        </Section>
    }
}

fn card(method: &PaymentMethod, today: Date) -> Html {
    let expiry = method.instrument.expiry();
    html! {
        <div key={method.id.to_string()} class="card">
            <div class="title">
                <h3>{ method.instrument.to_string() }</h3>
                if method.is_expired(today) {
                    { dot(Tone::Critical, "Expired") }
                } else if expiry.is_some_and(|expiry| expiry.is_soon(today)) {
                    { dot(Tone::Caution, "Expires soon") }
                }
                if method.is_default { <span class="price">{ "Default" }</span> }
            </div>
            <dl class="facts">
                <dt>{ "Name" }</dt><dd>{ &method.holder }</dd>
                if let Some(expiry) = expiry { <dt>{ "Expires" }</dt><dd>{ expiry.to_string() }</dd> }
                <dt>{ "Id" }</dt><dd class="mono">{ method.id.to_string() }</dd>
            </dl>
        </div>
    }
}
