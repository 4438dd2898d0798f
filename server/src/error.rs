//! The one error of handlers, and the two ways it becomes an answer.

use axum::Json;
use axum::extract::rejection::{FormRejection, JsonRejection, PathRejection, QueryRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::{ErrorCode, FieldError, Problem};
use domain::CancelError;
use domain::billing::ChangeError;
use domain::policy::Reason;

use crate::db::StoreError;
use crate::trace;

/// Why a request was refused, in words fit for who made it.
///
/// A variant exists only where someone acts differently on it: the page shows a field, the console
/// offers a retry. All else is `Internal`: logged once, where it becomes an answer, with its source
/// chain; the person sees only the sentence below.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// No key, or one that does not work.
    #[error("Send a valid API key as `Authorization: Bearer …`. Nothing was changed.")]
    Unauthenticated,
    /// The role does not allow it.
    #[error("{0}")]
    Forbidden(&'static str),
    /// The path exists, the verb does not.
    #[error(
        "This path does not take {0}; the document at /openapi.json lists what it takes. Nothing was changed."
    )]
    MethodNotAllowed(axum::http::Method),
    /// It is not there, or not yours: the two look the same.
    #[error("There is no such {0}. Check the id; it may also belong to another merchant.")]
    NotFound(&'static str),
    /// Fields need attention.
    #[error("Some fields need attention; nothing was saved.")]
    Invalid(Vec<FieldError>),
    /// It contradicts what is there.
    #[error("{0}")]
    Conflict(String),
    /// It changed since it was read.
    #[error("This changed since you read it, so nothing was saved. Read it again, then make your change.")]
    Stale,
    /// A write without `If-Match`.
    #[error(
        "Send the version you edited as `If-Match: \"3\"`, so that nobody's change is lost. Nothing was saved."
    )]
    PreconditionRequired,
    /// An idempotency key met another body.
    #[error("This Idempotency-Key was used with another request. Use a new key. Nothing was done.")]
    IdempotencyMismatch,
    /// Too many tries.
    #[error("Too many requests. Wait {0} seconds, then try again.")]
    RateLimited(u64),
    /// A cancellation, or its undoing, that cannot be.
    #[error(transparent)]
    Cancel(#[from] CancelError),
    /// A change of plan or seats that cannot be.
    #[error("{}", sentence(&.0.to_string()))]
    Change(#[from] ChangeError),
    /// The merchant's settings say no.
    #[error("This customer may not do that.")]
    NotAllowed(Vec<Reason>),
    /// Not JSON, not the media type, too large: what the framework found.
    #[error("{message}")]
    Unreadable {
        /// What kind of refusal.
        code: ErrorCode,
        /// What was found.
        message: String,
    },
    /// The database is away.
    #[error("Portico cannot reach its database right now. Nothing was changed; try again in a moment.")]
    Unavailable(#[source] anyhow::Error),
    /// A fault of our own.
    #[error("Something went wrong on our side. Nothing was changed; try again, or contact support.")]
    Internal(#[source] anyhow::Error),
}

impl AppError {
    /// One field that needs attention.
    pub fn field(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError { field: field.into(), message: message.into() }])
    }

    /// What the framework says about a value that does not fit its field:
    /// "Failed to deserialize the JSON body into the target type: address.city: invalid … at line 1 column 9".
    fn unfit(text: &str) -> Self {
        let text = text.split_once(": ").map_or(text, |(_, rest)| rest);
        let text = text.rsplit_once(" at line ").map_or(text, |(text, _)| text);
        match text.split_once(": ") {
            Some((path, message)) if !path.contains(' ') => Self::field(path, sentence(message)),
            _ => Self::field("", sentence(text)),
        }
    }

    /// For programs, and for the status line.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Unauthenticated => ErrorCode::Unauthenticated,
            Self::Forbidden(_) | Self::NotAllowed(_) => ErrorCode::Forbidden,
            Self::NotFound(_) => ErrorCode::NotFound,
            Self::MethodNotAllowed(_) => ErrorCode::MethodNotAllowed,
            Self::Invalid(_) => ErrorCode::Invalid,
            Self::Conflict(_) | Self::Cancel(_) | Self::Change(_) => ErrorCode::Conflict,
            Self::Stale => ErrorCode::Stale,
            Self::PreconditionRequired => ErrorCode::PreconditionRequired,
            Self::IdempotencyMismatch => ErrorCode::IdempotencyMismatch,
            Self::RateLimited(_) => ErrorCode::RateLimited,
            Self::Unreadable { code, .. } => *code,
            Self::Unavailable(_) => ErrorCode::Unavailable,
            Self::Internal(_) => ErrorCode::Internal,
        }
    }

    /// The status line.
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.code().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Logs what only the operator can mend; called once, where the error becomes an answer.
    pub fn log(&self) {
        match self {
            Self::Internal(source) => tracing::error!(error = format!("{source:#}"), "request failed"),
            Self::Unavailable(source) => {
                tracing::warn!(error = format!("{source:#}"), "database not available")
            }
            _ => {}
        }
    }
}

/// With a capital letter and a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Stale,
            // Handlers that expect a conflict ask for it; one that comes here was not foreseen.
            StoreError::Conflict(_)
            | StoreError::Unreadable { .. }
            | StoreError::Unsound(_)
            | StoreError::Refused(_) => Self::Internal(error.into()),
            StoreError::Unavailable(_) => Self::Unavailable(error.into()),
        }
    }
}

/// An error of the API: answered as a problem body.
#[derive(Debug)]
pub struct ApiError(pub AppError);

impl<E: Into<AppError>> From<E> for ApiError {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        self.0.log();
        let mut problem = Problem::new(self.0.code(), self.0.to_string());
        problem.request_id = trace::request_id();
        match &self.0 {
            AppError::Invalid(errors) => problem.errors.clone_from(errors),
            AppError::NotAllowed(reasons) => {
                problem.detail = reasons.iter().map(|r| r.for_staff()).collect::<Vec<_>>().join(" ");
            }
            _ => {}
        }
        let mut response = (self.0.status(), Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let AppError::RateLimited(seconds) = self.0 {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl From<JsonRejection> for AppError {
    fn from(rejection: JsonRejection) -> Self {
        match rejection {
            JsonRejection::JsonDataError(error) => Self::unfit(&error.body_text()),
            JsonRejection::MissingJsonContentType(_) => Self::Unreadable {
                code: ErrorCode::UnsupportedMediaType,
                message: "Send the body as `Content-Type: application/json`. Nothing was changed.".into(),
            },
            other if other.status() == StatusCode::PAYLOAD_TOO_LARGE => Self::Unreadable {
                code: ErrorCode::TooLarge,
                message: "The body is larger than this route reads. Nothing was changed.".into(),
            },
            other => Self::Unreadable {
                code: ErrorCode::Invalid,
                message: format!("The body is not JSON: {}. Nothing was changed.", other.body_text()),
            },
        }
    }
}

impl From<FormRejection> for AppError {
    /// Our pages send no form that could be refused, so this one was made by somebody else.
    fn from(rejection: FormRejection) -> Self {
        let code = match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => ErrorCode::UnsupportedMediaType,
            _ => ErrorCode::Invalid,
        };
        let message = format!("The form cannot be read: {}. Nothing was changed.", rejection.body_text());
        Self::Unreadable { code, message }
    }
}

impl From<PathRejection> for AppError {
    /// An id that is malformed names nothing, exactly like one that is unknown.
    fn from(_: PathRejection) -> Self {
        Self::NotFound("page")
    }
}

impl From<QueryRejection> for AppError {
    fn from(rejection: QueryRejection) -> Self {
        Self::unfit(&rejection.body_text())
    }
}
