//! `portico demo`: a server with a sample merchant, and an endpoint of theirs that listens.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use domain::{
    Actor, Branding, Configuration, Endpoint, EndpointEvents, EventBody, LinkPurpose, Merchant, Role,
    TestClock,
};
use jiff::tz::TimeZone;
use portico::app::{App, Clock, Rng};
use portico::config::Config;
use portico::import::{Options, Place};
use portico::links::{NewLink, PlannedVisit};
use portico::serve::{Server, Workers};
use portico::store::{configurations, customers, events, merchants, settings, webhooks};
use portico::{demo, import, keys, links};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

use super::listener::Listener;

/// Serve a sample merchant, made up and always the same.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Where the sample's data is kept; a second run goes on with it.
    #[arg(long, default_value = ".portico/demo")]
    data: PathBuf,
    /// Start over with fresh data.
    #[arg(long)]
    fresh: bool,
}

/// What whoever started the demo needs; written to `demo.json` beside the data once the server answers.
#[derive(Debug, Serialize, Deserialize)]
struct Access {
    /// Where the server listens.
    server_url: url::Url,
    /// A link a customer could have been mailed, good for a day.
    portal_link: url::Url,
    /// Secret of a key of role admin.
    admin_key: String,
    /// Secret of a key of role staff.
    staff_key: String,
    /// Where mails are written.
    mail_directory: PathBuf,
}

const ACCESS: &str = "demo.json";
/// Any number does; this one gives the sample its companies.
const SEED: u64 = 2030;
/// How long the printed link works, in minutes.
const A_DAY: u16 = 1440;

impl Demo {
    pub(crate) async fn run(self, mut config: Config) -> anyhow::Result<()> {
        if self.fresh && self.data.exists() {
            std::fs::remove_dir_all(&self.data)
                .with_context(|| format!("the old data in {} cannot be removed", self.data.display()))?;
        }
        config.data_dir.clone_from(&self.data);
        // The sample merchant's endpoint lives on this machine.
        config.webhooks.allow_networks.push("127.0.0.0/8".parse()?);
        super::serve::start_log(&config)?;
        let listener = listen(config.server.listen).await?;
        let public_url = config.public_url(listener.local_addr()?);
        let app = portico::serve::open(config, public_url, Clock::System, Rng::System).await?;
        let found = merchants::list(&mut app.db.read().await?).await?.into_iter().next();
        let (merchant, keys) = match found {
            Some(merchant) => (merchant, remembered(&self.data)?),
            None => make(&app).await?,
        };
        let hook = Listener::start().await?;
        point_endpoint(&app, &merchant, &hook).await?;
        let server = Server::on(listener, app.clone(), Workers::Running)?;
        let access = Access {
            server_url: app.public_url.clone(),
            portal_link: link(&app, &merchant).await?,
            admin_key: keys.0,
            staff_key: keys.1,
            mail_directory: app.config.mail_directory(),
        };
        let path = self.data.join(ACCESS);
        std::fs::write(&path, serde_json::to_string_pretty(&access)?)
            .with_context(|| format!("{} cannot be written", path.display()))?;
        println!("Server       {}", access.server_url);
        println!("Portal link  {}", access.portal_link);
        println!("Admin key    {}", access.admin_key);
        println!("Mails        {}", access.mail_directory.display());
        println!("Ctrl-C ends it; the data stays in {}.", self.data.display());
        super::serve::until_interrupted(server).await
    }
}

/// Listens where the settings say, or on any free port if that one is taken.
async fn listen(wanted: SocketAddr) -> anyhow::Result<TcpListener> {
    match TcpListener::bind(wanted).await {
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            let any = TcpListener::bind((wanted.ip(), 0)).await?;
            eprintln!("Port {} is taken; using {} instead.", wanted.port(), any.local_addr()?.port());
            Ok(any)
        }
        other => other.with_context(|| format!("{wanted} is not an address of this machine")),
    }
}

/// The secrets of the run before; the database has only their hashes.
fn remembered(data: &Path) -> anyhow::Result<(String, String)> {
    let path = data.join(ACCESS);
    let read = || -> anyhow::Result<Access> { Ok(serde_json::from_str(&std::fs::read_to_string(&path)?)?) };
    let access = read().with_context(|| format!("{} is damaged; start over with --fresh", path.display()))?;
    Ok((access.admin_key, access.staff_key))
}

async fn make(app: &App) -> anyhow::Result<(Merchant, (String, String))> {
    let zone = TimeZone::get(demo::TIME_ZONE)?;
    let merchant = Merchant {
        id: app.new_id(),
        name: demo::MERCHANT.into(),
        time_zone: demo::TIME_ZONE.into(),
        currency: domain::Currency::EUR,
        created_at: app.clock.now(),
        test_clock: Some(TestClock::default()),
    };
    let mut branding = Branding {
        footer_text: "Northwind Coffee GmbH · Speicherstraße 7, Hamburg".into(),
        support_email: Some("hello@northwind.example".parse()?),
        ..Branding::default_for(demo::MERCHANT)
    };
    let mut configuration = Configuration::first_of(&merchant.id);
    configuration.self_serve.allow_bank_accounts = true;
    let mut tx = super::write(app).await?;
    merchants::insert(&mut tx, &merchant).await?;
    let admin = keys::create(&mut tx, app, &merchant.id, Role::Admin, "demo console".into()).await?;
    let staff = keys::create(&mut tx, app, &merchant.id, Role::Staff, "demo staff".into()).await?;
    settings::save_branding(&mut tx, &merchant.id, &mut branding).await?;
    configurations::save(&mut tx, &merchant.id, &mut configuration).await?;
    tx.commit().await?;
    let place = Place::new(Path::new("sample"), 0);
    let records =
        demo::records(SEED, app.clock.now(), &zone).into_iter().map(|record| (place.clone(), record));
    let report = import::apply(app, &merchant, records.collect(), Options::default(), || {}).await?;
    anyhow::ensure!(report.faults.is_empty(), "the sample does not add up: {}", report.faults[0]);
    demo::open_offers(app, &merchant.id).await?;
    demo::fill_wallets(app, &merchant.id, app.clock.now().to_zoned(zone).date()).await?;
    Ok((merchant, (admin, staff)))
}

/// The listener has another port each time, so the sample merchant's endpoint moves with it.
async fn point_endpoint(app: &App, merchant: &Merchant, hook: &Listener) -> anyhow::Result<()> {
    let mut tx = super::write(app).await?;
    let endpoint = match webhooks::list_endpoints(&mut tx, &merchant.id).await?.into_iter().next() {
        Some(mut endpoint) => {
            endpoint.url = hook.url.clone();
            webhooks::save_endpoint(&mut tx, &merchant.id, &mut endpoint).await?;
            let secret = webhooks::secret(&mut tx, &merchant.id, &endpoint.id).await?;
            hook.trust(secret);
            endpoint
        }
        None => {
            let secret = contract::webhook::Secret::from_entropy(app.rng.bytes());
            let endpoint = Endpoint {
                id: app.new_id(),
                url: hook.url.clone(),
                description: "Northwind's own app, printing what it receives".into(),
                events: EndpointEvents::All,
                enabled: true,
                disabled_reason: None,
                created_at: app.clock.now(),
                version: 1,
            };
            webhooks::insert_endpoint(&mut tx, &merchant.id, &endpoint, &secret).await?;
            hook.trust(secret);
            endpoint
        }
    };
    events::append(&mut tx, app, &merchant.id, Actor::System, EventBody::WebhookEndpointSaved { endpoint })
        .await?;
    tx.commit().await?;
    Ok(())
}

/// A link for the showcase customer, as *Copy link* makes it.
async fn link(app: &App, merchant: &Merchant) -> anyhow::Result<url::Url> {
    let mut tx = super::write(app).await?;
    let customer = customers::find_by_external_id(&mut tx, &merchant.id, demo::SHOWCASE).await?;
    let customer = customer.context("the sample is damaged; start over with --fresh")?;
    let new = NewLink {
        purpose: LinkPurpose::Direct,
        created_by: Actor::System,
        expires_in: Some(A_DAY.try_into().map_err(anyhow::Error::msg)?),
        invalidate_existing: false,
        visit: PlannedVisit::default(),
    };
    let issued = links::issue(&mut tx, app, &merchant.id, &customer, new).await?;
    tx.commit().await?;
    Ok(issued.url)
}
