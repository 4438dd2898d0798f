//! The sample merchant: a coffee roaster's subscription business, made by a seeded generator.
//!
//! In: a seed and a day. Out: import records, always the same for the same two. Not here: writing them.

mod calendar;
mod cast;
mod cups;
mod offers;
mod wallets;

use domain::{
    Actor, Address, Anchor, Cancelation, Contract, Currency, Interval, InvoiceState, Money, Period, Price,
    SubscriptionStatus, TaxId, line_amount,
};
use fastrand::Rng;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use rust_decimal::Decimal;

use crate::import::{CustomerRecord, InvoiceRecord, LineRecord, PlanRecord, Record, SubscriptionRecord};
pub use offers::open as open_offers;
pub use wallets::fill as fill_wallets;

use calendar::billing_days;
use cast::{CAST, COUNTRIES, Country, OFFERS, PLANS, PlanSketch};

/// The sample merchant's name.
pub const MERCHANT: &str = "Northwind Coffee";
/// Its time zone.
pub const TIME_ZONE: &str = "Europe/Berlin";
/// How many customers it has.
pub const CUSTOMERS: usize = 240;
/// The external id of a customer with a bit of everything: a subscription, paid and overdue invoices.
pub const SHOWCASE: &str = "NW-1002";

/// The sample merchant's plans, customers, subscriptions and invoices as of `now`.
pub fn records(seed: u64, now: Timestamp, zone: &TimeZone) -> Vec<Record> {
    let mut sample = Sample { rng: Rng::with_seed(seed), now, zone, invoices: 0, records: Vec::new() };
    sample.records.push(Record::Meter(cups::meter()));
    for country in COUNTRIES {
        sample.plans(country.currency);
    }
    for number in 0..CUSTOMERS {
        sample.customer(number);
    }
    sample.number_invoices();
    sample.records
}

struct Sample<'a> {
    rng: Rng,
    now: Timestamp,
    zone: &'a TimeZone,
    invoices: u32,
    records: Vec<Record>,
}

/// What becomes of a customer's subscription.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Runs,
    Trials,
    PastDue,
    EndsByCustomer,
    EndsByMerchant,
    Ended,
    /// Buys now and then, without a subscription.
    None,
}

impl Sample<'_> {
    fn today(&self) -> Date {
        self.now.to_zoned(self.zone.clone()).date()
    }

    fn plans(&mut self, currency: &str) {
        for plan in PLANS.into_iter().chain(OFFERS) {
            let external_id = plan.external_id(currency);
            let known = self.records.iter().any(
                |record| matches!(record, Record::Plan(p) if p.external_id.as_deref() == Some(&external_id)),
            );
            if !known {
                self.records.push(Record::Plan(PlanRecord {
                    id: None,
                    external_id: Some(external_id),
                    name: plan.name.into(),
                    description: plan.description.into(),
                    price: plan.price(currency),
                    seats: plan.seats,
                    self_serve_changes: true,
                    self_serve_cancelation: plan.self_serve_cancelation,
                    created_at: None,
                }));
            }
        }
    }

    fn customer(&mut self, number: usize) {
        let country = self.country();
        let (name, locale) = (cast::company(&mut self.rng, country, number), country.locale);
        let external_id = format!("NW-{:04}", 1001 + number);
        let street = self.rng.choice(country.streets).unwrap_or(&"");
        let (city, postal_code, time_zone) = *self.rng.choice(country.cities).unwrap_or(&("", "", None));
        let house = self.rng.u8(1..180);
        let vat = self.rng.u32(100_000_000..999_999_999);
        let tax_id = TaxId { kind: country.tax_kind.into(), value: format!("{}{vat}", country.tax_prefix) };
        let contact = *self.rng.choice(CAST).unwrap_or(&"");
        self.records.push(Record::Customer(CustomerRecord {
            id: None,
            external_id: Some(external_id.clone()),
            email: format!("billing@{}.example", cast::host(&name, number)).parse().expect("an address"),
            name,
            // The page that newcomers look at first speaks their own language.
            locale: if external_id == SHOWCASE { "und" } else { locale }.into(),
            time_zone: time_zone.map(|name| name.parse().expect("a name")),
            address: Address {
                line1: if country.number_first {
                    format!("{house} {street}")
                } else {
                    format!("{street} {house}")
                },
                city: city.into(),
                postal_code: postal_code.into(),
                country: country.code.into(),
                ..Address::default()
            },
            tax_ids: if country.tax_kind.is_empty() { Vec::new() } else { vec![tax_id] },
            metadata: [("contact".to_owned(), contact.to_owned())].into(),
            created_at: None,
        }));
        let fate = self.fate(number);
        let plan = PLANS[self.rng.usize(..PLANS.len())];
        // The showcase customer's machines count cups.
        let plan = if external_id == SHOWCASE { PLANS[1] } else { plan };
        // More than a plan's fewest, so that whoever owes something can still go down.
        let seats = if plan.per_seat { self.rng.u32(4..40) } else { 1 };
        let begun = self.today().saturating_sub(Span::new().days(self.rng.i64(20..560)));
        let days = billing_days(begun, self.today(), plan.interval);
        let subscription = (fate != Fate::None)
            .then(|| self.subscribe(&external_id, country, plan, fate, seats, begun, &days));
        if let (Some(subscription), true, true) = (&subscription, plan.counts_cups, fate != Fate::Ended) {
            let cups = cups::brewed(subscription, number, seats, begun, self.now, self.zone);
            self.records.extend(cups);
        }
        self.bill(&external_id, country, plan, fate, seats, &days, subscription);
    }

    fn country(&mut self) -> &'static Country {
        let roll = self.rng.usize(..100);
        let mut sum = 0;
        COUNTRIES
            .iter()
            .find(|country| {
                sum += country.share;
                roll < sum
            })
            .unwrap_or(&COUNTRIES[0])
    }

    /// The first dozen customers show every fate, so that each is on the first page; chance does the rest.
    fn fate(&mut self, number: usize) -> Fate {
        const SHOWN: [Fate; 7] = [
            Fate::Runs,
            Fate::PastDue,
            Fate::EndsByCustomer,
            Fate::Trials,
            Fate::EndsByMerchant,
            Fate::Ended,
            Fate::None,
        ];
        SHOWN.get(number).copied().unwrap_or_else(|| match self.rng.u8(..100) {
            0..74 => Fate::Runs,
            74..80 => Fate::PastDue,
            80..84 => Fate::EndsByCustomer,
            84..88 => Fate::Trials,
            88..90 => Fate::EndsByMerchant,
            90..95 => Fate::Ended,
            _ => Fate::None,
        })
    }

    #[expect(clippy::too_many_arguments, reason = "the facts of one customer, named once above")]
    fn subscribe(
        &mut self,
        customer: &str,
        country: &Country,
        plan: PlanSketch,
        fate: Fate,
        seats: u32,
        begun: Date,
        days: &[Date],
    ) -> String {
        let external_id = format!("{customer}-S1");
        let anchor = Anchor::of(begun);
        let midnight =
            |day: Date| day.to_zoned(self.zone.clone()).map_or(self.now, |zoned| zoned.timestamp());
        let start = days.last().copied().unwrap_or(begun);
        let period = Period { start: midnight(start), end: midnight(anchor.next(start, plan.interval)) };
        let ending = |by: Actor, at: Timestamp| Cancelation {
            effective_at: at,
            requested_at: self.now.saturating_sub(Span::new().hours(30)).unwrap_or(self.now),
            requested_by: by,
            comment: None,
            reason: (fate == Fate::EndsByCustomer).then(|| "It is too expensive".to_owned()),
        };
        let cancelation = match fate {
            Fate::EndsByCustomer => Some(ending(Actor::Customer, period.end)),
            Fate::EndsByMerchant => Some(ending(Actor::System, period.end)),
            Fate::Ended => Some(ending(Actor::Customer, period.start)),
            Fate::Runs | Fate::Trials | Fate::PastDue | Fate::None => None,
        };
        let status = match fate {
            Fate::Trials => SubscriptionStatus::Trialing,
            Fate::PastDue => SubscriptionStatus::PastDue,
            Fate::Ended => SubscriptionStatus::Canceled,
            Fate::Runs | Fate::EndsByCustomer | Fate::EndsByMerchant | Fate::None => {
                SubscriptionStatus::Active
            }
        };
        let contract = (plan.interval == Interval::Year).then(|| Contract {
            start: begun,
            end: Some(begun.saturating_add(Span::new().years(2)).saturating_sub(Span::new().days(1))),
            terms: "Two years from the first delivery; then monthly notice. Prices are fixed for the term."
                .into(),
        });
        self.records.push(Record::Subscription(SubscriptionRecord {
            id: None,
            external_id: Some(external_id.clone()),
            customer: customer.into(),
            plan: plan.external_id(country.currency),
            plan_name: None,
            price: None,
            seats,
            status,
            period,
            anchor: Some(anchor),
            trial_end: (fate == Fate::Trials).then_some(period.end),
            earlier_terms: Vec::new(),
            assigned_seats: None,
            billed_by: None,
            pending_change: None,
            cancelation,
            contract,
            created_at: Some(midnight(begun)),
        }));
        external_id
    }

    #[expect(clippy::too_many_arguments, reason = "the facts of one customer, named once above")]
    fn bill(
        &mut self,
        customer: &str,
        country: &Country,
        plan: PlanSketch,
        fate: Fate,
        seats: u32,
        days: &[Date],
        subscription: Option<String>,
    ) {
        if fate == Fate::Trials {
            return;
        }
        for (at, day) in days.iter().enumerate() {
            let latest = at + 1 == days.len();
            let due_on = day.saturating_add(Span::new().days(14));
            let late = fate == Fate::PastDue && at + 2 >= days.len();
            let state = match () {
                () if late || (latest && due_on >= self.today() && self.rng.u8(..10) < 7) => {
                    InvoiceState::Open
                }
                () if self.rng.u8(..60) == 0 => InvoiceState::Void,
                () if self.rng.u8(..45) == 0 => InvoiceState::Open,
                () => InvoiceState::Paid,
            };
            let due_on =
                if late && latest { self.today().saturating_sub(Span::new().days(5)) } else { due_on };
            self.invoice(customer, country, plan, seats, *day, due_on, state, subscription.clone());
        }
        if self.rng.u8(..25) == 0 {
            let (today, due_on) = (self.today(), self.today().saturating_add(Span::new().days(14)));
            self.invoice(customer, country, plan, seats, today, due_on, InvoiceState::Draft, None);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the facts of one invoice, named once above")]
    fn invoice(
        &mut self,
        customer: &str,
        country: &Country,
        plan: PlanSketch,
        seats: u32,
        issued_on: Date,
        due_on: Date,
        state: InvoiceState,
        subscription: Option<String>,
    ) {
        let currency: Currency = country.currency.parse().expect("a currency");
        let price = plan.price(country.currency).amount.to_decimal();
        let mut wanted =
            vec![(format!("{} — {}", plan.name, plan.unit), Decimal::from(seats), price, Decimal::ZERO)];
        if self.rng.u8(..3) == 0 {
            let (extra, share) = *self.rng.choice(cast::EXTRAS).unwrap_or(&("", 10));
            let unit = price * Decimal::from(share) / Decimal::ONE_HUNDRED;
            let unit = unit.round_dp(currency.exponent());
            wanted.push((extra.into(), Decimal::from(self.rng.u8(1..5)), unit, Decimal::ZERO));
        }
        if seats > 20 {
            wanted[0].3 = Decimal::TEN;
        }
        let mut total = Money::zero(currency);
        let percent_of = |amount: Money, percent: Decimal| {
            Money::round(amount.to_decimal() * percent / Decimal::ONE_HUNDRED, currency)
                .expect("small amounts")
        };
        let text = |money: Money| (!money.is_zero()).then(|| money.to_decimal().to_string());
        let tax_rate: Decimal = country.tax_rate.parse().expect("a percentage");
        let mut lines = Vec::new();
        for (description, quantity, unit_price, off) in wanted {
            let amount = line_amount(quantity, unit_price, currency).expect("small amounts");
            let discount = percent_of(amount, off);
            let net = amount.minus(discount).expect("one currency");
            let tax = percent_of(net, tax_rate);
            total = total.plus(net).and_then(|sum| sum.plus(tax)).expect("small amounts");
            let (discount, tax) = (text(discount), text(tax));
            lines.push(LineRecord {
                description,
                quantity,
                unit_price,
                discount,
                tax_rate,
                tax,
                period: None,
                part_of: None,
            });
        }
        self.invoices += 1;
        let number = self.invoices;
        let paid_at = issued_on
            .saturating_add(Span::new().days(self.rng.i64(0..12)))
            .at(self.rng.i8(7..19), self.rng.i8(0..60), 0, 0)
            .to_zoned(self.zone.clone())
            .map_or(self.now, |zoned| zoned.timestamp());
        self.records.push(Record::Invoice(InvoiceRecord {
            id: None,
            external_id: Some(format!("sample-{number}")),
            customer: customer.into(),
            subscription,
            number: String::new(),
            state,
            currency,
            issued_on,
            due_on,
            bill_to_name: None,
            bill_to_address: None,
            bill_to_tax_ids: None,
            lines,
            total: total.to_decimal().to_string(),
            amount_paid: None,
            paid_at: (state == InvoiceState::Paid).then_some(paid_at.min(self.now)),
            memo: String::new(),
            created_at: None,
        }));
    }

    /// Numbers run by day of issue, without gaps, as a merchant's books do.
    fn number_invoices(&mut self) {
        let mut invoices: Vec<&mut InvoiceRecord> = self
            .records
            .iter_mut()
            .filter_map(|record| match record {
                Record::Invoice(invoice) => Some(invoice),
                Record::Plan(_)
                | Record::Customer(_)
                | Record::Subscription(_)
                | Record::Meter(_)
                | Record::Usage(_) => None,
            })
            .collect();
        invoices.sort_by_key(|invoice| invoice.issued_on);
        for (number, invoice) in (1..).zip(invoices) {
            invoice.number = format!("NW-{}-{number:05}", invoice.issued_on.year());
        }
    }
}

impl PlanSketch {
    fn external_id(self, currency: &str) -> String {
        format!("{}-{}", self.key, currency.to_lowercase())
    }

    fn price(self, code: &str) -> Price {
        let currency: Currency = code.parse().expect("a currency");
        let rate: Decimal = COUNTRIES
            .iter()
            .find(|country| country.currency == code)
            .map_or("1", |country| country.rate)
            .parse()
            .expect("a rate");
        let euros: Decimal = self.euros.parse().expect("an amount");
        let amount = Money::round((euros * rate).round_dp(currency.exponent().min(1)), currency);
        let price = Price::flat(amount.expect("small amounts"), self.interval);
        let metered = if self.counts_cups { vec![cups::price(rate)] } else { Vec::new() };
        Price { per_seat: self.per_seat, metered, ..price }
    }
}
