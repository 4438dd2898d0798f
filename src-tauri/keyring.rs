//! The API key in the system's keyring, and never anywhere else on disk.

use std::time::Duration;

use ::keyring::{Entry, Error};
use client::Secret;
use contract::ipc::Connection;
use tokio::task::spawn_blocking;

const SERVICE: &str = "portico";
/// A keyring may ask its user for a password; one that hangs is as good as none.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why the key is not to be had, as a sentence.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeyringError {
    /// The system has none, it is locked, or it does not answer.
    #[error(
        "The system's keyring cannot be used ({0}), so the key has no safe place. Start or unlock the \
         keyring, or choose to keep the key until the console is closed."
    )]
    Unavailable(String),
    /// It works, and has no key for this connection.
    #[error("The system's keyring has no key for this server any more. Connect again with a key.")]
    NoKey,
}

/// Why no key can be stored on this machine, if so.
pub(crate) async fn problem() -> Option<String> {
    let status = blocking(|| match Entry::store_status() {
        Ok(()) => Ok(()),
        Err(error) => Err(KeyringError::Unavailable(plainly(error))),
    });
    status.await.err().map(|error| error.to_string())
}

/// Stores the key of a connection.
pub(crate) async fn save(connection: &Connection, key: Secret) -> Result<(), KeyringError> {
    let account = account(connection);
    blocking(move || Ok(Entry::new(SERVICE, &account)?.set_password(key.reveal())?)).await
}

/// The key of a connection.
pub(crate) async fn find(connection: &Connection) -> Result<Secret, KeyringError> {
    let account = account(connection);
    blocking(move || Ok(Secret::new(&Entry::new(SERVICE, &account)?.get_password()?))).await
}

/// Forgets the key of a connection; none being there is fine.
pub(crate) async fn delete(connection: &Connection) -> Result<(), KeyringError> {
    let account = account(connection);
    match blocking(move || Ok(Entry::new(SERVICE, &account)?.delete_credential()?)).await {
        Err(KeyringError::NoKey) => Ok(()),
        outcome => outcome,
    }
}

fn account(connection: &Connection) -> String {
    format!("{} {}", connection.server_url, connection.merchant.id)
}

/// Keyrings are asked over blocking calls, away from everything else.
async fn blocking<T: Send + 'static>(
    ask: impl FnOnce() -> Result<T, KeyringError> + Send + 'static,
) -> Result<T, KeyringError> {
    match tokio::time::timeout(PATIENCE, spawn_blocking(ask)).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => Err(KeyringError::Unavailable("it broke off".into())),
        Err(_) => Err(KeyringError::Unavailable("it does not answer".into())),
    }
}

impl From<Error> for KeyringError {
    fn from(error: Error) -> Self {
        match error {
            Error::NoEntry => Self::NoKey,
            Error::NoDefaultStore => match Entry::store_status() {
                Err(cause) => Self::Unavailable(plainly(cause)),
                Ok(()) => Self::Unavailable("this system has none".into()),
            },
            other => Self::Unavailable(plainly(&other)),
        }
    }
}

/// The innermost cause: the outer ones only say that something failed.
fn plainly(error: &Error) -> String {
    let chain = std::iter::successors(Some(error as &dyn std::error::Error), |e| e.source());
    chain.last().map(ToString::to_string).unwrap_or_default().trim_end_matches('.').to_owned()
}
