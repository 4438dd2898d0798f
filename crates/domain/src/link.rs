//! Portal links: single-use, tied to one customer, short-lived.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Actor, ConfigurationId, CustomerId, Flow, LinkId, LocaleTag, SessionMinutes, SessionSettings};

/// The page a customer lands on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InitialPage {
    /// What is due and what there is.
    #[default]
    Home,
    /// All invoices.
    Invoices,
    /// Plan and dates.
    Subscription,
    /// Cards and bank accounts.
    PaymentMethods,
    /// Metered usage.
    Usage,
    /// What invoices are made out to.
    BillingDetails,
    /// Who changed what and when.
    Activity,
}

/// How a link reached the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LinkPurpose {
    /// Handed to the merchant's own app or copied by staff.
    Direct,
    /// *Send Portal Link*.
    PortalLink,
    /// *Send Billing Email*.
    Billing,
    /// The customer asked for a new one.
    Recovery,
    /// In a mail about an invoice, a failed payment or a trial that ends, which nobody sent by hand.
    Notice,
}

/// A single-use link. Its token is shown or mailed once; only the token's hash is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortalLink {
    /// Its id; not the token.
    pub id: LinkId,
    /// Whose account it opens.
    pub customer_id: CustomerId,
    /// How it reached them.
    pub purpose: LinkPurpose,
    /// Who made it.
    pub created_by: Actor,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stops working; the first instant at which it no longer works.
    pub expires_at: Timestamp,
    /// When it was redeemed.
    pub used_at: Option<Timestamp>,
    /// When staff revoked it.
    pub revoked_at: Option<Timestamp>,
    /// When a newer link took its place.
    pub superseded_at: Option<Timestamp>,
    /// How long the session it opens lasts.
    pub session_minutes: SessionMinutes,
    /// The page it opens on.
    pub initial_page: InitialPage,
    /// The errand it opens on instead, if there is one.
    pub flow: Option<Flow>,
    /// Where *Back to …* leads.
    pub return_url: Option<url::Url>,
    /// The language asked for.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "pt-BR"))]
    pub locale: Option<LocaleTag>,
    /// What its session may show.
    pub settings: SessionSettings,
    /// The portal configuration it was made with; the customer's unless given.
    #[serde(default)]
    pub configuration_id: Option<ConfigurationId>,
}

/// What became of a link, and when: the answer to "why does this link not work?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LinkState {
    /// Waits to be opened.
    Unused,
    /// Was opened once, and opens no more.
    Used {
        /// When.
        at: Timestamp,
    },
    /// Waited too long.
    Expired {
        /// Since when.
        at: Timestamp,
    },
    /// Was withdrawn by staff.
    Revoked {
        /// When.
        at: Timestamp,
    },
    /// A newer link took its place.
    Superseded {
        /// When.
        at: Timestamp,
    },
}

impl PortalLink {
    /// The state at `now`. What happened first counts, and being used outlasts expiry.
    pub fn state(&self, now: Timestamp) -> LinkState {
        match (self.used_at, self.revoked_at, self.superseded_at) {
            (Some(at), _, _) => LinkState::Used { at },
            (None, Some(at), _) => LinkState::Revoked { at },
            (None, None, Some(at)) => LinkState::Superseded { at },
            (None, None, None) if now >= self.expires_at => LinkState::Expired { at: self.expires_at },
            (None, None, None) => LinkState::Unused,
        }
    }
}
