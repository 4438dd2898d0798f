//! Customers: who is billed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Address, CustomerId, Email, TaxId};

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
    pub locale: LocaleTag,
    /// Billing address.
    pub address: Address,
    /// Tax registrations printed on invoices.
    pub tax_ids: Vec<TaxId>,
    /// The merchant's own notes; not shown to the customer.
    pub metadata: BTreeMap<String, String>,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the changes, from 1; the `ETag` of the API.
    pub version: i64,
}
