//! Portico's server: the portal, the API, the mail and the webhooks, over one database.
//!
//! Read `router.rs` for what it answers, and ARCHITECTURE.md for the walk of one action.

pub mod api;
pub mod app;
pub mod arrears;
pub mod changes;
pub mod collecting;
pub mod config;
pub mod db;
pub mod demo;
pub mod ending;
pub mod error;
pub mod export;
mod health;
pub mod idempotency;
pub mod import;
pub mod invoicing;
pub mod keys;
pub mod links;
pub mod mail;
pub mod metering;
pub mod outbound;
pub mod payments;
pub mod portal;
pub mod router;
pub mod serve;
pub mod sheet;
pub mod store;
pub mod trace;
pub mod worker;
pub mod zone;
