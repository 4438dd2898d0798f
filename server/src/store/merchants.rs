//! Table `merchant`, and the server's own row.

use domain::{Configuration, Merchant, MerchantId, TestClock};
use jiff::SignedDuration;

use super::configurations;
use crate::db::{Conn, Row, StoreError, Tx, sql};

pub(super) fn read(row: &Row) -> Result<Merchant, StoreError> {
    Ok(Merchant {
        id: row.get("id")?,
        name: row.get("name")?,
        time_zone: row.get("time_zone")?,
        currency: row.get("currency")?,
        created_at: row.get("created_at")?,
        test_clock: match row.get_opt("clock_ahead")? {
            Some(micros) => Some(TestClock {
                ahead: SignedDuration::from_micros(micros),
                moving_to: row.get_opt("clock_target")?,
            }),
            None => None,
        },
    })
}

/// Looks a merchant up.
pub async fn find(conn: &mut Conn, id: &MerchantId) -> Result<Option<Merchant>, StoreError> {
    let row = sql("SELECT * FROM merchant WHERE id = $1").bind(id).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// The merchant a foreign key names; that there is none is a fault of ours, [`StoreError::Refused`].
pub async fn get(conn: &mut Conn, id: &MerchantId) -> Result<Merchant, StoreError> {
    read(&sql("SELECT * FROM merchant WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// All merchants of this server, oldest first.
pub async fn list(conn: &mut Conn) -> Result<Vec<Merchant>, StoreError> {
    let rows = sql("SELECT * FROM merchant ORDER BY id").fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// The merchant of a server that has exactly one.
pub async fn find_sole(conn: &mut Conn) -> Result<Option<Merchant>, StoreError> {
    let rows = sql("SELECT * FROM merchant LIMIT 2").fetch_all(conn).await?;
    match rows.as_slice() {
        [row] => read(row).map(Some),
        _ => Ok(None),
    }
}

/// Adds a merchant with an empty log and the configuration one starts with.
pub async fn insert(conn: &mut Conn, merchant: &Merchant) -> Result<(), StoreError> {
    sql("INSERT INTO merchant (id, name, time_zone, currency, created_at, sequence, clock_ahead, clock_target)
         VALUES ($1, $2, $3, $4, $5, 0, $6, $7)")
    .bind(&merchant.id)
    .bind(&merchant.name)
    .bind(&merchant.time_zone)
    .bind(merchant.currency)
    .bind(merchant.created_at)
    .bind(merchant.test_clock.map(|clock| micros(clock.ahead)))
    .bind(merchant.test_clock.and_then(|clock| clock.moving_to))
    .execute(&mut *conn)
    .await?;
    configurations::insert(conn, &merchant.id, &Configuration::first_of(&merchant.id)).await
}

pub(super) fn micros(span: SignedDuration) -> i64 {
    i64::try_from(span.as_micros()).unwrap_or(i64::MAX)
}

/// Numbers drawn for invoices: they go from `first` without gaps.
#[derive(Debug)]
pub struct Numbers {
    /// What each begins with; none until the merchant's series has begun.
    pub prefix: Option<String>,
    /// The first.
    pub first: i64,
}

/// Draws the next `count` invoice numbers. The merchant's row stays locked until the commit, so numbers
/// rise in the order of commits, and those of a transaction that fails are drawn again.
pub async fn draw_numbers(tx: &mut Tx, id: &MerchantId, count: i64) -> Result<Numbers, StoreError> {
    let row = sql("UPDATE merchant SET invoice_last = invoice_last + $1 WHERE id = $2
          RETURNING invoice_prefix, invoice_last")
    .bind(count)
    .bind(id)
    .fetch_one(tx)
    .await?;
    let last: i64 = row.get("invoice_last")?;
    Ok(Numbers { prefix: row.get_opt("invoice_prefix")?, first: last - count + 1 })
}

/// Begins the merchant's series of invoice numbers.
pub async fn begin_series(tx: &mut Tx, id: &MerchantId, prefix: &str) -> Result<(), StoreError> {
    sql("UPDATE merchant SET invoice_prefix = $1 WHERE id = $2").bind(prefix).bind(id).execute(tx).await?;
    Ok(())
}

/// The newest sequence of the merchant's log; 0 before the first event.
pub async fn sequence(conn: &mut Conn, id: &MerchantId) -> Result<i64, StoreError> {
    sql("SELECT sequence FROM merchant WHERE id = $1").bind(id).fetch_one(conn).await?.get("sequence")
}

/// How many nouns the merchant has, all tables of a snapshot together.
pub async fn count_nouns(conn: &mut Conn, id: &MerchantId) -> Result<i64, StoreError> {
    sql("SELECT (SELECT COUNT(*) FROM plan WHERE merchant_id = $1)
              + (SELECT COUNT(*) FROM customer WHERE merchant_id = $1)
              + (SELECT COUNT(*) FROM subscription WHERE merchant_id = $1)
              + (SELECT COUNT(*) FROM invoice WHERE merchant_id = $1)
              + (SELECT COUNT(*) FROM payment_method WHERE merchant_id = $1 AND removed_at IS NULL)
              + (SELECT COUNT(*) FROM portal_link WHERE merchant_id = $1)
              + (SELECT COUNT(*) FROM portal_session WHERE merchant_id = $1)
              + (SELECT COUNT(*) FROM portal_configuration WHERE merchant_id = $1)
              + (SELECT COUNT(*) FROM mail WHERE merchant_id = $1)
              + (SELECT COUNT(*) FROM webhook_endpoint WHERE merchant_id = $1) AS nouns")
    .bind(id)
    .fetch_one(conn)
    .await?
    .get("nouns")
}

/// The server's epoch, made from `fresh` the first time.
pub async fn epoch(conn: &mut Conn, fresh: &str) -> Result<String, StoreError> {
    sql("INSERT INTO server (one, epoch) VALUES (1, $1) ON CONFLICT (one) DO NOTHING")
        .bind(fresh)
        .execute(conn)
        .await?;
    sql("SELECT epoch FROM server WHERE one = 1").fetch_one(conn).await?.get("epoch")
}

/// Returns once the database has answered; fails while it does not.
pub async fn answer(conn: &mut Conn) -> Result<(), StoreError> {
    sql("SELECT one FROM server").fetch_optional(conn).await.map(|_| ())
}
