//! Table `customer`.

use domain::{Customer, CustomerId, Email, MerchantId, fold};

use super::LAST_ID;
use crate::db::{Conn, Row, Sql, StoreError, Tx, Value, insert_many, sql};

fn read(row: &Row) -> Result<Customer, StoreError> {
    Ok(Customer {
        id: row.get("id")?,
        external_id: row.get_opt("external_id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        locale: row.get("locale")?,
        time_zone: row.get_opt("time_zone")?,
        address: row.json("address")?,
        tax_ids: row.json("tax_ids")?,
        metadata: row.json("metadata")?,
        portal_configuration_id: row.get_opt("portal_configuration_id")?,
        created_at: row.get("created_at")?,
        version: row.get("version")?,
    })
}

/// Looks a customer up by Portico's id.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &CustomerId,
) -> Result<Option<Customer>, StoreError> {
    let row = sql("SELECT * FROM customer WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The customer a foreign key names; that there is none is a fault of ours, [`StoreError::Refused`].
pub async fn get(conn: &mut Conn, merchant: &MerchantId, id: &CustomerId) -> Result<Customer, StoreError> {
    let found = sql("SELECT * FROM customer WHERE merchant_id = $1 AND id = $2").bind(merchant).bind(id);
    read(&found.fetch_one(conn).await?)
}

/// The customers with these ids; at least one must be given.
pub async fn list_by_id(
    conn: &mut Conn,
    merchant: &MerchantId,
    ids: &[&CustomerId],
) -> Result<Vec<Customer>, StoreError> {
    let rows = sql("SELECT * FROM customer WHERE merchant_id = $1 AND id IN ($list)")
        .bind(merchant)
        .bind_list(ids.iter().copied())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Makes other transactions that call this for the same customer wait until this one ends.
///
/// Writing a row as it is locks it on every engine.
pub async fn lock(tx: &mut Tx, merchant: &MerchantId, id: &CustomerId) -> Result<(), StoreError> {
    sql("UPDATE customer SET version = version WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Looks a customer up by the merchant's own id.
pub async fn find_by_external_id(
    conn: &mut Conn,
    merchant: &MerchantId,
    external_id: &str,
) -> Result<Option<Customer>, StoreError> {
    let row = sql("SELECT * FROM customer WHERE merchant_id = $1 AND external_id = $2")
        .bind(merchant)
        .bind(external_id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Customers whose mail goes to this address, in whichever case it was typed, at most `limit`.
pub async fn list_by_email(
    conn: &mut Conn,
    merchant: &MerchantId,
    email: &Email,
    limit: u32,
) -> Result<Vec<Customer>, StoreError> {
    let rows =
        sql("SELECT * FROM customer WHERE merchant_id = $1 AND lower(email) = $2 ORDER BY id LIMIT $3")
            .bind(merchant)
            .bind(email.as_str().to_lowercase())
            .bind(limit)
            .fetch_all(conn)
            .await?;
    rows.iter().map(read).collect()
}

/// Which of these customers there are.
pub async fn known_ids(
    conn: &mut Conn,
    merchant: &MerchantId,
    ids: &[&CustomerId],
) -> Result<Vec<CustomerId>, StoreError> {
    let mut known = Vec::new();
    for ids in ids.chunks(256) {
        let rows = sql("SELECT id FROM customer WHERE merchant_id = $1 AND id IN ($list)")
            .bind(merchant)
            .bind_list(ids.iter().copied())
            .fetch_all(conn)
            .await?;
        for row in &rows {
            known.push(row.get("id")?);
        }
    }
    Ok(known)
}

/// The merchant's own ids of customers, each with Portico's, as far as there are any.
pub async fn ids_by_external_ids(
    conn: &mut Conn,
    merchant: &MerchantId,
    external_ids: &[&str],
) -> Result<Vec<(String, CustomerId)>, StoreError> {
    let mut known = Vec::new();
    for external_ids in external_ids.chunks(256) {
        let rows =
            sql("SELECT external_id, id FROM customer WHERE merchant_id = $1 AND external_id IN ($list)")
                .bind(merchant)
                .bind_list(external_ids.iter().copied())
                .fetch_all(conn)
                .await?;
        for row in &rows {
            known.push((row.get("external_id")?, row.get("id")?));
        }
    }
    Ok(known)
}

/// Customers with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&CustomerId>,
    limit: u32,
) -> Result<Vec<Customer>, StoreError> {
    let rows = sql("SELECT * FROM customer WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after.map_or("", CustomerId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// The most words [`search`] looks for.
pub const MOST_WORDS: usize = 6;

/// Customers in whose name, address and external id every one of `words` occurs, however it is accented,
/// with an id before `before`, newest first, at most `limit`. No words find everybody; words past
/// [`MOST_WORDS`] are left out.
pub async fn search(
    conn: &mut Conn,
    merchant: &MerchantId,
    words: &[&str],
    before: Option<&CustomerId>,
    limit: u32,
) -> Result<Vec<Customer>, StoreError> {
    let before = before.map_or(LAST_ID, CustomerId::as_str);
    let statement = if words.is_empty() {
        sql("SELECT * FROM customer WHERE merchant_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
            .bind(merchant)
            .bind(before)
    } else {
        let statement = sql("SELECT * FROM customer WHERE merchant_id = $1 AND id < $2
                AND search LIKE $3 ESCAPE '!' AND search LIKE $4 ESCAPE '!' AND search LIKE $5 ESCAPE '!'
                AND search LIKE $6 ESCAPE '!' AND search LIKE $7 ESCAPE '!' AND search LIKE $8 ESCAPE '!'
              ORDER BY id DESC LIMIT $9")
        .bind(merchant)
        .bind(before);
        let patterns = words.iter().map(|word| contains(word)).chain(std::iter::repeat("%".to_owned()));
        patterns.take(MOST_WORDS).fold(statement, Sql::bind)
    };
    let rows = statement.bind(limit).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// The LIKE pattern for texts that contain `word`, with `!` before what LIKE would read as a wildcard.
fn contains(word: &str) -> String {
    let mut pattern = String::from("%");
    for c in fold(word).chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Adds customers. An external id that exists already is [`StoreError::Conflict`].
pub async fn insert_all(
    conn: &mut Conn,
    merchant: &MerchantId,
    customers: &[Customer],
) -> Result<(), StoreError> {
    let rows = customers
        .iter()
        .map(|customer| {
            vec![
                (&customer.id).into(),
                merchant.into(),
                customer.external_id.as_ref().into(),
                (&customer.name).into(),
                (&customer.email).into(),
                (&customer.locale).into(),
                customer.time_zone.as_ref().into(),
                Value::json(&customer.address),
                Value::json(&customer.tax_ids),
                Value::json(&customer.metadata),
                customer.portal_configuration_id.as_ref().into(),
                search_text(customer).into(),
                customer.created_at.into(),
                customer.version.into(),
            ]
        })
        .collect();
    insert_many(
        conn,
        "INSERT INTO customer (id, merchant_id, external_id, name, email, locale, time_zone, address, tax_ids,
                               metadata, portal_configuration_id, search, created_at, version)",
        rows,
    )
    .await
}

/// Writes `customer` and counts its version up, if nobody wrote it since it was read; else
/// [`StoreError::Stale`].
pub async fn save(conn: &mut Conn, merchant: &MerchantId, customer: &mut Customer) -> Result<(), StoreError> {
    let touched =
        sql("UPDATE customer SET external_id = $1, name = $2, email = $3, locale = $4, time_zone = $5,
                address = $6, tax_ids = $7, metadata = $8, portal_configuration_id = $9, search = $10,
                version = version + 1
          WHERE merchant_id = $11 AND id = $12 AND version = $13")
        .bind(customer.external_id.as_ref())
        .bind(&customer.name)
        .bind(&customer.email)
        .bind(&customer.locale)
        .bind(customer.time_zone.as_ref())
        .bind(Value::json(&customer.address))
        .bind(Value::json(&customer.tax_ids))
        .bind(Value::json(&customer.metadata))
        .bind(customer.portal_configuration_id.as_ref())
        .bind(search_text(customer))
        .bind(merchant)
        .bind(&customer.id)
        .bind(customer.version)
        .execute(conn)
        .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    customer.version += 1;
    Ok(())
}

fn search_text(customer: &Customer) -> String {
    let external = customer.external_id.as_deref().unwrap_or_default();
    fold(&format!("{} {} {external}", customer.name, customer.email))
}
