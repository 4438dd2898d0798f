//! Table `mail`: the queue of mails and what became of them.

use domain::{CustomerId, Mail, MailId, MailState, MerchantId};
use jiff::Timestamp;

use super::LAST_ID;
use crate::db::{Conn, Row, StoreError, Tx, Value, sql};
use crate::mail::Letter;

/// A mail whose time has come, with everything it takes to send it.
#[derive(Debug)]
pub struct Due {
    /// Whose customer it goes to, or whose staff.
    pub merchant: MerchantId,
    /// The mail.
    pub mail: Mail,
    /// What it says.
    pub letter: Letter,
}

fn read(row: &Row) -> Result<Mail, StoreError> {
    let settled = || row.get::<Timestamp>("settled_at");
    let state = match row.get::<String>("state")?.as_str() {
        "sent" => MailState::Sent { at: settled()? },
        "failed" => MailState::Failed { at: settled()? },
        _ => MailState::Queued { next_attempt_at: row.get("next_attempt_at")? },
    };
    Ok(Mail {
        id: row.get("id")?,
        customer_id: row.get_opt("customer_id")?,
        kind: row.variant("kind")?,
        to: row.get("recipient")?,
        subject: row.get("subject")?,
        link_id: row.get_opt("link_id")?,
        created_at: row.get("created_at")?,
        state,
        attempts: row.get("attempts")?,
        last_error: row.get_opt("last_error")?,
    })
}

/// The state as its three columns: its name, when it was settled, when to try next.
fn columns(state: &MailState) -> (&'static str, Option<Timestamp>, Option<Timestamp>) {
    match state {
        MailState::Queued { next_attempt_at } => ("queued", None, Some(*next_attempt_at)),
        MailState::Sent { at } => ("sent", Some(*at), None),
        MailState::Failed { at } => ("failed", Some(*at), None),
    }
}

/// Adds a mail to the queue.
pub async fn insert(
    tx: &mut Tx,
    merchant: &MerchantId,
    mail: &Mail,
    letter: &Letter,
) -> Result<(), StoreError> {
    let (state, settled_at, next_attempt_at) = columns(&mail.state);
    sql("INSERT INTO mail (id, merchant_id, customer_id, kind, recipient, subject, link_id, message, state,
                           created_at, settled_at, attempts, next_attempt_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
    .bind(&mail.id)
    .bind(merchant)
    .bind(mail.customer_id.as_ref())
    .bind(mail.kind.as_str())
    .bind(&mail.to)
    .bind(&mail.subject)
    .bind(mail.link_id.as_ref())
    .bind(Value::json(letter))
    .bind(state)
    .bind(mail.created_at)
    .bind(settled_at)
    .bind(mail.attempts)
    .bind(next_attempt_at)
    .execute(tx)
    .await?;
    Ok(())
}

/// Mails with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&MailId>,
    limit: u32,
) -> Result<Vec<Mail>, StoreError> {
    let rows = sql("SELECT * FROM mail WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after.map_or("", MailId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// A customer's mails with an id before `before`, newest first, at most `limit`.
pub async fn list_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    before: Option<&MailId>,
    limit: u32,
) -> Result<Vec<Mail>, StoreError> {
    let rows = sql("SELECT * FROM mail WHERE merchant_id = $1 AND customer_id = $2 AND id < $3
          ORDER BY id DESC LIMIT $4")
    .bind(merchant)
    .bind(customer)
    .bind(before.map_or(LAST_ID, MailId::as_str))
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Mails of all merchants whose time has come and that no server is sending, the longest due first, at
/// most `limit`.
pub async fn list_due(conn: &mut Conn, now: Timestamp, limit: u32) -> Result<Vec<Due>, StoreError> {
    let rows =
        sql("SELECT * FROM mail WHERE next_attempt_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)
          ORDER BY next_attempt_at, id LIMIT $2")
        .bind(now)
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Due { merchant: row.get("merchant_id")?, mail: read(row)?, letter: row.json("message")? })
        })
        .collect()
}

/// Takes a due mail for this server until `until`; false if another was first.
pub async fn lease(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &MailId,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql("UPDATE mail SET lease_until = $1
          WHERE merchant_id = $2 AND id = $3 AND next_attempt_at <= $4
            AND (lease_until IS NULL OR lease_until <= $4)")
    .bind(until)
    .bind(merchant)
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(touched > 0)
}

/// Writes how a try ended and gives the lease back; false if the lease, which ran until `until`, has
/// passed to another server. A settled mail loses its text: it holds the link.
pub async fn save_try(
    tx: &mut Tx,
    merchant: &MerchantId,
    mail: &Mail,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let (state, settled_at, next_attempt_at) = columns(&mail.state);
    let touched = sql("UPDATE mail SET state = $1, settled_at = $2, next_attempt_at = $3, attempts = $4,
                last_error = $5, lease_until = NULL, message = CASE WHEN $1 = 'queued' THEN message END
          WHERE merchant_id = $6 AND id = $7 AND lease_until = $8")
    .bind(state)
    .bind(settled_at)
    .bind(next_attempt_at)
    .bind(mail.attempts)
    .bind(mail.last_error.as_ref())
    .bind(merchant)
    .bind(&mail.id)
    .bind(until)
    .execute(tx)
    .await?;
    Ok(touched > 0)
}
