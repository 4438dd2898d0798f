//! Table `plan`.

use domain::{MerchantId, Plan, PlanId, Price, SeatRange};

use crate::db::{Conn, Row, StoreError, Value, insert_many, sql};

fn read(row: &Row) -> Result<Plan, StoreError> {
    Ok(Plan {
        id: row.get("id")?,
        external_id: row.get_opt("external_id")?,
        name: row.get("name")?,
        description: row.get("description")?,
        price: price(row)?,
        seats: SeatRange { min: row.get("seats_min")?, max: row.get_opt("seats_max")? },
        self_serve_changes: row.get("self_serve_changes")?,
        self_serve_cancelation: row.get("self_serve_cancelation")?,
        created_at: row.get("created_at")?,
        version: row.get("version")?,
    })
}

/// The price in the columns `amount`, `currency`, `interval`, `per_seat`, `tiers`, `tax_rate` and `metered`.
pub(super) fn price(row: &Row) -> Result<Price, StoreError> {
    Ok(Price {
        amount: row.money("amount")?,
        interval: row.variant("interval")?,
        per_seat: row.get("per_seat")?,
        tiers: row.json("tiers")?,
        tax_rate: row.get("tax_rate")?,
        metered: row.json("metered")?,
    })
}

/// Looks a plan up.
pub async fn find(conn: &mut Conn, merchant: &MerchantId, id: &PlanId) -> Result<Option<Plan>, StoreError> {
    let row = sql("SELECT * FROM plan WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Looks a plan up by the merchant's own id.
pub async fn find_by_external_id(
    conn: &mut Conn,
    merchant: &MerchantId,
    external_id: &str,
) -> Result<Option<Plan>, StoreError> {
    let row = sql("SELECT * FROM plan WHERE merchant_id = $1 AND external_id = $2")
        .bind(merchant)
        .bind(external_id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Plans with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&PlanId>,
    limit: u32,
) -> Result<Vec<Plan>, StoreError> {
    let rows = sql("SELECT * FROM plan WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after.map_or("", PlanId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Adds plans. An external id that exists already is [`StoreError::Conflict`].
pub async fn insert_all(conn: &mut Conn, merchant: &MerchantId, plans: &[Plan]) -> Result<(), StoreError> {
    let rows = plans
        .iter()
        .map(|plan| {
            vec![
                (&plan.id).into(),
                merchant.into(),
                plan.external_id.as_ref().into(),
                (&plan.name).into(),
                (&plan.description).into(),
                plan.price.amount.minor().into(),
                plan.price.amount.currency().into(),
                plan.price.interval.as_str().into(),
                plan.price.per_seat.into(),
                Value::json(&plan.price.tiers),
                plan.price.tax_rate.into(),
                Value::json(&plan.price.metered),
                plan.seats.min.into(),
                plan.seats.max.map(i64::from).into(),
                plan.self_serve_changes.into(),
                plan.self_serve_cancelation.into(),
                plan.created_at.into(),
                plan.version.into(),
            ]
        })
        .collect();
    insert_many(
        conn,
        "INSERT INTO plan (id, merchant_id, external_id, name, description, amount, currency, interval, per_seat,
                           tiers, tax_rate, metered, seats_min, seats_max, self_serve_changes, self_serve_cancelation, created_at, version)",
        rows,
    )
    .await
}

/// Writes `plan` and counts its version up, if nobody wrote it since it was read; else
/// [`StoreError::Stale`]. Subscriptions keep the name and price they were agreed at.
pub async fn save(conn: &mut Conn, merchant: &MerchantId, plan: &mut Plan) -> Result<(), StoreError> {
    let touched = sql(
        "UPDATE plan SET external_id = $1, name = $2, description = $3, amount = $4, currency = $5, interval = $6,
                per_seat = $7, tiers = $8, tax_rate = $9, seats_min = $10, seats_max = $11,
                self_serve_changes = $12, self_serve_cancelation = $13, metered = $14, version = version + 1
          WHERE merchant_id = $15 AND id = $16 AND version = $17",
    )
    .bind(plan.external_id.as_ref())
    .bind(&plan.name)
    .bind(&plan.description)
    .bind(plan.price.amount.minor())
    .bind(plan.price.amount.currency())
    .bind(plan.price.interval.as_str())
    .bind(plan.price.per_seat)
    .bind(Value::json(&plan.price.tiers))
    .bind(plan.price.tax_rate)
    .bind(plan.seats.min)
    .bind(plan.seats.max.map(i64::from))
    .bind(plan.self_serve_changes)
    .bind(plan.self_serve_cancelation)
    .bind(Value::json(&plan.price.metered))
    .bind(merchant)
    .bind(&plan.id)
    .bind(plan.version)
    .execute(conn)
    .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    plan.version += 1;
    Ok(())
}
