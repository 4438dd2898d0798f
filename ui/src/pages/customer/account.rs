//! Who the customer is: address, tax ids, the merchant's own notes.

use domain::Customer;
use yew::prelude::*;

use crate::components::date::DayOf;
use crate::components::section::Section;

#[derive(PartialEq, Properties)]
pub(crate) struct DetailsProps {
    pub(crate) customer: Customer,
}

#[component]
pub(crate) fn Details(DetailsProps { customer }: &DetailsProps) -> Html {
    let address = customer.address.lines();
    let missing = || html! { <span class="help">{ "none on file" }</span> };
    html! {
        <Section id="details" title="Details">
            <dl class="facts">
                <dt>{ "Address" }</dt>
                <dd>
                    if address.is_empty() { { missing() } } else { <address>{ for address.into_iter().map(|line| html! { <div>{ line }</div> }) }</address> }
                </dd>
                <dt>{ "Tax ids" }</dt>
                <dd>
                    if customer.tax_ids.is_empty() { { missing() } }
                    { for customer.tax_ids.iter().map(|tax| html! { <div><span class="mono">{ &tax.value }</span>{ " " }<span class="help">{ &tax.kind }</span></div> }) }
                </dd>
                <dt>{ "Language" }</dt><dd>{ &customer.locale }</dd>
                <dt>{ "Your id" }</dt>
                <dd>{ customer.external_id.as_ref().map_or_else(missing, |id| html! { <span class="mono">{ id }</span> }) }</dd>
                <dt>{ "Portico's id" }</dt><dd class="mono">{ customer.id.to_string() }</dd>
                <dt>{ "Added" }</dt><dd><DayOf at={customer.created_at} /></dd>
                { for customer.metadata.iter().map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ value }</dd></> }) }
            </dl>
        </Section>
    }
}
