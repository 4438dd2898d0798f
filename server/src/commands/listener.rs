//! A merchant's endpoint for trying things out: it verifies what arrives and prints it.

use std::sync::{Arc, OnceLock};

use anyhow::Context as _;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::webhook::{ID_HEADER, SIGNATURE_HEADER, Secret, TIMESTAMP_HEADER, verify};
use domain::Event;
use portico::app::Clock;
use tokio::net::TcpListener;

/// A running endpoint on this machine; it ends with the process.
pub(crate) struct Listener {
    /// Where it listens.
    pub(crate) url: url::Url,
    secret: Arc<OnceLock<Secret>>,
}

impl Listener {
    /// Listens on any free port.
    pub(crate) async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no port is free for the endpoint")?;
        let url = format!("http://{}/webhooks", listener.local_addr()?).parse()?;
        let secret = Arc::new(OnceLock::new());
        let service = Router::new().fallback(receive).with_state(secret.clone());
        tokio::spawn(async move { axum::serve(listener, service).await });
        Ok(Self { url, secret })
    }

    /// What to verify signatures with; until it is told, everything is refused.
    pub(crate) fn trust(&self, secret: Secret) {
        // A listener is told once, before its address is known to anyone.
        let _ = self.secret.set(secret);
    }
}

async fn receive(State(secret): State<Arc<OnceLock<Secret>>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(secret) = secret.get() else { return StatusCode::SERVICE_UNAVAILABLE };
    let now = Clock::System.now();
    match verify(secret, header(ID_HEADER), header(TIMESTAMP_HEADER), header(SIGNATURE_HEADER), &body, now) {
        Ok(()) => {
            let event = serde_json::from_slice::<Event>(&body);
            let kind = event.map_or("an event of a newer Portico", |event| event.body.event_type().as_str());
            println!("Webhook      {kind}, signature verified");
            StatusCode::NO_CONTENT
        }
        Err(error) => {
            println!("Webhook      refused: {error}");
            StatusCode::UNAUTHORIZED
        }
    }
}
