//! Ends subscriptions whose scheduled moment has come.

use domain::{Actor, MerchantId, SubscriptionId};

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::mail;
use crate::store::{events, subscriptions};

/// Ends at most `limit` subscriptions: each in a transaction of its own, together with its event and the
/// customer's receipt.
pub async fn end_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let now = app.clock.now();
    let due = subscriptions::list_due_to_end(&mut app.db.read().await?, now, limit).await?;
    let mut outcome = Ok(Batch::default());
    for (merchant, subscription) in &due {
        match (end(app, merchant, &subscription.id).await, &mut outcome) {
            (Ok(ended), Ok(batch)) => batch.taken += usize::from(ended),
            // Another server ended it first, or the customer took the cancellation back just now.
            (Err(StoreError::Stale), _) | (Ok(_), Err(_)) => {}
            // The others are seen to all the same.
            (Err(error), outcome) => *outcome = Err(error),
        }
    }
    outcome
}

/// Read again and saved under its version, so that of several servers one ends it. False if there was
/// nothing left to end.
async fn end(app: &App, merchant: &MerchantId, id: &SubscriptionId) -> Result<bool, StoreError> {
    let mut tx = app.db.write().await?;
    let Some(found) = subscriptions::find(&mut tx, merchant, id).await? else { return Ok(false) };
    let Some((ended, fact)) = found.end_if_due(app.clock.now()) else { return Ok(false) };
    subscriptions::save(&mut tx, merchant, &ended).await?;
    let event = events::append(&mut tx, app, merchant, Actor::System, fact).await?;
    mail::subscription_changed(&mut tx, app, merchant, &event).await?;
    app.commit(tx).await?;
    Ok(true)
}
