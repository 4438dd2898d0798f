//! A merchant's books of any size, made by arithmetic: the same every time.
//!
//! In: how many. Out: import records. Not here: writing them.

use std::ops::Range;
use std::path::Path;

use anyhow::Context as _;
use domain::{Address, Currency, InvoiceState, Money, line_amount};
use jiff::ToSpan as _;
use jiff::civil::date;
use portico::import::{CustomerRecord, InvoiceRecord, LineRecord, Place, Record};
use rust_decimal::Decimal;

const FIRST: [&str; 8] = ["Acme", "Globex", "Initech", "Gonçalves", "Ørsted", "Müller", "Kestrel", "Zenith"];
const SECOND: [&str; 7] = ["Labs", "Foods", "Holding", "Systems", "Trading", "Energy", "Travel"];
const GOODS: [&str; 5] = ["Coffee beans, 1 kg", "Filters, 200", "Delivery", "Machine, one month", "Cleaning"];
const TAX_PERCENT: i64 = 19;

/// How many of each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Books {
    pub(crate) customers: usize,
    /// Spread evenly over the customers, every fourth unpaid.
    pub(crate) invoices: usize,
    /// On each invoice.
    pub(crate) lines: usize,
}

impl Books {
    /// The records, customers first.
    pub(crate) fn records(self) -> anyhow::Result<Vec<(Place, Record)>> {
        self.part(0..self.customers, 0..self.invoices)
    }

    /// Some of them, for books that are too large to be held at once.
    pub(crate) fn part(
        self,
        customers: Range<usize>,
        invoices: Range<usize>,
    ) -> anyhow::Result<Vec<(Place, Record)>> {
        let customers = customers.map(|number| customer(number).map(Record::Customer));
        let invoices = invoices.map(|number| self.invoice(number).map(Record::Invoice));
        let placed =
            |(line, record): (u64, anyhow::Result<_>)| Ok((Place::new(Path::new("books"), line), record?));
        (1..).zip(customers.chain(invoices)).map(placed).collect()
    }

    fn invoice(self, number: usize) -> anyhow::Result<InvoiceRecord> {
        let mut total = Money::zero(Currency::EUR);
        let mut lines = Vec::with_capacity(self.lines);
        for position in 0..self.lines {
            let (line, sum) = line(number * 7 + position)?;
            lines.push(line);
            total = total.plus(sum)?;
        }
        let issued_on = date(2025, 1, 1).checked_add(i64::try_from(number % 600)?.days())?;
        Ok(InvoiceRecord {
            id: None,
            external_id: Some(format!("in_{number:07}")),
            customer: external_id(number % self.customers),
            subscription: None,
            number: format!("B-{number:07}"),
            state: if number.is_multiple_of(4) { InvoiceState::Open } else { InvoiceState::Paid },
            currency: Currency::EUR,
            issued_on,
            due_on: issued_on.checked_add(14.days())?,
            bill_to_name: None,
            bill_to_address: None,
            bill_to_tax_ids: None,
            lines,
            total: total.to_decimal().to_string(),
            amount_paid: None,
            paid_at: None,
            memo: String::new(),
            created_at: None,
        })
    }
}

/// What the merchant calls a customer.
pub(crate) fn external_id(number: usize) -> String {
    format!("CUS-{number:06}")
}

/// `Müller Foods 4711`
pub(crate) fn name(number: usize) -> String {
    let mixed = number.wrapping_mul(0x9e37_79b9) >> 7;
    format!("{} {} {number}", FIRST[mixed % FIRST.len()], SECOND[mixed / 8 % SECOND.len()])
}

fn customer(number: usize) -> anyhow::Result<CustomerRecord> {
    Ok(CustomerRecord {
        id: None,
        external_id: Some(external_id(number)),
        name: name(number),
        email: format!("billing@customer-{number}.example").parse().context("an address")?,
        locale: "de".into(),
        time_zone: None,
        address: Address {
            line1: format!("Hauptstraße {number}"),
            city: "Berlin".into(),
            postal_code: "10115".into(),
            country: "DE".into(),
            ..Address::default()
        },
        tax_ids: Vec::new(),
        metadata: Default::default(),
        created_at: None,
    })
}

/// A line, and what it comes to with tax.
fn line(number: usize) -> anyhow::Result<(LineRecord, Money)> {
    let step = i64::try_from(number % 90)?;
    let (quantity, unit_price) = (Decimal::from(1 + number % 5), Decimal::new(990 + 10 * step, 2));
    let amount = line_amount(quantity, unit_price, Currency::EUR)?;
    let tax = Money::round(amount.to_decimal() * Decimal::new(TAX_PERCENT, 2), Currency::EUR)?;
    let line = LineRecord {
        description: GOODS[number % GOODS.len()].into(),
        quantity,
        unit_price,
        discount: None,
        tax_rate: TAX_PERCENT.into(),
        tax: Some(tax.to_decimal().to_string()),
        period: None,
        part_of: None,
    };
    Ok((line, amount.plus(tax)?))
}
