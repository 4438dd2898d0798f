//! Portal links, from birth to use: the one place that makes them, opens them and replaces them.
//!
//! In: a customer and what the link is for, or the token or cookie a browser brought. Out: links,
//! sessions, mails, each with its event in one transaction. Not here: pages, cookies, SQL.

use std::fmt;

use domain::{
    Actor, ConfigurationId, Customer, CustomerId, EventBody, Flow, InitialPage, LinkPurpose, LocaleTag,
    MailKind, Merchant, MerchantId, PortalLink, PortalSession, SessionMinutes, SessionSettings,
};
use jiff::{SignedDuration, Timestamp};
use portal_view::mail::{BillingMail, Letterhead, MailedLink, PortalLinkMail};
use portal_view::routes;
use url::Url;

use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::mail::NewMail;
use crate::store::{
    configurations, customers, events, invoices, links, merchants, rate_limits, sessions, settings,
};
use crate::{keys, mail, zone};

/// What a link is to be.
#[derive(Debug, Clone)]
pub struct NewLink {
    /// How it will reach the customer.
    pub purpose: LinkPurpose,
    /// Who makes it.
    pub created_by: Actor,
    /// How long it works; the merchant's setting unless given.
    pub expires_in: Option<SessionMinutes>,
    /// Whether the customer's older unused links stop working.
    pub invalidate_existing: bool,
    /// Where its session begins, and what that may show.
    pub visit: PlannedVisit,
}

/// What a link says about the session it opens.
#[derive(Debug, Clone, Default)]
pub struct PlannedVisit {
    /// The page it opens on.
    pub initial_page: InitialPage,
    /// The errand it opens on instead.
    pub flow: Option<Flow>,
    /// Where *Back to …* leads.
    pub return_url: Option<Url>,
    /// The language asked for.
    pub locale: Option<LocaleTag>,
    /// How it narrows the merchant's configuration.
    pub settings: SessionSettings,
    /// Which configuration that is; the customer's unless given.
    pub configuration_id: Option<ConfigurationId>,
}

/// A link and, this once, its secret address.
pub struct Issued {
    /// The link.
    pub link: PortalLink,
    /// The address with the token in it.
    pub url: Url,
}

impl fmt::Debug for Issued {
    /// Leaves out the address, which is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issued").field("link", &self.link).finish_non_exhaustive()
    }
}

/// Makes a link. Its address begins with the configured public one, whatever a request's Host said.
///
/// Links of one customer are made one after the other, so that each takes the place of all before it.
pub async fn issue(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    customer: &Customer,
    new: NewLink,
) -> Result<Issued, StoreError> {
    let now = app.clock.now();
    let named = new.visit.configuration_id.as_ref();
    let session_minutes = configurations::of_customer(tx, merchant, customer, named).await?.session_minutes;
    let customer = &customer.id;
    let token = keys::new_secret(app, "");
    let link = PortalLink {
        id: app.new_id(),
        customer_id: customer.clone(),
        purpose: new.purpose,
        created_by: new.created_by.clone(),
        created_at: now,
        expires_at: after(now, new.expires_in.unwrap_or(session_minutes)),
        used_at: None,
        revoked_at: None,
        superseded_at: None,
        session_minutes,
        initial_page: new.visit.initial_page,
        flow: new.visit.flow,
        return_url: new.visit.return_url,
        locale: new.visit.locale,
        settings: new.visit.settings,
        configuration_id: new.visit.configuration_id,
    };
    let mut facts = Vec::new();
    customers::lock(tx, merchant, customer).await?;
    if new.invalidate_existing {
        let withdrawn = links::supersede_all(tx, merchant, customer, now).await?;
        facts.extend(withdrawn.into_iter().map(|link| EventBody::PortalLinkWithdrawn { link }));
    }
    links::insert(tx, merchant, &link, &keys::hash(&token)).await?;
    facts.push(EventBody::PortalLinkCreated { link: link.clone() });
    events::append_all(tx, app, merchant, new.created_by, facts).await?;
    Ok(Issued { link, url: app.url(&routes::link(&token)) })
}

fn after(now: Timestamp, minutes: SessionMinutes) -> Timestamp {
    now.saturating_add(SignedDuration::from_mins(minutes.get().into())).unwrap_or(Timestamp::MAX)
}

/// Mails a link to the address on file, in the words of its purpose. A direct link is not mailed, and
/// one for a notice goes with that.
pub async fn send(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    customer: &Customer,
    issued: &Issued,
) -> Result<(), StoreError> {
    let link = &issued.link;
    let branding = settings::branding(tx, &merchant.id).await?;
    let (zone, reader_zone) = (zone::of(merchant), zone::of_reader(merchant, customer));
    let words = mail::words([link.locale.as_deref(), Some(&customer.locale)]);
    let head = Letterhead {
        words,
        branding: &branding,
        public_url: &app.public_url,
        customer_name: &customer.name,
        zone: &zone,
        reader_zone: &reader_zone,
    };
    let mailed = MailedLink { url: &issued.url, sent_at: link.created_at, expires_at: link.expires_at };
    let letter = PortalLinkMail { head, link: mailed };
    let (kind, text) = match link.purpose {
        LinkPurpose::Direct | LinkPurpose::Notice => return Ok(()),
        LinkPurpose::PortalLink => (MailKind::PortalLink, portal_view::mail::portal_link(&letter)),
        LinkPurpose::Recovery => (MailKind::Recovery, portal_view::mail::recovery(&letter)),
        LinkPurpose::Billing => {
            let open = invoices::open_for_customer(tx, &merchant.id, &customer.id, MAILED_INVOICES).await?;
            let today = link.created_at.to_zoned(zone.clone()).date();
            let mail = BillingMail { head, link: mailed, open_invoices: &open, today };
            (MailKind::Billing, portal_view::mail::billing(&mail))
        }
    };
    mail::queue(tx, app, &merchant.id, NewMail { customer, kind, link: Some(&link.id), text }).await?;
    Ok(())
}

/// Makes the link of a mail that the billing clock sends. It works for a day, because nobody waits for that mail,
/// and beside the customer's other links, because nobody asked to withdraw them.
pub async fn issue_for_notice(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    customer: &Customer,
    visit: PlannedVisit,
) -> Result<Issued, StoreError> {
    let new = NewLink {
        purpose: LinkPurpose::Notice,
        created_by: Actor::System,
        expires_in: Some(SessionMinutes::LONGEST),
        invalidate_existing: false,
        visit,
    };
    issue(tx, app, merchant, customer, new).await
}

/// How many open invoices a billing mail adds up: a bound for the query, above any real account.
const MAILED_INVOICES: u32 = 1000;

/// A session just opened and, this once, its secret.
pub struct Opened {
    /// Whose customer it is.
    pub merchant: MerchantId,
    /// The session.
    pub session: PortalSession,
    /// Goes into the browser's cookie.
    pub secret: String,
}

/// Opens a session with a link's token; `None` if the link opens nothing (any more).
///
/// Of any number of calls with one token, at the same time or one after the other, one gets a session.
pub async fn redeem(app: &App, token: &str) -> Result<Option<Opened>, StoreError> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let Some((merchant, link)) = links::redeem(&mut tx, &keys::hash(token), now).await? else {
        return Ok(None);
    };
    let secret = keys::new_secret(app, "");
    let session = PortalSession {
        id: app.new_id(),
        link_id: link.id.clone(),
        customer_id: link.customer_id.clone(),
        opened_at: now,
        expires_at: after(now, link.session_minutes),
        last_seen_at: now,
        ended_at: None,
        revoked: false,
        initial_page: link.initial_page,
        flow: link.flow.clone(),
        flow_completed_at: None,
        return_url: link.return_url.clone(),
        locale: link.locale.clone(),
        settings: link.settings,
        configuration_id: link.configuration_id.clone(),
    };
    sessions::insert(&mut tx, &merchant, &session, &keys::hash(&secret)).await?;
    let fact = EventBody::PortalSessionOpened { link, session: session.clone() };
    events::append(&mut tx, app, &merchant, Actor::Customer, fact).await?;
    app.commit(tx).await?;
    Ok(Some(Opened { merchant, session, secret }))
}

/// What someone who asks for a new link holds: it says whose account it is, and proves nothing more.
#[derive(Clone, Copy)]
pub enum Keepsake<'a> {
    /// The token of a link, whatever became of it.
    Token(&'a str),
    /// The secret of a session, whatever became of it.
    Session(&'a str),
}

/// Mails a new link to the address on file of the customer the keepsake belongs to, unless that
/// customer or this client asked too often. The caller learns nothing of it, and so can tell nobody.
///
/// The new link shows no more than the old one did.
pub async fn recover(app: &App, keepsake: Keepsake<'_>, client: &str) -> Result<(), StoreError> {
    let Some((merchant, old)) = remembered(app, keepsake).await? else { return Ok(()) };
    let mut tx = app.db.write().await?;
    let allowed = may_recover(&mut tx, app, &old.customer_id, client).await?;
    if !allowed {
        return tx.commit().await;
    }
    let merchant = merchants::get(&mut tx, &merchant).await?;
    let customer = customers::get(&mut tx, &merchant.id, &old.customer_id).await?;
    let new = NewLink {
        purpose: LinkPurpose::Recovery,
        created_by: Actor::Customer,
        expires_in: None,
        invalidate_existing: true,
        visit: PlannedVisit {
            initial_page: old.initial_page,
            flow: old.flow,
            return_url: old.return_url,
            locale: old.locale,
            settings: old.settings,
            configuration_id: old.configuration_id,
        },
    };
    let issued = issue(&mut tx, app, &merchant.id, &customer, new).await?;
    send(&mut tx, app, &merchant, &customer, &issued).await?;
    app.commit(tx).await
}

/// The link the keepsake is, or came from.
async fn remembered(
    app: &App,
    keepsake: Keepsake<'_>,
) -> Result<Option<(MerchantId, PortalLink)>, StoreError> {
    let mut conn = app.db.read().await?;
    match keepsake {
        Keepsake::Token(token) => links::find_by_token_hash(&mut conn, &keys::hash(token)).await,
        Keepsake::Session(secret) => {
            let found = sessions::find_by_secret_hash(&mut conn, &keys::hash(secret)).await?;
            let Some(found) = found else { return Ok(None) };
            let link = links::find(&mut conn, &found.merchant, &found.session.link_id).await?;
            Ok(link.map(|link| (found.merchant, link)))
        }
    }
}

/// Counts this try against both limits, whether or not one is used up.
async fn may_recover(
    tx: &mut Tx,
    app: &App,
    customer: &CustomerId,
    client: &str,
) -> Result<bool, StoreError> {
    let (now, most) = (app.clock.now(), app.config.portal.recovery_per_hour);
    let by_customer = rate_limits::count(tx, &format!("recover {customer}"), now).await?;
    let by_client = rate_limits::count(tx, &format!("recover from {client}"), now).await?;
    Ok(by_customer <= most && by_client <= most)
}
