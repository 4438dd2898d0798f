//! Keeps a session's replica up to date: a long poll, a pause where it is due, and again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use client::ClientError;
use contract::ErrorCode;
use replica::{Applied, SyncError};

use crate::session::Session;

/// How long the server may hold a poll open.
const WAIT: Duration = Duration::from_secs(25);
/// Polls begin at least this far apart, so that a server that never waits is not asked in a rush.
const CALM: Duration = Duration::from_secs(1);
/// The longest pause between tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// A refused key seldom becomes valid by waiting.
const AFTER_REFUSAL: Duration = Duration::from_secs(5 * 60);

/// Runs until its task is aborted.
pub(crate) async fn run(session: Arc<Session>) {
    session.refresh_account().await;
    let mut pace = Pace::default();
    loop {
        let began = Instant::now();
        let outcome = session.pull(pace.wait()).await;
        let pause = pace.pause_after(&outcome, began.elapsed());
        // Whichever comes first: the end of the pause, or somebody who asks for a pull now.
        let _ = tokio::time::timeout(pause, session.wake.notified()).await;
    }
}

/// How fast to go, by how the last polls went.
#[derive(Debug, Default)]
struct Pace {
    /// Whether the last poll went well.
    settled: bool,
    /// Failures in a row.
    failures: u32,
}

impl Pace {
    /// How long the next poll may be held open. The first, and the first after failures, is not: the
    /// status is to say soon that the server is there, whether it has news or not.
    fn wait(&self) -> Duration {
        if self.settled { WAIT } else { Duration::ZERO }
    }

    /// How long to pause after a poll that took this long.
    fn pause_after(&mut self, outcome: &Result<Applied, SyncError>, took: Duration) -> Duration {
        self.settled = outcome.is_ok();
        self.failures = if self.settled { 0 } else { self.failures.saturating_add(1) };
        match outcome {
            Ok(applied) if applied.more && applied.changes > 0 => Duration::ZERO,
            Ok(_) => CALM.saturating_sub(took),
            Err(SyncError::Server(ClientError::Problem(problem)))
                if matches!(problem.code, ErrorCode::Unauthenticated | ErrorCode::Forbidden) =>
            {
                AFTER_REFUSAL
            }
            // One second, two, four, … up to a minute.
            Err(_) => Duration::from_secs(1 << (self.failures - 1).min(6)).min(LONGEST_PAUSE),
        }
    }
}

#[cfg(test)]
mod tests {
    use contract::Problem;

    use super::*;

    const AT_ONCE: Duration = Duration::ZERO;

    #[test]
    fn a_server_that_never_waits_is_not_asked_in_a_rush() {
        let mut pace = Pace::default();
        assert_eq!(pace.wait(), AT_ONCE);
        assert_eq!(pace.pause_after(&Ok(Applied::default()), AT_ONCE), CALM);
        assert_eq!(pace.wait(), WAIT);
        assert_eq!(pace.pause_after(&Ok(Applied::default()), WAIT), AT_ONCE);
        let page = |changes| Ok(Applied { changes, more: true, ..Applied::default() });
        assert_eq!(pace.pause_after(&page(500), AT_ONCE), AT_ONCE, "more is waiting");
        assert_eq!(pace.pause_after(&page(0), AT_ONCE), CALM, "so it says, but nothing comes");
    }

    #[test]
    fn pauses_grow_to_a_minute_and_start_small_again() {
        let mut pace = Pace::default();
        let mut pause = || pace.pause_after(&Err(SyncError::Cut), AT_ONCE).as_secs();
        let pauses: Vec<u64> = (0..9).map(|_| pause()).collect();
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(pace.wait(), AT_ONCE);
        assert_eq!(pace.pause_after(&Ok(Applied::default()), WAIT), AT_ONCE);
        assert_eq!(pace.pause_after(&Err(SyncError::Cut), AT_ONCE).as_secs(), 1);
        let refused = Problem::new(ErrorCode::Unauthenticated, "This key was revoked.");
        let refused = Err(ClientError::Problem(refused.into()).into());
        assert_eq!(pace.pause_after(&refused, AT_ONCE), AFTER_REFUSAL);
    }
}
