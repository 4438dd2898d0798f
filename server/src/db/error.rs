//! What a store function can fail with.

use domain::InvoiceError;

/// Why the database did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody wrote the row since it was read.
    #[error("the row changed since it was read")]
    Stale,
    /// A row with this key exists. The text is the constraint's name (Postgres) or its columns (SQLite).
    #[error("a row with this key exists: {0}")]
    Conflict(String),
    /// The database cannot be reached, is locked or is full; nothing was written.
    #[error("the database is not available")]
    Unavailable(#[source] sqlx::Error),
    /// A stored value is not what the code expects.
    #[error("the stored {column} cannot be read")]
    Unreadable {
        /// Which column.
        column: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// An invoice that would not add up; a fault of whoever computed its lines.
    #[error("an invoice that does not add up was kept out of the books")]
    Unsound(#[from] InvoiceError),
    /// All else, a fault of the statement.
    #[error("the database refused a statement")]
    Refused(#[source] sqlx::Error),
}

/// SQLite's primary codes for "not now": BUSY, LOCKED, IOERR, FULL, CANTOPEN, READONLY.
const SQLITE_NOT_NOW: [i32; 6] = [5, 6, 10, 13, 14, 8];

/// Postgres' classes for "not now": connection, serialization, no such database, resources, not in the
/// right state, operator intervention, the system's own errors; and a standby, which only reads.
const POSTGRES_NOT_NOW: [&str; 8] = ["08", "40", "3D", "53", "55", "57", "58", "25006"];

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(refused) if refused.is_unique_violation() => {
                let named = refused.constraint().unwrap_or_else(|| refused.message());
                Self::Conflict(named.to_owned())
            }
            sqlx::Error::Database(refused) => {
                let code = refused.code().unwrap_or_default();
                let sqlite = code.parse::<i32>().is_ok_and(|code| SQLITE_NOT_NOW.contains(&(code & 0xff)));
                let postgres = code.len() == 5 && POSTGRES_NOT_NOW.iter().any(|now| code.starts_with(now));
                if (code.len() != 5 && sqlite) || postgres {
                    Self::Unavailable(error)
                } else {
                    Self::Refused(error)
                }
            }
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Self::Unavailable(error),
            _ => Self::Refused(error),
        }
    }
}
