//! Pages as answers.
//!
//! In: markup and whose face it wears. Out: HTML with the one content policy that fits it.
//! Not here: the headers all answers share (`guard`).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Branding;
use maud::Markup;
use portal_view::brand_style;
use sha2::{Digest as _, Sha256};

/// A page. Its policy lets in our own files and the one inline style the brand's colours are in,
/// known by its hash; no script, no frame, no form that leads elsewhere.
pub(super) fn page(status: StatusCode, branding: &Branding, markup: Markup) -> Response {
    let style = STANDARD.encode(Sha256::digest(brand_style(branding)));
    let policy = format!(
        "default-src 'none'; style-src 'self' 'sha256-{style}'; img-src 'self'; font-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    );
    let policy = HeaderValue::try_from(policy).expect("base 64 is plain ASCII");
    (status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(markup.into_string())).into_response()
}
