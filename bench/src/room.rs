//! Where it is measured, and how often.
//!
//! In: what the command line says. Out: fresh folders, and rounds that say where we are.
//! Not here: what is measured.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use tempfile::TempDir;

/// A folder that goes when the run ends, and what all measurements share.
#[derive(Debug)]
pub(crate) struct Room {
    folder: TempDir,
    rounds: u16,
    /// The browser that prints.
    pub(crate) chromium: PathBuf,
}

impl Room {
    /// Makes the folder, and what a process does once: the log, as `portico serve` writes it, but into
    /// a file; and the cryptography that HTTP clients want.
    pub(crate) fn new(parent: &Path, rounds: u16, filter: &str, chromium: PathBuf) -> anyhow::Result<Self> {
        let made = || tempfile::Builder::new().prefix("bench-").tempdir_in(parent);
        let folder = made().with_context(|| format!("no folder can be made in {}", parent.display()))?;
        let log = Arc::new(File::create(folder.path().join("log"))?);
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(log).init();
        // Fails only where one is installed already, which is just as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Ok(Self { folder, rounds, chromium })
    }

    /// A fresh folder in it.
    pub(crate) fn folder(&self) -> anyhow::Result<TempDir> {
        Ok(tempfile::tempdir_in(self.folder.path())?)
    }

    /// Counts the rounds, and tells the person who waits.
    pub(crate) fn rounds(&self, what: &'static str) -> impl Iterator<Item = u16> {
        let rounds = self.rounds;
        (1..=rounds).inspect(move |round| eprintln!("{what}: round {round} of {rounds}"))
    }
}
