//! `/v1/customer-portal-sessions`, `/v1/portal-links` and `/v1/portal-sessions`: letting customers in,
//! seeing who is in, and showing them out.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::api::{
    CreatePortalSession, LinkWithState, Page, PortalSessionCreated, SendEmail, SessionWithState,
};
use domain::{
    AfterCompletion, Customer, CustomerId, Errand, EventBody, Flow, InitialPage, LinkId, LinkPurpose,
    LinkState, PortalLink, PortalSession, SessionId, SessionSettings, SessionState,
};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::IntoParams;

use super::check::Check;
use super::configurations::check_assigned;
use super::extract::{Json, Path, Query, Staff};
use super::page::Limit;
use crate::app::App;
use crate::db::Tx;
use crate::error::{ApiError, AppError};
use crate::idempotency::Once;
use crate::links::{self, NewLink, PlannedVisit};
use crate::store::{
    self, configurations, customers, events, invoices, merchants, plans, sessions, subscriptions,
};

/// Makes a single-use link to the portal for one customer, and mails it where asked to.
///
/// The address is shown this once: only the hash of its token is kept. A retry with the same
/// `Idempotency-Key` is given the same address; until then it is kept sealed with a key derived from
/// the API key, which the database does not hold.
#[utoipa::path(post, path = "/v1/customer-portal-sessions", tag = "portal", request_body = CreatePortalSession,
    responses((status = 201, body = PortalSessionCreated)))]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    once: Once,
    Json(body): Json<CreatePortalSession>,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &body, async |tx| {
        check(&body)?;
        let merchant = merchants::get(tx, &staff.merchant).await?;
        let customer = customer(tx, &staff, &body).await?;
        check_flow(tx, &staff, &customer, body.flow.as_ref()).await?;
        let named = body.configuration_id.as_ref();
        check_assigned(tx, &staff.merchant, "configuration_id", named).await?;
        check_origins(tx, &staff, &customer, &body).await?;
        let new = plan(&staff, body.clone());
        let issued = links::issue(tx, &app, &merchant.id, &customer, new).await?;
        links::send(tx, &app, &merchant, &customer, &issued).await?;
        let PortalLink { id, customer_id, created_at, expires_at, .. } = issued.link;
        let created = PortalSessionCreated { id, customer_id, url: issued.url, created_at, expires_at };
        Ok((StatusCode::CREATED, created))
    })
    .await
}

fn check(body: &CreatePortalSession) -> Result<(), AppError> {
    let mut check = Check::new();
    check.require(
        body.customer_id.is_some() != body.customer_alias.is_some(),
        "customer_id",
        "Name the customer by customer_id or by customer_alias: exactly one of the two.",
    );
    if let Some(alias) = &body.customer_alias {
        check.name("customer_alias", alias, 200);
    }
    if let Some(url) = &body.return_url {
        check.return_url("return_url", url);
    }
    match body.flow.as_ref().map(|flow| &flow.after_completion) {
        Some(AfterCompletion::Redirect { return_url }) => {
            check.return_url("flow.after_completion.return_url", return_url);
        }
        Some(AfterCompletion::Confirmation { message: Some(message) }) => {
            check.paragraph("flow.after_completion.message", message, 500);
        }
        _ => {}
    }
    if let Some(tag) = &body.locale {
        check.locale("locale", tag);
    }
    check.done()
}

async fn customer(tx: &mut Tx, staff: &Staff, body: &CreatePortalSession) -> Result<Customer, AppError> {
    let (field, found) = match (&body.customer_id, &body.customer_alias) {
        (Some(id), _) => ("customer_id", customers::find(tx, &staff.merchant, id).await?),
        (None, alias) => {
            let alias = alias.as_deref().unwrap_or_default();
            ("customer_alias", customers::find_by_external_id(tx, &staff.merchant, alias).await?)
        }
    };
    found.ok_or_else(|| AppError::field(field, "There is no such customer. No link was made."))
}

/// Customers are sent back only to where the configuration that counts for them lets them be.
async fn check_origins(
    tx: &mut Tx,
    staff: &Staff,
    customer: &Customer,
    body: &CreatePortalSession,
) -> Result<(), AppError> {
    let named = body.configuration_id.as_ref();
    let configuration = configurations::of_customer(tx, &staff.merchant, customer, named).await?;
    let after = match body.flow.as_ref().map(|flow| &flow.after_completion) {
        Some(AfterCompletion::Redirect { return_url }) => Some(return_url),
        _ => None,
    };
    let mut check = Check::new();
    for (field, url) in
        [("return_url", body.return_url.as_ref()), ("flow.after_completion.return_url", after)]
    {
        check.require(
            url.is_none_or(|url| configuration.allows_return_to(url)),
            field,
            "This is not among the allowed return origins. No link was made.",
        );
    }
    check.done()
}

/// An errand must be about something of the customer's own.
async fn check_flow(
    tx: &mut Tx,
    staff: &Staff,
    customer: &Customer,
    flow: Option<&Flow>,
) -> Result<(), AppError> {
    let Some(errand) = flow.map(|flow| &flow.errand) else { return Ok(()) };
    let (merchant, customer) = (&staff.merchant, &customer.id);
    match errand {
        Errand::PaymentMethodUpdate {} | Errand::InvoicePay { invoice_id: None } => {}
        Errand::InvoicePay { invoice_id: Some(id) } => {
            let found = invoices::find_for_customer(tx, merchant, customer, id).await?;
            let message = "This customer has no such invoice. No link was made.";
            found.ok_or_else(|| AppError::field("flow.invoice_id", message))?;
        }
        Errand::SubscriptionCancel { subscription_id: id }
        | Errand::SubscriptionUpdate { subscription_id: id }
        | Errand::SubscriptionUpdateConfirm { subscription_id: id, .. } => {
            let found = subscriptions::find_for_customer(tx, merchant, customer, id).await?;
            let message = "This customer has no such subscription. No link was made.";
            found.ok_or_else(|| AppError::field("flow.subscription_id", message))?;
        }
    }
    if let Errand::SubscriptionUpdateConfirm { plan_id, seats, .. } = errand {
        let plan = plans::find(tx, merchant, plan_id).await?;
        plan.ok_or_else(|| AppError::field("flow.plan_id", "There is no such plan. No link was made."))?;
        if *seats == 0 {
            return Err(AppError::field("flow.seats", "At least one seat is needed. No link was made."));
        }
    }
    Ok(())
}

/// What the request asks for, in the words of [`links`].
fn plan(staff: &Staff, body: CreatePortalSession) -> NewLink {
    let (purpose, begin) = match body.send_email {
        None => (LinkPurpose::Direct, InitialPage::Home),
        Some(SendEmail::PortalLink) => (LinkPurpose::PortalLink, InitialPage::Home),
        Some(SendEmail::Billing) => (LinkPurpose::Billing, InitialPage::Invoices),
    };
    let plan = body.plan_overview_settings.as_ref();
    let settings = SessionSettings {
        show_subscription: plan.is_none_or(|plan| plan.show_section),
        allow_cancelation: plan.is_none_or(|plan| plan.allow_subscription_cancel),
        show_invoices: body.invoice_list_settings.is_none_or(|invoices| invoices.show_section),
        show_billing_details: body.billing_details_settings.is_none_or(|details| details.show_section),
    };
    NewLink {
        purpose,
        created_by: staff.actor(),
        expires_in: body.expires_in_minutes,
        invalidate_existing: body.invalidate_existing,
        visit: PlannedVisit {
            configuration_id: body.configuration_id,
            initial_page: body.initial_page.unwrap_or(begin),
            flow: body.flow,
            return_url: body.return_url,
            locale: body.locale,
            settings,
        },
    }
}

/// Whose links, and how many.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListLinks {
    /// Whose.
    #[param(value_type = String)]
    customer_id: CustomerId,
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<LinkId>,
}

/// Lists a customer's links, newest first, each with what became of it: why a link does not work.
#[utoipa::path(get, path = "/v1/portal-links", tag = "portal", params(ListLinks),
    responses((status = 200, body = Page<LinkWithState>)))]
pub async fn list_links(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListLinks>,
) -> Result<axum::Json<Page<LinkWithState>>, ApiError> {
    let (merchant, customer, limit) = (&staff.merchant, &query.customer_id, query.limit);
    let mut conn = app.db.read().await?;
    customers::find(&mut conn, merchant, customer).await?.ok_or(AppError::NotFound("customer"))?;
    let cursor = query.cursor.as_ref();
    let found =
        store::links::list_for_customer(&mut conn, merchant, customer, cursor, limit.and_one()).await?;
    let now = app.clock.now();
    let found = found.into_iter().map(|link| with_state(link, now)).collect();
    Ok(axum::Json(limit.page(found, |last: &LinkWithState| last.link.id.to_string())))
}

fn with_state(link: PortalLink, now: Timestamp) -> LinkWithState {
    LinkWithState { status: link.state(now), link }
}

/// Makes an unused link stop working. To revoke one twice does no harm; one that was used is answered
/// with why it cannot be revoked.
#[utoipa::path(post, path = "/v1/portal-links/{id}/revoke", tag = "portal", params(("id" = LinkId, Path)),
    responses((status = 200, body = LinkWithState), (status = 409, description = "It no longer works anyway")))]
pub async fn revoke_link(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<LinkId>,
    once: Once,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &(), async |tx| {
        let now = app.clock.now();
        if let Some(link) = store::links::revoke(tx, &staff.merchant, &id, now).await? {
            let fact = EventBody::PortalLinkWithdrawn { link: link.clone() };
            events::append(tx, &app, &staff.merchant, staff.actor(), fact).await?;
            return Ok((StatusCode::OK, with_state(link, now)));
        }
        let link = store::links::find(tx, &staff.merchant, &id).await?.ok_or(AppError::NotFound("link"))?;
        match link.state(now) {
            LinkState::Revoked { .. } => Ok((StatusCode::OK, with_state(link, now))),
            state => Err(AppError::Conflict(why_not_revoked(state))),
        }
    })
    .await
}

fn why_not_revoked(state: LinkState) -> String {
    let sentence = |what: &str, at: Timestamp| format!("This link {what} at {at:.0}. Nothing was changed.");
    match state {
        LinkState::Used { at } => {
            format!(
                "This link was already used at {at:.0}; revoke the session it opened instead. Nothing was changed."
            )
        }
        LinkState::Expired { at } => sentence("already expired", at),
        LinkState::Superseded { at } => sentence("was already replaced by a newer one", at),
        LinkState::Revoked { at } => sentence("was already revoked", at),
        LinkState::Unused => "This link changed just now; try again. Nothing was changed.".to_owned(),
    }
}

/// Whose sessions, and how many.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListSessions {
    /// Whose.
    #[param(value_type = String)]
    customer_id: CustomerId,
    /// How many a page holds, 1 to 200; 50 unless given.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<SessionId>,
}

/// Lists a customer's sessions, newest first, each with what became of it.
#[utoipa::path(get, path = "/v1/portal-sessions", tag = "portal", params(ListSessions),
    responses((status = 200, body = Page<SessionWithState>)))]
pub async fn list_sessions(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListSessions>,
) -> Result<axum::Json<Page<SessionWithState>>, ApiError> {
    let (merchant, customer, limit) = (&staff.merchant, &query.customer_id, query.limit);
    let mut conn = app.db.read().await?;
    customers::find(&mut conn, merchant, customer).await?.ok_or(AppError::NotFound("customer"))?;
    let cursor = query.cursor.as_ref();
    let found = sessions::list_for_customer(&mut conn, merchant, customer, cursor, limit.and_one()).await?;
    let now = app.clock.now();
    let found = found.into_iter().map(|session| session_with_state(session, now)).collect();
    Ok(axum::Json(limit.page(found, |last: &SessionWithState| last.session.id.to_string())))
}

fn session_with_state(session: PortalSession, now: Timestamp) -> SessionWithState {
    SessionWithState { status: session.state(now), session }
}

/// Ends an open session at once. To revoke one twice does no harm; one that ended by itself is answered
/// with when.
#[utoipa::path(post, path = "/v1/portal-sessions/{id}/revoke", tag = "portal",
    params(("id" = SessionId, Path)),
    responses((status = 200, body = SessionWithState), (status = 409, description = "It is over anyway")))]
pub async fn revoke_session(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<SessionId>,
    once: Once,
) -> Result<Response, ApiError> {
    once.run(&app, &staff, &(), async |tx| {
        let (merchant, now) = (&staff.merchant, app.clock.now());
        let found = sessions::find(tx, merchant, &id).await?.ok_or(AppError::NotFound("session"))?;
        let over = |at: Timestamp| format!("This session was already over at {at:.0}. Nothing was changed.");
        match found.state(now) {
            SessionState::Revoked { .. } => return Ok((StatusCode::OK, session_with_state(found, now))),
            SessionState::Expired { at } | SessionState::Ended { at } => {
                return Err(AppError::Conflict(over(at)));
            }
            SessionState::Open => {}
        }
        let session = sessions::end(tx, merchant, &id, true, now).await?;
        let session = session.ok_or_else(|| AppError::Conflict(over(now)))?;
        let fact = EventBody::PortalSessionEnded { session: session.clone() };
        events::append(tx, &app, merchant, staff.actor(), fact).await?;
        Ok((StatusCode::OK, session_with_state(session, now)))
    })
    .await
}
