//! The seven switches of *Settings → Customer Portal*.

use serde::{Deserialize, Serialize};

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
