//! Measures a replica of many customers: how long the first copy takes, and each keystroke of a search.
//!
//! `cargo run --release -p replica --example scale [customers] [new file]`

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use axum::Router;
use axum::body::Body;
use axum::routing::get;
use client::{Client, Secret};
use contract::feed::SnapshotRecord;
use domain::{
    Address, Anchor, Branding, Configuration, Currency, Customer, CustomerId, Interval, Invoice, InvoiceId,
    InvoiceLine, InvoiceState, Merchant, MerchantId, Money, NewId as _, Period, Plan, PlanId, Price,
    SeatRange, Subscription, SubscriptionId, SubscriptionStatus, Totals,
};
use futures::stream;
use jiff::{Timestamp, ToSpan as _};
use replica::Replica;

const FIRST: [&str; 16] = [
    "Acme",
    "Globex",
    "Initech",
    "Gonçalves",
    "Ørsted",
    "Łódź",
    "Müller",
    "Stark",
    "Wayne",
    "Umbra",
    "Kestrel",
    "Zenith",
    "Pioneer",
    "Quartz",
    "Vortex",
    "Nimbus",
];
const SECOND: [&str; 12] = [
    "Labs", "Foods", "Holding", "Systems", "Trading", "Partners", "Works", "Energy", "Travel", "Media",
    "Tools", "Care",
];
const FORM: [&str; 5] = ["GmbH", "Ltd", "Inc", "SA", "AB"];

/// Records of the snapshot sent in one piece.
const PIECE: u64 = 2000;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let customers: u64 =
        arguments.next().map_or(Ok(100_000), |n| n.parse()).context("how many customers?")?;
    let folder = tempfile::tempdir()?;
    let file = arguments.next().map_or_else(|| folder.path().join("scale.sqlite3"), PathBuf::from);
    anyhow::ensure!(!file.exists(), "{} is there already; name a new file", file.display());
    rustls::crypto::ring::default_provider().install_default().ok().context("the cryptography provider")?;

    let pieces = pieces(customers)?;
    let bytes: usize = pieces.iter().map(String::len).sum();
    let api = serve(pieces).await?;
    let db = Replica::open(&file, now()).await?.replica;

    let began = Instant::now();
    replica::snapshot(&db, &api).await?;
    let took = began.elapsed().as_secs_f64();
    let megabytes = bytes / 1_000_000;
    println!(
        "snapshot: {customers} customers, {} records, {megabytes} MB in {took:.1} s",
        records(customers)
    );

    let began = Instant::now();
    let again = Replica::open(&file, now()).await?.replica;
    println!("open, file checked: {:.0} ms", milliseconds(began.elapsed()));
    again.close().await;

    for (what, texts) in typing(customers) {
        let mut times = Vec::with_capacity(texts.len());
        for text in &texts {
            let began = Instant::now();
            db.search_customers(text, 0, 50, now()).await?;
            times.push((milliseconds(began.elapsed()), text));
        }
        times.sort_by(|a, b| a.0.total_cmp(&b.0));
        let at = |share: usize| times[(times.len() - 1) * share / 100].0;
        let (worst, text) = times[times.len() - 1];
        let (p50, p99) = (at(50), at(99));
        println!(
            "{what}: {} searches, p50 {p50:.2} ms, p99 {p99:.2} ms, worst {worst:.2} ms for “{text}”",
            times.len()
        );
    }

    let began = Instant::now();
    db.search_customers("", u32::try_from(customers)? - 50, 50, now()).await?;
    println!("last window of all: {:.2} ms", milliseconds(began.elapsed()));
    let began = Instant::now();
    db.overview(now()).await?;
    println!("overview: {:.2} ms", milliseconds(began.elapsed()));
    let began = Instant::now();
    db.find_customer(&customer(customers / 2)?.id, now()).await?;
    println!("customer page: {:.2} ms", milliseconds(began.elapsed()));
    db.close().await;
    Ok(())
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn now() -> Timestamp {
    Timestamp::UNIX_EPOCH + (24 * 365 * 56).hours()
}

/// What people type, keystroke by keystroke.
fn typing(customers: u64) -> Vec<(&'static str, Vec<String>)> {
    let letters = ('a'..='z').chain('0'..='9').map(String::from).cycle().take(360).collect();
    let words = ["acme gmbh", "goncalves l", "billing@", "a b", "example", "g h"];
    let common = words.iter().flat_map(|word| keystrokes(word)).cycle().take(600).collect();
    let names = (0..200).filter_map(|n| customer(n * 7919 % customers).ok());
    let names = names.flat_map(|customer| keystrokes(&customer.name)).collect();
    let ids = (0..100).flat_map(|n| keystrokes(&format!("CUS-{:06}", n * 104_729 % customers))).collect();
    vec![("one letter", letters), ("common words", common), ("names", names), ("external ids", ids)]
}

fn keystrokes(text: &str) -> Vec<String> {
    text.char_indices().map(|(at, letter)| text[..at + letter.len_utf8()].to_owned()).collect()
}

async fn serve(pieces: Vec<String>) -> anyhow::Result<Client> {
    let pieces = std::sync::Arc::new(pieces);
    let snapshot = move || {
        let pieces = pieces.clone();
        async move {
            Body::from_stream(stream::iter((0..pieces.len()).map(move |n| anyhow::Ok(pieces[n].clone()))))
        }
    };
    let router = Router::new().route("/v1/feed/snapshot", get(snapshot));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}", listener.local_addr()?).parse()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(Client::new(address, Secret::new("key"))?)
}

fn records(customers: u64) -> u64 {
    customers * 4 + 4
}

/// The snapshot as text, a few thousand records to a piece.
fn pieces(customers: u64) -> anyhow::Result<Vec<String>> {
    let merchant = Merchant {
        id: MerchantId::new(now(), [0; 10]),
        name: "Northwind".into(),
        time_zone: "Europe/Berlin".into(),
        currency: Currency::EUR,
        created_at: now(),
        test_clock: None,
    };
    let mut head = vec![
        SnapshotRecord::Start { epoch: "scale".into(), sequence: 0, records: records(customers) },
        SnapshotRecord::Branding { branding: Branding::default_for(&merchant.name) },
        SnapshotRecord::Merchant { merchant },
        SnapshotRecord::Configuration { configuration: Configuration::default() },
        SnapshotRecord::Plan { plan: plan() },
    ];
    let mut pieces = vec![lines(head.drain(..))?];
    let all: Vec<u64> = (0..customers).collect();
    for numbers in all.chunks(PIECE as usize) {
        let customers = numbers.iter().map(|n| customer(*n)).collect::<anyhow::Result<Vec<_>>>()?;
        pieces.push(lines(customers.into_iter().map(|customer| SnapshotRecord::Customer { customer }))?);
    }
    for numbers in all.chunks(PIECE as usize) {
        pieces.push(lines(
            numbers.iter().map(|n| SnapshotRecord::Subscription { subscription: subscription(*n) }),
        )?);
    }
    for numbers in all.chunks(PIECE as usize) {
        let invoices = numbers.iter().flat_map(|n| [invoice(*n, false), invoice(*n, true)]);
        let invoices = invoices.collect::<anyhow::Result<Vec<_>>>()?;
        pieces.push(lines(invoices.into_iter().map(|invoice| SnapshotRecord::Invoice { invoice }))?);
    }
    pieces.push(lines([SnapshotRecord::End])?);
    Ok(pieces)
}

fn lines(records: impl IntoIterator<Item = SnapshotRecord>) -> anyhow::Result<String> {
    records.into_iter().map(|record| Ok(serde_json::to_string(&record)? + "\n")).collect()
}

/// Ten bytes that differ for each number and look unordered.
fn entropy(number: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes[..8].copy_from_slice(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    bytes
}

fn pick(list: &'static [&'static str], number: u64) -> &'static str {
    list[usize::try_from(number % list.len() as u64).unwrap_or_default()]
}

fn customer(number: u64) -> anyhow::Result<Customer> {
    let mixed = number.wrapping_mul(0x9e37_79b9) >> 7;
    let (first, second) = (pick(&FIRST, mixed), pick(&SECOND, mixed / 16));
    let host: String = first.chars().filter(char::is_ascii).collect();
    Ok(Customer {
        id: CustomerId::new(now() + (number as i64).minutes(), entropy(number)),
        external_id: Some(format!("CUS-{number:06}")),
        name: format!("{first} {second} {} {number}", pick(&FORM, mixed / 192)),
        email: format!("billing{number}@{host}{second}.example").parse()?,
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
        portal_configuration_id: None,
        created_at: now(),
        version: 1,
    })
}

fn price() -> Price {
    Price::flat(Money::from_minor(4900, Currency::EUR), Interval::Month)
}

fn plan() -> Plan {
    Plan {
        id: PlanId::new(now(), [0; 10]),
        external_id: None,
        name: "Pro".into(),
        description: String::new(),
        price: price(),
        seats: SeatRange::ANY,
        self_serve_changes: true,
        self_serve_cancelation: true,
        created_at: now(),
        version: 1,
    }
}

fn subscription(number: u64) -> Subscription {
    Subscription {
        id: SubscriptionId::new(now() + (number as i64).minutes(), entropy(number)),
        external_id: None,
        customer_id: CustomerId::new(now() + (number as i64).minutes(), entropy(number)),
        plan_id: plan().id,
        plan_name: plan().name,
        price: price(),
        seats: 1,
        status: SubscriptionStatus::Active,
        anchor: Anchor { day: 1, month: 1 },
        period: Period { start: now(), end: now() + (24 * 30).hours() },
        trial_end: None,
        earlier_terms: Vec::new(),
        assigned_seats: 0,
        billed_by: domain::BilledBy::Portico,
        pending_change: None,
        cancelation: None,
        contract: None,
        created_at: now(),
        version: 1,
    }
}

/// Last month's invoice, or this month's, which one in four has not paid.
fn invoice(number: u64, this_month: bool) -> anyhow::Result<Invoice> {
    let amount = Money::from_minor(4900, Currency::EUR);
    let nothing = Money::zero(Currency::EUR);
    let line = |description: &str| InvoiceLine {
        description: description.into(),
        quantity: 1.into(),
        unit_price: amount.to_decimal(),
        amount,
        discount: nothing,
        tax_rate: 19.into(),
        tax: Money::from_minor(931, Currency::EUR),
        period: None,
        part_of: None,
    };
    let lines = vec![line("Pro, one month"), line("Support"), line("Extra storage")];
    let totals = Totals::of(&lines, Currency::EUR)?;
    let open = this_month && number.is_multiple_of(4);
    let issued_on =
        now().to_zoned(jiff::tz::TimeZone::UTC).date() - if this_month { 10.days() } else { 40.days() };
    let mut bytes = entropy(number);
    bytes[9] = u8::from(this_month);
    Ok(Invoice {
        id: InvoiceId::new(now() + (number as i64).minutes(), bytes),
        external_id: None,
        customer_id: CustomerId::new(now() + (number as i64).minutes(), entropy(number)),
        subscription_id: None,
        number: format!("2026-{number:06}{}", u8::from(this_month)),
        state: if open { InvoiceState::Open } else { InvoiceState::Paid },
        currency: Currency::EUR,
        issued_on,
        due_on: issued_on + if number.is_multiple_of(8) { 5.days() } else { 14.days() },
        bill_to_name: customer(number)?.name,
        bill_to_address: Address::default(),
        bill_to_tax_ids: Vec::new(),
        lines,
        totals,
        amount_paid: if open { nothing } else { totals.total },
        paid_at: (!open).then(now),
        memo: String::new(),
        created_at: now(),
        version: 1,
    })
}
