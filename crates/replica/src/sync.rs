//! Keeping up: events and the place in the feed move in one transaction.

use std::time::Duration;

use client::Client;
use domain::{CustomerId, Event, EventBody, InvoiceState, PaymentMethodChange};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sqlx::{Row as _, SqliteConnection};

use crate::directory::{self, Entry};
use crate::noun::{Single, save, save_single};
use crate::{Replica, ReplicaError, SyncError, logo, query, sentence, snapshot};

/// Events asked for at once.
const PAGE: u32 = 500;
/// Events kept for the activity lists.
const KEPT: i64 = 20_000;
/// Events fetched for them after a snapshot.
const HISTORY: i64 = 2_000;

/// Something worth a sentence, for whoever sits at the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence, without a full stop.
    pub text: String,
    /// About whom, to jump there.
    pub customer_id: Option<CustomerId>,
}

/// What a pull brought.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// How many changes; after a snapshot at least 1. None: what is shown is still right.
    pub changes: u64,
    /// What to tell, oldest first; nothing after a snapshot, when all is news.
    pub notices: Vec<Notice>,
    /// Whether the server has more waiting.
    pub more: bool,
}

/// Brings the copy one page of events nearer to the server, waiting up to `wait` for something to happen.
///
/// Starts over from a snapshot where there is no copy yet, where the server was restored from a backup,
/// or where the feed has a hole. Calling it again after any failure is safe: an event applied twice
/// changes nothing.
pub async fn pull_once(db: &Replica, api: &Client, wait: Duration) -> Result<Applied, SyncError> {
    let mut applied = match standing(&mut *db.read().await?).await? {
        None => start_over(db, api).await?,
        Some(at) => {
            let page = api.feed(at.sequence, wait, PAGE).await?;
            let starts_right = page.events.first().is_none_or(|event| event.sequence <= at.sequence + 1);
            if page.epoch == at.epoch && page.head >= at.sequence && starts_right {
                apply_page(db, &page.events, page.head).await?
            } else {
                tracing::info!(epoch = page.epoch, "the feed does not continue the copy; starting over");
                start_over(db, api).await?
            }
        }
    };
    match logo::refresh(db, api).await {
        Ok(fetched) => applied.changes += u64::from(fetched),
        // The preview does without it until the next pull.
        Err(error) => tracing::warn!(%error, "the logo could not be fetched"),
    }
    Ok(applied)
}

async fn start_over(db: &Replica, api: &Client) -> Result<Applied, SyncError> {
    snapshot(db, api).await?;
    Ok(Applied { changes: 1, ..Applied::default() })
}

/// Where the copy stands in the feed.
pub(crate) struct Standing {
    epoch: String,
    sequence: i64,
}

async fn standing(conn: &mut SqliteConnection) -> Result<Option<Standing>, ReplicaError> {
    let row = sqlx::query("SELECT epoch, sequence FROM standing").fetch_optional(conn).await?;
    Ok(row.map(|row| Standing { epoch: row.get("epoch"), sequence: row.get("sequence") }))
}

pub(crate) async fn stand_at(
    conn: &mut SqliteConnection,
    epoch: &str,
    sequence: i64,
) -> Result<(), ReplicaError> {
    sqlx::query(
        "INSERT INTO standing (one, epoch, sequence) VALUES (1, $1, $2)
         ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch, sequence = excluded.sequence",
    )
    .bind(epoch)
    .bind(sequence)
    .execute(conn)
    .await?;
    Ok(())
}

impl Replica {
    /// When the copy last agreed with the server, if it ever did.
    pub async fn last_pull(&self) -> Result<Option<Timestamp>, ReplicaError> {
        let at: Option<Option<i64>> = sqlx::query_scalar("SELECT pulled_at FROM standing")
            .fetch_optional(&mut *self.read().await?)
            .await?;
        Ok(at.flatten().and_then(|at| Timestamp::from_microsecond(at).ok()))
    }

    /// Keeps the moment of a pull that went well.
    pub async fn remember_pull(&self, at: Timestamp) -> Result<(), ReplicaError> {
        let mut tx = self.write().await?;
        sqlx::query("UPDATE standing SET pulled_at = $1").bind(at.as_microsecond()).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }
}

async fn apply_page(db: &Replica, events: &[Event], head: i64) -> Result<Applied, SyncError> {
    let mut applied = Applied::default();
    if events.is_empty() {
        return Ok(applied);
    }
    let mut tx = db.write().await?;
    // Another pull may have been quicker: only what is still news counts.
    let Some(mut at) = standing(&mut tx).await? else { return Ok(applied) };
    let zone = query::zone(&mut tx).await?;
    let mut entries = Vec::new();
    for event in events.iter().filter(|event| event.sequence > at.sequence) {
        apply(&mut tx, event).await?;
        if let EventBody::CustomerCreated { customer } | EventBody::CustomerUpdated { customer } = &event.body
        {
            entries.push(Entry::of(customer));
        }
        if let Some(text) = remember(&mut tx, event, &zone).await?.filter(|_| sentence::is_notice(event)) {
            applied.notices.push(Notice { text, customer_id: event.body.customer().cloned() });
        }
        applied.changes += 1;
    }
    directory::save(&mut tx, &entries).await?;
    at.sequence = at.sequence.max(events.last().map_or(0, |event| event.sequence));
    stand_at(&mut tx, &at.epoch, at.sequence).await?;
    sqlx::query("DELETE FROM event WHERE sequence <= $1").bind(at.sequence - KEPT).execute(&mut *tx).await?;
    tx.commit().await?;
    db.enter(entries);
    applied.more = at.sequence < head;
    Ok(applied)
}

/// Writes the state an event left behind. An event carries the whole noun, so writing it twice is
/// writing it once.
async fn apply(conn: &mut SqliteConnection, event: &Event) -> Result<(), ReplicaError> {
    use std::slice::from_ref as one;
    match &event.body {
        EventBody::CustomerCreated { customer } | EventBody::CustomerUpdated { customer } => {
            save(conn, one(customer)).await
        }
        EventBody::PlanSaved { plan } => save(conn, one(plan)).await,
        // The console asks the server about usage; it keeps none.
        EventBody::MeterSaved { .. } => Ok(()),
        EventBody::SubscriptionCreated { subscription }
        | EventBody::SubscriptionActivated { subscription }
        | EventBody::SubscriptionRenewed { subscription }
        | EventBody::SubscriptionSeatsAssigned { subscription }
        | EventBody::SubscriptionPastDue { subscription }
        | EventBody::SubscriptionRecovered { subscription }
        | EventBody::SubscriptionChangeScheduled { subscription }
        | EventBody::SubscriptionChangeRevoked { subscription }
        | EventBody::SubscriptionCancelationScheduled { subscription }
        | EventBody::SubscriptionCancelationRevoked { subscription }
        | EventBody::SubscriptionCanceled { subscription } => save(conn, one(subscription)).await,
        EventBody::InvoiceIssued { invoice }
        | EventBody::InvoiceUpdated { invoice }
        | EventBody::InvoicePaid { invoice } => {
            if invoice.state == InvoiceState::Draft {
                Ok(())
            } else {
                save(conn, one(invoice)).await
            }
        }
        EventBody::PortalLinkCreated { link } | EventBody::PortalLinkWithdrawn { link } => {
            save(conn, one(link)).await
        }
        EventBody::PortalSessionOpened { link, session } => {
            save(conn, one(link)).await?;
            save(conn, one(session)).await
        }
        EventBody::TestClockMoved { merchant } => save_single(conn, Single::Merchant, merchant).await,
        EventBody::ConfigurationSaved { configuration } => save(conn, one(configuration)).await,
        EventBody::ConfigurationDeleted { configuration_id } => {
            sqlx::query("DELETE FROM configuration WHERE id = $1")
                .bind(configuration_id.as_str())
                .execute(conn)
                .await?;
            Ok(())
        }
        EventBody::PortalFlowCompleted { session } | EventBody::PortalSessionEnded { session } => {
            save(conn, one(session)).await
        }
        EventBody::BrandingSaved { branding } => save_single(conn, Single::Branding, branding).await,
        EventBody::MailUpdated { mail } => save(conn, one(mail)).await,
        EventBody::WebhookEndpointSaved { endpoint } => save(conn, one(endpoint)).await,
        EventBody::WebhookEndpointDeleted { endpoint_id } => {
            sqlx::query("DELETE FROM endpoint WHERE id = $1")
                .bind(endpoint_id.as_str())
                .execute(conn)
                .await?;
            Ok(())
        }
        EventBody::PaymentUpdated { change: PaymentMethodChange::Removed, payment_method } => {
            sqlx::query("DELETE FROM payment_method WHERE id = $1")
                .bind(payment_method.id.as_str())
                .execute(conn)
                .await?;
            Ok(())
        }
        EventBody::PaymentUpdated { change: PaymentMethodChange::MadeDefault, payment_method } => {
            // The event tells of the new default; the one before it lost its place by that.
            sqlx::query(
                "UPDATE payment_method SET json = json_set(json, '$.is_default', json('false'))
                  WHERE customer_id = $1",
            )
            .bind(payment_method.customer_id.as_str())
            .execute(&mut *conn)
            .await?;
            save(conn, one(payment_method)).await
        }
        EventBody::PaymentUpdated { payment_method, .. } => save(conn, one(payment_method)).await,
        // What a payment led to is told by its invoice.
        EventBody::PaymentProgressed { .. }
        | EventBody::PaymentFailed { .. }
        | EventBody::PaymentRefunded { .. } => Ok(()),
        // Deliveries are many and seldom looked at: pages ask the server for them.
        EventBody::WebhookSettled { .. } => Ok(()),
    }
}

/// Keeps an event for the activity lists, if they have a sentence for it, and returns the sentence.
async fn remember(
    conn: &mut SqliteConnection,
    event: &Event,
    zone: &TimeZone,
) -> Result<Option<String>, ReplicaError> {
    let customer = event.body.customer();
    let name = match customer {
        Some(id) => query::find_name(conn, id).await?,
        None => None,
    };
    let text = sentence::activity(event, name.as_deref().unwrap_or(query::UNKNOWN), zone);
    if text.is_some() {
        sqlx::query("INSERT OR REPLACE INTO event (sequence, customer_id, json) VALUES ($1, $2, $3)")
            .bind(event.sequence)
            .bind(customer.map(CustomerId::as_str))
            .bind(serde_json::to_string(event)?)
            .execute(conn)
            .await?;
    }
    Ok(text)
}

/// Fetches the newest events up to `sequence`, for the activity lists only: their nouns came with the
/// snapshot, and newer.
pub(crate) async fn fetch_history(
    conn: &mut SqliteConnection,
    api: &Client,
    sequence: i64,
) -> Result<(), SyncError> {
    let zone = query::zone(conn).await?;
    let mut after = (sequence - HISTORY).max(0);
    while after < sequence {
        let page = api.feed(after, Duration::ZERO, PAGE).await?;
        for event in page.events.iter().filter(|event| event.sequence <= sequence) {
            remember(conn, event, &zone).await?;
        }
        // An empty page means the server keeps no events this old.
        let Some(last) = page.events.last() else { break };
        after = last.sequence.max(after + 1);
    }
    Ok(())
}
