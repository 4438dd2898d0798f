//! The server that is measured: complete, on SQLite, with its workers, in this process.
//!
//! In: books. Out: a server that holds them. Not here: the load, which comes from another process.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::ensure;
use client::{Client, Secret};
use domain::{Actor, Currency, Customer, LinkPurpose, Merchant, Role};
use portico::app::{App, Clock, Rng};
use portico::config::{Config, MailTransport};
use portico::import::{self, Place, Record};
use portico::links::{self, Issued, NewLink, PlannedVisit};
use portico::serve::Server;
use portico::{keys, store};

use crate::books::Books;

/// A server with one merchant.
#[derive(Debug)]
pub(crate) struct Subject {
    server: Server,
    /// Whose books it keeps.
    pub(crate) merchant: Merchant,
    /// Secret of a key of role `staff`.
    pub(crate) key: String,
    file: PathBuf,
}

impl Subject {
    /// Starts a server whose data lies in `folder`, whatever the caller's environment says.
    pub(crate) async fn start(folder: &Path) -> anyhow::Result<Self> {
        let file = folder.join("portico.sqlite3");
        let mut config = Config::load(None)?;
        config.data_dir = folder.to_owned();
        config.database_url = format!("sqlite:{}", file.display());
        config.mail.transport = MailTransport::Directory;
        config.mail.directory = PathBuf::new();
        config.server.listen = SocketAddr::from(([127, 0, 0, 1], 0));
        config.server.public_url = String::new();
        let server = Server::start(config, Clock::System, Rng::System).await?;
        let app = &server.app;
        let merchant = Merchant {
            id: app.new_id(),
            name: "Northwind".into(),
            time_zone: "Europe/Berlin".into(),
            currency: Currency::EUR,
            created_at: app.clock.now(),
            test_clock: None,
        };
        let mut tx = app.db.write().await?;
        store::merchants::insert(&mut tx, &merchant).await?;
        let key = keys::create(&mut tx, app, &merchant.id, Role::Staff, "bench".into()).await?;
        tx.commit().await?;
        Ok(Self { server, merchant, key, file })
    }

    /// Starts one that keeps these books.
    pub(crate) async fn with(folder: &Path, books: Books) -> anyhow::Result<Self> {
        let subject = Self::start(folder).await?;
        subject.import(books).await?;
        Ok(subject)
    }

    /// Imports books; returns how long that took, commit included.
    pub(crate) async fn import(&self, books: Books) -> anyhow::Result<Duration> {
        self.take_in(books.records()?).await
    }

    /// Imports records; returns how long that took, commit included.
    pub(crate) async fn take_in(&self, records: Vec<(Place, Record)>) -> anyhow::Result<Duration> {
        let began = Instant::now();
        let report =
            import::apply(self.app(), &self.merchant, records, import::Options::default(), || {}).await?;
        let took = began.elapsed();
        ensure!(report.faults.is_empty(), "the import found fault with {}", report.faults[0]);
        Ok(took)
    }

    /// The server's state.
    pub(crate) fn app(&self) -> &App {
        &self.server.app
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.server.address
    }

    /// Its database.
    pub(crate) fn file(&self) -> &Path {
        &self.file
    }

    /// The console's client.
    pub(crate) fn client(&self) -> anyhow::Result<Client> {
        Ok(Client::new(format!("http://{}", self.address()).parse()?, Secret::new(&self.key))?)
    }

    /// The client of the merchant's app, with a new key of role admin.
    pub(crate) async fn admin(&self) -> anyhow::Result<Client> {
        let mut tx = self.app().db.write().await?;
        let key = keys::create(&mut tx, self.app(), &self.merchant.id, Role::Admin, "app".into()).await?;
        tx.commit().await?;
        Ok(Client::new(format!("http://{}", self.address()).parse()?, Secret::new(&key))?)
    }

    /// Up to `limit` of its customers, in the order they were added.
    pub(crate) async fn customers(&self, limit: u32) -> anyhow::Result<Vec<Customer>> {
        let mut conn = self.app().db.read().await?;
        Ok(store::customers::list(&mut conn, &self.merchant.id, None, limit).await?)
    }

    /// Makes `count` unused links, spread over these customers.
    pub(crate) async fn links(&self, customers: &[Customer], count: usize) -> anyhow::Result<Vec<Issued>> {
        let new = NewLink {
            purpose: LinkPurpose::Direct,
            created_by: Actor::System,
            expires_in: None,
            invalidate_existing: false,
            visit: PlannedVisit::default(),
        };
        let mut tx = self.app().db.write().await?;
        let mut issued = Vec::with_capacity(count);
        for customer in customers.iter().cycle().take(count) {
            issued.push(links::issue(&mut tx, self.app(), &self.merchant.id, customer, new.clone()).await?);
        }
        self.app().commit(tx).await?;
        Ok(issued)
    }

    /// The cookie of a customer who is in.
    pub(crate) async fn visit(&self, customer: &Customer) -> anyhow::Result<String> {
        let link = self.links(std::slice::from_ref(customer), 1).await?.remove(0);
        let token = link.url.path().rsplit('/').next().unwrap_or_default();
        let opened = links::redeem(self.app(), token).await?;
        let secret = opened.map(|opened| opened.secret).unwrap_or_default();
        ensure!(!secret.is_empty(), "a fresh link did not open");
        Ok(format!("portico_session={secret}"))
    }

    /// Ends it.
    pub(crate) async fn stop(self) {
        self.server.stop().await;
    }
}
