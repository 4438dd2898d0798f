//! `/v1/invoices`

use axum::extract::State;
use axum::response::Response;
use contract::api::Page;
use domain::{CustomerId, Invoice, InvoiceId, InvoiceStatus, LocaleTag};
use serde::Deserialize;
use utoipa::IntoParams;

use super::check::Check;
use super::extract::{Path, Query, Staff};
use super::page::Limit;
use super::version::IfNoneMatch;
use crate::app::App;
use crate::error::{ApiError, AppError};
use crate::store::invoices::{self, InvoiceFilter, InvoicePlace, InvoiceStretch};
use crate::store::{customers, merchants};
use crate::{mail, sheet, zone};

/// Whose invoices, which, and how many.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListInvoices {
    /// Only this customer's.
    #[param(value_type = Option<String>)]
    customer_id: Option<CustomerId>,
    /// Only those that read so today, in the merchant's zone; drafts have no status.
    #[param(inline)]
    status: Option<InvoiceStatus>,
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Lists invoices by day of issue, newest first.
#[utoipa::path(get, path = "/v1/invoices", tag = "invoices", params(ListInvoices),
    responses((status = 200, body = Page<Invoice>)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListInvoices>,
) -> Result<axum::Json<Page<Invoice>>, ApiError> {
    let place: Option<InvoicePlace> = match query.cursor.as_deref().map(str::parse) {
        Some(parsed) => Some(parsed.map_err(|message: &str| AppError::field("cursor", message))?),
        None => None,
    };
    let stretch = place.as_ref().map_or(InvoiceStretch::Newest, InvoiceStretch::OlderThan);
    let mut conn = app.db.read().await?;
    let merchant = merchants::find(&mut conn, &staff.merchant).await?.ok_or(AppError::Unauthenticated)?;
    let today = zone::today(&app, &merchant);
    let filter = query.status.map_or(InvoiceFilter::All, |status| InvoiceFilter::Status { status, today });
    let limit = query.limit.and_one();
    let found = match &query.customer_id {
        Some(customer) => {
            invoices::list_for_customer(&mut conn, &merchant.id, customer, filter, stretch, limit).await?
        }
        None => invoices::list_newest(&mut conn, &merchant.id, filter, stretch, limit).await?,
    };
    Ok(axum::Json(query.limit.page(found, |last| InvoicePlace::of(last).to_string())))
}

/// Reads an invoice with its lines.
#[utoipa::path(get, path = "/v1/invoices/{id}", tag = "invoices", params(("id" = InvoiceId, Path), IfNoneMatch),
    responses((status = 200, body = Invoice)))]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<InvoiceId>,
    seen: IfNoneMatch,
) -> Result<Response, ApiError> {
    let mut conn = app.db.read().await?;
    let found = invoices::find(&mut conn, &staff.merchant, &id).await?;
    let invoice = found.ok_or(AppError::NotFound("invoice"))?;
    Ok(seen.answer(invoice.version, &invoice))
}

/// How an invoice is printed.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PrintInvoice {
    /// The language of its labels, as a tag such as `de` or `pt-BR`; unless given, or where the portal does not speak
    /// it, the customer's.
    #[param(value_type = Option<String>)]
    locale: Option<LocaleTag>,
}

/// Reads an invoice as PDF.
#[utoipa::path(get, path = "/v1/invoices/{id}/pdf", tag = "invoices",
    params(("id" = InvoiceId, Path), PrintInvoice),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub async fn pdf(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<InvoiceId>,
    Query(print): Query<PrintInvoice>,
) -> Result<Response, ApiError> {
    let mut check = Check::new();
    if let Some(tag) = &print.locale {
        check.locale("locale", tag);
    }
    check.done()?;
    let mut conn = app.db.read().await?;
    let merchant = merchants::find(&mut conn, &staff.merchant).await?.ok_or(AppError::Unauthenticated)?;
    let invoice = invoices::find(&mut conn, &merchant.id, &id).await?.ok_or(AppError::NotFound("invoice"))?;
    let customer = customers::get(&mut conn, &merchant.id, &invoice.customer_id).await?;
    drop(conn);
    let words = mail::words([print.locale.as_deref(), Some(&customer.locale)]);
    Ok(sheet::pdf(&app, merchant, invoice, words).await?)
}
