//! The three cookies of the portal.
//!
//! In: a secret, the server's public address. Out: cookies, and their values read back.
//! Not here: what they prove.

use axum::http::{HeaderMap, header};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use url::Url;

/// Which cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// Holds the secret of a session.
    Session,
    /// Holds what the page of a link was given, so that only a browser that saw it redeems the link.
    Nonce,
    /// Holds the language the visitor chose; no secret.
    Language,
}

impl Name {
    /// `__Host-` ties a cookie to this host, this path and TLS, so that no neighbour can set it. Browsers
    /// take it only over `https`: on plain HTTP, which is for trying Portico on one machine, the bare
    /// name stands in.
    fn text(self, public_url: &Url) -> &'static str {
        match (self, is_https(public_url)) {
            (Self::Session, true) => "__Host-portico_session",
            (Self::Session, false) => "portico_session",
            (Self::Nonce, true) => "__Host-portico_nonce",
            (Self::Nonce, false) => "portico_nonce",
            (Self::Language, true) => "__Host-portico_language",
            (Self::Language, false) => "portico_language",
        }
    }
}

fn is_https(public_url: &Url) -> bool {
    public_url.scheme() == "https"
}

/// The cookie's value, if the browser brought it. Ours are URL-safe base 64, so nothing is encoded.
pub(super) fn read<'a>(headers: &'a HeaderMap, name: Name, public_url: &Url) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|list| list.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(given, _)| *given == name.text(public_url)).map(|(_, value)| value)
}

/// Lasts until the browser closes; sent on links from elsewhere, but not with their forms (`Lax`).
pub(super) fn set(name: Name, value: String, public_url: &Url) -> CookieJar {
    CookieJar::new().add(bare(name, value, public_url))
}

/// Makes the browser forget it.
pub(super) fn forget(name: Name, public_url: &Url) -> CookieJar {
    let mut gone = bare(name, String::new(), public_url);
    gone.make_removal();
    CookieJar::new().add(gone)
}

fn bare(name: Name, value: String, public_url: &Url) -> Cookie<'static> {
    Cookie::build((name.text(public_url), value))
        .path("/")
        .secure(is_https(public_url))
        .http_only(true)
        .same_site(SameSite::Lax)
        .build()
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse as _;

    use super::*;

    fn set_cookie(public_url: &str) -> String {
        let url = public_url.parse().expect("an address");
        let jar = set(Name::Session, "secret".into(), &url);
        let response = jar.into_response();
        response.headers()["set-cookie"].to_str().expect("plain text").to_owned()
    }

    #[test]
    fn over_https_no_neighbour_can_set_or_read_a_cookie() {
        let cookie = set_cookie("https://billing.acme.example");
        assert_eq!(cookie, "__Host-portico_session=secret; HttpOnly; SameSite=Lax; Secure; Path=/");
    }

    #[test]
    fn a_cookie_is_known_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append("cookie", "xportico_session=a; portico_session=b".parse().expect("a header"));
        headers.append("cookie", "portico_nonce=c".parse().expect("a header"));
        let url = "http://127.0.0.1:8787".parse().expect("an address");
        assert_eq!(read(&headers, Name::Session, &url), Some("b"));
        assert_eq!(read(&headers, Name::Nonce, &url), Some("c"));
        let url = "https://billing.acme.example".parse().expect("an address");
        assert_eq!(read(&headers, Name::Session, &url), None);
    }

    #[test]
    fn on_plain_http_browsers_still_take_it() {
        assert_eq!(
            set_cookie("http://127.0.0.1:8787"),
            "portico_session=secret; HttpOnly; SameSite=Lax; Path=/"
        );
    }
}
