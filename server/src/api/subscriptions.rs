//! `/v1/subscriptions`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::api::{CreateSubscription, Page, UpdateSubscription};
use domain::{
    Anchor, CustomerId, EventBody, Merchant, Period, Plan, Subscription, SubscriptionId, SubscriptionStatus,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::check::Check;
use super::customers::taken;
use super::extract::{Admin, Json, Path, Query, Staff};
use super::page::Limit;
use super::version::{IfMatch, IfNoneMatch, versioned};
use crate::app::App;
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::store::{customers, events, merchants, plans, quotes, subscriptions};
use crate::zone;

/// Whose subscriptions, and how many.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListSubscriptions {
    /// Only this customer's.
    #[param(value_type = Option<String>)]
    customer_id: Option<CustomerId>,
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<SubscriptionId>,
}

/// Lists subscriptions, newest first.
#[utoipa::path(get, path = "/v1/subscriptions", tag = "subscriptions", params(ListSubscriptions),
    responses((status = 200, body = Page<Subscription>)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListSubscriptions>,
) -> Result<axum::Json<Page<Subscription>>, ApiError> {
    let mut conn = app.db.read().await?;
    let (merchant, cursor, limit) = (&staff.merchant, query.cursor.as_ref(), query.limit);
    let found = match &query.customer_id {
        Some(customer) => {
            subscriptions::list_for_customer(&mut conn, merchant, customer, cursor, limit.and_one()).await?
        }
        None => subscriptions::list_newest(&mut conn, merchant, cursor, limit.and_one()).await?,
    };
    Ok(axum::Json(limit.page(found, |last| last.id.to_string())))
}

/// Adds a subscription at the plan's price.
/// Needs a key of role admin.
#[utoipa::path(post, path = "/v1/subscriptions", tag = "subscriptions", request_body = CreateSubscription,
    responses((status = 201, body = Subscription)))]
pub async fn create(
    State(app): State<App>,
    Admin(staff): Admin,
    once: Once,
    Json(body): Json<CreateSubscription>,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &body, async |tx| {
        let merchant = merchants::find(tx, &staff.merchant).await?.ok_or(AppError::Unauthenticated)?;
        let customer = customers::find(tx, &merchant.id, &body.customer_id).await?;
        customer.ok_or_else(|| AppError::field("customer_id", "There is no such customer."))?;
        let plan = plans::find(tx, &merchant.id, &body.plan_id).await?;
        let plan = plan.ok_or_else(|| AppError::field("plan_id", "There is no such plan."))?;
        let subscription = begin(&app, &merchant, plan, body.clone())?;
        let inserted = subscriptions::insert_all(tx, &merchant.id, std::slice::from_ref(&subscription)).await;
        inserted.map_err(|error| taken("subscription", subscription.external_id.as_deref(), error))?;
        let event = EventBody::SubscriptionCreated { subscription: subscription.clone() };
        events::append(tx, &app, &merchant.id, staff.actor(), event).await?;
        Ok((StatusCode::CREATED, subscription))
    })
    .await
}

/// Reads a subscription.
#[utoipa::path(get, path = "/v1/subscriptions/{id}", tag = "subscriptions",
    params(("id" = SubscriptionId, Path), IfNoneMatch), responses((status = 200, body = Subscription)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<SubscriptionId>,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let mut conn = app.db.read().await?;
    let found = subscriptions::find(&mut conn, &staff.merchant, &id).await?;
    let subscription = found.ok_or(AppError::NotFound("subscription"))?;
    Ok(seen.answer(subscription.version, &subscription))
}

/// Says how many seats are given to people. Customers cannot go below it; nor can it go above the seats there
/// are, or those that a change which waits leaves. While a change is being paid for it stays as it is.
#[utoipa::path(patch, path = "/v1/subscriptions/{id}", tag = "subscriptions",
    params(("id" = SubscriptionId, Path), IfMatch), request_body = UpdateSubscription,
    responses((status = 200, body = Subscription)))]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<SubscriptionId>,
    seen: IfMatch,
    Json(change): Json<UpdateSubscription>,
) -> Result<Response, ApiError> {
    let mut tx = app.db.write().await?;
    let unknown = || AppError::NotFound("subscription");
    let found = subscriptions::find(&mut tx, &staff.merchant, &id).await?.ok_or_else(unknown)?;
    // Whatever its customer confirms meanwhile waits, so no quote can be paid that knows less.
    customers::lock(&mut tx, &staff.merchant, &found.customer_id).await?;
    let found = subscriptions::find(&mut tx, &staff.merchant, &id).await?.ok_or_else(unknown)?;
    seen.require(found.version)?;
    if quotes::find_paying(&mut tx, &staff.merchant, &id).await?.is_some() {
        let message = "A change of this subscription is being paid for. Nothing was saved; try again once it is settled.";
        return Err(AppError::Conflict(message.into()).into());
    }
    let assigned = change.assigned_seats.unwrap_or(found.assigned_seats);
    if assigned == found.assigned_seats {
        return Ok(versioned(found.version, &found));
    }
    let most = found.assignable_seats();
    let too_many = || AppError::field("assigned_seats", format!("There are {most} seats to give at most."));
    let (subscription, fact) = found.assign_seats(assigned).ok_or_else(too_many)?;
    subscriptions::save(&mut tx, &staff.merchant, &subscription).await?;
    events::append(&mut tx, &app, &staff.merchant, staff.actor(), fact).await?;
    app.commit(tx).await?;
    Ok(versioned(subscription.version, &subscription))
}

/// The subscription asked for, with what was left open filled in: it begins today in the merchant's zone.
fn begin(
    app: &App,
    merchant: &Merchant,
    plan: Plan,
    new: CreateSubscription,
) -> Result<Subscription, AppError> {
    let zone = zone::of(merchant);
    let first_day = new
        .period
        .map_or_else(|| zone::today(app, merchant), |period| period.start.to_zoned(zone.clone()).date());
    let anchor = new.anchor.unwrap_or_else(|| Anchor::of(first_day));
    check(&new, &plan, anchor)?;
    let period =
        new.period.or_else(|| Subscription::period_from(first_day, anchor, plan.price.interval, &zone));
    let mut period = period.ok_or_else(|| AppError::field("period", "This period leaves the calendar."))?;
    if let Some(end) = new.trial_end.filter(|_| new.period.is_none()) {
        // A trial may be longer than what is paid for at once.
        period.end = period.end.max(end);
    }
    let within = new.trial_end.is_none_or(|end| period.start < end && end <= period.end);
    if !within {
        return Err(AppError::field("trial_end", "A trial ends within its period."));
    }
    let subscription = Subscription {
        id: app.new_id(),
        external_id: new.external_id,
        customer_id: new.customer_id,
        plan_id: plan.id,
        plan_name: plan.name,
        price: plan.price,
        seats: new.seats,
        assigned_seats: 0,
        status: new.status.unwrap_or(SubscriptionStatus::Active),
        billed_by: new.billed_by.unwrap_or(app.config.billing.billed_by),
        anchor,
        period,
        trial_end: new.trial_end,
        earlier_terms: Vec::new(),
        pending_change: None,
        cancelation: None,
        contract: new.contract,
        created_at: app.now_of(merchant),
        version: 1,
    };
    if !subscription.runs_whole_periods(&zone) {
        let why = "A period runs from one billing day to the next. Name that day as anchor, or leave out the period.";
        return Err(AppError::field("period", why));
    }
    Ok(subscription)
}

fn check(new: &CreateSubscription, plan: &Plan, anchor: Anchor) -> Result<(), AppError> {
    let mut check = Check::new();
    check.external_id(new.external_id.as_deref());
    check.require(new.seats >= 1, "seats", "A subscription has at least one seat.");
    let affordable = plan.price.total(new.seats).is_ok();
    check.require(affordable, "seats", "So many seats cost more than Portico can hold.");
    let ended = new.status == Some(SubscriptionStatus::Canceled);
    check.require(!ended, "status", "A new subscription is trialing, active or past due.");
    let trial = new.status == Some(SubscriptionStatus::Trialing);
    check.require(!trial || new.trial_end.is_some(), "trial_end", "Say when the trial ends.");
    check.require(
        trial || new.trial_end.is_none(),
        "trial_end",
        "Only a subscription on trial has an end of it.",
    );
    let forward = new.period.is_none_or(|Period { start, end }| start < end);
    check.require(forward, "period", "The end must come after the start.");
    check.require((1..=31).contains(&anchor.day), "anchor.day", "A day of the month is 1 to 31.");
    check.require((1..=12).contains(&anchor.month), "anchor.month", "A month is 1 to 12.");
    if let Some(contract) = &new.contract {
        let forward = contract.end.is_none_or(|end| contract.start <= end);
        check.require(forward, "contract.end", "The last day must not come before the first.");
        check.paragraph("contract.terms", &contract.terms, 5000);
    }
    check.done()
}
