//! Lists in pages: how many entries, and where the next begins.

use contract::api::Page;
use serde::Deserialize;

/// How many entries a page holds: 1 to 200, 50 unless asked.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "u32")]
pub(crate) struct Limit(u32);

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl TryFrom<u32> for Limit {
    type Error = &'static str;
    fn try_from(entries: u32) -> Result<Self, Self::Error> {
        if (1..=200).contains(&entries) { Ok(Self(entries)) } else { Err("ask for 1 to 200 entries") }
    }
}

impl Limit {
    /// What to ask the store for: one entry more than the page holds tells whether there is a next.
    pub(crate) fn and_one(self) -> u32 {
        self.0 + 1
    }

    /// The page of entries read with [`Limit::and_one`]; `cursor` names the place of its last.
    pub(crate) fn page<T>(self, mut entries: Vec<T>, cursor: impl FnOnce(&T) -> String) -> Page<T> {
        let most = usize::try_from(self.0).unwrap_or(usize::MAX);
        let more = entries.len() > most;
        entries.truncate(most);
        let next_cursor = entries.last().filter(|_| more).map(cursor);
        Page { data: entries, next_cursor }
    }
}
