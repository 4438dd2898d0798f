//! Which language a page is in: what the visitor chose here, else the session's, the customer's, the browser's.
//!
//! In: a request's cookie and `Accept-Language`, the tags on file. Out: [`Words`]; `POST /portal/language`.
//! Not here: the messages; mails, which nobody's browser has a say in.

use axum::extract::{FromRequestParts, State};
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Redirect, Response};
use portal_view::{Language, Words, routes};
use serde::Deserialize;

use super::cookie;
use super::csrf::Csrf;
use super::failure::PortalError;
use super::visit::Visit;
use crate::app::App;
use crate::error::AppError;

/// What a browser asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Browser {
    chosen: Option<Language>,
    accepted: Option<Language>,
}

impl Browser {
    /// What the headers of a request say.
    pub(super) fn of(headers: &HeaderMap, app: &App) -> Self {
        let chosen = cookie::read(headers, cookie::Name::Language, &app.public_url);
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self { chosen: chosen.and_then(Language::of_tag), accepted: accepted.and_then(Language::accepted) }
    }

    /// The words of the first of `tags` whose language we speak; the visitor's own choice comes before them,
    /// what the browser accepts after.
    pub(super) fn words<const N: usize>(self, tags: [Option<&str>; N]) -> Words {
        let on_file = || tags.into_iter().flatten().find_map(Language::of_tag);
        Words::of(self.chosen.or_else(on_file).or(self.accepted).unwrap_or_default())
    }

    /// Tells pages apart that differ by nothing but what the browser asks for.
    pub(super) fn key(self) -> String {
        let tag = |language: Option<Language>| language.map_or("-", Language::tag);
        format!("{}/{}", tag(self.chosen), tag(self.accepted))
    }
}

impl FromRequestParts<App> for Browser {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers, app))
    }
}

/// The form at the side of each page.
#[derive(Debug, Deserialize)]
pub struct Choice {
    language: String,
    place: String,
}

/// `POST /portal/language`: from now on in this language, until the visit ends.
pub async fn post(
    State(app): State<App>,
    _: Visit,
    Csrf(choice): Csrf<Choice>,
) -> Result<Response, PortalError> {
    let language = Language::of_tag(&choice.language).ok_or(AppError::Stale)?;
    let place = if is_ours(&choice.place) { choice.place.as_str() } else { routes::HOME };
    let kept = cookie::set(cookie::Name::Language, language.tag().to_owned(), &app.public_url);
    Ok((kept, Redirect::to(place)).into_response())
}

/// Whether it is an address within the portal, and nothing that leads anywhere else.
fn is_ours(place: &str) -> bool {
    let (path, query) = place.split_once('?').unwrap_or((place, ""));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_');
    let written = |byte: u8| plain(byte) || matches!(byte, b'=' | b'&' | b'%' | b'+' | b'.' | b'*');
    path.strip_prefix(routes::HOME).is_some_and(|rest| {
        (rest.is_empty() || rest.starts_with('/')) && !rest.contains("//") && rest.bytes().all(plain)
    }) && query.bytes().all(written)
}
