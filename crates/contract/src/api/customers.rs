//! Making and changing customers, plans and subscriptions; reading them gives domain nouns.

use std::collections::BTreeMap;

use domain::{
    Address, Anchor, BilledBy, ConfigurationId, Contract, CustomerId, Email, LocaleTag, Period, PlanId,
    Price, SeatRange, SubscriptionStatus, TaxId, TimeZoneName,
};
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

fn undetermined() -> LocaleTag {
    "und".into()
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}

/// `POST /v1/customers`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateCustomer {
    /// The merchant's own id or alias, 1 to 200 characters; must be new.
    #[serde(default)]
    pub external_id: Option<String>,
    /// Company or person, 1 to 200 characters.
    pub name: String,
    /// Where portal links and billing mails go.
    pub email: Email,
    /// Language tag; `und` unless given, which leaves the language to their browser.
    #[serde(default = "undetermined")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "pt-BR"))]
    pub locale: LocaleTag,
    /// IANA name of the zone in which they are told moments; the merchant's unless given. Days of billing stay
    /// the merchant's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<TimeZoneName>,
    /// Billing address.
    #[serde(default)]
    pub address: Address,
    /// Tax registrations.
    #[serde(default)]
    pub tax_ids: Vec<TaxId>,
    /// Own notes: at most 50 keys of 40 characters with values of 500.
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
    /// The portal configuration that counts for them; the default one unless given.
    #[serde(default)]
    pub portal_configuration_id: Option<ConfigurationId>,
}

/// `PATCH /v1/customers/{id}`: what is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateCustomer {
    /// Company or person.
    pub name: Option<String>,
    /// Where portal links and billing mails go.
    pub email: Option<Email>,
    /// Language tag.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "pt-BR"))]
    pub locale: Option<LocaleTag>,
    /// IANA name of the zone in which they are told moments; null for the merchant's.
    #[serde(deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<TimeZoneName>))]
    pub time_zone: Option<Option<TimeZoneName>>,
    /// Billing address, as a whole.
    pub address: Option<Address>,
    /// Tax registrations, as a whole.
    pub tax_ids: Option<Vec<TaxId>>,
    /// Own notes, as a whole.
    pub metadata: Option<BTreeMap<String, String>>,
    /// The portal configuration that counts for them; null for the default one.
    #[serde(deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<ConfigurationId>))]
    pub portal_configuration_id: Option<Option<ConfigurationId>>,
}

/// Tells null, which takes away, from what is absent and stays.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(field: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(field).map(Some)
}

/// `POST /v1/plans`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatePlan {
    /// The merchant's own id; must be new.
    #[serde(default)]
    pub external_id: Option<String>,
    /// What customers call it.
    pub name: String,
    /// One or two sentences.
    #[serde(default)]
    pub description: String,
    /// What it costs; not negative.
    pub price: Price,
    /// How many seats customers may choose; any number unless given.
    #[serde(default)]
    pub seats: SeatRange,
    /// Whether customers on it may change their plan or seats on their own.
    #[serde(default = "yes")]
    pub self_serve_changes: bool,
    /// Whether customers on it may cancel on their own.
    #[serde(default = "yes")]
    pub self_serve_cancelation: bool,
}

/// `POST /v1/subscriptions`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateSubscription {
    /// The merchant's own id; must be new.
    #[serde(default)]
    pub external_id: Option<String>,
    /// Who subscribes.
    pub customer_id: CustomerId,
    /// To what.
    pub plan_id: PlanId,
    /// How many seats.
    #[serde(default = "one")]
    pub seats: u32,
    /// `active` unless given.
    #[serde(default)]
    pub status: Option<SubscriptionStatus>,
    /// Who bills it; whom the server's settings name unless given.
    #[serde(default)]
    pub billed_by: Option<BilledBy>,
    /// The period paid for; from today in the merchant's zone unless given.
    #[serde(default)]
    pub period: Option<Period>,
    /// The day billing is tied to; the period's first day unless given.
    #[serde(default)]
    pub anchor: Option<Anchor>,
    /// When the trial ends.
    #[serde(default)]
    pub trial_end: Option<Timestamp>,
    /// What was agreed beyond the plan.
    #[serde(default)]
    pub contract: Option<Contract>,
}

/// `PATCH /v1/subscriptions/{id}`: what is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateSubscription {
    /// How many seats are given to people; at most those there are, and those a change that waits leaves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned_seats: Option<u32>,
}
