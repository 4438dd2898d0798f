//! Portal sessions: what a redeemed link opens.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{ConfigurationId, CustomerId, Flow, InitialPage, LinkId, LocaleTag, SessionId};

/// How one session narrows the merchant's configuration; it never widens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionSettings {
    /// Show plan and dates.
    pub show_subscription: bool,
    /// Offer to cancel.
    pub allow_cancelation: bool,
    /// Show invoices.
    pub show_invoices: bool,
    /// Show name, address and tax numbers.
    pub show_billing_details: bool,
}

impl Default for SessionSettings {
    fn default() -> Self {
        Self {
            show_subscription: true,
            allow_cancelation: true,
            show_invoices: true,
            show_billing_details: true,
        }
    }
}

/// A customer's visit to the portal, in one browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortalSession {
    /// Its id; not the secret in the browser's cookie.
    pub id: SessionId,
    /// The link that opened it.
    pub link_id: LinkId,
    /// Whose account it shows.
    pub customer_id: CustomerId,
    /// When the link was redeemed.
    pub opened_at: Timestamp,
    /// When it ends whatever happens.
    pub expires_at: Timestamp,
    /// The last page view, kept to the minute.
    pub last_seen_at: Timestamp,
    /// When the customer signed out or staff revoked it.
    pub ended_at: Option<Timestamp>,
    /// Whether it was staff who ended it.
    pub revoked: bool,
    /// The page it opened on.
    pub initial_page: InitialPage,
    /// The errand it opened on instead, if there was one.
    pub flow: Option<Flow>,
    /// When that errand was done.
    #[serde(default)]
    pub flow_completed_at: Option<Timestamp>,
    /// Where *Back to …* leads.
    pub return_url: Option<url::Url>,
    /// The language asked for by who made the link.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "pt-BR"))]
    pub locale: Option<LocaleTag>,
    /// What it may show.
    pub settings: SessionSettings,
    /// The portal configuration that counts in it; the customer's unless given.
    #[serde(default)]
    pub configuration_id: Option<ConfigurationId>,
}

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SessionState {
    /// The customer may be looking right now.
    Open,
    /// Nobody looked for [`PortalSession::IDLE`], or its time was up.
    Expired {
        /// Since when.
        at: Timestamp,
    },
    /// The customer signed out.
    Ended {
        /// When.
        at: Timestamp,
    },
    /// Staff ended it.
    Revoked {
        /// When.
        at: Timestamp,
    },
}

impl PortalSession {
    /// The errand that is still to be done.
    pub fn open_flow(&self) -> Option<&Flow> {
        self.flow.as_ref().filter(|_| self.flow_completed_at.is_none())
    }

    /// A session nobody uses for this long is over.
    pub const IDLE: SignedDuration = SignedDuration::from_mins(30);

    /// The state at `now`.
    pub fn state(&self, now: Timestamp) -> SessionState {
        let over =
            self.expires_at.min(self.last_seen_at.saturating_add(Self::IDLE).unwrap_or(self.expires_at));
        match (self.ended_at, self.revoked) {
            (Some(at), true) => SessionState::Revoked { at },
            (Some(at), false) => SessionState::Ended { at },
            (None, _) if now >= over => SessionState::Expired { at: over },
            (None, _) => SessionState::Open,
        }
    }
}
