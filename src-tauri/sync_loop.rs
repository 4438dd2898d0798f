//! Keeps a session's replica up to date: a long poll, a pause where it is due, and again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use client::ClientError;
use contract::ErrorCode;
use replica::SyncError;

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
    let mut failures = 0;
    // The first poll, and the first after failures, does not wait: whether there is news or not, the
    // status is to say soon that the server is there.
    let mut wait = Duration::ZERO;
    loop {
        let began = Instant::now();
        let pause = match session.pull(wait).await {
            Ok(applied) => {
                (failures, wait) = (0, WAIT);
                if applied.more && applied.changes > 0 {
                    Duration::ZERO
                } else {
                    CALM.saturating_sub(began.elapsed())
                }
            }
            Err(error) => {
                (failures, wait) = (failures + 1, Duration::ZERO);
                pause_after(failures, &error)
            }
        };
        // Whichever comes first: the end of the pause, or somebody who asks for a pull now.
        let _ = tokio::time::timeout(pause, session.wake.notified()).await;
    }
}

/// One second, two, four, … up to a minute.
fn pause_after(failures: u32, error: &SyncError) -> Duration {
    let refused = |code| matches!(code, ErrorCode::Unauthenticated | ErrorCode::Forbidden);
    match error {
        SyncError::Server(ClientError::Problem(problem)) if refused(problem.code) => AFTER_REFUSAL,
        _ => Duration::from_secs(1 << failures.saturating_sub(1).min(6)).min(LONGEST_PAUSE),
    }
}

#[cfg(test)]
mod tests {
    use contract::Problem;

    use super::*;

    #[test]
    fn pauses_grow_to_a_minute_and_no_further() {
        let pause = |failures| pause_after(failures, &SyncError::Cut).as_secs();
        assert_eq!([1, 2, 3, 6, 7, 8, 1000].map(pause), [1, 2, 4, 32, 60, 60, 60]);
        let refused = Problem::new(ErrorCode::Unauthenticated, "This key was revoked.");
        assert_eq!(pause_after(1, &ClientError::Problem(refused.into()).into()), AFTER_REFUSAL);
    }
}
