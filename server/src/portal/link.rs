//! `/portal/l/{token}` and *Send me a new link*: how customers come in.
//!
//! In: a link's token. Out: a page with one button, a session, or a page that says why not and what to do.
//! Not here: who gets the link when many try (`links`, one statement).

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::billing::Quote;
use domain::policy::Policy;
use domain::{
    Actor, Errand, Feature, InitialPage, Merchant, PortalLink, PortalSession, SessionState, SubscriptionId,
};
use jiff::tz::TimeZone;
use portal_view::{LinkOpenView, LinkProblem, Words, routes};
use serde::Deserialize;
use subtle::ConstantTimeEq as _;
use url::Url;

use super::client_address::ClientAddress;
use super::failure::PortalError;
use super::language::Browser;
use super::path::Path;
use super::{brand, cookie, respond};
use crate::app::App;
use crate::changes::{self, Asker, Wish};
use crate::db::StoreError;
use crate::error::AppError;
use crate::links::{Keepsake, Opened};
use crate::store::{configurations, customers, links, merchants, sessions, subscriptions};
use crate::{keys, zone};

/// `GET /portal/l/{token}`: one button, and nothing else happens; mail scanners follow links.
pub async fn get(
    State(app): State<App>,
    request: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, PortalError> {
    match find(&app, &token).await? {
        Some((merchant, link)) if problem(&app, &link).is_none() => {
            door(&app, &request, StatusCode::OK, &merchant, &link, &token).await
        }
        found => dead_end(&app, &request, found, &token).await,
    }
}

/// The button's form.
#[derive(Debug, Deserialize)]
pub struct Open {
    #[serde(default)]
    pub(super) nonce: String,
}

/// `POST /portal/l/{token}`: opens the link, once, for a browser that saw its page.
pub async fn post(
    State(app): State<App>,
    request: HeaderMap,
    Path(token): Path<String>,
    form: Result<Form<Open>, FormRejection>,
) -> Result<Response, PortalError> {
    let Form(form) = form.map_err(AppError::from)?;
    let found = find(&app, &token).await?;
    let Some((merchant, link)) = found.as_ref().filter(|(_, link)| problem(&app, link).is_none()) else {
        return dead_end(&app, &request, found, &token).await;
    };
    if !saw_the_page(&app, &request, &form.nonce) {
        // The cookie is gone, or this is a machine that posts forms: here is the page with a new one.
        return door(&app, &request, StatusCode::FORBIDDEN, merchant, link, &token).await;
    }
    let Some(opened) = crate::links::redeem(&app, &token).await? else {
        // Somebody was faster; what became of the link must be read again.
        let found = find(&app, &token).await?;
        return dead_end(&app, &request, found, &token).await;
    };
    let path = landing(&app, &opened).await?;
    let spent = cookie::forget(cookie::Name::Nonce, &app.public_url);
    // A new visit begins in its own language, whatever was chosen during the last one.
    let language = cookie::forget(cookie::Name::Language, &app.public_url);
    let session = cookie::set(cookie::Name::Session, opened.secret, &app.public_url);
    Ok((spent, language, session, Redirect::to(&path)).into_response())
}

async fn find(app: &App, token: &str) -> Result<Option<(Merchant, PortalLink)>, StoreError> {
    let mut conn = app.db.read().await?;
    match links::find_by_token_hash(&mut conn, &keys::hash(token)).await? {
        Some((merchant, link)) => Ok(Some((merchants::get(&mut conn, &merchant).await?, link))),
        None => Ok(None),
    }
}

fn problem(app: &App, link: &PortalLink) -> Option<LinkProblem> {
    LinkProblem::of(link.state(app.clock.now()))
}

/// The page with the one button. Its nonce goes into the form and into a cookie; a browser that has one
/// keeps it, so that the same link in two tabs opens from either.
async fn door(
    app: &App,
    request: &HeaderMap,
    status: StatusCode,
    merchant: &Merchant,
    link: &PortalLink,
    token: &str,
) -> Result<Response, PortalError> {
    let branding = brand::of(app, &merchant.id).await?;
    let nonce = nonce(app, request);
    let way = way(app, request, merchant, link).await?;
    let view = LinkOpenView {
        token,
        nonce: &nonce,
        expires_at: link.expires_at,
        now: app.clock.now(),
        reader_zone: &way.reader_zone,
        return_url: way.return_url.as_ref(),
    };
    let page = respond::page(status, &branding, portal_view::link_open(way.words, &branding, &view));
    let cookie = cookie::set(cookie::Name::Nonce, nonce, &app.public_url);
    Ok((cookie, page).into_response())
}

/// How a link's page speaks to the customer it was made for.
struct Way {
    /// The link's language, the customer's, the browser's.
    words: Words,
    /// The zone in which the customer is told moments.
    reader_zone: TimeZone,
    /// Where *Back to …* leads: where the link says, else where the configuration that counts for it does.
    return_url: Option<Url>,
}

async fn way(
    app: &App,
    request: &HeaderMap,
    merchant: &Merchant,
    link: &PortalLink,
) -> Result<Way, StoreError> {
    let mut conn = app.db.read().await?;
    let customer = customers::get(&mut conn, &merchant.id, &link.customer_id).await?;
    let words = Browser::of(request, app).words([link.locale.as_deref(), Some(customer.locale.as_str())]);
    let return_url = match &link.return_url {
        Some(url) => Some(url.clone()),
        None => {
            let named = link.configuration_id.as_ref();
            configurations::of_customer(&mut conn, &merchant.id, &customer, named).await?.default_return_url
        }
    };
    Ok(Way { words, reader_zone: zone::of_reader(merchant, &customer), return_url })
}

/// What a page's form and the browser's cookie have to agree on.
pub(super) fn nonce(app: &App, request: &HeaderMap) -> String {
    let known = cookie::read(request, cookie::Name::Nonce, &app.public_url).filter(|nonce| nonce.len() == 43);
    known.map_or_else(|| keys::new_secret(app, ""), str::to_owned)
}

pub(super) fn saw_the_page(app: &App, request: &HeaderMap, nonce: &str) -> bool {
    let known = cookie::read(request, cookie::Name::Nonce, &app.public_url).unwrap_or_default();
    !known.is_empty() && bool::from(known.as_bytes().ct_eq(nonce.as_bytes()))
}

/// Why this link does not open, and the way to a new one. A link that is unknown is answered like any
/// other that is dead. One that this very browser opened leads back to the visit, while that lasts.
async fn dead_end(
    app: &App,
    request: &HeaderMap,
    found: Option<(Merchant, PortalLink)>,
    token: &str,
) -> Result<Response, PortalError> {
    let (words, branding, problem, return_url) = match found {
        None => {
            let words = Browser::of(request, app).words([]);
            (words, brand::of_house(app).await?, LinkProblem::Unknown, None)
        }
        Some((_, link)) if is_own(app, request, &link).await? => {
            return Ok(Redirect::to(routes::HOME).into_response());
        }
        Some((merchant, link)) => {
            let problem = problem(app, &link).unwrap_or(LinkProblem::Unknown);
            let way = way(app, request, &merchant, &link).await?;
            (way.words, brand::of(app, &merchant.id).await?, problem, way.return_url)
        }
    };
    let page = portal_view::link_problem(words, &branding, problem, token, return_url.as_ref());
    Ok(respond::page(StatusCode::GONE, &branding, page))
}

/// Whether this browser holds the open session that this link opened.
async fn is_own(app: &App, request: &HeaderMap, link: &PortalLink) -> Result<bool, StoreError> {
    let Some(secret) = cookie::read(request, cookie::Name::Session, &app.public_url) else {
        return Ok(false);
    };
    let mut conn = app.db.read().await?;
    let found = sessions::find_by_secret_hash(&mut conn, &keys::hash(secret)).await?;
    let open = |session: &PortalSession| session.state(app.clock.now()) == SessionState::Open;
    Ok(found.is_some_and(|found| found.session.link_id == link.id && open(&found.session)))
}

/// The page a new session begins on; home where that is switched off or does not exist.
async fn landing(app: &App, opened: &Opened) -> Result<String, StoreError> {
    let mut conn = app.db.read().await?;
    let customer = customers::get(&mut conn, &opened.merchant, &opened.session.customer_id).await?;
    let named = opened.session.configuration_id.as_ref();
    let configuration = configurations::of_customer(&mut conn, &opened.merchant, &customer, named).await?;
    let merchant = merchants::get(&mut conn, &opened.merchant).await?;
    let (today, zone) = (zone::today(app, &merchant), zone::of(&merchant));
    let session = opened.session.settings;
    let policy = Policy { configuration: &configuration, session, today, zone: &zone };
    let wish = match (&opened.session.flow, opened.session.initial_page) {
        (Some(flow), _) => errand(&flow.errand),
        (None, InitialPage::Invoices) => (Feature::ViewInvoices, routes::INVOICES.to_owned()),
        (None, InitialPage::Subscription) => (Feature::ViewSubscription, routes::SUBSCRIPTIONS.to_owned()),
        (None, InitialPage::PaymentMethods) => (Feature::UpdatePayment, routes::PAYMENT_METHODS.to_owned()),
        (None, InitialPage::Usage) => (Feature::ViewUsage, routes::USAGE.to_owned()),
        (None, InitialPage::Activity) => return Ok(routes::ACTIVITY.to_owned()),
        (None, InitialPage::BillingDetails) => {
            let seen = policy.view_billing_details().is_ok();
            return Ok(if seen { routes::BILLING_DETAILS } else { routes::HOME }.to_owned());
        }
        (None, InitialPage::Home) => return Ok(routes::HOME.to_owned()),
    };
    let (feature, path) = wish;
    if let Some(Errand::SubscriptionUpdateConfirm { subscription_id, plan_id, seats }) =
        opened.session.flow.as_ref().map(|flow| &flow.errand)
    {
        drop(conn);
        let wish = Wish { plan: plan_id.clone(), seats: *seats };
        if let Some(quote) = quoted(app, opened, policy, subscription_id, &wish).await? {
            return Ok(routes::quote(&quote.id));
        }
    }
    Ok(if policy.view(feature).is_ok() { path } else { routes::HOME.to_owned() })
}

/// The switch an errand hangs on, and where it is done.
fn errand(errand: &Errand) -> (Feature, String) {
    match errand {
        Errand::PaymentMethodUpdate {} => (Feature::UpdatePayment, routes::ADD_CARD.to_owned()),
        Errand::SubscriptionUpdate { subscription_id }
        | Errand::SubscriptionUpdateConfirm { subscription_id, .. } => {
            (Feature::SelfServeChanges, routes::change(subscription_id))
        }
        Errand::SubscriptionCancel { subscription_id } => {
            (Feature::CancelSubscription, routes::cancel(subscription_id))
        }
        Errand::InvoicePay { invoice_id } => {
            (Feature::ViewInvoices, invoice_id.as_ref().map_or(routes::PAY.to_owned(), routes::pay))
        }
    }
}

/// What the change that a link is for comes to; none where it cannot be, which its own page explains.
async fn quoted(
    app: &App,
    opened: &Opened,
    policy: Policy<'_>,
    subscription: &SubscriptionId,
    wish: &Wish,
) -> Result<Option<Quote>, StoreError> {
    let customer = &opened.session.customer_id;
    let mut conn = app.db.read().await?;
    let merchant = merchants::get(&mut conn, &opened.merchant).await?;
    let found = subscriptions::find_for_customer(&mut conn, &merchant.id, customer, subscription).await?;
    drop(conn);
    let Some(subscription) = found else { return Ok(None) };
    let asker = Asker { merchant: &merchant, customer, actor: &Actor::Customer, policy };
    // Whatever speaks against it, the link is used up by now: the customer must land somewhere.
    Ok(changes::quote(app, asker, &subscription, wish).await.inspect_err(AppError::log).ok())
}

/// The form of *Send me a new link*.
#[derive(Debug, Deserialize)]
pub struct Recover {
    link: Option<String>,
}

/// `POST /portal/links/recover`: the same answer whatever happened, so that it tells nobody whose link
/// it was, or whether it was one.
pub async fn recover(
    State(app): State<App>,
    request: HeaderMap,
    ClientAddress(client): ClientAddress,
    form: Result<Form<Recover>, FormRejection>,
) -> Result<Response, PortalError> {
    let Form(form) = form.map_err(AppError::from)?;
    let session = cookie::read(&request, cookie::Name::Session, &app.public_url);
    let keepsake = form.link.as_deref().map(Keepsake::Token).or(session.map(Keepsake::Session));
    if let Some(keepsake) = keepsake {
        crate::links::recover(&app, keepsake, &client).await?;
    }
    let branding = brand::of_house(&app).await?;
    Ok(respond::page(
        StatusCode::OK,
        &branding,
        portal_view::link_sent(Browser::of(&request, &app).words([]), &branding),
    ))
}

/// `GET` where only forms lead: after signing out or asking for a link, somebody reloaded the address.
pub async fn home() -> Redirect {
    Redirect::to(routes::HOME)
}
