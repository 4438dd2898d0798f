//! The directory: all customers sorted by name, found by the beginnings of their words.
//!
//! It is kept in memory, as one text with a line for each customer: reading the few megabytes that a
//! hundred thousand customers make takes a millisecond or two whatever was typed, where an index pays
//! for every match and for every longer word that begins like the one typed.

use std::cmp::Reverse;
use std::collections::HashMap;

use domain::{Customer, fold};
use memchr::memmem;
use sqlx::{Row as _, SqliteConnection};

use crate::ReplicaError;
use crate::noun::{Value, insert};
use crate::words::index_words;

/// Rows per statement.
const BATCH: usize = 200;
/// How much of the text tells which of several words is rare, in bytes.
const SAMPLE: usize = 64 * 1024;

/// A customer as the directory knows them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    sort_name: String,
    id: String,
    /// Folded, separated by spaces.
    words: String,
}

impl Entry {
    pub(crate) fn of(customer: &Customer) -> Self {
        let texts =
            [&customer.name, customer.email.as_str()].into_iter().chain(customer.external_id.as_deref());
        Self {
            sort_name: fold(&customer.name),
            id: customer.id.as_str().to_owned(),
            words: index_words(texts),
        }
    }
}

/// Writes entries, each in place of what was kept under its id.
pub(crate) async fn save(conn: &mut SqliteConnection, entries: &[Entry]) -> Result<(), ReplicaError> {
    for chunk in entries.chunks(BATCH) {
        let row = |e: &Entry| [&e.id, &e.sort_name, &e.words].map(|text| Value::from(text.as_str()));
        insert(conn, "directory", &["id", "sort_name", "words"], chunk.iter().flat_map(row).collect())
            .await?;
    }
    Ok(())
}

/// Reads all entries.
pub(crate) async fn load(conn: &mut SqliteConnection) -> Result<Directory, ReplicaError> {
    let rows = sqlx::query("SELECT id, sort_name, words FROM directory").fetch_all(conn).await?;
    let entry = |row| {
        let text = |column| sqlx::sqlite::SqliteRow::get(row, column);
        Entry { sort_name: text("sort_name"), id: text("id"), words: text("words") }
    };
    Ok(Directory::of(rows.iter().map(entry).collect()))
}

/// All customers, ready to be searched.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    /// Sorted by name, then id.
    entries: Vec<Entry>,
    /// The words of each entry in turn: a line break, then each word behind a space.
    text: String,
    /// Where each entry's line begins in `text`.
    lines: Vec<usize>,
}

impl Directory {
    pub(crate) fn of(mut entries: Vec<Entry>) -> Self {
        entries.sort_unstable();
        let mut text = String::with_capacity(entries.iter().map(|entry| entry.words.len() + 2).sum());
        let mut lines = Vec::with_capacity(entries.len());
        for entry in &entries {
            lines.push(text.len());
            text.push_str("\n ");
            text.push_str(&entry.words);
        }
        Self { entries, text, lines }
    }

    /// The same with these entries new or changed.
    pub(crate) fn with(&self, changed: Vec<Entry>) -> Self {
        let mut changed: HashMap<String, Entry> = changed.into_iter().map(|e| (e.id.clone(), e)).collect();
        let mut entries: Vec<Entry> =
            self.entries.iter().map(|old| changed.remove(&old.id).unwrap_or_else(|| old.clone())).collect();
        entries.extend(changed.into_values());
        Self::of(entries)
    }

    /// A window of those of whom every one of `words` starts a word, by name, and how many they are in all.
    pub(crate) fn search(&self, words: &[String], offset: usize, limit: usize) -> (Vec<String>, usize) {
        let text = self.text.as_bytes();
        let needle = |word: &String| memmem::Finder::new(&format!(" {word}")).into_owned();
        let mut needles: Vec<_> = words.iter().map(needle).collect();
        // The rarest word, judged by a sample, picks the lines; the others only look at those.
        let sample = &text[..text.len().min(SAMPLE)];
        needles.sort_by_cached_key(|needle| Reverse(needle.find_iter(sample).count()));
        let Some(rarest) = needles.pop() else { return window(self.entries.iter(), offset, limit) };

        let (mut line, mut from) = (0, 0);
        let lines = std::iter::from_fn(|| {
            let at = from + rarest.find(&text[from..])?;
            line = self.line_of(at, line);
            from = self.end_of(line);
            Some((line, &text[self.lines[line]..from]))
        });
        let lines = lines.filter(|(_, words)| needles.iter().all(|needle| needle.find(words).is_some()));
        window(lines.map(|(line, _)| &self.entries[line]), offset, limit)
    }

    /// The line a place in the text belongs to; it is `from` or a later one.
    fn line_of(&self, at: usize, from: usize) -> usize {
        // A common word is in nearly every line: look at the next few before searching them all.
        let near = (from..from + 8).find(|line| at < self.end_of(*line));
        near.unwrap_or_else(|| from + self.lines[from..].partition_point(|start| *start <= at) - 1)
    }

    fn end_of(&self, line: usize) -> usize {
        self.lines.get(line + 1).copied().unwrap_or(self.text.len())
    }
}

/// The ids of a part, and the length of the whole.
fn window<'a>(mut all: impl Iterator<Item = &'a Entry>, offset: usize, limit: usize) -> (Vec<String>, usize) {
    let skipped = all.by_ref().take(offset).count();
    let ids: Vec<String> = all.by_ref().take(limit).map(|entry| entry.id.clone()).collect();
    let total = skipped + ids.len() + all.count();
    (ids, total)
}
