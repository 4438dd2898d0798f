//! The customer list and its search.

use std::collections::HashMap;

use contract::ipc::{CustomerList, CustomerRow};
use domain::{Customer, SubscriptionStatus};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error as NotAStatus, StrDeserializer};
use sqlx::{Row as _, SqliteConnection};

use super::{owed, today};
use crate::words::typed_words;
use crate::{Replica, ReplicaError};

/// The most rows one window has.
const LARGEST_WINDOW: u32 = 200;

impl Replica {
    /// Customers by name; where something was typed, those of whom every typed word starts a word of
    /// name, e-mail or external id. Case and accents do not count.
    pub async fn search_customers(
        &self,
        text: &str,
        offset: u32,
        limit: u32,
        now: Timestamp,
    ) -> Result<CustomerList, ReplicaError> {
        let words = typed_words(text);
        let (ids, total) = if words.is_empty() && !text.trim().is_empty() {
            // Something was typed that no word can contain.
            (Vec::new(), 0)
        } else {
            self.directory().search(&words, offset as usize, limit.min(LARGEST_WINDOW) as usize)
        };
        let conn = &mut *self.read().await?;
        let today = today(conn, now).await?;
        Ok(CustomerList { rows: rows(conn, &ids, today).await?, total: total as u64 })
    }
}

/// The rows of these customers, in this order.
pub(super) async fn rows(
    conn: &mut SqliteConnection,
    ids: &[String],
    today: Date,
) -> Result<Vec<CustomerRow>, ReplicaError> {
    let wanted: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut owed = owed(conn, &wanted, today).await?;
    let wanted = serde_json::to_string(&wanted)?;
    let mut newest = newest_subscriptions(conn, &wanted).await?;
    let found = sqlx::query_scalar::<_, String>(
        "SELECT customer.json FROM json_each($1) AS wanted JOIN customer ON customer.id = wanted.value
          ORDER BY wanted.key",
    );
    let mut rows = Vec::with_capacity(ids.len());
    for json in found.bind(&wanted).fetch_all(conn).await? {
        let customer: Customer = serde_json::from_str(&json)?;
        let owed = owed.remove(customer.id.as_str()).unwrap_or_default();
        rows.push(CustomerRow {
            subscription: newest.remove(customer.id.as_str()),
            id: customer.id,
            name: customer.name,
            email: customer.email,
            external_id: customer.external_id,
            balance: owed.open,
            overdue: owed.overdue,
        });
    }
    Ok(rows)
}

async fn newest_subscriptions(
    conn: &mut SqliteConnection,
    customers: &str,
) -> Result<HashMap<String, (String, SubscriptionStatus)>, ReplicaError> {
    let rows = sqlx::query(
        "SELECT customer_id, plan_name, status FROM subscription
          WHERE customer_id IN (SELECT value FROM json_each($1)) ORDER BY customer_id, created_at",
    );
    rows.bind(customers)
        .fetch_all(conn)
        .await?
        .into_iter()
        .map(|row| {
            let status: StrDeserializer<'_, NotAStatus> = row.get::<&str, _>("status").into_deserializer();
            let status =
                SubscriptionStatus::deserialize(status).map_err(|e| ReplicaError::Damaged(e.into()))?;
            Ok((row.get("customer_id"), (row.get("plan_name"), status)))
        })
        .collect()
}
