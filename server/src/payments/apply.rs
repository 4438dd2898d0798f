//! What follows from money that came.
//!
//! In: a payment that succeeded. Out: in the same transaction, its invoice paid and the receipt queued.

use domain::{Actor, EventBody, InvoiceId, InvoiceState, MerchantId, Payment, PaymentPurpose};

use crate::app::App;
use crate::collecting;
use crate::db::{StoreError, Tx};
use crate::mail;
use crate::store::{events, invoices};

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
            // No quote is charged yet; see `PaymentPurpose`.
            tracing::error!(payment = %payment.id, quote = %quote_id, "money came for a change nobody can make");
            Ok(())
        }
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
        tracing::error!(payment = %payment.id, invoice = %invoice.id, ?excess, "more came than was due; refund the rest");
    }
    invoices::save_payment(tx, merchant, &mut invoice).await?;
    let told = invoice.clone();
    let fact = match invoice.state {
        InvoiceState::Paid => EventBody::InvoicePaid { invoice: told },
        _ => EventBody::InvoiceUpdated { invoice: told },
    };
    events::append(tx, app, merchant, actor.clone(), fact).await?;
    collecting::invoice_paid(tx, app, merchant, actor, &invoice).await?;
    mail::payment_receipt(tx, app, merchant, payment, &invoice).await.map(|_| ())
}
