//! `/v1/account`

use axum::Json;
use axum::extract::State;
use contract::api::Account;

use super::extract::Staff;
use crate::app::App;
use crate::error::{ApiError, AppError};
use crate::store::merchants;

/// Tells whose key this is, what it may do, and which server answers.
#[utoipa::path(get, path = "/v1/account", tag = "account", responses((status = 200, body = Account)))]
pub async fn get(State(app): State<App>, staff: Staff) -> Result<Json<Account>, ApiError> {
    let mut conn = app.db.read().await?;
    let merchant = merchants::find(&mut conn, &staff.merchant).await?.ok_or(AppError::Unauthenticated)?;
    Ok(Json(Account {
        merchant,
        api_key: staff.key,
        server_version: env!("CARGO_PKG_VERSION").to_owned(),
        epoch: app.epoch.clone(),
    }))
}
