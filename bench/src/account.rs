//! A customer who has all that the portal shows, and the addresses of its pages.
//!
//! In: a server that keeps books. Out: addresses and a cookie. Not here: how fast they are.

use std::path::Path;

use anyhow::{Context as _, ensure};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use contract::api::{NewUsageEvent, RecordUsage};
use domain::{BillingField, Period};
use jiff::ToSpan as _;
use portal_view::routes;
use portico::import::{Place, Record};
use portico::router::router;
use portico::store;
use tower::ServiceExt as _;

use crate::metered::METER;
use crate::subject::Subject;
use crate::{books, metered};

/// Far more than any page.
const MOST_OF_A_PAGE: usize = 4 << 20;

/// The signed-in customer.
#[derive(Debug)]
pub(crate) struct Account {
    /// The cookie of their session.
    pub(crate) cookie: String,
    /// What each page is called, and its address.
    pub(crate) pages: Vec<(&'static str, String)>,
    portal: Router,
}

/// A page as it was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
}

impl Account {
    /// Lets the first customer in, after giving them a metered subscription with use, a card, and a plan to
    /// switch to.
    pub(crate) async fn open(subject: &Subject) -> anyhow::Result<Self> {
        equip(subject).await?;
        let cookie = subject.visit(&subject.customers(1).await?[0]).await?;
        let mut account = Self { cookie, pages: Vec::new(), portal: router(subject.app().clone()) };
        account.add_card().await?;
        account.pages = account.addresses().await?;
        Ok(account)
    }

    /// The page at this address.
    pub(crate) async fn page(&self, address: &str) -> anyhow::Result<Answer> {
        self.ask(Method::GET, address, Body::empty(), StatusCode::OK).await
    }

    async fn ask(
        &self,
        method: Method,
        address: &str,
        body: Body,
        expected: StatusCode,
    ) -> anyhow::Result<Answer> {
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self.portal.clone().oneshot(request.body(body)?).await?;
        ensure!(answer.status() == expected, "{address} answers {}", answer.status());
        let (parts, body) = answer.into_parts();
        Ok(Answer { headers: parts.headers, bytes: to_bytes(body, MOST_OF_A_PAGE).await? })
    }

    async fn addresses(&self) -> anyhow::Result<Vec<(&'static str, String)>> {
        let invoice = self.link(routes::INVOICES, "/portal/invoices/inv_").await?;
        let subscription = self.link(routes::SUBSCRIPTIONS, "/portal/subscriptions/sub_").await?;
        let (change, cancel) = (format!("{subscription}/change"), format!("{subscription}/cancel"));
        let quote = self.quote(&change).await?;
        let fixed = |name, route: &str| (name, route.to_owned());
        Ok(vec![
            fixed("home page", routes::HOME),
            fixed("list of invoices", routes::INVOICES),
            ("invoice", invoice),
            fixed("page to pay", routes::PAY),
            fixed("list of subscriptions", routes::SUBSCRIPTIONS),
            ("subscription", subscription),
            ("choice of plans", change),
            ("price of a change", quote),
            ("question before a cancellation", cancel),
            fixed("usage", routes::USAGE),
            fixed("payment methods", routes::PAYMENT_METHODS),
            fixed("form for a card", routes::ADD_CARD),
            fixed("billing details", routes::BILLING_DETAILS),
            fixed("activity", routes::ACTIVITY),
        ])
    }

    /// The first link on a page that begins like this.
    async fn link(&self, page: &str, begins: &str) -> anyhow::Result<String> {
        let text = self.text(page).await?;
        let mut links = text.split("href=\"").filter(|link| link.starts_with(begins));
        let link = links.next().and_then(|link| link.split(['"', '?']).next());
        Ok(link.with_context(|| format!("{page} has no link to {begins}…"))?.to_owned())
    }

    async fn text(&self, page: &str) -> anyhow::Result<String> {
        Ok(String::from_utf8(self.page(page).await?.bytes.to_vec())?)
    }

    /// Sends the form of a page with these fields; returns where that leads.
    async fn send(&self, page: &str, text: &str, fields: &str) -> anyhow::Result<String> {
        let csrf = text.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let body = format!("{fields}&csrf={}", csrf.with_context(|| format!("{page} has no form"))?);
        let answer = self.ask(Method::POST, page, body.into(), StatusCode::SEE_OTHER).await?;
        Ok(answer.headers.get(header::LOCATION).context("it leads nowhere")?.to_str()?.to_owned())
    }

    async fn add_card(&self) -> anyhow::Result<()> {
        let text = self.text(routes::ADD_CARD).await?;
        let fields = "number=4242424242424242&expiry=12%2F40&code=123&holder=Ada";
        self.send(routes::ADD_CARD, &text, fields).await.map(|_| ())
    }

    /// Asks what another plan costs; returns where the answer is.
    async fn quote(&self, change: &str) -> anyhow::Result<String> {
        let text = self.text(change).await?;
        let offers = text.split("<input").filter(|field| field.contains("name=\"plan\""));
        let mut others = offers.filter(|field| !field.contains("checked"));
        let plan = others.next().and_then(|field| field.split("value=\"").nth(1)?.split('"').next());
        let plan = plan.with_context(|| format!("{change} offers no other plan"))?;
        self.send(change, &text, &format!("plan={plan}&seats=1")).await
    }
}

/// Gives the customer what the pages show.
async fn equip(subject: &Subject) -> anyhow::Result<()> {
    let place = |line| Place::new(Path::new("account"), line);
    let records = (1..).zip(records(subject)?).map(|(line, record)| (place(line), record)).collect();
    subject.take_in(records).await?;
    let client = subject.admin().await?;
    let plans = {
        let mut conn = subject.app().db.read().await?;
        store::plans::list(&mut conn, &subject.merchant.id, None, 9).await?
    };
    let mut configuration = client.configuration().await?;
    configuration.features.self_serve_changes = true;
    configuration.self_serve.switchable_plans = plans.into_iter().map(|plan| plan.id).collect();
    BillingField::ALL.into_iter().for_each(|field| configuration.billing_details.set(field, true));
    client.save_configuration(&configuration).await?;
    let events = (0..100).map(|at| NewUsageEvent {
        id: format!("e-{at}"),
        customer_alias: Some(books::external_id(0)),
        meter: METER.into(),
        quantity: Some("250".into()),
        ..NewUsageEvent::default()
    });
    let recorded = client.record_usage(&RecordUsage { events: events.collect() }).await?;
    ensure!(recorded.refused.is_empty(), "an event was refused: {:?}", recorded.refused[0]);
    Ok(())
}

fn records(subject: &Subject) -> anyhow::Result<Vec<Record>> {
    let now = subject.app().clock.now();
    let period = Period { start: now - 240.hours(), end: now + 480.hours() };
    Ok(vec![
        Record::Meter(metered::meter()?),
        Record::Plan(metered::plan("Pro", 49)?),
        Record::Plan(metered::plan("Team", 99)?),
        Record::Subscription(metered::subscription(0, "Pro", period)),
    ])
}
