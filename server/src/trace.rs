//! Names every request, and writes one line about it into the log.
//!
//! In: requests. Out: `x-request-id` on the answer, and a line with verb, path template, status and
//! time. Not here: paths as sent, because those of portal links are secrets.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::Instant;
use tracing::Instrument as _;

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
fn name(app: &App, headers: &HeaderMap) -> String {
    let given = headers.get(HEADER).and_then(|value| value.to_str().ok());
    let fit = |id: &&str| {
        (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    given.filter(fit).map_or_else(|| format!("req_{}", hex(&app.rng.bytes::<8>())), str::to_owned)
}

/// Names the request for all that is logged about it, and tells how it went.
pub(crate) async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = name(&app, request.headers());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("unmatched", MatchedPath::as_str);
    let span = tracing::info_span!("request", id);
    let response = REQUEST_ID.scope(id.clone(), next.run(request).instrument(span)).await;
    tell(&id, &method, route, started, response)
}

/// The same for an answer that was ready: no handler runs, so there is nothing else to name.
pub(crate) fn at_once(app: &App, headers: &HeaderMap, route: &str, response: Response) -> Response {
    tell(&name(app, headers), &Method::GET, route, Instant::now(), response)
}

fn tell(id: &str, method: &Method, route: &str, started: Instant, mut response: Response) -> Response {
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let (status, method) = (response.status().as_u16(), method.as_str());
    tracing::info!(parent: None, id, method, route, status, ms, "answered");
    if let Ok(id) = HeaderValue::try_from(id) {
        response.headers_mut().insert(HEADER, id);
    }
    response
}
