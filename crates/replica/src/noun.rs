//! How each noun is kept: its JSON, and the columns queries need.

use domain::{
    Configuration, Customer, Endpoint, Invoice, InvoiceState, Mail, PaymentMethod, Plan, PortalLink,
    PortalSession, Subscription,
};
use serde::Serialize;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::ReplicaError;

/// Rows per statement: enough that the statement's own cost no longer counts.
const BATCH: usize = 100;

/// A column's value.
#[derive(Debug)]
pub(crate) enum Value {
    Text(String),
    Int(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Something kept in a table of its own, under its id.
pub(crate) trait Noun: Serialize {
    const TABLE: &'static str;
    /// The columns before the last, which is `json`.
    const COLUMNS: &'static [&'static str];
    /// Their values.
    fn values(&self) -> Vec<Value>;
}

/// Writes nouns, each in place of what was kept under its id.
pub(crate) async fn save<N: Noun>(conn: &mut SqliteConnection, nouns: &[N]) -> Result<(), ReplicaError> {
    for chunk in nouns.chunks(BATCH) {
        let mut rows = Vec::with_capacity(chunk.len() * (N::COLUMNS.len() + 1));
        for noun in chunk {
            rows.extend(noun.values());
            rows.push(Value::Text(serde_json::to_string(noun)?));
        }
        let columns = [N::COLUMNS, &["json"]].concat();
        insert(conn, N::TABLE, &columns, rows).await?;
    }
    Ok(())
}

/// Writes rows given value by value, each in place of what had the same key.
pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    table: &'static str,
    columns: &[&'static str],
    values: Vec<Value>,
) -> Result<(), ReplicaError> {
    let row = format!("({})", vec!["?"; columns.len()].join(", "));
    let rows = vec![row; values.len() / columns.len()].join(", ");
    let sql = format!("INSERT OR REPLACE INTO {table} ({}) VALUES {rows}", columns.join(", "));
    // Safe: table and columns are constants of this crate; every value is bound.
    let query = values.into_iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, value| match value {
        Value::Text(text) => query.bind(text),
        Value::Int(number) => query.bind(number),
    });
    query.execute(conn).await?;
    Ok(())
}

impl Noun for Plan {
    const TABLE: &'static str = "plan";
    const COLUMNS: &'static [&'static str] = &["id"];
    fn values(&self) -> Vec<Value> {
        vec![self.id.as_str().into()]
    }
}

impl Noun for Configuration {
    const TABLE: &'static str = "configuration";
    const COLUMNS: &'static [&'static str] = &["id"];
    fn values(&self) -> Vec<Value> {
        vec![self.id.as_str().into()]
    }
}

impl Noun for Customer {
    const TABLE: &'static str = "customer";
    const COLUMNS: &'static [&'static str] = &["id"];
    fn values(&self) -> Vec<Value> {
        vec![self.id.as_str().into()]
    }
}

impl Noun for Endpoint {
    const TABLE: &'static str = "endpoint";
    const COLUMNS: &'static [&'static str] = &["id"];
    fn values(&self) -> Vec<Value> {
        vec![self.id.as_str().into()]
    }
}

impl Noun for Subscription {
    const TABLE: &'static str = "subscription";
    const COLUMNS: &'static [&'static str] = &["id", "customer_id", "created_at", "plan_name", "status"];
    fn values(&self) -> Vec<Value> {
        vec![
            self.id.as_str().into(),
            self.customer_id.as_str().into(),
            Value::Int(self.created_at.as_microsecond()),
            self.plan_name.as_str().into(),
            self.status.as_str().into(),
        ]
    }
}

impl Noun for Invoice {
    const TABLE: &'static str = "invoice";
    const COLUMNS: &'static [&'static str] =
        &["id", "customer_id", "issued_on", "due_on", "currency", "amount_due", "is_open"];
    fn values(&self) -> Vec<Value> {
        vec![
            self.id.as_str().into(),
            self.customer_id.as_str().into(),
            Value::Text(self.issued_on.to_string()),
            Value::Text(self.due_on.to_string()),
            self.currency.code().into(),
            Value::Int(self.amount_due().minor()),
            Value::Int(i64::from(self.state == InvoiceState::Open)),
        ]
    }
}

impl Noun for PaymentMethod {
    const TABLE: &'static str = "payment_method";
    const COLUMNS: &'static [&'static str] = &["id", "customer_id", "created_at"];
    fn values(&self) -> Vec<Value> {
        let at = self.created_at.as_microsecond();
        vec![self.id.as_str().into(), self.customer_id.as_str().into(), Value::Int(at)]
    }
}

impl Noun for PortalLink {
    const TABLE: &'static str = "link";
    const COLUMNS: &'static [&'static str] = &["id", "customer_id", "created_at"];
    fn values(&self) -> Vec<Value> {
        let at = self.created_at.as_microsecond();
        vec![self.id.as_str().into(), self.customer_id.as_str().into(), Value::Int(at)]
    }
}

impl Noun for PortalSession {
    const TABLE: &'static str = "session";
    const COLUMNS: &'static [&'static str] = &["id", "customer_id", "created_at"];
    fn values(&self) -> Vec<Value> {
        let at = self.opened_at.as_microsecond();
        vec![self.id.as_str().into(), self.customer_id.as_str().into(), Value::Int(at)]
    }
}

impl Noun for Mail {
    const TABLE: &'static str = "mail";
    const COLUMNS: &'static [&'static str] = &["id", "customer_id", "created_at"];
    fn values(&self) -> Vec<Value> {
        let at = self.created_at.as_microsecond();
        // A note to staff stands on no customer's page.
        let customer = self.customer_id.as_ref().map_or("", |id| id.as_str());
        vec![self.id.as_str().into(), customer.into(), Value::Int(at)]
    }
}

/// What a merchant has exactly one of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Single {
    Merchant,
    Branding,
}

impl Single {
    /// As stored.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Merchant => "merchant",
            Self::Branding => "branding",
        }
    }
}

/// Writes the merchant or the branding.
pub(crate) async fn save_single(
    conn: &mut SqliteConnection,
    kind: Single,
    noun: &impl Serialize,
) -> Result<(), ReplicaError> {
    let values = vec![kind.as_str().into(), Value::Text(serde_json::to_string(noun)?)];
    insert(conn, "single", &["kind", "json"], values).await
}
