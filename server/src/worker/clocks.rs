//! Moves test clocks to where they were sent.

use domain::{Actor, EventBody, Merchant};

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::payments::PATIENCE;
use crate::store::{clocks, events, merchants, payments};

/// Moves each clock that is on its way to the next moment at which billing has something to do. While there
/// is something to do at the moment where it stands, it waits for the other workers: so everything happens
/// in the order of time, as it would have.
pub async fn move_clocks(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let moving = clocks::list_moving(&mut app.db.read().await?, limit).await?;
    let mut batch = Batch::default();
    for merchant in moving {
        match step(app, merchant).await {
            Ok(moved) => batch.taken += usize::from(moved),
            // Another server moved it.
            Err(StoreError::Stale) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(batch)
}

async fn step(app: &App, merchant: Merchant) -> Result<bool, StoreError> {
    let mut tx = app.db.write().await?;
    let mut merchant = merchants::get(&mut tx, &merchant.id).await?;
    let Some(mut clock) = merchant.test_clock else { return Ok(false) };
    let Some(target) = clock.moving_to else { return Ok(false) };
    let due = clocks::next_due(&mut tx, &merchant.id, PATIENCE).await?;
    let now = app.now_of(&merchant);
    if due.is_some_and(|due| due <= now) {
        // Payments wait for a bank in real time; here that time has passed.
        let since = now.saturating_sub(PATIENCE).unwrap_or(now);
        let hurried = payments::hurry_waiting(&mut tx, &merchant.id, since, app.clock.now()).await?;
        tx.commit().await?;
        return Ok(hurried);
    }
    let stop = due.map_or(target, |due| due.min(target));
    let ahead = clock.ahead + stop.duration_since(now).max(jiff::SignedDuration::ZERO);
    clocks::put_ahead(&mut tx, &merchant.id, clock.ahead, ahead).await?;
    clock.ahead = ahead;
    if due.is_none_or(|due| due > target) {
        clock.moving_to = None;
        clocks::aim(&mut tx, &merchant.id, None).await?;
        merchant.test_clock = Some(clock);
        let id = merchant.id.clone();
        events::append(&mut tx, app, &id, Actor::System, EventBody::TestClockMoved { merchant }).await?;
    }
    app.commit(tx).await?;
    Ok(true)
}
