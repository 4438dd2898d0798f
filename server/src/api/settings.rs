//! `/v1/branding`

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use contract::ErrorCode;
use domain::{Branding, EventBody, Logo, LogoError};
use sha2::{Digest as _, Sha256};

use super::check::Check;
use super::extract::{Admin, Json, Staff};
use super::version::{IfMatch, IfNoneMatch, versioned};
use crate::app::App;
use crate::db::Tx;
use crate::error::{ApiError, AppError};
use crate::keys::hex;
use crate::store::{events, settings};

/// What a logo's route reads at most: a little more than a logo may have, so that one slightly too large
/// is told so in words.
pub const LOGO_BODY: usize = 300 * 1024;

/// Reads how the portal looks.
#[utoipa::path(get, path = "/v1/branding", tag = "settings", params(IfNoneMatch), responses((status = 200, body = Branding)))]
pub async fn get_branding(
    State(app): State<App>,
    staff: Staff,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let branding = settings::branding(&mut app.db.read().await?, &staff.merchant).await?;
    Ok(seen.answer(branding.version, &branding))
}

/// Replaces how the portal looks. `version` in the body is not read, because `If-Match` says it, and
/// neither is `logo`, which has a route of its own.
/// Needs a key of role admin.
#[utoipa::path(put, path = "/v1/branding", tag = "settings", request_body = Branding,
    params(IfMatch), responses((status = 200, body = Branding)))]
pub async fn put_branding(
    State(app): State<App>,
    Admin(staff): Admin,
    seen: IfMatch,
    Json(body): Json<Branding>,
) -> Result<Response, ApiError> {
    let mut check = Check::new();
    check.name("business_name", &body.business_name, 100);
    check.paragraph("footer_text", &body.footer_text, 1000);
    check.done()?;
    let mut tx = app.db.write().await?;
    let stored = settings::branding(&mut tx, &staff.merchant).await?;
    seen.require(stored.version)?;
    let branding = Branding { logo: stored.logo, version: stored.version, ..body };
    save(app, tx, &staff, branding).await
}

/// Reads the logo.
#[utoipa::path(get, path = "/v1/branding/logo", tag = "settings",
    params(IfNoneMatch), responses((status = 200, content_type = "image/*", body = Vec<u8>)))]
pub async fn get_logo(State(app): State<App>, staff: Staff, seen: IfNoneMatch) -> Result<Response, ApiError> {
    let none = || AppError::NotFound("logo");
    let mut conn = app.db.read().await?;
    let logo = settings::branding(&mut conn, &staff.merchant).await?.logo.ok_or_else(none)?;
    let (media_type, bytes) = settings::find_logo(&mut conn, &logo.sha256).await?.ok_or_else(none)?;
    let media_type = HeaderValue::try_from(media_type).map_err(|e| AppError::Internal(e.into()))?;
    // An SVG opened on its own must not act as a page of this server.
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok(seen.answer_with(&format!("\"{}\"", logo.sha256), || (headers, bytes).into_response()))
}

/// Replaces the logo: the picture's bytes, at most 256 KB of PNG, JPEG, WebP or SVG, judged by what they
/// are and not by the media type they are sent with. `If-Match` is the branding's version.
/// Needs a key of role admin.
#[utoipa::path(put, path = "/v1/branding/logo", tag = "settings",
    request_body(content = Vec<u8>, content_type = "image/*"), params(IfMatch), responses((status = 200, body = Branding)))]
pub async fn put_logo(
    State(app): State<App>,
    Admin(staff): Admin,
    seen: IfMatch,
    picture: Result<Bytes, BytesRejection>,
) -> Result<Response, ApiError> {
    let picture = picture.map_err(unreadable)?;
    let media_type = Logo::media_type_of(&picture).map_err(unfit)?;
    let logo = Logo { sha256: hex(&Sha256::digest(&picture)), media_type: media_type.to_owned() };
    let mut tx = app.db.write().await?;
    let stored = settings::branding(&mut tx, &staff.merchant).await?;
    seen.require(stored.version)?;
    settings::insert_logo(&mut tx, &staff.merchant, &logo, picture.into()).await?;
    save(app, tx, &staff, Branding { logo: Some(logo), ..stored }).await
}

/// Removes the logo; the business name stands in. Mails that were sent still find the picture.
/// Needs a key of role admin.
#[utoipa::path(delete, path = "/v1/branding/logo", tag = "settings",
    params(IfMatch), responses((status = 200, body = Branding)))]
pub async fn delete_logo(
    State(app): State<App>,
    Admin(staff): Admin,
    seen: IfMatch,
) -> Result<Response, ApiError> {
    let mut tx = app.db.write().await?;
    let stored = settings::branding(&mut tx, &staff.merchant).await?;
    seen.require(stored.version)?;
    save(app, tx, &staff, Branding { logo: None, ..stored }).await
}

async fn save(app: App, mut tx: Tx, staff: &Staff, mut branding: Branding) -> Result<Response, ApiError> {
    settings::save_branding(&mut tx, &staff.merchant, &mut branding).await?;
    let event = EventBody::BrandingSaved { branding: branding.clone() };
    events::append(&mut tx, &app, &staff.merchant, staff.actor(), event).await?;
    app.commit(tx).await?;
    Ok(versioned(branding.version, &branding))
}

fn unfit(error: LogoError) -> AppError {
    let sentence = format!("The logo was not changed: {error}.");
    match error {
        LogoError::TooLarge => AppError::Unreadable { code: ErrorCode::TooLarge, message: sentence },
        LogoError::UnknownKind | LogoError::ActiveContent => {
            AppError::Unreadable { code: ErrorCode::Invalid, message: sentence }
        }
    }
}

fn unreadable(rejection: BytesRejection) -> AppError {
    if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return unfit(LogoError::TooLarge);
    }
    let message = "The picture did not arrive whole. The logo was not changed; send it again.".into();
    AppError::Unreadable { code: ErrorCode::Invalid, message }
}
