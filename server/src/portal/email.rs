//! `/portal/email/{token}`: a customer's new e-mail address, from the wish to its confirmation.
//!
//! In: an address, or the token from the mail sent there. Out: that mail; the customer with the new address,
//! its event and a mail to the old one. Not here: the form it is typed into (`billing_details`).

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use domain::policy::Policy;
use domain::{Actor, BillingField, Customer, Email, EventBody, MailKind, SessionSettings};
use jiff::SignedDuration;
use portal_view::mail::{EmailChangedMail, EmailConfirmationMail, Letterhead, MailedLink};
use portal_view::{EmailConfirmView, Words, routes};

use super::failure::PortalError;
use super::language::Browser;
use super::link::{self, Open};
use super::path::Path;
use super::visit::Visit;
use super::{brand, cookie, respond};
use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::error::AppError;
use crate::mail::{self, NewMail};
use crate::store::email_changes::{self, EmailChange};
use crate::store::{configurations, customers, events, merchants, rate_limits, settings};
use crate::{keys, zone};

/// How long the new address may take to be confirmed.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);

/// Mails a link to a new address, in the caller's transaction; earlier such links stop working.
pub(super) async fn ask(tx: &mut Tx, app: &App, visit: &Visit, email: Email) -> Result<(), AppError> {
    let (merchant, now) = (&visit.merchant.id, app.clock.now());
    let tries = rate_limits::count(tx, &format!("email change {}", visit.customer.id), now).await?;
    if tries > app.config.portal.recovery_per_hour {
        return Err(AppError::RateLimited(rate_limits::WINDOW.as_secs().unsigned_abs()));
    }
    let token = keys::new_secret(app, "");
    let change = EmailChange {
        merchant: merchant.clone(),
        customer: visit.customer.id.clone(),
        email: email.clone(),
        configuration_id: visit.session.configuration_id.clone(),
        expires_at: now.saturating_add(PATIENCE).map_err(|e| AppError::Internal(e.into()))?,
        used_at: None,
    };
    email_changes::replace(tx, &change, &keys::hash(&token), now).await?;
    let url = app.url(&routes::confirm_email(&token));
    let text = portal_view::mail::email_confirmation(&EmailConfirmationMail {
        head: Letterhead {
            words: visit.words,
            branding: &visit.branding,
            public_url: &app.public_url,
            customer_name: &visit.customer.name,
            zone: &visit.zone,
            reader_zone: &visit.reader_zone,
        },
        link: MailedLink { url: &url, sent_at: now, expires_at: change.expires_at },
    });
    let customer = &Customer { email, ..visit.customer.clone() };
    mail::queue(tx, app, merchant, NewMail { customer, kind: MailKind::EmailConfirmation, link: None, text })
        .await?;
    Ok(())
}

/// The language of a page: the customer's, unless the visitor chose another here.
fn words(app: &App, request: &HeaderMap, customer: &Customer) -> Words {
    Browser::of(request, app).words([Some(&customer.locale)])
}

async fn find(app: &App, token: &str) -> Result<Option<EmailChange>, StoreError> {
    let found = email_changes::find_by_token_hash(&mut app.db.read().await?, &keys::hash(token)).await?;
    Ok(found.filter(|change| change.is_open(app.clock.now())))
}

/// `GET /portal/email/{token}`: one button, and nothing else happens.
pub async fn get(
    State(app): State<App>,
    request: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, PortalError> {
    match find(&app, &token).await? {
        Some(change) => door(&app, &request, StatusCode::OK, &change, &token).await,
        None => dead_end(&app, &request).await,
    }
}

/// `POST /portal/email/{token}`: takes the address over, once, for a browser that saw the page.
pub async fn post(
    State(app): State<App>,
    request: HeaderMap,
    Path(token): Path<String>,
    form: Result<Form<Open>, FormRejection>,
) -> Result<Response, PortalError> {
    let Form(form) = form.map_err(AppError::from)?;
    let Some(change) = find(&app, &token).await? else { return dead_end(&app, &request).await };
    if !link::saw_the_page(&app, &request, &form.nonce) {
        return door(&app, &request, StatusCode::FORBIDDEN, &change, &token).await;
    }
    let Some(customer) = redeem(&app, &token).await? else { return dead_end(&app, &request).await };
    let branding = brand::of(&app, &change.merchant).await?;
    let words = words(&app, &request, &customer);
    let page = portal_view::email_confirmed(words, &branding, &customer.email);
    let spent = cookie::forget(cookie::Name::Nonce, &app.public_url);
    Ok((spent, respond::page(StatusCode::OK, &branding, page)).into_response())
}

/// The page with the one button, and its nonce.
async fn door(
    app: &App,
    request: &HeaderMap,
    status: StatusCode,
    change: &EmailChange,
    token: &str,
) -> Result<Response, PortalError> {
    let branding = brand::of(app, &change.merchant).await?;
    let customer = customers::get(&mut app.db.read().await?, &change.merchant, &change.customer).await?;
    let nonce = link::nonce(app, request);
    let view = EmailConfirmView { token, nonce: &nonce, email: &change.email };
    let page = portal_view::email_confirm(words(app, request, &customer), &branding, &view);
    let cookie = cookie::set(cookie::Name::Nonce, nonce, &app.public_url);
    Ok((cookie, respond::page(status, &branding, page)).into_response())
}

async fn dead_end(app: &App, request: &HeaderMap) -> Result<Response, PortalError> {
    let branding = brand::of_house(app).await?;
    let page = portal_view::email_dead_end(Browser::of(request, app).words([]), &branding);
    Ok(respond::page(StatusCode::GONE, &branding, page))
}

/// Takes the address over if the link still does so and the merchant still lets customers change theirs.
async fn redeem(app: &App, token: &str) -> Result<Option<Customer>, StoreError> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let Some(change) = email_changes::redeem(&mut tx, &keys::hash(token), now).await? else {
        return Ok(None);
    };
    let merchant = &change.merchant;
    customers::lock(&mut tx, merchant, &change.customer).await?;
    let before = customers::get(&mut tx, merchant, &change.customer).await?;
    let named = change.configuration_id.as_ref();
    let configuration = configurations::of_customer(&mut tx, merchant, &before, named).await?;
    let owner = merchants::get(&mut tx, merchant).await?;
    let (today, zone) = (zone::today(app, &owner), zone::of(&owner));
    let session = SessionSettings::default();
    let policy = Policy { configuration: &configuration, session, today, zone: &zone };
    if policy.edit(BillingField::Email).is_err() {
        return Ok(None);
    }
    let mut customer = Customer { email: change.email, ..before.clone() };
    customers::save(&mut tx, merchant, &mut customer).await?;
    let fact = EventBody::CustomerUpdated { customer: customer.clone() };
    events::append(&mut tx, app, merchant, Actor::Customer, fact).await?;
    let branding = settings::branding(&mut tx, merchant).await?;
    let text = portal_view::mail::email_changed(&EmailChangedMail {
        head: Letterhead {
            words: mail::words([Some(&before.locale)]),
            branding: &branding,
            public_url: &app.public_url,
            customer_name: &before.name,
            zone: &zone::of(&owner),
            reader_zone: &zone::of_reader(&owner, &before),
        },
        email: &customer.email,
    });
    let told = NewMail { customer: &before, kind: MailKind::EmailChanged, link: None, text };
    mail::queue(&mut tx, app, merchant, told).await?;
    app.commit(tx).await?;
    Ok(Some(customer))
}
