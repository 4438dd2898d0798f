//! What every request to the portal goes through.
//!
//! In: any request. Out: its answer, with a page if it is an error, and with the headers that keep it
//! private. Not here: the token each signed-in form carries (`csrf`).

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::cache::Pages;
use super::failure::PortalError;
use super::language::Browser;
use super::{cookie, failure};
use crate::app::App;
use crate::error::AppError;

/// Set unless the handler chose its own.
static HEADERS: [(HeaderName, HeaderValue); 8] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        ),
    ),
    // The address of a link is a secret.
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        ),
    ),
];

/// One layer for all of it: requests pass through each layer at a cost, and this is every page's.
pub(crate) async fn layer(
    State((app, pages)): State<(App, Pages)>,
    request: Request,
    next: Next,
) -> Response {
    let secret = cookie::read(request.headers(), cookie::Name::Session, &app.public_url).map(str::to_owned);
    let place = request.extensions().get().cloned().zip(request.extensions().get().cloned());
    let browser = Browser::of(request.headers(), &app);
    let response = if request.method() == Method::POST && !came_from_here(request.headers(), &app) {
        let refusal = AppError::Forbidden("This form came from another site. Nothing was changed.");
        PortalError(refusal).into_response()
    } else {
        next.run(request).await
    };
    let mut response = failure::dress(&app, secret.as_deref(), browser, response).await;
    for (name, value) in &HEADERS {
        response.headers_mut().entry(name).or_insert_with(|| value.clone());
    }
    match place {
        Some((place, route)) => pages.keep(place, route, response).await,
        None => response,
    }
}

/// Whether nothing says that another site sent this.
///
/// Since our pages send no referrer, browsers send `Origin: null` with our own forms, so that alone
/// proves nothing either way; browsers that know it say the truth in `Sec-Fetch-Site`. Where neither
/// speaks, the form's own token has to.
fn came_from_here(headers: &HeaderMap, app: &App) -> bool {
    let fetch_site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let origin = headers.get(header::ORIGIN).map(HeaderValue::as_bytes);
    let ours = app.public_url.origin().ascii_serialization();
    matches!(fetch_site, None | Some(b"same-origin" | b"none"))
        && origin.is_none_or(|origin| origin == b"null" || origin == ours.as_bytes())
}
