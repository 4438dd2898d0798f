//! Forgets what is only of use for a while.

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::idempotency;
use crate::store::idempotency as keys;

/// Forgets idempotency keys that are no longer remembered. (Windows of rate limits are removed where
/// they are counted, texts of mails where they are settled.)
pub async fn clean(app: &App) -> Result<Batch, StoreError> {
    let expired = idempotency::expired(app.clock.now());
    let mut tx = app.db.write().await?;
    let taken = keys::delete_expired(&mut tx, expired).await?;
    tx.commit().await?;
    Ok(Batch { taken: usize::try_from(taken).unwrap_or(usize::MAX) })
}
