//! `/portal/subscriptions/{id}/change` and `/portal/changes/{id}`: choose, see what it comes to, confirm.
//!
//! In: the visit, a wish, a quote's id. Out: pages; a quote, and the act of `changes` it leads to. GET changes
//! nothing. Not here: what a change comes to and whether it may be (`domain`).

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::billing::{ChangeError, Quote, QuoteState};
use domain::{
    Actor, Deed, Feature, PaymentMethodId, PaymentStatus, Plan, PlanId, QuoteId, Subscription, SubscriptionId,
};
use jiff::SignedDuration;
use portal_view::{ChangeTrouble, ChangeView, Notice, QuoteView, UndoChangeView, routes};
use serde::Deserialize;

use super::csrf::{Csrf, Nothing};
use super::done;
use super::failure::PortalError;
use super::path::Path;
use super::subscriptions::{find, meters_of};
use super::visit::Visit;
use super::{payment_methods, respond};
use crate::app::App;
use crate::changes::{self, Asker, Confirmed, Wish};
use crate::db::{Conn, StoreError};
use crate::error::AppError;
use crate::metering;
use crate::store::{customers, invoices, payments, plans, quotes, refunds};

fn asker(visit: &Visit) -> Asker<'_> {
    Asker {
        merchant: &visit.merchant,
        customer: &visit.customer.id,
        actor: &Actor::Customer,
        policy: visit.policy(),
    }
}

/// `GET /portal/subscriptions/{id}/change`
pub async fn get(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
) -> Result<Response, PortalError> {
    let mut conn = app.db.read().await?;
    let (subscription, plan) = find(&mut conn, &visit, &id).await?;
    if let Some(paying) = quotes::find_paying(&mut conn, &visit.merchant.id, &id).await? {
        return Ok(Redirect::to(&routes::quote(&paying.id)).into_response());
    }
    let plans = offered(&mut conn, &visit, plan).await?;
    let view = choice(&mut conn, &visit, &subscription, &plans).await?;
    Ok(visit.page(portal_view::change(&visit.chrome(), &view)))
}

/// The plans there are to choose among, the one subscribed to first.
async fn offered(conn: &mut Conn, visit: &Visit, own: Option<Plan>) -> Result<Vec<Plan>, StoreError> {
    let mut found: Vec<Plan> = own.into_iter().collect();
    for id in &visit.configuration.self_serve.switchable_plans {
        if found.iter().all(|plan| plan.id != *id) {
            found.extend(plans::find(conn, &visit.merchant.id, id).await?);
        }
    }
    Ok(found)
}

/// The page to choose on, unless nothing can be chosen whatever it is.
async fn choice(
    conn: &mut Conn,
    visit: &Visit,
    subscription: &Subscription,
    plans: &[Plan],
) -> Result<ChangeView, AppError> {
    let view = ChangeView::new(subscription, plans, &visit.policy(), visit.now, &visit.zone);
    let view = view.map_err(AppError::NotAllowed)?;
    let prices = plans.iter().map(|plan| &plan.price).chain([&subscription.price]);
    Ok(view.with_meters(meters_of(conn, &visit.merchant.id, prices).await?))
}

/// What was chosen.
#[derive(Debug, Deserialize)]
pub struct WishForm {
    plan: PlanId,
    /// As typed.
    #[serde(default)]
    seats: String,
}

/// `POST /portal/subscriptions/{id}/change`
pub async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
    Csrf(form): Csrf<WishForm>,
) -> Result<Response, PortalError> {
    let mut conn = app.db.read().await?;
    let (subscription, plan) = find(&mut conn, &visit, &id).await?;
    let plans = offered(&mut conn, &visit, plan).await?;
    drop(conn);
    let typed = form.seats.trim();
    let seats = if typed.is_empty() { Some(subscription.seats) } else { typed.parse().ok() };
    let asked = match seats {
        Some(seats @ 1..) => {
            let wish = Wish { plan: form.plan.clone(), seats };
            changes::quote(&app, asker(&visit), &subscription, &wish).await
        }
        Some(0) | None => Err(AppError::field("seats", "a number of seats")),
    };
    let (status, trouble) = match asked {
        Ok(quote) => return Ok(Redirect::to(&routes::quote(&quote.id)).into_response()),
        Err(AppError::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, ChangeTrouble::Seats),
        Err(AppError::Change(ChangeError::NothingChanges)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, ChangeTrouble::NothingChanges)
        }
        Err(AppError::NotAllowed(reasons)) => (StatusCode::FORBIDDEN, ChangeTrouble::NotAllowed(reasons)),
        Err(other) => return Err(other.into()),
    };
    let view = choice(&mut app.db.read().await?, &visit, &subscription, &plans)
        .await?
        .again(&form.plan, typed, trouble);
    Ok(respond::page(status, &visit.branding, portal_view::change(&visit.chrome(), &view)))
}

/// `GET /portal/changes/{id}`: what it comes to, waits for, or came to.
pub async fn get_quote(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<QuoteId>,
) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewSubscription)?;
    let mut conn = app.db.read().await?;
    let found = quotes::find_for_customer(&mut conn, &visit.merchant.id, &visit.customer.id, &id).await?;
    let quote = found.ok_or(AppError::NotFound("page"))?;
    let page = page(&mut conn, &visit, &quote, false).await?;
    let left = match quote.state {
        QuoteState::Open => quote.expires_at.duration_since(visit.now).max(SignedDuration::ZERO),
        _ => SignedDuration::MAX,
    };
    Ok(visit.passing_page(page, left))
}

/// The page of a quote; `renewed` says that it takes the place of one that no longer stood.
async fn page(
    conn: &mut Conn,
    visit: &Visit,
    quote: &Quote,
    renewed: bool,
) -> Result<maud::Markup, AppError> {
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let (subscription, _) = find(conn, visit, &quote.subscription_id).await?;
    let plan = plans::find(conn, merchant, &quote.change.to.plan_id).await?;
    let payment = payments::find_newest(conn, merchant, customer, quote.id.as_str()).await?;
    let went_back = match &payment {
        Some(payment) => refunds::list_for_payment(conn, merchant, &payment.id).await?,
        None => Vec::new(),
    };
    let sees_invoices = visit.policy().view(Feature::ViewInvoices).is_ok();
    let invoice = match &quote.invoice_id {
        Some(id) if sees_invoices => invoices::find_for_customer(conn, merchant, customer, id).await?,
        Some(_) | None => None,
    };
    let methods = payment_methods::of(conn, visit).await?;
    let used = match quote.state {
        QuoteState::Open => metering::lines_so_far(conn, merchant, &subscription).await?,
        _ => Vec::new(),
    };
    let meters = meters_of(conn, merchant, [&quote.change.from.price, &quote.change.to.price]).await?;
    let view = QuoteView {
        meters: &meters,
        used: &used,
        used_is_due: quote.change.ends_period(&subscription),
        stands: plan.is_some_and(|plan| quote.stands(&subscription, &plan, visit.now)),
        renewed,
        methods: &methods,
        may_add: visit.policy().add_card().is_ok(),
        payment: payment.as_ref(),
        refunded: !went_back.is_empty(),
        invoice: invoice.as_ref(),
        zone: &visit.zone,
        reader_zone: &visit.reader_zone,
        quote,
    };
    Ok(portal_view::quote(&visit.chrome(), &view))
}

/// How a change that costs something now is paid.
#[derive(Debug, Deserialize)]
pub struct ConfirmForm {
    method: Option<PaymentMethodId>,
}

/// `POST /portal/changes/{id}`
pub async fn post_quote(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<QuoteId>,
    Csrf(form): Csrf<ConfirmForm>,
) -> Result<Response, PortalError> {
    let Confirmed { quote, renewed, payment } =
        changes::confirm(&app, asker(&visit), &id, form.method.as_ref()).await?;
    if renewed && quote.state == QuoteState::Open {
        let page = page(&mut app.db.read().await?, &visit, &quote, true).await?;
        return Ok(respond::page(StatusCode::CONFLICT, &visit.branding, page));
    }
    // A payment that waits for the customer's bank leads straight there.
    if let Some(PaymentStatus::RequiresAction { url }) = payment.map(|payment| payment.status) {
        return Ok(Redirect::to(url.as_str()).into_response());
    }
    let path = routes::quote(&quote.id);
    if quote.state != QuoteState::Applied {
        return Ok(Redirect::to(&path).into_response());
    }
    let deed = Deed::Changed(&quote.subscription_id);
    Ok(done::after(&app, &visit, deed, &path).await?.into_response())
}

/// `GET /portal/subscriptions/{id}/undo-change`
pub async fn get_undo(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
) -> Result<Response, PortalError> {
    let mut conn = app.db.read().await?;
    let (subscription, _) = find(&mut conn, &visit, &id).await?;
    let view = UndoChangeView::new(&subscription, &visit.policy(), &visit.zone);
    let view = view.map_err(AppError::NotAllowed)?;
    Ok(visit.page(portal_view::undo_change(&visit.chrome(), &view)))
}

/// `POST /portal/subscriptions/{id}/undo-change`
pub async fn post_undo(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
    Csrf(Nothing {}): Csrf<Nothing>,
) -> Result<Redirect, PortalError> {
    let mut tx = app.db.write().await?;
    customers::lock(&mut tx, &visit.merchant.id, &visit.customer.id).await?;
    let (subscription, _) = find(&mut tx, &visit, &id).await?;
    visit.policy().undo_change(&subscription).map_err(AppError::NotAllowed)?;
    changes::undo(&mut tx, &app, &visit.merchant.id, Actor::Customer, subscription).await?;
    app.commit(tx).await?;
    Ok(Redirect::to(&routes::with_notice(&routes::subscription(&id), Notice::ChangeUndone)))
}
