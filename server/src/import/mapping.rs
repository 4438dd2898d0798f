//! The mapping file: which column of a CSV file becomes which field.

use std::path::PathBuf;

use domain::{Currency, InvoiceState};
use serde::Deserialize;

/// How a folder of CSV files becomes records. See `examples/import/` for a file with every key explained.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "examples/import/chinook.toml explains every key")]
pub struct Mapping {
    pub currency: Currency,
    pub due_days: u16,
    pub customers: Option<Customers>,
    pub invoices: Option<Invoices>,
    pub lines: Option<Lines>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "examples/import/chinook.toml explains every key")]
pub struct Customers {
    pub file: PathBuf,
    pub external_id: Template,
    pub name: Template,
    pub email: Template,
    #[serde(default)]
    pub locale: Template,
    #[serde(default)]
    pub time_zone: Template,
    #[serde(default)]
    pub address: AddressTemplates,
    #[serde(default)]
    pub metadata: std::collections::BTreeMap<String, Template>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "examples/import/chinook.toml explains every key")]
pub struct AddressTemplates {
    pub line1: Template,
    pub line2: Template,
    pub city: Template,
    pub region: Template,
    pub postal_code: Template,
    pub country: Template,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "examples/import/chinook.toml explains every key")]
pub struct Invoices {
    pub file: PathBuf,
    pub external_id: Template,
    pub customer: Template,
    pub number: Template,
    pub issued_on: Template,
    #[serde(default)]
    pub due_on: Template,
    #[serde(default)]
    pub currency: Template,
    pub total: Template,
    #[serde(default)]
    pub memo: Template,
    #[serde(default)]
    pub bill_to_address: AddressTemplates,
    pub status: StatusRule,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "examples/import/chinook.toml explains every key")]
pub struct Lines {
    pub file: PathBuf,
    pub invoice: Template,
    pub description: Template,
    pub quantity: Template,
    pub unit_price: Template,
    #[serde(default)]
    pub discount: Template,
    #[serde(default)]
    pub tax_rate: Template,
    #[serde(default)]
    pub tax: Template,
}

/// How an invoice's state is told.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StatusRule {
    /// The same for all.
    All(InvoiceState),
    /// Paid where issued before this day, open from then on.
    PaidBefore(jiff::civil::Date),
    /// Told by a column: which of its values mean paid, and which void; any other means open.
    Column {
        /// Where to look.
        value: Template,
        /// Values that mean paid.
        paid: Vec<String>,
        /// Values that mean void.
        #[serde(default)]
        void: Vec<String>,
    },
}

/// Text with `{Column}` in it, or several of them, of which the first that is not empty counts.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(try_from = "OneOrMany")]
pub struct Template(Vec<Vec<Piece>>);

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Text(String),
    Column(String),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl TryFrom<OneOrMany> for Template {
    type Error = String;
    fn try_from(from: OneOrMany) -> Result<Self, String> {
        let choices = match from {
            OneOrMany::One(text) => vec![text],
            OneOrMany::Many(texts) => texts,
        };
        choices.iter().map(|text| parse(text)).collect::<Result<_, _>>().map(Self)
    }
}

fn parse(text: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (column, tail) =
            after.split_once('}').ok_or_else(|| format!("`{text}` has a {{ without its }}"))?;
        pieces.push(Piece::Text(before.to_owned()));
        pieces.push(Piece::Column(column.to_owned()));
        rest = tail;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Ok(pieces)
}

impl Template {
    /// The columns it names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().filter_map(|piece| match piece {
            Piece::Column(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// The text for one row, trimmed; a choice whose columns are all empty does not count.
    pub fn fill<'r>(&self, column: impl Fn(&str) -> &'r str) -> String {
        let filled = self.0.iter().map(|pieces| {
            let mut said = !pieces.iter().any(|piece| matches!(piece, Piece::Column(_)));
            let text: String = pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.as_str(),
                    Piece::Column(name) => {
                        said |= !column(name).trim().is_empty();
                        column(name)
                    }
                })
                .collect();
            if said { text.trim().to_owned() } else { String::new() }
        });
        filled.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(template: OneOrMany) -> String {
        Template::try_from(template).expect("a template").fill(|column| match column {
            "First" => "Ada",
            "Last" => "Lovelace",
            _ => "",
        })
    }

    #[test]
    fn templates_fill_and_fall_back() {
        assert_eq!(fill(OneOrMany::One("{First} {Last}".into())), "Ada Lovelace");
        assert_eq!(fill(OneOrMany::Many(vec!["{Company}".into(), "{First} {Last}".into()])), "Ada Lovelace");
        assert_eq!(fill(OneOrMany::One("No. {Company}".into())), "");
        assert_eq!(fill(OneOrMany::One("always".into())), "always");
        assert!(Template::try_from(OneOrMany::One("{First".into())).is_err());
    }
}
