//! Tries to collect what renewals billed.

use domain::{Actor, InvoiceId, MerchantId, PaymentStatus};

use super::Batch;
use crate::app::App;
use crate::collecting;
use crate::db::StoreError;
use crate::payments::{call_off, collect};
use crate::store::{collections, merchants};

/// Sees to at most `limit` invoices whose next try is due: the payment is written down with the try, and
/// the provider asked afterwards. A try that a dying server leaves is settled as any other payment.
pub async fn collect_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let due = collections::list_due(&mut app.db.read().await?, app.clock.now(), limit).await?;
    let mut outcome = Ok(Batch { taken: due.len() });
    for (merchant, collection) in due {
        match attempt(app, &merchant, &collection.invoice_id).await {
            // Another server, or the customer, was quicker.
            Ok(()) | Err(StoreError::Stale | StoreError::Conflict(_)) => {}
            // The others are seen to all the same.
            Err(error) => outcome = Err(error),
        }
    }
    outcome
}

async fn attempt(app: &App, merchant: &MerchantId, invoice: &InvoiceId) -> Result<(), StoreError> {
    let mut tx = app.db.write().await?;
    let merchant = merchants::get(&mut tx, merchant).await?;
    let begun = collecting::begin(&mut tx, app, &merchant, invoice).await?;
    app.commit(tx).await?;
    let Some(begun) = begun else { return Ok(()) };
    let settled = collect(app, &merchant.id, Actor::System, &begun.id).await?;
    if let Some(waiting) = settled.filter(|one| matches!(one.status, PaymentStatus::RequiresAction { .. })) {
        // Nobody is there to confirm it with their bank: it failed, and the mail says what to do.
        call_off(app, &merchant.id, Actor::System, &waiting).await?;
    }
    Ok(())
}
