//! `/v1/payments` and a customer's payment methods: to read. Only customers put numbers on file, in the portal.

use axum::extract::State;
use contract::api::Page;
use domain::{CustomerId, Payment, PaymentId, PaymentMethod};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Path, Query, Staff};
use super::page::Limit;
use crate::app::App;
use crate::error::{ApiError, AppError};
use crate::store::{customers, payment_methods, payments};

/// Which payments.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListPayments {
    /// Only this customer's.
    #[param(value_type = Option<String>)]
    customer_id: Option<CustomerId>,
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<PaymentId>,
}

/// Lists payments, newest first.
#[utoipa::path(get, path = "/v1/payments", tag = "payments", params(ListPayments),
    responses((status = 200, body = Page<Payment>)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListPayments>,
) -> Result<axum::Json<Page<Payment>>, ApiError> {
    let mut conn = app.db.read().await?;
    let (customer, cursor, most) = (query.customer_id.as_ref(), query.cursor.as_ref(), query.limit.and_one());
    let found = payments::list_newest(&mut conn, &staff.merchant, customer, cursor, most).await?;
    Ok(axum::Json(query.limit.page(found, |last| last.id.to_string())))
}

/// Reads a payment.
#[utoipa::path(get, path = "/v1/payments/{id}", tag = "payments", params(("id" = PaymentId, Path)),
    responses((status = 200, body = Payment)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<PaymentId>,
) -> Result<axum::Json<Payment>, ApiError> {
    let found = payments::find(&mut app.db.read().await?, &staff.merchant, &id).await?;
    Ok(axum::Json(found.ok_or(AppError::NotFound("payment"))?))
}

/// Lists a customer's cards and bank accounts, the default first: what may be shown of them.
#[utoipa::path(get, path = "/v1/customers/{id}/payment-methods", tag = "payments",
    params(("id" = CustomerId, Path)), responses((status = 200, body = Vec<PaymentMethod>)))]
pub async fn list_methods(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<CustomerId>,
) -> Result<axum::Json<Vec<PaymentMethod>>, ApiError> {
    let mut conn = app.db.read().await?;
    customers::find(&mut conn, &staff.merchant, &id).await?.ok_or(AppError::NotFound("customer"))?;
    Ok(axum::Json(payment_methods::list_for_customer(&mut conn, &staff.merchant, &id).await?))
}
