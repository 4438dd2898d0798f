//! A statement with its bound values, run on either engine.

use std::borrow::Cow;
use std::fmt::Write as _;

use futures::TryStreamExt as _;
use futures::stream::BoxStream;
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments as _, AssertSqlSafe, Postgres, Sqlite};

use super::{Conn, Inner, Row, StoreError, Value};

/// A statement. Its text never contains values: those are bound.
#[derive(Debug)]
#[must_use = "a statement does nothing until it is run"]
pub struct Sql {
    text: Cow<'static, str>,
    values: Vec<Value>,
}

/// Starts a statement.
pub fn sql(text: &'static str) -> Sql {
    Sql { text: Cow::Borrowed(text), values: Vec::new() }
}

/// `$3, $4`: `count` placeholders after the first `bound`.
fn placeholders(bound: usize, count: usize) -> String {
    (bound + 1..=bound + count).map(|at| format!("${at}")).collect::<Vec<_>>().join(", ")
}

type SqliteQuery = sqlx::query::Query<'static, Sqlite, SqliteArguments>;
type PostgresQuery = sqlx::query::Query<'static, Postgres, PgArguments>;

/// Runs `$body` with `$query` and `$conn` typed for the connection's engine.
macro_rules! on_engine {
    ($conn:expr, $statement:expr, |$query:ident, $raw:ident, $row:ident| $body:expr) => {
        match &mut $conn.0 {
            Inner::Sqlite(conn) => {
                let ($query, $raw, $row) = ($statement.sqlite(), &mut **conn, Row::Sqlite);
                $body
            }
            Inner::SqliteTx(tx) => {
                let ($query, $raw, $row) = ($statement.sqlite(), &mut **tx, Row::Sqlite);
                $body
            }
            Inner::Postgres(conn) => {
                let ($query, $raw, $row) = ($statement.postgres(), &mut **conn, Row::Postgres);
                $body
            }
            Inner::PostgresTx(tx) => {
                let ($query, $raw, $row) = ($statement.postgres(), &mut **tx, Row::Postgres);
                $body
            }
        }
    };
}

impl Sql {
    /// Binds the next placeholder.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Binds a list, which must not be empty, and writes its placeholders where the text says `$list`.
    ///
    /// The last value is repeated up to a power of two, so that lists of all lengths share few
    /// statement texts.
    pub fn bind_list<V: Into<Value>>(mut self, values: impl ExactSizeIterator<Item = V>) -> Self {
        let (start, count) = (self.values.len(), values.len().next_power_of_two());
        self.values.extend(values.map(Into::into));
        if let Some(last) = self.values.last().cloned() {
            self.values.resize(start + count, last);
        }
        let placeholders = placeholders(start, count);
        self.text = self.text.replacen("$list", &placeholders, 1).into();
        self
    }

    /// Binds the rows of `VALUES $rows`, at least one. The last may be bound more than once, for the same
    /// reason.
    pub fn bind_rows<const WIDTH: usize>(
        mut self,
        rows: impl ExactSizeIterator<Item = [Value; WIDTH]>,
    ) -> Self {
        let (start, count) = (self.values.len(), rows.len().next_power_of_two());
        let mut last = None;
        for row in rows {
            self.values.extend(row.iter().cloned());
            last = Some(row);
        }
        while let Some(row) = last.as_ref().filter(|_| self.values.len() < start + count * WIDTH) {
            self.values.extend(row.iter().cloned());
        }
        let rows = (0..count).map(|row| format!("({})", placeholders(start + row * WIDTH, WIDTH)));
        let rows = rows.collect::<Vec<_>>().join(", ");
        self.text = self.text.replacen("$rows", &rows, 1).into();
        self
    }

    fn sqlite(self) -> SqliteQuery {
        let mut arguments = SqliteArguments::default();
        for value in self.values {
            match value {
                Value::Text(text) => arguments.add(text),
                Value::Int(int) => arguments.add(int),
                Value::Bytes(bytes) => arguments.add(bytes),
            }
            .expect("text, integers and bytes always encode");
        }
        sqlx::query_with(AssertSqlSafe(self.text.into_owned()), arguments)
    }

    fn postgres(self) -> PostgresQuery {
        let mut arguments = PgArguments::default();
        for value in self.values {
            match value {
                Value::Text(text) => arguments.add(text),
                Value::Int(int) => arguments.add(int),
                Value::Bytes(bytes) => arguments.add(bytes),
            }
            .expect("text, integers and bytes always encode");
        }
        sqlx::query_with(AssertSqlSafe(self.text.into_owned()), arguments)
    }

    /// Runs it; returns how many rows it touched.
    pub async fn execute(self, conn: &mut Conn) -> Result<u64, StoreError> {
        on_engine!(conn, self, |query, raw, _row| Ok(query.execute(raw).await?.rows_affected()))
    }

    /// Runs it; returns the first row, if there is one.
    pub async fn fetch_optional(self, conn: &mut Conn) -> Result<Option<Row>, StoreError> {
        on_engine!(conn, self, |query, raw, row| Ok(query.fetch_optional(raw).await?.map(row)))
    }

    /// Runs it; returns the first row. For statements that cannot return none, such as counts.
    pub async fn fetch_one(self, conn: &mut Conn) -> Result<Row, StoreError> {
        on_engine!(conn, self, |query, raw, row| Ok(row(query.fetch_one(raw).await?)))
    }

    /// Runs it; returns all rows. The statement must bound them.
    pub async fn fetch_all(self, conn: &mut Conn) -> Result<Vec<Row>, StoreError> {
        on_engine!(conn, self, |query, raw, row| {
            Ok(query.fetch_all(raw).await?.into_iter().map(row).collect())
        })
    }

    /// Runs it; yields rows as they come, for results too large to hold.
    pub fn fetch(self, conn: &mut Conn) -> BoxStream<'_, Result<Row, StoreError>> {
        on_engine!(conn, self, |query, raw, row| {
            Box::pin(query.fetch(raw).map_ok(row).map_err(StoreError::from))
        })
    }
}

/// Inserts many rows with few statements: `insert_many(conn, "INSERT INTO t (a, b)", rows)`.
///
/// Every row must have as many values as the statement names columns.
pub async fn insert_many(
    conn: &mut Conn,
    into: &'static str,
    rows: Vec<Vec<Value>>,
) -> Result<(), StoreError> {
    upsert_many(conn, into, rows, "").await
}

/// The same with what to do about rows that are there already:
/// `upsert_many(conn, "INSERT INTO t (a, b)", rows, "ON CONFLICT (a) DO UPDATE SET b = excluded.b")`.
pub async fn upsert_many(
    conn: &mut Conn,
    into: &'static str,
    rows: Vec<Vec<Value>>,
    on_conflict: &'static str,
) -> Result<(), StoreError> {
    /// Below the 32,766 placeholders of SQLite, with room for wide rows, and few enough distinct
    /// statement texts for the engines' statement caches.
    const MOST: usize = 64;
    // SQLite goes through the names of all placeholders to find each one's, which with many rows takes
    // longer than the insert itself; a bare `?` has no name.
    let named = matches!(conn.0, Inner::Postgres(_) | Inner::PostgresTx(_));
    for chunk in rows.chunks(MOST) {
        let mut text = format!("{into} VALUES ");
        let mut placeholder = 0;
        for (at, row) in chunk.iter().enumerate() {
            text.push_str(if at == 0 { "(" } else { ", (" });
            for column in 0..row.len() {
                placeholder += 1;
                text.push_str(if column == 0 { "" } else { ", " });
                if named {
                    let _ = write!(text, "${placeholder}");
                } else {
                    text.push('?');
                }
            }
            text.push(')');
        }
        text.push(' ');
        text.push_str(on_conflict);
        let values = chunk.iter().flatten().cloned().collect();
        Sql { text: Cow::Owned(text), values }.execute(conn).await?;
    }
    Ok(())
}
