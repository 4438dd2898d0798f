//! Things that exist before a story begins, each with defaults a story need not mention.

use domain::{
    Actor, Address, Anchor, Cancelation, Currency, Customer, EventBody, Interval, Invoice, InvoiceLine,
    InvoiceState, Money, Plan, Price, SeatRange, Subscription, SubscriptionStatus, Totals, line_amount,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use portico::db::Tx;
use portico::store::{customers, events, invoices, plans, subscriptions};
use rust_decimal::Decimal;

use crate::World;

impl World {
    /// The merchant's zone.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.merchant.time_zone).expect("a known zone")
    }

    /// The merchant's day.
    pub fn today(&self) -> Date {
        self.now().to_zoned(self.zone()).date()
    }

    async fn begin(&self) -> Tx {
        self.app.db.write().await.expect("the database answers")
    }

    async fn commit(&self, mut tx: Tx, event: EventBody) {
        events::append(&mut tx, &self.app, &self.merchant.id, Actor::System, event).await.expect("appended");
        tx.commit().await.expect("committed");
    }

    /// A customer in Berlin.
    pub fn customer(&self, name: &str) -> CustomerBuilder<'_> {
        let host: String = name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let customer = Customer {
            id: self.app.new_id(),
            external_id: None,
            name: name.into(),
            email: format!("billing@{host}.example").parse().expect("an address"),
            locale: "en".into(),
            time_zone: None,
            address: Address {
                line1: "Hauptstraße 1".into(),
                city: "Berlin".into(),
                postal_code: "10115".into(),
                country: "DE".into(),
                ..Address::default()
            },
            tax_ids: Vec::new(),
            metadata: std::collections::BTreeMap::new(),
            portal_configuration_id: None,
            created_at: self.now(),
            version: 1,
        };
        CustomerBuilder { world: self, customer }
    }

    /// A monthly plan in euros.
    pub async fn plan(&self, name: &str, amount: &str) -> Plan {
        let amount = Money::parse(amount, Currency::EUR).expect("an amount");
        let plan = Plan {
            id: self.app.new_id(),
            external_id: None,
            name: name.into(),
            description: String::new(),
            price: Price::flat(amount, Interval::Month),
            seats: SeatRange::ANY,
            self_serve_changes: true,
            self_serve_cancelation: true,
            created_at: self.now(),
            version: 1,
        };
        let mut tx = self.begin().await;
        plans::insert_all(&mut tx, &self.merchant.id, std::slice::from_ref(&plan))
            .await
            .expect("a plan is added");
        self.commit(tx, EventBody::PlanSaved { plan: plan.clone() }).await;
        plan
    }

    /// A subscription that began today.
    pub fn subscription(&self, customer: &Customer, plan: &Plan) -> SubscriptionBuilder<'_> {
        let (today, anchor) = (self.today(), Anchor::of(self.today()));
        let period = Subscription::period_from(today, anchor, plan.price.interval, &self.zone());
        let subscription = Subscription {
            id: self.app.new_id(),
            external_id: None,
            customer_id: customer.id.clone(),
            plan_id: plan.id.clone(),
            plan_name: plan.name.clone(),
            price: plan.price.clone(),
            seats: 1,
            status: SubscriptionStatus::Active,
            anchor,
            period: period.expect("a period"),
            trial_end: None,
            earlier_terms: Vec::new(),
            assigned_seats: 0,
            billed_by: domain::BilledBy::Portico,
            pending_change: None,
            cancelation: None,
            contract: None,
            created_at: self.now(),
            version: 1,
        };
        SubscriptionBuilder { world: self, subscription }
    }

    /// An open invoice in euros of today, due in 14 days, without lines yet.
    pub fn invoice(&self, customer: &Customer, number: &str) -> InvoiceBuilder<'_> {
        let zero = Money::zero(Currency::EUR);
        let invoice = Invoice {
            id: self.app.new_id(),
            external_id: None,
            customer_id: customer.id.clone(),
            subscription_id: None,
            number: number.into(),
            state: InvoiceState::Open,
            currency: Currency::EUR,
            issued_on: self.today(),
            due_on: self.today().saturating_add(jiff::Span::new().days(14)),
            bill_to_name: customer.name.clone(),
            bill_to_address: customer.address.clone(),
            bill_to_tax_ids: customer.tax_ids.clone(),
            lines: Vec::new(),
            totals: Totals { subtotal: zero, discount: zero, tax: zero, total: zero },
            amount_paid: zero,
            paid_at: None,
            memo: String::new(),
            created_at: self.now(),
            version: 1,
        };
        InvoiceBuilder { world: self, invoice }
    }
}

/// A customer about to exist.
#[derive(Debug)]
pub struct CustomerBuilder<'w> {
    world: &'w World,
    customer: Customer,
}

impl CustomerBuilder<'_> {
    /// With the merchant's own id.
    pub fn external_id(mut self, id: &str) -> Self {
        self.customer.external_id = Some(id.into());
        self
    }

    /// With another address.
    pub fn email(mut self, email: &str) -> Self {
        self.customer.email = email.parse().expect("an address");
        self
    }

    /// With another language than English.
    pub fn locale(mut self, tag: &str) -> Self {
        self.customer.locale = tag.into();
        self
    }

    /// With a zone of their own.
    pub fn time_zone(mut self, name: &str) -> Self {
        self.customer.time_zone = Some(name.parse().expect("a name"));
        self
    }

    /// Adds them.
    pub async fn insert(self) -> Customer {
        let (world, customer) = (self.world, self.customer);
        let mut tx = world.begin().await;
        customers::insert_all(&mut tx, &world.merchant.id, std::slice::from_ref(&customer))
            .await
            .expect("added");
        world.commit(tx, EventBody::CustomerCreated { customer: customer.clone() }).await;
        customer
    }
}

/// A subscription about to exist.
#[derive(Debug)]
pub struct SubscriptionBuilder<'w> {
    world: &'w World,
    subscription: Subscription,
}

impl SubscriptionBuilder<'_> {
    /// Set to end at its period's end, by this actor.
    pub fn ending(mut self, by: Actor) -> Self {
        self.subscription.cancelation = Some(Cancelation {
            effective_at: self.subscription.period.end,
            requested_at: self.world.now(),
            requested_by: by,
            comment: None,
            reason: None,
        });
        self
    }

    /// Changes anything else.
    pub fn with(mut self, change: impl FnOnce(&mut Subscription)) -> Self {
        change(&mut self.subscription);
        self
    }

    /// Adds it.
    pub async fn insert(self) -> Subscription {
        let (world, subscription) = (self.world, self.subscription);
        let mut tx = world.begin().await;
        subscriptions::insert_all(&mut tx, &world.merchant.id, std::slice::from_ref(&subscription))
            .await
            .expect("added");
        world.commit(tx, EventBody::SubscriptionCreated { subscription: subscription.clone() }).await;
        subscription
    }
}

/// An invoice about to exist.
#[derive(Debug)]
pub struct InvoiceBuilder<'w> {
    world: &'w World,
    invoice: Invoice,
}

impl InvoiceBuilder<'_> {
    /// In another currency; before any line.
    pub fn currency(mut self, code: &str) -> Self {
        let currency: Currency = code.parse().expect("a currency");
        let zero = Money::zero(currency);
        self.invoice.currency = currency;
        self.invoice.amount_paid = zero;
        self.invoice.totals = Totals { subtotal: zero, discount: zero, tax: zero, total: zero };
        self
    }

    /// With one more line, untaxed.
    pub fn line(mut self, description: &str, quantity: &str, unit_price: &str) -> Self {
        let quantity: Decimal = quantity.parse().expect("a quantity");
        let unit_price: Decimal = unit_price.parse().expect("a price");
        let currency = self.invoice.currency;
        self.invoice.lines.push(InvoiceLine {
            description: description.into(),
            quantity,
            unit_price,
            amount: line_amount(quantity, unit_price, currency).expect("an amount"),
            discount: Money::zero(currency),
            tax_rate: Decimal::ZERO,
            tax: Money::zero(currency),
            period: None,
            part_of: None,
        });
        self.invoice.totals = Totals::of(&self.invoice.lines, currency).expect("totals");
        self
    }

    /// Issued and due on these days.
    pub fn dates(mut self, issued_on: Date, due_on: Date) -> Self {
        (self.invoice.issued_on, self.invoice.due_on) = (issued_on, due_on);
        self
    }

    /// Paid in full, now.
    pub fn paid(mut self) -> Self {
        self.invoice.state = InvoiceState::Paid;
        self.invoice.amount_paid = self.invoice.totals.total;
        self.invoice.paid_at = Some(self.world.now());
        self
    }

    /// Changes anything else.
    pub fn with(mut self, change: impl FnOnce(&mut Invoice)) -> Self {
        change(&mut self.invoice);
        self
    }

    /// Adds it, after checking that it adds up.
    pub async fn insert(self) -> Invoice {
        let (world, invoice) = (self.world, self.invoice);
        invoice.check().expect("an invoice that adds up");
        let mut tx = world.begin().await;
        invoices::insert_all(&mut tx, &world.merchant.id, std::slice::from_ref(&invoice))
            .await
            .expect("added");
        world.commit(tx, EventBody::InvoiceIssued { invoice: invoice.clone() }).await;
        invoice
    }
}
