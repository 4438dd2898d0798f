//! A change a customer was shown: what they confirm is this and nothing else.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Change;
use crate::{CustomerId, InvoiceId, Plan, QuoteId, Subscription, SubscriptionId};

/// What became of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum QuoteState {
    /// Shown; may be confirmed until it expires or something it was computed from changes.
    Open,
    /// Confirmed; its payment is under way.
    Paying,
    /// Done, or written down to be done at the period's end.
    Applied,
    /// Its payment failed; nothing was changed.
    Failed,
}

impl QuoteState {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paying => "paying",
            Self::Applied => "applied",
            Self::Failed => "failed",
        }
    }
}

/// A change at a frozen instant, with everything it was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quote {
    /// Its id.
    pub id: QuoteId,
    /// Whose subscription it is about.
    pub customer_id: CustomerId,
    /// What it is about.
    pub subscription_id: SubscriptionId,
    /// The subscription's version it was computed from.
    pub subscription_version: i64,
    /// The version of the plan it leads to.
    pub plan_version: i64,
    /// What became of it.
    pub state: QuoteState,
    /// The invoice that charged it, once there is one.
    pub invoice_id: Option<InvoiceId>,
    /// The instant for which it was computed.
    pub created_at: Timestamp,
    /// Until when it may be confirmed.
    pub expires_at: Timestamp,
    /// The change.
    #[serde(flatten)]
    pub change: Change,
}

impl Quote {
    /// How long the figures of a page stand.
    pub const VALID_FOR: SignedDuration = SignedDuration::from_mins(15);

    /// Freezes `change`. It is never good beyond the period it was computed in.
    pub fn new(
        id: QuoteId,
        subscription: &Subscription,
        plan: &Plan,
        change: Change,
        now: Timestamp,
    ) -> Self {
        let later = now.saturating_add(Self::VALID_FOR).unwrap_or(Timestamp::MAX);
        Self {
            id,
            customer_id: subscription.customer_id.clone(),
            subscription_id: subscription.id.clone(),
            subscription_version: subscription.version,
            plan_version: plan.version,
            state: QuoteState::Open,
            invoice_id: None,
            created_at: now,
            expires_at: later.min(subscription.period.end),
            change,
        }
    }

    /// Whether it may still be confirmed: in time, and nothing it was computed from has changed since.
    pub fn stands(&self, subscription: &Subscription, plan: &Plan, now: Timestamp) -> bool {
        self.state == QuoteState::Open
            && now < self.expires_at
            && subscription.id == self.subscription_id
            && subscription.version == self.subscription_version
            && plan.id == self.change.to.plan_id
            && plan.version == self.plan_version
    }
}
