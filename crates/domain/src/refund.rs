//! Refunds: money that came and goes back to where it came from.
//!
//! In: a payment, how much of it. Out: what is to go back, and whether it has. Not here: asking the provider.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{CustomerId, Money, PaymentId, RefundId};

/// Why money goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RefundReason {
    /// The subscription was changed or ended otherwise while the bank was asked.
    ChangeOvertaken,
    /// More came than was due.
    Overpaid,
    /// The subscription ended at once, and time that was paid for was left.
    TimeUnused,
}

impl RefundReason {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ChangeOvertaken => "change_overtaken",
            Self::Overpaid => "overpaid",
            Self::TimeUnused => "time_unused",
        }
    }
}

/// Money on its way back, or back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Refund {
    /// Portico's id; also the key by which the provider tells a repeated request.
    pub id: RefundId,
    /// Whose money it is.
    pub customer_id: CustomerId,
    /// The payment it came by.
    pub payment_id: PaymentId,
    /// How much goes back; above nothing, and no more than came.
    pub amount: Money,
    /// Why.
    pub reason: RefundReason,
    /// When it was decided.
    pub created_at: Timestamp,
    /// When the provider sent it.
    pub settled_at: Option<Timestamp>,
}
