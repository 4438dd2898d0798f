//! `/portal/assets/{file}` and `/portal/logo/{sha256}`: what pages load.
//!
//! In: a path with a version or a hash in it. Out: bytes that browsers may keep forever.
//! Not here: pages.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use portal_view::ASSETS;

use super::failure::PortalError;
use super::path::Path;
use crate::app::App;
use crate::error::AppError;
use crate::store::settings;

/// The content never changes under its address.
static FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// `GET /portal/assets/{file}`
pub async fn get(Path(file): Path<String>, request: HeaderMap) -> Result<Response, PortalError> {
    let named = |path: &str| path.rsplit('/').next() == Some(file.as_str());
    let asset = ASSETS.iter().find(|asset| named(asset.path)).ok_or(AppError::NotFound("file"))?;
    let media_type = HeaderValue::from_static(asset.media_type);
    Ok(forever(&request, &file, [(header::CONTENT_TYPE, media_type)], asset.bytes))
}

/// `GET /portal/logo/{sha256}`: public, because mails show it. Opened by itself, a drawing can do nothing.
pub async fn logo(
    State(app): State<App>,
    Path(sha256): Path<String>,
    request: HeaderMap,
) -> Result<Response, PortalError> {
    let unknown = AppError::NotFound("logo");
    // What is no hash is not asked for: Postgres refuses text with a NUL in it.
    if !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(unknown.into());
    }
    let found = settings::find_logo(&mut app.db.read().await?, &sha256).await?;
    let (media_type, bytes) = found.ok_or(unknown)?;
    let media_type = HeaderValue::try_from(media_type).map_err(|e| AppError::Internal(e.into()))?;
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        ),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    ];
    Ok(forever(&request, &sha256, headers, bytes))
}

/// The bytes, or word that the browser has them already. `tag` must be plain: it was found by itself.
fn forever<const N: usize>(
    request: &HeaderMap,
    tag: &str,
    headers: [(HeaderName, HeaderValue); N],
    bytes: impl axum::response::IntoResponse,
) -> Response {
    let tag = format!("\"{tag}\"");
    let known = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let known =
        known.flat_map(|list| list.split(',')).any(|known| known.trim().trim_start_matches("W/") == tag);
    let cached = [(header::CACHE_CONTROL, FOREVER.clone())];
    match HeaderValue::try_from(tag) {
        Ok(tag) if known => (StatusCode::NOT_MODIFIED, cached, [(header::ETAG, tag)]).into_response(),
        Ok(tag) => (cached, [(header::ETAG, tag)], headers, bytes).into_response(),
        Err(_) => (cached, headers, bytes).into_response(),
    }
}
