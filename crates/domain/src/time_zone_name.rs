//! Names of time zones.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a text cannot be the name of a time zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the name of a time zone, such as America/New_York")]
pub struct TimeZoneNameError(String);

/// A text written like the names of the IANA time zone database, such as `America/New_York`.
///
/// Whether there is such a zone only a program with that database knows; this crate, which is also compiled
/// for browsers, has none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeZoneName(String);

impl TimeZoneName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TimeZoneName {
    type Err = TimeZoneNameError;
    fn from_str(text: &str) -> Result<Self, TimeZoneNameError> {
        let part = |part: &str| {
            part.starts_with(|c: char| c.is_ascii_alphabetic())
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"_+-".contains(&b))
        };
        let fits = text.len() <= 64 && text.split('/').all(part);
        if fits { Ok(Self(text.to_owned())) } else { Err(TimeZoneNameError(text.chars().take(64).collect())) }
    }
}
impl TryFrom<String> for TimeZoneName {
    type Error = TimeZoneNameError;
    fn try_from(text: String) -> Result<Self, TimeZoneNameError> {
        text.parse()
    }
}
impl From<TimeZoneName> for String {
    fn from(name: TimeZoneName) -> Self {
        name.0
    }
}
impl fmt::Display for TimeZoneName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_shape_of_the_databases() {
        for good in ["America/Argentina/ComodRivadavia", "America/Port-au-Prince", "Etc/GMT+5", "UTC", "GB"] {
            assert!(good.parse::<TimeZoneName>().is_ok(), "{good}");
        }
        let long = "x".repeat(65);
        for bad in [
            "",
            "/",
            "Europe/",
            "/Berlin",
            "../Berlin",
            "+01:00",
            "CET-1CEST,M3.5.0",
            "Europe/Ber lin",
            &long,
        ] {
            assert!(bad.parse::<TimeZoneName>().is_err(), "{bad:?}");
        }
    }
}
