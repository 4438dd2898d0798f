//! Who bills a subscription.

use serde::{Deserialize, Serialize};

/// Who writes a subscription's invoices and collects them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum BilledBy {
    /// Portico does.
    #[default]
    Portico,
    /// Another system of the merchant's does: Portico counts its periods, and neither invoices nor collects.
    Elsewhere,
}

impl BilledBy {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Portico => "portico",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Whether Portico does.
    pub fn is_portico(&self) -> bool {
        *self == Self::Portico
    }
}
