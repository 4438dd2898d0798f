//! Every way a command can fail, as the [`Failure`] its page shows.

use client::{AddressError, ClientError};
use contract::ErrorCode;
use contract::ipc::Failure;
use replica::{ReplicaError, SyncError};

use crate::keyring::KeyringError;

/// A failure on its way to a page; `?` makes one of any error below.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) Failure);

impl Trouble {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self(Failure::new(code, message))
    }

    /// A file could not be written.
    pub(crate) fn file(what: &str, error: &std::io::Error) -> Self {
        let message = format!(
            "{what} could not be written: {error}. Nothing else was changed. \
             Check the disk's free space and the folder's permissions, then try again."
        );
        Self::new(ErrorCode::Internal, message)
    }
}

impl From<ClientError> for Trouble {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::Offline(reason) => Self::new(
                ErrorCode::Offline,
                format!(
                    "{reason} The data on this computer is unchanged. Try again when the connection is back."
                ),
            ),
            ClientError::Problem(problem) => Self((*problem).into()),
            malformed @ ClientError::Malformed { .. } => {
                tracing::warn!(error = %malformed, "the server was not understood");
                Self::new(ErrorCode::Internal, malformed.to_string())
            }
        }
    }
}

impl From<ReplicaError> for Trouble {
    fn from(error: ReplicaError) -> Self {
        let code = match &error {
            ReplicaError::NotFound(_) => ErrorCode::NotFound,
            ReplicaError::NotSynced => ErrorCode::Unavailable,
            ReplicaError::Damaged(cause) => {
                tracing::error!(%cause, "the replica is damaged");
                ErrorCode::Internal
            }
            ReplicaError::Storage(cause) => {
                tracing::error!(%cause, "the replica cannot be used");
                ErrorCode::Internal
            }
        };
        Self::new(code, error.to_string())
    }
}

impl From<SyncError> for Trouble {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Server(error) => error.into(),
            SyncError::Replica(error) => error.into(),
            SyncError::Cut => Self::new(ErrorCode::Offline, error.to_string()),
        }
    }
}

impl From<KeyringError> for Trouble {
    fn from(error: KeyringError) -> Self {
        Self::new(ErrorCode::Unavailable, error.to_string())
    }
}

impl From<AddressError> for Trouble {
    fn from(error: AddressError) -> Self {
        let mut failure = Failure::new(ErrorCode::Invalid, format!("{error}. Nothing was sent."));
        failure.errors.push(contract::FieldError { field: "server_url".into(), message: error.to_string() });
        Self(failure)
    }
}
