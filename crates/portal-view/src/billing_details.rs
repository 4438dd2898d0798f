//! `GET /portal/billing-details`: what invoices are made out to, and the form that corrects it.
//!
//! In: [`BillingDetailsView`]. Out: its page. Not here: what a number must look like, which parts an address
//! needs, which fields are the customer's to correct (`domain`).

use domain::{Address, Customer, Email, TaxIdError, TaxScheme};
use maud::{Markup, html};
use words::{Words, country_code, say};

use crate::chrome::{Chrome, Place, csrf_field};
use crate::form::{Field, Filled};
use crate::icon::Icon;
use crate::{address, routes};

/// Which parts the customer may correct; all can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the part it is named after")]
pub struct Correctable {
    pub name: bool,
    pub email: bool,
    pub address: bool,
    pub tax_ids: bool,
}

impl Correctable {
    fn any(self) -> bool {
        self.name || self.email || self.address || self.tax_ids
    }
}

/// The billing details as a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillingDetailsView {
    /// What stands in the fields, and what is wrong with it.
    pub filled: Filled,
    /// What was read, so that a change made meanwhile is not undone.
    pub version: i64,
    /// Which parts may be corrected.
    pub correctable: Correctable,
    /// An address that waits to be confirmed.
    pub waiting: Option<Email>,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetailFault {
    /// It is needed.
    Missing,
    /// Not an address mail can be sent to.
    Email,
    /// A tax number that cannot be.
    TaxId(TaxIdError),
}

impl DetailFault {
    /// What to say about it.
    pub fn sentence(self, words: Words) -> String {
        match self {
            Self::Missing => say!(words, "details-fault-missing"),
            Self::Email => say!(words, "details-fault-email"),
            Self::TaxId(TaxIdError::Checksum) => say!(words, "details-fault-checksum"),
            Self::TaxId(TaxIdError::Scheme | TaxIdError::Shape) => say!(words, "details-fault-shape"),
        }
    }
}

/// How many tax numbers the form has room for.
const TAX_ROWS: usize = 3;

/// The form fields of the tax number at this place: scheme and number.
pub const TAX_FIELDS: [(&str, &str); TAX_ROWS] =
    [("tax_kind_1", "tax_value_1"), ("tax_kind_2", "tax_value_2"), ("tax_kind_3", "tax_value_3")];

impl BillingDetailsView {
    /// The form as it stands before anything is typed.
    pub fn new(customer: &Customer, correctable: Correctable, waiting: Option<Email>) -> Self {
        let Address { line1, line2, city, region, postal_code, country } = customer.address.clone();
        let country = country_code(&country).map_or(country, str::to_owned);
        let mut values = vec![
            ("name", customer.name.clone()),
            ("email", customer.email.to_string()),
            ("line1", line1),
            ("line2", line2),
            ("postal_code", postal_code),
            ("city", city),
            ("region", region),
            ("country", country),
        ];
        for ((kind, value), tax_id) in TAX_FIELDS.into_iter().zip(&customer.tax_ids) {
            values.extend([(kind, tax_id.kind.clone()), (value, tax_id.value.clone())]);
        }
        Self { filled: Filled::with(values), version: customer.version, correctable, waiting }
    }
}

/// The page with the form.
pub fn billing_details(chrome: &Chrome<'_>, view: &BillingDetailsView) -> Markup {
    let words = chrome.words;
    let (filled, may) = (&view.filled, view.correctable);
    let content = html! {
        header.page-head { h1 { (say!(words, "details-title")) } }
        (filled.summary(words))
        @if let Some(email) = &view.waiting {
            div.notice role="status" { (Icon::Mail) p { (say!(words, "details-waiting", email = email.to_string())) } }
        }
        form.card.question.fields method="post" action=(routes::BILLING_DETAILS) {
            (csrf_field(chrome.csrf))
            input type="hidden" name="version" value=(view.version);
            p.quiet { (say!(words, "details-when")) }
            (part(words, may.name, filled, Field::new("name", &say!(words, "details-name"), "organization")))
            (part(words, may.email, filled, Field {
                keyboard: "email",
                ..Field::new("email", &say!(words, "details-email"), "email").hint(&say!(words, "details-email-hint"))
            }))
            fieldset.field-group {
                legend { (say!(words, "details-address")) }
                (address::fields(words, may.address, filled))
            }
            (tax_ids(words, may.tax_ids, filled))
            @if may.any() {
                div.actions { button.button.primary type="submit" { (say!(words, "details-save")) } }
            } @else {
                p.quiet { (say!(words, "details-locked", business = &chrome.branding.business_name)) }
            }
        }
    };
    chrome.page(Place::BillingDetails, &say!(words, "details-title"), content)
}

/// A field to type in, or what stands there.
fn part(words: Words, correctable: bool, filled: &Filled, field: Field<'_>) -> Markup {
    if correctable { field.show(words, filled) } else { field.kept(filled) }
}

fn tax_ids(words: Words, correctable: bool, filled: &Filled) -> Markup {
    let given = TAX_FIELDS.iter().filter(|(_, value)| !filled.value(value).is_empty());
    html! {
        fieldset.field-group {
            legend { (say!(words, "details-tax-ids")) }
            @if correctable {
                p.field-hint { (say!(words, "details-tax-hint")) }
                @for (at, (kind, value)) in (1..).zip(TAX_FIELDS) { (tax_id(words, at, kind, value, filled)) }
            } @else {
                @for (kind, value) in given {
                    dl.details-kept { dt { (scheme_name(words, filled.value(kind))) } dd { (filled.value(value)) } }
                }
            }
        }
    }
}

fn tax_id(words: Words, at: i64, kind: &str, value: &'static str, filled: &Filled) -> Markup {
    let now = filled.value(kind);
    html! {
        div.field-pair {
            div.field {
                label for=(kind) { (say!(words, "details-tax-scheme", count = at)) }
                select id=(kind) name=(kind) {
                    option value="" selected[now.is_empty()] { "–" }
                    @if !now.is_empty() && TaxScheme::from_name(now).is_none() {
                        option value=(now) selected { (now) }
                    }
                    @for scheme in TaxScheme::ALL {
                        option value=(scheme.as_str()) selected[scheme.as_str() == now] {
                            (scheme_name(words, scheme.as_str()))
                        }
                    }
                }
            }
            (Field::new(value, &say!(words, "details-tax-number", count = at), "off").optional().show(words, filled))
        }
    }
}

/// A scheme as people know it; names of authorities are not translated, names of places are.
fn scheme_name(words: Words, kind: &str) -> String {
    let in_country = |code: &'static str, name: &str| {
        let place =
            words.countries().into_iter().find(|(one, _)| *one == code).map_or(code, |(_, name)| name);
        format!("{name} · {place}")
    };
    match TaxScheme::from_name(kind) {
        None => kind.to_owned(),
        Some(TaxScheme::EuVat) => say!(words, "details-tax-eu"),
        Some(TaxScheme::GbVat) => in_country("GB", "VAT"),
        Some(TaxScheme::ChVat) => in_country("CH", "UID/IDE"),
        Some(TaxScheme::NoVat) => in_country("NO", "MVA"),
        Some(TaxScheme::UsEin) => in_country("US", "EIN"),
        Some(TaxScheme::CaBn) => in_country("CA", "BN"),
        Some(TaxScheme::CaGstHst) => in_country("CA", "GST/HST"),
        Some(TaxScheme::AuAbn) => in_country("AU", "ABN"),
        Some(TaxScheme::NzGst) => in_country("NZ", "GST"),
        Some(TaxScheme::InGst) => in_country("IN", "GSTIN"),
        Some(TaxScheme::BrCnpj) => in_country("BR", "CNPJ"),
        Some(TaxScheme::JpTrn) => in_country("JP", "T"),
    }
}
