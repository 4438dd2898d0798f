//! What the merchant lets customers see and do.

use serde::{Deserialize, Serialize};

use crate::PlanId;

/// One of the seven switches of *Settings → Customer Portal*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Feature {
    /// *View Invoices*
    ViewInvoices,
    /// *Download PDFs*
    DownloadPdfs,
    /// *Update Payment*
    UpdatePayment,
    /// *View Subscription*
    ViewSubscription,
    /// *Self-Serve Changes*
    SelfServeChanges,
    /// *Cancel Subscription*
    CancelSubscription,
    /// *View Usage*
    ViewUsage,
}

impl Feature {
    /// All of them, in the order of the settings page.
    pub const ALL: [Self; 7] = [
        Self::ViewInvoices,
        Self::DownloadPdfs,
        Self::UpdatePayment,
        Self::ViewSubscription,
        Self::SelfServeChanges,
        Self::CancelSubscription,
        Self::ViewUsage,
    ];

    /// The switch's name as printed.
    pub fn title(self) -> &'static str {
        match self {
            Self::ViewInvoices => "View Invoices",
            Self::DownloadPdfs => "Download PDFs",
            Self::UpdatePayment => "Update Payment",
            Self::ViewSubscription => "View Subscription",
            Self::SelfServeChanges => "Self-Serve Changes",
            Self::CancelSubscription => "Cancel Subscription",
            Self::ViewUsage => "View Usage",
        }
    }
}

/// The seven switches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Features {
    /// Invoices, current and past, with their lines.
    pub view_invoices: bool,
    /// Invoices as PDF; only where invoices may be viewed.
    pub download_pdfs: bool,
    /// Cards and bank accounts.
    pub update_payment: bool,
    /// Plan, price, dates and terms.
    pub view_subscription: bool,
    /// Upgrades, downgrades and seats.
    pub self_serve_changes: bool,
    /// Ending the subscription.
    pub cancel_subscription: bool,
    /// Metered usage.
    pub view_usage: bool,
}

impl Features {
    /// Whether the switch is on.
    pub fn get(&self, feature: Feature) -> bool {
        match feature {
            Feature::ViewInvoices => self.view_invoices,
            Feature::DownloadPdfs => self.download_pdfs,
            Feature::UpdatePayment => self.update_payment,
            Feature::ViewSubscription => self.view_subscription,
            Feature::SelfServeChanges => self.self_serve_changes,
            Feature::CancelSubscription => self.cancel_subscription,
            Feature::ViewUsage => self.view_usage,
        }
    }

    /// Turns one switch.
    pub fn set(&mut self, feature: Feature, on: bool) {
        *match feature {
            Feature::ViewInvoices => &mut self.view_invoices,
            Feature::DownloadPdfs => &mut self.download_pdfs,
            Feature::UpdatePayment => &mut self.update_payment,
            Feature::ViewSubscription => &mut self.view_subscription,
            Feature::SelfServeChanges => &mut self.self_serve_changes,
            Feature::CancelSubscription => &mut self.cancel_subscription,
            Feature::ViewUsage => &mut self.view_usage,
        } = on;
    }
}

/// When a customer's cancellation takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CancelationMode {
    /// Benefits stay until the paid period ends; the customer may change their mind until then.
    AtPeriodEnd,
    /// At once.
    Immediately,
    /// The customer chooses between the two.
    CustomerChooses,
}

/// The self-serve options below the switches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SelfServe {
    /// To a dearer plan.
    pub allow_upgrades: bool,
    /// To a cheaper plan.
    pub allow_downgrades: bool,
    /// Bank accounts beside cards, where *Update Payment* is on.
    #[serde(default)]
    pub allow_bank_accounts: bool,
    /// Ending the subscription without asking.
    pub allow_cancelation: bool,
    /// When that takes effect.
    pub cancelation_mode: CancelationMode,
    /// Plans customers can switch between.
    pub switchable_plans: Vec<PlanId>,
}

/// How long a link waits and a session lasts: 5 minutes to 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct SessionMinutes(u16);

impl SessionMinutes {
    /// One hour.
    pub const DEFAULT: Self = Self(60);

    /// The number of minutes.
    pub fn get(self) -> u16 {
        self.0
    }
}
impl TryFrom<u16> for SessionMinutes {
    type Error = String;
    fn try_from(minutes: u16) -> Result<Self, String> {
        if (5..=1440).contains(&minutes) {
            Ok(Self(minutes))
        } else {
            Err(format!("{minutes} minutes: a session lasts 5 to 1440 minutes"))
        }
    }
}
impl From<SessionMinutes> for u16 {
    fn from(minutes: SessionMinutes) -> Self {
        minutes.0
    }
}

/// *Settings → Customer Portal*, as stored and as edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Configuration {
    /// The seven switches.
    pub features: Features,
    /// What customers may change on their own.
    pub self_serve: SelfServe,
    /// How long a link waits to be opened, and how long what it opens lasts.
    pub session_minutes: SessionMinutes,
    /// Where *Back to …* leads when the session names no other place.
    pub default_return_url: Option<url::Url>,
    /// Counts the changes, from 1; the `ETag` of the API.
    pub version: i64,
}

impl Default for Configuration {
    /// Customers see everything and may cancel at the period's end; plan changes are opt-in.
    fn default() -> Self {
        Self {
            features: Features {
                view_invoices: true,
                download_pdfs: true,
                update_payment: true,
                view_subscription: true,
                self_serve_changes: false,
                cancel_subscription: true,
                view_usage: true,
            },
            self_serve: SelfServe {
                allow_upgrades: true,
                allow_downgrades: true,
                allow_bank_accounts: false,
                allow_cancelation: true,
                cancelation_mode: CancelationMode::AtPeriodEnd,
                switchable_plans: Vec::new(),
            },
            session_minutes: SessionMinutes::DEFAULT,
            default_return_url: None,
            version: 1,
        }
    }
}
