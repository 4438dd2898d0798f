//! The HTTP client for Portico's API, as the console uses it.
//!
//! In: a server address and a key. Out: domain nouns and contract bodies, or a [`ClientError`] fit to
//! be shown. Not here: storage, retries over time, anything a page would decide.

mod account;
mod address;
mod customers;
mod error;
mod feed;
mod portal;
mod request;
mod settings;
mod test_clock;
mod usage;
mod webhooks;

pub use address::{AddressError, ServerAddress};
pub use error::ClientError;
pub use feed::Snapshot;
pub use request::{Client, IdempotencyKey, Secret};
