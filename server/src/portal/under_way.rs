//! Payments under way: what of a customer's is being paid right now, so that none of it is paid twice.
//!
//! In: the visit. Out: what is left to pay, and the payments that wait. Not here: paying (`pay`), and what the
//! pages say of it (`portal-view::waiting`).

use domain::{Invoice, InvoiceId, Payment, PaymentPurpose, PaymentStatus};
use portal_view::Waiting;

use super::visit::Visit;
use crate::db::{Conn, StoreError};
use crate::store::{self, invoices, subscriptions};

/// What is open and not being paid already.
pub(super) async fn open(conn: &mut Conn, visit: &Visit) -> Result<Vec<Invoice>, StoreError> {
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let begun = store::payments::list_under_way(conn, merchant, customer).await?;
    let mut open = invoices::open_for_customer(conn, merchant, customer, subscriptions::MOST).await?;
    open.retain(|invoice| begun.iter().all(|payment| payment.purpose.subject() != invoice.id.as_str()));
    Ok(open)
}

/// The payment of this invoice that is under way, or, where no invoice is named, one of any if nothing else is
/// left to pay.
pub(super) async fn find(
    conn: &mut Conn,
    visit: &Visit,
    only: Option<&InvoiceId>,
) -> Result<Option<Payment>, StoreError> {
    if only.is_none() && !open(conn, visit).await?.is_empty() {
        return Ok(None);
    }
    let begun = store::payments::list_under_way(conn, &visit.merchant.id, &visit.customer.id).await?;
    let pays = |payment: &Payment| match &payment.purpose {
        PaymentPurpose::Invoice { invoice_id } => only.is_none_or(|only| only == invoice_id),
        PaymentPurpose::Change { .. } => false,
    };
    Ok(begun.into_iter().find(pays))
}

/// This customer's payments that wait for their bank.
pub(super) async fn waiting(conn: &mut Conn, visit: &Visit) -> Result<Vec<Waiting>, StoreError> {
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let mut waiting = Vec::new();
    for payment in store::payments::list_under_way(conn, merchant, customer).await? {
        if !matches!(payment.status, PaymentStatus::RequiresAction { .. }) {
            continue;
        }
        let invoice = match &payment.purpose {
            PaymentPurpose::Invoice { invoice_id } => {
                invoices::find_for_customer(conn, merchant, customer, invoice_id).await?
            }
            PaymentPurpose::Change { .. } => None,
        };
        waiting.push(Waiting { payment, invoice_number: invoice.map(|invoice| invoice.number) });
    }
    Ok(waiting)
}

/// Where to go when there is nothing to pay, as after a second click: to how the first one went.
pub(super) async fn how_it_went(
    conn: &mut Conn,
    visit: &Visit,
    only: Option<&InvoiceId>,
) -> Result<Option<Payment>, StoreError> {
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    if let Some(begun) = find(conn, visit, only).await? {
        return Ok(Some(begun));
    }
    match only {
        Some(invoice) => store::payments::find_newest(conn, merchant, customer, invoice.as_str()).await,
        None => {
            let newest = store::payments::list_newest(conn, merchant, Some(customer), None, 1).await?;
            Ok(newest.into_iter().find(|one| matches!(one.purpose, PaymentPurpose::Invoice { .. })))
        }
    }
}
