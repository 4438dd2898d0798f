//! Names every request, and writes one line about it into the log.
//!
//! In: requests. Out: `x-request-id` on the answer, and a span with verb, path template, status and
//! time. Not here: paths as sent, because those of portal links are secrets.

use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument as _, Span};

use crate::app::App;
use crate::keys::hex;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

tokio::task_local! {
    static REQUEST_ID: String;
}

/// The name of the request this task answers; none outside of one.
pub fn request_id() -> Option<String> {
    REQUEST_ID.try_with(Clone::clone).ok()
}

/// Keeps the caller's name for the request if it is fit for a log, else makes one.
fn name(app: &App, request: &Request) -> String {
    let given = request.headers().get(HEADER).and_then(|value| value.to_str().ok());
    let fit = |id: &&str| {
        (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    given.filter(fit).map_or_else(|| format!("req_{}", hex(&app.rng.bytes::<8>())), str::to_owned)
}

/// The outermost layer: names the request and tells how it went.
pub(crate) async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = name(&app, &request);
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str);
    let span = tracing::info_span!("request", id, method = %request.method(), route);
    let echoed = HeaderValue::try_from(id.as_str());
    let started = tokio::time::Instant::now();
    let mut response = REQUEST_ID.scope(id, next.run(request).instrument(span.clone())).await;
    tell(&span, response.status().as_u16(), started.elapsed());
    if let Ok(id) = echoed {
        response.headers_mut().insert(HEADER, id);
    }
    response
}

fn tell(span: &Span, status: u16, took: Duration) {
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(parent: span, status, ms, "answered");
}
