//! Errors as pages in the merchant's brand, with a way out.
//!
//! In: an [`AppError`], as handlers return it by `?`. Out: its status at once, and its page once
//! [`dress`] has found out whose face it wears. Not here: links that do not open, visits that are over.

use std::any::Any;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::policy::Reason;
use domain::{Branding, LocaleTag, PortalSession, SessionState};
use portal_view::{ErrorKind, ErrorView};

use super::language::Browser;
use super::{brand, respond};
use crate::app::App;
use crate::db::StoreError;
use crate::error::AppError;
use crate::store::{customers, sessions};
use crate::{keys, trace};

/// An error of the portal: answered as a page.
#[derive(Debug)]
pub struct PortalError(pub AppError);

impl<E: Into<AppError>> From<E> for PortalError {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for PortalError {
    fn into_response(self) -> Response {
        self.0.log();
        let (status, kind) = match &self.0 {
            AppError::NotFound(_) => (StatusCode::NOT_FOUND, ErrorKind::NotFound),
            AppError::NotAllowed(reasons) if out_of_date(reasons) => (StatusCode::CONFLICT, ErrorKind::Stale),
            AppError::NotAllowed(reasons) => {
                let told = reasons.iter().copied().find(|reason| !reason.is_setting());
                (StatusCode::FORBIDDEN, ErrorKind::NotAllowed(told))
            }
            AppError::Stale | AppError::Cancel(_) | AppError::Change(_) | AppError::Conflict(_) => {
                (StatusCode::CONFLICT, ErrorKind::Stale)
            }
            AppError::RateLimited(_) => (StatusCode::TOO_MANY_REQUESTS, ErrorKind::TooMany),
            AppError::Unavailable(_) => (StatusCode::SERVICE_UNAVAILABLE, ErrorKind::Unavailable),
            AppError::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, ErrorKind::Internal),
            // A form that is none of ours, or was tampered with.
            AppError::Forbidden(_)
            | AppError::Invalid(_)
            | AppError::Unreadable { .. }
            | AppError::MethodNotAllowed(_)
            | AppError::Unauthenticated
            | AppError::PreconditionRequired
            | AppError::IdempotencyMismatch => (self.0.status(), ErrorKind::Stale),
        };
        undressed(status, kind)
    }
}

/// Whether all that speaks against it is that it happened already.
fn out_of_date(reasons: &[Reason]) -> bool {
    let state = |reason: &Reason| {
        matches!(
            reason,
            Reason::AlreadyCanceled
                | Reason::CancelationPending
                | Reason::NotScheduled
                | Reason::NoChangePending
        )
    };
    // That a moment is not offered is beside the point where the thing has happened.
    reasons.iter().any(state) && reasons.iter().all(|r| state(r) || *r == Reason::MomentNotOffered)
}

/// Marks an answer as waiting for its page.
#[derive(Debug, Clone, Copy)]
struct Undressed(ErrorKind);

fn undressed(status: StatusCode, kind: ErrorKind) -> Response {
    let mut response = status.into_response();
    response.extensions_mut().insert(Undressed(kind));
    response
}

/// There is nothing at this address.
pub(crate) async fn not_found() -> Response {
    undressed(StatusCode::NOT_FOUND, ErrorKind::NotFound)
}

/// There is something at this address, but not for this verb.
pub(crate) async fn method_not_allowed() -> Response {
    undressed(StatusCode::METHOD_NOT_ALLOWED, ErrorKind::NotFound)
}

/// A handler panicked.
pub(crate) fn panicked(_: Box<dyn Any + Send>) -> Response {
    undressed(StatusCode::INTERNAL_SERVER_ERROR, ErrorKind::Internal)
}

/// Gives an error its page; `secret` is that of the session, if the browser brought one.
pub(super) async fn dress(app: &App, secret: Option<&str>, browser: Browser, response: Response) -> Response {
    let Some(Undressed(kind)) = response.extensions().get().copied() else { return response };
    // The page of an error must come even if the database does not.
    let face = face(app, secret).await.unwrap_or_else(|_| Face::without_visit(brand::neutral()));
    let (branding, visit) = (face.branding, face.visit.as_ref());
    let words = browser.words([face.locale.as_deref()]);
    let reference = trace::request_id();
    let view = ErrorView {
        kind,
        signed_in: visit.is_some(),
        return_url: visit.and_then(|session| session.return_url.as_ref()),
        reference: reference.as_deref(),
    };
    let (mut parts, _) = response.into_parts();
    let page = respond::page(parts.status, &branding, portal_view::error(words, &branding, &view));
    let (page, body) = page.into_parts();
    parts.headers.extend(page.headers);
    Response::from_parts(parts, body)
}

/// Whose face the page wears, the visit to go back to, if there is one, and in which language that is.
struct Face {
    branding: Branding,
    visit: Option<PortalSession>,
    locale: Option<LocaleTag>,
}

impl Face {
    fn without_visit(branding: Branding) -> Self {
        Self { branding, visit: None, locale: None }
    }
}

async fn face(app: &App, secret: Option<&str>) -> Result<Face, StoreError> {
    let Some(secret) = secret else { return Ok(Face::without_visit(brand::of_house(app).await?)) };
    let mut conn = app.db.read().await?;
    let found = sessions::find_by_secret_hash(&mut conn, &keys::hash(secret)).await?;
    let Some(sessions::Found { merchant, session, .. }) = found else {
        drop(conn);
        return Ok(Face::without_visit(brand::of_house(app).await?));
    };
    let customer = customers::find(&mut conn, &merchant, &session.customer_id).await?;
    drop(conn);
    let branding = brand::of(app, &merchant).await?;
    let locale = session.locale.clone().or(customer.map(|customer| customer.locale));
    let open = session.state(app.clock.now()) == SessionState::Open;
    Ok(Face { branding, visit: Some(session).filter(|_| open), locale })
}
