//! Everything a merchant has, as JSON Lines that [`crate::import`] reads back without loss.
//!
//! In: a merchant. Out: records, in an order in which nothing names what comes later.

use std::io::{self, Write};

use domain::{Customer, Invoice, InvoiceLine, MerchantId, Meter, Money, Plan, Subscription, UsageEvent};

use crate::app::App;
use crate::db::StoreError;
use crate::import::{
    CustomerRecord, InvoiceRecord, LineRecord, MeterRecord, PlanRecord, Record, SubscriptionRecord,
    UsageRecord,
};
use crate::store::{customers, invoices, meters, plans, subscriptions, usage};

/// How many nouns are read with one query.
const PAGE: u32 = 500;

/// Why an export stopped; what was written before is a valid beginning.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database did not answer.
    #[error("the database did not answer; the export is incomplete")]
    Store(#[from] StoreError),
    /// The output did not take it.
    #[error("the export could not be written; it is incomplete")]
    Write(#[from] io::Error),
}

/// Writes every meter, plan, customer, subscription, invoice and usage event; `progress` is told after each.
pub async fn export(
    app: &App,
    merchant: &MerchantId,
    out: &mut impl Write,
    mut progress: impl FnMut(),
) -> Result<(), ExportError> {
    let mut conn = app.db.read().await?;
    let mut write = |record: Record| -> Result<(), ExportError> {
        serde_json::to_writer(&mut *out, &record).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
        progress();
        Ok(())
    };
    macro_rules! export_all {
        ($table:ident, $kind:ident) => {
            let mut last = None;
            loop {
                let page = $table::list(&mut conn, merchant, last.as_ref(), PAGE).await?;
                let Some(end) = page.last() else { break };
                last = Some(end.id.clone());
                for noun in page {
                    write(Record::$kind(noun.into()))?;
                }
            }
        };
    }
    export_all!(meters, Meter);
    export_all!(plans, Plan);
    export_all!(customers, Customer);
    export_all!(subscriptions, Subscription);
    export_all!(invoices, Invoice);
    let mut last = String::new();
    loop {
        let page = usage::list_events(&mut conn, merchant, &last, PAGE).await?;
        let Some(end) = page.last() else { break };
        last.clone_from(&end.id);
        for event in page {
            write(Record::Usage(event.into()))?;
        }
    }
    out.flush()?;
    Ok(())
}

impl From<Meter> for MeterRecord {
    fn from(meter: Meter) -> Self {
        Self {
            id: Some(meter.id),
            key: meter.key,
            name: meter.name,
            unit: meter.unit,
            aggregation: meter.aggregation,
            created_at: Some(meter.created_at),
        }
    }
}

impl From<UsageEvent> for UsageRecord {
    fn from(event: UsageEvent) -> Self {
        Self {
            id: event.id,
            subscription: event.subscription_id.into(),
            meter: event.meter,
            at: event.at,
            quantity: event.quantity,
            value: event.value,
        }
    }
}

impl From<Plan> for PlanRecord {
    fn from(plan: Plan) -> Self {
        Self {
            id: Some(plan.id),
            external_id: plan.external_id,
            name: plan.name,
            description: plan.description,
            price: plan.price,
            seats: plan.seats,
            self_serve_changes: plan.self_serve_changes,
            self_serve_cancelation: plan.self_serve_cancelation,
            created_at: Some(plan.created_at),
        }
    }
}

impl From<Customer> for CustomerRecord {
    fn from(customer: Customer) -> Self {
        Self {
            id: Some(customer.id),
            external_id: customer.external_id,
            name: customer.name,
            email: customer.email,
            locale: customer.locale,
            time_zone: customer.time_zone,
            address: customer.address,
            tax_ids: customer.tax_ids,
            metadata: customer.metadata,
            created_at: Some(customer.created_at),
        }
    }
}

impl From<Subscription> for SubscriptionRecord {
    fn from(subscription: Subscription) -> Self {
        Self {
            id: Some(subscription.id),
            external_id: subscription.external_id,
            customer: subscription.customer_id.into(),
            plan: subscription.plan_id.into(),
            plan_name: Some(subscription.plan_name),
            price: Some(subscription.price),
            seats: subscription.seats,
            assigned_seats: Some(subscription.assigned_seats).filter(|assigned| *assigned > 0),
            status: subscription.status,
            billed_by: Some(subscription.billed_by),
            period: subscription.period,
            anchor: Some(subscription.anchor),
            trial_end: subscription.trial_end,
            earlier_terms: subscription.earlier_terms,
            pending_change: subscription.pending_change,
            cancelation: subscription.cancelation,
            contract: subscription.contract,
            created_at: Some(subscription.created_at),
        }
    }
}

impl From<Invoice> for InvoiceRecord {
    fn from(invoice: Invoice) -> Self {
        Self {
            id: Some(invoice.id),
            external_id: invoice.external_id,
            customer: invoice.customer_id.into(),
            subscription: invoice.subscription_id.map(Into::into),
            number: invoice.number,
            state: invoice.state,
            currency: invoice.currency,
            issued_on: invoice.issued_on,
            due_on: invoice.due_on,
            bill_to_name: Some(invoice.bill_to_name),
            bill_to_address: Some(invoice.bill_to_address),
            bill_to_tax_ids: Some(invoice.bill_to_tax_ids),
            lines: invoice.lines.into_iter().map(Into::into).collect(),
            total: amount(invoice.totals.total),
            amount_paid: Some(amount(invoice.amount_paid)),
            paid_at: invoice.paid_at,
            memo: invoice.memo,
            created_at: Some(invoice.created_at),
        }
    }
}

impl From<InvoiceLine> for LineRecord {
    fn from(line: InvoiceLine) -> Self {
        let unless_zero = |money: Money| (!money.is_zero()).then(|| amount(money));
        Self {
            description: line.description,
            quantity: line.quantity,
            unit_price: line.unit_price,
            discount: unless_zero(line.discount),
            tax_rate: line.tax_rate,
            tax: unless_zero(line.tax),
            period: line.period,
            part_of: line.part_of,
        }
    }
}

fn amount(money: Money) -> String {
    money.to_decimal().to_string()
}
