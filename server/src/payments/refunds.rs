//! Money that goes back.
//!
//! In: a payment that came for nothing, or for less. Out: a refund, and once the provider sent it, its event.
//! A refund is written down in the transaction that finds it is due, and sent by a worker afterwards, as
//! often as it takes; its id tells the provider that it is the same one.

use domain::{Actor, EventBody, MerchantId, Money, Payment, Refund, RefundReason};

use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::store::{events, refunds};

/// Writes down that `amount` of a payment goes back.
pub(crate) async fn give_back(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    payment: &Payment,
    amount: Money,
    reason: RefundReason,
) -> Result<Refund, StoreError> {
    let refund = Refund {
        id: app.new_id(),
        customer_id: payment.customer_id.clone(),
        payment_id: payment.id.clone(),
        amount,
        reason,
        created_at: app.clock.now(),
        settled_at: None,
    };
    refunds::insert(tx, merchant, &refund).await?;
    Ok(refund)
}

/// Has the provider send a refund, and tells so once. Where it cannot be reached a worker asks again.
pub(crate) async fn send(app: &App, merchant: &MerchantId, refund: Refund) -> Result<(), StoreError> {
    if let Err(error) = app.provider.refund(app, merchant, &refund).await {
        tracing::warn!(refund = %refund.id, %error, "a refund could not be sent; it is tried again");
        return Ok(());
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if refunds::settle(&mut tx, merchant, &refund.id, now).await? {
        let refund = Refund { settled_at: Some(now), ..refund };
        let fact = EventBody::PaymentRefunded { refund };
        events::append(&mut tx, app, merchant, Actor::System, fact).await?;
    }
    app.commit(tx).await
}
