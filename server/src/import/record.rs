//! The canonical records: what both kinds of file are read into, and what an export writes.
//!
//! A record names others by the merchant's own id or by Portico's, whichever it has; the same record
//! read twice changes nothing.

use std::collections::BTreeMap;

use domain::{
    Address, Aggregation, Anchor, BilledBy, Cancelation, Contract, Currency, CustomerId, EarlierTerms, Email,
    InvoiceId, InvoiceState, LocaleTag, MeterId, MeterKey, PendingChange, Period, PlanId, Price, SeatRange,
    SubscriptionId, SubscriptionStatus, TaxId, TimeZoneName,
};
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One line of a JSON Lines file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is the record it holds")]
pub enum Record {
    Meter(MeterRecord),
    Plan(PlanRecord),
    Customer(CustomerRecord),
    Subscription(SubscriptionRecord),
    Invoice(InvoiceRecord),
    Usage(UsageRecord),
}

impl Record {
    /// What it is and which, for messages: `invoice INV-7`.
    pub fn title(&self) -> String {
        match self {
            Self::Meter(r) => format!("meter {}", r.key),
            Self::Plan(r) => format!("plan {}", r.external_id.as_deref().unwrap_or(&r.name)),
            Self::Customer(r) => format!("customer {}", r.external_id.as_deref().unwrap_or(&r.name)),
            Self::Subscription(r) => {
                format!(
                    "subscription {}",
                    r.external_id.clone().unwrap_or_else(|| format!("of {}", r.customer))
                )
            }
            Self::Invoice(r) => format!("invoice {}", r.number),
            Self::Usage(r) => format!("usage {}", r.id),
        }
    }
}

fn undetermined() -> LocaleTag {
    "und".into()
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}

/// A meter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of domain::Meter")]
pub struct MeterRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MeterId>,
    pub key: MeterKey,
    pub name: String,
    pub unit: String,
    pub aggregation: Aggregation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
}

/// Something that was used; `subscription` is an id of either kind. What lies before the running period counts
/// as charged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of domain::UsageEvent")]
pub struct UsageRecord {
    pub id: String,
    pub subscription: String,
    pub meter: MeterKey,
    pub at: Timestamp,
    #[serde(default = "single")]
    pub quantity: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

fn single() -> Decimal {
    Decimal::ONE
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of domain::Plan")]
pub struct PlanRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PlanId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    pub name: String,
    #[serde(default)]
    pub description: String,
    pub price: Price,
    #[serde(default)]
    pub seats: SeatRange,
    #[serde(default = "yes")]
    pub self_serve_changes: bool,
    #[serde(default = "yes")]
    pub self_serve_cancelation: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
}

/// A customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of domain::Customer")]
pub struct CustomerRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CustomerId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    pub name: String,
    pub email: Email,
    #[serde(default = "undetermined")]
    pub locale: LocaleTag,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<TimeZoneName>,
    #[serde(default)]
    pub address: Address,
    #[serde(default)]
    pub tax_ids: Vec<TaxId>,
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
}

/// A subscription; `customer` and `plan` are ids of either kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of domain::Subscription")]
pub struct SubscriptionRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SubscriptionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    pub customer: String,
    pub plan: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
    #[serde(default = "one")]
    pub seats: u32,
    /// None unless given; what is in Portico already keeps them, so far as there are so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned_seats: Option<u32>,
    pub status: SubscriptionStatus,
    /// Whom the server's settings name unless given; what is in Portico already keeps whom it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billed_by: Option<BilledBy>,
    pub period: Period,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial_end: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_terms: Vec<EarlierTerms>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending_change: Option<PendingChange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelation: Option<Cancelation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
}

/// An invoice with its lines; `customer` and `subscription` are ids of either kind. Amounts are decimal
/// text in the invoice's currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of domain::Invoice")]
pub struct InvoiceRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<InvoiceId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    pub customer: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscription: Option<String>,
    pub number: String,
    pub state: InvoiceState,
    pub currency: Currency,
    pub issued_on: Date,
    pub due_on: Date,
    /// The customer's name unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bill_to_name: Option<String>,
    /// The customer's address unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bill_to_address: Option<Address>,
    /// The customer's tax numbers unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bill_to_tax_ids: Option<Vec<TaxId>>,
    pub lines: Vec<LineRecord>,
    /// What the lines must add up to.
    pub total: String,
    /// Everything where the state is paid, nothing otherwise, unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_paid: Option<String>,
    /// Midnight after the day it was issued, for a paid one, unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<Timestamp>,
    #[serde(default)]
    pub memo: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
}

/// A line of an invoice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of domain::InvoiceLine")]
pub struct LineRecord {
    pub description: String,
    pub quantity: Decimal,
    pub unit_price: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<String>,
    #[serde(default)]
    pub tax_rate: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Period>,
}
