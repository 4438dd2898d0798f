//! The customer page.

use contract::api::{LinkWithState, SessionWithState};
use contract::ipc::CustomerDetail;
use domain::{Configuration, Customer, CustomerId, Plan, PortalLink, PortalSession};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::settings::configurations;
use super::{activity, invoices, nouns, owed, refusals, today, zone};
use crate::{Replica, ReplicaError};

/// The newest of each list; for more, pages ask for the list.
const NEWEST: u32 = 50;

impl Replica {
    /// All there is about one customer, as of `now`.
    pub async fn find_customer(
        &self,
        id: &CustomerId,
        now: Timestamp,
    ) -> Result<CustomerDetail, ReplicaError> {
        let conn = &mut *self.read().await?;
        let customer = find(conn, id.as_str()).await?.ok_or(ReplicaError::NotFound("customer"))?;
        let today = today(conn, now).await?;
        let owed = owed(conn, &[id.as_str()], today).await?.remove(id.as_str()).unwrap_or_default();
        let invoice_count: i64 = sqlx::query_scalar("SELECT count(*) FROM invoice WHERE customer_id = $1")
            .bind(id.as_str())
            .fetch_one(&mut *conn)
            .await?;
        let subscriptions = newest(conn, "subscription", id.as_str()).await?;
        let configurations = configurations(conn).await?;
        let configuration = counting_for(&customer, &configurations);
        let plans = plans(conn).await?;
        let payment_methods = newest(conn, "payment_method", id.as_str()).await?;
        let links = newest::<PortalLink>(conn, "link", id.as_str()).await?;
        let sessions = newest::<PortalSession>(conn, "session", id.as_str()).await?;
        Ok(CustomerDetail {
            refusals: refusals::all(&refusals::Account {
                configuration: &configuration,
                subscriptions: &subscriptions,
                plans: &plans,
                payment_methods: &payment_methods,
                has_invoices: invoice_count > 0,
                newest_link: links.first(),
                zone: &zone(conn).await?,
                now,
            }),
            configurations,
            customer,
            balance: owed.open,
            overdue: owed.overdue,
            subscriptions,
            invoices: invoices::newest(conn, id.as_str(), 0, NEWEST).await?,
            invoice_count: invoice_count.unsigned_abs(),
            links: links.into_iter().map(|link| LinkWithState { status: link.state(now), link }).collect(),
            sessions: sessions
                .into_iter()
                .map(|session| SessionWithState { status: session.state(now), session })
                .collect(),
            payment_methods,
            mails: newest(conn, "mail", id.as_str()).await?,
            activity: activity::latest(conn, Some(id), NEWEST).await?,
            today,
        })
    }
}

pub(super) async fn find(conn: &mut SqliteConnection, id: &str) -> Result<Option<Customer>, ReplicaError> {
    let json: Option<String> =
        sqlx::query_scalar("SELECT json FROM customer WHERE id = $1").bind(id).fetch_optional(conn).await?;
    Ok(json.map(|json| serde_json::from_str(&json)).transpose()?)
}

/// The newest of what a customer has in a table.
pub(super) async fn newest<T: DeserializeOwned>(
    conn: &mut SqliteConnection,
    table: &'static str,
    customer: &str,
) -> Result<Vec<T>, ReplicaError> {
    let sql = format!(
        "SELECT json FROM {table} WHERE customer_id = $1 ORDER BY created_at DESC, id DESC LIMIT {NEWEST}"
    );
    // Safe: the table is a constant of this crate.
    nouns(&sqlx::query_scalar(AssertSqlSafe(sql)).bind(customer).fetch_all(conn).await?)
}

/// All plans, by name.
pub(super) async fn plans(conn: &mut SqliteConnection) -> Result<Vec<Plan>, ReplicaError> {
    nouns(&sqlx::query_scalar("SELECT json FROM plan ORDER BY json ->> 'name', id").fetch_all(conn).await?)
}

/// The configuration that counts for a customer: their own, else the default.
fn counting_for(customer: &Customer, configurations: &[Configuration]) -> Configuration {
    let own = |one: &&Configuration| customer.portal_configuration_id.as_ref() == Some(&one.id);
    let found = configurations.iter().find(own).or_else(|| configurations.iter().find(|one| one.is_default));
    found.cloned().unwrap_or_default()
}
