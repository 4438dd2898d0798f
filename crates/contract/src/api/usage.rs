//! Meters, and what merchants' apps tell about use.

use domain::billing::NextInvoice;
use domain::{Aggregation, CustomerId, MeterKey, MeterUsage, SubscriptionId};
use serde::{Deserialize, Serialize};

/// `POST /v1/meters`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateMeter {
    /// What your app calls it: 1 to 64 small letters, digits, `_`, `-` or `.`; must be new and never changes.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "api_calls"))]
    pub key: MeterKey,
    /// What customers call it, 1 to 100 characters.
    pub name: String,
    /// What one of it is, such as `calls` or `GB`; 1 to 40 characters.
    pub unit: String,
    /// How the events of a period become one quantity; never changes.
    pub aggregation: Aggregation,
}

/// `POST /v1/usage-events`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordUsage {
    /// What happened; at most 5,000 at a time.
    pub events: Vec<NewUsageEvent>,
}

/// Something a customer used. All of it is text, so that what is wrong with one event is said about that
/// event and stops no other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewUsageEvent {
    /// Your own id, 1 to 100 characters. The same event sent again is counted once.
    pub id: String,
    /// Who used it; or give `customer_alias`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// Who used it, by your own id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_alias: Option<String>,
    /// Which subscription pays for it; the oldest that is priced by the meter unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<String>,
    /// The meter's key.
    pub meter: String,
    /// When, in RFC 3339; now unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<String>,
    /// How much, as plain decimal text with at most 6 decimals; not negative. Left out where the meter counts
    /// different values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<String>,
    /// What is counted once, such as a user's id, where the meter counts different values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// What became of the events, each for itself: what is wrong with one holds up no other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsageRecorded {
    /// How many are counted from now on.
    pub accepted: u32,
    /// How many were counted before; sending them again did nothing.
    pub duplicates: u32,
    /// Those that are not counted. Mend them and send them again, or drop them: as they are, they will be
    /// refused each time.
    pub refused: Vec<RefusedUsage>,
}

/// An event that is not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RefusedUsage {
    /// Its place in the request, from 0.
    pub index: u32,
    /// Its id as sent, shortened.
    pub id: String,
    /// Which of its fields is wrong.
    pub field: String,
    /// Why, for people.
    pub message: String,
}

/// `GET /v1/customers/{id}/usage`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CustomerUsage {
    /// Whose.
    pub customer_id: CustomerId,
    /// A row for each meter of each running subscription, and for each price where that changed within the
    /// running period.
    pub usage: Vec<MeterUsage>,
    /// What each running subscription is charged next, with what was used so far.
    #[serde(default)]
    pub next_invoices: Vec<UpcomingInvoice>,
}

/// The next invoice of a subscription, as things stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpcomingInvoice {
    /// Which subscription.
    pub subscription_id: SubscriptionId,
    /// When it is written, and what it says.
    #[serde(flatten)]
    pub invoice: NextInvoice,
}
