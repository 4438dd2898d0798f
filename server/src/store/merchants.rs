//! Table `merchant`, and the server's own row.

use domain::{Merchant, MerchantId};

use crate::db::{Conn, Row, StoreError, sql};

fn read(row: &Row) -> Result<Merchant, StoreError> {
    Ok(Merchant {
        id: row.get("id")?,
        name: row.get("name")?,
        time_zone: row.get("time_zone")?,
        currency: row.get("currency")?,
        created_at: row.get("created_at")?,
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

/// Adds a merchant with an empty log.
pub async fn insert(conn: &mut Conn, merchant: &Merchant) -> Result<(), StoreError> {
    sql("INSERT INTO merchant (id, name, time_zone, currency, created_at, sequence) VALUES ($1, $2, $3, $4, $5, 0)")
        .bind(&merchant.id)
        .bind(&merchant.name)
        .bind(&merchant.time_zone)
        .bind(merchant.currency)
        .bind(merchant.created_at)
        .execute(conn)
        .await?;
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
