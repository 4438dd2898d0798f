//! What follows from how a payment ended.
//!
//! In: a payment that succeeded or failed. Out: in the same transaction, its invoice paid and the receipt
//! queued, or the change made that it was for.

use domain::{Actor, EventBody, InvoiceId, InvoiceState, MerchantId, Payment, PaymentPurpose, RefundReason};

use portal_view::mail::{payment_receipt, payment_returned};

use super::refunds::give_back;
use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::store::{events, invoices};
use crate::{changes, collecting, mail};

pub(super) async fn succeeded(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    payment: &Payment,
) -> Result<(), StoreError> {
    match &payment.purpose {
        PaymentPurpose::Invoice { invoice_id } => pay(tx, app, merchant, actor, payment, invoice_id).await,
        PaymentPurpose::Change { quote_id } => {
            changes::paid(tx, app, merchant, actor, payment, quote_id).await
        }
    }
}

pub(super) async fn failed(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    payment: &Payment,
) -> Result<(), StoreError> {
    match &payment.purpose {
        PaymentPurpose::Invoice { .. } => collecting::payment_failed(tx, app, merchant, payment).await,
        PaymentPurpose::Change { quote_id } => changes::unpaid(tx, merchant, quote_id).await,
    }
}

async fn pay(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    payment: &Payment,
    id: &InvoiceId,
) -> Result<(), StoreError> {
    let Some(mut invoice) = invoices::find(tx, merchant, id).await? else { return Ok(()) };
    let excess = invoice.pay(payment.amount, payment.settled_at.unwrap_or(payment.created_at));
    if !excess.is_zero() {
        // The merchant's own books settled it while the customer paid.
        give_back(tx, app, merchant, payment, excess, RefundReason::Overpaid).await?;
    }
    if excess == payment.amount {
        // It changed nothing about the invoice, so there is nothing to tell but where the money went.
        return mail::about_payment(tx, app, merchant, (payment, &invoice), payment_returned)
            .await
            .map(|_| ());
    }
    invoices::save_payment(tx, merchant, &mut invoice).await?;
    let told = invoice.clone();
    let fact = match invoice.state {
        InvoiceState::Paid => EventBody::InvoicePaid { invoice: told },
        _ => EventBody::InvoiceUpdated { invoice: told },
    };
    events::append(tx, app, merchant, actor.clone(), fact).await?;
    collecting::invoice_paid(tx, app, merchant, actor, &invoice).await?;
    mail::about_payment(tx, app, merchant, (payment, &invoice), payment_receipt).await.map(|_| ())
}
