//! The test clock's latest move, told from the log.

use std::collections::HashMap;

use contract::ipc::ClockMove;
use domain::{Event, EventBody, EventType, Merchant};
use sqlx::{Row as _, SqliteConnection};

use super::{nouns, single};
use crate::noun::Single;
use crate::{Replica, ReplicaError};

impl Replica {
    /// Whose data this is, with their clock as the log left it.
    pub async fn merchant(&self) -> Result<Merchant, ReplicaError> {
        single(&mut *self.read().await?, Single::Merchant).await
    }

    /// Where the test clock was sent last, and what billing has done on the way; none where the copy's log
    /// does not go back that far.
    pub async fn last_clock_move(&self) -> Result<Option<ClockMove>, ReplicaError> {
        let conn = &mut *self.read().await?;
        let latest = latest_moves(conn).await?;
        let Some(sent) = latest.iter().find(|event| is_on_its_way(event)) else { return Ok(None) };
        let arrived = latest.first().filter(|event| event.sequence > sent.sequence);
        let until = arrived.map_or(i64::MAX, |event| event.sequence);
        let mut counts = HashMap::new();
        let rows = sqlx::query(
            "SELECT json ->> 'type' AS type, count(*) AS events FROM event
              WHERE sequence > $1 AND sequence < $2 GROUP BY 1",
        );
        for row in rows.bind(sent.sequence).bind(until).fetch_all(conn).await? {
            counts.insert(row.get::<String, _>("type"), row.get::<i64, _>("events").unsigned_abs());
        }
        let count = |kind: EventType| counts.get(kind.as_str()).copied().unwrap_or_default();
        Ok(Some(ClockMove {
            from: sent.timestamp,
            arrived: arrived.map(|event| event.timestamp),
            renewed: count(EventType::SubscriptionRenewed),
            issued: count(EventType::InvoiceIssued),
            paid: count(EventType::InvoicePaid),
            failed: count(EventType::PaymentFailed),
            ended: count(EventType::SubscriptionCanceled),
        }))
    }
}

/// The last two, newest first: where a clock has arrived and when it was sent there, or the latter alone.
async fn latest_moves(conn: &mut SqliteConnection) -> Result<Vec<Event>, ReplicaError> {
    let rows = sqlx::query_scalar(
        "SELECT json FROM event WHERE customer_id IS NULL AND json ->> 'type' = $1
          ORDER BY sequence DESC LIMIT 2",
    );
    nouns(&rows.bind(EventType::TestClockMoved.as_str()).fetch_all(conn).await?)
}

fn is_on_its_way(event: &Event) -> bool {
    let EventBody::TestClockMoved { merchant } = &event.body else { return false };
    merchant.test_clock.is_some_and(|clock| clock.moving_to.is_some())
}
