//! An open session, as an argument of every signed-in page, so that it cannot be forgotten.
//!
//! In: the session's cookie. Out: [`Visit`], or the page of a visit that is over.
//! Not here: opening one (`link`), ending one (`sign_out`).

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use domain::policy::Policy;
use domain::{Branding, Configuration, Customer, Feature, Merchant, PortalSession, SessionState};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{RoundMode, SignedDuration, Timestamp, TimestampRound, Unit};
use maud::Markup;
use portal_view::{Chrome, House, Nav, Notice, SessionOverView, Words};
use url::{Url, form_urlencoded};

use super::cache::{Basis, Cacheable};
use super::failure::PortalError;
use super::language::Browser;
use super::{brand, cookie, csrf, respond};
use crate::app::App;
use crate::db::{Mark, StoreError};
use crate::error::AppError;
use crate::store::{configurations, customers, merchants, sessions, settings};
use crate::{keys, zone};

/// How exactly it is noted when a session was last used.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// A customer's open session with all that a page needs to know about it.
#[derive(Debug)]
pub struct Visit {
    /// Whose customer it is.
    pub merchant: Merchant,
    /// Whose account it shows.
    pub customer: Customer,
    /// The session.
    pub session: PortalSession,
    /// What customers may do.
    pub configuration: Configuration,
    /// The language of its pages.
    pub words: Words,
    /// How pages look.
    pub branding: Branding,
    /// The merchant's zone, whose days billing goes by.
    pub zone: TimeZone,
    /// The zone in which the customer is told moments.
    pub reader_zone: TimeZone,
    /// When the request came, by the merchant's clock.
    pub now: Timestamp,
    /// The same in real time, which sessions live in.
    real_now: Timestamp,
    here: String,
    csrf: String,
    notice: Option<Notice>,
    sequence: i64,
    mark: Option<Mark>,
    /// Whether anything of the customer's is charged by use.
    metered: bool,
}

impl Visit {
    /// What this customer may do in this session.
    pub fn policy(&self) -> Policy<'_> {
        Policy {
            configuration: &self.configuration,
            session: self.session.settings,
            today: self.today(),
            zone: &self.zone,
        }
    }

    /// Refuses a page whose switch is off.
    pub fn may_view(&self, feature: Feature) -> Result<(), AppError> {
        self.policy().view(feature).map_err(AppError::NotAllowed)
    }

    /// The merchant's day.
    pub fn today(&self) -> Date {
        self.now.to_zoned(self.zone.clone()).date()
    }

    /// What frames each page.
    pub fn chrome(&self) -> Chrome<'_> {
        Chrome {
            words: self.words,
            branding: &self.branding,
            customer_name: &self.customer.name,
            nav: Nav::of(&self.policy(), self.metered),
            here: Some(&self.here),
            csrf: &self.csrf,
            return_url: self.return_url(),
            house: House::of(&self.configuration),
            notice: self.notice,
            today: self.today(),
            flow: self.session.open_flow(),
        }
    }

    /// Where *Back to …* leads.
    pub fn return_url(&self) -> Option<&Url> {
        self.session.return_url.as_ref().or(self.configuration.default_return_url.as_ref())
    }

    /// A page of this visit, which stays right until something happens, the day ends, or it is time to
    /// note that the session is in use.
    pub fn page(&self, markup: Markup) -> Response {
        let basis = Basis::Log(self.merchant.id.clone(), self.sequence);
        self.kept_page(markup, Some(basis), SignedDuration::MAX)
    }

    /// A page with what the log does not tell: right for `left` at most, and only while nobody commits
    /// anything. Where the database does not show that without a query, it is made anew each time.
    pub fn passing_page(&self, markup: Markup, left: SignedDuration) -> Response {
        self.kept_page(markup, self.mark.map(Basis::Everything), left)
    }

    fn kept_page(&self, markup: Markup, basis: Option<Basis>, left: SignedDuration) -> Response {
        let mut page = respond::page(StatusCode::OK, &self.branding, markup);
        let Some(basis) = basis else { return page };
        let noted_again = self.session.last_seen_at.saturating_add(NOTED_EVERY).unwrap_or(self.real_now);
        let tomorrow = self.today().tomorrow().and_then(|day| day.to_zoned(self.zone.clone()));
        let today = tomorrow.map_or(SignedDuration::ZERO, |day| day.timestamp().duration_since(self.now));
        let until = self.real_now.saturating_add(left.min(today)).unwrap_or(self.real_now);
        page.extensions_mut().insert(Cacheable {
            basis,
            since: self.real_now,
            until: noted_again.min(until).min(self.session.expires_at),
        });
        page
    }

    /// The minute that runs: when it began, and what is left of it. Figures that grow with time are told by
    /// the minute.
    pub fn minute(&self) -> (Timestamp, SignedDuration) {
        let whole = TimestampRound::new().smallest(Unit::Minute).mode(RoundMode::Floor);
        let begun = self.now.round(whole).unwrap_or(self.now);
        (begun, SignedDuration::from_mins(1) - self.now.duration_since(begun))
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let failed = |error: StoreError| PortalError::from(error).into_response();
        let browser = Browser::of(&parts.headers, app);
        let Some(secret) = cookie::read(&parts.headers, cookie::Name::Session, &app.public_url) else {
            return Err(never_began(app, browser).await);
        };
        let mark = app.db.mark();
        let Some(mut found) = find(app, secret).await.map_err(failed)? else {
            return Err(never_began(app, browser).await);
        };
        let now = app.clock.now();
        if found.session.state(now) != SessionState::Open {
            return Err(is_over(app, &found, browser).await.unwrap_or_else(failed));
        }
        note_use(app, &mut found.session, now).await.map_err(failed)?;
        let visit = load(app, found, browser, now).await.map_err(failed)?;
        let (here, csrf) = (here(&parts.uri), csrf::token(secret));
        Ok(Self { here, csrf, notice: notice(&parts.uri), mark, ..visit })
    }
}

async fn find(app: &App, secret: &str) -> Result<Option<sessions::Found>, StoreError> {
    let mut conn = app.db.read().await?;
    sessions::find_by_secret_hash(&mut conn, &keys::hash(secret)).await
}

/// Writes down that the session is in use, unless that was done just now.
async fn note_use(app: &App, session: &mut PortalSession, now: Timestamp) -> Result<(), StoreError> {
    if now.duration_since(session.last_seen_at) >= NOTED_EVERY {
        let mut tx = app.db.write().await?;
        sessions::touch(&mut tx, &session.id, now).await?;
        tx.commit().await?;
        session.last_seen_at = now;
    }
    Ok(())
}

/// Reads the rest, all of it at least as new as the sequence that came with the session.
async fn load(
    app: &App,
    found: sessions::Found,
    browser: Browser,
    now: Timestamp,
) -> Result<Visit, StoreError> {
    let mut conn = app.db.read().await?;
    let merchant = merchants::get(&mut conn, &found.merchant).await?;
    let customer = customers::get(&mut conn, &merchant.id, &found.session.customer_id).await?;
    let named = found.session.configuration_id.as_ref();
    Ok(Visit {
        words: browser.words([found.session.locale.as_deref(), Some(&customer.locale)]),
        configuration: configurations::of_customer(&mut conn, &merchant.id, &customer, named).await?,
        reader_zone: zone::of_reader(&merchant, &customer),
        customer,
        branding: settings::branding(&mut conn, &merchant.id).await?,
        zone: zone::of(&merchant),
        session: found.session,
        sequence: found.sequence,
        metered: found.metered,
        now: app.now_of(&merchant),
        real_now: now,
        merchant,
        here: String::new(),
        csrf: String::new(),
        notice: None,
        mark: None,
    })
}

/// The address of the page, without what was just done there.
fn here(address: &Uri) -> String {
    let rest = form_urlencoded::parse(address.query().unwrap_or_default().as_bytes());
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(rest.filter(|(name, _)| name != "notice"));
    match query.finish().as_str() {
        "" => address.path().to_owned(),
        query => format!("{}?{query}", address.path()),
    }
}

/// What the address says was just done.
fn notice(address: &Uri) -> Option<Notice> {
    let query = address.query().unwrap_or_default().as_bytes();
    let (_, word) = form_urlencoded::parse(query).find(|(name, _)| name == "notice")?;
    Notice::from_query(&word)
}

/// The page for a browser without a session.
pub(super) async fn never_began(app: &App, browser: Browser) -> Response {
    // It must come even if the database does not.
    let branding = brand::of_house(app).await.unwrap_or_else(|_| brand::neutral());
    let view = SessionOverView { known: false, return_url: None };
    respond::page(
        StatusCode::FORBIDDEN,
        &branding,
        portal_view::session_over(browser.words([]), &branding, &view),
    )
}

/// The page for a browser whose session has ended.
async fn is_over(app: &App, found: &sessions::Found, browser: Browser) -> Result<Response, StoreError> {
    let branding = brand::of(app, &found.merchant).await?;
    let mut conn = app.db.read().await?;
    let customer = customers::get(&mut conn, &found.merchant, &found.session.customer_id).await?;
    drop(conn);
    let words = browser.words([found.session.locale.as_deref(), Some(&customer.locale)]);
    let view = SessionOverView { known: true, return_url: found.session.return_url.as_ref() };
    Ok(respond::page(StatusCode::FORBIDDEN, &branding, portal_view::session_over(words, &branding, &view)))
}
