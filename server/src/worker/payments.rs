//! Sees to payments that whoever began them left unsettled, and to money that goes back.

use domain::{Actor, PaymentStatus};

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::payments::{GRACE, call_off, collect, later, send};
use crate::store::{payments, refunds};

/// Settles at most `limit` payments whose time has come: asks the provider how they went, and calls off
/// those a customer did not confirm. One that the provider cannot tell about is asked for again later.
pub async fn settle_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let now = app.clock.now();
    let due = payments::list_due(&mut app.db.read().await?, now, limit).await?;
    for (merchant, payment) in &due {
        let mut tx = app.db.write().await?;
        payments::put_off(&mut tx, merchant, &payment.id, later(now, GRACE)).await?;
        tx.commit().await?;
        match payment.status {
            PaymentStatus::RequiresAction { .. } => call_off(app, merchant, Actor::System, payment).await?,
            _ => collect(app, merchant, Actor::System, &payment.id).await?,
        };
    }
    Ok(Batch { taken: due.len() })
}

/// Has the provider send at most `limit` refunds whose time has come; one that cannot be sent is tried again
/// later.
pub async fn refund_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let now = app.clock.now();
    let due = refunds::list_due(&mut app.db.read().await?, now, limit).await?;
    let taken = due.len();
    for (merchant, refund) in due {
        let mut tx = app.db.write().await?;
        refunds::put_off(&mut tx, &merchant, &refund.id, later(now, GRACE)).await?;
        tx.commit().await?;
        send(app, &merchant, refund).await?;
    }
    Ok(Batch { taken })
}
