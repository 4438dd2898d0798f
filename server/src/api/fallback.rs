//! What answers where no handler does: as a problem body, like every other refusal.

use std::any::Any;

use axum::http::Method;
use axum::response::{IntoResponse as _, Response};

use crate::error::{ApiError, AppError};

/// A path that is not there.
pub(crate) async fn unknown_path() -> ApiError {
    AppError::NotFound("page").into()
}

/// A path that is there, but not for this verb.
pub(crate) async fn other_verb(method: Method) -> ApiError {
    AppError::MethodNotAllowed(method).into()
}

/// A handler that panicked: a fault of ours, of which the log has the place.
pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    ApiError(AppError::Internal(anyhow::anyhow!("a handler panicked: {text}"))).into_response()
}
