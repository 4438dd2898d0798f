//! The first page: what there is, what is due, what just happened.

use contract::ipc::{Activity, CustomerRow, GetOverview};
use yew::prelude::*;
use yew_router::prelude::Link;

use crate::clock;
use crate::components::date::When;
use crate::components::icon::Icon;
use crate::components::money::amounts;
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::query::use_query;
use crate::routes::Route;

#[component]
pub(crate) fn Overview() -> Html {
    let query = use_query(GetOverview {});
    html! {
        <main class="overview">
            <h1>{ "Overview" }</h1>
            { query.render(10, |overview| html! { <>
                <dl class="figures">
                    { figure("Customers", html! { clock::grouped(overview.customers) }, None) }
                    { figure("Active subscriptions", html! { clock::grouped(overview.active_subscriptions) }, None) }
                    { figure("Pending", amounts(&overview.pending), Some(overview.pending_count)) }
                    { figure("Overdue", html! { <span class={(!overview.overdue.is_empty()).then_some("overdue")}>{ amounts(&overview.overdue) }</span> }, Some(overview.overdue_count)) }
                </dl>
                <div class="columns">
                    <Section id="overdue" title="Overdue customers">
                        if overview.overdue_customers.is_empty() {
                            <Empty icon={Icon::Check} title="Nobody is overdue" hint="Customers who miss a due date are listed here, the largest sum first." />
                        } else {
                            <ul class="overdue-list">{ for overview.overdue_customers.iter().map(debtor) }</ul>
                        }
                    </Section>
                    <Section id="latest" title="Latest activity">
                        if overview.activity.is_empty() {
                            <Empty icon={Icon::Inbox} title="Nothing happened yet" hint="Opened links, cancellations and sent mails show up here as they happen." />
                        } else {
                            <ol class="activity">{ for overview.activity.iter().map(entry) }</ol>
                        }
                    </Section>
                </div>
            </> }) }
        </main>
    }
}

/// A figure, and how many invoices it sums up.
fn figure(name: &str, value: Html, invoices: Option<u64>) -> Html {
    html! {
        <div class="figure">
            <dt>{ name }</dt>
            <dd class="value">{ value }</dd>
            if let Some(count) = invoices { <dd class="help">{ clock::counted(count, "invoice") }</dd> }
        </div>
    }
}

fn debtor(row: &CustomerRow) -> Html {
    html! {
        <li key={row.id.to_string()}>
            <Link<Route> to={Route::Customer { id: row.id.clone() }}>
                <span class="who"><span class="name">{ &row.name }</span><span class="email">{ row.email.to_string() }</span></span>
                <span class="number overdue">{ amounts(&row.overdue) }</span>
            </Link<Route>>
        </li>
    }
}

fn entry(entry: &Activity) -> Html {
    let text = match &entry.customer_id {
        Some(id) => {
            html! { <Link<Route> to={Route::Customer { id: id.clone() }}>{ &entry.text }</Link<Route>> }
        }
        None => html! { <span>{ &entry.text }</span> },
    };
    html! { <li>{ text }<When at={entry.at} logged=true /></li> }
}
