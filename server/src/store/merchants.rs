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

/// All merchants of this server, oldest first.
pub async fn list(conn: &mut Conn) -> Result<Vec<Merchant>, StoreError> {
    let rows = sql("SELECT * FROM merchant ORDER BY id").fetch_all(conn).await?;
    rows.iter().map(read).collect()
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

/// The server's epoch, made from `fresh` the first time.
pub async fn epoch(conn: &mut Conn, fresh: &str) -> Result<String, StoreError> {
    sql("INSERT INTO server (one, epoch) VALUES (1, $1) ON CONFLICT (one) DO NOTHING")
        .bind(fresh)
        .execute(conn)
        .await?;
    sql("SELECT epoch FROM server WHERE one = 1").fetch_one(conn).await?.get("epoch")
}
