//! The world a story happens in.

use std::sync::Mutex;

use client::{Client, IdempotencyKey, Secret};
use contract::api::CreatePortalSession;
use domain::{Currency, Customer, Merchant, NewId as _, Role};
use jiff::{SignedDuration, Timestamp};
use portico::app::{App, Clock, Parts, Rng};
use portico::config::{Config, MailTransport};
use portico::db::Db;
use portico::mail::Mailer;
use portico::outbound::{Dns, Outbound};
use portico::payments::Provider;
use portico::serve::{Server, Workers};
use portico::{keys, store, worker};
use tempfile::TempDir;
use tokio::net::TcpListener;
use url::Url;

use crate::{Browser, Engine, Receiver};

/// A server with one merchant, *Northwind*, in Berlin; it is noon on 14 March 2030.
#[derive(Debug)]
pub struct World {
    /// The server's state, for looking behind the scenes.
    pub app: App,
    /// The database's engine.
    pub engine: Engine,
    /// The merchant.
    pub merchant: Merchant,
    /// Secret of a key of role `staff`.
    pub staff_key: String,
    /// Secret of a key of role `admin`.
    pub admin_key: String,
    /// Where the server answers.
    pub url: Url,
    server: Option<Server>,
    folder: TempDir,
}

impl World {
    /// When every story begins: 2030-03-14T12:00:00+01:00 in Berlin.
    pub const START: &str = "2030-03-14T11:00:00Z";

    /// Starts a server on an empty database.
    pub async fn start(engine: Engine) -> Self {
        Self::with_config(engine, |_| {}).await
    }

    /// Starts a server whose settings differ from the defaults.
    pub async fn with_config(engine: Engine, change: impl FnOnce(&mut Config)) -> Self {
        // Fails only if another story of this process was first, which is just as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let address = engine.new_database(&folder).await;
        let db = engine.open(&address).await;
        let mut config = Config::load(None).expect("the defaults are usable");
        config.data_dir = folder.path().to_owned();
        config.database_url = address;
        // Receivers of the stories live on this machine.
        config.webhooks.allow_networks = vec!["127.0.0.0/8".parse().expect("a network")];
        change(&mut config);
        let start: Timestamp = Self::START.parse().expect("a time");
        Self::on_database(engine, db, config, Clock::fixed(start), folder).await
    }

    async fn on_database(engine: Engine, db: Db, config: Config, clock: Clock, folder: TempDir) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = config.public_url(listener.local_addr().expect("an address"));
        let rng = Rng::seeded(1);
        let now = clock.now();
        let merchant = Merchant {
            id: domain::MerchantId::new(now, rng.bytes()),
            name: "Northwind".into(),
            time_zone: "Europe/Berlin".into(),
            currency: Currency::EUR,
            created_at: now,
            test_clock: None,
        };
        let mailer = match config.mail.transport {
            MailTransport::Smtp => Mailer::smtp(&config.mail.smtp).expect("a mail server's settings"),
            MailTransport::Directory => Mailer::Memory(Mutex::default()),
        };
        let outbound = Outbound::new(&config.webhooks, Dns::empty()).expect("an HTTP client");
        let app = App::new(Parts {
            db,
            epoch: "first".into(),
            config,
            public_url: url.clone(),
            clock,
            rng,
            mailer,
            provider: Provider::Sandbox,
            outbound,
            wake: tokio::sync::Notify::new(),
        });
        let mut tx = app.db.write().await.expect("the database answers");
        store::merchants::epoch(&mut tx, "first").await.expect("an epoch");
        store::merchants::insert(&mut tx, &merchant).await.expect("a merchant");
        let staff_key =
            keys::create(&mut tx, &app, &merchant.id, Role::Staff, "staff".into()).await.expect("a key");
        let admin_key =
            keys::create(&mut tx, &app, &merchant.id, Role::Admin, "admin".into()).await.expect("a key");
        tx.commit().await.expect("committed");
        let server = Server::on(listener, app.clone(), Workers::Manual).expect("it serves");
        Self { app, engine, merchant, staff_key, admin_key, url, server: Some(server), folder }
    }

    /// Moves time; nothing else does.
    pub fn advance(&self, by: SignedDuration) {
        self.app.clock.advance(by);
    }

    /// The time in the story.
    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// Lets mail, webhooks and scheduled ends happen until nothing is due.
    pub async fn run_workers_dry(&self) {
        worker::run_dry(&self.app).await.expect("the workers run");
    }

    /// All that this world keeps, as text as far as it is any: its files, SQLite's own among them, or each row of
    /// each table of Postgres.
    pub async fn stored(&self) -> String {
        let rows = match &self.app.db {
            Db::Sqlite { .. } => String::new(),
            Db::Postgres(pool) => crate::postgres::rows(pool).await,
        };
        self.files() + &rows
    }

    fn files(&self) -> String {
        let mut text = String::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
                match entry.file_type().expect("a type").is_dir() {
                    true => folders.push(entry.path()),
                    false => {
                        let bytes = std::fs::read(entry.path()).expect("a file");
                        text.push_str(&String::from_utf8_lossy(&bytes));
                    }
                }
            }
        }
        text
    }

    /// The console's client with the admin key.
    pub fn client(&self) -> Client {
        self.client_with(&self.admin_key)
    }

    /// The console's client with another key.
    pub fn client_with(&self, key: &str) -> Client {
        Client::new(self.url.as_str().parse().expect("an address"), Secret::new(key)).expect("a client")
    }

    /// A link for this customer, all by the merchant's settings.
    pub async fn link(&self, customer: &Customer) -> Url {
        self.link_by(&CreatePortalSession::for_customer(customer.id.clone())).await
    }

    /// A link as wished for.
    pub async fn link_by(&self, wish: &CreatePortalSession) -> Url {
        let key = IdempotencyKey::from_entropy(self.app.rng.bytes());
        self.client().create_portal_session(&key, wish).await.expect("a link").url
    }

    /// A customer's browser, with cookies and without JavaScript.
    pub fn browser(&self) -> Browser {
        Browser::new(self.url.clone())
    }

    /// A merchant's endpoint that records what arrives.
    pub async fn receiver(&self) -> Receiver {
        Receiver::start().await
    }

    /// A folder that goes with the story.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Ends the server as an operator would, and waits for it.
    pub async fn stop(mut self) {
        if let Some(server) = self.server.take() {
            server.stop().await;
        }
    }
}
