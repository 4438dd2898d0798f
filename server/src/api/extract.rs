//! What handlers are given: who calls, and bodies and ids already parsed.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use domain::{Actor, ApiKey, MerchantId, Role};
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::error::{ApiError, AppError};
use crate::keys;
use crate::store::api_keys;

/// The holder of a working key of either role. Authentication is an argument, so it cannot be forgotten.
#[derive(Debug, Clone)]
pub struct Staff {
    /// Whose data they may touch.
    pub merchant: MerchantId,
    /// The key they came with.
    pub key: ApiKey,
}

impl Staff {
    /// Who to write into the log.
    pub fn actor(&self) -> Actor {
        Actor::Merchant { api_key: self.key.id.clone() }
    }
}

/// The holder of a working key of role `admin`.
#[derive(Debug, Clone)]
pub struct Admin(pub Staff);

/// The secret of the key the caller sent; the scheme's name counts in any case.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then_some(secret.trim())
}

impl FromRequestParts<App> for Staff {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let secret = bearer(&parts.headers).ok_or(AppError::Unauthenticated)?;
        let mut conn = app.db.read().await?;
        let found = api_keys::find_by_hash(&mut conn, &keys::hash(secret)).await?;
        let (merchant, key) = found.ok_or(AppError::Unauthenticated)?;
        Ok(Self { merchant, key })
    }
}

impl FromRequestParts<App> for Admin {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let staff = Staff::from_request_parts(parts, app).await?;
        if staff.key.role < Role::Admin {
            let sentence = "This needs a key of role admin; yours is of role staff. Nothing was changed.";
            return Err(AppError::Forbidden(sentence).into());
        }
        Ok(Self(staff))
    }
}

/// A JSON body whose faults are answered as problems that name the field.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = ApiError;
    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let axum::Json(value) = axum::Json::from_request(request, app).await?;
        Ok(Self(value))
    }
}

/// Path parameters; an id that is malformed is as unknown as one that is not there.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let axum::extract::Path(value) = axum::extract::Path::from_request_parts(parts, app).await?;
        Ok(Self(value))
    }
}

/// Query parameters.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let axum::extract::Query(value) = axum::extract::Query::from_request_parts(parts, app).await?;
        Ok(Self(value))
    }
}
