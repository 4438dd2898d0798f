//! Opening the database and bringing its schema up to date.

use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqlStr, SqliteConnection};

use super::{Db, WalIndex};

/// The migrations, oldest first. Append only: a released one never changes.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "initial", include_str!("../../../migrations/server/0001_initial.sql")),
    (4, "changes", include_str!("../../../migrations/server/0004_changes.sql")),
    (5, "payments", include_str!("../../../migrations/server/0005_payments.sql")),
    (6, "clock", include_str!("../../../migrations/server/0006_clock.sql")),
    (7, "refunds", include_str!("../../../migrations/server/0007_refunds.sql")),
    (8, "usage", include_str!("../../../migrations/server/0008_usage.sql")),
    (9, "configurations", include_str!("../../../migrations/server/0009_configurations.sql")),
    (10, "flows", include_str!("../../../migrations/server/0010_flows.sql")),
    (12, "earlier_terms", include_str!("../../../migrations/server/0012_earlier_terms.sql")),
    (13, "old_deliveries", include_str!("../../../migrations/server/0013_old_deliveries.sql")),
    (14, "email_changes", include_str!("../../../migrations/server/0014_email_changes.sql")),
    (15, "cancel_requests", include_str!("../../../migrations/server/0015_cancel_requests.sql")),
    (16, "customer_time_zone", include_str!("../../../migrations/server/0016_customer_time_zone.sql")),
    (17, "billed_by", include_str!("../../../migrations/server/0017_billed_by.sql")),
    (18, "mails_to_staff", include_str!("../../../migrations/server/0018_mails_to_staff.sql")),
    (19, "assigned_seats", include_str!("../../../migrations/server/0019_assigned_seats.sql")),
    (
        20,
        "email_change_configuration",
        include_str!("../../../migrations/server/0020_email_change_configuration.sql"),
    ),
];

/// How long a request waits for a connection before it is told that the database is away.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The address is of no engine Portico knows.
    #[error("`{0}` is not a database address; use sqlite:path/to/file or postgres://user@host/name")]
    UnknownEngine(String),
    /// It did not open.
    #[error("the database at {shown} cannot be opened; nothing was changed")]
    Open {
        /// The address without its password.
        shown: String,
        /// Why.
        #[source]
        source: sqlx::Error,
    },
    /// A newer Portico brought it to a schema that this one does not know.
    #[error(
        "the database at {shown} was last used by a newer Portico; nothing was changed: \
         start that version, or a later one (schema {version} is unknown to this one)"
    )]
    Newer {
        /// The address without its password.
        shown: String,
        /// The number of the migration that is unknown here.
        version: i64,
    },
    /// Its schema could not be brought up to date.
    #[error("the database at {shown} could not be brought up to date")]
    Migrate {
        /// The address without its password.
        shown: String,
        /// Why.
        #[source]
        source: MigrateError,
    },
}

fn migrator() -> Migrator {
    let migrations = MIGRATIONS
        .iter()
        .map(|(version, name, text)| {
            let (name, text) = (Cow::Borrowed(*name), SqlStr::from_static(text));
            Migration::new(*version, name, MigrationType::Simple, text, false)
        })
        .collect();
    Migrator::with_migrations(migrations)
}

/// The address as it may be logged: without password and parameters.
fn without_password(address: &str) -> String {
    match url::Url::parse(address) {
        Ok(mut url) => {
            // Fails only for addresses that cannot carry a password in the first place.
            let _ = url.set_password(None);
            url.set_query(None);
            url.to_string()
        }
        Err(_) => address.to_owned(),
    }
}

/// Whether the last transaction on this connection is over; one where it is not is replaced.
///
/// SQLite itself takes a transaction back when the disk is full. The rollback that follows then finds none
/// and fails, and the connection counts a transaction for ever after, in which nothing new can begin.
async fn is_at_rest(conn: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if conn.is_in_transaction() {
        // The rollback of a transaction that was dropped may still be on its way.
        conn.ping().await?;
    }
    Ok(!conn.is_in_transaction())
}

impl Db {
    /// Opens the database and runs the migrations that are missing, one server at a time.
    pub async fn connect(address: &str, postgres_connections: u32) -> Result<Self, ConnectError> {
        let shown = without_password(address);
        let open = |source| ConnectError::Open { shown: shown.clone(), source };
        let migrate = |source| match source {
            MigrateError::VersionMissing(version) => ConnectError::Newer { shown: shown.clone(), version },
            source => ConnectError::Migrate { shown: shown.clone(), source },
        };
        if address.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(address)
                .map_err(open)?
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(PATIENCE)
                .pragma("cache_size", "-65536")
                .pragma("temp_store", "memory")
                .disable_statement_logging();
            // Asking an open file whether it is still there costs as much as most queries.
            let pool = || SqlitePoolOptions::new().acquire_timeout(PATIENCE).test_before_acquire(false);
            let writer = pool().max_connections(1).before_acquire(|conn, _| Box::pin(is_at_rest(conn)));
            let writer = writer.connect_with(options.clone()).await.map_err(open)?;
            migrator().run(&writer).await.map_err(migrate)?;
            let index = Arc::new(WalIndex::of(options.get_filename()));
            let readers = pool().max_connections(8);
            let readers = readers.connect_with(options.pragma("query_only", "1")).await.map_err(open)?;
            Ok(Self::Sqlite { writer, readers, index })
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(address).map_err(open)?.disable_statement_logging();
            let pool = PgPoolOptions::new().max_connections(postgres_connections).acquire_timeout(PATIENCE);
            let pool = pool.connect_with(options).await.map_err(open)?;
            migrator().run(&pool).await.map_err(migrate)?;
            Ok(Self::Postgres(pool))
        } else {
            Err(ConnectError::UnknownEngine(shown))
        }
    }
}
