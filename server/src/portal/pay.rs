//! `/portal/pay`: paying one open invoice or all of them, and how it went.
//!
//! In: the visit, what is to be paid, by which method. Out: a question, payments, a page about them.
//! Not here: asking the provider (`payments`).

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::billing::QuoteState;
use domain::{
    Actor, Deed, Feature, Invoice, InvoiceId, Payment, PaymentId, PaymentMethodId, PaymentPurpose,
    PaymentStatus,
};
use portal_view::{PaidView, PayView, routes};
use serde::Deserialize;

use super::csrf::Csrf;
use super::done;
use super::failure::PortalError;
use super::path::Path;
use super::subscriptions::MOST;
use super::visit::Visit;
use super::{payment_methods, respond};
use crate::app::App;
use crate::db::{Conn, StoreError};
use crate::error::AppError;
use crate::payments::{self, Charge};
use crate::store::{self, customers, invoices, quotes};

/// What is to be paid: one invoice, or all that are due.
#[derive(Debug, Deserialize)]
pub struct What {
    invoice: Option<InvoiceId>,
}

/// `GET /portal/pay`
pub async fn get(
    State(app): State<App>,
    visit: Visit,
    what: Result<Query<What>, axum::extract::rejection::QueryRejection>,
) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewInvoices)?;
    let Query(what) = what.map_err(|_| AppError::NotFound("invoice"))?;
    let mut conn = app.db.read().await?;
    let open = open(&mut conn, &visit).await?;
    let methods = payment_methods::of(&mut conn, &visit).await?;
    if let Some(only) = &what.invoice
        && let Some(waiting) = under_way(&mut conn, &visit, only).await?
    {
        return Ok(Redirect::to(&routes::payment(&waiting.id)).into_response());
    }
    match PayView::new(what.invoice, &open, &methods, &visit.policy(), visit.today()) {
        Some(view) => Ok(visit.page(portal_view::pay(&visit.chrome(), &view, false))),
        None => Ok(Redirect::to(routes::INVOICES).into_response()),
    }
}

async fn open(conn: &mut Conn, visit: &Visit) -> Result<Vec<Invoice>, StoreError> {
    invoices::open_for_customer(conn, &visit.merchant.id, &visit.customer.id, MOST).await
}

async fn under_way(conn: &mut Conn, visit: &Visit, id: &InvoiceId) -> Result<Option<Payment>, StoreError> {
    let found = store::payments::find_under_way(conn, &visit.merchant.id, id.as_str()).await?;
    Ok(found.filter(|payment| payment.customer_id == visit.customer.id))
}

/// The answer to the question.
#[derive(Debug, Deserialize)]
pub struct PayForm {
    invoice: Option<InvoiceId>,
    method: PaymentMethodId,
    /// What the page said would be charged.
    stated: String,
}

/// `POST /portal/pay`: each invoice is a payment of its own, so that one that fails leaves the others paid.
pub async fn post(
    State(app): State<App>,
    visit: Visit,
    Csrf(form): Csrf<PayForm>,
) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewInvoices)?;
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let mut tx = app.db.write().await?;
    customers::lock(&mut tx, merchant, customer).await?;
    let methods = payment_methods::of(&mut tx, &visit).await?;
    let method = methods.iter().find(|method| method.id == form.method).ok_or(AppError::Stale)?;
    let open = open(&mut tx, &visit).await?;
    let view = PayView::new(form.invoice, &open, &methods, &visit.policy(), visit.today());
    let view = view.ok_or(AppError::Stale)?;
    if view.stated() != form.stated {
        let page = portal_view::pay(&visit.chrome(), &view, true);
        return Ok(respond::page(StatusCode::CONFLICT, &visit.branding, page));
    }
    let mut begun: Vec<Payment> = Vec::with_capacity(view.invoices.len());
    for row in &view.invoices {
        let purpose = PaymentPurpose::Invoice { invoice_id: row.id.clone() };
        let batch = begun.first().map(|first| &first.id);
        let charge = Charge { customer, method, amount: row.due, purpose, batch };
        let started = payments::start(&mut tx, &app, merchant, Actor::Customer, charge).await;
        begun.push(started.map_err(already_under_way)?);
    }
    app.commit(tx).await?;
    let mut settled = Vec::with_capacity(begun.len());
    for payment in &begun {
        settled.extend(payments::collect(&app, merchant, Actor::Customer, &payment.id).await?);
    }
    // A single payment that waits for the customer's bank leads straight there.
    let path = match settled.as_slice() {
        [Payment { status: PaymentStatus::RequiresAction { url }, .. }] => url.to_string(),
        _ => begun.first().map_or_else(|| routes::INVOICES.to_owned(), |first| routes::payment(&first.id)),
    };
    Ok(onward(&app, &visit, &settled, &path).await?.into_response())
}

/// Where to go once payments are settled: an errand is done when all of them succeeded.
async fn onward(app: &App, visit: &Visit, settled: &[Payment], path: &str) -> Result<Redirect, StoreError> {
    let succeeded = settled.iter().all(|payment| payment.status == PaymentStatus::Succeeded);
    match settled.first().map(|payment| &payment.purpose) {
        Some(PaymentPurpose::Invoice { invoice_id }) if succeeded => {
            done::after(app, visit, Deed::Paid(invoice_id), path).await
        }
        Some(PaymentPurpose::Change { quote_id }) if succeeded => {
            let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
            let mut conn = app.db.read().await?;
            let quote = quotes::find_for_customer(&mut conn, merchant, customer, quote_id).await?;
            drop(conn);
            match quote.filter(|quote| quote.state == QuoteState::Applied) {
                Some(quote) => done::after(app, visit, Deed::Changed(&quote.subscription_id), path).await,
                None => Ok(Redirect::to(path)),
            }
        }
        _ => Ok(Redirect::to(path)),
    }
}

/// Another tab was quicker.
fn already_under_way(error: StoreError) -> AppError {
    match error {
        StoreError::Conflict(_) => AppError::Stale,
        other => other.into(),
    }
}

/// `GET /portal/payments/{id}`: how it went, together with what was begun with it.
pub async fn result(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentId>,
) -> Result<Response, PortalError> {
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let mut conn = app.db.read().await?;
    let found = store::payments::list_batch(&mut conn, merchant, customer, &id).await?;
    if found.is_empty() {
        return Err(AppError::NotFound("payment").into());
    }
    let mut payments = Vec::with_capacity(found.len());
    for payment in found {
        let invoice_id = match &payment.purpose {
            PaymentPurpose::Invoice { invoice_id } => invoice_id,
            // What came of it is told where the change is.
            PaymentPurpose::Change { quote_id } => {
                return Ok(Redirect::to(&routes::quote(quote_id)).into_response());
            }
        };
        let invoice = invoices::find_for_customer(&mut conn, merchant, customer, invoice_id).await?;
        payments.push((payment, invoice.map(|invoice| invoice.number).unwrap_or_default()));
    }
    visit.may_view(Feature::ViewInvoices)?;
    Ok(visit.page(portal_view::paid(&visit.chrome(), &PaidView { payments })))
}

/// This customer's payment; another's is as unknown as none.
async fn find(conn: &mut Conn, visit: &Visit, id: &PaymentId) -> Result<Payment, AppError> {
    let found = store::payments::find(conn, &visit.merchant.id, id).await?;
    let own = found.filter(|payment| payment.customer_id == visit.customer.id);
    own.ok_or(AppError::NotFound("payment"))
}

/// `GET /portal/payments/{id}/sandbox`
pub async fn get_sandbox(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentId>,
) -> Result<Response, PortalError> {
    let payment = find(&mut app.db.read().await?, &visit, &id).await?;
    match payment.status {
        PaymentStatus::RequiresAction { .. } => {
            Ok(visit.page(portal_view::sandbox_bank(&visit.chrome(), &payment)))
        }
        _ => Ok(Redirect::to(&routes::payment(&id)).into_response()),
    }
}

/// What the customer tells their bank.
#[derive(Debug, Deserialize)]
pub struct BankForm {
    answer: String,
}

/// `POST /portal/payments/{id}/sandbox`: what a bank would do, and what coming back from it does.
pub async fn post_sandbox(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentId>,
    Csrf(form): Csrf<BankForm>,
) -> Result<Redirect, PortalError> {
    find(&mut app.db.read().await?, &visit, &id).await?;
    payments::confirm(&app, &id, form.answer == "yes").await?;
    let settled = payments::collect(&app, &visit.merchant.id, Actor::Customer, &id).await?;
    Ok(onward(&app, &visit, settled.as_slice(), &routes::payment(&id)).await?)
}
