//! What happens without anybody asking: renewals and their money, scheduled ends, mail, webhooks.
//!
//! In: rows that are due. Out: attempts, and events about how they ended. Each worker is a function
//! that does one bounded batch and returns; only this file loops. Several servers may work on one
//! database: rows are leased, or checked again in the transaction that settles them.

mod cleanup;
mod clocks;
mod collections;
mod mail;
mod payments;
mod reminders;
mod renewals;
mod webhooks;

use std::time::Duration;

use futures::future::join_all;
use tokio::sync::watch;
use tokio::task::JoinSet;

pub use cleanup::clean;
pub use clocks::move_clocks;
pub use collections::collect_due;
pub use mail::send_due;
pub use payments::{refund_due, settle_due};
pub use reminders::remind_due;
pub use renewals::renew_due;
pub use webhooks::deliver_due;

use crate::app::App;
use crate::db::StoreError;

/// How long a loop rests when nothing is due and nobody wakes it: also how soon a server notices what
/// another one queued.
const REST: Duration = Duration::from_secs(1);

/// How many rows a worker takes at once.
const BATCH: u32 = 32;

/// How many subscriptions are renewed at once: those of one merchant share a transaction, so that the disk
/// is waited for once.
const RENEWALS: u32 = 128;

/// How many deliveries one server has under way at once, over all endpoints.
const DELIVERIES: usize = 256;

/// What a worker did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use = "a batch that is not empty means that there may be more"]
pub struct Batch {
    /// How many rows it took.
    pub taken: usize,
}

impl Batch {
    /// Whether nothing was due.
    pub fn is_empty(self) -> bool {
        self.taken == 0
    }
}

/// The workers whose batches are short. Deliveries wait for strangers and have a loop of their own.
#[derive(Debug, Clone, Copy)]
enum Work {
    Mail,
    Renewals,
    Reminders,
    Collections,
    Payments,
    Refunds,
    TestClocks,
    Cleanup,
}

impl Work {
    const ALL: [Self; 8] = [
        Self::Renewals,
        Self::Reminders,
        Self::Collections,
        Self::Payments,
        Self::Refunds,
        Self::Mail,
        Self::TestClocks,
        Self::Cleanup,
    ];

    /// How long it rests when nothing is due, and whether news in the log end the rest.
    fn rest(self) -> (Duration, bool) {
        match self {
            Self::Cleanup => (60 * REST, false),
            Self::Renewals
            | Self::Reminders
            | Self::Collections
            | Self::Payments
            | Self::Refunds
            | Self::Mail
            | Self::TestClocks => (REST, true),
        }
    }

    async fn batch(self, app: &App) -> Result<Batch, StoreError> {
        match self {
            Self::Mail => send_due(app, BATCH).await,
            Self::Renewals => renew_due(app, RENEWALS).await,
            Self::Reminders => remind_due(app, BATCH).await,
            Self::Collections => collect_due(app, BATCH).await,
            Self::Payments => settle_due(app, BATCH).await,
            Self::Refunds => refund_due(app, BATCH).await,
            Self::TestClocks => move_clocks(app, BATCH).await,
            Self::Cleanup => clean(app).await,
        }
    }
}

/// Works until stopped; what was begun is finished.
pub(crate) async fn run(app: App, stopped: watch::Receiver<bool>) {
    let short = Work::ALL.map(|work| keep(&app, &stopped, move |app, stopped| repeat(app, work, stopped)));
    tokio::join!(join_all(short), keep(&app, &stopped, deliver));
}

/// Starts a loop, and starts it again should it panic: one bad row must not end a worker for good.
async fn keep<F: Future<Output = ()> + Send + 'static>(
    app: &App,
    stopped: &watch::Receiver<bool>,
    start: impl Fn(App, watch::Receiver<bool>) -> F,
) {
    while let Err(error) = tokio::spawn(start(app.clone(), stopped.clone())).await {
        tracing::error!(%error, "a worker broke down; it starts again");
        tokio::time::sleep(REST).await;
    }
}

/// Does batch after batch, and rests when nothing is due or the database is away.
async fn repeat(app: App, work: Work, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let (rest, wakeable) = work.rest();
        // Made before looking, so that what is queued after the look still wakes it.
        let woken = app.wake.notified();
        match work.batch(&app).await {
            Ok(batch) if !batch.is_empty() => continue,
            Ok(_) => {}
            Err(error) => log(error, work),
        }
        tokio::select! {
            _ = stopped.changed() => {}
            () = woken, if wakeable => {}
            () = tokio::time::sleep(rest) => {}
        }
    }
}

/// Keeps deliveries under way, up to the bound, without ever waiting for the slowest.
async fn deliver(app: App, mut stopped: watch::Receiver<bool>) {
    let mut under_way = JoinSet::new();
    while !*stopped.borrow() {
        let woken = app.wake.notified();
        let room = u32::try_from(DELIVERIES.saturating_sub(under_way.len())).unwrap_or(0);
        match webhooks::lease_due(&app, room).await {
            Ok(jobs) => {
                for job in jobs {
                    let app = app.clone();
                    under_way.spawn(async move { webhooks::deliver(&app, job).await });
                }
            }
            Err(error) => log(error, "deliveries"),
        }
        tokio::select! {
            _ = stopped.changed() => {}
            () = woken => {}
            () = tokio::time::sleep(REST) => {}
            Some(ended) = under_way.join_next() => finished(ended),
        }
        while let Some(ended) = under_way.try_join_next() {
            finished(ended);
        }
    }
    while let Some(ended) = under_way.join_next().await {
        finished(ended);
    }
}

fn finished(ended: Result<Result<(), StoreError>, tokio::task::JoinError>) {
    match ended {
        Ok(Ok(())) => {}
        Ok(Err(error)) => log(error, "a delivery"),
        Err(error) => {
            tracing::error!(%error, "a delivery ended early; it is tried again when its lease ends")
        }
    }
}

fn log(error: StoreError, work: impl std::fmt::Debug) {
    let error = format!("{:#}", anyhow::Error::from(error));
    tracing::warn!(error, ?work, "a worker could not go on; it tries again");
}

/// Works until nothing is due at the clock's now. For tests, where time moves only when told.
pub async fn run_dry(app: &App) -> Result<(), StoreError> {
    loop {
        let mut taken = deliver_due(app, BATCH).await?.taken;
        for work in Work::ALL {
            taken += work.batch(app).await?.taken;
        }
        if taken == 0 {
            return Ok(());
        }
    }
}
