//! Customers: who is billed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Address, ConfigurationId, CustomerId, Email, TaxId, TimeZoneName};

/// A BCP 47 language tag such as `en` or `pt-BR`, kept as given.
pub type LocaleTag = String;

/// A customer of the merchant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Customer {
    /// Portico's id.
    pub id: CustomerId,
    /// The merchant's own id or alias; unique per merchant where present.
    pub external_id: Option<String>,
    /// Company or person, as printed on invoices.
    pub name: String,
    /// Where portal links and billing mails go.
    pub email: Email,
    /// The language pages and mails are in.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "pt-BR"))]
    pub locale: LocaleTag,
    /// The zone in which they are told moments: when a link expires, when something was confirmed; the
    /// merchant's unless given.
    ///
    /// Days of billing (issued, due, paid, renewed, and what is overdue) stay days of the merchant's zone, so
    /// that pages, mails, invoices on paper and the merchant's books agree.
    #[serde(default)]
    pub time_zone: Option<TimeZoneName>,
    /// Billing address.
    pub address: Address,
    /// Tax registrations printed on invoices.
    pub tax_ids: Vec<TaxId>,
    /// The merchant's own notes; not shown to the customer.
    pub metadata: BTreeMap<String, String>,
    /// The portal configuration that counts for them; the default one unless given.
    #[serde(default)]
    pub portal_configuration_id: Option<ConfigurationId>,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the changes, from 1; the `ETag` of the API.
    pub version: i64,
}

/// Longest name, external id, locale tag and address part, in characters.
const LONGEST: usize = 200;

impl Customer {
    /// What is wrong with the details, as (field, sentence); empty where nothing is.
    ///
    /// Control characters are refused everywhere: these texts end up in mail headers, PDFs and logs.
    pub fn check(&self) -> Vec<(String, String)> {
        let mut faults = Vec::new();
        let mut text = |field: &str, value: &str, needed: bool, most: usize| {
            let fault = match () {
                () if value.chars().any(char::is_control) => "contains control characters".to_owned(),
                () if needed && value.trim().is_empty() => "is empty, but is needed".to_owned(),
                () if value.chars().count() > most => format!("is longer than {most} characters"),
                () => return,
            };
            faults.push((field.to_owned(), fault));
        };
        text("name", &self.name, true, LONGEST);
        if let Some(external_id) = &self.external_id {
            text("external_id", external_id, true, LONGEST);
        }
        let Address { line1, line2, city, region, postal_code, country } = &self.address;
        for (field, value) in [
            ("address.line1", line1),
            ("address.line2", line2),
            ("address.city", city),
            ("address.region", region),
            ("address.postal_code", postal_code),
            ("address.country", country),
        ] {
            text(field, value, false, LONGEST);
        }
        for (at, tax_id) in self.tax_ids.iter().enumerate() {
            text(&format!("tax_ids[{at}].kind"), &tax_id.kind, true, 40);
            text(&format!("tax_ids[{at}].value"), &tax_id.value, true, 40);
        }
        for (key, value) in &self.metadata {
            text(&format!("metadata.{key}"), key, true, 40);
            text(&format!("metadata.{key}"), value, false, 500);
        }
        if self.metadata.len() > 50 {
            faults.push(("metadata".into(), "has more than 50 keys".into()));
        }
        let subtags = |tag: &str| tag.split('-').all(|part| (1..=8).contains(&part.len()));
        let plain = self.locale.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !(plain && subtags(&self.locale) && self.locale.len() <= 35) {
            faults.push(("locale".into(), "is not a language tag, such as en or pt-BR".into()));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A customer as events and replicas from before there were time zones have it.
    const EARLIER: &str = r#"{
        "id": "cus_01k9zv7c5e8h2m4q6s8w0y2a4c", "external_id": null, "name": "Acme", "email": "a@acme.example",
        "locale": "en", "tax_ids": [], "metadata": {}, "created_at": "2030-03-14T11:00:00Z", "version": 1,
        "address": { "line1": "", "line2": "", "city": "", "region": "", "postal_code": "", "country": "" }
    }"#;

    #[test]
    fn what_was_written_before_there_were_time_zones_reads() {
        let customer: Customer = serde_json::from_str(EARLIER).expect("it reads");
        assert_eq!(customer.time_zone, None);
    }
}
