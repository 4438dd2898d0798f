//! Mail to customers, and notes to staff: what was sent, to whom, and what became of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{CustomerId, Email, LinkId, MailId};

/// Why a mail was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MailKind {
    /// *Send Portal Link*.
    PortalLink,
    /// *Send Billing Email*.
    Billing,
    /// *Send me a new link*.
    Recovery,
    /// A cancellation was scheduled, undone or took effect.
    SubscriptionChanged,
    /// A payment came in.
    PaymentReceipt,
    /// A renewal's invoice waits to be paid.
    InvoiceIssued,
    /// A renewal could not be collected.
    PaymentFailed,
    /// A trial ends soon.
    TrialEnding,
    /// *Confirm your address*, to an address a customer wants to use.
    EmailConfirmation,
    /// To the address that was on file before.
    EmailChanged,
    /// A cancellation was declared without a session.
    CancelationRequested,
    /// A webhook endpoint was turned off, to the merchant's staff.
    EndpointDisabled,
}

impl MailKind {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PortalLink => "portal_link",
            Self::Billing => "billing",
            Self::Recovery => "recovery",
            Self::SubscriptionChanged => "subscription_changed",
            Self::PaymentReceipt => "payment_receipt",
            Self::InvoiceIssued => "invoice_issued",
            Self::PaymentFailed => "payment_failed",
            Self::TrialEnding => "trial_ending",
            Self::EmailConfirmation => "email_confirmation",
            Self::EmailChanged => "email_changed",
            Self::CancelationRequested => "cancelation_requested",
            Self::EndpointDisabled => "endpoint_disabled",
        }
    }
}

/// What became of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MailState {
    /// Waits for the next try.
    Queued {
        /// When that is.
        next_attempt_at: Timestamp,
    },
    /// The mail server took it.
    Sent {
        /// When.
        at: Timestamp,
    },
    /// The mail server refused it for good, or all tries were used up.
    Failed {
        /// When.
        at: Timestamp,
    },
}

/// A mail without its text, which is wiped once settled because it holds the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Mail {
    /// Its id, also the local part of its `Message-ID`.
    pub id: MailId,
    /// About whose account it is; empty for a note to the merchant's staff.
    pub customer_id: Option<CustomerId>,
    /// Why it was written.
    pub kind: MailKind,
    /// Where it goes.
    pub to: Email,
    /// Its subject.
    pub subject: String,
    /// The link in it.
    pub link_id: Option<LinkId>,
    /// When it was written.
    pub created_at: Timestamp,
    /// What became of it.
    pub state: MailState,
    /// Tries so far.
    pub attempts: u32,
    /// The mail server's last refusal, in its words.
    pub last_error: Option<String>,
}
