//! What a customer may do in the portal, and every reason against the rest.

use std::collections::BTreeMap;

use domain::policy::{AccountAct, InvoiceAct, MethodAct, Reason, SubscriptionAct};
use domain::{
    ConfigurationId, CustomerId, Feature, InvoiceId, PaymentMethodId, PlanId, SeatRange, SubscriptionId,
};
use serde::{Deserialize, Serialize};

/// `GET /v1/customers/{id}/capabilities`: what this customer can do in the portal, and why not the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Capabilities {
    /// Who.
    pub customer_id: CustomerId,
    /// The portal configuration that counts for them.
    pub configuration_id: ConfigurationId,
    /// How many invoices there are to see; none may be why they see none.
    pub issued_invoices: i64,
    /// The seven switches as they work out for this customer.
    pub features: Vec<FeatureCapability>,
    /// What they may do with their account.
    pub account: BTreeMap<AccountAct, Capability>,
    /// What they may do with each of their subscriptions, newest first; at most 200.
    pub subscriptions: Vec<SubscriptionCapability>,
    /// What they may do with each card and bank account on file.
    pub payment_methods: Vec<MethodCapability>,
    /// What they may do with each open invoice, the first due first; at most 200.
    pub open_invoices: Vec<InvoiceCapability>,
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
    /// The fewest and the most seats of the plan they have that they may choose, those given to people among
    /// them; absent where its price counts none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<SeatRange>,
    /// The other plans they may switch to, with as many seats as they have or the nearest number there.
    #[serde(default)]
    pub plans: Vec<PlanId>,
    /// Each act by its name.
    #[serde(flatten)]
    pub acts: BTreeMap<SubscriptionAct, Capability>,
}

/// What they may do with one card or bank account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MethodCapability {
    /// Which.
    pub payment_method_id: PaymentMethodId,
    /// Each act by its name.
    #[serde(flatten)]
    pub acts: BTreeMap<MethodAct, Capability>,
}

/// What they may do with one invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvoiceCapability {
    /// Which.
    pub invoice_id: InvoiceId,
    /// Each act by its name.
    #[serde(flatten)]
    pub acts: BTreeMap<InvoiceAct, Capability>,
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
