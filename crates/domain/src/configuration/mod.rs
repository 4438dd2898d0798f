//! What the merchant lets customers see and do.

mod cancelation;
mod features;

pub use cancelation::{
    CancelationMode, CancelationOptions, CreditPolicy, OfferButton, RetentionOffer, UsualReason,
};
pub use features::{Feature, Features};

use serde::{Deserialize, Serialize};
use url::Url;

use crate::{ConfigurationId, MerchantId, PlanId, SeatRange};

fn yes() -> bool {
    true
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
    /// More or fewer seats of the plan they have; which of the two, upgrades and downgrades say.
    #[serde(default = "yes")]
    pub allow_seat_changes: bool,
    /// Limits on seats beyond those of the plan; the narrower counts.
    #[serde(default)]
    pub seats: SeatRange,
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
    /// A day, the longest.
    pub const LONGEST: Self = Self(1440);

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

/// A part of the billing details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum BillingField {
    /// Company or person.
    Name,
    /// Where links and mails go.
    Email,
    /// The postal address.
    Address,
    /// Tax registrations.
    TaxIds,
}

impl BillingField {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Name, Self::Email, Self::Address, Self::TaxIds];
}

/// Which billing details customers may correct; all can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EditableDetails {
    /// Company or person.
    pub name: bool,
    /// Where links and mails go; a new address counts once it is confirmed.
    pub email: bool,
    /// The postal address.
    pub address: bool,
    /// Tax registrations.
    pub tax_ids: bool,
}

impl EditableDetails {
    /// Whether customers may correct it.
    pub fn get(&self, field: BillingField) -> bool {
        match field {
            BillingField::Name => self.name,
            BillingField::Email => self.email,
            BillingField::Address => self.address,
            BillingField::TaxIds => self.tax_ids,
        }
    }

    /// Lets them, or does not.
    pub fn set(&mut self, field: BillingField, on: bool) {
        *match field {
            BillingField::Name => &mut self.name,
            BillingField::Email => &mut self.email,
            BillingField::Address => &mut self.address,
            BillingField::TaxIds => &mut self.tax_ids,
        } = on;
    }
}

impl Default for EditableDetails {
    fn default() -> Self {
        Self { name: true, email: true, address: true, tax_ids: true }
    }
}

/// *Settings → Customer Portal*, as stored and as edited: what some or all of a merchant's customers may
/// see and do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Configuration {
    /// Portico's id.
    #[serde(default = "ConfigurationId::nil")]
    pub id: ConfigurationId,
    /// What staff call it; customers never see it.
    #[serde(default = "first_name")]
    pub name: String,
    /// Whether it counts wherever no other is assigned; of a merchant's configurations one does.
    #[serde(default = "yes")]
    pub is_default: bool,
    /// The seven switches.
    pub features: Features,
    /// What customers may change on their own.
    pub self_serve: SelfServe,
    /// What customers who leave are asked and offered.
    #[serde(default)]
    pub cancelation: CancelationOptions,
    /// Which billing details customers may correct.
    #[serde(default)]
    pub billing_details: EditableDetails,
    /// Whether a subscription can be canceled without a link, by who knows the e-mail address on file.
    #[serde(default)]
    pub public_cancelation: bool,
    /// How long a link waits to be opened, and how long what it opens lasts.
    pub session_minutes: SessionMinutes,
    /// Where *Back to …* leads when the session names no other place.
    pub default_return_url: Option<Url>,
    /// Where sessions may lead back to, as origins such as `https://app.acme.example`; anywhere if empty.
    #[serde(default)]
    pub allowed_return_origins: Vec<Url>,
    /// The merchant's terms, linked at the foot of the portal.
    #[serde(default)]
    pub terms_url: Option<Url>,
    /// The merchant's privacy statement, linked at the foot of the portal.
    #[serde(default)]
    pub privacy_url: Option<Url>,
    /// A page where customers find help, beside the support address of the branding.
    #[serde(default)]
    pub support_url: Option<Url>,
    /// A number customers may call.
    #[serde(default)]
    pub support_phone: Option<String>,
    /// Counts the changes, from 1; the `ETag` of the API.
    #[serde(default = "first_version")]
    pub version: i64,
}

fn first_version() -> i64 {
    1
}

fn first_name() -> String {
    "Default".into()
}

impl Configuration {
    /// What a merchant starts with. Its id is the merchant's own under another prefix, so that it is the
    /// same on every server that makes it.
    pub fn first_of(merchant: &MerchantId) -> Self {
        Self { id: ConfigurationId::first_of(merchant), ..Self::default() }
    }

    /// Whether a session may lead back there. Where the list is empty, who makes the session decides.
    pub fn allows_return_to(&self, url: &Url) -> bool {
        let origins = &self.allowed_return_origins;
        origins.is_empty() || origins.iter().any(|allowed| allowed.origin() == url.origin())
    }
}

impl Default for Configuration {
    /// Customers see everything and may cancel at the period's end; plan changes are opt-in.
    fn default() -> Self {
        Self {
            id: ConfigurationId::nil(),
            name: first_name(),
            is_default: true,
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
                allow_seat_changes: true,
                seats: SeatRange::ANY,
                allow_cancelation: true,
                cancelation_mode: CancelationMode::AtPeriodEnd,
                switchable_plans: Vec::new(),
            },
            cancelation: CancelationOptions::default(),
            billing_details: EditableDetails::default(),
            public_cancelation: false,
            session_minutes: SessionMinutes::DEFAULT,
            default_return_url: None,
            allowed_return_origins: Vec::new(),
            terms_url: None,
            privacy_url: None,
            support_url: None,
            support_phone: None,
            version: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As rows were written before there were several configurations and the options beyond the switches.
    const OLD: &str = r#"{"features":{"view_invoices":true,"download_pdfs":true,"update_payment":true,
        "view_subscription":true,"self_serve_changes":false,"cancel_subscription":true,"view_usage":true},
        "self_serve":{"allow_upgrades":true,"allow_downgrades":true,"allow_cancelation":true,
        "cancelation_mode":"at_period_end","switchable_plans":[]},
        "session_minutes":60,"default_return_url":null,"version":1}"#;

    #[test]
    fn what_was_stored_before_still_reads() {
        let read: Configuration = serde_json::from_str(OLD).expect("it reads");
        assert_eq!(read, Configuration::default());
    }

    #[test]
    fn a_way_back_is_judged_by_its_origin() {
        let url = |text: &str| text.parse::<Url>().expect(text);
        let mut configuration = Configuration::default();
        assert!(configuration.allows_return_to(&url("https://anywhere.example/x")));
        configuration.allowed_return_origins =
            vec![url("https://app.acme.example"), url("http://localhost:3000")];
        for (good, address) in [
            (true, "https://app.acme.example/account?tab=billing"),
            (true, "https://app.acme.example:443/"),
            (true, "http://localhost:3000/billing"),
            (false, "http://app.acme.example/"),
            (false, "https://app.acme.example.evil.example/"),
            (false, "https://app.acme.example@evil.example/"),
            (false, "http://localhost:3001/"),
        ] {
            assert_eq!(configuration.allows_return_to(&url(address)), good, "{address}");
        }
    }
}
