//! The settings pages, and the account the branding is previewed with.

use contract::ipc::{BrandingWithLogo, PreviewAccount, Settings};
use domain::{Branding, Configuration, Endpoint, Plan, Subscription};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::{customer, invoices, nouns, single, today};
use crate::noun::Single;
use crate::{Replica, ReplicaError, logo};

/// Invoices in the preview.
const INVOICES: u32 = 12;

impl Replica {
    /// *Settings → Customer Portal*.
    pub async fn settings(&self) -> Result<Settings, ReplicaError> {
        let conn = &mut *self.read().await?;
        Ok(Settings { configurations: configurations(conn).await?, plans: customer::plans(conn).await? })
    }

    /// *Settings → Branding*, with a real account to preview it on, as of `now`.
    pub async fn branding(&self, now: Timestamp) -> Result<BrandingWithLogo, ReplicaError> {
        let conn = &mut *self.read().await?;
        let branding: Branding = single(conn, Single::Branding).await?;
        let logo_data_url = match &branding.logo {
            Some(logo) => logo::data_url(conn, logo).await?,
            None => None,
        };
        Ok(BrandingWithLogo { branding, logo_data_url, preview: preview(conn, now).await? })
    }

    /// *Settings → Webhooks*: the endpoints, oldest first.
    pub async fn list_endpoints(&self) -> Result<Vec<Endpoint>, ReplicaError> {
        let rows = sqlx::query_scalar("SELECT json FROM endpoint ORDER BY id");
        nouns(&rows.fetch_all(&mut *self.read().await?).await?)
    }
}

/// All portal configurations, the default first, then by name.
pub(super) async fn configurations(conn: &mut SqliteConnection) -> Result<Vec<Configuration>, ReplicaError> {
    let rows = sqlx::query_scalar(
        "SELECT json FROM configuration ORDER BY json ->> 'is_default' DESC, json ->> 'name', id",
    );
    nouns(&rows.fetch_all(conn).await?)
}

async fn preview(
    conn: &mut SqliteConnection,
    now: Timestamp,
) -> Result<Option<PreviewAccount>, ReplicaError> {
    let newest: Option<String> = sqlx::query_scalar(
        "SELECT customer_id FROM invoice WHERE is_open = 1 ORDER BY issued_on DESC, id DESC LIMIT 1",
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(id) = newest else { return Ok(None) };
    let Some(customer) = customer::find(conn, &id).await? else { return Ok(None) };
    let subscriptions: Vec<Subscription> = customer::newest(conn, "subscription", &id).await?;
    let mut plans: Vec<Plan> = customer::plans(conn).await?;
    plans.retain(|plan| subscriptions.iter().any(|subscription| subscription.plan_id == plan.id));
    let invoices = invoices::newest(conn, &id, 0, INVOICES).await?;
    Ok(Some(PreviewAccount { customer, subscriptions, plans, invoices, today: today(conn, now).await? }))
}
