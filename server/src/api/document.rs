//! `/openapi.json` and `/docs`: the API's own description, generated from its routes.
//!
//! In: what the routes say about themselves. Out: an OpenAPI 3.1 document and a page that shows it.
//! Not here: what is true of every route (`completion.rs`), the page's markup (`reference.rs`).

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use axum::routing::get;
use contract::Problem;
use contract::webhook::{ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER};
use domain::EventType;
use serde_json::{Value, json};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;

use super::{completion, reference};

/// The document before the routes add themselves.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Portico",
        description = "Create portal sessions, read and write customers, follow what happens.\n\n\
            Every request carries an API key as `Authorization: Bearer …`. Lists come in pages: pass \
            `next_cursor` as `cursor`. Single reads carry an `ETag`; writes to what exists need it as \
            `If-Match`. A POST with an `Idempotency-Key` can be sent again without a second effect for 24 \
            hours. Amounts are decimal strings. Times are RFC 3339 in UTC; days are days of the merchant's \
            zone, whatever a customer's `time_zone`. What is refused comes with a problem body (RFC 9457) whose `code` is for programs and whose \
            `detail` is for people."
    ),
    components(schemas(Problem)),
    tags(
        (name = "portal", description = "Links into the portal, and the visits they open."),
        (name = "customers", description = "Who is billed."),
        (name = "plans", description = "What can be subscribed to."),
        (name = "subscriptions", description = "Who subscribed to what."),
        (name = "invoices", description = "What is owed and what was paid. Invoices arrive by import, or are written when a subscription renews."),
        (name = "usage", description = "What customers use, counted by meters and charged when the period is over."),
        (name = "payments", description = "What customers pay with, and what became of their payments."),
        (name = "settings", description = "What customers may do, and how the portal looks."),
        (name = "webhooks", description = "Where events are sent, and what became of them."),
        (name = "feed", description = "The log of all that happened, to follow along."),
        (name = "test clock", description = "The clock of a merchant who tries things out: a year in a minute."),
        (name = "account", description = "Whose key this is.")
    )
)]
struct Beginning;

/// The document before the routes add themselves.
pub(crate) fn beginning() -> OpenApi {
    Beginning::openapi()
}

/// What is posted to webhook endpoints, for each kind of event; utoipa has no words for it.
fn webhooks() -> Value {
    let public = EventType::ALL.iter().filter(|kind| kind.is_public());
    let described = public.map(|kind| {
        let envelope = json!({ "$ref": "#/components/schemas/Event" });
        let this_kind = json!({ "type": "object", "properties": { "type": { "const": kind.as_str() } } });
        let header = |name: &str, description: &str| {
            let schema = json!({ "type": "string" });
            json!({ "name": name, "in": "header", "required": true, "description": description, "schema": schema })
        };
        let post = json!({
            "operationId": kind.as_str().replace('.', "_"),
            "tags": ["webhooks"],
            "summary": kind.description(),
            "parameters": [
                header(ID_HEADER, "The same on each try, to tell a repeat."),
                header(TIMESTAMP_HEADER, "When this try was made, in seconds since 1970."),
                header(SIGNATURE_HEADER, "Standard Webhooks signatures, separated by spaces.")
            ],
            "requestBody": {
                "required": true,
                "content": { "application/json": { "schema": { "allOf": [envelope, this_kind] } } }
            },
            "responses": { "2XX": { "description": "It arrived. Anything else is tried again." } },
            "security": []
        });
        (kind.as_str().to_owned(), json!({ "post": post }))
    });
    described.collect::<serde_json::Map<_, _>>().into()
}

/// Serves the completed document and its page.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>(document: OpenApi) -> Router<S> {
    let document = completion::complete(document);
    let mut json = serde_json::to_value(&document).expect("a document has string keys and cannot fail");
    json["webhooks"] = webhooks();
    let page: Arc<str> = reference::page(&json).into_string().into();
    let text: Arc<str> = json.to_string().into();
    let policy = HeaderValue::try_from(reference::content_security_policy()).expect("a policy is plain text");
    Router::new()
        .route(
            "/openapi.json",
            get(async move || ([(header::CONTENT_TYPE, "application/json")], text.to_string())),
        )
        .route(
            "/docs",
            get(async move || {
                let headers = [
                    (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
                    (header::CONTENT_SECURITY_POLICY, policy.clone()),
                    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
                    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
                ];
                (headers, page.to_string()).into_response()
            }),
        )
}
