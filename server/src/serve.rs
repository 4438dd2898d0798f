//! Starting and stopping a server: listener, workers, graceful end.

use std::net::SocketAddr;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use url::Url;

use crate::app::{App, Clock, Parts, Rng};
use crate::config::{Config, MailTransport, PaymentProvider};
use crate::db::{ConnectError, Db, StoreError};
use crate::keys::hex;
use crate::mail::{Mailer, MailerError};
use crate::outbound::{Dns, Outbound};
use crate::payments::Provider;
use crate::store::merchants;
use crate::{router, worker};

/// Why the server's state could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder for data cannot be made.
    #[error("the folder {path} cannot be made; nothing was changed")]
    Folder {
        /// Which.
        path: std::path::PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The mail server's settings cannot be used.
    #[error(transparent)]
    Mailer(#[from] MailerError),
    /// No HTTP client can be made, for want of root certificates, say.
    #[error("the HTTP client for webhooks cannot be made")]
    Outbound(#[from] reqwest::Error),
    /// The database does not open.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Opens the database and makes the state every handler is given.
pub async fn open(config: Config, public_url: Url, clock: Clock, rng: Rng) -> Result<App, OpenError> {
    let make = |path: std::path::PathBuf| {
        std::fs::create_dir_all(&path).map_err(|source| OpenError::Folder { path, source })
    };
    make(config.data_dir.clone())?;
    let mailer = match config.mail.transport {
        MailTransport::Smtp => Mailer::smtp(&config.mail.smtp)?,
        MailTransport::Directory => {
            make(config.mail_directory())?;
            Mailer::Directory(config.mail_directory())
        }
    };
    let provider = match config.payments.provider {
        PaymentProvider::Sandbox => Provider::Sandbox,
    };
    let outbound = Outbound::new(&config.webhooks, Dns::System)?;
    let db = Db::connect(&config.database_address(), config.postgres_connections).await?;
    let mut tx = db.write().await?;
    let epoch = merchants::epoch(&mut tx, &hex(&rng.bytes::<16>())).await?;
    tx.commit().await?;
    let wake = tokio::sync::Notify::new();
    Ok(App::new(Parts { db, epoch, config, public_url, clock, rng, mailer, provider, outbound, wake }))
}

/// A running server.
#[derive(Debug)]
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its state.
    pub app: App,
    stop: watch::Sender<bool>,
    http: JoinHandle<anyhow::Result<()>>,
    workers: Option<JoinHandle<()>>,
}

/// Whether the workers run by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workers {
    /// Until the server stops.
    Running,
    /// Only when [`worker::run_dry`] is called. For tests, where time moves only when told.
    Manual,
}

impl Server {
    /// Opens the database, listens, and starts the workers.
    pub async fn start(config: Config, clock: Clock, rng: Rng) -> anyhow::Result<Self> {
        let listen = config.server.listen;
        let listener = TcpListener::bind(listen).await.with_context(|| {
            format!("the setting `server.listen` cannot be used: {listen} is taken or not of this machine")
        })?;
        let public_url = config.public_url(listener.local_addr()?);
        let app = open(config, public_url, clock, rng).await?;
        Self::on(listener, app, Workers::Running)
    }

    /// Serves `app` on a listener.
    pub fn on(listener: TcpListener, app: App, workers: Workers) -> anyhow::Result<Self> {
        let address = listener.local_addr()?;
        let (stop, stopped) = watch::channel(false);
        let service = router::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
        let mut http_stopped = stopped.clone();
        let http = tokio::spawn(async move {
            let stopped = async move {
                // The sender lives as long as the server, so an error means the same: stop.
                let _ = http_stopped.wait_for(|stop| *stop).await;
            };
            Ok(axum::serve(listener, service).with_graceful_shutdown(stopped).await?)
        });
        let workers = match workers {
            Workers::Running => Some(tokio::spawn(worker::run(app.clone(), stopped))),
            Workers::Manual => None,
        };
        Ok(Self { address, app, stop, http, workers })
    }

    /// Returns when the listener ends although nobody stopped it.
    pub async fn failed(&mut self) -> anyhow::Result<()> {
        (&mut self.http).await?.context("the listener ended")
    }

    /// Finishes what is under way, then closes the database.
    pub async fn stop(self) {
        self.app.stopping().cancel();
        self.stop.send_replace(true);
        let _ = self.http.await;
        if let Some(workers) = self.workers {
            let _ = workers.await;
        }
        self.app.db.close().await;
    }
}
