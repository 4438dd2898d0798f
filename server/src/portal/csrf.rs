//! Forms of signed-in pages, each with proof that it came from one.
//!
//! In: a form and the session's cookie. Out: the form's fields. Not here: where the form came from
//! (`guard`), the forms of pages without a session.

use axum::Form;
use axum::extract::{FromRequest, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::cookie;
use super::failure::PortalError;
use crate::app::App;
use crate::error::AppError;
use crate::keys::hex;

/// The token of all forms of a session: only who holds its secret can compute it, and neither the
/// secret nor the hash in the database can be computed from it.
pub(super) fn token(session_secret: &str) -> String {
    hex(&Sha256::digest(format!("portico form of session {session_secret}")))
}

/// The fields of a form that carries the session's token.
#[derive(Debug)]
pub struct Csrf<T>(pub T);

/// A form without fields of its own.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

#[derive(Deserialize)]
struct Signed<T> {
    csrf: String,
    #[serde(flatten)]
    form: T,
}

impl<T: DeserializeOwned> FromRequest<App> for Csrf<T> {
    type Rejection = PortalError;
    async fn from_request(request: Request, app: &App) -> Result<Self, PortalError> {
        let secret = cookie::read(request.headers(), cookie::Name::Session, &app.public_url);
        let expected = token(secret.unwrap_or_default());
        let Form(signed) = Form::<Signed<T>>::from_request(request, app).await?;
        if bool::from(expected.as_bytes().ct_eq(signed.csrf.as_bytes())) {
            Ok(Self(signed.form))
        } else {
            Err(AppError::Forbidden("This form belongs to another visit. Nothing was changed.").into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_says_nothing_about_the_secret_or_its_stored_hash() {
        let (token, stored) = (token("secret"), crate::keys::hash("secret"));
        assert_eq!(token.len(), 64);
        assert_ne!(token, stored);
        assert_ne!(token, super::token("other"));
    }
}
