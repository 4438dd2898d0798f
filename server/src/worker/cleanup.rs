//! Forgets what is only of use for a while.

use jiff::{SignedDuration, Timestamp};

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::idempotency;
use crate::store::{deliveries, idempotency as keys, quotes};

/// How long a quote that nobody confirmed can still be told what became of it.
const QUOTES: SignedDuration = SignedDuration::from_hours(24);

/// How long what became of a delivery can be looked up, and sent again.
const DELIVERIES: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How many deliveries are forgotten in one transaction: other writers wait meanwhile.
const AT_ONCE: u32 = 1_000;

/// Forgets idempotency keys that are no longer remembered, quotes nobody confirmed, and deliveries that
/// were settled long ago. (Windows of rate limits are removed where they are counted, texts of mails where
/// they are settled.)
pub async fn clean(app: &App) -> Result<Batch, StoreError> {
    let now = app.clock.now();
    let before = |time: SignedDuration| now.saturating_sub(time).unwrap_or(Timestamp::MIN);
    let mut tx = app.db.write().await?;
    let mut taken = keys::delete_expired(&mut tx, idempotency::expired(now)).await?;
    taken += quotes::delete_expired(&mut tx, before(QUOTES)).await?;
    taken += deliveries::delete_settled(&mut tx, before(DELIVERIES), AT_ONCE).await?;
    tx.commit().await?;
    Ok(Batch { taken: usize::try_from(taken).unwrap_or(usize::MAX) })
}
