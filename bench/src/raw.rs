//! Rows written by plain SQL: Python's `sqlite3`, `executemany`, one transaction.
//!
//! In: an SQLite file. Out: how long it takes to write its rows into another.
//! Not here: how, which stands in `raw_insert.py`.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use tokio::process::Command;

use crate::room::Room;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/raw_insert.py");

/// When a commit counts as done.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Synchronous {
    /// When it is on the disk.
    Full,
    /// When the operating system has it.
    Normal,
}

/// Writes these tables of `source`, or all where none is named, into a new file with the same indexes.
pub(crate) async fn insert(
    room: &Room,
    source: &Path,
    synchronous: Synchronous,
    tables: &[&str],
) -> anyhow::Result<Duration> {
    let folder = room.folder()?;
    let python = Command::new("python3")
        .arg(SCRIPT)
        .args([source, &folder.path().join("raw.sqlite3")])
        .arg(match synchronous {
            Synchronous::Full => "FULL",
            Synchronous::Normal => "NORMAL",
        })
        .args(tables)
        .output()
        .await
        .context("python3 does not start")?;
    ensure!(python.status.success(), "python3 said: {}", String::from_utf8_lossy(&python.stderr));
    let seconds: f64 = String::from_utf8(python.stdout)?.trim().parse()?;
    Ok(Duration::from_secs_f64(seconds))
}
