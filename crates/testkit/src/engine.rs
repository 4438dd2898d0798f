//! The two engines, each with an empty database of the story's own.

use portico::db::Db;
use tempfile::TempDir;

use crate::postgres;

/// Which database a story runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in a temporary folder.
    Sqlite,
    /// A database in a throw-away cluster.
    Postgres,
}

impl Engine {
    /// The address of a new, empty database.
    pub(crate) async fn new_database(self, folder: &TempDir) -> String {
        match self {
            Self::Sqlite => format!("sqlite:{}", folder.path().join("portico.sqlite3").display()),
            Self::Postgres => postgres::new_database().await,
        }
    }

    /// Opens the database and brings its schema up to date.
    pub(crate) async fn open(self, address: &str) -> Db {
        Db::connect(address, 8).await.unwrap_or_else(|e| panic!("the {self:?} database opens: {e:?}"))
    }
}
