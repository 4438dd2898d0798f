//! `POST /portal/sign-out`: ends the session.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use domain::{Actor, EventBody};

use super::csrf::{Csrf, Nothing};
use super::failure::PortalError;
use super::visit::Visit;
use super::{cookie, respond};
use crate::app::App;
use crate::store::{events, sessions};

/// `POST /portal/sign-out`
pub async fn post(
    State(app): State<App>,
    visit: Visit,
    Csrf(Nothing {}): Csrf<Nothing>,
) -> Result<Response, PortalError> {
    let merchant = &visit.merchant.id;
    let mut tx = app.db.write().await?;
    if let Some(session) = sessions::end(&mut tx, merchant, &visit.session.id, false, app.clock.now()).await?
    {
        let fact = EventBody::PortalSessionEnded { session };
        events::append(&mut tx, &app, merchant, Actor::Customer, fact).await?;
    }
    app.commit(tx).await?;
    let page = portal_view::signed_out(visit.words, &visit.branding, visit.return_url());
    let page = respond::page(StatusCode::OK, &visit.branding, page);
    let session = cookie::forget(cookie::Name::Session, &app.public_url);
    let language = cookie::forget(cookie::Name::Language, &app.public_url);
    Ok((session, language, page).into_response())
}
