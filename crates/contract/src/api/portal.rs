//! Making portal links, and what became of links and sessions.

use domain::{
    ConfigurationId, CustomerId, Flow, InitialPage, LinkId, LinkState, LocaleTag, PortalLink, PortalSession,
    SessionMinutes, SessionState,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

fn yes() -> bool {
    true
}

/// What the plan page of this session shows; narrows the merchant's settings, never widens them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanOverviewSettings {
    /// Show plan and dates at all.
    #[serde(default = "yes")]
    pub show_section: bool,
    /// Offer to cancel.
    #[serde(default = "yes")]
    pub allow_subscription_cancel: bool,
}

/// Whether this session shows invoices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvoiceListSettings {
    /// Show invoices at all.
    #[serde(default = "yes")]
    pub show_section: bool,
}

/// Whether this session shows name, address and tax numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BillingDetailsSettings {
    /// Show billing details at all.
    #[serde(default = "yes")]
    pub show_section: bool,
}

/// Which mail carries the link, if Portico is to send it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SendEmail {
    /// *Send Portal Link*: the link and how long it works.
    PortalLink,
    /// *Send Billing Email*: what is due, overdue first, and the link, which lands on the invoices.
    Billing,
}

/// `POST /v1/customer-portal-sessions`: makes a single-use link for one customer.
///
/// Exactly one of `customer_id` and `customer_alias` names the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatePortalSession {
    /// Portico's id of the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<CustomerId>,
    /// The merchant's own id of the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_alias: Option<String>,
    /// The portal configuration that counts in the session; the customer's unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub configuration_id: Option<ConfigurationId>,
    /// Narrows the plan page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_overview_settings: Option<PlanOverviewSettings>,
    /// Narrows the invoice list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_list_settings: Option<InvoiceListSettings>,
    /// Narrows the billing details.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_details_settings: Option<BillingDetailsSettings>,
    /// Where *Back to …* leads; `https`, or `http` on this machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_url: Option<url::Url>,
    /// The page the customer lands on; the home page unless given, invoices for a billing mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initial_page: Option<InitialPage>,
    /// One errand instead of the whole portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow: Option<Flow>,
    /// The language; the customer's unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "pt-BR"))]
    pub locale: Option<LocaleTag>,
    /// How long the link works, 5 to 1440; the merchant's setting unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in_minutes: Option<SessionMinutes>,
    /// Whether unused older links of this customer stop working.
    #[serde(default = "yes")]
    pub invalidate_existing: bool,
    /// Which mail carries the link; none unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send_email: Option<SendEmail>,
}

impl CreatePortalSession {
    /// A plain link for a customer: all else by the merchant's settings.
    pub fn for_customer(customer_id: CustomerId) -> Self {
        Self {
            customer_id: Some(customer_id),
            customer_alias: None,
            configuration_id: None,
            plan_overview_settings: None,
            invoice_list_settings: None,
            billing_details_settings: None,
            return_url: None,
            initial_page: None,
            flow: None,
            locale: None,
            expires_in_minutes: None,
            invalidate_existing: true,
            send_email: None,
        }
    }
}

/// The link, shown this once: Portico keeps only the hash of its token.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortalSessionCreated {
    /// The link's id.
    pub id: LinkId,
    /// Whose account it opens.
    pub customer_id: CustomerId,
    /// Send the customer here.
    pub url: url::Url,
    /// When it was made, RFC 3339 in UTC.
    pub created_at: Timestamp,
    /// When it stops working, RFC 3339 in UTC.
    pub expires_at: Timestamp,
}

impl std::fmt::Debug for PortalSessionCreated {
    /// Leaves out the URL, which is a secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PortalSessionCreated").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A link with what became of it by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkWithState {
    /// The link.
    #[serde(flatten)]
    pub link: PortalLink,
    /// What became of it, and when.
    pub status: LinkState,
}

/// A session with what became of it by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionWithState {
    /// The session.
    #[serde(flatten)]
    pub session: PortalSession,
    /// What became of it, and when.
    pub status: SessionState,
}
