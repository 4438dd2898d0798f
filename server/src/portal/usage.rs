//! `GET /portal/usage`: what is used, as a page and as a file.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use domain::Feature;
use portal_view::UsageView;

use super::failure::PortalError;
use super::visit::Visit;
use crate::app::App;
use crate::error::AppError;
use crate::metering;

/// `GET /portal/usage`. The log knows nothing of usage, and what it leads to changes with every minute.
pub async fn get(State(app): State<App>, visit: Visit) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewUsage)?;
    let mut conn = app.db.read().await?;
    let (now, left) = visit.minute();
    let usage = metering::usage_of(&mut conn, &visit.merchant, &visit.customer.id, now).await?;
    let view = UsageView::new(usage, &visit.zone);
    Ok(visit.passing_page(portal_view::usage(&visit.chrome(), &view), left))
}

/// `GET /portal/usage.csv`: a row for each day on which something was used.
pub async fn csv(State(app): State<App>, visit: Visit) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewUsage)?;
    let mut conn = app.db.read().await?;
    let days = metering::days_of(&mut conn, &visit.merchant, &visit.customer.id).await?;
    let mut table = csv::Writer::from_writer(Vec::new());
    let written =
        table.write_record(["day", "subscription", "plan", "meter", "unit", "quantity", "period_start"]);
    written.map_err(|error| AppError::Internal(error.into()))?;
    for (subscription, meter, day) in &days {
        let row = [
            day.key.day.to_string(),
            subscription.id.to_string(),
            harmless(&subscription.plan_name),
            harmless(&meter.name),
            harmless(&meter.unit),
            day.tally.quantity.to_string(),
            day.key.period_start.to_string(),
        ];
        table.write_record(row).map_err(|error| AppError::Internal(error.into()))?;
    }
    let table = table.into_inner().map_err(|error| AppError::Internal(error.into_error().into()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"usage.csv\"")),
    ];
    Ok((headers, table).into_response())
}

/// Text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"https://evil.example\")"), "'=HYPERLINK(\"https://evil.example\")");
        assert_eq!(["+1", "-1", "@x", "\tx"].map(harmless), ["'+1", "'-1", "'@x", "'\tx"]);
        assert_eq!(harmless("API calls, 1-10"), "API calls, 1-10");
    }
}
