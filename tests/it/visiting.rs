//! What the stories of links and the portal do over and over.

use client::IdempotencyKey;
use contract::api::{CreatePortalSession, PortalSessionCreated};
use domain::{Configuration, Customer, EventBody, Merchant};
use portico::store;
use reqwest::StatusCode;
use testkit::{Browser, Page, World};
use url::Url;

/// Makes a link by the API and returns its address.
pub(crate) async fn link(world: &World, customer: &Customer) -> Url {
    link_with(world, CreatePortalSession::for_customer(customer.id.clone())).await
}

/// The same, with more to say about it.
pub(crate) async fn link_with(world: &World, session: CreatePortalSession) -> Url {
    make(world, session).await.url
}

/// Makes a link by the API.
pub(crate) async fn make(world: &World, session: CreatePortalSession) -> PortalSessionCreated {
    let key = IdempotencyKey::from_entropy(world.app.rng.bytes());
    world.client().create_portal_session(&key, &session).await.unwrap()
}

/// A browser in which the customer is in.
pub(crate) async fn visit(world: &World, customer: &Customer) -> Browser {
    let browser = world.browser();
    let page = browser.open_link(&link(world, customer).await).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    browser
}

/// Saves *Settings → Customer Portal* as an admin would.
pub(crate) async fn configure(world: &World, change: impl FnOnce(&mut Configuration)) {
    let mut configuration = world.client().configuration().await.unwrap();
    let id = configuration.id.clone();
    change(&mut configuration);
    configuration.id = id;
    world.client().save_configuration(&configuration).await.unwrap();
}

/// The types of what happened after this place in the log, oldest first.
pub(crate) async fn happened(world: &World, after: i64) -> Vec<&'static str> {
    facts(world, after).await.iter().map(|fact| fact.event_type().as_str()).collect()
}

/// What happened after this place in the log, oldest first.
pub(crate) async fn facts(world: &World, after: i64) -> Vec<EventBody> {
    let mut conn = world.app.db.read().await.unwrap();
    let events = store::events::list_after(&mut conn, &world.merchant.id, after, 1000).await.unwrap();
    events.into_iter().map(|event| event.body).collect()
}

/// The newest place in the log.
pub(crate) async fn sequence(world: &World) -> i64 {
    let mut conn = world.app.db.read().await.unwrap();
    store::merchants::sequence(&mut conn, &world.merchant.id).await.unwrap()
}

/// A mail as far as a story looks into it.
#[derive(Debug)]
pub(crate) struct Letter {
    pub(crate) to: Vec<String>,
    /// The whole message with the line ends of its encoding taken out.
    pub(crate) text: String,
}

impl Letter {
    /// The portal link in it.
    pub(crate) fn link(&self) -> Url {
        let from = self.text.find("http").expect("a link in the mail");
        let link = self.text[from..].split(|c: char| c.is_whitespace() || c == '"').next().unwrap();
        assert!(link.contains("/portal/l/"), "{link}");
        link.parse().unwrap()
    }
}

/// Sends what is due and returns all mail sent so far.
pub(crate) async fn mails(world: &World) -> Vec<Letter> {
    world.run_workers_dry().await;
    let open = |message: &str| message.replace("=\r\n", "").replace("=3D", "=");
    world
        .app
        .mailer
        .sent()
        .into_iter()
        .map(|mail| Letter { to: mail.to, text: open(&mail.message) })
        .collect()
}

/// What a page says, without what differs from request to request.
pub(crate) fn words(page: &Page) -> (StatusCode, String) {
    (page.status, page.text())
}

/// Adds *Contoso* to the server, of which strangers must learn as little as of *Northwind* from then on.
pub(crate) async fn another_merchant(world: &World) {
    let other = Merchant { id: world.app.new_id(), name: "Contoso".into(), ..world.merchant.clone() };
    let mut tx = world.app.db.write().await.unwrap();
    store::merchants::insert(&mut tx, &other).await.unwrap();
    tx.commit().await.unwrap();
}
