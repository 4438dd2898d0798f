//! `/readyz`: whether this server can do its work.

use axum::extract::State;

use crate::app::App;
use crate::db::sql;
use crate::error::ApiError;

/// 200 while the database answers, 503 while it does not.
pub(crate) async fn ready(State(app): State<App>) -> Result<&'static str, ApiError> {
    let mut conn = app.db.read().await?;
    sql("SELECT one FROM server").fetch_optional(&mut conn).await?;
    Ok("ready\n")
}
