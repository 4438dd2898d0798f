//! `/v1/portal-configurations`, and `/v1/portal-configuration`, which is the default one of them.
//!
//! In: a configuration, and the version that was seen. Out: the row, its event, the answer.
//! Not here: what may be in one (`configuration_check`); whom it counts for (`store::configurations`).

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use contract::api::Page;
use domain::{Configuration, ConfigurationId, EventBody, MerchantId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::configuration_check::check;
use super::extract::{Admin, Json, Path, Query, Staff};
use super::page::Limit;
use super::version::{IfMatch, IfNoneMatch, versioned};
use crate::app::App;
use crate::db::{Conn, StoreError, Tx};
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::store::{configurations, events};

/// How many configurations a merchant may have: staff pick one from a list.
const MOST: usize = 50;

/// Which configurations, and how many.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListConfigurations {
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<ConfigurationId>,
}

/// Reads what customers may see and do where no other configuration is assigned.
#[utoipa::path(get, path = "/v1/portal-configuration", tag = "settings",
    params(IfNoneMatch), responses((status = 200, body = Configuration)))]
pub async fn get_default(
    State(app): State<App>,
    staff: Staff,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let found = configurations::default(&mut app.db.read().await?, &staff.merchant).await?;
    Ok(seen.answer(found.version, &found))
}

/// Replaces what customers may see and do where no other configuration is assigned. `id`, `is_default` and
/// `version` in the body are not read.
/// Needs a key of role admin.
#[utoipa::path(put, path = "/v1/portal-configuration", tag = "settings", request_body = Configuration,
    params(IfMatch), responses((status = 200, body = Configuration)))]
pub async fn put_default(
    State(app): State<App>,
    Admin(staff): Admin,
    seen: IfMatch,
    Json(body): Json<Configuration>,
) -> Result<Response, ApiError> {
    let mut tx = app.db.write().await?;
    let found = configurations::default(&mut tx, &staff.merchant).await?;
    replace(&app, tx, &staff, &seen, found, body).await
}

/// Lists portal configurations, newest first.
#[utoipa::path(get, path = "/v1/portal-configurations", tag = "settings", params(ListConfigurations),
    responses((status = 200, body = Page<Configuration>)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListConfigurations>,
) -> Result<axum::Json<Page<Configuration>>, ApiError> {
    let (cursor, limit) = (query.cursor.as_ref(), query.limit);
    let mut conn = app.db.read().await?;
    let found = configurations::page(&mut conn, &staff.merchant, cursor, limit.and_one()).await?;
    Ok(axum::Json(limit.page(found, |last| last.id.to_string())))
}

/// Adds a portal configuration. It counts for nobody until it is assigned to a customer, named for a
/// session or made the default. `id`, `is_default` and `version` in the body are not read.
/// Needs a key of role admin.
#[utoipa::path(post, path = "/v1/portal-configurations", tag = "settings", request_body = Configuration,
    responses((status = 201, body = Configuration)))]
pub async fn create(
    State(app): State<App>,
    Admin(staff): Admin,
    once: Once,
    Json(body): Json<Configuration>,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &body, async |tx| {
        check(tx, &staff.merchant, &body).await?;
        if configurations::list(tx, &staff.merchant).await?.len() >= MOST {
            let sentence =
                format!("There are {MOST} configurations, the most there can be. Delete one first.");
            return Err(AppError::Conflict(sentence));
        }
        let configuration = Configuration { id: app.new_id(), is_default: false, version: 1, ..body.clone() };
        let inserted = configurations::insert(tx, &staff.merchant, &configuration).await;
        inserted.map_err(|error| taken(&configuration, error))?;
        note(tx, &app, &staff, &configuration).await?;
        Ok((StatusCode::CREATED, configuration))
    })
    .await
}

/// Reads a portal configuration.
#[utoipa::path(get, path = "/v1/portal-configurations/{id}", tag = "settings",
    params(("id" = ConfigurationId, Path), IfNoneMatch), responses((status = 200, body = Configuration)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<ConfigurationId>,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let found = find(&mut app.db.read().await?, &staff.merchant, &id).await?;
    Ok(seen.answer(found.version, &found))
}

/// Replaces a portal configuration. `id`, `is_default` and `version` in the body are not read.
/// Needs a key of role admin.
#[utoipa::path(put, path = "/v1/portal-configurations/{id}", tag = "settings",
    params(("id" = ConfigurationId, Path), IfMatch), request_body = Configuration,
    responses((status = 200, body = Configuration)))]
pub async fn put(
    State(app): State<App>,
    Admin(staff): Admin,
    Path(id): Path<ConfigurationId>,
    seen: IfMatch,
    Json(body): Json<Configuration>,
) -> Result<Response, ApiError> {
    let mut tx = app.db.write().await?;
    let found = find(&mut tx, &staff.merchant, &id).await?;
    replace(&app, tx, &staff, &seen, found, body).await
}

/// Makes a portal configuration the default; the one that was stays, and counts for whom it is assigned to.
/// Needs a key of role admin.
#[utoipa::path(post, path = "/v1/portal-configurations/{id}/make-default", tag = "settings",
    params(("id" = ConfigurationId, Path), IfMatch), responses((status = 200, body = Configuration)))]
pub async fn make_default(
    State(app): State<App>,
    Admin(staff): Admin,
    Path(id): Path<ConfigurationId>,
    seen: IfMatch,
) -> Result<Response, ApiError> {
    let mut tx = app.db.write().await?;
    let mut next = find(&mut tx, &staff.merchant, &id).await?;
    seen.require(next.version)?;
    if !next.is_default {
        let mut before = configurations::default(&mut tx, &staff.merchant).await?;
        for (configuration, is_default) in [(&mut before, false), (&mut next, true)] {
            configuration.is_default = is_default;
            configurations::save(&mut tx, &staff.merchant, configuration).await?;
            note(&mut tx, &app, &staff, configuration).await?;
        }
        app.commit(tx).await?;
    }
    Ok(versioned(next.version, &next))
}

/// Removes a portal configuration. The default stays, and so does one that customers, links or sessions
/// still live by: nobody's rights change by a removal.
/// Needs a key of role admin.
#[utoipa::path(delete, path = "/v1/portal-configurations/{id}", tag = "settings",
    params(("id" = ConfigurationId, Path), IfMatch),
    responses((status = 204), (status = 409, description = "It is the default, or in use")))]
pub async fn delete(
    State(app): State<App>,
    Admin(staff): Admin,
    Path(id): Path<ConfigurationId>,
    seen: IfMatch,
) -> Result<Response, ApiError> {
    let mut tx = app.db.write().await?;
    let found = find(&mut tx, &staff.merchant, &id).await?;
    seen.require(found.version)?;
    if found.is_default {
        let sentence = "This is the default configuration. Make another one the default first.";
        return Err(AppError::Conflict(sentence.into()).into());
    }
    let uses = configurations::uses(&mut tx, &staff.merchant, &id, app.clock.now()).await?;
    if let Some(sentence) = why_kept(uses) {
        return Err(AppError::Conflict(sentence).into());
    }
    let deleted = configurations::delete(&mut tx, &staff.merchant, &found).await;
    // Somebody assigned it in between.
    deleted.map_err(|error| match error {
        StoreError::Refused(_) => AppError::Stale,
        error => error.into(),
    })?;
    let fact = EventBody::ConfigurationDeleted { configuration_id: id };
    events::append(&mut tx, &app, &staff.merchant, staff.actor(), fact).await?;
    app.commit(tx).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn why_kept(uses: configurations::Uses) -> Option<String> {
    let what_to_do = match (uses.customers, uses.visits) {
        (0, 0) => return None,
        (0, 1) => "a link or session made with it still works. Revoke it or wait until it ends".to_owned(),
        (0, visits) => {
            format!("{visits} links and sessions made with it still work. Revoke them or wait until they end")
        }
        (1, _) => "one customer is assigned to it. Assign them another one first".to_owned(),
        (customers, _) => format!("{customers} customers are assigned to it. Assign them another one first"),
    };
    Some(format!("This configuration was not deleted: {what_to_do}."))
}

async fn replace(
    app: &App,
    mut tx: Tx,
    staff: &Staff,
    seen: &IfMatch,
    found: Configuration,
    body: Configuration,
) -> Result<Response, ApiError> {
    seen.require(found.version)?;
    let Configuration { id, is_default, version, .. } = found;
    let mut configuration = Configuration { id, is_default, version, ..body };
    check(&mut tx, &staff.merchant, &configuration).await?;
    let saved = configurations::save(&mut tx, &staff.merchant, &mut configuration).await;
    saved.map_err(|error| taken(&configuration, error))?;
    note(&mut tx, app, staff, &configuration).await?;
    app.commit(tx).await?;
    Ok(versioned(configuration.version, &configuration))
}

async fn note(
    tx: &mut Tx,
    app: &App,
    staff: &Staff,
    configuration: &Configuration,
) -> Result<(), StoreError> {
    let fact = EventBody::ConfigurationSaved { configuration: configuration.clone() };
    events::append(tx, app, &staff.merchant, staff.actor(), fact).await.map(drop)
}

async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &ConfigurationId,
) -> Result<Configuration, AppError> {
    configurations::find(conn, merchant, id).await?.ok_or(AppError::NotFound("configuration"))
}

/// Refuses an assignment to a configuration that is not there, beside its field.
pub(super) async fn check_assigned(
    conn: &mut Conn,
    merchant: &MerchantId,
    field: &str,
    id: Option<&ConfigurationId>,
) -> Result<(), AppError> {
    let Some(id) = id else { return Ok(()) };
    let found = configurations::find(conn, merchant, id).await?;
    found.map(drop).ok_or_else(|| AppError::field(field, "There is no such portal configuration."))
}

/// Says in words that a name was there before.
fn taken(configuration: &Configuration, error: StoreError) -> AppError {
    match error {
        StoreError::Conflict(_) => AppError::Conflict(format!(
            "There is already a configuration named “{}”. Nothing was saved; use another name.",
            configuration.name
        )),
        error => error.into(),
    }
}
