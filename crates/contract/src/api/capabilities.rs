//! What a customer may do in the portal, and every reason against the rest.

use domain::policy::Reason;
use domain::{CustomerId, Feature, SubscriptionId};
use serde::{Deserialize, Serialize};

/// `GET /v1/customers/{id}/capabilities`: what this customer can do in the portal, and why not the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Capabilities {
    /// Who.
    pub customer_id: CustomerId,
    /// How many invoices there are to see; none may be why they see none.
    pub issued_invoices: i64,
    /// The seven switches as they work out for this customer.
    pub features: Vec<FeatureCapability>,
    /// What they may do with each of their subscriptions, newest first; at most 100.
    pub subscriptions: Vec<SubscriptionCapability>,
}

/// One page or act of the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeatureCapability {
    /// Which.
    pub feature: Feature,
    /// Its name in the settings.
    pub title: String,
    /// Whether they may.
    #[serde(flatten)]
    pub capability: Capability,
}

/// What they may do with one subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SubscriptionCapability {
    /// Which.
    pub subscription_id: SubscriptionId,
    /// End it when the paid period does.
    pub cancel_at_period_end: Capability,
    /// End it at once.
    pub cancel_now: Capability,
    /// Take back an end that is set.
    pub undo_cancel: Capability,
}

/// Yes, or every reason against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Capability {
    /// Whether they may.
    pub allowed: bool,
    /// Why not; empty if they may.
    pub reasons: Vec<ReasonInWords>,
}

/// A reason, for programs and for billing staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReasonInWords {
    /// For programs.
    #[serde(flatten)]
    pub reason: Reason,
    /// What is so, and what to do about it.
    pub text: String,
}

impl From<domain::policy::Verdict> for Capability {
    fn from(verdict: domain::policy::Verdict) -> Self {
        let reasons = verdict.err().unwrap_or_default();
        let in_words = |reason: Reason| ReasonInWords { reason, text: reason.for_staff() };
        Self { allowed: reasons.is_empty(), reasons: reasons.into_iter().map(in_words).collect() }
    }
}
