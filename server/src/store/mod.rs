//! All SQL of the server: one file per table, free functions over a connection.
//!
//! In: a connection, the merchant, a key, values. Out: domain nouns. Not here: decisions, HTTP.
//! Every function takes the merchant, except where the key itself is the secret that names one.

pub mod api_keys;
pub mod cancel_requests;
pub mod clocks;
pub mod collections;
pub mod configurations;
pub mod customers;
pub mod deliveries;
pub mod email_changes;
pub mod events;
pub mod idempotency;
pub mod invoices;
pub mod links;
pub mod mails;
pub mod merchants;
pub mod meters;
pub mod payment_methods;
pub mod payments;
pub mod plans;
pub mod quotes;
pub mod rate_limits;
pub mod refunds;
pub mod sandbox;
pub mod sessions;
pub mod settings;
pub mod subscriptions;
pub mod usage;
pub mod webhooks;

/// Sorts after every id, in every collation: where a list that goes backwards begins.
const LAST_ID: &str = "zz";
