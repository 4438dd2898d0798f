//! Renewals: 20,000 subscriptions of one merchant whose period ends at the same instant.
//!
//! In: subscriptions, seats and tax on them. Out: invoices per second, beside plain SQL that writes the very
//! same invoices, which computes nothing, moves no subscription on and appends no events.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::ensure;
use domain::{Currency, Interval, Merchant, Money, Period, Price, SeatRange, SubscriptionStatus};
use jiff::ToSpan as _;
use portico::app::{App, Clock, Rng};
use portico::config::Config;
use portico::import::{self, CustomerRecord, Place, PlanRecord, Record, SubscriptionRecord};
use portico::{serve, store, worker};

use crate::books;
use crate::raw::{self, Synchronous};
use crate::room::Room;
use crate::table::{Aim, Better, Row};

const SUBSCRIPTIONS: usize = 20_000;
/// As many as the server takes at once.
const BATCH: u32 = 128;

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let per_second = |took: Duration| SUBSCRIPTIONS as f64 / took.as_secs_f64();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in room.rounds("renewals") {
        let folder = room.folder()?;
        let file = folder.path().join("portico.sqlite3");
        let app = ready(folder.path(), &file).await?;
        let began = Instant::now();
        let mut renewed = 0;
        loop {
            let batch = worker::renew_due(&app, BATCH).await?;
            renewed += batch.taken;
            if batch.is_empty() {
                break;
            }
        }
        ours.push(per_second(began.elapsed()));
        ensure!(renewed == SUBSCRIPTIONS, "{renewed} of {SUBSCRIPTIONS} were renewed");
        let tables = ["invoice", "invoice_line", "collection"];
        theirs.push(per_second(raw::insert(room, &file, Synchronous::Full, &tables).await?));
    }
    Ok(vec![Row {
        what: "renewals, invoices/s".into(),
        beside: "raw `sqlite3`, its invoices and lines only",
        better: Better::Higher,
        ours,
        theirs,
        aim: Some(Aim::Speed(2_000.0)),
    }])
}

/// A merchant with customers whose period has just ended; no server runs, so nobody else renews them.
async fn ready(folder: &Path, file: &Path) -> anyhow::Result<App> {
    let mut config = Config::load(None)?;
    config.data_dir = folder.to_owned();
    config.database_url = format!("sqlite:{}", file.display());
    let url = "http://127.0.0.1:1/".parse()?;
    let app = serve::open(config, url, Clock::System, Rng::System).await?;
    let now = app.clock.now();
    let merchant = Merchant {
        id: app.new_id(),
        name: "Northwind".into(),
        time_zone: "Europe/Berlin".into(),
        currency: Currency::EUR,
        created_at: now,
        test_clock: None,
    };
    let mut tx = app.db.write().await?;
    store::merchants::insert(&mut tx, &merchant).await?;
    tx.commit().await?;
    let price = Price::per_seat(Money::from_minor(1_250, Currency::EUR), Interval::Month);
    let mut records = vec![Record::Plan(PlanRecord {
        id: None,
        external_id: Some("team".into()),
        name: "Team".into(),
        description: String::new(),
        price: Price { tax_rate: 19.into(), ..price },
        seats: SeatRange::ANY,
        self_serve_changes: true,
        self_serve_cancelation: true,
        created_at: None,
    })];
    let period = Period { start: now - 720.hours(), end: now - 1.hour() };
    for number in 0..SUBSCRIPTIONS {
        records.push(Record::Customer(CustomerRecord {
            id: None,
            external_id: Some(books::external_id(number)),
            name: books::name(number),
            email: format!("billing@customer-{number}.example").parse()?,
            locale: "en".into(),
            time_zone: None,
            address: domain::Address::default(),
            tax_ids: Vec::new(),
            metadata: Default::default(),
            created_at: None,
        }));
        records.push(Record::Subscription(subscription(number, period)));
    }
    let placed = (1..).zip(records).map(|(line, record)| (Place::new(Path::new("renewals"), line), record));
    let report = import::apply(
        &app,
        &merchant,
        placed.collect(),
        import::Options { bill_missed: true, ..Default::default() },
        || {},
    )
    .await?;
    ensure!(report.faults.is_empty(), "the import found fault with {}", report.faults[0]);
    Ok(app)
}

fn subscription(number: usize, period: Period) -> SubscriptionRecord {
    SubscriptionRecord {
        id: None,
        external_id: Some(format!("S-{number}")),
        customer: books::external_id(number),
        plan: "team".into(),
        plan_name: None,
        price: None,
        seats: 1 + u32::try_from(number % 20).unwrap_or(0),
        status: SubscriptionStatus::Active,
        period,
        anchor: None,
        trial_end: None,
        earlier_terms: Vec::new(),
        assigned_seats: None,
        billed_by: None,
        pending_change: None,
        cancelation: None,
        contract: None,
        created_at: None,
    }
}
