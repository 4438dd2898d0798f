//! *Settings → Test clock*.

use contract::api::TestClockState;
use contract::ipc::{GetTestClock, MoveTestClock, TestClockView};

use super::portal::fresh_key;
use crate::shell::Shell;
use crate::trouble::Trouble;

pub(crate) async fn get(shell: &Shell, _: GetTestClock) -> Result<TestClockView, Trouble> {
    let session = shell.session().await?;
    let clock = session.server()?.test_clock().await?;
    Ok(TestClockView { clock, last_move: session.replica.last_clock_move().await? })
}

pub(crate) async fn advance(shell: &Shell, ask: MoveTestClock) -> Result<TestClockState, Trouble> {
    let session = shell.session().await?;
    let sent = session.server_as_admin()?.advance_test_clock(&fresh_key()?, &ask.wish).await?;
    session.catch_up().await;
    Ok(sent)
}
