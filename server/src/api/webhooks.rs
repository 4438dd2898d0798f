//! `/v1/webhook-endpoints` and `/v1/webhook-deliveries`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::api::{CreateEndpoint, EndpointCreated, Page, UpdateEndpoint};
use contract::webhook::Secret;
use domain::{Delivery, DeliveryId, Endpoint, EndpointEvents, EndpointId, EventBody, MerchantId};
use serde::Deserialize;
use url::Url;
use utoipa::IntoParams;

use super::check::Check;
use super::extract::{Admin, Json, Path, Query, Staff};
use super::page::Limit;
use super::version::{IfMatch, IfNoneMatch, versioned};
use crate::app::App;
use crate::db::Conn;
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::outbound::Refused;
use crate::store::{deliveries, events, webhooks};

/// How many endpoints a merchant may have: each event is compared with all of them as it is written.
const MOST_ENDPOINTS: usize = 50;

/// Which endpoints, and how many.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListEndpoints {
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<EndpointId>,
}

/// Which deliveries, and how many.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListDeliveries {
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<DeliveryId>,
}

/// Lists webhook endpoints, newest first, without their signing secrets.
#[utoipa::path(get, path = "/v1/webhook-endpoints", tag = "webhooks", params(ListEndpoints),
    responses((status = 200, body = Page<Endpoint>)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListEndpoints>,
) -> Result<axum::Json<Page<Endpoint>>, ApiError> {
    let mut conn = app.db.read().await?;
    let (cursor, limit) = (query.cursor.as_ref(), query.limit);
    let found = webhooks::page_endpoints(&mut conn, &staff.merchant, cursor, limit.and_one()).await?;
    Ok(axum::Json(limit.page(found, |last| last.id.to_string())))
}

/// Adds a webhook endpoint. The answer holds its signing secret, this once.
#[utoipa::path(post, path = "/v1/webhook-endpoints", tag = "webhooks", request_body = CreateEndpoint,
    responses((status = 201, body = EndpointCreated)))]
pub async fn create(
    State(app): State<App>,
    Admin(staff): Admin,
    once: Once,
    Json(body): Json<CreateEndpoint>,
) -> Result<Response, ApiError> {
    // Before the transaction, because it asks the network; judged inside, because a repeat is answered
    // as the first time.
    let reach = app.outbound.check(&body.url).await;
    once.run(&app, &staff, &body, async |tx| {
        check(&body.url, reach, &body.description, &body.events)?;
        if webhooks::list_endpoints(tx, &staff.merchant).await?.len() >= MOST_ENDPOINTS {
            let sentence =
                format!("There are {MOST_ENDPOINTS} endpoints, the most there can be. Remove one first.");
            return Err(AppError::Conflict(sentence));
        }
        let endpoint = Endpoint {
            id: app.new_id(),
            url: body.url.clone(),
            description: body.description.clone(),
            events: body.events.clone(),
            enabled: true,
            disabled_reason: None,
            created_at: app.clock.now(),
            version: 1,
        };
        let secret = Secret::from_entropy(app.rng.bytes());
        webhooks::insert_endpoint(tx, &staff.merchant, &endpoint, &secret).await?;
        let event = EventBody::WebhookEndpointSaved { endpoint: endpoint.clone() };
        events::append(tx, &app, &staff.merchant, staff.actor(), event).await?;
        Ok((StatusCode::CREATED, EndpointCreated { endpoint, secret: secret.reveal() }))
    })
    .await
}

/// Reads a webhook endpoint.
#[utoipa::path(get, path = "/v1/webhook-endpoints/{id}", tag = "webhooks",
    params(("id" = EndpointId, Path), IfNoneMatch), responses((status = 200, body = Endpoint)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<EndpointId>,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let endpoint = find(&mut app.db.read().await?, &staff.merchant, &id).await?;
    Ok(seen.answer(endpoint.version, &endpoint))
}

/// Changes a webhook endpoint, or turns it on or off. What gathered while it was off is sent once it is on.
#[utoipa::path(put, path = "/v1/webhook-endpoints/{id}", tag = "webhooks",
    params(("id" = EndpointId, Path), IfMatch), request_body = UpdateEndpoint,
    responses((status = 200, body = Endpoint)))]
pub async fn update(
    State(app): State<App>,
    Admin(staff): Admin,
    Path(id): Path<EndpointId>,
    seen: IfMatch,
    Json(body): Json<UpdateEndpoint>,
) -> Result<Response, ApiError> {
    let before = find(&mut app.db.read().await?, &staff.merchant, &id).await?;
    // An endpoint whose name is gone can still be turned off.
    let reach =
        if body.enabled || body.url != before.url { app.outbound.check(&body.url).await } else { Ok(()) };
    check(&body.url, reach, &body.description, &body.events)?;
    let mut tx = app.db.write().await?;
    let found = find(&mut tx, &staff.merchant, &id).await?;
    seen.require(found.version)?;
    let mut endpoint = Endpoint {
        url: body.url,
        description: body.description,
        events: body.events,
        enabled: body.enabled,
        disabled_reason: found.disabled_reason.filter(|_| !body.enabled),
        ..found
    };
    webhooks::save_endpoint(&mut tx, &staff.merchant, &mut endpoint).await?;
    let event = EventBody::WebhookEndpointSaved { endpoint: endpoint.clone() };
    events::append(&mut tx, &app, &staff.merchant, staff.actor(), event).await?;
    app.commit(tx).await?;
    Ok(versioned(endpoint.version, &endpoint))
}

/// Removes a webhook endpoint with its deliveries, those still waiting included.
#[utoipa::path(delete, path = "/v1/webhook-endpoints/{id}", tag = "webhooks",
    params(("id" = EndpointId, Path)), responses((status = 204)))]
pub async fn delete(
    State(app): State<App>,
    Admin(staff): Admin,
    Path(id): Path<EndpointId>,
) -> Result<StatusCode, ApiError> {
    let mut tx = app.db.write().await?;
    if !webhooks::delete_endpoint(&mut tx, &staff.merchant, &id).await? {
        return Err(AppError::NotFound("webhook endpoint").into());
    }
    let event = EventBody::WebhookEndpointDeleted { endpoint_id: id };
    events::append(&mut tx, &app, &staff.merchant, staff.actor(), event).await?;
    app.commit(tx).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists what was and will be sent to an endpoint, newest first, each with its last try.
#[utoipa::path(get, path = "/v1/webhook-endpoints/{id}/deliveries", tag = "webhooks",
    params(("id" = EndpointId, Path), ListDeliveries), responses((status = 200, body = Page<Delivery>)))]
pub async fn list_deliveries(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<EndpointId>,
    Query(query): Query<ListDeliveries>,
) -> Result<axum::Json<Page<Delivery>>, ApiError> {
    let mut conn = app.db.read().await?;
    find(&mut conn, &staff.merchant, &id).await?;
    let (cursor, limit) = (query.cursor.as_ref(), query.limit);
    let found = deliveries::list(&mut conn, &staff.merchant, &id, cursor, limit.and_one()).await?;
    Ok(axum::Json(limit.page(found, |last| last.id.to_string())))
}

/// Sends a delivery again now, an arrived one too, under the same `webhook-id`. To an endpoint that is
/// off it is sent once that is on.
#[utoipa::path(post, path = "/v1/webhook-deliveries/{id}/resend", tag = "webhooks",
    params(("id" = DeliveryId, Path)), responses((status = 200, body = Delivery)))]
pub async fn resend(
    State(app): State<App>,
    staff: Staff,
    once: Once,
    Path(id): Path<DeliveryId>,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &(), async |tx| {
        deliveries::requeue(tx, &staff.merchant, &id, app.clock.now()).await?;
        let queued = deliveries::find(tx, &staff.merchant, &id).await?;
        Ok((StatusCode::OK, queued.ok_or(AppError::NotFound("delivery"))?))
    })
    .await
}

async fn find(conn: &mut Conn, merchant: &MerchantId, id: &EndpointId) -> Result<Endpoint, AppError> {
    let found = webhooks::find_endpoint(conn, merchant, id).await?;
    found.ok_or(AppError::NotFound("webhook endpoint"))
}

fn check(
    url: &Url,
    reach: Result<(), Refused>,
    description: &str,
    wanted: &EndpointEvents,
) -> Result<(), AppError> {
    let mut check = Check::new();
    check.require(url.as_str().len() <= 2000, "url", "At most 2000 characters fit.");
    if let Err(refused) = reach {
        check.fault("url", refused.to_string());
    }
    check.line("description", description, 200);
    if let EndpointEvents::Only(types) = wanted {
        check.require(!types.is_empty(), "events", "Choose at least one event, or all.");
        for internal in types.iter().filter(|kind| !kind.is_public()) {
            check.fault("events", format!("`{}` is not sent to endpoints.", internal.as_str()));
        }
    }
    check.done()
}
