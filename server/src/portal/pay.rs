//! `/portal/pay`: paying one open invoice or all of them, and how it went.
//!
//! In: the visit, what is to be paid, by which method. Out: a question, payments, a page about them.
//! Not here: asking the provider (`payments`).

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::billing::QuoteState;
use domain::{
    Actor, Deed, Feature, InvoiceId, Payment, PaymentId, PaymentMethodId, PaymentPurpose, PaymentStatus,
    Refund, RefundReason,
};
use portal_view::{PaidView, PayView, routes};
use serde::Deserialize;

use super::csrf::{Csrf, Nothing};
use super::done;
use super::failure::PortalError;
use super::path::Path;
use super::visit::Visit;
use super::{payment_methods, respond, under_way};
use crate::app::App;
use crate::db::{Conn, StoreError};
use crate::error::AppError;
use crate::payments::{self, Charge};
use crate::store::{self, customers, invoices, quotes, refunds};

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
    if let Some(begun) = under_way::find(&mut conn, &visit, what.invoice.as_ref()).await? {
        return Ok(Redirect::to(&routes::payment(&begun.id)).into_response());
    }
    let open = under_way::open(&mut conn, &visit).await?;
    let methods = payment_methods::of(&mut conn, &visit).await?;
    let waiting = under_way::waiting(&mut conn, &visit).await?;
    match PayView::new(what.invoice, &open, (&methods, &waiting), &visit.policy(), visit.today()) {
        Some(view) => Ok(visit.page(portal_view::pay(&visit.chrome(), &view, false))),
        None => Ok(Redirect::to(routes::INVOICES).into_response()),
    }
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
    let open = under_way::open(&mut tx, &visit).await?;
    let waiting = under_way::waiting(&mut tx, &visit).await?;
    let (policy, today) = (visit.policy(), visit.today());
    let view = PayView::new(form.invoice.clone(), &open, (&methods, &waiting), &policy, today);
    let Some(view) = view else {
        let payment =
            under_way::how_it_went(&mut tx, &visit, form.invoice.as_ref()).await?.ok_or(AppError::Stale)?;
        return Ok(Redirect::to(&routes::payment(&payment.id)).into_response());
    };
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
            let all = under_way::open(&mut app.db.read().await?, visit).await?.is_empty();
            done::after(app, visit, Deed::Paid { invoice: invoice_id, all }, path).await
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
    let (mut payments, mut returned) = (Vec::with_capacity(found.len()), Vec::new());
    for payment in found {
        let invoice_id = match &payment.purpose {
            PaymentPurpose::Invoice { invoice_id } => invoice_id,
            // What came of it is told where the change is.
            PaymentPurpose::Change { quote_id } => {
                return Ok(Redirect::to(&routes::quote(quote_id)).into_response());
            }
        };
        let invoice = invoices::find_for_customer(&mut conn, merchant, customer, invoice_id).await?;
        let refunds = refunds::list_for_payment(&mut conn, merchant, &payment.id).await?;
        let too_late =
            |refund: &Refund| refund.reason == RefundReason::Overpaid && refund.amount == payment.amount;
        returned.extend(refunds.iter().any(too_late).then(|| payment.id.clone()));
        payments.push((payment, invoice.map(|invoice| invoice.number).unwrap_or_default()));
    }
    visit.may_view(Feature::ViewInvoices)?;
    Ok(visit.page(portal_view::paid(&visit.chrome(), &PaidView { payments, returned })))
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

/// `POST /portal/payments/{id}/call-off`: the customer does not want a payment any more that waits for their bank.
pub async fn post_call_off(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentId>,
    Csrf(Nothing {}): Csrf<Nothing>,
) -> Result<Redirect, PortalError> {
    let payment = find(&mut app.db.read().await?, &visit, &id).await?;
    if matches!(payment.status, PaymentStatus::RequiresAction { .. }) {
        payments::call_off(&app, &visit.merchant.id, Actor::Customer, &payment).await?;
    }
    Ok(Redirect::to(&routes::payment(&id)))
}
