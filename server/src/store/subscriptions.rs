//! Table `subscription`.

use domain::{Anchor, CustomerId, MerchantId, Period, Subscription, SubscriptionId};
use jiff::Timestamp;

use super::LAST_ID;
use super::plans::price;
use crate::db::{Conn, Row, StoreError, Tx, Value, insert_many, sql};

fn read(row: &Row) -> Result<Subscription, StoreError> {
    Ok(Subscription {
        id: row.get("id")?,
        external_id: row.get_opt("external_id")?,
        customer_id: row.get("customer_id")?,
        plan_id: row.get("plan_id")?,
        plan_name: row.get("plan_name")?,
        price: price(row)?,
        seats: row.get("seats")?,
        status: row.variant("status")?,
        anchor: Anchor { day: row.get("anchor_day")?, month: row.get("anchor_month")? },
        period: Period { start: row.get("period_start")?, end: row.get("period_end")? },
        trial_end: row.get_opt("trial_end")?,
        pending_change: row.json_opt("pending_change")?,
        cancelation: row.json_opt("cancelation")?,
        contract: row.json_opt("contract")?,
        created_at: row.get("created_at")?,
        version: row.get("version")?,
    })
}

/// Looks a subscription up.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &SubscriptionId,
) -> Result<Option<Subscription>, StoreError> {
    let row = sql("SELECT * FROM subscription WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Looks a subscription up by the merchant's own id.
pub async fn find_by_external_id(
    conn: &mut Conn,
    merchant: &MerchantId,
    external_id: &str,
) -> Result<Option<Subscription>, StoreError> {
    let row = sql("SELECT * FROM subscription WHERE merchant_id = $1 AND external_id = $2")
        .bind(merchant)
        .bind(external_id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Looks a subscription of this customer up.
pub async fn find_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    id: &SubscriptionId,
) -> Result<Option<Subscription>, StoreError> {
    let row = sql("SELECT * FROM subscription WHERE merchant_id = $1 AND customer_id = $2 AND id = $3")
        .bind(merchant)
        .bind(customer)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Subscriptions with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&SubscriptionId>,
    limit: u32,
) -> Result<Vec<Subscription>, StoreError> {
    let rows = sql("SELECT * FROM subscription WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after.map_or("", SubscriptionId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Subscriptions with an id before `before`, newest first, at most `limit`.
pub async fn list_newest(
    conn: &mut Conn,
    merchant: &MerchantId,
    before: Option<&SubscriptionId>,
    limit: u32,
) -> Result<Vec<Subscription>, StoreError> {
    let rows = sql("SELECT * FROM subscription WHERE merchant_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
        .bind(merchant)
        .bind(before.map_or(LAST_ID, SubscriptionId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// This customer's subscriptions with an id before `before`, newest first, at most `limit`.
pub async fn list_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    before: Option<&SubscriptionId>,
    limit: u32,
) -> Result<Vec<Subscription>, StoreError> {
    let rows = sql("SELECT * FROM subscription WHERE merchant_id = $1 AND customer_id = $2 AND id < $3
          ORDER BY id DESC LIMIT $4")
    .bind(merchant)
    .bind(customer)
    .bind(before.map_or(LAST_ID, SubscriptionId::as_str))
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// The running subscriptions of these customers, oldest first, locked until the transaction ends: what they
/// say of their period stays true while something is counted in it.
///
/// Writing a row as it is locks it on every engine.
pub async fn lock_running(
    tx: &mut Tx,
    merchant: &MerchantId,
    customers: &[&CustomerId],
) -> Result<Vec<Subscription>, StoreError> {
    let mut running = Vec::new();
    for customers in customers.chunks(256) {
        let rows = sql("UPDATE subscription SET version = version
              WHERE merchant_id = $1 AND customer_id IN ($list) AND status <> 'canceled' RETURNING *")
        .bind(merchant)
        .bind_list(customers.iter().copied())
        .fetch_all(tx)
        .await?;
        for row in &rows {
            running.push(read(row)?);
        }
    }
    running.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(running)
}

/// Makes other transactions that write this subscription, or count its use, wait until this one ends.
pub async fn lock(tx: &mut Tx, merchant: &MerchantId, id: &SubscriptionId) -> Result<(), StoreError> {
    sql("UPDATE subscription SET version = version WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Subscriptions of all merchants whose scheduled end has come, the longest due first, at most `limit`.
pub async fn list_due_to_end(
    conn: &mut Conn,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(MerchantId, Subscription)>, StoreError> {
    let rows = sql("SELECT * FROM subscription WHERE ends_at <= $1 ORDER BY ends_at LIMIT $2")
        .bind(now)
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| Ok((row.get("merchant_id")?, read(row)?))).collect()
}

/// Adds subscriptions. An external id that exists already is [`StoreError::Conflict`].
pub async fn insert_all(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscriptions: &[Subscription],
) -> Result<(), StoreError> {
    let rows = subscriptions
        .iter()
        .map(|subscription| {
            vec![
                (&subscription.id).into(),
                merchant.into(),
                subscription.external_id.as_ref().into(),
                (&subscription.customer_id).into(),
                (&subscription.plan_id).into(),
                (&subscription.plan_name).into(),
                subscription.price.amount.minor().into(),
                subscription.price.amount.currency().into(),
                subscription.price.interval.as_str().into(),
                subscription.price.per_seat.into(),
                Value::json(&subscription.price.tiers),
                subscription.price.tax_rate.into(),
                Value::json(&subscription.price.metered),
                subscription.seats.into(),
                subscription.status.as_str().into(),
                subscription.anchor.day.into(),
                subscription.anchor.month.into(),
                subscription.period.start.into(),
                subscription.period.end.into(),
                subscription.trial_end.into(),
                ends_at(subscription).into(),
                Value::json_opt(subscription.pending_change.as_ref()),
                Value::json_opt(subscription.cancelation.as_ref()),
                Value::json_opt(subscription.contract.as_ref()),
                subscription.created_at.into(),
                subscription.version.into(),
            ]
        })
        .collect();
    insert_many(
        conn,
        "INSERT INTO subscription (id, merchant_id, external_id, customer_id, plan_id, plan_name, amount, currency,
                                   interval, per_seat, tiers, tax_rate, metered, seats, status, anchor_day, anchor_month,
                                   period_start, period_end, trial_end, ends_at, pending_change, cancelation,
                                   contract, created_at, version)",
        rows,
    )
    .await
}

/// Writes what a transition, which counted the version up, left of `subscription`, if nobody wrote it
/// since it was read; else [`StoreError::Stale`]. Whose it is, since when and under which external id
/// never changes.
pub async fn save(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &Subscription,
) -> Result<(), StoreError> {
    let touched = sql(
        "UPDATE subscription SET plan_id = $1, plan_name = $2, amount = $3, currency = $4, interval = $5,
                per_seat = $6, tiers = $7, tax_rate = $8, seats = $9, status = $10, anchor_day = $11,
                anchor_month = $12, period_start = $13, period_end = $14, trial_end = $15, ends_at = $16,
                pending_change = $17, cancelation = $18, contract = $19, metered = $20, version = $23
          WHERE merchant_id = $21 AND id = $22 AND version = $23 - 1",
    )
    .bind(&subscription.plan_id)
    .bind(&subscription.plan_name)
    .bind(subscription.price.amount.minor())
    .bind(subscription.price.amount.currency())
    .bind(subscription.price.interval.as_str())
    .bind(subscription.price.per_seat)
    .bind(Value::json(&subscription.price.tiers))
    .bind(subscription.price.tax_rate)
    .bind(subscription.seats)
    .bind(subscription.status.as_str())
    .bind(subscription.anchor.day)
    .bind(subscription.anchor.month)
    .bind(subscription.period.start)
    .bind(subscription.period.end)
    .bind(subscription.trial_end)
    .bind(ends_at(subscription))
    .bind(Value::json_opt(subscription.pending_change.as_ref()))
    .bind(Value::json_opt(subscription.cancelation.as_ref()))
    .bind(Value::json_opt(subscription.contract.as_ref()))
    .bind(Value::json(&subscription.price.metered))
    .bind(merchant)
    .bind(&subscription.id)
    .bind(subscription.version)
    .execute(conn)
    .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    Ok(())
}

/// What the worker looks for: empty again once the end has taken effect.
fn ends_at(subscription: &Subscription) -> Option<Timestamp> {
    let end = subscription.cancelation.as_ref().filter(|_| subscription.is_ending());
    end.map(|cancelation| cancelation.effective_at)
}
