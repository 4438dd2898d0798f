//! `GET /portal/subscriptions` and one of them: plan, price, dates and terms.

use axum::extract::State;
use axum::response::Response;
use domain::{Feature, MerchantId, Meter, MeterKey, Plan, PlanId, Price, Subscription, SubscriptionId};
use jiff::SignedDuration;
use portal_view::{SubscriptionSummary, SubscriptionView};

use super::failure::PortalError;
use super::path::Path;
use super::visit::Visit;
use crate::app::App;
use crate::db::{Conn, StoreError};
use crate::error::AppError;
use crate::metering;
use crate::store::{meters, plans, subscriptions};

/// `GET /portal/subscriptions`
pub async fn list(State(app): State<App>, visit: Visit) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewSubscription)?;
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let mut conn = app.db.read().await?;
    let all =
        subscriptions::list_for_customer(&mut conn, merchant, customer, None, subscriptions::MOST).await?;
    let plans = plans_of(&mut conn, merchant, &all).await?;
    let plan = |id: &PlanId| plans.iter().find(|plan| plan.id == *id);
    let mut summaries: Vec<_> =
        all.iter().map(|one| SubscriptionSummary::new(one, plan(&one.plan_id), &visit.zone)).collect();
    summaries.sort_by_key(|summary| summary.ended_on.is_some());
    Ok(visit.page(portal_view::subscriptions(&visit.chrome(), &summaries)))
}

/// `GET /portal/subscriptions/{id}`
pub async fn get(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SubscriptionId>,
) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewSubscription)?;
    let mut conn = app.db.read().await?;
    let (subscription, plan) = find(&mut conn, &visit, &id).await?;
    let meters = meters_of(&mut conn, &visit.merchant.id, [&subscription.price]).await?;
    let view = SubscriptionView::new(&subscription, plan.as_ref(), &visit.policy(), &visit.zone);
    let view = view.with_meters(meters);
    if !subscription.is_metered() || visit.may_view(Feature::ViewUsage).is_err() {
        return Ok(visit.page(portal_view::subscription(&visit.chrome(), &view)));
    }
    let next = metering::next_invoice(&mut conn, &visit.merchant, &subscription).await?;
    let page = portal_view::subscription(&visit.chrome(), &view.with_usage(next));
    Ok(visit.passing_page(page, SignedDuration::MAX))
}

/// This customer's subscription and its plan; another's is as unknown as none.
pub(super) async fn find(
    conn: &mut Conn,
    visit: &Visit,
    id: &SubscriptionId,
) -> Result<(Subscription, Option<Plan>), AppError> {
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let found = subscriptions::find_for_customer(conn, merchant, customer, id).await?;
    let subscription = found.ok_or(AppError::NotFound("subscription"))?;
    let plan = plans::find(conn, merchant, &subscription.plan_id).await?;
    Ok((subscription, plan))
}

/// The meters that these prices name.
pub(super) async fn meters_of<'a>(
    conn: &mut Conn,
    merchant: &MerchantId,
    prices: impl IntoIterator<Item = &'a Price>,
) -> Result<Vec<Meter>, StoreError> {
    let mut keys: Vec<&MeterKey> =
        prices.into_iter().flat_map(|price| &price.metered).map(|metered| &metered.meter).collect();
    keys.sort();
    keys.dedup();
    meters::find_by_keys(conn, merchant, &keys).await
}

/// The plans of these subscriptions, each once.
pub(super) async fn plans_of(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscriptions: &[Subscription],
) -> Result<Vec<Plan>, StoreError> {
    let mut ids: Vec<&PlanId> = subscriptions.iter().map(|subscription| &subscription.plan_id).collect();
    ids.sort();
    ids.dedup();
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(plans::find(conn, merchant, id).await?);
    }
    Ok(found)
}
