//! `/v1/customers/{id}/capabilities`: "why can't they?", answered by the policy the portal obeys.

use axum::Json;
use axum::extract::State;
use contract::api::{Capabilities, FeatureCapability, SubscriptionCapability};
use domain::policy::Policy;
use domain::{CancelAt, CustomerId, Feature, SessionSettings, Subscription};

use super::customers::find;
use super::extract::{Path, Staff};
use crate::app::App;
use crate::error::ApiError;
use crate::store::{invoices, plans, settings, subscriptions};

/// Most subscriptions looked at.
const MOST: u32 = 100;

/// Tells what this customer can do in the portal, and why not the rest. A link made with fewer rights
/// narrows this further.
#[utoipa::path(get, path = "/v1/customers/{id}/capabilities", tag = "customers",
    params(("id" = CustomerId, Path)), responses((status = 200, body = Capabilities)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<CustomerId>,
) -> Result<Json<Capabilities>, ApiError> {
    let (mut conn, merchant) = (app.db.read().await?, &staff.merchant);
    let customer = find(&mut conn, merchant, &id).await?;
    let configuration = settings::configuration(&mut conn, merchant).await?;
    let policy = Policy { configuration: &configuration, session: SessionSettings::default() };
    let mut subscriptions = Vec::new();
    for owned in subscriptions::list_for_customer(&mut conn, merchant, &customer.id, None, MOST).await? {
        let plan = plans::find(&mut conn, merchant, &owned.plan_id).await?;
        subscriptions.push(judge(policy, &owned, plan.is_none_or(|plan| plan.self_serve_cancelation)));
    }
    let features = Feature::ALL.map(|feature| FeatureCapability {
        feature,
        title: feature.title().to_owned(),
        capability: policy.view(feature).into(),
    });
    Ok(Json(Capabilities {
        issued_invoices: invoices::count_for_customer(&mut conn, merchant, &customer.id).await?,
        customer_id: customer.id,
        features: features.into(),
        subscriptions,
    }))
}

fn judge(policy: Policy<'_>, subscription: &Subscription, plan_allows: bool) -> SubscriptionCapability {
    let cancel = |when| policy.cancel(subscription, plan_allows, when).into();
    SubscriptionCapability {
        subscription_id: subscription.id.clone(),
        cancel_at_period_end: cancel(CancelAt::PeriodEnd),
        cancel_now: cancel(CancelAt::Now),
        undo_cancel: policy.undo_cancel(subscription).into(),
    }
}
