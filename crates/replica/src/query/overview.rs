//! The first page.

use contract::ipc::{CustomerRow, Overview};
use domain::{Merchant, Money};
use jiff::Timestamp;
use sqlx::{Row as _, SqliteConnection};

use super::{activity, customers, find_single, money, today};
use crate::noun::Single;
use crate::{Replica, ReplicaError};

const OVERDUE_CUSTOMERS: u32 = 10;
const ACTIVITY: u32 = 20;

impl Replica {
    /// Figures and the latest events for the first page, as of `now`.
    pub async fn overview(&self, now: Timestamp) -> Result<Overview, ReplicaError> {
        let conn = &mut *self.read().await?;
        let today = today(conn, now).await?;
        let (pending, pending_count) = open_invoices(conn, "due_on >= $1", today).await?;
        let (overdue, overdue_count) = open_invoices(conn, "due_on < $1", today).await?;
        Ok(Overview {
            customers: count(conn, "SELECT count(*) FROM customer").await?,
            active_subscriptions: count(
                conn,
                "SELECT count(*) FROM subscription WHERE status IN ('trialing', 'active', 'past_due')",
            )
            .await?,
            pending,
            pending_count,
            overdue,
            overdue_count,
            overdue_customers: overdue_customers(conn, today).await?,
            activity: activity::latest(conn, None, ACTIVITY).await?,
        })
    }
}

async fn count(conn: &mut SqliteConnection, sql: &'static str) -> Result<u64, ReplicaError> {
    let count: i64 = sqlx::query_scalar(sql).fetch_one(conn).await?;
    Ok(count.unsigned_abs())
}

/// Sums per currency, and how many invoices they are, of what is open and fits.
async fn open_invoices(
    conn: &mut SqliteConnection,
    fits: &'static str,
    today: jiff::civil::Date,
) -> Result<(Vec<Money>, u64), ReplicaError> {
    let sql = format!(
        "SELECT currency, sum(amount_due) AS due, count(*) AS invoices
           FROM invoice WHERE is_open = 1 AND {fits} GROUP BY currency ORDER BY currency"
    );
    // Safe: both conditions are constants above.
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(today.to_string());
    let (mut sums, mut invoices) = (Vec::new(), 0);
    for row in query.fetch_all(conn).await? {
        sums.push(money(row.get("due"), row.get("currency"))?);
        invoices += row.get::<i64, _>("invoices").unsigned_abs();
    }
    Ok((sums, invoices))
}

/// Who owes most that is overdue. Amounts of two currencies do not compare, so those in the merchant's
/// own come first.
async fn overdue_customers(
    conn: &mut SqliteConnection,
    today: jiff::civil::Date,
) -> Result<Vec<CustomerRow>, ReplicaError> {
    let merchant: Option<Merchant> = find_single(conn, Single::Merchant).await?;
    let ids: Vec<String> = sqlx::query_scalar(
        "SELECT customer_id FROM (
             SELECT customer_id, currency = $2 AS own, sum(amount_due) AS due
               FROM invoice WHERE is_open = 1 AND due_on < $1
              GROUP BY customer_id, currency)
          GROUP BY customer_id
          ORDER BY max(own) DESC, max(CASE WHEN own THEN due ELSE 0 END) DESC, max(due) DESC, customer_id
          LIMIT $3",
    )
    .bind(today.to_string())
    .bind(merchant.map(|m| m.currency.code()).unwrap_or_default())
    .bind(OVERDUE_CUSTOMERS)
    .fetch_all(&mut *conn)
    .await?;
    customers::rows(conn, &ids, today).await
}
