//! Lists, a page at a time.

use serde::{Deserialize, Serialize};

/// One page of a list, and how to get the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The entries, newest first unless the route says otherwise.
    pub data: Vec<T>,
    /// Pass as `cursor` for the next page; none on the last.
    pub next_cursor: Option<String>,
}
