//! Postal addresses and tax numbers.

use serde::{Deserialize, Serialize};

/// A postal address; every part may be missing, because real imports miss them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Address {
    /// Street and number.
    pub line1: String,
    /// Flat, floor, care of.
    pub line2: String,
    /// Town.
    pub city: String,
    /// State, province or county, as the customer writes it.
    pub region: String,
    /// Post code.
    pub postal_code: String,
    /// Country: ISO 3166 code or name, as given.
    pub country: String,
}

impl Address {
    /// The lines of the address as printed on an envelope; empty parts are left out.
    pub fn lines(&self) -> Vec<String> {
        let town = [&self.postal_code, &self.city, &self.region];
        let town: Vec<&str> = town.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
        [self.line1.clone(), self.line2.clone(), town.join(" "), self.country.clone()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// A tax registration of a customer, such as `eu_vat` / `DE123456789`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TaxId {
    /// The scheme, such as `eu_vat`.
    pub kind: String,
    /// The number as registered.
    pub value: String,
}
