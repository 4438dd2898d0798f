//! The logo's picture, kept so that the preview has it offline.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use client::Client;
use domain::Logo;
use sqlx::SqliteConnection;

use crate::noun::Single;
use crate::{Replica, SyncError, query};

/// Fetches the picture the branding names, if it is not here yet, and forgets older ones.
/// Returns whether anything changed.
pub(crate) async fn refresh(db: &Replica, api: &Client) -> Result<bool, SyncError> {
    let branding = query::find_single::<domain::Branding>(&mut *db.read().await?, Single::Branding).await?;
    let Some(logo) = branding.and_then(|b| b.logo) else { return Ok(false) };
    if picture(&mut *db.read().await?, &logo).await?.is_some() {
        return Ok(false);
    }
    let bytes = api.logo().await?;
    let mut tx = db.write().await?;
    sqlx::query("DELETE FROM logo").execute(&mut *tx).await?;
    sqlx::query("INSERT INTO logo (sha256, picture) VALUES ($1, $2)")
        .bind(&logo.sha256)
        .bind(bytes)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(true)
}

/// The picture as a `data:` URL, if it is here.
pub(crate) async fn data_url(
    conn: &mut SqliteConnection,
    logo: &Logo,
) -> Result<Option<String>, sqlx::Error> {
    let bytes = picture(conn, logo).await?;
    Ok(bytes.map(|bytes| format!("data:{};base64,{}", logo.media_type, STANDARD.encode(bytes))))
}

async fn picture(conn: &mut SqliteConnection, logo: &Logo) -> Result<Option<Vec<u8>>, sqlx::Error> {
    sqlx::query_scalar("SELECT picture FROM logo WHERE sha256 = $1")
        .bind(&logo.sha256)
        .fetch_optional(conn)
        .await
}
