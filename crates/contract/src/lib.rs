//! Everything that crosses a process boundary: API bodies, the change feed, webhook signatures and
//! the console's commands.
//!
//! In: domain nouns. Out: their wire forms. Not here: decisions, I/O, a second copy of a noun.

pub mod api;
mod error_code;
pub mod feed;
pub mod ipc;
mod problem;
pub mod webhook;

pub use error_code::ErrorCode;
pub use problem::{FieldError, Problem};
