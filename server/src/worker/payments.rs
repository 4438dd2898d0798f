//! Sees to payments that whoever began them left unsettled.

use domain::{Actor, PaymentStatus};

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::payments::{GRACE, collect, later};
use crate::store::payments;

/// Settles at most `limit` payments whose time has come: asks the provider how they went, and calls off
/// those a customer did not confirm. One that the provider cannot tell about is asked for again later.
pub async fn settle_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let now = app.clock.now();
    let due = payments::list_due(&mut app.db.read().await?, now, limit).await?;
    for (merchant, payment) in &due {
        let mut tx = app.db.write().await?;
        payments::put_off(&mut tx, merchant, &payment.id, later(now, GRACE)).await?;
        tx.commit().await?;
        if matches!(payment.status, PaymentStatus::RequiresAction { .. })
            && let Err(error) = app.provider.call_off(app, payment).await
        {
            tracing::warn!(payment = %payment.id, %error, "a payment could not be called off; it is tried again");
        }
        collect(app, merchant, Actor::System, &payment.id).await?;
    }
    Ok(Batch { taken: due.len() })
}
