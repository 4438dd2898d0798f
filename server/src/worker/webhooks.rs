//! Delivers events to the merchants' endpoints.

use std::collections::BTreeMap;

use contract::webhook::{self, Secret};
use domain::{
    Actor, Attempt, AttemptId, AttemptOutcome, Delivery, DeliveryState, Endpoint, EndpointId, Event,
    EventBody, MerchantId, next_attempt,
};
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::Batch;
use crate::app::App;
use crate::db::{Conn, StoreError, Tx};
use crate::mail;
use crate::outbound::Answer;
use crate::store::deliveries::{self, Due};
use crate::store::events;
use crate::store::webhooks::{self, Busy};

/// How many tries at one endpoint are under way at once; while it fails, only one.
const PER_ENDPOINT: u32 = 4;

/// An endpoint whose tries all failed for so long is turned off.
const PATIENCE: SignedDuration = SignedDuration::from_hours(5 * 24);

/// Two failures this far apart say nothing about the time between them: no wait of the retry schedule,
/// jitter and `Retry-After` included, is that long.
const QUIET: SignedDuration = SignedDuration::from_hours(2 * 24);

/// How much longer than its longest request a try may take before another server may try.
const MARGIN: SignedDuration = SignedDuration::from_mins(2);

/// A delivery that is this server's to try.
#[derive(Debug)]
pub(super) struct Job {
    merchant: MerchantId,
    endpoint: Endpoint,
    secret: Secret,
    due: Due,
    /// Nothing but a restored backup can have lost it.
    event: Option<Event>,
    until: Timestamp,
}

/// Tries at most `limit` deliveries that are due: endpoints side by side, each endpoint's in order.
/// Returns when the slowest is done.
pub async fn deliver_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let jobs = lease_due(app, limit).await?;
    let taken = jobs.len();
    let mut endpoints: BTreeMap<EndpointId, Vec<Job>> = BTreeMap::new();
    for job in jobs {
        endpoints.entry(job.endpoint.id.clone()).or_default().push(job);
    }
    let tries = endpoints.into_values().map(async |jobs| {
        for job in jobs {
            deliver(app, job).await?;
        }
        Ok(())
    });
    futures::future::join_all(tries).await.into_iter().collect::<Result<(), StoreError>>()?;
    Ok(Batch { taken })
}

/// Takes at most `limit` due deliveries, in turns over the endpoints, so that none waits behind the
/// backlog of another.
pub(super) async fn lease_due(app: &App, limit: u32) -> Result<Vec<Job>, StoreError> {
    let now = app.clock.now();
    let found = find_due(&mut app.db.read().await?, now, limit).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let time = SignedDuration::try_from(app.outbound.patience()).unwrap_or(MARGIN) + MARGIN;
    let until = now.saturating_add(time).unwrap_or(Timestamp::MAX);
    let mut jobs = Vec::new();
    let mut tx = app.db.write().await?;
    for mut job in found {
        if deliveries::lease(&mut tx, &job.merchant, &job.due.delivery.id, now, until).await? {
            job.until = until;
            jobs.push(job);
        }
    }
    tx.commit().await?;
    Ok(jobs)
}

async fn find_due(conn: &mut Conn, now: Timestamp, limit: u32) -> Result<Vec<Job>, StoreError> {
    let mut turns = Vec::new();
    for Busy { merchant, endpoint, secret, failing, under_way } in
        webhooks::list_busy(conn, now, limit).await?
    {
        let most = if failing { 1 } else { PER_ENDPOINT };
        let room = most.saturating_sub(under_way);
        let found = deliveries::list_due(conn, &merchant, &endpoint.id, now, room).await?;
        for (turn, due) in found.into_iter().enumerate() {
            let event = events::find(conn, &merchant, &due.delivery.event_id).await?;
            let (merchant, endpoint, secret) = (merchant.clone(), endpoint.clone(), secret.clone());
            turns.push((turn, Job { merchant, endpoint, secret, due, event, until: now }));
        }
    }
    turns.sort_by_key(|(turn, _)| *turn);
    turns.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(turns.into_iter().map(|(_, job)| job).collect())
}

/// Tries one delivery and writes how it went.
///
/// No transaction is open meanwhile. A server that dies in between leaves the delivery to be tried again:
/// at least once, with the same `webhook-id`.
pub(super) async fn deliver(app: &App, job: Job) -> Result<(), StoreError> {
    let began = app.clock.now();
    let answer = post(app, &job, began).await;
    let ended = app.clock.now();
    let wish = answer.as_ref().ok().and_then(|answer| retry_after(answer.retry_after.as_deref()?, ended));
    let outcome = match answer {
        Ok(Answer { status, body, .. }) => AttemptOutcome::Answered { status, body },
        Err(error) => AttemptOutcome::Failed { error },
    };
    let end = End::of(&outcome);
    let duration_ms = i64::try_from(began.duration_until(ended).as_millis()).unwrap_or(i64::MAX);
    let attempt = Attempt { at: began, duration_ms, outcome };
    settle(app, job, attempt, end, wish, ended).await
}

async fn post(app: &App, job: &Job, now: Timestamp) -> Result<Answer, String> {
    let Some(event) = &job.event else { return Err("The event is no longer in the log.".into()) };
    let body = serde_json::to_vec(event).map_err(|error| error.to_string())?;
    let id = job.due.delivery.id.as_str();
    let signature = webhook::sign(&job.secret, id, now, &body);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    for (name, value) in [
        (webhook::ID_HEADER, id),
        (webhook::TIMESTAMP_HEADER, now.as_second().to_string().as_str()),
        (webhook::SIGNATURE_HEADER, signature.as_str()),
    ] {
        let value = HeaderValue::from_str(value).map_err(|error| error.to_string())?;
        headers.insert(HeaderName::from_static(name), value);
    }
    app.outbound.post(&job.endpoint.url, headers, body).await
}

/// What a try means for its delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Delivered,
    Failed,
    /// The receiver asks for no more deliveries.
    Gone,
}

impl End {
    fn of(outcome: &AttemptOutcome) -> Self {
        match outcome {
            AttemptOutcome::Answered { status: 200..=299, .. } => Self::Delivered,
            AttemptOutcome::Answered { status: 410, .. } => Self::Gone,
            AttemptOutcome::Answered { .. } | AttemptOutcome::Failed { .. } => Self::Failed,
        }
    }
}

/// Writes the try, what it means for the delivery and for the endpoint, and the events about both.
async fn settle(
    app: &App,
    job: Job,
    attempt: Attempt,
    end: End,
    wish: Option<SignedDuration>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Job { merchant, endpoint, due, until, .. } = job;
    let retries = due.retries + u32::from(end != End::Delivered);
    let state = match end {
        End::Delivered => DeliveryState::Delivered { at: now },
        End::Gone => DeliveryState::GivenUp { at: now },
        End::Failed => match next_attempt(retries, now, wish, jitter(app)) {
            Some(next_attempt_at) => DeliveryState::Pending { next_attempt_at },
            None => DeliveryState::GivenUp { at: now },
        },
    };
    let attempts = due.delivery.attempts + 1;
    let delivery = Delivery { state, attempts, last_attempt: Some(attempt), ..due.delivery };
    let due = Due { delivery, retries };
    let mut tx = app.db.write().await?;
    if !deliveries::save_try(&mut tx, &merchant, &due, &app.new_id::<AttemptId>(), until).await? {
        tracing::info!(delivery = %due.delivery.id, "a try does not count: it was sent again, or removed, meanwhile");
        return Ok(());
    }
    let (mut facts, mut disabled) = (Vec::new(), None);
    if !matches!(due.delivery.state, DeliveryState::Pending { .. }) {
        facts.push(EventBody::WebhookSettled { delivery: due.delivery });
    }
    if end == End::Delivered {
        webhooks::note_success(&mut tx, &merchant, &endpoint.id).await?;
    } else {
        let quiet = now.saturating_sub(QUIET).unwrap_or(Timestamp::MIN);
        let since = webhooks::note_failure(&mut tx, &merchant, &endpoint.id, now, quiet).await?;
        let reason = match end {
            End::Gone => Some("It answered 410 Gone, which asks for no more deliveries.".to_owned()),
            _ if since.duration_until(now) >= PATIENCE => {
                Some("Every delivery failed for 5 days. What gathers meanwhile is kept.".to_owned())
            }
            _ => None,
        };
        if let Some(reason) = reason {
            disabled = disable(&mut tx, &merchant, &endpoint, reason).await?;
        }
    }
    facts.extend(disabled.clone().map(|endpoint| EventBody::WebhookEndpointSaved { endpoint }));
    if !facts.is_empty() {
        events::append_all(&mut tx, app, &merchant, Actor::System, facts).await?;
    }
    if let Some(endpoint) = disabled {
        mail::endpoint_disabled(&mut tx, app, &merchant, &endpoint).await?;
    }
    app.commit(tx).await
}

/// Turns an endpoint off, unless somebody did already. What gathers meanwhile is kept.
async fn disable(
    tx: &mut Tx,
    merchant: &MerchantId,
    endpoint: &Endpoint,
    reason: String,
) -> Result<Option<Endpoint>, StoreError> {
    let found = webhooks::find_endpoint(tx, merchant, &endpoint.id).await?;
    let Some(mut endpoint) = found.filter(|endpoint| endpoint.enabled) else { return Ok(None) };
    endpoint.enabled = false;
    endpoint.disabled_reason = Some(reason);
    webhooks::save_endpoint(tx, merchant, &mut endpoint).await?;
    Ok(Some(endpoint))
}

/// Up to a thousand per mille of the tenth by which a wait may grow.
fn jitter(app: &App) -> u16 {
    u16::from_le_bytes(app.rng.bytes()) % 1001
}

/// The receiver's wish: seconds, or a date (RFC 9110).
fn retry_after(text: &str, now: Timestamp) -> Option<SignedDuration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(SignedDuration::from_secs(seconds.into()));
    }
    let at = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
    Some(now.duration_until(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receivers_wish_is_read_in_both_forms() {
        let now: Timestamp = "2030-03-14T11:00:00Z".parse().expect("a time");
        assert_eq!(retry_after(" 120 ", now), Some(SignedDuration::from_secs(120)));
        let date = retry_after("Thu, 14 Mar 2030 11:30:00 GMT", now);
        assert_eq!(date, Some(SignedDuration::from_mins(30)));
        for nonsense in ["", "soon", "-5", "1e9", "99999999999999999999", "Thu, 99 Mar 2030"] {
            assert_eq!(retry_after(nonsense, now), None, "{nonsense:?}");
        }
    }
}
