//! The pages' questions, one file per page. Each answers from one moment of the copy.

mod activity;
mod customer;
mod customers;
mod invoices;
mod overview;
mod refusals;
mod settings;
mod test_clock;

use std::collections::BTreeMap;

use domain::{CustomerId, Merchant, Money};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::de::DeserializeOwned;
use sqlx::{Row as _, SqliteConnection};

use crate::ReplicaError;
use crate::noun::Single;

/// Stands for a customer the copy does not know (any more).
pub(crate) const UNKNOWN: &str = "A customer";

/// The merchant or the branding; `None` before the first snapshot.
pub(crate) async fn find_single<T: DeserializeOwned>(
    conn: &mut SqliteConnection,
    kind: Single,
) -> Result<Option<T>, ReplicaError> {
    let json: Option<String> = sqlx::query_scalar("SELECT json FROM single WHERE kind = $1")
        .bind(kind.as_str())
        .fetch_optional(conn)
        .await?;
    Ok(json.map(|json| serde_json::from_str(&json)).transpose()?)
}

async fn single<T: DeserializeOwned>(conn: &mut SqliteConnection, kind: Single) -> Result<T, ReplicaError> {
    find_single(conn, kind).await?.ok_or(ReplicaError::NotSynced)
}

/// The merchant's time zone; UTC before the first snapshot, or where this machine does not know the zone.
pub(crate) async fn zone(conn: &mut SqliteConnection) -> Result<TimeZone, ReplicaError> {
    let merchant: Option<Merchant> = find_single(conn, Single::Merchant).await?;
    Ok(merchant.and_then(|m| TimeZone::get(&m.time_zone).ok()).unwrap_or(TimeZone::UTC))
}

/// The merchant's day, by their test clock if they have one.
async fn today(conn: &mut SqliteConnection, now: Timestamp) -> Result<Date, ReplicaError> {
    let merchant: Option<Merchant> = find_single(conn, Single::Merchant).await?;
    let now = merchant.map_or(now, |merchant| merchant.time(now));
    Ok(now.to_zoned(zone(conn).await?).date())
}

/// A customer's name.
pub(crate) async fn find_name(
    conn: &mut SqliteConnection,
    id: &CustomerId,
) -> Result<Option<String>, ReplicaError> {
    let name = sqlx::query_scalar("SELECT json ->> 'name' FROM customer WHERE id = $1").bind(id.as_str());
    Ok(name.fetch_optional(conn).await?)
}

/// The nouns in the only column of some rows.
fn nouns<T: DeserializeOwned>(rows: &[String]) -> Result<Vec<T>, ReplicaError> {
    rows.iter().map(|json| Ok(serde_json::from_str(json)?)).collect()
}

/// What is open and what of it is overdue, per currency.
#[derive(Debug, Default)]
struct Owed {
    open: Vec<Money>,
    overdue: Vec<Money>,
}

/// What these customers owe on the merchant's day. Who owes nothing is left out.
async fn owed(
    conn: &mut SqliteConnection,
    customers: &[&str],
    today: Date,
) -> Result<BTreeMap<String, Owed>, ReplicaError> {
    let rows = sqlx::query(
        "SELECT customer_id, currency, sum(amount_due) AS open,
                sum(CASE WHEN due_on < $2 THEN amount_due ELSE 0 END) AS overdue,
                sum(due_on < $2) AS overdue_count
           FROM invoice
          WHERE is_open = 1 AND customer_id IN (SELECT value FROM json_each($1))
          GROUP BY customer_id, currency",
    )
    .bind(serde_json::to_string(customers)?)
    .bind(today.to_string())
    .fetch_all(conn)
    .await?;
    let mut owed: BTreeMap<String, Owed> = BTreeMap::new();
    for row in rows {
        let of = owed.entry(row.get("customer_id")).or_default();
        of.open.push(money(row.get("open"), row.get("currency"))?);
        if row.get::<i64, _>("overdue_count") > 0 {
            of.overdue.push(money(row.get("overdue"), row.get("currency"))?);
        }
    }
    Ok(owed)
}

fn money(minor: i64, currency: &str) -> Result<Money, ReplicaError> {
    let currency = currency.parse().map_err(|e| ReplicaError::Damaged(Box::new(e)))?;
    Ok(Money::from_minor(minor, currency))
}
