//! A merchant's webhook endpoint on this machine, scripted by the story.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use tokio::net::TcpListener;
use url::Url;

/// One request as it arrived.
#[derive(Debug, Clone)]
pub struct Received {
    /// All headers.
    pub headers: HeaderMap,
    /// The exact bytes, for signatures.
    pub body: Vec<u8>,
}

impl Received {
    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("a JSON body")
    }

    /// A header as text; empty if it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// How the endpoint answers one request.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    /// HTTP status; 0 means 204.
    pub status: u16,
    /// Headers to add.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Reply {
    /// An answer with this status and nothing else.
    pub fn status(status: u16) -> Self {
        Self { status, ..Self::default() }
    }
}

#[derive(Debug, Default)]
struct Script {
    received: Vec<Received>,
    replies: VecDeque<Reply>,
}

/// A running endpoint.
#[derive(Debug)]
pub struct Receiver {
    /// Where it listens.
    pub url: Url,
    script: Arc<Mutex<Script>>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let script = Arc::new(Mutex::new(Script::default()));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let service = Router::new().fallback(receive).with_state(script.clone());
        tokio::spawn(async move { axum::serve(listener, service).await });
        let url = format!("http://{address}/hook").parse().expect("an address");
        Self { url, script }
    }

    /// Answers the next requests like this, then 204 again.
    pub fn script(&self, replies: impl IntoIterator<Item = Reply>) {
        self.script.lock().expect("not poisoned").replies.extend(replies);
    }

    /// Forgets what it was told to answer: 204 from now on.
    pub fn recover(&self) {
        self.script.lock().expect("not poisoned").replies.clear();
    }

    /// What arrived so far.
    pub fn received(&self) -> Vec<Received> {
        self.script.lock().expect("not poisoned").received.clone()
    }

    /// The types of the events that arrived so far.
    pub fn types(&self) -> Vec<String> {
        self.received().iter().map(|r| r.json()["type"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

async fn receive(State(script): State<Arc<Mutex<Script>>>, headers: HeaderMap, body: Bytes) -> Response {
    let mut script = script.lock().expect("not poisoned");
    script.received.push(Received { headers, body: body.to_vec() });
    let reply = script.replies.pop_front().unwrap_or(Reply::status(204));
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::NO_CONTENT);
    let mut response = (status, reply.body).into_response();
    for (name, value) in reply.headers {
        let name = HeaderName::try_from(name).expect("a header name");
        response.headers_mut().insert(name, HeaderValue::try_from(value).expect("a header value"));
    }
    response
}
