//! The customer page, and why a customer cannot do something.

use contract::api::{LinkWithState, SessionWithState};
use contract::ipc::{CustomerDetail, Refusal};
use domain::policy::{Policy, Reason};
use domain::{
    CancelAt, CancelationMode, Configuration, Customer, CustomerId, Feature, Plan, PortalLink, PortalSession,
    SessionSettings, Subscription, SubscriptionStatus,
};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::{activity, invoices, nouns, owed, single, today};
use crate::noun::Single;
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
        let configuration = single(conn, Single::Configuration).await?;
        let plans = plans(conn).await?;
        let links = newest::<PortalLink>(conn, "link", id.as_str()).await?;
        let sessions = newest::<PortalSession>(conn, "session", id.as_str()).await?;
        Ok(CustomerDetail {
            refusals: refusals(&configuration, &subscriptions, &plans, invoice_count > 0),
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
            payment_methods: newest(conn, "payment_method", id.as_str()).await?,
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

/// What this customer cannot do with a link made now, and why.
fn refusals(
    configuration: &Configuration,
    subscriptions: &[Subscription],
    plans: &[Plan],
    has_invoices: bool,
) -> Vec<Refusal> {
    let policy = Policy { configuration, session: SessionSettings::default() };
    let runs = |s: &&Subscription| s.status != SubscriptionStatus::Canceled;
    let mut refusals: Vec<Refusal> = Feature::ALL
        .into_iter()
        .filter(|feature| *feature != Feature::CancelSubscription)
        .filter_map(|feature| refusal(act(feature), policy.view(feature).err()?))
        .collect();
    if !has_invoices && policy.view(Feature::ViewInvoices).is_ok() {
        refusals.push(nothing_there("See invoices", "No invoice has been issued to this customer yet."));
    }
    if subscriptions.is_empty() && policy.view(Feature::ViewSubscription).is_ok() {
        refusals.push(nothing_there("See their plan", "This customer has no subscription."));
    }
    let when = match configuration.self_serve.cancelation_mode {
        CancelationMode::AtPeriodEnd | CancelationMode::CustomerChooses => CancelAt::PeriodEnd,
        CancelationMode::Immediately => CancelAt::Now,
    };
    refusals.extend(subscriptions.iter().filter(runs).filter_map(|subscription| {
        let plan = plans.iter().find(|plan| plan.id == subscription.plan_id);
        let plan_allows = plan.is_none_or(|plan| plan.self_serve_cancelation);
        let reasons = policy.cancel(subscription, plan_allows, when).err()?;
        refusal(format!("Cancel {}", subscription.plan_name), reasons)
    }));
    refusals.extend(subscriptions.iter().filter(runs).filter(|s| s.is_ending()).filter_map(|subscription| {
        let reasons = policy.undo_cancel(subscription).err()?;
        refusal(format!("Keep {}", subscription.plan_name), reasons)
    }));
    refusals
}

fn act(feature: Feature) -> &'static str {
    match feature {
        Feature::ViewInvoices => "See invoices",
        Feature::DownloadPdfs => "Download invoices as PDF",
        Feature::UpdatePayment => "Change how they pay",
        Feature::ViewSubscription => "See their plan",
        Feature::SelfServeChanges => "Change plan or seats",
        Feature::CancelSubscription => "Cancel their plan",
        Feature::ViewUsage => "See their usage",
    }
}

fn refusal(act: impl Into<String>, reasons: Vec<Reason>) -> Option<Refusal> {
    Some(Refusal { act: act.into(), reasons: reasons.into_iter().map(Reason::for_staff).collect() })
}

fn nothing_there(act: &str, why: &str) -> Refusal {
    Refusal { act: act.into(), reasons: vec![why.into()] }
}
