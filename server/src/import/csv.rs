//! CSV by a mapping file.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use csv::StringRecord;
use domain::{Address, Currency, Email, InvoiceState, TimeZoneName, line_amount};
use jiff::civil::{Date, DateTime};
use jiff::{Span, civil};
use rust_decimal::Decimal;

use super::fault::{Fault, Place, Reading};
use super::lines::LineLimit;
use super::mapping::{AddressTemplates, Customers, Invoices, Lines, Mapping, StatusRule, Template};
use super::record::{CustomerRecord, InvoiceRecord, LineRecord, Record};
use crate::zone;

/// Reads the files a mapping names, relative to `folder`.
pub fn read(mapping: &Mapping, folder: &Path) -> Reading {
    let mut reading = Reading::default();
    if let Some(customers) = &mapping.customers {
        let table = Table { path: folder.join(&customers.file) };
        table.each(&mut reading, customers.templates(), |row| Ok(Record::Customer(customers.record(row)?)));
    }
    if let Some(invoices) = &mapping.invoices {
        let mut lines = LinesByInvoice::default();
        if let Some(mapped) = &mapping.lines {
            lines.read(&folder.join(&mapped.file), mapped, &mut reading.faults);
        }
        let table = Table { path: folder.join(&invoices.file) };
        table.each(&mut reading, invoices.templates(), |row| {
            Ok(Record::Invoice(invoices.record(row, mapping, &mut lines)?))
        });
        lines.report_strays(&mut reading.faults);
    }
    reading
}

/// One CSV file with a header row.
struct Table {
    path: PathBuf,
}

/// A row whose columns are found by name.
struct Row<'t> {
    place: Place,
    columns: &'t HashMap<String, usize>,
    fields: &'t StringRecord,
}

impl Table {
    /// Reads every row into a record.
    fn each(
        &self,
        reading: &mut Reading,
        templates: Vec<&Template>,
        mut record: impl FnMut(&Row<'_>) -> Result<Record, Fault>,
    ) {
        let Reading { records, faults } = reading;
        self.rows(faults, templates, |row| {
            records.push((row.place.clone(), record(row)?));
            Ok(())
        });
    }

    /// Calls `read` for every row, gathering what is wrong; a fault of one row does not stop the rest.
    fn rows(
        &self,
        faults: &mut Vec<Fault>,
        templates: Vec<&Template>,
        mut read: impl FnMut(&Row<'_>) -> Result<(), Fault>,
    ) {
        let whole = Place::new(&self.path, 0);
        let opened = File::open(&self.path).and_then(|file| LineLimit::new(BufReader::new(file)));
        let file = match opened {
            Ok(file) => file,
            Err(error) => return faults.push(Fault::at(&whole, format!("cannot be read: {error}"))),
        };
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => return faults.push(Fault::at(&Place::new(&self.path, 1), error.to_string())),
        };
        let columns: HashMap<String, usize> =
            header.iter().enumerate().map(|(at, name)| (name.trim().to_owned(), at)).collect();
        let missing: Vec<&str> = templates
            .iter()
            .flat_map(|template| template.columns())
            .filter(|column| !columns.contains_key(*column))
            .collect();
        if !missing.is_empty() {
            let (missing, have) = (missing.join(", "), header.iter().collect::<Vec<_>>().join(", "));
            let message =
                format!("the mapping names columns that are not here: {missing}; there are: {have}");
            return faults.push(Fault::at(&Place::new(&self.path, 1), message));
        }
        let mut fields = StringRecord::new();
        loop {
            let line = reader.position().line();
            let more = reader.read_record(&mut fields);
            let place = Place::new(&self.path, fields.position().map_or(line, csv::Position::line));
            match more {
                Ok(false) => break,
                Ok(true) if fields.len() != header.len() => {
                    let message = format!("{} fields, but the header has {}", fields.len(), header.len());
                    faults.push(Fault::at(&place, message));
                }
                Ok(true) => {
                    if let Err(fault) = read(&Row { place, columns: &columns, fields: &fields }) {
                        faults.push(fault);
                    }
                }
                Err(error) => {
                    let broken = matches!(error.kind(), csv::ErrorKind::Io(_));
                    let message = match error.kind() {
                        csv::ErrorKind::Utf8 { .. } => "not UTF-8 text; save the file as UTF-8".to_owned(),
                        csv::ErrorKind::Io(error) => format!("cannot be read: {error}"),
                        _ => error.to_string(),
                    };
                    faults.push(Fault::at(&Place::new(&self.path, line), message));
                    if broken {
                        break;
                    }
                }
            }
        }
    }
}

impl Row<'_> {
    fn text(&self, template: &Template) -> String {
        template
            .fill(|column| self.columns.get(column).and_then(|at| self.fields.get(*at)).unwrap_or_default())
    }

    /// The text, which must be there.
    fn required(&self, field: &str, template: &Template) -> Result<String, Fault> {
        let text = self.text(template);
        if text.is_empty() { Err(self.fault(field, template, "is empty, but is needed")) } else { Ok(text) }
    }

    /// The text read as `T`; `None` where it is empty.
    fn parsed<T>(
        &self,
        field: &str,
        template: &Template,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Fault> {
        let text = self.text(template);
        if text.is_empty() {
            return Ok(None);
        }
        parse(&text).map(Some).map_err(|message| self.fault(field, template, message))
    }

    /// The text read as `T`, which must be there.
    fn needed<T>(
        &self,
        field: &str,
        template: &Template,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<T, Fault> {
        self.parsed(field, template, parse)?
            .ok_or_else(|| self.fault(field, template, "is empty, but is needed"))
    }

    fn fault(&self, field: &str, template: &Template, message: impl std::fmt::Display) -> Fault {
        let columns: Vec<&str> = template.columns().collect();
        let column = if columns.is_empty() { field.to_owned() } else { columns.join(", ") };
        Fault::of(&self.place, &column, &self.text(template), message)
    }

    fn address(&self, templates: &AddressTemplates) -> Address {
        Address {
            line1: self.text(&templates.line1),
            line2: self.text(&templates.line2),
            city: self.text(&templates.city),
            region: self.text(&templates.region),
            postal_code: self.text(&templates.postal_code),
            country: self.text(&templates.country),
        }
    }
}

fn date(text: &str) -> Result<Date, String> {
    let by_time = || text.parse::<DateTime>().map(civil::DateTime::date);
    text.parse::<Date>().or_else(|_| by_time()).map_err(|_| "not a date; write it like 2026-03-14".into())
}

fn decimal(text: &str) -> Result<Decimal, String> {
    Decimal::from_str_exact(text).map_err(|_| "not a number; write it like 1234.50".into())
}

fn time_zone(text: &str) -> Result<TimeZoneName, String> {
    let name: TimeZoneName = text.parse().map_err(|_| zone::Unknown.to_string())?;
    zone::find(&name).map_err(|error| error.to_string())?;
    Ok(name)
}

impl AddressTemplates {
    fn templates(&self) -> [&Template; 6] {
        [&self.line1, &self.line2, &self.city, &self.region, &self.postal_code, &self.country]
    }
}

impl Customers {
    fn templates(&self) -> Vec<&Template> {
        let fields = [&self.external_id, &self.name, &self.email, &self.locale, &self.time_zone];
        fields.into_iter().chain(self.address.templates()).chain(self.metadata.values()).collect()
    }

    fn record(&self, row: &Row<'_>) -> Result<CustomerRecord, Fault> {
        let locale = row.text(&self.locale);
        let metadata = self.metadata.iter().map(|(key, template)| (key.clone(), row.text(template)));
        Ok(CustomerRecord {
            id: None,
            external_id: Some(row.required("external_id", &self.external_id)?),
            name: row.required("name", &self.name)?,
            email: row.needed("email", &self.email, |text| {
                text.parse::<Email>().map_err(|_| "not an e-mail address".into())
            })?,
            locale: if locale.is_empty() { "und".into() } else { locale },
            time_zone: row.parsed("time_zone", &self.time_zone, time_zone)?,
            address: row.address(&self.address),
            tax_ids: Vec::new(),
            metadata: metadata.filter(|(_, text)| !text.is_empty()).collect(),
            created_at: None,
        })
    }
}

impl Invoices {
    fn templates(&self) -> Vec<&Template> {
        let mut all = vec![
            &self.external_id,
            &self.customer,
            &self.number,
            &self.issued_on,
            &self.due_on,
            &self.currency,
            &self.total,
            &self.memo,
        ];
        all.extend(self.bill_to_address.templates());
        if let StatusRule::Column { value, .. } = &self.status {
            all.push(value);
        }
        all
    }

    fn state(&self, row: &Row<'_>, issued_on: Date) -> InvoiceState {
        match &self.status {
            StatusRule::All(state) => *state,
            StatusRule::PaidBefore(day) if issued_on < *day => InvoiceState::Paid,
            StatusRule::PaidBefore(_) => InvoiceState::Open,
            StatusRule::Column { value, paid, void } => {
                let text = row.text(value);
                let is = |values: &[String]| values.contains(&text);
                match (is(paid), is(void)) {
                    (true, _) => InvoiceState::Paid,
                    (false, true) => InvoiceState::Void,
                    (false, false) => InvoiceState::Open,
                }
            }
        }
    }

    fn record(
        &self,
        row: &Row<'_>,
        mapping: &Mapping,
        lines: &mut LinesByInvoice,
    ) -> Result<InvoiceRecord, Fault> {
        let external_id = row.required("external_id", &self.external_id)?;
        let issued_on = row.needed("issued_on", &self.issued_on, date)?;
        let after = || issued_on.checked_add(Span::new().days(i64::from(mapping.due_days)));
        let due_on = match row.parsed("due_on", &self.due_on, date)? {
            Some(day) => day,
            None => after().map_err(|e| row.fault("issued_on", &self.issued_on, e))?,
        };
        let currency = row
            .parsed("currency", &self.currency, |text| text.parse::<Currency>().map_err(|e| e.to_string()))?;
        let address = row.address(&self.bill_to_address);
        Ok(InvoiceRecord {
            id: None,
            customer: row.required("customer", &self.customer)?,
            subscription: None,
            number: row.required("number", &self.number)?,
            state: self.state(row, issued_on),
            currency: currency.unwrap_or(mapping.currency),
            issued_on,
            due_on,
            bill_to_name: None,
            bill_to_address: (address != Address::default()).then_some(address),
            bill_to_tax_ids: None,
            total: row.needed("total", &self.total, decimal)?.to_string(),
            lines: lines.take(&external_id),
            amount_paid: None,
            paid_at: None,
            memo: row.text(&self.memo),
            created_at: None,
            external_id: Some(external_id),
        })
    }
}

/// Lines wait here for the invoice they name.
#[derive(Default)]
struct LinesByInvoice {
    lines: HashMap<String, (Place, Vec<LineRecord>)>,
}

impl LinesByInvoice {
    fn read(&mut self, path: &Path, mapped: &Lines, faults: &mut Vec<Fault>) {
        let templates = vec![
            &mapped.invoice,
            &mapped.description,
            &mapped.quantity,
            &mapped.unit_price,
            &mapped.discount,
            &mapped.tax_rate,
            &mapped.tax,
        ];
        Table { path: path.to_owned() }.rows(faults, templates, |row| {
            let invoice = row.required("invoice", &mapped.invoice)?;
            let optional = |field, template| row.parsed(field, template, decimal);
            let line = LineRecord {
                description: row.required("description", &mapped.description)?,
                quantity: row.needed("quantity", &mapped.quantity, decimal)?,
                unit_price: row.needed("unit_price", &mapped.unit_price, decimal)?,
                discount: optional("discount", &mapped.discount)?.map(|amount| amount.to_string()),
                tax_rate: optional("tax_rate", &mapped.tax_rate)?.unwrap_or_default(),
                tax: optional("tax", &mapped.tax)?.map(|amount| amount.to_string()),
                period: None,
                part_of: None,
            };
            // Whether it is in range for the invoice's currency shows later; here, whether it is at all.
            line_amount(line.quantity, line.unit_price, Currency::EUR)
                .map_err(|e| row.fault("unit_price", &mapped.unit_price, e))?;
            let waiting = self.lines.entry(invoice).or_insert_with(|| (row.place.clone(), Vec::new()));
            waiting.1.push(line);
            Ok(())
        });
    }

    fn take(&mut self, invoice: &str) -> Vec<LineRecord> {
        self.lines.remove(invoice).map(|(_, lines)| lines).unwrap_or_default()
    }

    fn report_strays(self, faults: &mut Vec<Fault>) {
        let mut strays: Vec<_> = self.lines.into_iter().collect();
        strays.sort_by_key(|(_, (place, _))| place.line);
        for (invoice, (place, _)) in strays {
            faults.push(Fault::of(
                &place,
                "invoice",
                &invoice,
                "no invoice with this id is in the invoice file",
            ));
        }
    }
}
