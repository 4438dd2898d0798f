//! What a key may know about itself and its merchant.

use domain::{ApiKey, Merchant};
use serde::{Deserialize, Serialize};

/// `GET /v1/account`: who am I, and where?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// The merchant the key belongs to.
    pub merchant: Merchant,
    /// The key, without its secret.
    pub api_key: ApiKey,
    /// Portico's version on the server.
    pub server_version: String,
    /// Changes when the server's data was restored from a backup: replicas start over.
    pub epoch: String,
}
