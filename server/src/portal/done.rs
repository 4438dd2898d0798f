//! `GET /portal/done`: where an errand ends, and how a deed finds out that it was one.
//!
//! In: the visit, what the customer has just done. Out: the way on; the errand marked as done.
//! Not here: which deed an errand was for (`domain::Errand`).

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::{Actor, AfterCompletion, Deed, EventBody};
use portal_view::{DoneView, routes};

use super::failure::PortalError;
use super::respond;
use super::visit::Visit;
use crate::app::App;
use crate::db::StoreError;
use crate::store::{events, sessions};

/// Where to go after a deed: to the end of the errand if this was it, else to `path`.
///
/// Called once the deed is committed. Should the server die in between, the deed stands and the errand
/// stays open, which costs the customer one click.
pub(super) async fn after(
    app: &App,
    visit: &Visit,
    deed: Deed<'_>,
    path: &str,
) -> Result<Redirect, StoreError> {
    let Some(flow) = visit.session.open_flow().filter(|flow| flow.errand.is_done_by(deed)) else {
        return Ok(Redirect::to(path));
    };
    let (merchant, session) = (&visit.merchant.id, &visit.session.id);
    let mut tx = app.db.write().await?;
    if let Some(session) = sessions::complete_flow(&mut tx, merchant, session, visit.now).await? {
        let fact = EventBody::PortalFlowCompleted { session };
        events::append(&mut tx, app, merchant, Actor::Customer, fact).await?;
    }
    app.commit(tx).await?;
    Ok(Redirect::to(if flow.after_completion.is_portal() { path } else { routes::DONE }))
}

/// `GET /portal/done`
pub async fn get(State(_): State<App>, visit: Visit) -> Result<Response, PortalError> {
    let session = &visit.session;
    let flow = session.flow.as_ref().filter(|_| session.flow_completed_at.is_some());
    let (view, leave_for) = match flow.map(|flow| &flow.after_completion) {
        Some(AfterCompletion::Redirect { return_url }) => {
            (DoneView { message: None, return_url: Some(return_url), leaving: true }, Some(return_url))
        }
        Some(AfterCompletion::Confirmation { message }) => {
            let (message, return_url) = (message.as_deref(), visit.return_url());
            (DoneView { message, return_url, leaving: false }, None)
        }
        Some(AfterCompletion::Portal) | None => return Ok(Redirect::to(routes::HOME).into_response()),
    };
    let page = portal_view::done(visit.words, &visit.branding, &view);
    let mut page = respond::page(StatusCode::OK, &visit.branding, page);
    let refresh = leave_for.and_then(|url| HeaderValue::try_from(format!("0; url={url}")).ok());
    if let Some(refresh) = refresh {
        page.headers_mut().insert(header::REFRESH, refresh);
    }
    Ok(page)
}
