//! Sends mail that is due.

use domain::{Actor, EventBody, LinkState, Mail, MailState};
use futures::StreamExt as _;
use jiff::{SignedDuration, Timestamp};

use super::Batch;
use crate::app::App;
use crate::db::StoreError;
use crate::mail::{Refusal, compose};
use crate::store::mails::{self, Due};
use crate::store::{events, links};

/// Waits after each failed try; when they are used up, the mail has failed.
const BACK_OFF: [SignedDuration; 7] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(6),
    SignedDuration::from_hours(12),
    SignedDuration::from_hours(24),
];

/// How long a server may take for one mail before another may try.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// How many mails one server hands over at once.
const AT_ONCE: usize = 4;

/// Sends at most `limit` mails that are due.
///
/// A row is leased in one transaction and settled in another, with no transaction open while the mail
/// server is talked to. A server that dies in between leaves the mail to be sent again: at least once,
/// with the same `Message-ID`.
pub async fn send_due(app: &App, limit: u32) -> Result<Batch, StoreError> {
    let leased = lease_due(app, limit).await?;
    let taken = leased.len();
    let mut sending =
        futures::stream::iter(leased).map(|(due, until)| send(app, due, until)).buffer_unordered(AT_ONCE);
    let mut outcome = Ok(Batch { taken });
    // All that was leased is seen to, even if one cannot be settled.
    while let Some(sent) = sending.next().await {
        outcome = sent.and(outcome);
    }
    outcome
}

async fn lease_due(app: &App, limit: u32) -> Result<Vec<(Due, Timestamp)>, StoreError> {
    let now = app.clock.now();
    let due = mails::list_due(&mut app.db.read().await?, now, limit).await?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let until = now.saturating_add(LEASE).unwrap_or(Timestamp::MAX);
    let mut leased = Vec::new();
    let mut tx = app.db.write().await?;
    for due in due {
        if mails::lease(&mut tx, &due.merchant, &due.mail.id, now, until).await? {
            leased.push((due, until));
        }
    }
    tx.commit().await?;
    Ok(leased)
}

async fn send(app: &App, due: Due, until: Timestamp) -> Result<(), StoreError> {
    let mail = match lapsed(app, &due).await? {
        Some(why) => {
            Mail { state: MailState::Failed { at: app.clock.now() }, last_error: Some(why), ..due.mail }
        }
        None => {
            let outcome = match compose(&due.mail, &due.letter, &app.config.mail.from, &app.public_url) {
                Ok(message) => app.mailer.send(&due.mail.id, &message).await,
                Err(error) => Err(Refusal::Never(error.to_string())),
            };
            after_try(due.mail, outcome, app.clock.now())
        }
    };
    let mut tx = app.db.write().await?;
    if !mails::save_try(&mut tx, &due.merchant, &mail, until).await? {
        tracing::warn!(mail = %mail.id, "a mail took longer than its lease; another server has it now");
        return Ok(());
    }
    let event = EventBody::MailUpdated { mail };
    events::append(&mut tx, app, &due.merchant, Actor::System, event).await?;
    app.commit(tx).await
}

/// Why a mail that waited for its turn is no longer worth sending: its link has stopped working.
async fn lapsed(app: &App, due: &Due) -> Result<Option<String>, StoreError> {
    let Some(id) = &due.mail.link_id else { return Ok(None) };
    let link = links::find(&mut app.db.read().await?, &due.merchant, id).await?;
    let fate = match link.map(|link| link.state(app.clock.now())) {
        Some(LinkState::Unused) => return Ok(None),
        Some(LinkState::Used { .. }) => "had been used",
        Some(LinkState::Expired { .. }) => "had expired",
        Some(LinkState::Revoked { .. }) => "had been revoked",
        Some(LinkState::Superseded { .. }) => "had been replaced by a newer one",
        None => "was gone",
    };
    Ok(Some(format!("Not sent: before the mail server took it, its link {fate}.")))
}

fn after_try(mail: Mail, outcome: Result<(), Refusal>, now: Timestamp) -> Mail {
    let wait = usize::try_from(mail.attempts).ok().and_then(|failed| BACK_OFF.get(failed));
    let (state, last_error) = match (outcome, wait) {
        (Ok(()), _) => (MailState::Sent { at: now }, None),
        (Err(Refusal::Later(words)), Some(wait)) => {
            let next_attempt_at = now.saturating_add(*wait).unwrap_or(Timestamp::MAX);
            (MailState::Queued { next_attempt_at }, Some(words))
        }
        (Err(Refusal::Later(words) | Refusal::Never(words)), _) => {
            (MailState::Failed { at: now }, Some(words))
        }
    };
    Mail { state, attempts: mail.attempts + 1, last_error, ..mail }
}
