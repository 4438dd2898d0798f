//! `/portal/subscriptions/{id}/cancel` and `…/undo-cancel`: the question by GET, the deed by POST.
//!
//! In: the visit, the subscription's id, the form. Out: a page that asks; one transaction with the new
//! state, its event and the receipt by mail. Not here: whether it may be, and what it does (`domain`).

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::{Actor, CancelAt, CancelationOptions, Deed, EventBody, Plan, Subscription, SubscriptionId};
use jiff::Timestamp;
use portal_view::{CancelView, Chrome, Notice, UndoView, routes};
use serde::Deserialize;

use super::csrf::{Csrf, Nothing};
use super::done;
use super::failure::PortalError;
use super::path::Path;
use super::respond;
use super::subscriptions::find;
use super::visit::Visit;
use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::ending::{Parting, Settled};
use crate::error::AppError;
use crate::mail;
use crate::store::{events, subscriptions};

fn plan_allows(plan: Option<&Plan>) -> bool {
    plan.is_some_and(|plan| plan.self_serve_cancelation)
}

/// `GET /portal/subscriptions/{id}/cancel`
pub async fn get(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
) -> Result<Response, PortalError> {
    let mut conn = app.db.read().await?;
    let (subscription, plan) = find(&mut conn, &visit, &id).await?;
    let policy = visit.policy();
    match CancelView::new(&subscription, plan.as_ref(), &policy, &visit.zone) {
        Some(view) => {
            let (now, left) = visit.minute();
            let settlement = parting(&visit).preview(&mut conn, &subscription, now).await?;
            let view = view.with_settlement(settlement);
            Ok(visit.passing_page(portal_view::cancel_confirm(&visit.chrome(), &view), left))
        }
        None => {
            let verdict = policy.cancel(&subscription, plan_allows(plan.as_ref()), CancelAt::PeriodEnd);
            Err(AppError::NotAllowed(verdict.err().unwrap_or_default()).into())
        }
    }
}

/// The answers to the question.
#[derive(Debug, Deserialize)]
pub struct CancelForm {
    when: CancelAt,
    reason: Option<String>,
    comment: Option<String>,
    /// From when the time counted as unused on the page that was confirmed.
    unused_from: Option<Timestamp>,
}

/// `POST /portal/subscriptions/{id}/cancel`
pub async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
    Csrf(form): Csrf<CancelForm>,
) -> Result<Response, PortalError> {
    let said = said(&visit.configuration.cancelation, &form)?;
    let mut tx = app.db.write().await?;
    let (subscription, plan) = find(&mut tx, &visit, &id).await?;
    let allowed = visit.policy().cancel(&subscription, plan_allows(plan.as_ref()), form.when);
    allowed.map_err(AppError::NotAllowed)?;
    let settled = match form.when {
        CancelAt::PeriodEnd => Some(Settled::default()),
        CancelAt::Now => parting(&visit).settle(&mut tx, &app, &subscription, form.unused_from).await?,
    };
    let Some(settled) = settled else {
        drop(tx);
        return ask_again(&app, &visit, (&subscription, plan.as_ref()), said).await;
    };
    let (subscription, fact) = subscription.cancel_saying(form.when, Actor::Customer, said, visit.now)?;
    record(&app, tx, &visit, (subscription, fact), &settled).await?;
    let notice = match form.when {
        CancelAt::PeriodEnd => Notice::CancelationScheduled,
        CancelAt::Now => Notice::SubscriptionEnded,
    };
    let path = routes::with_notice(&routes::subscription(&id), notice);
    Ok(done::after(&app, &visit, Deed::Canceled(&id), &path).await?.into_response())
}

/// The question once more, with the figures of now and the answers that were given.
async fn ask_again(
    app: &App,
    visit: &Visit,
    (subscription, plan): (&Subscription, Option<&Plan>),
    answered: (Option<String>, Option<String>),
) -> Result<Response, PortalError> {
    let view = CancelView::new(subscription, plan, &visit.policy(), &visit.zone).ok_or(AppError::Stale)?;
    let (now, _) = visit.minute();
    let settlement = parting(visit).preview(&mut app.db.read().await?, subscription, now).await?;
    let view = CancelView { answered, ..view.with_settlement(settlement) };
    let chrome = Chrome { notice: Some(Notice::FiguresChanged), ..visit.chrome() };
    let page = portal_view::cancel_confirm(&chrome, &view);
    Ok(respond::page(StatusCode::CONFLICT, &visit.branding, page))
}

fn parting(visit: &Visit) -> Parting<'_> {
    Parting {
        merchant: &visit.merchant,
        customer: &visit.customer,
        credit: visit.configuration.cancelation.credit_policy,
    }
}

/// The reason and the comment, so far as they were asked for.
fn said(
    options: &CancelationOptions,
    form: &CancelForm,
) -> Result<(Option<String>, Option<String>), AppError> {
    if let Some(reason) = form.reason.as_deref()
        && options.reasons().all(|listed| listed != reason)
    {
        return Err(AppError::field("reason", "Pick one of the reasons on the page."));
    }
    let comment = form.comment.as_deref().map(str::trim).filter(|comment| !comment.is_empty());
    let Some(comment) = comment.filter(|_| options.ask_comment) else {
        return Ok((form.reason.clone(), None));
    };
    // Browsers end lines with CR and LF; what else steers a terminal or a mail stays out.
    let comment = comment.replace("\r\n", "\n");
    let long = comment.chars().count() > CancelationOptions::LONGEST_COMMENT;
    if long || comment.chars().any(|c| c.is_control() && c != '\n') {
        return Err(AppError::field("comment", "Write plain text of at most 1000 characters."));
    }
    Ok((form.reason.clone(), Some(comment)))
}

/// `GET /portal/subscriptions/{id}/undo-cancel`
pub async fn get_undo(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
) -> Result<Response, PortalError> {
    let mut conn = app.db.read().await?;
    let (subscription, plan) = find(&mut conn, &visit, &id).await?;
    let policy = visit.policy();
    match UndoView::new(&subscription, plan.as_ref(), &policy, &visit.zone) {
        Some(view) => Ok(visit.page(portal_view::undo_confirm(&visit.chrome(), &view))),
        None => {
            let verdict = policy.undo_cancel(&subscription);
            Err(AppError::NotAllowed(verdict.err().unwrap_or_default()).into())
        }
    }
}

/// `POST /portal/subscriptions/{id}/undo-cancel`
pub async fn post_undo(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
    Csrf(Nothing {}): Csrf<Nothing>,
) -> Result<Redirect, PortalError> {
    let mut tx = app.db.write().await?;
    let (subscription, _) = find(&mut tx, &visit, &id).await?;
    visit.policy().undo_cancel(&subscription).map_err(AppError::NotAllowed)?;
    let (subscription, fact) = subscription.undo_cancel(&Actor::Customer)?;
    record(&app, tx, &visit, (subscription, fact), &Settled::default()).await?;
    Ok(Redirect::to(&routes::with_notice(&routes::subscription(&id), Notice::CancelationUndone)))
}

/// Writes the new state, its event and the customer's receipt, all or nothing.
async fn record(
    app: &App,
    mut tx: Tx,
    visit: &Visit,
    (subscription, fact): (Subscription, EventBody),
    settled: &Settled,
) -> Result<(), StoreError> {
    let merchant = &visit.merchant.id;
    subscriptions::save(&mut tx, merchant, &subscription).await?;
    let event = events::append(&mut tx, app, merchant, Actor::Customer, fact).await?;
    mail::subscription_changed(&mut tx, app, merchant, &event, settled).await?;
    app.commit(tx).await
}
