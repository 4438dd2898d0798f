//! `GET /portal`: what is due and what there is.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Feature;
use portal_view::{Account, HomeView, SessionOverView};

use super::failure::PortalError;
use super::language::Browser;
use super::subscriptions::plans_of;
use super::under_way::waiting;
use super::visit::Visit;
use super::{brand, respond};
use crate::app::App;
use crate::store::invoices::{self, InvoiceFilter, InvoiceStretch};
use crate::store::subscriptions;

/// How many recent invoices are read.
const RECENT: u32 = HomeView::RECENT as u32;

/// `GET /portal`
pub async fn get(State(app): State<App>, visit: Visit) -> Result<Response, PortalError> {
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let policy = visit.policy();
    let mut conn = app.db.read().await?;
    let (mut open, mut recent, mut subscribed, mut plans) = <(Vec<_>, Vec<_>, Vec<_>, Vec<_>)>::default();
    if policy.view(Feature::ViewInvoices).is_ok() {
        open = invoices::open_for_customer(&mut conn, merchant, customer, subscriptions::MOST).await?;
        let (filter, stretch) = (InvoiceFilter::Issued, InvoiceStretch::Newest);
        recent = invoices::list_for_customer(&mut conn, merchant, customer, filter, stretch, RECENT).await?;
    }
    if policy.view(Feature::ViewSubscription).is_ok() {
        subscribed =
            subscriptions::list_for_customer(&mut conn, merchant, customer, None, subscriptions::MOST)
                .await?;
        plans = plans_of(&mut conn, merchant, &subscribed).await?;
    }
    let waiting = waiting(&mut conn, &visit).await?;
    let account = Account {
        subscriptions: &subscribed,
        plans: &plans,
        open_invoices: &open,
        recent_invoices: &recent,
        waiting: &waiting,
        today: visit.today(),
        zone: &visit.zone,
    };
    Ok(visit.page(portal_view::home(&visit.chrome(), &HomeView::new(&account, &policy))))
}

/// `GET /`: for whoever types the bare address.
pub async fn outside(State(app): State<App>, browser: Browser) -> Result<Response, PortalError> {
    let branding = brand::of_house(&app).await?;
    let view = SessionOverView { known: false, return_url: None };
    Ok(respond::page(
        StatusCode::OK,
        &branding,
        portal_view::session_over(browser.words([]), &branding, &view),
    ))
}
