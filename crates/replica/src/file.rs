//! The file: opened, checked, and set aside where it is damaged.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{SqlSafeStr as _, Sqlite, SqlitePool, Transaction};
use tokio::sync::watch;

use crate::directory::{self, Directory, Entry};
use crate::{Progress, ReplicaError};

/// Readers beside the one writer: a keystroke never waits for a snapshot.
const READERS: u32 = 3;

/// The open copy. Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Replica {
    writer: SqlitePool,
    readers: SqlitePool,
    directory: Arc<RwLock<Arc<Directory>>>,
    progress: Arc<watch::Sender<Option<Progress>>>,
}

/// What opening came to.
#[derive(Debug)]
pub struct Opened {
    /// The copy, ready to be asked.
    pub replica: Replica,
    /// Where the unreadable file went that was found in its place; the copy is then empty.
    pub set_aside: Option<PathBuf>,
}

impl Replica {
    /// Opens the file, or begins a new one.
    ///
    /// A file that is damaged, of another program, or of a newer console is moved aside under a name
    /// with `now` in it: it is only a copy, and a new one comes from the server.
    pub async fn open(path: &Path, now: Timestamp) -> Result<Opened, ReplicaError> {
        match Self::open_checked(path).await {
            Ok(replica) => Ok(Opened { replica, set_aside: None }),
            Err(ReplicaError::Damaged(cause)) => {
                let aside = set_aside(path, now).map_err(|e| ReplicaError::Storage(sqlx::Error::Io(e)))?;
                tracing::warn!(%cause, aside = %aside.display(), "the replica is damaged; starting a new one");
                Ok(Opened { replica: Self::open_checked(path).await?, set_aside: Some(aside) })
            }
            Err(error) => Err(error),
        }
    }

    async fn open_checked(path: &Path) -> Result<Self, ReplicaError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // After a power cut the last pulls may be missing; the feed brings them again.
            .synchronous(SqliteSynchronous::Normal)
            .pragma("cache_size", "-16000")
            .pragma("temp_store", "memory");
        let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
        let opened = async {
            let verdict: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&writer).await?;
            if verdict != "ok" {
                return Err(ReplicaError::Damaged(verdict.into()));
            }
            // Only a file of another program or of a newer console does not take the migrations.
            migrations().run(&writer).await.map_err(|e| ReplicaError::Damaged(e.into()))?;
            let readers = SqlitePoolOptions::new().max_connections(READERS);
            let readers = readers.connect_with(options.read_only(true).pragma("query_only", "1")).await?;
            let directory = directory::load(&mut *readers.acquire().await?).await?;
            Ok((readers, directory))
        };
        match opened.await {
            Ok((readers, directory)) => Ok(Self {
                writer,
                readers,
                directory: Arc::new(RwLock::new(Arc::new(directory))),
                progress: Arc::new(watch::Sender::new(None)),
            }),
            Err(error) => {
                writer.close().await;
                Err(error)
            }
        }
    }

    /// Tells how a snapshot gets on; `None` while none comes in.
    pub fn progress(&self) -> watch::Receiver<Option<Progress>> {
        self.progress.subscribe()
    }

    pub(crate) fn report(&self, progress: Option<Progress>) {
        self.progress.send_replace(progress);
    }

    /// The directory as it is now; it does not change while somebody holds it.
    pub(crate) fn directory(&self) -> Arc<Directory> {
        self.directory.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn replace_directory(&self, directory: Directory) {
        *self.directory.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(directory);
    }

    /// Enters new and changed customers that were written.
    pub(crate) fn enter(&self, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.replace_directory(self.directory().with(entries));
        }
    }

    /// A view of one moment, however many queries it takes.
    pub(crate) async fn read(&self) -> Result<Transaction<'static, Sqlite>, ReplicaError> {
        Ok(self.readers.begin().await?)
    }

    /// A transaction that writes; dropped without commit it leaves no trace.
    pub(crate) async fn write(&self) -> Result<Transaction<'static, Sqlite>, ReplicaError> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Waits for running queries and closes the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

fn migrations() -> Migrator {
    let migration = |version, name: &'static str, sql: &'static str| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(vec![
        migration(1, "initial", include_str!("../../../migrations/replica/0001_initial.sql")),
        migration(2, "payment methods", include_str!("../../../migrations/replica/0002_payment_methods.sql")),
        migration(4, "configurations", include_str!("../../../migrations/replica/0004_configurations.sql")),
    ])
}

/// The file, its log and the log's index.
fn with_companions(path: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-shm"].map(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        name.into()
    })
}

fn set_aside(path: &Path, now: Timestamp) -> std::io::Result<PathBuf> {
    let aside = path.with_extension(format!("damaged-{}.sqlite3", now.as_second()));
    for (from, to) in with_companions(path).into_iter().zip(with_companions(&aside)) {
        match fs::rename(from, to) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    Ok(aside)
}
