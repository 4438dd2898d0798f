//! Meters: what is counted of a customer's use, and how many counts become one quantity.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::MeterId;

/// What the merchant's app calls a meter, such as `api_calls`. It never changes: prices and usage name
/// their meter by it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MeterKey(String);

/// Why a text is no meter's key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a meter's key is 1 to 64 small letters, digits, `_`, `-` or `.`, such as api_calls")]
pub struct MeterKeyError;

impl MeterKey {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl FromStr for MeterKey {
    type Err = MeterKeyError;
    fn from_str(text: &str) -> Result<Self, MeterKeyError> {
        let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'.');
        let fits = (1..=64).contains(&text.len()) && text.bytes().all(plain);
        if fits { Ok(Self(text.to_owned())) } else { Err(MeterKeyError) }
    }
}
impl TryFrom<String> for MeterKey {
    type Error = MeterKeyError;
    fn try_from(text: String) -> Result<Self, MeterKeyError> {
        text.parse()
    }
}
impl From<MeterKey> for String {
    fn from(key: MeterKey) -> Self {
        key.0
    }
}
impl fmt::Display for MeterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How the events of a period become the quantity that is charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Aggregation {
    /// All quantities added up: calls, gigabytes sent.
    Sum,
    /// The largest quantity: the most seats in use at once.
    Max,
    /// The quantity of the latest event, by its own time: gigabytes stored.
    Last,
    /// How many different values: active users.
    Unique,
}

/// Something that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Meter {
    /// Portico's id.
    pub id: MeterId,
    /// What the merchant's app calls it; unique per merchant, never changes.
    pub key: MeterKey,
    /// What customers call it.
    pub name: String,
    /// What one of it is, such as `calls` or `GB`.
    pub unit: String,
    /// How events become one quantity.
    pub aggregation: Aggregation,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the changes, from 1.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_plain() {
        for good in ["api_calls", "a", "storage.gb-hours", "0"] {
            assert!(good.parse::<MeterKey>().is_ok(), "{good}");
        }
        for bad in ["", "API", "api calls", "zähler", "a\0", &"a".repeat(65)] {
            assert_eq!(bad.parse::<MeterKey>(), Err(MeterKeyError), "{bad:?}");
        }
    }
}
