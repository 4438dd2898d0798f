//! `/v1/plans`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::api::{CreatePlan, Page};
use domain::{EventBody, MerchantId, MeterKey, Plan, PlanId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::check::Check;
use super::customers::taken;
use super::extract::{Admin, Json, Path, Query, Staff};
use super::page::Limit;
use super::version::IfNoneMatch;
use crate::app::App;
use crate::db::Conn;
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::store::{events, meters, plans};

/// How many plans.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListPlans {
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<PlanId>,
}

/// Lists plans in the order they were added.
#[utoipa::path(get, path = "/v1/plans", tag = "plans", params(ListPlans),
    responses((status = 200, body = Page<Plan>)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListPlans>,
) -> Result<axum::Json<Page<Plan>>, ApiError> {
    let mut conn = app.db.read().await?;
    let found = plans::list(&mut conn, &staff.merchant, query.cursor.as_ref(), query.limit.and_one()).await?;
    Ok(axum::Json(query.limit.page(found, |last| last.id.to_string())))
}

/// Adds a plan.
/// Needs a key of role admin.
#[utoipa::path(post, path = "/v1/plans", tag = "plans", request_body = CreatePlan,
    responses((status = 201, body = Plan)))]
pub async fn create(
    State(app): State<App>,
    Admin(staff): Admin,
    once: Once,
    Json(body): Json<CreatePlan>,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &body, async |tx| {
        let new = body.clone();
        let plan = Plan {
            id: app.new_id(),
            external_id: new.external_id,
            name: new.name,
            description: new.description,
            price: new.price,
            seats: new.seats,
            self_serve_changes: new.self_serve_changes,
            self_serve_cancelation: new.self_serve_cancelation,
            created_at: app.clock.now(),
            version: 1,
        };
        check(&plan)?;
        check_meters(tx, &staff.merchant, &plan).await?;
        let inserted = plans::insert_all(tx, &staff.merchant, std::slice::from_ref(&plan)).await;
        inserted.map_err(|error| taken("plan", plan.external_id.as_deref(), error))?;
        let event = EventBody::PlanSaved { plan: plan.clone() };
        events::append(tx, &app, &staff.merchant, staff.actor(), event).await?;
        Ok((StatusCode::CREATED, plan))
    })
    .await
}

/// Reads a plan.
#[utoipa::path(get, path = "/v1/plans/{id}", tag = "plans", params(("id" = PlanId, Path), IfNoneMatch),
    responses((status = 200, body = Plan)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<PlanId>,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let mut conn = app.db.read().await?;
    let plan = plans::find(&mut conn, &staff.merchant, &id).await?.ok_or(AppError::NotFound("plan"))?;
    Ok(seen.answer(plan.version, &plan))
}

fn check(plan: &Plan) -> Result<(), AppError> {
    let mut check = Check::new();
    check.external_id(plan.external_id.as_deref());
    check.name("name", &plan.name, 200);
    check.paragraph("description", &plan.description, 1000);
    check.price("price", &plan.price);
    check.seats("seats", plan.seats);
    check.done()
}

/// Refuses a price for what nobody counts.
async fn check_meters(conn: &mut Conn, merchant: &MerchantId, plan: &Plan) -> Result<(), AppError> {
    let keys: Vec<&MeterKey> = plan.price.metered.iter().map(|price| &price.meter).collect();
    let known = meters::find_by_keys(conn, merchant, &keys).await?;
    let mut check = Check::new();
    for (at, key) in keys.into_iter().enumerate() {
        let known = known.iter().any(|meter| meter.key == *key);
        check.require(known, &format!("price.metered[{at}].meter"), "There is no such meter.");
    }
    check.done()
}
