//! The change feed, and the snapshot it goes on from.

use std::time::Duration;

use contract::feed::{FeedPage, SnapshotRecord};
use reqwest::{Method, Response};

use crate::{Client, ClientError};

/// What an answer may take beyond the wait that was asked for.
const MARGIN: Duration = Duration::from_secs(15);
/// A whole snapshot of a large merchant may take this long.
const SNAPSHOT: Duration = Duration::from_secs(60 * 60);
/// No line of a snapshot is longer: an invoice of 10 000 lines fits several times.
const LONGEST_LINE: usize = 16 * 1024 * 1024;

impl Client {
    /// `GET /v1/feed`: what happened after `after`, at most `limit` events, waiting up to `wait`
    /// (kept to the second) for something to happen.
    pub async fn feed(&self, after: i64, wait: Duration, limit: u32) -> Result<FeedPage, ClientError> {
        let query = [
            ("after", after.to_string()),
            ("wait", wait.as_secs().to_string()),
            ("limit", limit.to_string()),
        ];
        self.json(self.request(Method::GET, &["feed"]).query(&query).timeout(wait + MARGIN)).await
    }

    /// `GET /v1/feed/snapshot`: the merchant's whole state, record by record.
    pub async fn snapshot(&self) -> Result<Snapshot, ClientError> {
        let request = self.request(Method::GET, &["feed", "snapshot"]).timeout(SNAPSHOT);
        Ok(Snapshot { response: self.send(request).await?, client: self.clone(), text: Vec::new(), read: 0 })
    }
}

/// A snapshot on its way in.
#[derive(Debug)]
pub struct Snapshot {
    response: Response,
    client: Client,
    /// What came in and was not yet read: from `read` on.
    text: Vec<u8>,
    read: usize,
}

impl Snapshot {
    /// The next record; `None` where the stream ends, in order or not: only a stream whose last record
    /// was [`SnapshotRecord::End`] is whole.
    pub async fn next(&mut self) -> Result<Option<SnapshotRecord>, ClientError> {
        loop {
            let waiting = &self.text[self.read..];
            if let Some(length) = waiting.iter().position(|byte| *byte == b'\n') {
                let line = &waiting[..length];
                self.read += length + 1;
                if line.iter().all(u8::is_ascii_whitespace) {
                    continue;
                }
                return serde_json::from_slice(line).map(Some).map_err(|e| self.client.malformed(e));
            }
            if waiting.len() > LONGEST_LINE {
                return Err(self.client.malformed("a line of the snapshot has no end"));
            }
            let Some(chunk) = self.response.chunk().await.map_err(|e| self.client.broken(&e))? else {
                return Ok(None);
            };
            self.text.drain(..self.read);
            self.read = 0;
            self.text.extend_from_slice(&chunk);
        }
    }
}
