//! The account the samples show: an invented customer with several currencies, long names and one of everything.
//!
//! In: nothing. Out: domain nouns as the server would read them.
//! Not here: anything real; the addresses end in `.example`.

use std::collections::BTreeMap;

use domain::policy::Policy;
use domain::{
    Actor, Address, Anchor, CancelAt, CardBrand, Configuration, Contract, Currency, Customer, CustomerId,
    Expiry, Instrument, Interval, Invoice, InvoiceId, InvoiceLine, InvoiceState, Money, NewId, Payment,
    PaymentId, PaymentMethod, PaymentMethodId, PaymentPurpose, PaymentStatus, Period, Plan, PlanId, Price,
    SeatRange, SessionSettings, Subscription, SubscriptionId, SubscriptionStatus, TaxId, Tier, Totals,
};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rust_decimal::Decimal;

use crate::Account;
use crate::waiting::Waiting;

/// An invented customer and all that is theirs.
#[derive(Debug, Clone)]
pub struct SampleAccount {
    /// Who it is.
    pub customer: Customer,
    /// What they may subscribe to.
    pub plans: Vec<Plan>,
    /// A running one per seat, a yearly one under contract in another currency, and one that has ended.
    pub subscriptions: Vec<Subscription>,
    /// Newest first: overdue, pending, part-paid, paid and void ones.
    pub invoices: Vec<Invoice>,
    /// A card, one that ends soon, and a bank account.
    pub payment_methods: Vec<PaymentMethod>,
    /// Payments that wait for the customer's bank.
    pub waiting: Vec<Waiting>,
    /// The merchant's settings.
    pub configuration: Configuration,
    /// The merchant's day.
    pub today: Date,
    /// The moment the samples show.
    pub now: Timestamp,
    /// The merchant's zone.
    pub zone: TimeZone,
}

impl Default for SampleAccount {
    fn default() -> Self {
        // Central European time by its rule: samples render where no zone database is, as in a browser.
        let zone = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC);
        let today = date(2026, 3, 14);
        let customer = customer(&zone);
        let plans = plans(&zone);
        let subscriptions = subscriptions(&customer.id, &plans, &zone);
        let invoices = invoices(&customer, &zone);
        let payment_methods = payment_methods(&customer, &zone);
        let now = midnight(today, &zone) + 14.hours().minutes(42);
        Self {
            customer,
            plans,
            subscriptions,
            invoices,
            payment_methods,
            waiting: Vec::new(),
            configuration: Configuration::default(),
            today,
            now,
            zone,
        }
    }
}

impl SampleAccount {
    /// What its customer may do.
    pub fn policy(&self) -> Policy<'_> {
        Policy {
            configuration: &self.configuration,
            session: SessionSettings::default(),
            today: self.today,
            zone: &self.zone,
        }
    }

    /// The account as the pages look at it.
    pub fn view<'a>(&'a self, open_invoices: &'a [Invoice]) -> Account<'a> {
        Account {
            subscriptions: &self.subscriptions,
            plans: &self.plans,
            open_invoices,
            recent_invoices: &self.invoices,
            waiting: &self.waiting,
            today: self.today,
            zone: &self.zone,
        }
    }

    /// The invoices that are not settled.
    pub fn open_invoices(&self) -> Vec<Invoice> {
        self.invoices.iter().filter(|invoice| invoice.state == InvoiceState::Open).cloned().collect()
    }

    /// A payment of each open invoice in turn with the first card, with the invoice's number.
    pub fn payments(&self, statuses: &[PaymentStatus]) -> Vec<(Payment, String)> {
        let method = &self.payment_methods[0];
        let open = self.open_invoices();
        let payments = (1..).zip(statuses).zip(open.iter().cycle()).map(|((n, status), invoice)| {
            let payment = Payment {
                id: id::<PaymentId>(n),
                customer_id: self.customer.id.clone(),
                method_id: method.id.clone(),
                method: method.instrument.to_string(),
                purpose: PaymentPurpose::Invoice { invoice_id: invoice.id.clone() },
                amount: invoice.amount_due(),
                status: status.clone(),
                created_at: self.now,
                settled_at: (!status.is_open()).then_some(self.now),
                version: 2,
            };
            (payment, invoice.number.clone())
        });
        payments.collect()
    }

    /// The plan of a subscription.
    pub fn plan_of(&self, subscription: &Subscription) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == subscription.plan_id)
    }
}

fn midnight(day: Date, zone: &TimeZone) -> Timestamp {
    day.to_zoned(zone.clone()).map(|start| start.timestamp()).unwrap_or_default()
}

/// Ids that are the same on every run: `n` tells them apart.
pub(super) fn id<Id: NewId>(n: u8) -> Id {
    Id::new(Timestamp::UNIX_EPOCH, [0, 0, 0, 0, 0, 0, 0, 0, 0, n])
}

fn customer(zone: &TimeZone) -> Customer {
    Customer {
        id: id::<CustomerId>(1),
        external_id: Some("northwind".to_owned()),
        name: "Northwind Handelsgesellschaft für Feinkost mbH".to_owned(),
        email: "buchhaltung@northwind.example".parse().expect("the sample's own address"),
        locale: "en".to_owned(),
        time_zone: None,
        address: address(),
        tax_ids: vec![TaxId { kind: "eu_vat".to_owned(), value: "DE811907980".to_owned() }],
        metadata: BTreeMap::new(),
        portal_configuration_id: None,
        created_at: midnight(date(2023, 9, 4), zone),
        version: 1,
    }
}

fn address() -> Address {
    Address {
        line1: "Speicherstadt 14".to_owned(),
        line2: "3. Obergeschoss".to_owned(),
        city: "Hamburg".to_owned(),
        region: String::new(),
        postal_code: "20457".to_owned(),
        country: "Germany".to_owned(),
    }
}

fn plans(zone: &TimeZone) -> Vec<Plan> {
    let plan = |n, name: &str, description: &str, price| Plan {
        id: id::<PlanId>(n),
        external_id: None,
        name: name.to_owned(),
        description: description.to_owned(),
        price,
        seats: SeatRange::ANY,
        self_serve_changes: n != 2,
        self_serve_cancelation: n != 2,
        created_at: midnight(date(2023, 1, 1), zone),
        version: 1,
    };
    let price = |minor, currency, interval, per_seat| Price {
        per_seat,
        ..Price::flat(Money::from_minor(minor, currency), interval)
    };
    let eur = |minor| Money::from_minor(minor, Currency::EUR);
    let scale = Price {
        tiers: vec![Tier { from: 41, amount: eur(1_490) }],
        tax_rate: Decimal::from(19),
        ..price(1_990, Currency::EUR, Interval::Month, true)
    };
    vec![
        plan(
            1,
            "Growth",
            "For teams that ship every week: unlimited projects and support the same day.",
            price(1_250, Currency::EUR, Interval::Month, true),
        ),
        plan(
            2,
            "Enterprise archive with extended retention",
            "Seven years of records, kept in two places.",
            price(960_000, Currency::USD, Interval::Year, false),
        ),
        plan(3, "Starter", "", price(1_900, Currency::EUR, Interval::Month, false)),
        plan(4, "Scale", "Everything in Growth, single sign-on, and a person who knows you.", scale),
        plan(
            5,
            "Growth, yearly",
            "Growth with two months for free.",
            price(12_500, Currency::EUR, Interval::Year, true),
        ),
    ]
}

fn subscriptions(customer: &CustomerId, plans: &[Plan], zone: &TimeZone) -> Vec<Subscription> {
    let at = |y, m, d| midnight(date(y, m, d), zone);
    let subscription = |n: u8, seats, start, end, since| {
        let plan = &plans[usize::from(n) - 1];
        Subscription {
            id: id::<SubscriptionId>(n),
            external_id: None,
            customer_id: customer.clone(),
            plan_id: plan.id.clone(),
            plan_name: plan.name.clone(),
            price: plan.price.clone(),
            seats,
            status: SubscriptionStatus::Active,
            anchor: Anchor { day: 1, month: 1 },
            period: Period { start, end },
            trial_end: None,
            earlier_terms: Vec::new(),
            assigned_seats: 0,
            billed_by: domain::BilledBy::Portico,
            pending_change: None,
            cancelation: None,
            contract: None,
            created_at: since,
            version: 1,
        }
    };
    let growth = subscription(1, 38, at(2026, 3, 1), at(2026, 4, 1), at(2024, 9, 1));
    let mut archive = subscription(2, 1, at(2026, 1, 1), at(2027, 1, 1), at(2025, 1, 1));
    archive.contract = Some(Contract {
        start: date(2025, 1, 1),
        end: Some(date(2027, 12, 31)),
        terms: "Three years, billed yearly in advance at a fixed price.\nNotice: 90 days before the end of a year.".to_owned(),
    });
    let starter = subscription(3, 1, at(2024, 8, 1), at(2024, 9, 1), at(2023, 9, 4));
    let starter = starter
        .clone()
        .cancel(CancelAt::Now, Actor::Customer, None, at(2024, 9, 1))
        .map_or(starter, |(ended, _)| ended);
    vec![growth, archive, starter]
}

fn payment_methods(customer: &Customer, zone: &TimeZone) -> Vec<PaymentMethod> {
    let card = |brand, last4: &str, year, month| Instrument::Card {
        brand,
        last4: last4.to_owned(),
        expiry: Expiry { year, month },
    };
    let iban = Instrument::SepaDebit { country: "DE".to_owned(), last4: "3000".to_owned() };
    let of = [card(CardBrand::Visa, "4242", 2028, 11), card(CardBrand::Mastercard, "4444", 2026, 4), iban];
    (1..)
        .zip(of)
        .map(|(n, instrument)| PaymentMethod {
            id: id::<PaymentMethodId>(n),
            customer_id: customer.id.clone(),
            instrument,
            holder: if n == 3 { customer.name.clone() } else { "Ada Lindqvist".to_owned() },
            address: address(),
            is_default: n == 1,
            created_at: midnight(date(2024, 9, 1), zone),
            version: 1,
        })
        .collect()
}

/// What was paid of a sample invoice.
enum Paid {
    Nothing,
    /// Minor units.
    Part(i64),
    All,
    Withdrawn,
}

fn invoices(customer: &Customer, zone: &TimeZone) -> Vec<Invoice> {
    let (eur, usd) = (Currency::EUR, Currency::USD);
    let seats = |days: &str| line(eur, &format!("Growth, {days}"), "38", "12.50", 0, 19);
    let march = vec![
        seats("1 – 31 March 2026"),
        line(eur, "API calls beyond the first million", "184320", "0.0015", 2_765, 19),
        line(
            eur,
            "Workshop “Closing the books in a day”, on site in Hamburg, including travel",
            "6.5",
            "140",
            0,
            19,
        ),
        line(eur, "Printed handbook", "12", "14.90", 0, 7),
    ];
    let import = vec![line(usd, "Import of 3,200 historical records", "1", "960", 0, 0)];
    let archive = vec![line(usd, "Enterprise archive with extended retention, 2026", "1", "9600", 0, 0)];
    let issued = |month, day| date(2026, month, day);
    let issue = |n, number, on: Date, lines, paid| invoice(customer, zone, (n, number), on, lines, paid);
    [
        issue(9, "2026-0214", issued(3, 1), march, Paid::Nothing),
        issue(8, "2026-0177", issued(2, 20), import, Paid::Nothing),
        issue(7, "2026-0131", issued(2, 1), vec![seats("1 – 28 February 2026")], Paid::Part(20_000)),
        issue(6, "2026-0064", issued(1, 1), vec![seats("1 – 31 January 2026")], Paid::All),
        issue(5, "2026-0012", issued(1, 1), archive, Paid::All),
        issue(4, "2025-1180", date(2025, 12, 1), vec![seats("1 – 31 December 2025")], Paid::All),
        issue(3, "2025-1077", date(2025, 11, 1), vec![seats("1 – 30 November 2025")], Paid::Withdrawn),
    ]
    .into()
}

/// A line that adds up: `discount` in minor units, `tax_rate` in percent.
fn line(
    currency: Currency,
    description: &str,
    quantity: &str,
    price: &str,
    discount: i64,
    tax_rate: i64,
) -> InvoiceLine {
    let decimal = |text: &str| text.parse::<Decimal>().expect("the samples' own numbers");
    let (quantity, unit_price) = (decimal(quantity), decimal(price));
    let line = InvoiceLine {
        unit_price,
        discount: Money::from_minor(discount, currency),
        tax_rate: Decimal::from(tax_rate),
        ..InvoiceLine::new(description, quantity, Money::zero(currency))
    };
    line.priced().expect("a small amount")
}

/// An invoice that adds up, payable within 30 days.
fn invoice(
    customer: &Customer,
    zone: &TimeZone,
    (n, number): (u8, &str),
    issued_on: Date,
    lines: Vec<InvoiceLine>,
    paid: Paid,
) -> Invoice {
    let currency = lines[0].amount.currency();
    let totals = Totals::of(&lines, currency).expect("small amounts");
    let due_on = issued_on.saturating_add(30.days());
    let (state, amount_paid) = match paid {
        Paid::Nothing => (InvoiceState::Open, Money::zero(currency)),
        Paid::Part(minor) => (InvoiceState::Open, Money::from_minor(minor, currency)),
        Paid::All => (InvoiceState::Paid, totals.total),
        Paid::Withdrawn => (InvoiceState::Void, Money::zero(currency)),
    };
    Invoice {
        id: id::<InvoiceId>(n),
        external_id: None,
        customer_id: customer.id.clone(),
        subscription_id: None,
        number: number.to_owned(),
        state,
        currency,
        issued_on,
        due_on,
        bill_to_name: customer.name.clone(),
        bill_to_address: customer.address.clone(),
        bill_to_tax_ids: customer.tax_ids.clone(),
        lines,
        totals,
        amount_paid,
        paid_at: (state == InvoiceState::Paid).then(|| midnight(due_on.saturating_sub(4.days()), zone)),
        memo: if n == 9 {
            "Order 4500017731. Please quote the invoice number with your transfer.".to_owned()
        } else {
            String::new()
        },
        created_at: midnight(issued_on, zone),
        version: 1,
    }
}
