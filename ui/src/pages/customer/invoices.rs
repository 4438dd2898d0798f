//! Invoices of a customer: newest first, lines on demand, PDF to the downloads folder.

use contract::ipc::{ListInvoices, SaveInvoicePdf};
use domain::{CustomerId, Invoice, InvoiceId, InvoiceLine};
use jiff::civil::Date;
use yew::prelude::*;

use crate::bridge;
use crate::clock;
use crate::components::button::{Button, Weight};
use crate::components::icon::{Glyph, Icon};
use crate::components::money::amount;
use crate::components::section::Section;
use crate::components::state::Empty;
use crate::components::status::{Tone, dot, status};
use crate::query::{use_query, use_task};
use crate::state::{Action, use_console};

/// Invoices on one page of the list.
const PAGE: u32 = 10;

#[derive(PartialEq, Properties)]
pub(crate) struct InvoicesProps {
    pub(crate) customer_id: CustomerId,
    /// What came with the customer: enough for the first pages.
    pub(crate) newest: Vec<Invoice>,
    /// How many there are.
    pub(crate) count: u64,
    pub(crate) today: Date,
}

#[component]
pub(crate) fn Invoices(props: &InvoicesProps) -> Html {
    let offset = use_state(|| 0_u32);
    {
        let offset = offset.clone();
        use_effect_with(props.customer_id.clone(), move |_| offset.set(0));
    }
    let window = usize::try_from(*offset).unwrap_or(0)..usize::try_from(*offset + PAGE).unwrap_or(0);
    let at_hand = window.end.min(usize::try_from(props.count).unwrap_or(0)) <= props.newest.len();
    let today = props.today;
    let body = if props.count == 0 {
        html! { <Empty icon={Icon::Inbox} title="No invoices" hint="Nothing has been billed to this customer yet, so the portal shows them none either." /> }
    } else if at_hand {
        let end = window.end.min(props.newest.len());
        html! { <InvoiceTable invoices={props.newest[window.start.min(end)..end].to_vec()} {today} /> }
    } else {
        html! { <OlderInvoices customer_id={props.customer_id.clone()} offset={*offset} {today} /> }
    };
    html! {
        <Section id="invoices" title="Invoices" count={props.count} actions={pager(&offset, props.count)}>{ body }</Section>
    }
}

fn pager(offset: &UseStateHandle<u32>, count: u64) -> Html {
    if count <= u64::from(PAGE) {
        return Html::default();
    }
    let first = **offset;
    let last = u64::from(first + PAGE).min(count);
    let to = |target: u32| {
        let offset = offset.clone();
        Callback::from(move |()| offset.set(target))
    };
    html! {
        <div class="pager">
            <span class="help">{ format!("{}–{last} of {}", first + 1, clock::grouped(count)) }</span>
            <Button label="Newer" weight={Weight::Quiet} disabled={first == 0} onclick={to(first.saturating_sub(PAGE))} />
            <Button label="Older" weight={Weight::Quiet} disabled={last == count} onclick={to(first + PAGE)} />
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct OlderInvoicesProps {
    customer_id: CustomerId,
    offset: u32,
    today: Date,
}

/// A page that did not come with the customer.
#[component]
fn OlderInvoices(props: &OlderInvoicesProps) -> Html {
    let page = ListInvoices { customer_id: props.customer_id.clone(), offset: props.offset, limit: PAGE };
    let query = use_query(page);
    query.render(10, |invoices| html! { <InvoiceTable invoices={invoices.clone()} today={props.today} /> })
}

#[derive(PartialEq, Properties)]
struct InvoiceTableProps {
    invoices: Vec<Invoice>,
    today: Date,
}

#[component]
fn InvoiceTable(InvoiceTableProps { invoices, today }: &InvoiceTableProps) -> Html {
    let open = use_state(|| None::<InvoiceId>);
    html! {
        <table class="table">
            <thead><tr>
                <th scope="col">{ "Invoice" }</th><th scope="col">{ "Status" }</th><th scope="col">{ "Issued" }</th>
                <th scope="col">{ "Due" }</th><th scope="col" class="number">{ "Total" }</th>
                <th scope="col" class="number">{ "Open" }</th><th scope="col"><span class="unseen">{ "PDF" }</span></th>
            </tr></thead>
            <tbody>
                { for invoices.iter().map(|invoice| {
                    let is_open = *open == Some(invoice.id.clone());
                    let ontoggle = {
                        let (open, id) = (open.clone(), invoice.id.clone());
                        Callback::from(move |()| open.set((!is_open).then(|| id.clone())))
                    };
                    html! { <InvoiceRow key={invoice.id.to_string()} invoice={invoice.clone()} today={*today} {is_open} {ontoggle} /> }
                }) }
            </tbody>
        </table>
    }
}

#[derive(PartialEq, Properties)]
struct InvoiceRowProps {
    invoice: Invoice,
    today: Date,
    is_open: bool,
    ontoggle: Callback<()>,
}

#[component]
fn InvoiceRow(InvoiceRowProps { invoice, today, is_open, ontoggle }: &InvoiceRowProps) -> Html {
    let console = use_console();
    let saving = use_task();
    let save = {
        let (dispatch, saving, id, number) =
            (console.dispatcher(), saving.clone(), invoice.id.clone(), invoice.number.clone());
        Callback::from(move |()| {
            let (dispatch, id, number) = (dispatch.clone(), id.clone(), number.clone());
            saving.run(async move {
                dispatch.dispatch(match bridge::call(SaveInvoicePdf { id }).await {
                    Ok(path) => Action::Done(format!("Invoice {number} saved as {path}.")),
                    Err(failure) => Action::Failed(failure),
                });
            });
        })
    };
    let due = invoice.amount_due();
    let standing = invoice.status(*today);
    let lines_id = format!("lines-{}", invoice.id);
    html! { <>
        <tr class={classes!("toggles", is_open.then_some("open"))} onclick={ontoggle.reform(|_: MouseEvent| ())}>
            <td>
                <button type="button" class="disclose" aria-expanded={if *is_open { "true" } else { "false" }} aria-controls={lines_id.clone()}>
                    <Glyph icon={Icon::Right} />{ &invoice.number }
                </button>
            </td>
            <td>{ standing.map_or_else(|| dot(Tone::Neutral, "Draft"), |standing| status(&standing)) }</td>
            <td>{ clock::day(invoice.issued_on) }</td>
            <td title={(!due.is_zero()).then(|| clock::due(invoice.due_on, *today))}>{ clock::day(invoice.due_on) }</td>
            <td class="number">{ amount(invoice.totals.total) }</td>
            <td class="number">{ if due.is_zero() { html! { <span class="none">{ "–" }</span> } } else { amount(due) } }</td>
            <td class="act">
                <Button label={format!("Save PDF of {}", invoice.number)} icon={Icon::Download} icon_only=true weight={Weight::Quiet} busy={saving.busy()} onclick={save} />
            </td>
        </tr>
        if *is_open {
            <tr id={lines_id} class="lines"><td colspan="7">{ sheet(invoice, *today) }</td></tr>
        }
    </> }
}

/// The lines and what they add up to.
fn sheet(invoice: &Invoice, today: Date) -> Html {
    let totals = &invoice.totals;
    let sum = |words: &str, money: domain::Money| {
        html! {
            <tr><th scope="row" colspan="3">{ words }</th><td class="number">{ amount(money) }</td></tr>
        }
    };
    html! {
        <div class="sheet">
            <table>
                <thead><tr>
                    <th scope="col">{ "Description" }</th><th scope="col" class="number">{ "Quantity" }</th>
                    <th scope="col" class="number">{ "Unit price" }</th><th scope="col" class="number">{ "Amount" }</th>
                </tr></thead>
                <tbody>{ for invoice.lines.iter().map(line) }</tbody>
                <tfoot>
                    if !totals.discount.is_zero() { { sum("Discount", totals.discount) } }
                    if !totals.tax.is_zero() { { sum("Tax", totals.tax) } }
                    { sum("Total", totals.total) }
                    if !invoice.amount_paid.is_zero() { { sum("Paid", invoice.amount_paid) } }
                </tfoot>
            </table>
            if !invoice.amount_due().is_zero() {
                <p class="help">{ format!("{} is open, {}.", invoice.amount_due(), clock::due(invoice.due_on, today)) }</p>
            } else if let Some(at) = invoice.paid_at {
                <p class="help">{ format!("Paid on {}.", clock::day_of(at)) }</p>
            }
            if !invoice.memo.is_empty() { <p class="help">{ &invoice.memo }</p> }
        </div>
    }
}

fn line(line: &InvoiceLine) -> Html {
    html! {
        <tr>
            <td>{ &line.description }</td>
            <td class="number">{ line.quantity.normalize().to_string() }</td>
            <td class="number">{ line.unit_price.to_string() }</td>
            <td class="number">{ amount(line.amount) }</td>
        </tr>
    }
}
