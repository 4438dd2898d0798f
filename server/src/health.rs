//! `/readyz`: whether this server can do its work.

use axum::extract::State;

use crate::app::App;
use crate::error::ApiError;
use crate::store::merchants;

/// 200 while the database answers, 503 while it does not.
pub(crate) async fn ready(State(app): State<App>) -> Result<&'static str, ApiError> {
    let mut conn = app.db.read().await?;
    merchants::answer(&mut conn).await?;
    Ok("ready\n")
}
