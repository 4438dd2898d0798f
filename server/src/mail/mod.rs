//! Where mail goes: a mail server, a directory, or memory in tests.

use std::path::PathBuf;
use std::sync::Mutex;

use crate::config::Smtp;

/// The way out for mail.
#[derive(Debug)]
pub enum Mailer {
    /// A mail server.
    Smtp(Smtp),
    /// A file per mail, for set-ups without a mail server.
    Directory(PathBuf),
    /// Kept, for tests to read; each entry is the whole message as sent.
    Memory(Mutex<Vec<String>>),
}
