//! `/v1/customers`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::api::{CreateCustomer, Page, UpdateCustomer};
use domain::{Customer, CustomerId, EventBody, MerchantId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::check::Check;
use super::configurations::check_assigned;
use super::extract::{Json, Path, Query, Staff};
use super::page::Limit;
use super::version::{IfMatch, IfNoneMatch, versioned};
use crate::app::App;
use crate::db::{Conn, StoreError};
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::store::{customers, events};

/// The field that names a customer's configuration.
const ASSIGNED: &str = "portal_configuration_id";

/// Which customers, and how many.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListCustomers {
    /// Words that must all occur in name, e-mail address or external id; at most 6.
    #[serde(default)]
    search: String,
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<CustomerId>,
}

/// Lists customers, newest first.
#[utoipa::path(get, path = "/v1/customers", tag = "customers", params(ListCustomers),
    responses((status = 200, body = Page<Customer>)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListCustomers>,
) -> Result<axum::Json<Page<Customer>>, ApiError> {
    let words: Vec<&str> = query.search.split_whitespace().collect();
    let mut check = Check::new();
    check.line("search", &query.search, 200);
    check.require(words.len() <= customers::MOST_WORDS, "search", "Search for at most 6 words.");
    check.done()?;
    let mut conn = app.db.read().await?;
    let (cursor, limit) = (query.cursor.as_ref(), query.limit);
    let found = customers::search(&mut conn, &staff.merchant, &words, cursor, limit.and_one()).await?;
    Ok(axum::Json(limit.page(found, |last| last.id.to_string())))
}

/// Adds a customer.
#[utoipa::path(post, path = "/v1/customers", tag = "customers", request_body = CreateCustomer,
    responses((status = 201, body = Customer)))]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    once: Once,
    Json(body): Json<CreateCustomer>,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &body, async |tx| {
        let new = body.clone();
        let customer = Customer {
            id: app.new_id(),
            external_id: new.external_id,
            name: new.name,
            email: new.email,
            locale: new.locale,
            time_zone: new.time_zone,
            address: new.address,
            tax_ids: new.tax_ids,
            metadata: new.metadata,
            portal_configuration_id: new.portal_configuration_id,
            created_at: app.clock.now(),
            version: 1,
        };
        check(&customer)?;
        check_assigned(tx, &staff.merchant, ASSIGNED, customer.portal_configuration_id.as_ref()).await?;
        let inserted = customers::insert_all(tx, &staff.merchant, std::slice::from_ref(&customer)).await;
        inserted.map_err(|error| taken("customer", customer.external_id.as_deref(), error))?;
        let event = EventBody::CustomerCreated { customer: customer.clone() };
        events::append(tx, &app, &staff.merchant, staff.actor(), event).await?;
        Ok((StatusCode::CREATED, customer))
    })
    .await
}

/// Reads a customer.
#[utoipa::path(get, path = "/v1/customers/{id}", tag = "customers", params(("id" = CustomerId, Path), IfNoneMatch),
    responses((status = 200, body = Customer)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<CustomerId>,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let mut conn = app.db.read().await?;
    let customer = find(&mut conn, &staff.merchant, &id).await?;
    Ok(seen.answer(customer.version, &customer))
}

/// Reads a customer by the merchant's own id.
#[utoipa::path(get, path = "/v1/customers/by-external-id/{external_id}", tag = "customers",
    params(("external_id" = String, Path), IfNoneMatch), responses((status = 200, body = Customer)))]
pub async fn get_by_external_id(
    State(app): State<App>,
    staff: Staff,
    Path(external_id): Path<String>,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let unknown = AppError::NotFound("customer");
    // No such id was ever stored, and Postgres refuses to be asked for one with a NUL in it.
    if external_id.chars().any(char::is_control) {
        return Err(unknown.into());
    }
    let mut conn = app.db.read().await?;
    let found = customers::find_by_external_id(&mut conn, &staff.merchant, &external_id).await?;
    let customer = found.ok_or(unknown)?;
    Ok(seen.answer(customer.version, &customer))
}

/// Changes a customer; what is absent from the body stays as it is.
#[utoipa::path(patch, path = "/v1/customers/{id}", tag = "customers", params(("id" = CustomerId, Path), IfMatch),
    request_body = UpdateCustomer, responses((status = 200, body = Customer)))]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<CustomerId>,
    seen: IfMatch,
    Json(change): Json<UpdateCustomer>,
) -> Result<Response, ApiError> {
    let mut tx = app.db.write().await?;
    let found = find(&mut tx, &staff.merchant, &id).await?;
    seen.require(found.version)?;
    let mut customer = Customer {
        name: change.name.unwrap_or(found.name),
        email: change.email.unwrap_or(found.email),
        locale: change.locale.unwrap_or(found.locale),
        time_zone: change.time_zone.unwrap_or(found.time_zone),
        address: change.address.unwrap_or(found.address),
        tax_ids: change.tax_ids.unwrap_or(found.tax_ids),
        metadata: change.metadata.unwrap_or(found.metadata),
        portal_configuration_id: change.portal_configuration_id.unwrap_or(found.portal_configuration_id),
        ..found
    };
    check(&customer)?;
    check_assigned(&mut tx, &staff.merchant, ASSIGNED, customer.portal_configuration_id.as_ref()).await?;
    customers::save(&mut tx, &staff.merchant, &mut customer).await?;
    let event = EventBody::CustomerUpdated { customer: customer.clone() };
    events::append(&mut tx, &app, &staff.merchant, staff.actor(), event).await?;
    app.commit(tx).await?;
    Ok(versioned(customer.version, &customer))
}

/// The customer, or the refusal that looks the same for unknown ids and for those of other merchants.
pub(super) async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &CustomerId,
) -> Result<Customer, AppError> {
    customers::find(conn, merchant, id).await?.ok_or(AppError::NotFound("customer"))
}

fn check(customer: &Customer) -> Result<(), AppError> {
    let mut check = Check::new();
    check.external_id(customer.external_id.as_deref());
    check.name("name", &customer.name, 200);
    check.locale("locale", &customer.locale);
    check.time_zone("time_zone", customer.time_zone.as_ref());
    check.address("address", &customer.address);
    check.tax_ids("tax_ids", &customer.tax_ids);
    check.metadata("metadata", &customer.metadata);
    check.done()
}

/// Says in words that an external id was there before.
pub(super) fn taken(noun: &str, external_id: Option<&str>, error: StoreError) -> AppError {
    match (error, external_id) {
        (StoreError::Conflict(_), Some(id)) => AppError::Conflict(format!(
            "There is already a {noun} with the external id “{id}”. Nothing was saved; use another id, or \
             change the {noun} that has it."
        )),
        (error, _) => error.into(),
    }
}
