//! `/v1/meters`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::api::{CreateMeter, Page};
use domain::{EventBody, Meter, MeterId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::check::Check;
use super::extract::{Admin, Json, Query, Staff};
use super::page::Limit;
use crate::app::App;
use crate::db::StoreError;
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::store::{events, meters};

/// How many meters.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListMeters {
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<MeterId>,
}

/// Lists meters in the order they were added.
#[utoipa::path(get, path = "/v1/meters", tag = "usage", params(ListMeters),
    responses((status = 200, body = Page<Meter>)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListMeters>,
) -> Result<axum::Json<Page<Meter>>, ApiError> {
    let mut conn = app.db.read().await?;
    let (cursor, limit) = (query.cursor.as_ref(), query.limit);
    let found = meters::list(&mut conn, &staff.merchant, cursor, limit.and_one()).await?;
    Ok(axum::Json(limit.page(found, |last| last.id.to_string())))
}

/// Adds a meter. A plan's price names it by its key.
/// Needs a key of role admin.
#[utoipa::path(post, path = "/v1/meters", tag = "usage", request_body = CreateMeter,
    responses((status = 201, body = Meter)))]
pub async fn create(
    State(app): State<App>,
    Admin(staff): Admin,
    once: Once,
    Json(body): Json<CreateMeter>,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &body, async |tx| {
        let CreateMeter { key, name, unit, aggregation } = body.clone();
        let (id, created_at) = (app.new_id(), app.clock.now());
        let meter = Meter { id, key, name, unit, aggregation, created_at, version: 1 };
        let mut check = Check::new();
        check.name("name", &meter.name, 100);
        check.name("unit", &meter.unit, 40);
        check.done()?;
        meters::insert(tx, &staff.merchant, &meter).await.map_err(|error| taken(&meter, error))?;
        let event = EventBody::MeterSaved { meter: meter.clone() };
        events::append(tx, &app, &staff.merchant, staff.actor(), event).await?;
        Ok((StatusCode::CREATED, meter))
    })
    .await
}

fn taken(meter: &Meter, error: StoreError) -> AppError {
    match error {
        StoreError::Conflict(_) => AppError::Conflict(format!(
            "There is already a meter with the key “{}”. Nothing was saved; use another key.",
            meter.key
        )),
        other => other.into(),
    }
}
