//! Payments: one try to collect one sum by one payment method.
//!
//! In: what the provider answers. Out: where the payment stands, and the facts to write down.
//! Not here: asking the provider; what the money was for beyond its name.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{CustomerId, InvoiceId, Money, PaymentId, PaymentMethodId, QuoteId};

/// What a payment is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PaymentPurpose {
    /// What is left of an invoice.
    Invoice {
        /// Which.
        invoice_id: InvoiceId,
    },
    /// A change of a subscription, which takes effect once this succeeds.
    Change {
        /// The quote the customer confirmed.
        quote_id: QuoteId,
    },
}

impl PaymentPurpose {
    /// The id of what is paid; of one thing at most one payment is under way.
    pub fn subject(&self) -> &str {
        match self {
            Self::Invoice { invoice_id } => invoice_id.as_str(),
            Self::Change { quote_id } => quote_id.as_str(),
        }
    }
}

/// Why money did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Decline {
    /// The bank said no and gave no reason.
    Declined,
    /// The account does not hold as much.
    InsufficientFunds,
    /// The card has ended.
    Expired,
    /// The customer did not confirm the payment with their bank, or called it off.
    NotConfirmed,
}

impl Decline {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::InsufficientFunds => "insufficient_funds",
            Self::Expired => "expired",
            Self::NotConfirmed => "not_confirmed",
        }
    }
}

/// Where a payment stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PaymentStatus {
    /// The provider has been, or is about to be, asked.
    Pending,
    /// The customer has to confirm it with their bank.
    RequiresAction {
        /// Where: a page of the provider.
        url: url::Url,
    },
    /// The money came.
    Succeeded,
    /// It did not, and will not by this payment.
    Failed {
        /// Why.
        reason: Decline,
    },
}

impl PaymentStatus {
    /// As stored.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::RequiresAction { .. } => "requires_action",
            Self::Succeeded => "succeeded",
            Self::Failed { .. } => "failed",
        }
    }

    /// Whether it can still go either way.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Pending | Self::RequiresAction { .. })
    }
}

/// One try to collect one sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Payment {
    /// Portico's id; also the key by which the provider tells a repeated request.
    pub id: PaymentId,
    /// Who pays.
    pub customer_id: CustomerId,
    /// By which payment method.
    pub method_id: PaymentMethodId,
    /// The payment method in words, as it was then: `Visa ending in 4242`.
    pub method: String,
    /// What for.
    pub purpose: PaymentPurpose,
    /// How much.
    pub amount: Money,
    /// Where it stands.
    #[serde(flatten)]
    pub status: PaymentStatus,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it succeeded or failed.
    pub settled_at: Option<Timestamp>,
    /// Counts the changes, from 1.
    pub version: i64,
}

impl Payment {
    /// What the provider's answer makes of it; `None` once it is settled, however often it is answered.
    pub fn settle(mut self, answer: PaymentStatus, now: Timestamp) -> Option<Self> {
        if !self.status.is_open() || answer == self.status {
            return None;
        }
        self.settled_at = (!answer.is_open()).then_some(now);
        self.status = answer;
        self.version += 1;
        Some(self)
    }
}
