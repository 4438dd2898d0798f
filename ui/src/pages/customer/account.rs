//! Who the customer is: address, tax ids, the merchant's own notes.

use contract::ipc::AssignConfiguration;
use domain::{Configuration, ConfigurationId, Customer};
use yew::prelude::*;

use crate::bridge;
use crate::components::configuration_choice::ConfigurationChoice;
use crate::components::date::DayOf;
use crate::components::section::Section;
use crate::query::use_task;
use crate::state::{Action, use_console};

#[derive(PartialEq, Properties)]
pub(crate) struct DetailsProps {
    pub(crate) customer: Customer,
    /// The default first.
    pub(crate) configurations: Vec<Configuration>,
}

/// Picks the configuration that counts for a customer; nothing where there is only one.
#[component]
fn Assigned(DetailsProps { customer, configurations }: &DetailsProps) -> Html {
    let console = use_console();
    let task = use_task();
    let onchange = {
        let (dispatch, task) = (console.dispatcher(), task.clone());
        let (customer, names) = (customer.clone(), configurations.clone());
        Callback::from(move |chosen: Option<ConfigurationId>| {
            let name = names.iter().find(|one| Some(&one.id) == chosen.as_ref()).map(|one| one.name.clone());
            let (dispatch, who) = (dispatch.clone(), customer.name.clone());
            let (customer_id, version) = (customer.id.clone(), customer.version);
            task.run(async move {
                let ask = AssignConfiguration { customer_id, version, configuration_id: chosen };
                dispatch.dispatch(match bridge::call(ask).await {
                    Ok(()) => {
                        let name = name.unwrap_or_else(|| "the default".into());
                        Action::Done(format!("{name} counts for {who} from the next page on."))
                    }
                    Err(reason) => Action::Failed(reason),
                });
            });
        })
    };
    html! {
        if configurations.len() > 1 {
            <dt><label for="assigned">{ "Portal" }</label></dt>
            <dd>
                <ConfigurationChoice
                    id="assigned" configurations={configurations.clone()} chosen={customer.portal_configuration_id.clone()}
                    unless="The default" disabled={task.busy()} {onchange}
                />
            </dd>
        }
    }
}

#[component]
pub(crate) fn Details(DetailsProps { customer, configurations }: &DetailsProps) -> Html {
    let address = customer.address.lines();
    let missing = || html! { <span class="help">{ "none on file" }</span> };
    let time_zone = customer.time_zone.as_ref().map_or("the same as yours", |name| name.as_str());
    let language = if customer.locale == "und" { "what their browser asks for" } else { &customer.locale };
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
                <dt>{ "Language" }</dt><dd>{ language }</dd>
                <dt>{ "Time zone" }</dt><dd>{ time_zone.to_owned() }</dd>
                <Assigned customer={customer.clone()} configurations={configurations.clone()} />
                <dt>{ "Your id" }</dt>
                <dd>{ customer.external_id.as_ref().map_or_else(missing, |id| html! { <span class="mono">{ id }</span> }) }</dd>
                <dt>{ "Portico's id" }</dt><dd class="mono">{ customer.id.to_string() }</dd>
                <dt>{ "Added" }</dt><dd><DayOf at={customer.created_at} /></dd>
                { for customer.metadata.iter().map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ value }</dd></> }) }
            </dl>
        </Section>
    }
}
