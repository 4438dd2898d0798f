//! Who may call the API.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ApiKeyId;

/// What the holder of a key may do. `Admin` may do all that `Staff` may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Role {
    /// Reads everything, sends and revokes links, edits customers.
    Staff,
    /// Also changes settings, branding and webhooks.
    Admin,
}

impl Role {
    /// `staff` or `admin`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Admin => "admin",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "staff" => Ok(Self::Staff),
            "admin" => Ok(Self::Admin),
            other => Err(format!("`{other}` is not a role; use staff or admin")),
        }
    }
}

/// A key without its secret, which is shown once and kept only as a hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiKey {
    /// Its id; safe to log.
    pub id: ApiKeyId,
    /// What the key is for, in the merchant's words.
    pub name: String,
    /// What its holder may do.
    pub role: Role,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stopped working, if it did.
    pub revoked_at: Option<Timestamp>,
}
