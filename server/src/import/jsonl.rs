//! JSON Lines: one record a line.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::fault::{Fault, Place, Reading};
use super::lines::LineLimit;
use super::record::{
    CustomerRecord, InvoiceRecord, MeterRecord, PlanRecord, Record, SubscriptionRecord, UsageRecord,
};

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
            Ok(line) => match record(&place, &line) {
                Ok(record) => reading.records.push((place, record)),
                Err(fault) => reading.faults.push(fault),
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

fn record(place: &Place, line: &str) -> Result<Record, Fault> {
    let mut value: Value = serde_json::from_str(line).map_err(|error| {
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
        Fault { column: Some(format!("column {}", error.column())), ..Fault::at(place, message) }
    })?;
    let kind = value.as_object_mut().and_then(|fields| fields.remove("kind"));
    match kind.as_ref().and_then(Value::as_str) {
        Some("meter") => fields::<MeterRecord>(place, &value).map(Record::Meter),
        Some("usage") => fields::<UsageRecord>(place, &value).map(Record::Usage),
        Some("plan") => fields::<PlanRecord>(place, &value).map(Record::Plan),
        Some("customer") => fields::<CustomerRecord>(place, &value).map(Record::Customer),
        Some("subscription") => fields::<SubscriptionRecord>(place, &value).map(Record::Subscription),
        Some("invoice") => fields::<InvoiceRecord>(place, &value).map(Record::Invoice),
        Some(other) => Err(Fault::of(
            place,
            "kind",
            other,
            "is not meter, plan, customer, subscription, invoice or usage",
        )),
        None => Err(Fault::at(place, "has no `kind`, such as \"invoice\"")),
    }
}

/// Reads a record of known kind, so that a fault can name its field and value.
fn fields<T: DeserializeOwned>(place: &Place, value: &Value) -> Result<T, Fault> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let (path, message) = (error.path().to_string(), error.inner().to_string());
        let pointer: String = error.path().iter().map(|step| format!("/{}", step_name(step))).collect();
        match value.pointer(&pointer) {
            Some(found) if path != "." => {
                let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
                Fault::of(place, &path, &found, message)
            }
            _ => Fault::at(place, message),
        }
    })
}

fn step_name(step: &serde_path_to_error::Segment) -> String {
    match step {
        serde_path_to_error::Segment::Seq { index } => index.to_string(),
        serde_path_to_error::Segment::Map { key } => key.clone(),
        serde_path_to_error::Segment::Enum { variant } => variant.clone(),
        serde_path_to_error::Segment::Unknown => String::new(),
    }
}
