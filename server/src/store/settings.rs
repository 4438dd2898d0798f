//! Tables `branding` and `logo`.
//!
//! A merchant who never saved has no row: the defaults count as version 1.

use domain::{Branding, Logo, MerchantId};

use crate::db::{Conn, StoreError, Value, sql};

/// *Settings → Branding*.
pub async fn branding(conn: &mut Conn, merchant: &MerchantId) -> Result<Branding, StoreError> {
    let row =
        sql("SELECT m.name, b.body, b.version FROM merchant m LEFT JOIN branding b ON b.merchant_id = m.id
          WHERE m.id = $1")
        .bind(merchant)
        .fetch_one(conn)
        .await?;
    match row.json_opt::<Branding>("body")? {
        Some(branding) => Ok(Branding { version: row.get("version")?, ..branding }),
        None => Ok(Branding::default_for(&row.get::<String>("name")?)),
    }
}

/// Writes `branding` and counts its version up, if nobody wrote it since it was read; else
/// [`StoreError::Stale`].
pub async fn save_branding(
    conn: &mut Conn,
    merchant: &MerchantId,
    branding: &mut Branding,
) -> Result<(), StoreError> {
    let body = Value::json(branding);
    let updated = sql("UPDATE branding SET body = $1, version = version + 1
          WHERE merchant_id = $2 AND version = $3")
    .bind(body.clone())
    .bind(merchant)
    .bind(branding.version)
    .execute(conn)
    .await?;
    let first = sql("INSERT INTO branding (body, merchant_id, version) VALUES ($1, $2, 2)
          ON CONFLICT (merchant_id) DO NOTHING");
    // The first save of what counted as version 1.
    let first = first.bind(body).bind(merchant);
    if updated == 0 && (branding.version != 1 || first.execute(conn).await? == 0) {
        return Err(StoreError::Stale);
    }
    branding.version += 1;
    Ok(())
}

/// Keeps a picture under its hash; the same picture twice is kept once.
pub async fn insert_logo(
    conn: &mut Conn,
    merchant: &MerchantId,
    logo: &Logo,
    bytes: Vec<u8>,
) -> Result<(), StoreError> {
    sql("INSERT INTO logo (merchant_id, sha256, media_type, bytes) VALUES ($1, $2, $3, $4)
          ON CONFLICT (merchant_id, sha256) DO NOTHING")
    .bind(merchant)
    .bind(&logo.sha256)
    .bind(&logo.media_type)
    .bind(bytes)
    .execute(conn)
    .await?;
    Ok(())
}

/// The picture with this hash and its media type. The hash is all it takes: a logo is public, and mails
/// show it without saying whose portal they lead to.
pub async fn find_logo(conn: &mut Conn, sha256: &str) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    let row = sql("SELECT media_type, bytes FROM logo WHERE sha256 = $1 LIMIT 1")
        .bind(sha256)
        .fetch_optional(conn)
        .await?;
    row.map(|row| Ok((row.get("media_type")?, row.get("bytes")?))).transpose()
}
