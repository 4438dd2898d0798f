//! A customer, beside the list: who they are, what they owe, and why something does not work.
//!
//! In: whose. Out: sections, one file each. Not here: the list.

mod access;
mod account;
mod history;
mod invoices;
mod links;
mod payment_methods;
mod refusals;
mod subscriptions;

pub(crate) use access::{Access, AccessDialog};

use contract::ipc::{CustomerDetail, GetCustomer};
use domain::CustomerId;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use self::account::Details;
use self::history::{ActivityList, Mails};
use self::invoices::Invoices;
use self::links::LinksAndSessions;
use self::payment_methods::PaymentMethods;
use self::refusals::Refusals;
use self::subscriptions::Subscriptions;
use crate::components::button::{Button, Weight};
use crate::components::icon::Icon;
use crate::components::money::amounts;
use crate::query::use_query;
use crate::state::{Action, Recipient, use_console};

#[derive(PartialEq, Properties)]
pub(crate) struct CustomerProps {
    pub(crate) id: CustomerId,
    pub(crate) onclose: Callback<()>,
}

/// The third of the three zones.
#[component]
pub(crate) fn CustomerPage(props: &CustomerProps) -> Html {
    let console = use_console();
    let query = use_query(GetCustomer { id: props.id.clone() });
    let recipient = query.get().map(|detail| Recipient::from(&detail.customer));
    {
        let dispatch = console.dispatcher();
        use_effect_with(recipient, move |recipient| {
            dispatch.dispatch(Action::Viewing(recipient.clone()));
            move || dispatch.dispatch(Action::Viewing(None))
        });
    }
    html! {
        <article class="detail" aria-label="Customer">
            { query.render(12, |detail| html! { <>
                <Header detail={detail.clone()} onclose={props.onclose.clone()} />
                <div class="sections">
                    <Subscriptions subscriptions={detail.subscriptions.clone()} />
                    <Invoices customer_id={detail.customer.id.clone()} newest={detail.invoices.clone()} count={detail.invoice_count} today={detail.today} />
                    <PaymentMethods methods={detail.payment_methods.clone()} today={detail.today} />
                    <LinksAndSessions recipient={Recipient::from(&detail.customer)} links={detail.links.clone()} sessions={detail.sessions.clone()} />
                    <Refusals refusals={detail.refusals.clone()} />
                    <Mails mails={detail.mails.clone()} />
                    <ActivityList activity={detail.activity.clone()} />
                    <Details customer={detail.customer.clone()} configurations={detail.configurations.clone()} />
                </div>
            </> }) }
            if query.get().is_none() {
                <div class="leave"><Button label="Close" icon={Icon::Close} icon_only=true weight={Weight::Quiet} onclick={props.onclose.clone()} /></div>
            }
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct HeaderProps {
    detail: CustomerDetail,
    onclose: Callback<()>,
}

#[component]
fn Header(HeaderProps { detail, onclose }: &HeaderProps) -> Html {
    let console = use_console();
    let customer = &detail.customer;
    let ask = |access: Access| {
        let (dispatch, recipient) = (console.dispatcher(), Recipient::from(customer));
        Callback::from(move |()| dispatch.dispatch(Action::Asked(access, recipient.clone())))
    };
    let overdue = !detail.overdue.is_empty();
    html! {
        <header class="customer-header">
            <div class="identity">
                <h1 id="customer-name">{ &customer.name }</h1>
                <p>
                    <span>{ customer.email.to_string() }</span>
                    if let Some(external_id) = &customer.external_id { <span class="mono">{ external_id }</span> }
                </p>
            </div>
            <Button id="close-detail" label="Close" title="Close (Esc)" icon={Icon::Close} icon_only=true weight={Weight::Quiet} onclick={onclose.clone()} />
            <dl class="sums">
                <div><dt>{ "Balance" }</dt><dd>{ amounts(&detail.balance) }</dd></div>
                <div class={overdue.then_some("overdue")}><dt>{ "Overdue" }</dt><dd>{ amounts(&detail.overdue) }</dd></div>
            </dl>
            <div class="buttons">
                { for Access::ALL.into_iter().map(|access| html! {
                    <Button
                        key={access.id()} id={access.id()} label={access.title()} icon={access.icon()}
                        weight={if access == Access::PortalLink { Weight::Primary } else { Weight::Plain }}
                        onclick={ask(access)}
                    />
                }) }
            </div>
            <nav class="jump" aria-label="Sections">
                { jump("subscriptions", "Subscriptions", detail.subscriptions.len()) }
                { jump("invoices", "Invoices", usize::try_from(detail.invoice_count).unwrap_or(usize::MAX)) }
                { jump("payment-methods", "Payment", detail.payment_methods.len()) }
                { jump("links", "Links", detail.links.len() + detail.sessions.len()) }
                { jump("refusals", "Why can't they?", detail.refusals.len()) }
                { jump("mails", "Mails", detail.mails.len()) }
                { jump("activity", "Activity", 0) }
                { jump("details", "Details", 0) }
            </nav>
        </header>
    }
}

/// A button that scrolls to a section and puts the focus there.
fn jump(section: &'static str, words: &'static str, count: usize) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(element) = document.and_then(|document| document.get_element_by_id(section)) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Start);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    html! {
        <button type="button" {onclick}>
            { words }
            if count > 0 { <span class="count">{ count }</span> }
        </button>
    }
}
