//! Table `rate_limit`: tries within the current window, shared by all servers on this database.

use jiff::{SignedDuration, Timestamp};

use crate::db::{StoreError, Tx, sql};

/// How long tries count.
pub const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Counts one try in `bucket` and returns how many there were in the window, this one included.
///
/// A window begins with its first try. One from far in the future counts as over: the clock was moved
/// back, and nobody should wait for it to catch up. Windows that are over are removed on the way.
pub async fn count(tx: &mut Tx, bucket: &str, now: Timestamp) -> Result<u32, StoreError> {
    sql("DELETE FROM rate_limit WHERE window_start <= $1 OR window_start > $2")
        .bind(now.saturating_sub(WINDOW).unwrap_or(Timestamp::MIN))
        .bind(now.saturating_add(WINDOW).unwrap_or(Timestamp::MAX))
        .execute(tx)
        .await?;
    let row = sql("INSERT INTO rate_limit (bucket, window_start, tries) VALUES ($1, $2, 1)
         ON CONFLICT (bucket) DO UPDATE SET tries = rate_limit.tries + 1
         RETURNING tries")
    .bind(bucket)
    .bind(now)
    .fetch_one(tx)
    .await?;
    row.get("tries")
}
