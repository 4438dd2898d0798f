//! What can go wrong with the copy, and with bringing it up to date.

use client::ClientError;

/// Why the copy could not answer.
#[derive(Debug, thiserror::Error)]
pub enum ReplicaError {
    /// It is not in the copy: it never was, or it was removed meanwhile.
    #[error("This {0} is not there any more. Nothing was changed; go back and choose another one.")]
    NotFound(&'static str),
    /// The first snapshot did not come in yet.
    #[error("The first copy of your data is still coming in. It appears here as soon as it is complete.")]
    NotSynced,
    /// The file is not what was written to it. The server has everything; the file can be fetched anew.
    #[error(
        "The local copy of your data is damaged. Nothing is lost: the server has it all. \
             Restart Portico to fetch a new copy."
    )]
    Damaged(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The disk is full, the folder is not writable, or the like.
    #[error(
        "The local copy of your data cannot be used: {0}. The server's data is not affected. \
             Check the disk's free space and the folder's permissions, then try again."
    )]
    Storage(#[source] sqlx::Error),
}

impl From<sqlx::Error> for ReplicaError {
    fn from(error: sqlx::Error) -> Self {
        // SQLITE_CORRUPT and SQLITE_NOTADB; the low byte is the primary code.
        let code = error.as_database_error().and_then(|e| e.code()).and_then(|c| c.parse::<i32>().ok());
        match code.map(|code| code & 0xff) {
            Some(11 | 26) => Self::Damaged(error.into()),
            _ => Self::Storage(error),
        }
    }
}

impl From<serde_json::Error> for ReplicaError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.into())
    }
}

/// Why the copy could not be brought up to date. It is left as it was.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The server is away, refuses, or is not understood.
    #[error(transparent)]
    Server(#[from] ClientError),
    /// The snapshot ended before its end, so none of it was used.
    #[error("The connection broke off while the data was coming in. It will be fetched again.")]
    Cut,
    /// The copy itself.
    #[error(transparent)]
    Replica(#[from] ReplicaError),
}

impl From<sqlx::Error> for SyncError {
    fn from(error: sqlx::Error) -> Self {
        Self::Replica(error.into())
    }
}
