//! Forgets what is only of use for a while.

use jiff::SignedDuration;

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::idempotency;
use crate::store::{idempotency as keys, quotes};

/// How long a quote that nobody confirmed can still be told what became of it.
const QUOTES: SignedDuration = SignedDuration::from_hours(24);

/// Forgets idempotency keys that are no longer remembered, and quotes nobody confirmed. (Windows of rate limits are removed where
/// they are counted, texts of mails where they are settled.)
pub async fn clean(app: &App) -> Result<Batch, StoreError> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let mut taken = keys::delete_expired(&mut tx, idempotency::expired(now)).await?;
    taken += quotes::delete_expired(&mut tx, now.saturating_sub(QUOTES).unwrap_or(now)).await?;
    tx.commit().await?;
    Ok(Batch { taken: usize::try_from(taken).unwrap_or(usize::MAX) })
}
