//! `/openapi.json` and `/docs`: the API's own description, generated from its routes.
//!
//! In: what the routes say about themselves. Out: an OpenAPI 3.1 document, completed with what is true of
//! every route, and a page that shows it. Not here: the page's markup, which is `reference.rs`'.

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use axum::routing::get;
use contract::{ErrorCode, Problem};
use utoipa::OpenApi as _;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, ObjectBuilder, OpenApi, PathItem, Ref, RefOr, Required, Response, ResponseBuilder, Type,
};

use super::reference;

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
            zone. What is refused comes with a problem body (RFC 9457) whose `code` is for programs and whose \
            `detail` is for people."
    ),
    components(schemas(Problem)),
    tags(
        (name = "portal sessions", description = "Links into the portal, and the visits they open."),
        (name = "customers", description = "Who is billed."),
        (name = "plans", description = "What can be subscribed to."),
        (name = "subscriptions", description = "Who subscribed to what."),
        (name = "invoices", description = "What is owed and what was paid. Invoices arrive by import."),
        (name = "settings", description = "What customers may do, and how the portal looks."),
        (name = "webhooks", description = "Where events are sent, and what became of them."),
        (name = "feed", description = "The log of all that happened, to follow along."),
        (name = "account", description = "Whose key this is.")
    )
)]
struct Beginning;

const API_KEY: &str = "api_key";

/// The document before the routes add themselves.
pub(crate) fn beginning() -> OpenApi {
    Beginning::openapi()
}

/// Serves the completed document and its page.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>(document: OpenApi) -> Router<S> {
    let document = complete(document);
    let json = serde_json::to_value(&document).expect("a document has string keys and cannot fail");
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

/// Adds what is true of every route, so that none can forget to say it.
fn complete(mut document: OpenApi) -> OpenApi {
    document.info.version = env!("CARGO_PKG_VERSION").to_owned();
    document.security = Some(vec![SecurityRequirement::new(API_KEY, Vec::<String>::new())]);
    let components = document.components.get_or_insert_default();
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("A key made with `portico keys create`, of role staff or admin."));
    components.add_security_scheme(API_KEY, SecurityScheme::Http(bearer.build()));
    for (path, item) in &mut document.paths.paths {
        let by_id = path.contains('{');
        if let Some(post) = &mut item.post {
            post.parameters.get_or_insert_default().push(idempotency_key().into());
            refusals(post, &[ErrorCode::Conflict, ErrorCode::IdempotencyMismatch]);
        }
        for operation in operations(item) {
            refusals(operation, &[ErrorCode::Unauthenticated]);
            if by_id {
                refusals(operation, &[ErrorCode::NotFound]);
            }
            if operation.request_body.is_some() || takes(operation, |p| p.parameter_in == ParameterIn::Query)
            {
                refusals(operation, &[ErrorCode::Invalid]);
            }
            if takes(operation, |p| p.name == "If-Match") {
                refusals(operation, &[ErrorCode::Stale, ErrorCode::PreconditionRequired]);
            }
            if takes(operation, |p| p.name == "If-None-Match") {
                let same = ResponseBuilder::new().description("It is what the caller has.").build();
                operation.responses.responses.insert("304".to_owned(), same.into());
            }
            let other = problem("Anything else that went wrong; `code` says what.");
            operation.responses.responses.insert("default".to_owned(), other.into());
        }
    }
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten()
}

fn takes(operation: &Operation, fits: impl Fn(&Parameter) -> bool) -> bool {
    operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| matches!(parameter, RefOr::T(parameter) if fits(parameter)))
}

fn refusals(operation: &mut Operation, codes: &[ErrorCode]) {
    for code in codes {
        let status = code.status().to_string();
        operation.responses.responses.insert(status, problem(code.title()).into());
    }
}

fn problem(description: &str) -> Response {
    let body = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(description).content("application/problem+json", body).build()
}

fn idempotency_key() -> Parameter {
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("Makes a repeated request one and the same for 24 hours; a UUID will do."))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .build()
}
