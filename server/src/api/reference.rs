//! The page at `/docs`: the OpenAPI document as a person reads it, without a script and without anything
//! from elsewhere.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

const STYLE: &str = include_str!("reference.css");
const VERBS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Allows the page its own style sheet and nothing else.
pub(crate) fn content_security_policy() -> String {
    let hash = STANDARD.encode(Sha256::digest(STYLE));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; frame-ancestors 'none'")
}

/// The page for an OpenAPI document.
pub(crate) fn page(document: &Value) -> Markup {
    let info = &document["info"];
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (text(&info["title"])) " API" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                nav aria-label="Contents" {
                    p { a href="#top" { strong { (text(&info["title"])) " API " } (text(&info["version"])) } }
                    ul {
                        @for tag in list(&document["tags"]) {
                            li { a href={ "#" (anchor(text(&tag["name"]))) } { (text(&tag["name"])) } }
                        }
                        li { a href="#schemas" { "Schemas" } }
                        li { a href="/openapi.json" { "openapi.json" } }
                    }
                }
                main id="top" {
                    h1 { (text(&info["title"])) " API" }
                    (prose(text(&info["description"])))
                    @for tag in list(&document["tags"]) { (group(document, tag)) }
                    h2 id="schemas" { "Schemas" }
                    @for (name, schema) in entries(&document["components"]["schemas"]) { (noun(name, schema)) }
                }
            }
        }
    }
}

fn group(document: &Value, tag: &Value) -> Markup {
    let name = text(&tag["name"]);
    let operations = entries(&document["paths"]).flat_map(|(path, item)| {
        VERBS.iter().map(move |verb| (*verb, path, &item[*verb])).filter(|(_, _, found)| found.is_object())
    });
    html! {
        section {
            h2 id=(anchor(name)) { (name) }
            (prose(text(&tag["description"])))
            @for (verb, path, operation) in operations {
                @if list(&operation["tags"]).any(|tag| text(tag) == name) { (route(verb, path, operation)) }
            }
        }
    }
}

fn route(verb: &str, path: &str, operation: &Value) -> Markup {
    html! {
        details id=(anchor(&format!("{verb} {path}"))) {
            summary {
                code { b class=(verb) { (verb.to_uppercase()) } " " (path) }
                span { (prose_inline(text(&operation["summary"]))) }
            }
            (prose(text(&operation["description"])))
            @if list(&operation["parameters"]).next().is_some() {
                h4 { "Parameters" }
                table {
                    @for parameter in list(&operation["parameters"]) {
                        tr {
                            th scope="row" {
                                code { (text(&parameter["name"])) }
                                @if parameter["required"] == true { " required" }
                            }
                            td { (text(&parameter["in"])) ", " (kind(&parameter["schema"])) }
                            td { (prose_inline(text(&parameter["description"]))) }
                        }
                    }
                }
            }
            @if operation["requestBody"].is_object() {
                h4 { "Body" }
                (contents(&operation["requestBody"]))
            }
            h4 { "Answers" }
            table {
                @for (status, response) in entries(&operation["responses"]) {
                    tr {
                        th scope="row" { code { (status) } }
                        td { (contents(response)) }
                        td { (prose_inline(text(&response["description"]))) }
                    }
                }
            }
        }
    }
}

fn contents(holder: &Value) -> Markup {
    html! {
        @for (media_type, content) in entries(&holder["content"]) {
            p { (kind(&content["schema"])) " " small { (media_type) } }
        }
    }
}

fn noun(name: &str, schema: &Value) -> Markup {
    html! {
        details id=(anchor(name)) {
            summary { code { b { (name) } } span { (prose_inline(first_sentence(text(&schema["description"])))) } }
            (prose(text(&schema["description"])))
            (shape(schema))
        }
    }
}

/// What a schema is made of: its fields, its parts or its alternatives.
fn shape(schema: &Value) -> Markup {
    let required = |name: &str| list(&schema["required"]).any(|field| text(field) == name);
    html! {
        @if schema["properties"].is_object() {
            table {
                @for (name, field) in entries(&schema["properties"]) {
                    tr {
                        th scope="row" { code { (name) } @if !required(name) { " optional" } }
                        td { (kind(field)) }
                        td { (prose_inline(text(&field["description"]))) }
                    }
                }
            }
        } @else if schema["allOf"].is_array() {
            @for part in list(&schema["allOf"]) { (shape(part)) }
        } @else if schema["oneOf"].is_array() {
            p { "One of:" }
            ul { @for one in list(&schema["oneOf"]) {
                li { (prose_inline(text(&one["description"]))) (shape(one)) }
            } }
        } @else {
            p { (kind(schema)) }
        }
    }
}

/// A schema in a few words, linked to where it is described.
fn kind(schema: &Value) -> Markup {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return html! { a href={ "#" (anchor(name)) } { code { (name) } } };
    }
    let alternatives: Vec<&Value> = list(&schema["oneOf"]).chain(list(&schema["anyOf"])).collect();
    let values: Vec<String> = list(&schema["enum"]).map(Value::to_string).collect();
    html! {
        @if !alternatives.is_empty() {
            @for (at, one) in alternatives.iter().enumerate() { @if at > 0 { " or " } (kind(one)) }
        } @else if !values.is_empty() {
            code { (values.join(" ")) }
        } @else if schema["items"].is_object() {
            "list of " (kind(&schema["items"]))
        } @else if let Some(types) = schema["type"].as_array() {
            (types.iter().map(text).collect::<Vec<_>>().join(" or "))
        } @else {
            (text(&schema["type"]))
        }
        @if let Some(example) = list(&schema["examples"]).next() { ", such as " code { (example) } }
    }
}

/// Paragraphs, with `code` where the text says so.
fn prose(words: &str) -> Markup {
    html! { @for paragraph in words.split("\n\n").filter(|p| !p.is_empty()) { p { (prose_inline(paragraph)) } } }
}

/// One paragraph; the sources of the document mark code and names as doc comments do.
fn prose_inline(words: &str) -> Markup {
    html! {
        @for (at, part) in words.split('`').enumerate() {
            @if at % 2 == 1 {
                code { (part) }
            } @else {
                @for (at, part) in part.split('*').enumerate() {
                    @if at % 2 == 1 { em { (part) } } @else { (part) }
                }
            }
        }
    }
}

fn first_sentence(words: &str) -> &str {
    let end = words.match_indices('.').find(|(at, _)| words[at + 1..].starts_with(char::is_whitespace));
    end.map_or(words, |(at, _)| &words[..=at])
}

fn anchor(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}
