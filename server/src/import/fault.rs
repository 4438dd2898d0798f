//! What is wrong with an import file, and where.

use std::fmt;
use std::path::{Path, PathBuf};

/// Where something was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// Counted from 1; 0 means the file as a whole.
    pub line: u64,
}

impl Place {
    /// A line of a file.
    pub fn new(file: &Path, line: u64) -> Self {
        Self { file: file.to_owned(), line }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}", self.file.display()),
            line => write!(f, "{}:{line}", self.file.display()),
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// Which column or field, if it is one.
    pub column: Option<String>,
    /// The value as found, shortened.
    pub value: Option<String>,
    /// What is wrong with it, as a sentence without its full stop.
    pub message: String,
}

impl Fault {
    /// A fault of a line as a whole.
    pub fn at(place: &Place, message: impl Into<String>) -> Self {
        Self { place: place.clone(), column: None, value: None, message: message.into() }
    }

    /// A fault of one value.
    pub fn of(place: &Place, column: &str, value: &str, message: impl fmt::Display) -> Self {
        let shown = value.chars().take(60).collect();
        Self {
            place: place.clone(),
            column: Some(column.to_owned()),
            value: Some(shown),
            message: message.to_string(),
        }
    }
}

impl fmt::Display for Fault {
    /// `invoices.csv:7: Total `1,98`: not an amount; write it like 1234.50`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        match (&self.column, &self.value) {
            (Some(column), Some(value)) => write!(f, "{column} `{}`: ", value.escape_debug())?,
            (Some(column), None) => write!(f, "{column}: ")?,
            (None, _) => {}
        }
        f.write_str(&self.message)
    }
}

/// Records with their places, and what was wrong with the rest.
#[derive(Debug, Default)]
pub struct Reading {
    /// What could be read.
    pub records: Vec<(Place, super::Record)>,
    /// What could not.
    pub faults: Vec<Fault>,
}
