//! `GET /portal/invoices`, one of them, and one as a file.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::{Feature, Invoice, InvoiceId};
use portal_view::{InvoiceRow, InvoiceView, InvoicesView};
use url::form_urlencoded;

use super::failure::PortalError;
use super::path::Path;
use super::visit::Visit;
use crate::app::App;
use crate::error::AppError;
use crate::sheet;
use crate::store::invoices::{self, InvoiceFilter, InvoicePlace, InvoiceStretch};

/// How many invoices a page shows.
const PAGE: usize = 25;

/// Which invoices, and from where on. What an address says that makes no sense counts as not said.
#[derive(Debug, Default)]
struct Wanted {
    filter: portal_view::InvoiceFilter,
    after: Option<InvoicePlace>,
    before: Option<InvoicePlace>,
}

impl Wanted {
    fn parse(query: &str) -> Self {
        let mut wanted = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "status" => wanted.filter = portal_view::InvoiceFilter::from_query(&value),
                "after" => wanted.after = value.parse().ok(),
                "before" => wanted.before = value.parse().ok(),
                _ => {}
            }
        }
        wanted
    }

    fn stretch(&self) -> InvoiceStretch<'_> {
        match (&self.after, &self.before) {
            (Some(place), _) => InvoiceStretch::OlderThan(place),
            (None, Some(place)) => InvoiceStretch::NewerThan(place),
            (None, None) => InvoiceStretch::Newest,
        }
    }
}

/// `GET /portal/invoices`
pub async fn list(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewInvoices)?;
    let (wanted, today) = (Wanted::parse(&query.unwrap_or_default()), visit.today());
    let filter = wanted.filter.status();
    let filter = filter.map_or(InvoiceFilter::Issued, |status| InvoiceFilter::Status { status, today });
    let (merchant, customer, stretch) = (&visit.merchant.id, &visit.customer.id, wanted.stretch());
    let mut conn = app.db.read().await?;
    let found =
        invoices::list_for_customer(&mut conn, merchant, customer, filter, stretch, PAGE as u32 + 1).await?;
    let (shown, older, newer) = turn_pages(found, &wanted);
    let view = InvoicesView {
        filter: wanted.filter,
        rows: shown.iter().filter_map(|invoice| InvoiceRow::new(invoice, today)).collect(),
        older,
        newer,
        pdfs: visit.policy().view(Feature::DownloadPdfs).is_ok(),
    };
    Ok(visit.page(portal_view::invoices(&visit.chrome(), &view)))
}

/// Takes off the one invoice more than a page shows, which only tells that there are more in the
/// direction one is going; in the other direction is where one came from. Returns what to show and
/// the cursors of what is older and newer.
fn turn_pages(mut found: Vec<Invoice>, wanted: &Wanted) -> (Vec<Invoice>, Option<String>, Option<String>) {
    let more = found.len() > PAGE;
    let backwards = matches!(wanted.stretch(), InvoiceStretch::NewerThan(_));
    if more && backwards {
        found.remove(0);
    }
    found.truncate(PAGE);
    let cursor = |invoice: Option<&Invoice>| invoice.map(|invoice| InvoicePlace::of(invoice).to_string());
    let (newest, oldest) = (cursor(found.first()), cursor(found.last()));
    let came_from = |place: &Option<InvoicePlace>| place.as_ref().map(InvoicePlace::to_string);
    let (older, newer) = match wanted.stretch() {
        InvoiceStretch::Newest => (oldest.filter(|_| more), None),
        InvoiceStretch::OlderThan(_) => (oldest.filter(|_| more), newest.or(came_from(&wanted.after))),
        InvoiceStretch::NewerThan(_) => (oldest.or(came_from(&wanted.before)), newest.filter(|_| more)),
    };
    (found, older, newer)
}

/// `GET /portal/invoices/{id}`
pub async fn get(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<InvoiceId>,
) -> Result<Response, PortalError> {
    visit.may_view(Feature::ViewInvoices)?;
    let invoice = find(&app, &visit, &id).await?;
    let view = InvoiceView::new(&invoice, &visit.policy(), visit.today(), &visit.zone);
    let view = view.ok_or(AppError::NotFound("invoice"))?;
    Ok(visit.page(portal_view::invoice(&visit.chrome(), &view)))
}

/// `GET /portal/invoices/{id}/pdf`
pub async fn pdf(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<InvoiceId>,
) -> Result<Response, PortalError> {
    visit.may_view(Feature::DownloadPdfs)?;
    let invoice = find(&app, &visit, &id).await?;
    Ok(sheet::pdf(&app, visit.merchant, invoice, visit.words).await?)
}

/// This customer's invoice; a draft's or another's is as unknown as none.
async fn find(app: &App, visit: &Visit, id: &InvoiceId) -> Result<Invoice, AppError> {
    let mut conn = app.db.read().await?;
    let found = invoices::find_for_customer(&mut conn, &visit.merchant.id, &visit.customer.id, id).await?;
    found.ok_or(AppError::NotFound("invoice"))
}
