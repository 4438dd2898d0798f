//! The merchant: whose customers these are.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Currency, MerchantId};

/// A tenant of the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Merchant {
    /// Its id.
    pub id: MerchantId,
    /// The name customers know.
    pub name: String,
    /// IANA name of the zone in which its days begin: due dates and "overdue" follow it, and moments are told
    /// in it to customers without a zone of their own.
    #[cfg_attr(feature = "openapi", schema(example = "Europe/Berlin"))]
    pub time_zone: String,
    /// What it bills in unless an invoice says otherwise.
    pub currency: Currency,
    /// When it was set up.
    pub created_at: Timestamp,
    /// The clock its billing goes by, if that is not the real one. Only merchants made for trying Portico
    /// out have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test_clock: Option<TestClock>,
}

/// A clock that can be moved ahead, so that a year of billing passes in a minute.
///
/// Billing goes by it: periods, invoices, "today" in the portal. Links, sessions, mail and webhooks do not,
/// for the people and servers that wait for them live in real time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TestClock {
    /// How far it runs ahead of real time, as an ISO 8601 duration; never behind.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "PT744H"))]
    pub ahead: SignedDuration,
    /// Where it is moving to; empty while it just runs.
    pub moving_to: Option<Timestamp>,
}

impl Merchant {
    /// What time it is for this merchant's billing while it is `real` everywhere else.
    pub fn time(&self, real: Timestamp) -> Timestamp {
        let ahead = self.test_clock.map_or(SignedDuration::ZERO, |clock| clock.ahead);
        real.saturating_add(ahead).unwrap_or(Timestamp::MAX)
    }
}
