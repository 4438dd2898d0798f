//! Meters, customers, plans, subscriptions, invoices and usage from files.
//!
//! In: CSV by a mapping file, or JSON Lines. Out: nouns and events, in one transaction, or a list of
//! everything that is wrong. Not here: the command line.

mod apply;
mod build;
pub mod csv;
mod fault;
pub mod jsonl;
mod lines;
pub mod mapping;
mod record;
mod usage;

pub use apply::{Count, ImportError, Options, Report, apply};
pub use fault::{Fault, Place, Reading};
pub use record::{
    CustomerRecord, InvoiceRecord, LineRecord, MeterRecord, PlanRecord, Record, SubscriptionRecord,
    UsageRecord,
};
