//! The portal: pages for customers, who come by a link and need neither login nor JavaScript.
//!
//! In: a visit or a link's token, ids and forms already parsed. Out: pages of `portal-view`,
//! redirects. Not here: SQL, HTML, rules. Each file is a page or an act; `router.rs` lists them all.

pub mod activity;
pub mod assets;
pub mod billing_details;
mod brand;
pub(crate) mod cache;
pub mod cancel;
pub mod change;
mod client_address;
mod cookie;
mod csrf;
pub mod done;
pub mod email;
pub(crate) mod failure;
mod faults;
pub(crate) mod guard;
pub mod home;
pub mod invoices;
pub mod language;
pub mod link;
mod path;
pub mod pay;
pub mod payment_methods;
mod respond;
pub mod sign_out;
pub mod subscriptions;
mod under_way;
pub mod usage;
mod visit;
pub mod withdraw;

/// The largest form a customer sends, in bytes, with room to spare.
pub(crate) const MOST_OF_A_FORM: usize = 16 * 1024;
