//! A server that says what the story tells it to, and a console's copy beside it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Query, State};
use axum::routing::get;
use axum::{Json, Router};
use client::{Client, Secret};
use contract::feed::{FeedPage, SnapshotRecord};
use domain::{Actor, Event, EventBody, EventId, NewId as _};
use replica::{Applied, Opened, Replica, SyncError};
use serde::Deserialize;
use tempfile::TempDir;

use crate::{nouns, now};

/// What the server says.
#[derive(Clone)]
pub(crate) struct Says {
    pub(crate) epoch: String,
    /// What a snapshot holds between its first and last record.
    pub(crate) records: Vec<SnapshotRecord>,
    /// The sequence the snapshot states.
    pub(crate) sequence: i64,
    pub(crate) events: Vec<Event>,
    /// Whether the snapshot breaks off before its last record.
    pub(crate) cut: bool,
    pub(crate) logo: Vec<u8>,
}

/// A server and a copy.
pub(crate) struct Scene {
    says: Arc<Mutex<Says>>,
    pub(crate) api: Client,
    pub(crate) db: Replica,
    pub(crate) folder: TempDir,
}

impl Scene {
    /// A server with a merchant and no customers; the copy is empty.
    pub(crate) async fn start() -> Self {
        // A second test of this process finds it installed.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let says = Says {
            epoch: "first".into(),
            records: nouns::merchant_records(),
            sequence: 0,
            events: Vec::new(),
            cut: false,
            logo: b"picture".to_vec(),
        };
        let says = Arc::new(Mutex::new(says));
        let router = Router::new()
            .route("/v1/feed", get(feed))
            .route("/v1/feed/snapshot", get(snapshot))
            .route("/v1/branding/logo", get(logo))
            .with_state(says.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let api = Client::new(address.parse().expect("an address"), Secret::new("key")).expect("a client");
        let folder = TempDir::new().expect("a folder");
        let Opened { replica: db, set_aside } =
            Replica::open(&folder.path().join("copy.sqlite3"), now()).await.expect("a copy");
        assert_eq!(set_aside, None);
        Self { says, api, db, folder }
    }

    /// Changes what the server says.
    pub(crate) fn server(&self, change: impl FnOnce(&mut Says)) {
        change(&mut self.says.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Something happens on the server.
    pub(crate) fn happens(&self, actor: Actor, body: EventBody) {
        self.server(|says| {
            let sequence = says.events.last().map_or(says.sequence, |event| event.sequence) + 1;
            let id = EventId::new(now(), [u8::try_from(sequence % 251).expect("small"); 10]);
            says.events.push(Event { id, sequence, timestamp: now(), actor, body });
        });
    }

    pub(crate) async fn pull(&self) -> Result<Applied, SyncError> {
        replica::pull_once(&self.db, &self.api, Duration::ZERO).await
    }
}

#[derive(Deserialize)]
struct Ask {
    after: i64,
    limit: usize,
}

type Shared = State<Arc<Mutex<Says>>>;

async fn feed(State(says): Shared, Query(ask): Query<Ask>) -> Json<FeedPage> {
    let says = says.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let head = says.events.last().map_or(says.sequence, |event| event.sequence);
    let events = says.events.into_iter().filter(|event| event.sequence > ask.after).take(ask.limit).collect();
    Json(FeedPage { epoch: says.epoch, head, events })
}

async fn snapshot(State(says): Shared) -> String {
    let Says { epoch, records, sequence, cut, .. } =
        says.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let start = SnapshotRecord::Start { epoch, sequence, records: records.len() as u64 };
    let end = (!cut).then_some(SnapshotRecord::End);
    let lines = [start].into_iter().chain(records).chain(end);
    lines.map(|record| serde_json::to_string(&record).expect("JSON") + "\n").collect()
}

async fn logo(State(says): Shared) -> Vec<u8> {
    says.lock().unwrap_or_else(PoisonError::into_inner).logo.clone()
}
