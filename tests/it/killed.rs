//! The server is killed again and again while staff send links: what it acknowledged is there, and what a
//! caller repeats because no answer came is not done twice.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};

use client::{Client, IdempotencyKey, Secret};
use contract::api::{CreatePortalSession, SendEmail};
use domain::{CustomerId, EventBody, LinkId, MailId, MailState};
use futures::future::join_all;
use jiff::SignedDuration;
use portico::app::{Clock, Rng};
use portico::config::Config;
use portico::{store, worker};
use testkit::given;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// How many links are sent, and after how many answers each the server is killed.
const LINKS: usize = 120;
const KILLS: [usize; 7] = [1, 4, 9, 15, 22, 30, 3];

/// The server's own program, on the books in this folder.
pub(crate) fn portico(folder: &Path) -> Command {
    let mut command = Command::new(given("PORTICO_TEST_SERVER"));
    command.env("PORTICO_DATA_DIR", folder).env("PORTICO_SERVER__LISTEN", "127.0.0.1:0");
    command.env("PORTICO_LOG__FORMAT", "json").kill_on_drop(true);
    command
}

async fn said(mut command: Command) -> String {
    let output = command.output().await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A server on these books, and where it listens.
pub(crate) async fn serve(mut program: Command) -> (Child, String) {
    let mut server = program.arg("serve").stderr(Stdio::piped()).spawn().unwrap();
    let mut log = BufReader::new(server.stderr.take().unwrap()).lines();
    loop {
        let line = log.next_line().await.unwrap().expect("it says where it listens");
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        if let Some(listen) = line["listen"].as_str() {
            let address = format!("http://{listen}/");
            tokio::spawn(async move { while let Ok(Some(_)) = log.next_line().await {} });
            return (server, address);
        }
    }
}

/// Sends the links whose keys are given until all are answered, or `most` of them; returns the answered.
async fn send(
    client: &Client,
    customer: &CustomerId,
    keys: &[usize],
    most: usize,
    server: &mut Child,
) -> BTreeMap<usize, LinkId> {
    let (answered, killed) = (AtomicUsize::new(0), tokio::sync::Notify::new());
    let one = async |key: &usize| {
        let wish = CreatePortalSession {
            invalidate_existing: false,
            send_email: Some(SendEmail::PortalLink),
            ..CreatePortalSession::for_customer(customer.clone())
        };
        let id = IdempotencyKey::from_entropy((*key as u128).to_le_bytes());
        let link = client.create_portal_session(&id, &wish).await.ok()?.id;
        if answered.fetch_add(1, Ordering::SeqCst) + 1 == most {
            killed.notify_one();
        }
        Some((*key, link))
    };
    let mut sent = std::pin::pin!(join_all(keys.iter().map(one)));
    tokio::select! {
        all = &mut sent => return all.into_iter().flatten().collect(),
        () = killed.notified() => server.kill().await.unwrap(),
    }
    sent.await.into_iter().flatten().collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the server's own program"]
async fn nothing_acknowledged_is_lost_and_nothing_is_done_twice() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let folder = tempfile::tempdir().unwrap();
    let mut create = portico(folder.path());
    create.args(["merchants", "create", "Acme", "--time-zone", "Europe/Berlin", "--currency", "EUR"]);
    said(create).await;
    let mut create = portico(folder.path());
    create.args(["keys", "create", "--role", "admin"]);
    let key = said(create).await;
    let connect = |address: &str| Client::new(address.parse().unwrap(), Secret::new(&key)).unwrap();

    let (mut server, mut address) = serve(portico(folder.path())).await;
    let globex = serde_json::json!({ "name": "Globex", "email": "billing@globex.example" });
    let globex = serde_json::from_value(globex).unwrap();
    let globex = connect(&address).create_customer(&IdempotencyKey::from_entropy([7; 16]), &globex).await;
    let globex = globex.unwrap().id;
    let mut links = BTreeMap::new();
    for most in KILLS.into_iter().chain([usize::MAX]) {
        let missing: Vec<usize> = (0..LINKS).filter(|key| !links.contains_key(key)).collect();
        links.extend(send(&connect(&address), &globex, &missing, most, &mut server).await);
        if most != usize::MAX {
            (server, address) = serve(portico(folder.path())).await;
        }
    }
    server.kill().await.unwrap();
    assert_eq!(links.len(), LINKS, "all were answered in the end");

    // What a server that died was about to send is another's once its lease is over.
    let mut config = Config::load(None).unwrap();
    config.data_dir = folder.path().to_owned();
    let now = Clock::fixed(Clock::System.now() + SignedDuration::from_mins(10));
    let app = portico::serve::open(config, address.parse().unwrap(), now, Rng::System).await.unwrap();
    worker::run_dry(&app).await.unwrap();
    let mut conn = app.db.read().await.unwrap();
    let merchant = store::merchants::list(&mut conn).await.unwrap().remove(0).id;
    let events = store::events::list_after(&mut conn, &merchant, 0, 10_000).await.unwrap();
    assert!(events.iter().map(|event| event.sequence).eq(1..=events.len() as i64), "no gap in the log");
    let (mut made, mut mails) = (Vec::new(), BTreeMap::<MailId, (Option<LinkId>, bool)>::new());
    for event in events {
        match event.body {
            EventBody::PortalLinkCreated { link } => made.push(link.id),
            EventBody::MailUpdated { mail } => {
                mails.insert(mail.id, (mail.link_id, matches!(mail.state, MailState::Sent { .. })));
            }
            _ => {}
        }
    }
    let told: BTreeSet<LinkId> = links.into_values().collect();
    assert!(made.len() == LINKS && BTreeSet::from_iter(made) == told, "each link was made once");
    let mailed: Vec<LinkId> =
        mails.values().filter(|(_, sent)| *sent).filter_map(|(link, _)| link.clone()).collect();
    assert!(mailed.len() == LINKS && BTreeSet::from_iter(mailed) == told, "each was mailed by one mail");
}
