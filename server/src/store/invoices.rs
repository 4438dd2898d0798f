//! Tables `invoice` and `invoice_line`.

mod by_day;

use std::collections::HashMap;

use domain::{CustomerId, Invoice, InvoiceId, InvoiceLine, MerchantId, Period, SubscriptionId, Totals};
use jiff::Timestamp;

pub use self::by_day::{InvoiceFilter, InvoicePlace, InvoiceStretch, list_for_customer, list_newest};
use crate::db::{Conn, Row, StoreError, Value, insert_many, sql};

fn read(row: &Row, lines: Vec<InvoiceLine>) -> Result<Invoice, StoreError> {
    Ok(Invoice {
        id: row.get("id")?,
        external_id: row.get_opt("external_id")?,
        customer_id: row.get("customer_id")?,
        subscription_id: row.get_opt("subscription_id")?,
        number: row.get("number")?,
        state: row.variant("state")?,
        currency: row.get("currency")?,
        issued_on: row.get("issued_on")?,
        due_on: row.get("due_on")?,
        bill_to_name: row.get("bill_to_name")?,
        bill_to_address: row.json("bill_to_address")?,
        bill_to_tax_ids: row.json("bill_to_tax_ids")?,
        lines,
        totals: Totals {
            subtotal: row.money("subtotal")?,
            discount: row.money("discount")?,
            tax: row.money("tax")?,
            total: row.money("total")?,
        },
        amount_paid: row.money("amount_paid")?,
        paid_at: row.get_opt("paid_at")?,
        memo: row.get("memo")?,
        created_at: row.get("created_at")?,
        version: row.get("version")?,
    })
}

fn read_line(row: &Row) -> Result<InvoiceLine, StoreError> {
    Ok(InvoiceLine {
        description: row.get("description")?,
        quantity: row.get("quantity")?,
        unit_price: row.get("unit_price")?,
        amount: row.money("amount")?,
        discount: row.money("discount")?,
        tax_rate: row.get("tax_rate")?,
        tax: row.money("tax")?,
        period: read_period(row, "period_start", "period_end")?,
        part_of: read_period(row, "part_of_start", "part_of_end")?,
    })
}

fn read_period(row: &Row, start: &str, end: &str) -> Result<Option<Period>, StoreError> {
    let (start, end) = (row.get_opt(start)?, row.get_opt(end)?);
    Ok(start.zip(end).map(|(start, end)| Period { start, end }))
}

/// Puts the lines to these rows of `invoice`, with one query for all.
async fn with_lines(
    conn: &mut Conn,
    merchant: &MerchantId,
    rows: Vec<Row>,
) -> Result<Vec<Invoice>, StoreError> {
    let ids = rows.iter().map(|row| row.get("id")).collect::<Result<Vec<String>, _>>()?;
    let mut lines: HashMap<String, Vec<InvoiceLine>> = HashMap::with_capacity(ids.len());
    if !ids.is_empty() {
        let found = sql("SELECT l.*, i.currency FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
              WHERE l.merchant_id = $1 AND l.invoice_id IN ($list) ORDER BY l.invoice_id, l.position")
        .bind(merchant)
        .bind_list(ids.iter())
        .fetch_all(conn)
        .await?;
        for row in &found {
            lines.entry(row.get("invoice_id")?).or_default().push(read_line(row)?);
        }
    }
    rows.iter().zip(ids).map(|(row, id)| read(row, lines.remove(&id).unwrap_or_default())).collect()
}

/// Looks an invoice up.
pub async fn find(
    conn: &mut Conn,
    merchant: &MerchantId,
    id: &InvoiceId,
) -> Result<Option<Invoice>, StoreError> {
    let row = sql("SELECT * FROM invoice WHERE merchant_id = $1 AND id = $2")
        .bind(merchant)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    Ok(with_lines(conn, merchant, row.into_iter().collect()).await?.pop())
}

/// Looks an invoice up by the merchant's own id.
pub async fn find_by_external_id(
    conn: &mut Conn,
    merchant: &MerchantId,
    external_id: &str,
) -> Result<Option<Invoice>, StoreError> {
    let row = sql("SELECT * FROM invoice WHERE merchant_id = $1 AND external_id = $2")
        .bind(merchant)
        .bind(external_id)
        .fetch_optional(conn)
        .await?;
    Ok(with_lines(conn, merchant, row.into_iter().collect()).await?.pop())
}

/// Looks an invoice up by its number.
pub async fn find_by_number(
    conn: &mut Conn,
    merchant: &MerchantId,
    number: &str,
) -> Result<Option<Invoice>, StoreError> {
    let row = sql("SELECT * FROM invoice WHERE merchant_id = $1 AND number = $2")
        .bind(merchant)
        .bind(number)
        .fetch_optional(conn)
        .await?;
    Ok(with_lines(conn, merchant, row.into_iter().collect()).await?.pop())
}

/// Whether the merchant has an invoice with this number.
pub async fn number_exists(conn: &mut Conn, merchant: &MerchantId, number: &str) -> Result<bool, StoreError> {
    let row = sql("SELECT id FROM invoice WHERE merchant_id = $1 AND number = $2")
        .bind(merchant)
        .bind(number)
        .fetch_optional(conn)
        .await?;
    Ok(row.is_some())
}

/// Whether the merchant has any invoice at all.
pub async fn any_exist(conn: &mut Conn, merchant: &MerchantId) -> Result<bool, StoreError> {
    let row = sql("SELECT id FROM invoice WHERE merchant_id = $1 LIMIT 1").bind(merchant);
    Ok(row.fetch_optional(conn).await?.is_some())
}

/// Looks an invoice of this customer up; drafts are not theirs to see.
pub async fn find_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    id: &InvoiceId,
) -> Result<Option<Invoice>, StoreError> {
    let row = sql("SELECT * FROM invoice
          WHERE merchant_id = $1 AND customer_id = $2 AND id = $3 AND state <> 'draft'")
    .bind(merchant)
    .bind(customer)
    .bind(id)
    .fetch_optional(conn)
    .await?;
    Ok(with_lines(conn, merchant, row.into_iter().collect()).await?.pop())
}

/// Invoices with an id after `after`, in the order they were added, at most `limit`.
pub async fn list(
    conn: &mut Conn,
    merchant: &MerchantId,
    after: Option<&InvoiceId>,
    limit: u32,
) -> Result<Vec<Invoice>, StoreError> {
    let rows = sql("SELECT * FROM invoice WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(merchant)
        .bind(after.map_or("", InvoiceId::as_str))
        .bind(limit)
        .fetch_all(conn)
        .await?;
    with_lines(conn, merchant, rows).await
}

/// What this customer owes: open invoices, the longest due first, at most `limit`.
pub async fn open_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    limit: u32,
) -> Result<Vec<Invoice>, StoreError> {
    let rows = sql("SELECT * FROM invoice WHERE merchant_id = $1 AND customer_id = $2 AND state = 'open'
          ORDER BY due_on, id LIMIT $3")
    .bind(merchant)
    .bind(customer)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    with_lines(conn, merchant, rows).await
}

/// How many invoices of this customer are issued.
pub async fn count_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
) -> Result<i64, StoreError> {
    sql("SELECT COUNT(*) AS issued FROM invoice WHERE merchant_id = $1 AND customer_id = $2 AND state <> 'draft'")
        .bind(merchant)
        .bind(customer)
        .fetch_one(conn)
        .await?
        .get("issued")
}

/// Whether anything is left to pay on invoices of this subscription.
pub async fn any_open_of(
    conn: &mut Conn,
    merchant: &MerchantId,
    subscription: &SubscriptionId,
) -> Result<bool, StoreError> {
    let row = sql("SELECT id FROM invoice
          WHERE merchant_id = $1 AND subscription_id = $2 AND state = 'open' LIMIT 1")
    .bind(merchant)
    .bind(subscription)
    .fetch_optional(conn)
    .await?;
    Ok(row.is_some())
}

/// Whether any number of the merchant begins with `prefix`, which must not hold `%` or `_`.
pub async fn any_numbered(conn: &mut Conn, merchant: &MerchantId, prefix: &str) -> Result<bool, StoreError> {
    let row = sql("SELECT id FROM invoice WHERE merchant_id = $1 AND number LIKE $2 LIMIT 1")
        .bind(merchant)
        .bind(format!("{prefix}%"))
        .fetch_optional(conn)
        .await?;
    Ok(row.is_some())
}

/// Adds invoices with their lines. An external id or a number that exists already is
/// [`StoreError::Conflict`].
pub async fn insert_all(
    conn: &mut Conn,
    merchant: &MerchantId,
    invoices: &[Invoice],
) -> Result<(), StoreError> {
    insert(conn, merchant, invoices.iter().map(|invoice| (invoice, None))).await
}

/// The same for invoices of which each may renew its subscription from an instant on; a second one that
/// does so from the same instant is [`StoreError::Conflict`].
pub async fn insert(
    conn: &mut Conn,
    merchant: &MerchantId,
    invoices: impl Iterator<Item = (&Invoice, Option<Timestamp>)> + Clone,
) -> Result<(), StoreError> {
    let rows = invoices.clone().map(|(invoice, from)| invoice_values(merchant, invoice, from)).collect();
    insert_many(
        conn,
        "INSERT INTO invoice (id, merchant_id, external_id, customer_id, subscription_id, number, state, currency,
                              issued_on, due_on, bill_to_name, bill_to_address, bill_to_tax_ids, subtotal, discount,
                              tax, total, amount_paid, paid_at, memo, created_at, version, renews_from)",
        rows,
    )
    .await?;
    let lines = invoices.flat_map(|(invoice, _)| {
        (0i64..).zip(&invoice.lines).map(move |(position, line)| {
            vec![
                (&invoice.id).into(),
                merchant.into(),
                position.into(),
                (&line.description).into(),
                line.quantity.into(),
                line.unit_price.into(),
                line.amount.minor().into(),
                line.discount.minor().into(),
                line.tax_rate.into(),
                line.tax.minor().into(),
                line.period.map(|period| period.start).into(),
                line.period.map(|period| period.end).into(),
                line.part_of.map(|whole| whole.start).into(),
                line.part_of.map(|whole| whole.end).into(),
            ]
        })
    });
    insert_many(
        conn,
        "INSERT INTO invoice_line (invoice_id, merchant_id, position, description, quantity, unit_price, amount,
                                   discount, tax_rate, tax, period_start, period_end, part_of_start,
                                   part_of_end)",
        lines.collect(),
    )
    .await
}

fn invoice_values(merchant: &MerchantId, invoice: &Invoice, renews_from: Option<Timestamp>) -> Vec<Value> {
    vec![
        (&invoice.id).into(),
        merchant.into(),
        invoice.external_id.as_ref().into(),
        (&invoice.customer_id).into(),
        invoice.subscription_id.as_ref().into(),
        (&invoice.number).into(),
        invoice.state.as_str().into(),
        invoice.currency.into(),
        invoice.issued_on.into(),
        invoice.due_on.into(),
        (&invoice.bill_to_name).into(),
        Value::json(&invoice.bill_to_address),
        Value::json(&invoice.bill_to_tax_ids),
        invoice.totals.subtotal.minor().into(),
        invoice.totals.discount.minor().into(),
        invoice.totals.tax.minor().into(),
        invoice.totals.total.minor().into(),
        invoice.amount_paid.minor().into(),
        invoice.paid_at.into(),
        (&invoice.memo).into(),
        invoice.created_at.into(),
        invoice.version.into(),
        renews_from.into(),
    ]
}

/// Writes state and payment of `invoice`, the only things about it that change, and counts its version
/// up, if nobody wrote it since it was read; else [`StoreError::Stale`].
pub async fn save_payment(
    conn: &mut Conn,
    merchant: &MerchantId,
    invoice: &mut Invoice,
) -> Result<(), StoreError> {
    let touched = sql("UPDATE invoice SET state = $1, amount_paid = $2, paid_at = $3, version = version + 1
          WHERE merchant_id = $4 AND id = $5 AND version = $6")
    .bind(invoice.state.as_str())
    .bind(invoice.amount_paid.minor())
    .bind(invoice.paid_at)
    .bind(merchant)
    .bind(&invoice.id)
    .bind(invoice.version)
    .execute(conn)
    .await?;
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    invoice.version += 1;
    Ok(())
}
