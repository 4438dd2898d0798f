//! The clock of a merchant who tries things out.

use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// `GET /v1/test-clock`: what time it is for this merchant's billing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TestClockState {
    /// The time billing goes by.
    pub now: Timestamp,
    /// Where it is moving to; empty once it has arrived.
    pub moving_to: Option<Timestamp>,
    /// When billing next has something to do.
    pub next_due: Option<Timestamp>,
    /// Whether mails to customers leave by a mail server; else they are only written to a folder of Portico's
    /// server.
    pub sends_mail: bool,
}

/// `POST /v1/test-clock/advance`: exactly one of the two.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AdvanceTestClock {
    /// To this instant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Timestamp>,
    /// By this much, as an ISO 8601 duration counted in the merchant's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "P1M"))]
    pub by: Option<Span>,
}
