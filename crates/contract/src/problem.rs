//! Problem bodies (RFC 9457).

use serde::{Deserialize, Serialize};

use crate::ErrorCode;

/// One field that needs attention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Its name, as in the body: `address.city`.
    pub field: String,
    /// What is wrong with it, as a sentence.
    pub message: String,
}

/// The body of every answer that is not a success: `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A stable name of the kind of problem: `urn:portico:problem:stale`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The same words for every problem of the kind.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened here, what it means for the data, and what to do next.
    pub detail: String,
    /// For programs.
    pub code: ErrorCode,
    /// The fields that need attention, if it is about fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Names this request in the server's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

impl Problem {
    /// A problem without fields.
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        let name = serde_json::to_value(code).ok().and_then(|v| v.as_str().map(str::to_owned));
        Self {
            kind: format!("urn:portico:problem:{}", name.unwrap_or_default()),
            title: code.title().to_owned(),
            status: code.status(),
            detail: detail.into(),
            code,
            errors: Vec::new(),
            request_id: None,
        }
    }
}
