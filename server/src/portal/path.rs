//! Path parameters; an id that is malformed is as unknown as one that is not there.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::failure::PortalError;
use crate::app::App;

/// Path parameters.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = PortalError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PortalError> {
        let axum::extract::Path(value) = axum::extract::Path::from_request_parts(parts, app).await?;
        Ok(Self(value))
    }
}
