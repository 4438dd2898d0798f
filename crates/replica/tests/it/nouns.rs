//! Nouns for stories: one merchant in Berlin, and whatever they bill.

use contract::feed::SnapshotRecord;
use domain::billing::Change;
use domain::{
    Actor, Address, Aggregation, Anchor, Branding, CancelAt, CardBrand, Configuration, Currency, Customer,
    CustomerId, Decline, Delivery, DeliveryId, DeliveryState, Endpoint, EndpointEvents, EndpointId,
    EventBody, EventId, EventType, Expiry, InitialPage, Instrument, Interval, Invoice, InvoiceId,
    InvoiceLine, InvoiceState, LinkId, LinkPurpose, Mail, MailId, MailKind, MailState, Merchant, MerchantId,
    Meter, Money, NewId, Payment, PaymentMethod, PaymentMethodChange, PaymentPurpose, PaymentStatus, Period,
    Plan, PlanId, PortalLink, PortalSession, Price, Refund, RefundId, RefundReason, SeatRange, SessionId,
    SessionMinutes, SessionSettings, Subscription, SubscriptionId, SubscriptionStatus, Terms, TestClock,
    Totals,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan as _};
use rust_decimal::Decimal;

use crate::now;

pub(crate) fn merchant() -> Merchant {
    Merchant {
        id: MerchantId::new(now(), [0; 10]),
        name: "Northwind".into(),
        time_zone: "Europe/Berlin".into(),
        currency: Currency::EUR,
        created_at: now(),
        test_clock: None,
    }
}

pub(crate) fn merchant_records() -> Vec<SnapshotRecord> {
    let merchant = merchant();
    vec![
        SnapshotRecord::Branding { branding: Branding::default_for(&merchant.name) },
        SnapshotRecord::Merchant { merchant },
        SnapshotRecord::Configuration { configuration: Configuration::default() },
        SnapshotRecord::Plan { plan: plan() },
    ]
}

fn meter() -> Meter {
    Meter {
        id: id(1),
        key: "calls".parse().expect("a key"),
        name: "API calls".into(),
        unit: "calls".into(),
        aggregation: Aggregation::Sum,
        created_at: now(),
        version: 1,
    }
}

fn price() -> Price {
    Price::flat(Money::from_minor(4900, Currency::EUR), Interval::Month)
}

pub(crate) fn plan() -> Plan {
    Plan {
        id: PlanId::new(now(), [0; 10]),
        external_id: None,
        name: "Pro".into(),
        description: String::new(),
        price: price(),
        seats: SeatRange::ANY,
        self_serve_changes: true,
        self_serve_cancelation: true,
        created_at: now(),
        version: 1,
    }
}

pub(crate) fn id<Id: NewId>(number: u8) -> Id {
    Id::new(now(), [number; 10])
}

pub(crate) fn customer_id(number: u8) -> CustomerId {
    CustomerId::new(now(), [number; 10])
}

pub(crate) fn customer(number: u8, name: &str, email: &str) -> Customer {
    Customer {
        id: customer_id(number),
        external_id: Some(format!("CUS-{number:04}")),
        name: name.into(),
        email: email.parse().expect("an address"),
        locale: "en".into(),
        // Staff read days and moments in the merchant's zone all the same.
        time_zone: Some("America/New_York".parse().expect("a name")),
        address: Address::default(),
        tax_ids: Vec::new(),
        metadata: Default::default(),
        portal_configuration_id: None,
        created_at: now(),
        version: 1,
    }
}

pub(crate) fn subscription(number: u8) -> Subscription {
    let period = Period { start: now(), end: now() + (24 * 30).hours() };
    Subscription {
        id: SubscriptionId::new(now(), [number; 10]),
        external_id: None,
        customer_id: customer_id(number),
        plan_id: plan().id,
        plan_name: plan().name,
        price: price(),
        seats: 1,
        status: SubscriptionStatus::Active,
        anchor: Anchor { day: 14, month: 3 },
        period,
        trial_end: None,
        earlier_terms: Vec::new(),
        assigned_seats: 0,
        billed_by: domain::BilledBy::Portico,
        pending_change: None,
        cancelation: None,
        contract: None,
        created_at: now(),
        version: 1,
    }
}

/// An open invoice of customer `number`.
pub(crate) fn invoice(number: u8, minor: i64, due_on: Date) -> Invoice {
    let amount = Money::from_minor(minor, Currency::EUR);
    let line = InvoiceLine {
        description: "Pro".into(),
        quantity: Decimal::ONE,
        unit_price: amount.to_decimal(),
        amount,
        discount: Money::zero(Currency::EUR),
        tax_rate: Decimal::ZERO,
        tax: Money::zero(Currency::EUR),
        period: None,
        part_of: None,
    };
    Invoice {
        id: InvoiceId::new(now(), [number; 10]),
        external_id: None,
        customer_id: customer_id(number),
        subscription_id: None,
        number: format!("2026-{number:03}"),
        state: InvoiceState::Open,
        currency: Currency::EUR,
        issued_on: due_on - 14.days(),
        due_on,
        bill_to_name: String::new(),
        bill_to_address: Address::default(),
        bill_to_tax_ids: Vec::new(),
        totals: Totals::of(std::slice::from_ref(&line), Currency::EUR).expect("it adds up"),
        lines: vec![line],
        amount_paid: Money::zero(Currency::EUR),
        paid_at: None,
        memo: String::new(),
        created_at: now(),
        version: 1,
    }
}

pub(crate) fn link(number: u8) -> PortalLink {
    PortalLink {
        id: LinkId::new(now(), [number; 10]),
        customer_id: customer_id(number),
        purpose: LinkPurpose::Direct,
        created_by: Actor::System,
        created_at: now(),
        expires_at: now() + 1.hour(),
        used_at: None,
        revoked_at: None,
        superseded_at: None,
        session_minutes: SessionMinutes::DEFAULT,
        initial_page: InitialPage::Home,
        flow: None,
        return_url: None,
        locale: None,
        settings: SessionSettings::default(),
        configuration_id: None,
    }
}

pub(crate) fn session(number: u8) -> PortalSession {
    PortalSession {
        id: SessionId::new(now(), [number; 10]),
        link_id: link(number).id,
        customer_id: customer_id(number),
        opened_at: now(),
        expires_at: now() + 1.hour(),
        last_seen_at: now(),
        ended_at: None,
        revoked: false,
        initial_page: InitialPage::Home,
        flow: None,
        flow_completed_at: None,
        return_url: None,
        locale: None,
        settings: SessionSettings::default(),
        configuration_id: None,
    }
}

pub(crate) fn mail(number: u8, state: MailState) -> Mail {
    Mail {
        id: MailId::new(now(), [number; 10]),
        customer_id: Some(customer_id(number)),
        kind: MailKind::PortalLink,
        to: "billing@acme.example".parse().expect("an address"),
        subject: "Your billing".into(),
        link_id: None,
        created_at: now(),
        state,
        attempts: 1,
        last_error: Some("550 no such user".into()),
    }
}

pub(crate) fn endpoint() -> Endpoint {
    Endpoint {
        id: EndpointId::new(now(), [1; 10]),
        url: "https://hooks.acme.example/portico".parse().expect("a URL"),
        description: String::new(),
        events: EndpointEvents::All,
        enabled: true,
        disabled_reason: None,
        created_at: now(),
        version: 1,
    }
}

fn delivery() -> Delivery {
    Delivery {
        id: DeliveryId::new(now(), [1; 10]),
        endpoint_id: endpoint().id,
        event_id: EventId::new(now(), [1; 10]),
        event_type: EventType::SubscriptionCanceled,
        sequence: 1,
        created_at: now(),
        state: DeliveryState::GivenUp { at: now() },
        attempts: 10,
        last_attempt: None,
    }
}

fn changed(subscription: Subscription, plan: &str, minor: i64) -> (Subscription, EventBody) {
    let price = Price::flat(Money::from_minor(minor, Currency::EUR), Interval::Month);
    let to = Terms { plan_name: plan.into(), price, ..subscription.terms() };
    let change = Change::of(&subscription, to, now(), &TimeZone::UTC).expect("another plan");
    subscription.change(&change, Actor::Customer, now()).expect("it runs")
}

/// One of every kind of event, in an order that makes sense, all about customer 1.
fn method(number: u8, change: PaymentMethodChange) -> EventBody {
    let expiry = Expiry { year: 2030, month: 4 };
    let payment_method = PaymentMethod {
        id: id(number),
        customer_id: customer_id(1),
        instrument: Instrument::Card { brand: CardBrand::Visa, last4: format!("424{number}"), expiry },
        holder: "Ada Lindqvist".into(),
        address: Address::default(),
        is_default: number == 1 || change == PaymentMethodChange::MadeDefault,
        created_at: now(),
        version: 1,
    };
    EventBody::PaymentUpdated { change, payment_method }
}

fn configuration(number: u8) -> Configuration {
    Configuration { id: id(number), name: "Resellers".into(), is_default: false, ..Configuration::default() }
}

fn payment(status: PaymentStatus) -> Payment {
    Payment {
        id: id(1),
        customer_id: customer_id(1),
        method_id: id(2),
        method: "Visa ending in 4242".into(),
        purpose: PaymentPurpose::Invoice { invoice_id: id(1) },
        amount: Money::from_minor(900, Currency::EUR),
        status,
        created_at: now(),
        settled_at: None,
        version: 1,
    }
}

pub(crate) fn one_of_each() -> Vec<EventBody> {
    let due: Date = "2026-03-28".parse().expect("a day");
    let open = invoice(1, 4900, due);
    let some = Money::from_minor(900, open.currency);
    let part_paid = Invoice { amount_paid: some, ..open.clone() };
    let paid = Invoice { state: InvoiceState::Paid, amount_paid: open.totals.total, ..open.clone() };
    let (grown, activated) = changed(subscription(1), "Team", 9900);
    let (shrinking, planned) = changed(grown, "Pro", 4900);
    let (kept, stays) = shrinking.undo_change().expect("it waits");
    let renewed = EventBody::SubscriptionRenewed { subscription: kept.clone() };
    let (kept, assigned) = kept.assign_seats(1).expect("there is one");
    let (behind, past_due) = kept.fall_behind().expect("it runs");
    let (kept, recovered) = behind.recover().expect("it is past due");
    let (ending, scheduled) =
        kept.cancel(CancelAt::PeriodEnd, Actor::Customer, None, now()).expect("it runs");
    let (running, revoked) = ending.undo_cancel(&Actor::Customer).expect("it is scheduled");
    let (_, canceled) = running.cancel(CancelAt::Now, Actor::Customer, None, now()).expect("it runs");
    let clock = TestClock { ahead: SignedDuration::from_hours(24), moving_to: None };
    let refunded = payment(PaymentStatus::Succeeded);
    let refund = Refund {
        id: RefundId::new(now(), [1; 10]),
        customer_id: refunded.customer_id,
        payment_id: refunded.id,
        amount: refunded.amount,
        reason: RefundReason::ChangeOvertaken,
        created_at: now(),
        settled_at: Some(now()),
    };
    let used = PortalLink { used_at: Some(now()), ..link(1) };
    let branding =
        Branding { footer_text: "Thank you".into(), version: 2, ..Branding::default_for("Northwind") };
    vec![
        EventBody::CustomerCreated { customer: customer(1, "Acme GmbH", "billing@acme.example") },
        EventBody::CustomerUpdated { customer: customer(1, "Acme AG", "billing@acme.example") },
        EventBody::PlanSaved { plan: Plan { description: "For teams".into(), ..plan() } },
        EventBody::MeterSaved { meter: meter() },
        EventBody::SubscriptionCreated { subscription: subscription(1) },
        activated,
        planned,
        stays,
        renewed,
        assigned,
        past_due,
        recovered,
        scheduled,
        revoked,
        canceled,
        EventBody::InvoiceIssued { invoice: open },
        EventBody::InvoiceUpdated { invoice: part_paid },
        EventBody::InvoicePaid { invoice: paid },
        method(1, PaymentMethodChange::Added),
        method(2, PaymentMethodChange::Added),
        method(2, PaymentMethodChange::MadeDefault),
        method(1, PaymentMethodChange::Removed),
        EventBody::PaymentProgressed { payment: payment(PaymentStatus::Pending) },
        EventBody::PaymentFailed { payment: payment(PaymentStatus::Failed { reason: Decline::Declined }) },
        EventBody::PaymentRefunded { refund },
        EventBody::PortalLinkCreated { link: link(2).of(1) },
        EventBody::PortalLinkWithdrawn { link: PortalLink { revoked_at: Some(now()), ..link(2).of(1) } },
        EventBody::PortalSessionOpened { link: used, session: session(1) },
        EventBody::PortalFlowCompleted {
            session: PortalSession { flow_completed_at: Some(now()), ..session(1) },
        },
        EventBody::PortalSessionEnded { session: PortalSession { ended_at: Some(now()), ..session(1) } },
        EventBody::TestClockMoved { merchant: Merchant { test_clock: Some(clock), ..merchant() } },
        EventBody::ConfigurationSaved {
            configuration: Configuration { version: 2, ..Configuration::default() },
        },
        EventBody::ConfigurationSaved { configuration: configuration(1) },
        EventBody::ConfigurationDeleted { configuration_id: configuration(1).id },
        EventBody::BrandingSaved { branding },
        EventBody::MailUpdated { mail: mail(1, MailState::Failed { at: now() }) },
        EventBody::WebhookEndpointSaved { endpoint: endpoint() },
        EventBody::WebhookEndpointDeleted { endpoint_id: endpoint().id },
        EventBody::WebhookSettled { delivery: delivery() },
    ]
}

trait Of {
    fn of(self, customer: u8) -> Self;
}

impl Of for PortalLink {
    fn of(self, customer: u8) -> Self {
        Self { customer_id: customer_id(customer), ..self }
    }
}
