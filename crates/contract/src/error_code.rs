//! The one list of ways a request can be refused.

use serde::{Deserialize, Serialize};

/// Why a request was refused, for programs. People read the sentence beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ErrorCode {
    /// No key, a wrong key, or a revoked one.
    Unauthenticated,
    /// The key's role, the customer's rights or a forged form.
    Forbidden,
    /// No such thing, or another merchant's.
    NotFound,
    /// The path exists, the verb does not.
    MethodNotAllowed,
    /// Some fields need attention.
    Invalid,
    /// Not the media type the route reads.
    UnsupportedMediaType,
    /// More bytes than the route reads.
    TooLarge,
    /// It changed since it was read: read it again, then try again.
    Stale,
    /// A write that needs `If-Match` came without.
    PreconditionRequired,
    /// It contradicts what is there, such as a second customer with one external id.
    Conflict,
    /// This `Idempotency-Key` is being worked on right now.
    IdempotencyInProgress,
    /// This `Idempotency-Key` was used with another body.
    IdempotencyMismatch,
    /// Too many tries; wait.
    RateLimited,
    /// The database or another part is away; nothing was changed.
    Unavailable,
    /// A fault of Portico's own; nothing was changed.
    Internal,
    /// The server cannot be reached. Only the console says this.
    Offline,
}

impl ErrorCode {
    /// The HTTP status it goes with.
    pub fn status(self) -> u16 {
        match self {
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::Conflict | Self::IdempotencyInProgress => 409,
            Self::Stale => 412,
            Self::TooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::Invalid | Self::IdempotencyMismatch => 422,
            Self::PreconditionRequired => 428,
            Self::RateLimited => 429,
            Self::Internal => 500,
            Self::Unavailable | Self::Offline => 503,
        }
    }

    /// The same words in every answer with this code.
    pub fn title(self) -> &'static str {
        match self {
            Self::Unauthenticated => "A valid API key is needed",
            Self::Forbidden => "This is not allowed",
            Self::NotFound => "There is no such thing",
            Self::MethodNotAllowed => "This path does not take that verb",
            Self::Invalid => "Some fields need attention",
            Self::UnsupportedMediaType => "This media type is not read here",
            Self::TooLarge => "This is too large",
            Self::Stale => "This changed in the meantime",
            Self::PreconditionRequired => "An If-Match header is needed",
            Self::Conflict => "This contradicts what is there",
            Self::IdempotencyInProgress => "This request is still being worked on",
            Self::IdempotencyMismatch => "This idempotency key belongs to another request",
            Self::RateLimited => "Too many requests",
            Self::Unavailable => "Portico is not available right now",
            Self::Internal => "Something went wrong on our side",
            Self::Offline => "The server cannot be reached",
        }
    }
}
