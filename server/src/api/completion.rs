//! What is true of every route of the API, added to its document, so that no route can forget to say it.
//!
//! In: the document as the routes wrote it. Out: the same with the key it takes, the headers that belong to
//! its verbs, its refusals, and a name for each operation. Not here: what one route alone does.

use contract::ErrorCode;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ArrayBuilder, ContentBuilder, ObjectBuilder, OpenApi, PathItem, Ref, RefOr, Required, Response,
    ResponseBuilder, Schema, Type,
};

const API_KEY: &str = "api_key";

/// Adds what is true of every route, so that none can forget to say it.
pub(super) fn complete(mut document: OpenApi) -> OpenApi {
    document.info.version = env!("CARGO_PKG_VERSION").to_owned();
    document.security = Some(vec![SecurityRequirement::new(API_KEY, Vec::<String>::new())]);
    let components = document.components.get_or_insert_default();
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("A key made with `portico keys create`, of role staff or admin."));
    components.add_security_scheme(API_KEY, SecurityScheme::Http(bearer.build()));
    for (name, schema) in &mut components.schemas {
        if let Some(entry) = name.strip_prefix("Page_") {
            refer(schema, entry);
        }
    }
    for (path, item) in &mut document.paths.paths {
        let by_id = path.contains('{');
        if let Some(post) = &mut item.post {
            post.parameters.get_or_insert_default().push(idempotency_key().into());
            refusals(post, &[ErrorCode::Conflict, ErrorCode::IdempotencyMismatch]);
        }
        for (verb, operation) in operations(item) {
            operation.operation_id = Some(operation_id(verb, path));
            tell_apart(operation);
            say_what_comes(operation);
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

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    let all = [
        ("get", &mut item.get),
        ("put", &mut item.put),
        ("post", &mut item.post),
        ("delete", &mut item.delete),
        ("patch", &mut item.patch),
    ];
    all.into_iter().filter_map(|(verb, operation)| Some((verb, operation.as_mut()?)))
}

/// `get_customers_id` for `GET /v1/customers/{id}`: unique, as generators of clients need it.
fn operation_id(verb: &str, path: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let words: String =
        path.trim_start_matches("/v1/").chars().filter(|c| !"{}".contains(*c)).map(plain).collect();
    format!("{verb}_{words}")
}

/// Makes the first sentence of a handler's comment the summary, and the rest the description.
fn tell_apart(operation: &mut Operation) {
    let summary = operation.summary.take().unwrap_or_default();
    let more = operation.description.take().unwrap_or_default();
    let words: Vec<&str> = summary.split_whitespace().chain(more.split_whitespace()).collect();
    let words = words.join(" ");
    let end = words.find(". ").map_or(words.len(), |at| at + 1);
    let (first, rest) = words.split_at(end);
    operation.summary = Some(first.to_owned());
    operation.description = Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty());
}

/// Describes successes, which OpenAPI demands, and leaves the bytes of files undescribed, which it advises.
fn say_what_comes(operation: &mut Operation) {
    let is_file = |media_type: &str| media_type.starts_with("image/") || media_type == "application/pdf";
    if let Some(RefOr::T(body)) = &mut operation.request_body {
        for (_, content) in body.content.iter_mut().filter(|(media_type, _)| is_file(media_type)) {
            *content = ContentBuilder::new().build().into();
        }
    }
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        if response.description.is_empty() {
            response.description = if status == "201" { "It was added." } else { "As asked." }.to_owned();
        }
        for (_, content) in response.content.iter_mut().filter(|(media_type, _)| is_file(media_type)) {
            *content = ContentBuilder::new().build().into();
        }
    }
}

/// Makes the entries of a page refer to their noun instead of repeating it.
fn refer(page: &mut RefOr<Schema>, entry: &str) {
    if let RefOr::T(Schema::Object(page)) = page {
        let list = ArrayBuilder::new().items(Ref::from_schema_name(entry));
        page.properties.insert("data".to_owned(), list.into());
    }
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
