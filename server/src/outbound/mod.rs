//! Requests to addresses that merchants name.
//!
//! In: an address, headers, a body. Out: the answer's status and the start of its body, or a sentence
//! about why there is none. Not here: signatures, schedules, the database.

mod address;
mod dns;
mod guard;

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Client, redirect};
use url::Url;

pub use dns::Dns;
pub use guard::Refused;
use guard::{CheckedNames, Guard, Scheme};

use crate::config::Webhooks;

/// How much of an answer is read at most, in bytes.
const MOST_READ: usize = 64 * 1024;
/// How much of it is kept, in characters.
const EXCERPT: usize = 1024;

/// The way out to merchants' servers.
#[derive(Debug)]
pub struct Outbound {
    guard: Guard,
    patience: Duration,
    https: Client,
    /// For networks the operator allows; reaches nothing else.
    http: Client,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The `Retry-After` header, as it came.
    pub retry_after: Option<String>,
    /// The start of the body, fit to store and to show.
    pub body: String,
}

impl Outbound {
    /// A way out with these settings.
    pub fn new(settings: &Webhooks, dns: Dns) -> Result<Self, reqwest::Error> {
        // Fails only if one is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let guard = Guard { dns, allowed: Arc::from(settings.allow_networks.as_slice()) };
        let patience = Duration::from_secs(settings.timeout_seconds.into());
        let client = |scheme| {
            Client::builder()
                .user_agent(concat!("Portico/", env!("CARGO_PKG_VERSION")))
                .timeout(patience)
                .redirect(redirect::Policy::none())
                // A proxy would do the resolving, and nobody the checking.
                .no_proxy()
                .https_only(scheme == Scheme::Https)
                .dns_resolver(Arc::new(CheckedNames { guard: guard.clone(), scheme }))
                .pool_max_idle_per_host(4)
                .build()
        };
        let (https, http) = (client(Scheme::Https)?, client(Scheme::Http)?);
        Ok(Self { guard, patience, https, http })
    }

    /// Who answers for names.
    pub fn dns(&self) -> &Dns {
        &self.guard.dns
    }

    /// Whether an address can be sent to, as far as one can tell now.
    pub async fn check(&self, url: &Url) -> Result<(), Refused> {
        self.guard.check_url(url).await
    }

    /// The longest a request takes.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Sends `body` and reads the answer, all within [`Outbound::patience`].
    pub async fn post(&self, url: &Url, headers: HeaderMap, body: Vec<u8>) -> Result<Answer, String> {
        self.guard.check_literal(url).map_err(|refused| refused.to_string())?;
        let client = match Scheme::of(url) {
            Ok(Scheme::Https) => &self.https,
            Ok(Scheme::Http) => &self.http,
            Err(refused) => return Err(refused.to_string()),
        };
        let sent = client.post(url.clone()).headers(headers).body(body).send().await;
        let mut response = sent.map_err(|error| self.sentence(&error))?;
        let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        let (status, retry_after) = (response.status().as_u16(), retry_after.map(str::to_owned));
        let mut read = Vec::new();
        while read.len() < MOST_READ {
            match response.chunk().await.map_err(|error| self.sentence(&error))? {
                Some(chunk) => read.extend_from_slice(&chunk),
                None => break,
            }
        }
        Ok(Answer { status, retry_after, body: excerpt(&read) })
    }

    /// Why there was no answer, for whoever runs the receiver.
    fn sentence(&self, error: &reqwest::Error) -> String {
        let mut cause: &(dyn Error + 'static) = error;
        while let Some(source) = cause.source() {
            cause = source;
            if let Some(refused) = cause.downcast_ref::<Refused>() {
                return refused.to_string();
            }
        }
        if error.is_timeout() {
            return format!("It did not answer in full within {} seconds.", self.patience.as_secs());
        }
        if error.is_connect() {
            return format!("The connection could not be made: {cause}.");
        }
        format!("The connection broke before the answer was complete: {cause}.")
    }
}

/// The start of somebody's answer as text. Postgres stores no NUL, and consoles should not obey escapes.
fn excerpt(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(EXCERPT * 4)]);
    let shown = |c: char| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c };
    text.replace("\r\n", "\n").chars().map(shown).take(EXCERPT).collect()
}

#[cfg(test)]
mod tests;
