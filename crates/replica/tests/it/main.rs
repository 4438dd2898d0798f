//! Stories of a copy that follows a server through cuts, restores and damage.

mod nouns;
mod search;
mod server;
mod sync;
mod views;

use jiff::Timestamp;

/// The moment all stories happen at.
fn now() -> Timestamp {
    "2026-03-14T09:00:00Z".parse().expect("a moment")
}
