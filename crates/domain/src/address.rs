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

/// Countries whose letters need no post code.
const WITHOUT_POST_CODES: &[&str] = &[
    "AE", "AG", "AO", "AW", "BF", "BI", "BJ", "BO", "BS", "BW", "BZ", "CD", "CF", "CG", "CI", "CK", "CM",
    "DJ", "DM", "ER", "FJ", "GA", "GD", "GH", "GM", "GN", "GQ", "GY", "HK", "IE", "JM", "KI", "KM", "KN",
    "KP", "LC", "ML", "MO", "MR", "MS", "MW", "NR", "NU", "PA", "QA", "RW", "SB", "SC", "SL", "SO", "SR",
    "ST", "SY", "TD", "TF", "TG", "TK", "TL", "TO", "TT", "TV", "UG", "VU", "YE", "ZM", "ZW",
];
/// Countries whose letters need a state or province.
const WITH_REGIONS: &[&str] = &["AU", "BR", "CA", "CN", "IN", "MX", "US"];

impl Address {
    /// The fields an invoice to this country needs and that are empty; none while there is no address at all.
    pub fn missing(&self) -> Vec<&'static str> {
        if self.lines().is_empty() {
            return Vec::new();
        }
        let country = self.country.as_str();
        let post_code = !WITHOUT_POST_CODES.contains(&country);
        let region = WITH_REGIONS.contains(&country);
        [
            ("line1", true, &self.line1),
            ("city", true, &self.city),
            ("postal_code", post_code, &self.postal_code),
            ("region", region, &self.region),
            ("country", true, &self.country),
        ]
        .into_iter()
        .filter(|(_, needed, value)| *needed && value.is_empty())
        .map(|(field, ..)| field)
        .collect()
    }

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
