//! Table `meter`.

use domain::{MerchantId, Meter, MeterId, MeterKey};

use crate::db::{Conn, Row, StoreError, Value, insert_many, sql};

fn read(row: &Row) -> Result<Meter, StoreError> {
    Ok(Meter {
        id: row.get("id")?,
        key: row.get("key")?,
        name: row.get("name")?,
        unit: row.get("unit")?,
        aggregation: row.variant("aggregation")?,
        created_at: row.get("created_at")?,
        version: row.get("version")?,
    })
}

/// Looks a meter up.
pub async fn find(conn: &mut Conn, merchant: &MerchantId, id: &MeterId) -> Result<Option<Meter>, StoreError> {
    let row = sql("SELECT * FROM meter WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The meters with these keys, as far as there are any.
pub async fn find_by_keys(
    conn: &mut Conn,
    merchant: &MerchantId,
    keys: &[&MeterKey],
) -> Result<Vec<Meter>, StoreError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sql("SELECT * FROM meter WHERE merchant_id = $1 AND key IN ($list)")
        .bind(merchant)
        .bind_list(keys.iter().copied())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Meters with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&MeterId>,
    limit: u32,
) -> Result<Vec<Meter>, StoreError> {
    let rows = sql("SELECT * FROM meter WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after.map_or("", MeterId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Adds a meter. A key that exists already is [`StoreError::Conflict`].
pub async fn insert(conn: &mut Conn, merchant: &MerchantId, meter: &Meter) -> Result<(), StoreError> {
    let row = vec![
        (&meter.id).into(),
        merchant.into(),
        (&meter.key).into(),
        (&meter.name).into(),
        (&meter.unit).into(),
        Value::variant(&meter.aggregation),
        meter.created_at.into(),
        meter.version.into(),
    ];
    let into = "INSERT INTO meter (id, merchant_id, key, name, unit, aggregation, created_at, version)";
    insert_many(conn, into, vec![row]).await
}

/// Writes `meter` and counts its version up, if nobody wrote it since it was read; else
/// [`StoreError::Stale`]. Its key and how it counts never change: what was counted would mean something else.
pub async fn save(conn: &mut Conn, merchant: &MerchantId, meter: &mut Meter) -> Result<(), StoreError> {
    let touched = sql("UPDATE meter SET name = $1, unit = $2, version = version + 1
          WHERE merchant_id = $3 AND id = $4 AND version = $5")
    .bind(&meter.name)
    .bind(&meter.unit)
    .bind(merchant)
    .bind(&meter.id)
    .bind(meter.version)
    .execute(conn)
    .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    meter.version += 1;
    Ok(())
}
