//! `ETag`, `If-None-Match` and `If-Match`: reading only what changed, and overwriting only what was seen.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{ObjectBuilder, Required, Type};

use crate::app::App;
use crate::error::{ApiError, AppError};

/// The version the caller edited. A write without it is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfMatch(String);

/// What the caller already has, if anything.
#[derive(Debug, Clone, Default)]
pub struct IfNoneMatch(Option<String>);

impl FromRequestParts<App> for IfMatch {
    type Rejection = ApiError;
    /// `*` matches whatever is there, so it says nothing about what was seen: refused like no header.
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, ApiError> {
        let given = text(&parts.headers, header::IF_MATCH).filter(|tags| tags != "*");
        Ok(Self(given.ok_or(AppError::PreconditionRequired)?))
    }
}

impl FromRequestParts<App> for IfNoneMatch {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(text(&parts.headers, header::IF_NONE_MATCH)))
    }
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let purpose =
            "The version that was edited, as its `ETag` said it: `\"3\"`. Refused if there is a newer one.";
        vec![header_parameter("If-Match", Required::True, purpose)]
    }
}

impl IntoParams for IfNoneMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let purpose = "The `ETag` of what the caller has: if that is still current, the answer is 304.";
        vec![header_parameter("If-None-Match", Required::False, purpose)]
    }
}

fn header_parameter(name: &str, required: Required, purpose: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(purpose))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .build()
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().unwrap_or_default().trim().to_owned())
}

/// Whether one of the listed tags is this one. Proxies that compress mark tags as weak (`W/`), which does
/// not make them another version.
fn names(tags: &str, tag: &str) -> bool {
    tags.split(',').any(|listed| listed.trim().trim_start_matches("W/") == tag)
}

impl IfMatch {
    /// Stale unless the caller saw this version.
    pub(crate) fn require(&self, version: i64) -> Result<(), AppError> {
        if names(&self.0, &tag(version)) { Ok(()) } else { Err(AppError::Stale) }
    }
}

impl IfNoneMatch {
    /// The body with its tag; 304 and no body if the caller has it.
    pub(crate) fn answer<T: Serialize>(&self, version: i64, body: &T) -> Response {
        self.answer_with(&tag(version), || Json(body).into_response())
    }

    /// The same for anything that has a tag, which is given in its quotes.
    pub(crate) fn answer_with(&self, tag: &str, body: impl FnOnce() -> Response) -> Response {
        let has_it = self.0.as_ref().is_some_and(|tags| tags == "*" || names(tags, tag));
        let mut response = if has_it { StatusCode::NOT_MODIFIED.into_response() } else { body() };
        let headers = response.headers_mut();
        if let Ok(tag) = HeaderValue::try_from(tag) {
            headers.insert(header::ETAG, tag);
        }
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        response
    }
}

/// The body with its tag, after a write.
pub(crate) fn versioned<T: Serialize>(version: i64, body: &T) -> Response {
    IfNoneMatch::default().answer(version, body)
}

/// `"3"`
fn tag(version: i64) -> String {
    format!("\"{version}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_among_tags() {
        let stale = |tags: &str| IfMatch(tags.into()).require(3).is_err();
        assert!(!stale("\"3\"") && !stale("\"2\", \"3\"") && !stale("W/\"3\""));
        assert!(stale("\"2\"") && stale("3") && stale("\"33\"") && stale("") && stale("\"3"));
    }
}
