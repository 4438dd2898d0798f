//! JSON Lines: one record a line.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use super::fault::{Fault, Place, Reading};
use super::lines::LineLimit;
use super::record::Record;

/// Reads a file; faults do not stop it, except those after which no line can be told.
pub fn read(path: &Path) -> Reading {
    let mut reading = Reading::default();
    let whole = Place::new(path, 0);
    let opened = File::open(path).and_then(|file| LineLimit::new(BufReader::new(file)));
    let lines = match opened {
        Ok(file) => BufReader::new(file).lines(),
        Err(error) => {
            reading.faults.push(Fault::at(&whole, format!("cannot be read: {error}")));
            return reading;
        }
    };
    for (number, line) in (1u64..).zip(lines) {
        let place = Place::new(path, number);
        match line {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => match serde_json::from_str::<Record>(&line) {
                Ok(record) => reading.records.push((place, record)),
                Err(error) => {
                    let message = error.to_string();
                    let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
                    // Faults of a value, unlike those of the JSON itself, come without a column.
                    let column = (error.column() > 0).then(|| format!("column {}", error.column()));
                    reading.faults.push(Fault { column, ..Fault::at(&place, message) });
                }
            },
            Err(error) => {
                reading.faults.push(Fault::at(&place, format!("cannot be read: {error}")));
                if error.kind() != std::io::ErrorKind::InvalidData || error.to_string().contains("longer") {
                    break;
                }
            }
        }
    }
    reading
}
