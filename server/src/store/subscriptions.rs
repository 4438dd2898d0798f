//! Table `subscription`.

use domain::{Anchor, CustomerId, MerchantId, Period, Subscription, SubscriptionId, SubscriptionStatus};
use jiff::{SignedDuration, Timestamp};

use super::LAST_ID;
use super::plans::price;
use crate::db::{Conn, Row, StoreError, Tx, Value, insert_many, sql};

/// How many of a customer's subscriptions, or open invoices, are looked at together: above any real account.
pub const MOST: u32 = 200;

fn read(row: &Row) -> Result<Subscription, StoreError> {
    Ok(Subscription {
        id: row.get("id")?,
        external_id: row.get_opt("external_id")?,
        customer_id: row.get("customer_id")?,
        plan_id: row.get("plan_id")?,
        plan_name: row.get("plan_name")?,
        price: price(row)?,
        seats: row.get("seats")?,
        assigned_seats: row.get("assigned_seats")?,
        status: row.variant("status")?,
        billed_by: row.variant("billed_by")?,
        anchor: Anchor { day: row.get("anchor_day")?, month: row.get("anchor_month")? },
        period: Period { start: row.get("period_start")?, end: row.get("period_end")? },
        trial_end: row.get_opt("trial_end")?,
        earlier_terms: row.json("earlier_terms")?,
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

/// Whether any subscription of this customer runs, however many there are.
pub async fn any_running(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
) -> Result<bool, StoreError> {
    let row = sql("SELECT 1 AS runs FROM subscription
          WHERE merchant_id = $1 AND customer_id = $2 AND status <> 'canceled' LIMIT 1")
    .bind(merchant)
    .bind(customer)
    .fetch_optional(conn)
    .await?;
    Ok(row.is_some())
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

/// Of all merchants, subscriptions with which the clock has something to do by now, as each merchant's
/// clock shows it; a merchant's longest due first, at most `limit`.
pub async fn list_due(
    conn: &mut Conn,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(MerchantId, Subscription)>, StoreError> {
    let rows = sql("SELECT s.* FROM merchant m JOIN subscription s ON s.merchant_id = m.id
            AND s.due_at <= $1 + COALESCE(m.clock_ahead, 0)
          ORDER BY m.id, s.due_at LIMIT $2")
    .bind(now)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((row.get("merchant_id")?, read(row)?))).collect()
}

/// Puts off when the clock looks at a subscription again, without any change to it.
pub async fn put_off(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &SubscriptionId,
    until: Timestamp,
) -> Result<(), StoreError> {
    sql("UPDATE subscription SET due_at = $1 WHERE merchant_id = $2 AND id = $3")
        .bind(until)
        .bind(merchant)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Of all merchants, subscriptions whose customer is to be told by now that the trial ends, at most `limit`.
pub async fn list_to_remind(
    conn: &mut Conn,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(MerchantId, Subscription)>, StoreError> {
    let rows = sql("SELECT s.* FROM merchant m JOIN subscription s ON s.merchant_id = m.id
            AND s.remind_at <= $1 + COALESCE(m.clock_ahead, 0)
          ORDER BY m.id, s.remind_at LIMIT $2")
    .bind(now)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((row.get("merchant_id")?, read(row)?))).collect()
}

/// Sets when a customer is told that their trial ends; `None` once they are. Returns whether that was
/// news, so that of several servers one tells them.
pub async fn set_reminder(
    tx: &mut Tx,
    merchant: &MerchantId,
    id: &SubscriptionId,
    at: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let touched = sql("UPDATE subscription SET remind_at = $1
          WHERE merchant_id = $2 AND id = $3 AND COALESCE(remind_at, 0) <> COALESCE($1, 0)")
    .bind(at)
    .bind(merchant)
    .bind(id)
    .execute(tx)
    .await?;
    Ok(touched > 0)
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
                subscription.due_at().into(),
                remind_at(subscription).into(),
                Value::json(&subscription.earlier_terms),
                Value::json_opt(subscription.pending_change.as_ref()),
                Value::json_opt(subscription.cancelation.as_ref()),
                Value::json_opt(subscription.contract.as_ref()),
                subscription.created_at.into(),
                subscription.version.into(),
                subscription.billed_by.as_str().into(),
                subscription.assigned_seats.into(),
            ]
        })
        .collect();
    insert_many(
        conn,
        "INSERT INTO subscription (id, merchant_id, external_id, customer_id, plan_id, plan_name, amount, currency,
                                   interval, per_seat, tiers, tax_rate, metered, seats, status, anchor_day, anchor_month,
                                   period_start, period_end, trial_end, ends_at, due_at, remind_at,
                                   earlier_terms, pending_change, cancelation, contract, created_at, version, billed_by,
                                   assigned_seats)",
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
                due_at = $17, pending_change = $18, cancelation = $19, contract = $20, metered = $21,
                earlier_terms = $22, billed_by = $26, assigned_seats = $27, version = $25
          WHERE merchant_id = $23 AND id = $24 AND version = $25 - 1",
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
    .bind(subscription.due_at())
    .bind(Value::json_opt(subscription.pending_change.as_ref()))
    .bind(Value::json_opt(subscription.cancelation.as_ref()))
    .bind(Value::json_opt(subscription.contract.as_ref()))
    .bind(Value::json(&subscription.price.metered))
    .bind(Value::json(&subscription.earlier_terms))
    .bind(merchant)
    .bind(&subscription.id)
    .bind(subscription.version)
    .bind(subscription.billed_by.as_str())
    .bind(subscription.assigned_seats)
    .execute(conn)
    .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    Ok(())
}

/// How long before its end a customer is told of it.
const NOTICE: SignedDuration = SignedDuration::from_hours(3 * 24);

/// When to tell the customer that the trial ends; never for one so short that they have just begun it.
fn remind_at(subscription: &Subscription) -> Option<Timestamp> {
    let end = subscription.trial_end.filter(|_| subscription.status == SubscriptionStatus::Trialing)?;
    end.checked_sub(NOTICE).ok().filter(|at| *at > subscription.created_at)
}

/// When its scheduled end takes effect; empty again once it has.
fn ends_at(subscription: &Subscription) -> Option<Timestamp> {
    let end = subscription.cancelation.as_ref().filter(|_| subscription.is_ending());
    end.map(|cancelation| cancelation.effective_at)
}
