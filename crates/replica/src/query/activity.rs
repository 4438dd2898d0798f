//! The activity lists.

use contract::ipc::Activity;
use domain::{CustomerId, Event};
use sqlx::{Row as _, SqliteConnection};

use crate::{ReplicaError, query, sentence};

/// The latest events, newest first; of one customer, or of all.
pub(super) async fn latest(
    conn: &mut SqliteConnection,
    customer: Option<&CustomerId>,
    limit: u32,
) -> Result<Vec<Activity>, ReplicaError> {
    let zone = query::zone(conn).await?;
    let rows = match customer {
        Some(id) => sqlx::query(
            "SELECT event.json, customer.json ->> 'name' AS name
               FROM event LEFT JOIN customer ON customer.id = event.customer_id
              WHERE event.customer_id = $2
              ORDER BY event.sequence DESC LIMIT $1",
        )
        .bind(limit)
        .bind(id.as_str()),
        None => sqlx::query(
            "SELECT event.json, customer.json ->> 'name' AS name
               FROM event LEFT JOIN customer ON customer.id = event.customer_id
              ORDER BY event.sequence DESC LIMIT $1",
        )
        .bind(limit),
    };
    let mut activity = Vec::new();
    for row in rows.fetch_all(conn).await? {
        let event: Event = serde_json::from_str(row.get("json"))?;
        let name: Option<&str> = row.get("name");
        if let Some(text) = sentence::activity(&event, name.unwrap_or(query::UNKNOWN), &zone) {
            let customer_id = event.body.customer().cloned();
            activity.push(Activity { at: event.timestamp, text, customer_id });
        }
    }
    Ok(activity)
}
