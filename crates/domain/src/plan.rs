//! Plans and how often they are billed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{PlanId, Price};

/// How often a price recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Interval {
    /// Every month.
    Month,
    /// Every year.
    Year,
}

impl Interval {
    /// `month` or `year`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// How many months it spans.
    pub fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Year => 12,
        }
    }
}

/// How many seats a customer may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeatRange {
    /// The fewest, at least 1.
    pub min: u32,
    /// The most; none for no limit.
    #[serde(default)]
    pub max: Option<u32>,
}

impl SeatRange {
    /// As many as one likes.
    pub const ANY: Self = Self { min: 1, max: None };

    /// Whether any number lies within.
    pub fn is_sound(self) -> bool {
        self.min >= 1 && self.contains(self.min)
    }

    /// Whether `seats` lie within.
    pub fn contains(self, seats: u32) -> bool {
        seats >= self.min && self.max.is_none_or(|max| seats <= max)
    }

    /// What both allow; may leave nothing.
    pub fn and(self, other: Self) -> Self {
        let max = match (self.max, other.max) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Self { min: self.min.max(other.min), max }
    }

    /// The nearest number of seats within.
    pub fn nearest(self, seats: u32) -> u32 {
        seats.min(self.max.unwrap_or(u32::MAX)).max(self.min)
    }
}

impl Default for SeatRange {
    fn default() -> Self {
        Self::ANY
    }
}

fn yes() -> bool {
    true
}

/// Something customers subscribe to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plan {
    /// Portico's id.
    pub id: PlanId,
    /// The merchant's own id; unique per merchant where present.
    pub external_id: Option<String>,
    /// What customers call it.
    pub name: String,
    /// One or two sentences for the plan list.
    pub description: String,
    /// What it costs.
    pub price: Price,
    /// How many seats customers may choose, where the price counts seats.
    #[serde(default)]
    pub seats: SeatRange,
    /// Whether customers on this plan may change to another, or their seats, where the merchant allows it
    /// at all.
    #[serde(default = "yes")]
    pub self_serve_changes: bool,
    /// Whether customers on this plan may cancel on their own, where the merchant allows it at all.
    pub self_serve_cancelation: bool,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the changes, from 1.
    pub version: i64,
}
