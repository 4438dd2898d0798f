//! Names to addresses, by the machine or by a table.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Who answers for names.
#[derive(Debug, Clone)]
pub enum Dns {
    /// The machine, as it is set up.
    System,
    /// A table; names that are not in it are unknown. For tests.
    Table(Arc<Mutex<HashMap<String, Vec<IpAddr>>>>),
}

impl Dns {
    /// A table without names.
    pub fn empty() -> Self {
        Self::Table(Arc::default())
    }

    /// Makes a table answer with `addresses` for `host`; the machine's names cannot be changed.
    pub fn point(&self, host: &str, addresses: &[IpAddr]) {
        if let Self::Table(table) = self {
            let mut table = table.lock().unwrap_or_else(PoisonError::into_inner);
            table.insert(host.to_owned(), addresses.to_vec());
        }
    }

    /// All addresses of `host`; none if it is unknown.
    pub(super) async fn addresses(&self, host: &str) -> Vec<IpAddr> {
        match self {
            Self::System => match tokio::net::lookup_host((host, 0)).await {
                Ok(found) => found.map(|address| address.ip()).collect(),
                Err(error) => {
                    tracing::debug!(host, %error, "a name could not be resolved");
                    Vec::new()
                }
            },
            Self::Table(table) => {
                let table = table.lock().unwrap_or_else(PoisonError::into_inner);
                table.get(host).cloned().unwrap_or_default()
            }
        }
    }
}
