//! The API under `/v1`: one file per group of routes; `router.rs` lists them all.
//!
//! In: parsed ids, bodies and the caller. Out: domain nouns as JSON, or a problem body.
//! Not here: SQL, rules, the clock.

pub mod account;
pub mod extract;
