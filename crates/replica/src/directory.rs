//! The directory: customers sorted by name and found by their words.
//!
//! Each has a `place`, a number that grows with the name and leaves gaps for newcomers. Search results
//! come in the order of places, so a page of them costs the same for ten matches or fifty thousand.

use domain::Customer;
use sqlx::{Row as _, SqliteConnection};

use crate::ReplicaError;
use crate::fold::{fold, index_words};
use crate::noun::{Value, insert};

/// The gap left between neighbours: room for 40 newcomers in the worst order, and for millions in all.
const GAP: i64 = 1 << 40;
/// Rows per statement.
const BATCH: usize = 200;

/// A customer as the directory knows them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    sort_name: String,
    id: String,
    words: String,
}

impl Entry {
    pub(crate) fn of(customer: &Customer) -> Self {
        let texts = [&customer.name, customer.email.as_str()].into_iter().chain(customer.external_id.as_deref());
        Self {
            sort_name: fold(&customer.name),
            id: customer.id.as_str().to_owned(),
            words: index_words(texts),
        }
    }
}

/// Fills the empty directory.
pub(crate) async fn fill(conn: &mut SqliteConnection, mut entries: Vec<Entry>) -> Result<(), ReplicaError> {
    entries.sort_unstable();
    let mut place = 0;
    for chunk in entries.chunks(BATCH) {
        let mut rows = Vec::with_capacity(chunk.len() * 4);
        let mut words = Vec::with_capacity(chunk.len() * 2);
        for entry in chunk {
            place += GAP;
            words.extend([Value::Int(place), entry.words.as_str().into()]);
            rows.extend([
                Value::Int(place),
                entry.id.as_str().into(),
                entry.sort_name.as_str().into(),
                entry.words.as_str().into(),
            ]);
        }
        insert(conn, "directory", &["place", "id", "sort_name", "words"], rows).await?;
        insert(conn, "directory_search", &["rowid", "words"], words).await?;
    }
    Ok(())
}

/// Empties the directory.
pub(crate) async fn clear(conn: &mut SqliteConnection) -> Result<(), ReplicaError> {
    sqlx::query("DELETE FROM directory").execute(&mut *conn).await?;
    sqlx::query("INSERT INTO directory_search (directory_search) VALUES ('delete-all')").execute(conn).await?;
    Ok(())
}

/// Newcomers being seated, within one transaction.
#[derive(Debug, Default)]
pub(crate) struct Seating {
    /// Somebody found no room and waits behind the last place until all move up.
    crowded: bool,
}

impl Seating {
    /// Puts a new or changed customer in their place.
    pub(crate) async fn save(
        &mut self,
        conn: &mut SqliteConnection,
        customer: &Customer,
    ) -> Result<(), ReplicaError> {
        let entry = Entry::of(customer);
        let known = sqlx::query("SELECT place, sort_name, words FROM directory WHERE id = $1")
            .bind(&entry.id)
            .fetch_optional(&mut *conn)
            .await?;
        if let Some(known) = known {
            let same_words = known.get::<&str, _>("words") == entry.words;
            if same_words && known.get::<&str, _>("sort_name") == entry.sort_name {
                return Ok(());
            }
            remove(conn, known.get("place")).await?;
        }
        let between = if self.crowded { None } else { free_place(conn, &entry).await? };
        self.crowded = between.is_none();
        let place = match between {
            Some(place) => place,
            None => last_place(conn).await? + 1,
        };
        let words = vec![Value::Int(place), entry.words.as_str().into()];
        insert(conn, "directory_search", &["rowid", "words"], words).await?;
        let row = vec![
            Value::Int(place),
            Value::Text(entry.id),
            Value::Text(entry.sort_name),
            Value::Text(entry.words),
        ];
        insert(conn, "directory", &["place", "id", "sort_name", "words"], row).await
    }

    /// Ends the seating: where it got crowded, everybody moves up once, with full gaps.
    pub(crate) async fn settle(self, conn: &mut SqliteConnection) -> Result<(), ReplicaError> {
        if !self.crowded {
            return Ok(());
        }
        let rows = sqlx::query("SELECT sort_name, id, words FROM directory").fetch_all(&mut *conn).await?;
        let entries = rows
            .iter()
            .map(|row| Entry { sort_name: row.get("sort_name"), id: row.get("id"), words: row.get("words") })
            .collect();
        clear(conn).await?;
        fill(conn, entries).await
    }
}

async fn remove(conn: &mut SqliteConnection, place: i64) -> Result<(), ReplicaError> {
    sqlx::query("DELETE FROM directory_search WHERE rowid = $1").bind(place).execute(&mut *conn).await?;
    sqlx::query("DELETE FROM directory WHERE place = $1").bind(place).execute(conn).await?;
    Ok(())
}

/// A place between the neighbours by name; `None` where they stand shoulder to shoulder.
async fn free_place(conn: &mut SqliteConnection, entry: &Entry) -> Result<Option<i64>, ReplicaError> {
    let before: Option<i64> = sqlx::query_scalar(
        "SELECT place FROM directory WHERE (sort_name, id) < ($1, $2) ORDER BY sort_name DESC, id DESC LIMIT 1",
    )
    .bind(&entry.sort_name)
    .bind(&entry.id)
    .fetch_optional(&mut *conn)
    .await?;
    let after: Option<i64> = sqlx::query_scalar(
        "SELECT place FROM directory WHERE (sort_name, id) > ($1, $2) ORDER BY sort_name, id LIMIT 1",
    )
    .bind(&entry.sort_name)
    .bind(&entry.id)
    .fetch_optional(&mut *conn)
    .await?;
    Ok(match (before, after) {
        (before, None) => before.unwrap_or(0).checked_add(GAP),
        (before, Some(after)) => {
            let before = before.unwrap_or(0);
            let middle = before + (after - before) / 2;
            (middle > before).then_some(middle)
        }
    })
}

async fn last_place(conn: &mut SqliteConnection) -> Result<i64, ReplicaError> {
    let last: Option<i64> = sqlx::query_scalar("SELECT max(place) FROM directory").fetch_one(conn).await?;
    Ok(last.unwrap_or(0))
}
