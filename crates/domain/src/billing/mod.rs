//! What is charged: one computation, printed before and charged after.
//!
//! In: a subscription, a period. Out: invoice lines. Not here: numbers, due days and who pays.

mod change;
mod credit;
mod fraction;
mod quote;
mod renewal;
mod usage;

pub use change::{Change, ChangeAt, ChangeError, Direction};
pub use credit::{Credit, Settlement};
pub use fraction::Fraction;
pub use quote::{Quote, QuoteState};
pub use renewal::{NextInvoice, Renewal, next_invoice, price_lines, renew, renewal_lines};
pub use usage::{MeterTotal, usage_lines};
