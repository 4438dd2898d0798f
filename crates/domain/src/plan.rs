//! Plans and what they cost.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Money, PlanId};

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

/// What a plan costs each interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Price {
    /// Per interval; per seat too if `per_seat`.
    pub amount: Money,
    /// How often.
    pub interval: Interval,
    /// Whether the amount counts once for each seat.
    pub per_seat: bool,
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
    /// Whether customers on this plan may cancel on their own, where the merchant allows it at all.
    pub self_serve_cancelation: bool,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the changes, from 1.
    pub version: i64,
}
