//! Pairing, parting and pulling.

use std::time::Duration;

use contract::ipc::{Connect, Connection, Disconnect, GetStatus, Status, SyncNow};

use crate::shell::Shell;
use crate::trouble::Trouble;

pub(crate) async fn connect(shell: &Shell, ask: Connect) -> Result<Connection, Trouble> {
    shell.connect(ask).await
}

pub(crate) async fn disconnect(shell: &Shell, _: Disconnect) -> Result<(), Trouble> {
    shell.disconnect().await
}

pub(crate) async fn status(shell: &Shell, _: GetStatus) -> Result<Status, Trouble> {
    Ok(shell.status())
}

pub(crate) async fn sync_now(shell: &Shell, _: SyncNow) -> Result<(), Trouble> {
    let session = shell.session().await?;
    session.server()?;
    session.pull(Duration::ZERO).await?;
    // The loop may be in a long pause after failures that are over now.
    session.wake.notify_one();
    Ok(())
}
