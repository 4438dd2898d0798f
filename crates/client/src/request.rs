//! How every request is made: the key goes along, and an answer is a value or a [`ClientError`].

use std::fmt::{self, Write as _};
use std::time::Duration;

use contract::Problem;
use reqwest::header::{HeaderName, HeaderValue, IF_MATCH};
use reqwest::redirect::Policy;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{ClientError, ServerAddress};

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(5);
/// How long an ordinary answer may take, body included.
const ANSWER: Duration = Duration::from_secs(20);
/// How long a stream may stay silent.
const SILENCE: Duration = Duration::from_secs(60);

/// An API key in memory; prints as nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes the key as pasted; surrounding space is dropped.
    pub fn new(key: &str) -> Self {
        Self(key.trim().to_owned())
    }

    /// The key itself, to be stored in a keyring.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Makes a repeated request one and the same to the server.
#[derive(Debug, Clone)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    const HEADER: HeaderName = HeaderName::from_static("idempotency-key");

    /// A key from random bytes.
    pub fn from_entropy(bytes: [u8; 16]) -> Self {
        Self(bytes.iter().fold(String::new(), |mut text, byte| {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        }))
    }
}

/// One merchant's API on one server. Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    address: ServerAddress,
    key: Secret,
}

impl Client {
    /// A client for this server and key. Nothing is sent yet.
    ///
    /// The process must have installed a rustls crypto provider
    /// (`rustls::crypto::ring::default_provider().install_default()`), else this panics.
    pub fn new(address: ServerAddress, key: Secret) -> Result<Self, ClientError> {
        let builder = reqwest::Client::builder()
            .user_agent(concat!("Portico-Console/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(CONNECT)
            .read_timeout(SILENCE)
            .redirect(Policy::none());
        // A proxy of the company cannot know what runs on this machine.
        let builder = if address.is_local() { builder.no_proxy() } else { builder };
        let http =
            builder.build().map_err(|e| ClientError::Offline(format!("No connection can be made: {e}.")))?;
        Ok(Self { http, address, key })
    }

    /// The server.
    pub fn address(&self) -> &ServerAddress {
        &self.address
    }

    /// A request to `/v1/…`, to be refined and then handed to [`Client::send`].
    pub(crate) fn request(&self, method: Method, path: &[&str]) -> RequestBuilder {
        self.http.request(method, self.address.route(path)).bearer_auth(self.key.reveal()).timeout(ANSWER)
    }

    /// Sends it; anything but a success becomes an error.
    pub(crate) async fn send(&self, request: RequestBuilder) -> Result<Response, ClientError> {
        let response = request.send().await.map_err(|e| self.broken(&e))?;
        match response.status() {
            status if status.is_success() => Ok(response),
            status => Err(self.refusal(status, response).await),
        }
    }

    /// Sends it and reads the answer's JSON.
    pub(crate) async fn json<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<T, ClientError> {
        let body = self.bytes(request).await?;
        serde_json::from_slice(&body).map_err(|e| self.malformed(e))
    }

    /// Sends it and reads the answer whole.
    pub(crate) async fn bytes(&self, request: RequestBuilder) -> Result<Vec<u8>, ClientError> {
        let response = self.send(request).await?;
        Ok(response.bytes().await.map_err(|e| self.broken(&e))?.into())
    }

    /// `GET` of JSON.
    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &[&str]) -> Result<T, ClientError> {
        self.json(self.request(Method::GET, path)).await
    }

    /// `PUT` of what was edited at `version`, which the server refuses if somebody was quicker.
    pub(crate) async fn put<T: Serialize + DeserializeOwned, B: Serialize>(
        &self,
        path: &[&str],
        version: i64,
        body: &B,
    ) -> Result<T, ClientError> {
        let request = self.request(Method::PUT, path).header(IF_MATCH, etag(version)).json(body);
        self.json(request).await
    }

    /// `POST` that has its effect once: where the connection broke, the same key is tried once more,
    /// so a lost answer is not a second mail.
    pub(crate) async fn post_once<T: DeserializeOwned, B: Serialize>(
        &self,
        path: &[&str],
        key: &IdempotencyKey,
        body: &B,
    ) -> Result<T, ClientError> {
        let request = || self.request(Method::POST, path).header(IdempotencyKey::HEADER, &key.0).json(body);
        match self.json(request()).await {
            Err(ClientError::Offline(_)) => self.json(request()).await,
            answer => answer,
        }
    }

    /// The connection failed or broke off.
    pub(crate) fn broken(&self, error: &reqwest::Error) -> ClientError {
        ClientError::unreachable(&self.address.host(), error)
    }

    /// The answer cannot be read.
    pub(crate) fn malformed(&self, what: impl ToString) -> ClientError {
        ClientError::Malformed { host: self.address.host(), what: what.to_string() }
    }

    async fn refusal(&self, status: StatusCode, response: Response) -> ClientError {
        let body = response.bytes().await.unwrap_or_default();
        match serde_json::from_slice::<Problem>(&body) {
            Ok(problem) => ClientError::Problem(Box::new(problem)),
            // A proxy in front of a server that is being started says so in its own words.
            Err(_) if matches!(status.as_u16(), 502..=504) => {
                ClientError::Offline(format!("{} is not ready (HTTP {status}).", self.address.host()))
            }
            Err(_) => self.malformed(format_args!("HTTP {status}")),
        }
    }
}

/// A version as `If-Match` wants it.
pub(crate) fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).expect("digits in quotes are a header value")
}
