//! The merchant: whose customers these are.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Currency, MerchantId};

/// A tenant of the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Merchant {
    /// Its id.
    pub id: MerchantId,
    /// The name customers know.
    pub name: String,
    /// IANA name of the zone in which its days begin: due dates and "overdue" follow it.
    #[cfg_attr(feature = "openapi", schema(example = "Europe/Berlin"))]
    pub time_zone: String,
    /// What it bills in unless an invoice says otherwise.
    pub currency: Currency,
    /// When it was set up.
    pub created_at: Timestamp,
}
