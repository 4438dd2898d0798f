//! Whether what a caller wrote may be stored. Every fault is gathered, so that one answer names them all.

use contract::FieldError;
use domain::{Address, Price, PriceError, SeatRange, TaxId, TimeZoneName};
use std::collections::BTreeMap;
use url::Url;

use crate::error::{AppError, sentence};
use crate::zone;

/// The faults found so far.
#[derive(Debug, Default)]
#[must_use = "faults count only when `done` is asked"]
pub(crate) struct Check(Vec<FieldError>);

impl Check {
    /// Nothing found yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Ok if nothing was found.
    pub(crate) fn done(self) -> Result<(), AppError> {
        if self.0.is_empty() { Ok(()) } else { Err(AppError::Invalid(self.0)) }
    }

    /// Notes a fault.
    pub(crate) fn fault(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push(FieldError { field: field.into(), message: message.into() });
    }

    /// Notes a fault unless `fine`.
    pub(crate) fn require(&mut self, fine: bool, field: &str, message: &str) {
        if !fine {
            self.fault(field, message);
        }
    }

    /// One line of at most `most` characters; may be empty.
    pub(crate) fn line(&mut self, field: &str, text: &str, most: usize) {
        let length = text.chars().count();
        if text.chars().any(char::is_control) {
            self.fault(field, "This must be one line without control characters.");
        } else if length > most {
            self.fault(field, format!("This has {length} characters; at most {most} fit."));
        }
    }

    /// One line of 1 to `most` characters, not only spaces.
    pub(crate) fn name(&mut self, field: &str, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.fault(field, format!("This must not be empty; write 1 to {most} characters."));
        } else {
            self.line(field, text, most);
        }
    }

    /// Lines of at most `most` characters together; may be empty.
    pub(crate) fn paragraph(&mut self, field: &str, text: &str, most: usize) {
        let length = text.chars().count();
        if text.chars().any(|c| c.is_control() && c != '\n') {
            self.fault(field, "This must be plain text; of control characters only line breaks fit.");
        } else if length > most {
            self.fault(field, format!("This has {length} characters; at most {most} fit."));
        }
    }

    /// A price that makes sense.
    pub(crate) fn price(&mut self, field: &str, price: &Price) {
        if let Err(error) = price.check() {
            let part = match error {
                PriceError::Negative => "amount",
                PriceError::TaxRate => "tax_rate",
                PriceError::TiersWithoutSeats | PriceError::TierOrder | PriceError::TierCurrency => "tiers",
                PriceError::Metered => "metered",
            };
            self.fault(format!("{field}.{part}"), sentence(&error.to_string()));
        }
    }

    /// Limits that leave at least one number of seats.
    pub(crate) fn seats(&mut self, field: &str, seats: SeatRange) {
        self.require(seats.is_sound(), field, "The fewest seats are at least 1 and at most the most.");
    }

    /// The merchant's own id, where there is one.
    pub(crate) fn external_id(&mut self, id: Option<&str>) {
        if let Some(id) = id {
            self.name("external_id", id, 200);
            self.require(id == id.trim(), "external_id", "This must not begin or end with a space.");
        }
    }

    /// A language tag such as `en` or `pt-BR`.
    pub(crate) fn locale(&mut self, field: &str, tag: &str) {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let fine = (2..=3).contains(&language.len())
            && language.bytes().all(|b| b.is_ascii_alphabetic())
            && parts
                .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
            && tag.len() <= 35;
        self.require(fine, field, "This is not a language tag; write it like en or pt-BR.");
    }

    /// A time zone there is, where one is named.
    pub(crate) fn time_zone(&mut self, field: &str, name: Option<&TimeZoneName>) {
        if let Some(Err(error)) = name.map(zone::find) {
            self.fault(field, sentence(&error.to_string()));
        }
    }

    /// Each part of a postal address.
    pub(crate) fn address(&mut self, field: &str, address: &Address) {
        let Address { line1, line2, city, region, postal_code, country } = address;
        for (part, text) in [
            ("line1", line1),
            ("line2", line2),
            ("city", city),
            ("region", region),
            ("postal_code", postal_code),
            ("country", country),
        ] {
            self.line(&format!("{field}.{part}"), text, 200);
        }
    }

    /// Tax registrations.
    pub(crate) fn tax_ids(&mut self, field: &str, tax_ids: &[TaxId]) {
        self.require(tax_ids.len() <= 20, field, "At most 20 tax numbers fit.");
        for (at, tax_id) in tax_ids.iter().enumerate() {
            self.name(&format!("{field}[{at}].kind"), &tax_id.kind, 40);
            self.name(&format!("{field}[{at}].value"), &tax_id.value, 60);
        }
    }

    /// The merchant's own notes.
    pub(crate) fn metadata(&mut self, field: &str, metadata: &BTreeMap<String, String>) {
        self.require(metadata.len() <= 50, field, "At most 50 keys fit.");
        for (key, value) in metadata {
            let shown: String = key.chars().filter(|c| !c.is_control()).take(40).collect();
            self.name(&format!("{field}.{shown}"), key, 40);
            self.paragraph(&format!("{field}.{shown}"), value, 500);
        }
    }

    /// Where a customer may be sent back to.
    pub(crate) fn return_url(&mut self, field: &str, url: &Url) {
        let loopback = match url.host() {
            Some(url::Host::Domain(name)) => name == "localhost",
            Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
            Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        };
        let scheme = url.scheme() == "https" || (url.scheme() == "http" && loopback);
        self.require(scheme, field, "Use an https address; plain http works on this machine only.");
        let credentials = !url.username().is_empty() || url.password().is_some();
        self.require(!credentials, field, "This must not contain a user name or password.");
        self.require(url.as_str().len() <= 2000, field, "At most 2000 characters fit.");
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    fn faults(check: impl FnOnce(&mut Check)) -> usize {
        let mut all = Check::new();
        check(&mut all);
        all.0.len()
    }

    #[test]
    fn language_tags_have_their_shape() {
        for good in ["en", "pt-BR", "zh-Hant-TW", "de-1996", "gsw", "en-x-a"] {
            assert_eq!(faults(|c| c.locale("locale", good)), 0, "{good}");
        }
        for bad in ["", "e", "english", "en_US", "en-", "-en", "en-\n", "12", "en-ünter"] {
            assert_eq!(faults(|c| c.locale("locale", bad)), 1, "{bad:?}");
        }
    }

    #[test]
    fn customers_are_sent_back_only_where_it_is_safe() {
        let faults = |text: &str| faults(|c| c.return_url("return_url", &text.parse().expect(text)));
        for good in
            ["https://app.acme.example/x?y#z", "http://localhost:3000", "http://127.0.0.1", "http://[::1]/"]
        {
            assert_eq!(faults(good), 0, "{good}");
        }
        for bad in [
            "http://app.acme.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://user:pass@acme.example",
            "ftp://localhost/",
        ] {
            assert_eq!(faults(bad), 1, "{bad}");
        }
    }
}
