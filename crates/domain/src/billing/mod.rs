//! What is charged: one computation, printed before and charged after.
//!
//! In: a subscription, a period. Out: invoice lines. Not here: numbers, due days and who pays.

mod fraction;
mod renewal;

pub use fraction::Fraction;
pub use renewal::{price_lines, renewal_lines};
