//! Tables `usage_event`, `usage_day` and `usage_value`: what was used, and what it comes to each day.

use domain::{MerchantId, MeterKey, Period, SubscriptionId, Tally, UsageEvent};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::db::{Conn, Row, StoreError, Tx, Value, insert_many, sql, upsert_many};

/// A day of a meter within a period of a subscription.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayKey {
    /// Whose.
    pub subscription: SubscriptionId,
    /// Which meter.
    pub meter: MeterKey,
    /// When its period begins.
    pub period_start: Timestamp,
    /// The merchant's day. Periods that meet at noon share one, and each has its own row.
    pub day: Date,
}

/// What a day came to.
#[derive(Debug, Clone)]
pub struct Day {
    /// Which.
    pub key: DayKey,
    /// When its period ends.
    pub period_end: Timestamp,
    /// What it came to.
    pub tally: Tally,
    /// Whether it was charged.
    pub settled: bool,
}

impl Day {
    /// The period it is part of.
    pub fn period(&self) -> Period {
        Period { start: self.key.period_start, end: self.period_end }
    }
}

fn read(row: &Row) -> Result<UsageEvent, StoreError> {
    Ok(UsageEvent {
        id: row.get("id")?,
        customer_id: row.get("customer_id")?,
        subscription_id: row.get("subscription_id")?,
        meter: row.get("meter")?,
        at: row.get("at")?,
        quantity: row.get("quantity")?,
        value: row.get_opt("value")?,
    })
}

fn read_day(row: &Row) -> Result<Day, StoreError> {
    Ok(Day {
        key: DayKey {
            subscription: row.get("subscription_id")?,
            meter: row.get("meter")?,
            period_start: row.get("period_start")?,
            day: row.get("day")?,
        },
        period_end: row.get("period_end")?,
        tally: Tally {
            quantity: row.get("quantity")?,
            latest_at: row.get("latest_at")?,
            latest_id: row.get("latest_id")?,
            events: row.get("events")?,
        },
        settled: row.get_opt::<Timestamp>("settled_at")?.is_some(),
    })
}

/// How many keys are looked up with one query.
const CHUNK: usize = 256;

/// The events with these ids, as far as there are any.
pub async fn find_events(
    conn: &mut Conn,
    merchant: &MerchantId,
    ids: &[&str],
) -> Result<Vec<UsageEvent>, StoreError> {
    let mut found = Vec::new();
    for ids in ids.chunks(CHUNK) {
        let rows = sql("SELECT * FROM usage_event WHERE merchant_id = $1 AND id IN ($list)")
            .bind(merchant)
            .bind_list(ids.iter().copied())
            .fetch_all(conn)
            .await?;
        for row in &rows {
            found.push(read(row)?);
        }
    }
    Ok(found)
}

/// Events with an id after `after`, by id, at most `limit`.
pub async fn list_events(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: &str,
    limit: u32,
) -> Result<Vec<UsageEvent>, StoreError> {
    let rows = sql("SELECT * FROM usage_event WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after)
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Adds events. An id that exists already is [`StoreError::Conflict`].
pub async fn insert_events(
    conn: &mut Conn,
    merchant: &MerchantId,
    events: &[UsageEvent],
) -> Result<(), StoreError> {
    let rows = events
        .iter()
        .map(|event| {
            vec![
                merchant.into(),
                (&event.id).into(),
                (&event.customer_id).into(),
                (&event.subscription_id).into(),
                (&event.meter).into(),
                event.at.into(),
                event.quantity.into(),
                event.value.as_ref().into(),
            ]
        })
        .collect();
    let into =
        "INSERT INTO usage_event (merchant_id, id, customer_id, subscription_id, meter, at, quantity, value)";
    insert_many(conn, into, rows).await
}

/// Which of `values` a period has seen already.
pub async fn known_values(
    conn: &mut Conn,
    merchant: &MerchantId,
    (subscription, meter, period_start): (&SubscriptionId, &MeterKey, Timestamp),
    values: &[&str],
) -> Result<Vec<String>, StoreError> {
    let mut known = Vec::new();
    for values in values.chunks(CHUNK) {
        let rows = sql("SELECT value FROM usage_value WHERE merchant_id = $1 AND subscription_id = $2
                AND meter = $3 AND period_start = $4 AND value IN ($list)")
        .bind(merchant)
        .bind(subscription)
        .bind(meter)
        .bind(period_start)
        .bind_list(values.iter().copied())
        .fetch_all(conn)
        .await?;
        for row in &rows {
            known.push(row.get("value")?);
        }
    }
    Ok(known)
}

/// Notes values a period had not seen.
pub async fn insert_values(
    conn: &mut Conn,
    merchant: &MerchantId,
    (subscription, meter, period_start): (&SubscriptionId, &MeterKey, Timestamp),
    values: &[&str],
) -> Result<(), StoreError> {
    let row = |value: &&str| {
        vec![merchant.into(), subscription.into(), meter.into(), period_start.into(), (*value).into()]
    };
    let into = "INSERT INTO usage_value (merchant_id, subscription_id, meter, period_start, value)";
    insert_many(conn, into, values.iter().map(row).collect()).await
}

/// The days with these keys, as far as there are any.
pub async fn find_days(
    conn: &mut Conn,
    merchant: &MerchantId,
    keys: &[&DayKey],
) -> Result<Vec<Day>, StoreError> {
    let mut days = Vec::new();
    for keys in keys.chunks(CHUNK / 4) {
        let row = |key: &&DayKey| {
            [(&key.subscription).into(), key.period_start.into(), (&key.meter).into(), key.day.into()]
        };
        // A join, because SQLite reads the whole table for a row that is `IN` others.
        let rows = sql("SELECT d.* FROM (SELECT DISTINCT * FROM (VALUES $rows) AS v) AS k
               JOIN usage_day d ON d.subscription_id = k.column1 AND d.period_start = k.column2
                AND d.meter = k.column3 AND d.day = k.column4
              WHERE d.merchant_id = $1")
        .bind(merchant)
        .bind_rows(keys.iter().map(row))
        .fetch_all(conn)
        .await?;
        for row in &rows {
            days.push(read_day(row)?);
        }
    }
    Ok(days)
}

/// The days of a subscription in periods that begin at `since` or later, in order.
pub async fn days_since(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &SubscriptionId,
    since: Timestamp,
) -> Result<Vec<Day>, StoreError> {
    let rows =
        sql("SELECT * FROM usage_day WHERE merchant_id = $1 AND subscription_id = $2 AND period_start >= $3
          ORDER BY period_start, meter, day")
        .bind(merchant)
        .bind(subscription)
        .bind(since)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read_day).collect()
}

/// The days of a subscription that were not charged yet, in periods that begin before `until`, in order.
pub async fn unsettled_days(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &SubscriptionId,
    until: Timestamp,
) -> Result<Vec<Day>, StoreError> {
    let rows = sql("SELECT * FROM usage_day WHERE merchant_id = $1 AND subscription_id = $2
            AND period_start < $3 AND settled_at IS NULL
          ORDER BY period_start, meter, day")
    .bind(merchant)
    .bind(subscription)
    .bind(until)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_day).collect()
}

/// Writes what days came to; whether one is charged is said when it is new, and by [`settle`].
pub async fn save_days(
    conn: &mut Conn,
    merchant: &MerchantId,
    days: &[Day],
    now: Timestamp,
) -> Result<(), StoreError> {
    let rows = days
        .iter()
        .map(|day| {
            vec![
                merchant.into(),
                (&day.key.subscription).into(),
                (&day.key.meter).into(),
                day.key.period_start.into(),
                day.period_end.into(),
                day.key.day.into(),
                day.tally.quantity.into(),
                day.tally.latest_at.into(),
                (&day.tally.latest_id).into(),
                day.tally.events.into(),
                day.settled.then_some(now).into(),
            ]
        })
        .collect::<Vec<Vec<Value>>>();
    upsert_many(
        conn,
        "INSERT INTO usage_day (merchant_id, subscription_id, meter, period_start, period_end, day, quantity,
                                latest_at, latest_id, events, settled_at)",
        rows,
        "ON CONFLICT (subscription_id, period_start, meter, day) DO UPDATE SET quantity = excluded.quantity,
            latest_at = excluded.latest_at, latest_id = excluded.latest_id, events = excluded.events",
    )
    .await
}

/// Notes that the days of [`unsettled_days`] are charged.
pub async fn settle(
    tx: &mut Tx,
    merchant: &MerchantId,
    subscription: &SubscriptionId,
    until: Timestamp,
    now: Timestamp,
) -> Result<(), StoreError> {
    sql("UPDATE usage_day SET settled_at = $1 WHERE merchant_id = $2 AND subscription_id = $3
            AND period_start < $4 AND settled_at IS NULL")
    .bind(now)
    .bind(merchant)
    .bind(subscription)
    .bind(until)
    .execute(tx)
    .await?;
    Ok(())
}
