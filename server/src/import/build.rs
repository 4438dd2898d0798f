//! Records into nouns, and what differs between a noun and a newer record.

use domain::{
    Anchor, Currency, Customer, EventBody, Invoice, InvoiceLine, InvoiceState, Money, Plan, Subscription,
    SubscriptionId, SubscriptionStatus, Totals,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::fault::{Fault, Place};
use super::record::{CustomerRecord, InvoiceRecord, LineRecord, PlanRecord, SubscriptionRecord};
use crate::app::App;
use crate::zone;

/// Notes `field: old → new` where they differ, and takes the new one.
macro_rules! update {
    ($noun:ident, $record:ident: $($field:ident)*) => {{
        let mut changes = Vec::new();
        $(if $noun.$field != $record.$field {
            changes.push(format!(
                "{} {} → {}", stringify!($field).replace('_', " "), shown(&$noun.$field), shown(&$record.$field)
            ));
            $noun.$field = $record.$field;
        })*
        changes.join(", ")
    }};
}

fn shown(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

pub(super) fn plan(record: PlanRecord, app: &App) -> Plan {
    Plan {
        id: record.id.unwrap_or_else(|| app.new_id()),
        external_id: record.external_id,
        name: record.name,
        description: record.description,
        price: record.price,
        seats: record.seats,
        self_serve_changes: record.self_serve_changes,
        self_serve_cancelation: record.self_serve_cancelation,
        created_at: record.created_at.unwrap_or_else(|| app.clock.now()),
        version: 1,
    }
}

pub(super) fn update_plan(plan: &mut Plan, record: PlanRecord) -> String {
    update!(plan, record: name description price seats self_serve_changes self_serve_cancelation)
}

pub(super) fn check_plan(record: &PlanRecord, place: &Place) -> Result<(), Fault> {
    record.price.check().map_err(|error| Fault::of(place, "price", &shown(&record.price), error))?;
    match record.seats.is_sound() {
        true => Ok(()),
        false => Err(Fault::at(place, "the fewest seats are at least 1 and at most the most")),
    }
}

pub(super) fn customer(record: CustomerRecord, app: &App) -> Customer {
    Customer {
        id: record.id.unwrap_or_else(|| app.new_id()),
        external_id: record.external_id,
        name: record.name,
        email: record.email,
        locale: record.locale,
        time_zone: record.time_zone,
        address: record.address,
        tax_ids: record.tax_ids,
        metadata: record.metadata,
        portal_configuration_id: None,
        created_at: record.created_at.unwrap_or_else(|| app.clock.now()),
        version: 1,
    }
}

pub(super) fn update_customer(customer: &mut Customer, record: CustomerRecord) -> String {
    update!(customer, record: name email locale time_zone address tax_ids metadata)
}

pub(super) fn subscription(
    record: SubscriptionRecord,
    customer: &Customer,
    plan: &Plan,
    zone: &TimeZone,
    app: &App,
    place: &Place,
) -> Result<Subscription, Fault> {
    if record.period.start >= record.period.end {
        return Err(Fault::at(place, "the period ends before it starts"));
    }
    if record.seats == 0 {
        return Err(Fault::at(place, "a subscription has at least one seat"));
    }
    if let Some(price) = &record.price {
        price.check().map_err(|error| Fault::of(place, "price", &shown(price), error))?;
    }
    let tries = record.status == SubscriptionStatus::Trialing;
    match record.trial_end.filter(|_| tries) {
        None if tries => return Err(Fault::at(place, "a trial needs the moment it ends, as trial_end")),
        Some(end) if end <= record.period.start || end > record.period.end => {
            return Err(Fault::at(place, "the trial ends outside its period"));
        }
        None | Some(_) => {}
    }
    let first = record.period.start.to_zoned(zone.clone()).date();
    let subscription = Subscription {
        id: record.id.unwrap_or_else(|| app.new_id()),
        external_id: record.external_id,
        customer_id: customer.id.clone(),
        plan_id: plan.id.clone(),
        plan_name: record.plan_name.unwrap_or_else(|| plan.name.clone()),
        price: record.price.unwrap_or_else(|| plan.price.clone()),
        seats: record.seats,
        assigned_seats: record.assigned_seats.unwrap_or_default(),
        status: record.status,
        billed_by: record.billed_by.unwrap_or(app.config.billing.billed_by),
        anchor: record.anchor.unwrap_or(Anchor::of(first)),
        period: record.period,
        trial_end: record.trial_end.filter(|_| tries),
        earlier_terms: record.earlier_terms,
        pending_change: record.pending_change,
        cancelation: record.cancelation,
        contract: record.contract,
        // Where nobody says since when it is subscribed to, it is since the period that is known at the latest.
        created_at: record.created_at.unwrap_or_else(|| app.clock.now().min(record.period.start)),
        version: 1,
    };
    if !subscription.runs_whole_periods(zone) {
        return Err(Fault::at(
            place,
            "the period does not run from one billing day to the next; name the day as anchor, or correct the period",
        ));
    }
    match subscription.assigned_seats <= subscription.assignable_seats() {
        true => Ok(subscription),
        false => Err(Fault::at(place, "more seats are assigned than there are, or than a change leaves")),
    }
}

/// The subscription in the period that runs, and how many ended since the file was written: whoever ran it
/// until now has billed those, so here billing begins with the first renewal after the import. A trial among
/// them is over. One that was to end meanwhile stays as it is, for the clock to end.
pub(super) fn in_running_period(
    mut subscription: Subscription,
    now: Timestamp,
    zone: &TimeZone,
) -> (Subscription, usize) {
    let mut over = 0;
    while subscription.status != SubscriptionStatus::Canceled && subscription.paid_until() <= now {
        let until = subscription.paid_until();
        if subscription.cancelation.as_ref().is_some_and(|end| end.effective_at <= until) {
            break;
        }
        let Some(next) = subscription.clone().into_next_period(zone) else { break };
        (subscription, over) = (next, over + 1);
    }
    (subscription, over)
}

/// What another system, which bills it, says of a subscription, over what was known of it. An end that was set
/// here stands until that system names one itself.
pub(super) fn followed(old: &Subscription, new: Subscription) -> (Subscription, EventBody) {
    let subscription = Subscription {
        id: old.id.clone(),
        created_at: old.created_at,
        version: old.version + 1,
        cancelation: new.cancelation.or_else(|| old.cancelation.clone()),
        ..new
    };
    let told = subscription.clone();
    let fact = if told.status == SubscriptionStatus::Canceled {
        EventBody::SubscriptionCanceled { subscription: told }
    } else if told.terms() != old.terms() {
        EventBody::SubscriptionActivated { subscription: told }
    } else if told.cancelation.is_some() && old.cancelation.is_none() {
        EventBody::SubscriptionCancelationScheduled { subscription: told }
    } else if told.status == SubscriptionStatus::PastDue && old.status != told.status {
        EventBody::SubscriptionPastDue { subscription: told }
    } else if old.status == SubscriptionStatus::PastDue && told.status == SubscriptionStatus::Active {
        EventBody::SubscriptionRecovered { subscription: told }
    } else {
        EventBody::SubscriptionRenewed { subscription: told }
    };
    (subscription, fact)
}

/// Equal in all that a record states; ids and counters aside.
pub(super) fn same_subscription(old: &Subscription, new: &Subscription) -> bool {
    let comparable = |s: &Subscription| Subscription {
        id: old.id.clone(),
        version: old.version,
        created_at: old.created_at,
        // A canceled one keeps how it ended; the record of a running one knows nothing of it.
        cancelation: if s.status == SubscriptionStatus::Canceled { None } else { s.cancelation.clone() },
        ..s.clone()
    };
    comparable(old) == comparable(new)
}

pub(super) fn invoice(
    record: InvoiceRecord,
    customer: &Customer,
    subscription: Option<SubscriptionId>,
    zone: &TimeZone,
    app: &App,
    place: &Place,
) -> Result<Invoice, Fault> {
    let currency = record.currency;
    let amount =
        |field: &str, text: &str| Money::parse(text, currency).map_err(|e| Fault::of(place, field, text, e));
    let zero = Money::zero(currency);
    let total = amount("total", &record.total)?;
    let mut lines = Vec::with_capacity(record.lines.len());
    for one in record.lines {
        lines.push(line(one, currency, place)?);
    }
    let totals = Totals::of(&lines, currency).map_err(|e| Fault::at(place, e.to_string()))?;
    if !lines.is_empty() && totals.total != total {
        let message = format!("the lines add up to {}", totals.total.to_decimal());
        return Err(Fault::of(place, "total", &record.total, message));
    }
    let amount_paid = match (&record.amount_paid, record.state) {
        (Some(text), _) => amount("amount_paid", text)?,
        (None, InvoiceState::Paid) => total,
        (None, InvoiceState::Draft | InvoiceState::Open | InvoiceState::Void) => zero,
    };
    let morning = || record.issued_on.to_zoned(zone.clone()).ok().map(|day| day.timestamp());
    let paid_at = match record.state {
        InvoiceState::Paid => record.paid_at.or_else(morning),
        InvoiceState::Draft | InvoiceState::Open | InvoiceState::Void => record.paid_at,
    };
    let invoice = Invoice {
        id: record.id.unwrap_or_else(|| app.new_id()),
        external_id: record.external_id,
        customer_id: customer.id.clone(),
        subscription_id: subscription,
        number: record.number,
        state: record.state,
        currency,
        issued_on: record.issued_on,
        due_on: record.due_on,
        bill_to_name: record.bill_to_name.unwrap_or_else(|| customer.name.clone()),
        bill_to_address: record.bill_to_address.unwrap_or_else(|| customer.address.clone()),
        bill_to_tax_ids: record.bill_to_tax_ids.unwrap_or_else(|| customer.tax_ids.clone()),
        lines,
        totals,
        amount_paid,
        paid_at,
        memo: record.memo,
        created_at: record.created_at.unwrap_or_else(|| app.clock.now()),
        version: 1,
    };
    invoice.check().map_err(|e| Fault::at(place, e.to_string()))?;
    Ok(invoice)
}

fn line(record: LineRecord, currency: Currency, place: &Place) -> Result<InvoiceLine, Fault> {
    let optional = |field: &str, text: Option<&str>| match text {
        Some(text) => Money::parse(text, currency).map_err(|e| Fault::of(place, field, text, e)),
        None => Ok(Money::zero(currency)),
    };
    let price = record.unit_price.to_string();
    let line = InvoiceLine {
        description: record.description,
        quantity: record.quantity,
        unit_price: record.unit_price,
        amount: Money::zero(currency),
        discount: optional("discount", record.discount.as_deref())?,
        tax_rate: record.tax_rate,
        tax: optional("tax", record.tax.as_deref())?,
        period: record.period,
        part_of: record.part_of,
    };
    let amount = line.computed(currency).map_err(|e| Fault::of(place, "unit_price", &price, e))?;
    Ok(InvoiceLine { amount, ..line })
}

/// A record that does not say whom it was billed to means whom it was billed to already.
pub(super) fn with_bill_to(record: InvoiceRecord, old: &Invoice) -> InvoiceRecord {
    InvoiceRecord {
        bill_to_name: record.bill_to_name.or_else(|| Some(old.bill_to_name.clone())),
        bill_to_address: record.bill_to_address.or_else(|| Some(old.bill_to_address.clone())),
        bill_to_tax_ids: record.bill_to_tax_ids.or_else(|| Some(old.bill_to_tax_ids.clone())),
        ..record
    }
}

/// The first field of the issued sheet that differs; payment may.
pub(super) fn issued_difference(old: &Invoice, new: &Invoice) -> Option<&'static str> {
    macro_rules! first_difference {
        ($($field:ident = $name:literal),*) => {
            [$((old.$field != new.$field).then_some($name)),*].into_iter().flatten().next()
        };
    }
    first_difference!(
        customer_id = "customer",
        subscription_id = "subscription",
        number = "number",
        currency = "currency",
        issued_on = "date",
        due_on = "due date",
        bill_to_name = "recipient",
        bill_to_address = "address",
        bill_to_tax_ids = "tax number",
        lines = "line",
        totals = "total",
        memo = "memo"
    )
}

pub(super) fn check_customer(customer: &Customer, place: &Place) -> Result<(), Fault> {
    if let Some(name) = &customer.time_zone {
        zone::find(name).map_err(|error| Fault::of(place, "time_zone", name.as_str(), error))?;
    }
    match customer.check().into_iter().next() {
        None => Ok(()),
        Some((field, message)) => Err(Fault { column: Some(field), ..Fault::at(place, message) }),
    }
}
