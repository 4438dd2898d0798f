//! Webhooks: endpoints, deliveries and the retry schedule.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{DeliveryId, EndpointId, EventId, EventType};

/// Waits before each try: at once, then ever longer over three days (Standard Webhooks' schedule).
pub const RETRY_SCHEDULE: [SignedDuration; 10] = [
    SignedDuration::ZERO,
    SignedDuration::from_secs(5),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(5),
    SignedDuration::from_hours(10),
    SignedDuration::from_hours(14),
    SignedDuration::from_hours(20),
    SignedDuration::from_hours(24),
];

/// When to try again after `attempts` failed tries, the last of which ended at `now`; `None` gives up.
///
/// `retry_after` is the receiver's own wish (capped at a day); `jitter` in per mille lengthens
/// the wait by up to a tenth, never shortens it.
pub fn next_attempt(
    attempts: u32,
    now: Timestamp,
    retry_after: Option<SignedDuration>,
    jitter: u16,
) -> Option<Timestamp> {
    let wait = RETRY_SCHEDULE.get(usize::try_from(attempts).ok()?)?;
    let wait = *wait + (*wait / 10_000) * i32::from(jitter.min(1000));
    let wish = retry_after.unwrap_or_default().clamp(SignedDuration::ZERO, SignedDuration::from_hours(24));
    now.checked_add(wait.max(wish)).ok()
}

/// Which events an endpoint gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EndpointEvents {
    /// All public events, later ones included.
    All,
    /// These.
    Only(Vec<EventType>),
}

impl EndpointEvents {
    /// Whether an event of this type is sent there.
    pub fn contains(&self, event: EventType) -> bool {
        event.is_public()
            && match self {
                Self::All => true,
                Self::Only(types) => types.contains(&event),
            }
    }
}

/// Where the merchant's app listens. Its signing secret is shown once and is not part of this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Endpoint {
    /// Its id.
    pub id: EndpointId,
    /// Where deliveries are posted.
    pub url: url::Url,
    /// What it is for, in the merchant's words.
    pub description: String,
    /// What it gets.
    pub events: EndpointEvents,
    /// Whether deliveries are sent now; what gathers while off is kept.
    pub enabled: bool,
    /// Why Portico turned it off, if it did.
    pub disabled_reason: Option<String>,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the changes, from 1; the `ETag` of the API.
    pub version: i64,
}

/// What became of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DeliveryState {
    /// Waits for the next try.
    Pending {
        /// When that is.
        next_attempt_at: Timestamp,
    },
    /// The receiver said 2xx.
    Delivered {
        /// When.
        at: Timestamp,
    },
    /// All tries were used up, or the receiver said 410 Gone.
    GivenUp {
        /// When.
        at: Timestamp,
    },
}

/// One event on its way to one endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// Its id, the same on every try: the `webhook-id` header.
    pub id: DeliveryId,
    /// Where it goes.
    pub endpoint_id: EndpointId,
    /// What it carries.
    pub event_id: EventId,
    /// The event's type.
    pub event_type: EventType,
    /// The event's place in the log.
    pub sequence: i64,
    /// When the event happened.
    pub created_at: Timestamp,
    /// What became of it.
    pub state: DeliveryState,
    /// Tries so far.
    pub attempts: u32,
    /// The last try, if there was one.
    pub last_attempt: Option<Attempt>,
}

/// One try at a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attempt {
    /// When it began.
    pub at: Timestamp,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
    /// How it ended.
    pub outcome: AttemptOutcome,
}

/// How a try ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AttemptOutcome {
    /// The receiver answered.
    Answered {
        /// HTTP status; 2xx means delivered.
        status: u16,
        /// The start of its body, for whoever debugs it.
        body: String,
    },
    /// No answer came.
    Failed {
        /// Why, as a sentence.
        error: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_follow_the_schedule_and_stop() {
        let now = Timestamp::UNIX_EPOCH;
        let waits: Vec<i64> =
            (0..).map_while(|done| next_attempt(done, now, None, 0)).map(|at| at.as_second()).collect();
        assert_eq!(waits, [0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]);
    }

    #[test]
    fn waits_only_ever_lengthen() {
        let now = Timestamp::UNIX_EPOCH;
        let with = |wish, jitter| next_attempt(2, now, wish, jitter).expect("a third try").as_second();
        assert_eq!(with(None, 1000), 330);
        assert_eq!(with(Some(SignedDuration::from_secs(1)), 0), 300);
        assert_eq!(with(Some(SignedDuration::from_hours(1)), 0), 3600);
        assert_eq!(with(Some(SignedDuration::from_hours(1000)), 0), 86400);
    }
}
