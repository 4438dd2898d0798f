//! The console's local copy of one merchant's data: searched, browsed and previewed without a network.
//!
//! In: the change feed, by way of [`client::Client`]. Out: the views of [`contract::ipc`], and notices.
//! Not here: Tauri, desktop notifications, retry loops; nothing is decided here but what a sentence says.

mod directory;
mod error;
mod file;
mod logo;
mod noun;
mod query;
mod sentence;
mod snapshot;
mod sync;
mod words;

pub use error::{ReplicaError, SyncError};
pub use file::{Opened, Replica};
pub use snapshot::{Progress, snapshot};
pub use sync::{Applied, Notice, pull_once};
