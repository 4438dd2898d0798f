//! What the console's pages ask of its shell, and what the shell tells them.
//!
//! One Tauri command carries them all: `rpc(name, payload)`. A command is a struct that names its
//! answer; the page awaits `bridge::call(command)` and cannot get the types wrong.

mod commands;
mod views;

pub use commands::*;
pub use views::*;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{ErrorCode, FieldError, Problem};

/// A question a page asks the shell.
pub trait Command: Serialize + DeserializeOwned {
    /// Its name on the wire.
    const NAME: &'static str;
    /// What comes back.
    type Output: Serialize + DeserializeOwned;
}

/// Why the shell could not do it, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// For the page to act on: a retry, a reload, a red field.
    pub code: ErrorCode,
    /// What happened, what it means for the data, and what to do next.
    pub message: String,
    /// The fields that need attention.
    pub errors: Vec<FieldError>,
}

impl Failure {
    /// A failure that is not about fields.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), errors: Vec::new() }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self { code: problem.code, message: problem.detail, errors: problem.errors }
    }
}

/// The Tauri event that carries a [`Push`].
pub const PUSH_EVENT: &str = "portico://push";

/// What the shell tells all pages unasked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Push {
    /// The replica changed: pages query again.
    Changed,
    /// The connection or the sync state changed.
    Status {
        /// As it is now.
        status: Status,
    },
    /// Something worth a sentence happened; the desktop notification says the same.
    Notice {
        /// The sentence.
        text: String,
        /// About whom, to jump there.
        customer_id: Option<domain::CustomerId>,
    },
}
