//! One SQL text for two engines: typed pools behind a small enum.
//!
//! In: SQL in the portable subset (see `migrations/server/0001_initial.sql`) with `$1` placeholders.
//! Out: rows read by column name. Not here: any statement of its own.

mod connect;
mod error;
mod row;
mod sql;
mod value;
mod wal_index;

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

pub use connect::ConnectError;
pub use error::StoreError;
pub use row::{Column, Row};
pub use sql::{Sql, insert_many, sql, upsert_many};
pub use value::Value;
pub use wal_index::{Mark, WalIndex};

/// The database: an SQLite file, or anything that speaks Postgres' protocol.
#[derive(Debug, Clone)]
pub enum Db {
    /// One writer, so that no transaction ever finds the file busy, and readers beside it (WAL).
    Sqlite {
        /// The single writing connection.
        writer: SqlitePool,
        /// Connections that cannot write.
        readers: SqlitePool,
        /// Tells whether anybody committed.
        index: Arc<WalIndex>,
    },
    /// As many connections as configured.
    Postgres(PgPool),
}

/// A connection to query with; inside a [`Tx`] it is that transaction's.
#[derive(Debug)]
pub struct Conn(Inner);

#[derive(Debug)]
enum Inner {
    Sqlite(PoolConnection<Sqlite>),
    SqliteTx(Transaction<'static, Sqlite>),
    Postgres(PoolConnection<Postgres>),
    PostgresTx(Transaction<'static, Postgres>),
}

/// A writing transaction. Dropped without [`Tx::commit`] it leaves no trace.
#[derive(Debug)]
pub struct Tx(Conn);

impl Db {
    /// A connection that reads.
    pub async fn read(&self) -> Result<Conn, StoreError> {
        Ok(Conn(match self {
            Self::Sqlite { readers, .. } => Inner::Sqlite(readers.acquire().await?),
            Self::Postgres(pool) => Inner::Postgres(pool.acquire().await?),
        }))
    }

    /// A transaction that writes.
    ///
    /// On SQLite it takes the write lock at once: a deferred transaction that reads and then writes
    /// can fail busy half-way.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        Ok(Tx(Conn(match self {
            Self::Sqlite { writer, .. } => Inner::SqliteTx(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Inner::PostgresTx(pool.begin().await?),
        })))
    }

    /// A mark of the state the database is in: as long as it stays the same, nobody has committed anything.
    /// None where only a query can tell.
    pub fn mark(&self) -> Option<Mark> {
        match self {
            Self::Sqlite { index, .. } => index.mark(),
            Self::Postgres(_) => None,
        }
    }

    /// Waits for running queries and closes the connections.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything written in this transaction stay.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.0.0 {
            Inner::SqliteTx(tx) => tx.commit().await?,
            Inner::PostgresTx(tx) => tx.commit().await?,
            Inner::Sqlite(_) | Inner::Postgres(_) => unreachable!("a Tx is only made from a transaction"),
        }
        Ok(())
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}
impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}
