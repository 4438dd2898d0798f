//! `POST /v1/usage-events`: what 500 customers used, in the largest batches, by four senders at a time; and the
//! page that shows it, after few events and after many.
//!
//! In: events. Out: events per second, beside plain SQL that writes the very same rows, which checks nothing,
//! finds no repeats and adds nothing up; milliseconds a page takes, beside the same with fewer events.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::ensure;
use client::Client;
use contract::api::{NewUsageEvent, RecordUsage};
use domain::Period;
use futures::future::try_join_all;
use jiff::{Timestamp, ToSpan as _};
use portico::import::{CustomerRecord, Place, Record};
use portico::metering;

use crate::metered::METER;
use crate::raw::{self, Synchronous};
use crate::room::Room;
use crate::subject::Subject;
use crate::table::{Aim, Better, Row, share};
use crate::{books, metered};

const CUSTOMERS: usize = 500;
const SENDERS: usize = 4;
const BATCH: usize = 5_000;
const BATCHES: usize = 20;
/// How often the page is made for one figure.
const LOOKS: usize = 50;

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let (mut ours, mut theirs, mut many, mut few) = <(Vec<_>, Vec<_>, Vec<_>, Vec<_>)>::default();
    let per_second = |took: Duration| (BATCHES * BATCH) as f64 / took.as_secs_f64();
    for round in room.rounds("usage") {
        let folder = room.folder()?;
        let subject = Subject::start(folder.path()).await?;
        let client = ready(&subject).await?;
        let now = subject.app().clock.now();
        send(&client, now, round, 0, 1).await?;
        few.push(page(&subject).await?);
        let began = Instant::now();
        send(&client, now, round, 1, BATCHES).await?;
        ours.push(per_second(began.elapsed()));
        many.push(page(&subject).await?);
        let raw = raw::insert(room, subject.file(), Synchronous::Full, &["usage_event", "usage_day"]).await?;
        theirs.push(per_second(raw));
        subject.stop().await;
    }
    let events = Row {
        what: "usage events taken in, events/s".into(),
        beside: "raw `sqlite3`, all rows that wrote",
        better: Better::Higher,
        ours,
        theirs,
        aim: Some(Aim::Speed(20_000.0)),
    };
    let flat = Row {
        what: "a customer's usage after 100,000 events, p50 in ms".into(),
        beside: "the same after 5,000",
        better: Better::Lower,
        ours: many,
        theirs: few,
        aim: Some(Aim::Ratio(0.8)),
    };
    Ok(vec![events, flat])
}

/// A meter, a plan priced by it, and customers on that plan; and an app with a key of role admin.
async fn ready(subject: &Subject) -> anyhow::Result<Client> {
    let place = |line| Place::new(Path::new("usage"), line);
    let now = subject.app().clock.now();
    let mut records = vec![Record::Meter(metered::meter()?), Record::Plan(metered::plan("Pro", 49)?)];
    let period = Period { start: now - 240.hours(), end: now + 480.hours() };
    for number in 0..CUSTOMERS {
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
        records.push(Record::Subscription(metered::subscription(number, "Pro", period)));
    }
    let records = (1..).zip(records).map(|(line, record)| (place(line), record)).collect();
    subject.take_in(records).await?;
    subject.admin().await
}

/// Sends batches from `first` on, [`SENDERS`] at a time, each with events of the last ten days.
async fn send(
    client: &Client,
    now: Timestamp,
    round: u16,
    first: usize,
    batches: usize,
) -> anyhow::Result<()> {
    let senders = (0..SENDERS).map(async |sender| {
        for batch in (first..first + batches).skip(sender).step_by(SENDERS) {
            let events = (0..BATCH).map(|at| event(round, batch * BATCH + at, now)).collect();
            let recorded = client.record_usage(&RecordUsage { events }).await?;
            ensure!(recorded.refused.is_empty(), "an event was refused: {:?}", recorded.refused[0]);
        }
        anyhow::Ok(())
    });
    try_join_all(senders).await.map(|_| ())
}

fn event(round: u16, number: usize, now: Timestamp) -> NewUsageEvent {
    // Ids as apps make them come in no order.
    let mixed = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let ago = i64::try_from(mixed % (9 * 24 * 60)).unwrap_or(0);
    NewUsageEvent {
        id: format!("{mixed:016x}-{round}-{number}"),
        customer_alias: Some(books::external_id(number % CUSTOMERS)),
        meter: METER.into(),
        timestamp: Some((now - ago.minutes()).to_string()),
        quantity: Some((1 + number % 9).to_string()),
        ..NewUsageEvent::default()
    }
}

/// How long it takes to read what a customer used, in the middle of [`LOOKS`].
async fn page(subject: &Subject) -> anyhow::Result<f64> {
    let customer = subject.customers(1).await?.remove(0);
    let mut times = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let began = Instant::now();
        let mut conn = subject.app().db.read().await?;
        let now = subject.app().clock.now();
        let usage = metering::usage_of(&mut conn, &subject.merchant, &customer.id, now).await?;
        times.push(began.elapsed().as_secs_f64() * 1_000.0);
        ensure!(usage.len() == 1, "one meter is priced");
    }
    Ok(share(&times, 50))
}
