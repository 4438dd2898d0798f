//! Tells customers that their trial ends soon.

use domain::{MerchantId, Subscription, SubscriptionStatus};

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::mail;
use crate::store::{merchants, subscriptions};

/// Tells at most `limit` customers, each once: the mail is queued in the transaction that ticks it off.
pub async fn remind_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let due = subscriptions::list_to_remind(&mut app.db.read().await?, app.clock.now(), limit).await?;
    for (merchant, subscription) in &due {
        remind(app, merchant, subscription).await?;
    }
    Ok(Batch { taken: due.len() })
}

async fn remind(app: &App, merchant: &MerchantId, subscription: &Subscription) -> Result<(), StoreError> {
    let mut tx = app.db.write().await?;
    let first = subscriptions::set_reminder(&mut tx, merchant, &subscription.id, None).await?;
    let found = subscriptions::find(&mut tx, merchant, &subscription.id).await?;
    let trial = found.filter(|one| first && one.status == SubscriptionStatus::Trialing && !one.is_ending());
    if let Some(trial) = trial {
        let merchant = merchants::get(&mut tx, merchant).await?;
        mail::trial_ending(&mut tx, app, &merchant, &trial).await?;
    }
    app.commit(tx).await
}
