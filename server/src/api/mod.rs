//! The API under `/v1`: one file per group of routes; `router.rs` lists them all.
//!
//! In: parsed ids, bodies and the caller. Out: domain nouns as JSON, or a problem body.
//! Not here: SQL, rules, the clock.

pub mod account;
pub mod capabilities;
mod check;
mod completion;
mod configuration_check;
pub mod configurations;
pub mod customers;
pub(crate) mod document;
pub mod extract;
pub(crate) mod fallback;
pub mod feed;
pub mod invoices;
pub mod meters;
mod page;
pub mod payments;
pub mod plans;
pub mod portal_sessions;
mod reference;
pub mod settings;
pub mod snapshot;
pub mod subscriptions;
pub mod test_clock;
pub mod usage;
pub mod version;
pub mod webhooks;
