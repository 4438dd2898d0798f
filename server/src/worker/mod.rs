//! What happens without anybody asking: mail, webhooks, scheduled ends.
//!
//! In: rows that are due. Out: attempts, and events about how they ended. Each worker is a function
//! that does one bounded batch and returns; only this file loops.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;

/// How long the loop rests when nothing is due and nobody wakes it.
const REST: Duration = Duration::from_secs(1);

/// Works until stopped.
pub(crate) async fn run(app: App, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        tokio::select! {
            _ = stopped.changed() => {}
            () = app.wake.notified() => {}
            () = tokio::time::sleep(REST) => {}
        }
    }
}
