//! `/portal/withdraw/{merchant}`: cancelling without a session, and `/portal/w/{token}`, which carries it out.
//!
//! In: an e-mail address and perhaps a number; later the token from the mail. Out: a declaration that waits, a
//! dated receipt to the address on file; the subscriptions with their ends, events and receipts. Whoever asks is
//! answered the same. Not here: what may end, and when (`domain::policy`).

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::billing::Settlement;
use domain::policy::{Policy, Reason};
use domain::{
    Actor, CancelAt, Configuration, CreditPolicy, Customer, Email, MailKind, Merchant, MerchantId,
    SessionSettings, Subscription, SubscriptionId, SubscriptionStatus,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use portal_view::mail::{CancelationRequestedMail, Letterhead, MailedLink};
use portal_view::{
    WithdrawChoice, WithdrawConfirmView, WithdrawView, Words, routes, unused_field, withdraw_field,
};
use serde::Deserialize;

use super::client_address::ClientAddress;
use super::failure::PortalError;
use super::language::Browser;
use super::path::Path;
use super::{brand, cookie, link, respond};
use crate::app::App;
use crate::db::{Conn, StoreError, Tx};
use crate::ending::{Parting, Settled};
use crate::error::AppError;
use crate::mail::{self, NewMail};
use crate::store::cancel_requests::{self, CancelRequest};
use crate::store::{
    configurations, customers, events, invoices, merchants, plans, rate_limits, settings, subscriptions,
};
use crate::{keys, zone};

/// How long the mail's link works.
const PATIENCE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How many customers with one address are written to.
const NAMESAKES: u32 = 5;

/// `GET /portal/withdraw`: the page of the merchant, where the server has only one.
pub async fn house(State(app): State<App>) -> Result<Redirect, PortalError> {
    let sole = merchants::find_sole(&mut app.db.read().await?).await?;
    let merchant = sole.ok_or(AppError::NotFound("page"))?;
    Ok(Redirect::to(&routes::withdraw(&merchant.id)))
}

/// The merchant, if they let customers cancel without a link; else there is no such page.
async fn find_merchant(app: &App, id: &MerchantId) -> Result<Merchant, AppError> {
    let mut conn = app.db.read().await?;
    let merchant = merchants::find(&mut conn, id).await?.ok_or(AppError::NotFound("page"))?;
    let configuration = configurations::default(&mut conn, id).await?;
    if may_declare(app, &merchant, &configuration) { Ok(merchant) } else { Err(AppError::NotFound("page")) }
}

/// Whether these settings let somebody without a session declare a cancellation.
fn may_declare(app: &App, merchant: &Merchant, configuration: &Configuration) -> bool {
    let zone = zone::of(merchant);
    policy(configuration, zone::today(app, merchant), &zone).declare_cancelation().is_ok()
}

/// What somebody without a session may do.
fn policy<'a>(configuration: &'a Configuration, today: Date, zone: &'a TimeZone) -> Policy<'a> {
    Policy { configuration, session: SessionSettings::default(), today, zone }
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    email: String,
    number: String,
    /// Whether they come back from the second step, to type something else; `portal_view::WITHDRAW_BACK`.
    back: String,
}

impl Typed {
    /// The address and the number, so far as they can be ones.
    fn read(&self) -> Option<(Email, &str)> {
        let number = self.number.trim();
        let fits = number.chars().count() <= 100 && !number.chars().any(char::is_control);
        self.email.trim().parse().ok().filter(|_| fits).map(|email| (email, number))
    }

    fn view<'a>(&'a self, merchant: &'a MerchantId, wrong: bool) -> WithdrawView<'a> {
        WithdrawView { merchant, email: self.email.trim(), number: self.number.trim(), wrong }
    }
}

/// `GET /portal/withdraw/{merchant}`: the first step.
pub async fn get(
    State(app): State<App>,
    browser: Browser,
    Path(merchant): Path<MerchantId>,
) -> Result<Response, PortalError> {
    let merchant = find_merchant(&app, &merchant).await?;
    first_step(&app, browser, &merchant, &Typed::default(), false).await
}

async fn first_step(
    app: &App,
    browser: Browser,
    merchant: &Merchant,
    typed: &Typed,
    wrong: bool,
) -> Result<Response, PortalError> {
    let branding = brand::of(app, &merchant.id).await?;
    let page = portal_view::withdraw(browser.words([]), &branding, &typed.view(&merchant.id, wrong));
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, &branding, page))
}

/// `POST /portal/withdraw/{merchant}`: the second step, or the first again for who comes back from it. Nothing is
/// looked up for it.
pub async fn check(
    State(app): State<App>,
    browser: Browser,
    Path(merchant): Path<MerchantId>,
    form: Result<Form<Typed>, FormRejection>,
) -> Result<Response, PortalError> {
    let Form(typed) = form.map_err(AppError::from)?;
    let merchant = find_merchant(&app, &merchant).await?;
    let wrong = typed.read().is_none();
    if wrong || !typed.back.is_empty() {
        return first_step(&app, browser, &merchant, &typed, wrong).await;
    }
    let branding = brand::of(&app, &merchant.id).await?;
    let page = portal_view::withdraw_check(browser.words([]), &branding, &typed.view(&merchant.id, false));
    Ok(respond::page(StatusCode::OK, &branding, page))
}

/// `POST /portal/withdraw/{merchant}/send`: the declaration is received. The answer tells nobody whether the
/// address belongs to anybody.
pub async fn send(
    State(app): State<App>,
    browser: Browser,
    ClientAddress(client): ClientAddress,
    Path(merchant): Path<MerchantId>,
    form: Result<Form<Typed>, FormRejection>,
) -> Result<Response, PortalError> {
    let Form(typed) = form.map_err(AppError::from)?;
    let merchant = find_merchant(&app, &merchant).await?;
    let Some((email, number)) = typed.read() else {
        return first_step(&app, browser, &merchant, &typed, true).await;
    };
    let mut tx = app.db.write().await?;
    if is_too_often(&mut tx, &app, &format!("withdraw from {client}")).await? {
        app.commit(tx).await?;
        return Err(AppError::RateLimited(rate_limits::WINDOW.as_secs().unsigned_abs()).into());
    }
    for customer in customers::list_by_email(&mut tx, &merchant.id, &email, NAMESAKES).await? {
        if let Some(named) = named(&mut tx, &merchant.id, &customer, number).await? {
            receive(&mut tx, &app, &merchant, &customer, named).await?;
        }
    }
    app.commit(tx).await?;
    let branding = brand::of(&app, &merchant.id).await?;
    let (now, zone) = (app.now_of(&merchant), zone::of(&merchant));
    let page = portal_view::withdraw_received(browser.words([]), &branding, now, &zone);
    Ok(respond::page(StatusCode::OK, &branding, page))
}

async fn is_too_often(tx: &mut Tx, app: &App, bucket: &str) -> Result<bool, StoreError> {
    Ok(rate_limits::count(tx, bucket, app.clock.now()).await? > app.config.portal.recovery_per_hour)
}

/// Which subscription a number names: that one, any of them where it is empty or stands on an invoice for none in
/// particular; none at all where it is not this customer's.
async fn named(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &Customer,
    number: &str,
) -> Result<Option<Option<SubscriptionId>>, StoreError> {
    if number.is_empty() {
        return Ok(Some(None));
    }
    if let Ok(id) = number.parse::<SubscriptionId>() {
        let found = subscriptions::find_for_customer(conn, merchant, &customer.id, &id).await?;
        return Ok(found.map(|subscription| Some(subscription.id)));
    }
    let invoice = invoices::find_by_number(conn, merchant, number).await?;
    Ok(invoice.filter(|invoice| invoice.customer_id == customer.id).map(|invoice| invoice.subscription_id))
}

/// Keeps the declaration and mails its receipt, unless this customer got too many of them within the hour.
async fn receive(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    customer: &Customer,
    subscription: Option<SubscriptionId>,
) -> Result<(), StoreError> {
    let configuration = configurations::of_customer(tx, &merchant.id, customer, None).await?;
    let often = is_too_often(tx, app, &format!("withdraw {}", customer.id)).await?;
    if often || !may_declare(app, merchant, &configuration) {
        return Ok(());
    }
    let (now, at) = (app.clock.now(), app.now_of(merchant));
    let token = keys::new_secret(app, "");
    let request = CancelRequest {
        merchant: merchant.id.clone(),
        customer: customer.id.clone(),
        subscription,
        requested_at: at,
        expires_at: now.saturating_add(PATIENCE).unwrap_or(Timestamp::MAX),
        used_at: None,
    };
    cancel_requests::insert(tx, &request, &keys::hash(&token)).await?;
    let url = app.url(&routes::confirm_withdrawal(&token));
    let branding = settings::branding(tx, &merchant.id).await?;
    let text = portal_view::mail::cancelation_requested(&CancelationRequestedMail {
        head: Letterhead {
            words: mail::words([Some(&customer.locale)]),
            branding: &branding,
            public_url: &app.public_url,
            customer_name: &customer.name,
            zone: &zone::of(merchant),
            reader_zone: &zone::of_reader(merchant, customer),
        },
        link: MailedLink { url: &url, sent_at: now, expires_at: request.expires_at },
        at,
    });
    let new = NewMail { customer, kind: MailKind::CancelationRequested, link: None, text };
    mail::queue(tx, app, &merchant.id, new).await?;
    Ok(())
}

/// A declaration that its link still confirms, with all that is needed to carry it out.
struct Open {
    request: CancelRequest,
    merchant: Merchant,
    customer: Customer,
    /// What can end, and when.
    choices: Vec<(Subscription, CancelAt)>,
    /// What runs and cannot end here: its plan, and why.
    kept: Vec<(String, Reason)>,
    /// What becomes of the time paid for when one ends at once.
    credit: CreditPolicy,
}

async fn load(app: &App, conn: &mut Conn, request: CancelRequest) -> Result<Open, StoreError> {
    let merchant = merchants::get(conn, &request.merchant).await?;
    let customer = customers::get(conn, &merchant.id, &request.customer).await?;
    let configuration = configurations::of_customer(conn, &merchant.id, &customer, None).await?;
    let (today, zone) = (zone::today(app, &merchant), zone::of(&merchant));
    let policy = policy(&configuration, today, &zone);
    let (mut choices, mut kept) = (Vec::new(), Vec::new());
    if policy.declare_cancelation().is_ok() {
        let most = subscriptions::MOST;
        let all = subscriptions::list_for_customer(conn, &merchant.id, &customer.id, None, most).await?;
        let named = |one: &Subscription| request.subscription.as_ref().is_none_or(|id| *id == one.id);
        for subscription in all.into_iter().filter(named) {
            let plan = plans::find(conn, &merchant.id, &subscription.plan_id).await?;
            let allowed = plan.is_some_and(|plan| plan.self_serve_cancelation);
            let verdict = |when| policy.cancel(&subscription, allowed, when);
            match [CancelAt::PeriodEnd, CancelAt::Now].into_iter().find(|when| verdict(*when).is_ok()) {
                Some(when) => choices.push((subscription, when)),
                None if subscription.status == SubscriptionStatus::Canceled => {}
                None => {
                    let reasons = verdict(CancelAt::PeriodEnd).err().unwrap_or_default();
                    let told = reasons.iter().find(|reason| !reason.is_setting()).or(reasons.first());
                    kept.extend(told.map(|reason| (subscription.plan_name.clone(), *reason)));
                }
            }
        }
    }
    Ok(Open { request, merchant, customer, choices, kept, credit: configuration.cancelation.credit_policy })
}

impl Open {
    fn words(&self, browser: Browser) -> Words {
        browser.words([Some(&self.customer.locale)])
    }

    fn parting(&self) -> Parting<'_> {
        Parting { merchant: &self.merchant, customer: &self.customer, credit: self.credit }
    }

    fn choice(
        &self,
        (subscription, when): &(Subscription, CancelAt),
        settlement: Settlement,
    ) -> WithdrawChoice {
        let paid_until = subscription.paid_until().to_zoned(zone::of(&self.merchant)).date();
        WithdrawChoice {
            id: subscription.id.clone(),
            plan_name: subscription.plan_name.clone(),
            ends_on: (*when == CancelAt::PeriodEnd).then_some(paid_until),
            paid_until,
            settlement,
        }
    }

    /// All of them with what each would settle.
    async fn previews(&self, app: &App) -> Result<Vec<WithdrawChoice>, StoreError> {
        let (mut conn, now) = (app.db.read().await?, app.now_of(&self.merchant));
        let mut previews = Vec::with_capacity(self.choices.len());
        for choice in &self.choices {
            let settlement = self.parting().preview(&mut conn, &choice.0, now).await?;
            previews.push(self.choice(choice, settlement));
        }
        Ok(previews)
    }
}

async fn find(app: &App, token: &str) -> Result<Option<Open>, StoreError> {
    let mut conn = app.db.read().await?;
    let found = cancel_requests::find_by_token_hash(&mut conn, &keys::hash(token)).await?;
    match found.filter(|request| request.is_open(app.clock.now())) {
        Some(request) => load(app, &mut conn, request).await.map(Some),
        None => Ok(None),
    }
}

/// `GET /portal/w/{token}`: what would end, and one button; nothing else happens.
pub async fn get_confirm(
    State(app): State<App>,
    request: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, PortalError> {
    match find(&app, &token).await? {
        Some(open) => door(&app, &request, StatusCode::OK, &open, &token).await,
        None => dead_end(&app, &request).await,
    }
}

/// `POST /portal/w/{token}`: carries it out, once, for a browser that saw the page.
pub async fn post_confirm(
    State(app): State<App>,
    request: HeaderMap,
    Path(token): Path<String>,
    form: Result<Form<BTreeMap<String, String>>, FormRejection>,
) -> Result<Response, PortalError> {
    let Form(form) = form.map_err(AppError::from)?;
    let Some(open) = find(&app, &token).await? else { return dead_end(&app, &request).await };
    let chosen = |id: &SubscriptionId| form.contains_key(&withdraw_field(id));
    let seen = link::saw_the_page(&app, &request, form.get("nonce").map_or("", String::as_str));
    if !seen || open.choices.iter().all(|(subscription, _)| !chosen(&subscription.id)) {
        let status = if seen { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::FORBIDDEN };
        return door(&app, &request, status, &open, &token).await;
    }
    let ended = match carry_out(&app, &token, &form).await? {
        Outcome::Ended(ended) => ended,
        Outcome::OutOfDate => return door(&app, &request, StatusCode::CONFLICT, &open, &token).await,
        Outcome::Spent => return dead_end(&app, &request).await,
    };
    let branding = brand::of(&app, &open.merchant.id).await?;
    let words = open.words(Browser::of(&request, &app));
    let page = portal_view::withdraw_done(words, &branding, &ended);
    let spent = cookie::forget(cookie::Name::Nonce, &app.public_url);
    Ok((spent, respond::page(StatusCode::OK, &branding, page)).into_response())
}

/// What came of a confirmation.
enum Outcome {
    Ended(Vec<WithdrawChoice>),
    /// The figures that were confirmed do not stand any more; nothing was done.
    OutOfDate,
    /// The link was used meanwhile.
    Spent,
}

/// Ends what was chosen, each with its event and its receipt, in one transaction with the end of the link.
async fn carry_out(app: &App, token: &str, form: &BTreeMap<String, String>) -> Result<Outcome, AppError> {
    let mut tx = app.db.write().await?;
    let redeemed = cancel_requests::redeem(&mut tx, &keys::hash(token), app.clock.now()).await?;
    let Some(request) = redeemed else { return Ok(Outcome::Spent) };
    customers::lock(&mut tx, &request.merchant, &request.customer).await?;
    let open = load(app, &mut tx, request).await?;
    let (merchant, now) = (&open.merchant.id, app.now_of(&open.merchant));
    let mut ended = Vec::new();
    let chosen = |id: &SubscriptionId| form.contains_key(&withdraw_field(id));
    for choice in open.choices.iter().filter(|(subscription, _)| chosen(&subscription.id)) {
        let (subscription, when) = choice.clone();
        let asked_at = open.request.requested_at;
        let unused_from = form.get(&unused_field(&subscription.id)).and_then(|at| at.parse().ok());
        let settled = match when {
            CancelAt::PeriodEnd => Some(Settled::default()),
            CancelAt::Now => open.parting().settle(&mut tx, app, &subscription, unused_from).await?,
        };
        let Some(settled) = settled else { return Ok(Outcome::OutOfDate) };
        let (subscription, fact) = subscription.cancel_as_asked(when, Actor::Customer, asked_at, now)?;
        subscriptions::save(&mut tx, merchant, &subscription).await?;
        let event = events::append(&mut tx, app, merchant, Actor::Customer, fact).await?;
        mail::subscription_changed(&mut tx, app, merchant, &event, &settled).await?;
        ended.push(open.choice(choice, settled.as_shown()));
    }
    app.commit(tx).await?;
    Ok(Outcome::Ended(ended))
}

/// The page the mail leads to, with its nonce.
async fn door(
    app: &App,
    request: &HeaderMap,
    status: StatusCode,
    open: &Open,
    token: &str,
) -> Result<Response, PortalError> {
    let branding = brand::of(app, &open.merchant.id).await?;
    let nonce = link::nonce(app, request);
    let view = WithdrawConfirmView {
        token,
        nonce: &nonce,
        at: open.request.requested_at,
        zone: &zone::of(&open.merchant),
        reader_zone: &zone::of_reader(&open.merchant, &open.customer),
        choices: open.previews(app).await?,
        kept: open.kept.clone(),
        unchosen: status == StatusCode::UNPROCESSABLE_ENTITY,
        renewed: status == StatusCode::CONFLICT,
    };
    let words = open.words(Browser::of(request, app));
    let page = portal_view::withdraw_confirm(words, &branding, &view);
    let cookie = cookie::set(cookie::Name::Nonce, nonce, &app.public_url);
    Ok((cookie, respond::page(status, &branding, page)).into_response())
}

async fn dead_end(app: &App, request: &HeaderMap) -> Result<Response, PortalError> {
    let branding = brand::of_house(app).await?;
    let page = portal_view::withdraw_dead_end(Browser::of(request, app).words([]), &branding);
    Ok(respond::page(StatusCode::GONE, &branding, page))
}
