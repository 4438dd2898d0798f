//! `/v1/customers/{id}/capabilities`: "why can't they?", answered by the policy the portal obeys.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use contract::api::{
    Capabilities, Capability, FeatureCapability, InvoiceCapability, MethodCapability, SubscriptionCapability,
};
use domain::policy::{AccountAct, InvoiceAct, MethodAct, Policy, SubscriptionAct, Verdict};
use domain::{CustomerId, Feature, SessionSettings};

use super::customers::find;
use super::extract::{Path, Staff};
use crate::app::App;
use crate::error::ApiError;
use crate::store::{configurations, invoices, merchants, payment_methods, plans, subscriptions};
use crate::zone;

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
    let configuration = configurations::of_customer(&mut conn, merchant, &customer, None).await?;
    let owner = merchants::get(&mut conn, merchant).await?;
    let (now, today, zone) = (app.now_of(&owner), zone::today(&app, &owner), zone::of(&owner));
    let session = SessionSettings::default();
    let policy = Policy { configuration: &configuration, session, today, zone: &zone };
    let most = subscriptions::MOST;
    let owned = subscriptions::list_for_customer(&mut conn, merchant, &customer.id, None, most).await?;
    let mut listed = Vec::new();
    for id in &configuration.self_serve.switchable_plans {
        listed.extend(plans::find(&mut conn, merchant, id).await?);
    }
    let mut judged = Vec::with_capacity(owned.len());
    for subscription in &owned {
        let plan = plans::find(&mut conn, merchant, &subscription.plan_id).await?;
        let verdict = |act: &SubscriptionAct| policy.subscription(*act, subscription, plan.as_ref());
        judged.push(SubscriptionCapability {
            subscription_id: subscription.id.clone(),
            seats: plan
                .as_ref()
                .filter(|_| subscription.price.per_seat)
                .map(|plan| policy.seats(subscription, plan)),
            plans: (listed.iter())
                .filter(|target| target.id != subscription.plan_id)
                .filter(|target| policy.switch_to(subscription, plan.as_ref(), target, now).is_ok())
                .map(|target| target.id.clone())
                .collect(),
            acts: each(SubscriptionAct::ALL, verdict),
        });
    }
    let running = subscriptions::any_running(&mut conn, merchant, &customer.id).await?;
    let methods = payment_methods::list_for_customer(&mut conn, merchant, &customer.id).await?;
    let open = invoices::open_for_customer(&mut conn, merchant, &customer.id, most).await?;
    let features = Feature::ALL.map(|feature| FeatureCapability {
        feature,
        title: feature.title().to_owned(),
        capability: policy.view(feature).into(),
    });
    Ok(Json(Capabilities {
        issued_invoices: invoices::count_for_customer(&mut conn, merchant, &customer.id).await?,
        customer_id: customer.id,
        features: features.into(),
        account: each(AccountAct::ALL, |act| policy.account(*act)),
        subscriptions: judged,
        payment_methods: (methods.iter())
            .map(|method| MethodCapability {
                payment_method_id: method.id.clone(),
                acts: each(MethodAct::ALL, |act| policy.method(*act, method, methods.len(), running)),
            })
            .collect(),
        open_invoices: (open.iter())
            .map(|invoice| InvoiceCapability {
                invoice_id: invoice.id.clone(),
                acts: each(InvoiceAct::ALL, |act| policy.invoice(*act, invoice, &methods)),
            })
            .collect(),
        configuration_id: configuration.id,
    }))
}

/// The verdict on each act of a table.
fn each<Act: Copy + Ord>(acts: &[Act], verdict: impl Fn(&Act) -> Verdict) -> BTreeMap<Act, Capability> {
    acts.iter().map(|act| (*act, verdict(act).into())).collect()
}
