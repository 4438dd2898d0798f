//! Writing records: new ones are added, changed ones updated, equal ones left alone; all in one
//! transaction, so a fault anywhere leaves nothing behind.

use std::collections::HashMap;

use domain::{
    Actor, Customer, CustomerId, EventBody, Invoice, Merchant, Meter, MeterKey, Plan, PlanId, Subscription,
    SubscriptionId, SubscriptionStatus, UsageEvent,
};
use jiff::tz::TimeZone;

use super::build;
use super::fault::{Fault, Place};
use super::record::{CustomerRecord, InvoiceRecord, PlanRecord, Record, SubscriptionRecord};
use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::store::{customers, events, invoices, plans, subscriptions};
use crate::{collecting, invoicing};

/// How many nouns are written with one round of statements.
const BATCH: usize = 256;

/// What an import did, or would do.
#[derive(Debug, Default)]
pub struct Report {
    /// Per kind of record, in the order plans, customers, subscriptions, invoices, meters, usage.
    pub counts: [(&'static str, Count); 6],
    /// A line for each record added (`+ invoice 7`) or changed (`~ customer 3: email a@x.y → b@x.y`).
    pub changes: Vec<String>,
    /// Periods of added subscriptions that were over, and that nobody bills here.
    pub unbilled_periods: usize,
    /// What is wrong. Unless empty, nothing was written.
    pub faults: Vec<Fault>,
}

/// How an import is carried out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Take everything back in the end, so that the report is exactly what a real run would say.
    pub dry_run: bool,
    /// Leave subscriptions in periods that are over: the billing clock bills each of them. Right for what
    /// another Portico exported and has not billed; otherwise they begin in the period that runs.
    pub bill_missed: bool,
}

/// How many records of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Were not there before.
    pub added: usize,
    /// Were there and differ.
    pub changed: usize,
    /// Were there and are equal.
    pub unchanged: usize,
}

/// Why an import could not be carried out at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The database did not do it; nothing was written.
    #[error("the database did not take the import; nothing was written")]
    Store(#[from] StoreError),
    /// The merchant's time zone is unknown to this build.
    #[error("the merchant's time zone {0} is not known")]
    Zone(String),
}

/// Writes `records` in one transaction, or none of them if any is at fault. `progress` is told after each record.
pub async fn apply(
    app: &App,
    merchant: &Merchant,
    records: Vec<(Place, Record)>,
    options: Options,
    mut progress: impl FnMut(),
) -> Result<Report, ImportError> {
    let zone =
        TimeZone::get(&merchant.time_zone).map_err(|_| ImportError::Zone(merchant.time_zone.clone()))?;
    let mut tx = app.db.write().await?;
    let own_prefix = invoicing::own_prefix(&mut tx, &merchant.id).await?;
    let mut import = Import {
        app,
        merchant,
        options,
        zone,
        tx,
        report: Report::default(),
        customers: HashMap::new(),
        plans: HashMap::new(),
        subscriptions: HashMap::new(),
        seen: HashMap::new(),
        new_customers: Vec::new(),
        new_invoices: Vec::new(),
        meters: HashMap::new(),
        new_usage: Vec::new(),
        first_invoices: false,
        own_prefix,
        events: Vec::new(),
    };
    import.report.counts = ["plans", "customers", "subscriptions", "invoices", "meters", "usage"]
        .map(|kind| (kind, Count::default()));
    import.first_invoices = !invoices::any_exist(&mut import.tx, &merchant.id).await?;
    // What is named comes before what names it, whatever the order of the file.
    let mut passes: [Vec<(Place, Record)>; 6] = Default::default();
    for (place, record) in records {
        let pass = match record {
            Record::Plan(_) => 0,
            Record::Customer(_) => 1,
            Record::Subscription(_) => 2,
            Record::Invoice(_) => 3,
            Record::Meter(_) => 4,
            Record::Usage(_) => 5,
        };
        passes[pass].push((place, record));
    }
    for kind in [4, 0, 1, 2, 3, 5] {
        for (place, record) in std::mem::take(&mut passes[kind]) {
            import.record(kind, &place, record).await?;
            progress();
        }
        import.flush().await?;
    }
    let Import { tx, report, .. } = import;
    if report.faults.is_empty() && !options.dry_run {
        tx.commit().await?;
        app.wake.notify_waiters();
    }
    Ok(report)
}

pub(super) struct Import<'a> {
    pub(super) app: &'a App,
    pub(super) merchant: &'a Merchant,
    options: Options,
    pub(super) zone: TimeZone,
    pub(super) tx: Tx,
    report: Report,
    /// By either id, as far as met.
    customers: HashMap<String, Customer>,
    plans: HashMap<String, Plan>,
    subscriptions: HashMap<String, SubscriptionId>,
    /// Keys met in this import, to find the second of two.
    seen: HashMap<String, Place>,
    new_customers: Vec<Customer>,
    new_invoices: Vec<Invoice>,
    /// By key, as far as met.
    pub(super) meters: HashMap<MeterKey, Option<Meter>>,
    /// With the subscription that paid.
    pub(super) new_usage: Vec<(UsageEvent, Subscription)>,
    /// Nothing to compare with: saves a look-up for each invoice of a first import.
    first_invoices: bool,
    /// What no imported number may begin with.
    own_prefix: Option<String>,
    pub(super) events: Vec<EventBody>,
}

/// What became of a record.
pub(super) enum Outcome {
    Added,
    Changed(String),
    Unchanged,
}

/// A record that cannot be taken, or a database that does not answer.
pub(super) enum Refusal {
    Fault(Fault),
    Store(StoreError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Import<'_> {
    async fn record(&mut self, kind: usize, place: &Place, record: Record) -> Result<(), StoreError> {
        let title = record.title();
        let outcome = match record {
            Record::Plan(plan) => self.plan(place, plan).await,
            Record::Customer(customer) => self.customer(place, customer).await,
            Record::Subscription(subscription) => self.subscription(place, subscription).await,
            Record::Invoice(invoice) => self.invoice(place, invoice).await,
            Record::Meter(meter) => self.meter(place, meter).await,
            Record::Usage(usage) => self.usage(place, usage).await,
        };
        let count = &mut self.report.counts[kind].1;
        match outcome {
            Ok(Outcome::Added) => {
                count.added += 1;
                self.report.changes.push(format!("+ {title}"));
            }
            Ok(Outcome::Changed(what)) => {
                count.changed += 1;
                self.report.changes.push(format!("~ {title}: {what}"));
            }
            Ok(Outcome::Unchanged) => count.unchanged += 1,
            Err(Refusal::Fault(fault)) => self.report.faults.push(fault),
            Err(Refusal::Store(error)) => return Err(error),
        }
        if self.new_customers.len() + self.new_invoices.len() + self.new_usage.len() >= BATCH {
            self.flush().await?;
        }
        Ok(())
    }

    /// Writes what has gathered.
    async fn flush(&mut self) -> Result<(), StoreError> {
        customers::insert_all(&mut self.tx, &self.merchant.id, &self.new_customers).await?;
        self.new_customers.clear();
        invoices::insert_all(&mut self.tx, &self.merchant.id, &self.new_invoices).await?;
        self.new_invoices.clear();
        self.flush_usage().await?;
        if !self.events.is_empty() {
            let bodies = std::mem::take(&mut self.events);
            events::note_all(&mut self.tx, self.app, &self.merchant.id, Actor::System, bodies).await?;
        }
        Ok(())
    }

    /// Refuses the second record with the same key.
    pub(super) fn once(&mut self, kind: &str, key: Option<&str>, place: &Place) -> Result<(), Fault> {
        let Some(key) = key else { return Ok(()) };
        match self.seen.insert(format!("{kind} {key}"), place.clone()) {
            None => Ok(()),
            Some(first) => {
                Err(Fault::of(place, kind, key, format!("stands here a second time, first at {first}")))
            }
        }
    }

    async fn plan(&mut self, place: &Place, record: PlanRecord) -> Result<Outcome, Refusal> {
        self.once("plan", record.external_id.as_deref(), place)?;
        build::check_plan(&record, place)?;
        self.priced_meters(place, &record.price).await?;
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let known = match (&record.external_id, &record.id) {
            (Some(external), _) => plans::find_by_external_id(tx, merchant, external).await?,
            (None, Some(id)) => plans::find(tx, merchant, id).await?,
            (None, None) => None,
        };
        let (plan, outcome) = match known {
            None => {
                let plan = build::plan(record, self.app);
                plans::insert_all(tx, merchant, std::slice::from_ref(&plan)).await?;
                (plan, Outcome::Added)
            }
            Some(mut plan) => {
                let what = build::update_plan(&mut plan, record);
                if !what.is_empty() {
                    plans::save(tx, merchant, &mut plan).await?;
                }
                (plan, if what.is_empty() { Outcome::Unchanged } else { Outcome::Changed(what) })
            }
        };
        if !matches!(outcome, Outcome::Unchanged) {
            self.events.push(EventBody::PlanSaved { plan: plan.clone() });
        }
        self.plans.extend(plan.external_id.clone().map(|key| (key, plan.clone())));
        self.plans.insert(plan.id.to_string(), plan);
        Ok(outcome)
    }

    async fn customer(&mut self, place: &Place, record: CustomerRecord) -> Result<Outcome, Refusal> {
        self.once("customer", record.external_id.as_deref(), place)?;
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let known = match (&record.external_id, &record.id) {
            (Some(external), _) => customers::find_by_external_id(tx, merchant, external).await?,
            (None, Some(id)) => customers::find(tx, merchant, id).await?,
            (None, None) => None,
        };
        let (customer, outcome) = match known {
            None => {
                let customer = build::customer(record, self.app);
                build::check_customer(&customer, place)?;
                self.new_customers.push(customer.clone());
                self.events.push(EventBody::CustomerCreated { customer: customer.clone() });
                (customer, Outcome::Added)
            }
            Some(mut customer) => {
                let what = build::update_customer(&mut customer, record);
                build::check_customer(&customer, place)?;
                if what.is_empty() {
                    (customer, Outcome::Unchanged)
                } else {
                    customers::save(tx, merchant, &mut customer).await?;
                    self.events.push(EventBody::CustomerUpdated { customer: customer.clone() });
                    (customer, Outcome::Changed(what))
                }
            }
        };
        self.customers.extend(customer.external_id.clone().map(|key| (key, customer.clone())));
        self.customers.insert(customer.id.to_string(), customer);
        Ok(outcome)
    }

    async fn subscription(&mut self, place: &Place, record: SubscriptionRecord) -> Result<Outcome, Refusal> {
        self.once("subscription", record.external_id.as_deref(), place)?;
        self.flush().await?;
        let customer = self.find_customer(place, &record.customer).await?;
        let plan = self.find_plan(place, &record.plan).await?;
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let known = match (&record.external_id, &record.id) {
            (Some(external), _) => subscriptions::find_by_external_id(tx, merchant, external).await?,
            (None, Some(id)) => subscriptions::find(tx, merchant, id).await?,
            (None, None) => None,
        };
        let record = SubscriptionRecord {
            billed_by: record.billed_by.or(known.as_ref().map(|known| known.billed_by)),
            ..record
        };
        let told = record.assigned_seats.is_some();
        let mut new = build::subscription(record, &customer, &plan, &self.zone, self.app, place)?;
        if let Some(known) = known.as_ref().filter(|_| !told) {
            new.assigned_seats = known.assigned_seats.min(new.assignable_seats());
        }
        let (new, over) = match self.options.bill_missed {
            true => (new, 0),
            false => build::in_running_period(new, self.app.now_of(self.merchant), &self.zone),
        };
        let id = known.as_ref().map_or_else(|| new.id.clone(), |known| known.id.clone());
        let external = new.external_id.clone();
        let elsewhere = |one: &Subscription| !one.billed_by.is_portico();
        let outcome = match known {
            None => {
                subscriptions::insert_all(tx, merchant, std::slice::from_ref(&new)).await?;
                self.events.push(EventBody::SubscriptionCreated { subscription: new });
                self.report.unbilled_periods += over;
                Outcome::Added
            }
            Some(old) if build::same_subscription(&old, &new) => Outcome::Unchanged,
            // It ended here, of which its other system need not have heard.
            Some(old) if elsewhere(&old) && old.status == SubscriptionStatus::Canceled => Outcome::Unchanged,
            Some(old) if (elsewhere(&old) || elsewhere(&new)) && old.customer_id == new.customer_id => {
                let (subscription, fact) = build::followed(&old, new);
                if build::same_subscription(&old, &subscription) {
                    Outcome::Unchanged
                } else {
                    subscriptions::save(tx, merchant, &subscription).await?;
                    self.events.push(fact);
                    Outcome::Changed("taken over, as it is billed elsewhere".into())
                }
            }
            Some(_) => {
                let message =
                    "is in Portico already and differs; a subscription changes in Portico, not by import";
                return Err(Fault::at(place, message).into());
            }
        };
        self.subscriptions.extend(external.map(|key| (key, id.clone())));
        self.subscriptions.insert(id.to_string(), id);
        Ok(outcome)
    }

    async fn invoice(&mut self, place: &Place, record: InvoiceRecord) -> Result<Outcome, Refusal> {
        self.once("invoice", record.external_id.as_deref(), place)?;
        self.once("number", Some(&record.number), place)?;
        let customer = self.find_customer(place, &record.customer).await?;
        let subscription = match &record.subscription {
            Some(named) => Some(self.find_subscription(place, named).await?),
            None => None,
        };
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let known = match (&record.external_id, &record.id) {
            _ if self.first_invoices => None,
            (Some(external), _) => invoices::find_by_external_id(tx, merchant, external).await?,
            (None, Some(id)) => invoices::find(tx, merchant, id).await?,
            (None, None) => None,
        };
        let Some(mut old) = known else {
            if !self.first_invoices && invoices::number_exists(tx, merchant, &record.number).await? {
                return Err(Fault::of(place, "number", &record.number, "belongs to another invoice").into());
            }
            if self.own_prefix.as_ref().is_some_and(|prefix| record.number.starts_with(prefix)) {
                let message = "is one of those that Portico gives to invoices it writes itself";
                return Err(Fault::of(place, "number", &record.number, message).into());
            }
            let invoice = build::invoice(record, &customer, subscription, &self.zone, self.app, place)?;
            self.events.push(EventBody::InvoiceIssued { invoice: invoice.clone() });
            self.new_invoices.push(invoice);
            return Ok(Outcome::Added);
        };
        let new = build::invoice(
            build::with_bill_to(record, &old),
            &customer,
            subscription,
            &self.zone,
            self.app,
            place,
        )?;
        if let Some(field) = build::issued_difference(&old, &new) {
            let message = format!(
                "was issued with another {field}; an issued invoice never changes, so write a credit note instead"
            );
            return Err(Fault::at(place, message).into());
        }
        if (old.state, old.amount_paid, old.paid_at) == (new.state, new.amount_paid, new.paid_at) {
            return Ok(Outcome::Unchanged);
        }
        let what = format!("{} → {}", old.state.as_str(), new.state.as_str());
        (old.state, old.amount_paid, old.paid_at) = (new.state, new.amount_paid, new.paid_at);
        invoices::save_payment(tx, merchant, &mut old).await?;
        collecting::invoice_paid(tx, self.app, merchant, Actor::System, &old).await?;
        self.events.push(EventBody::InvoiceUpdated { invoice: old });
        Ok(Outcome::Changed(what))
    }

    async fn find_customer(&mut self, place: &Place, named: &str) -> Result<Customer, Refusal> {
        if let Some(customer) = self.customers.get(named) {
            return Ok(customer.clone());
        }
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let found = match named.parse::<CustomerId>() {
            Ok(id) => customers::find(tx, merchant, &id).await?,
            Err(_) => customers::find_by_external_id(tx, merchant, named).await?,
        };
        let missing = || Fault::of(place, "customer", named, "there is no such customer, here or in Portico");
        let customer = found.ok_or_else(missing)?;
        self.customers.insert(named.to_owned(), customer.clone());
        Ok(customer)
    }

    async fn find_plan(&mut self, place: &Place, named: &str) -> Result<Plan, Refusal> {
        if let Some(plan) = self.plans.get(named) {
            return Ok(plan.clone());
        }
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let found = match named.parse::<PlanId>() {
            Ok(id) => plans::find(tx, merchant, &id).await?,
            Err(_) => plans::find_by_external_id(tx, merchant, named).await?,
        };
        let missing = || Fault::of(place, "plan", named, "there is no such plan, here or in Portico");
        let plan = found.ok_or_else(missing)?;
        self.plans.insert(named.to_owned(), plan.clone());
        Ok(plan)
    }

    pub(super) async fn find_subscription(
        &mut self,
        place: &Place,
        named: &str,
    ) -> Result<SubscriptionId, Refusal> {
        if let Some(id) = self.subscriptions.get(named) {
            return Ok(id.clone());
        }
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let found = match named.parse::<SubscriptionId>() {
            Ok(id) => subscriptions::find(tx, merchant, &id).await?,
            Err(_) => subscriptions::find_by_external_id(tx, merchant, named).await?,
        };
        let missing =
            || Fault::of(place, "subscription", named, "there is no such subscription, here or in Portico");
        let id = found.ok_or_else(missing)?.id;
        self.subscriptions.insert(named.to_owned(), id.clone());
        Ok(id)
    }
}
