//! Changes of plan and seats, held against a slow model: what is shown is what is charged, to the minor unit.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod model;
mod sequences;

use domain::billing::{Change, ChangeAt, ChangeError, Credit, Direction, Quote, next_invoice, price_lines};
use domain::policy::{Policy, Reason};
use domain::{
    Actor, Anchor, CancelAt, CancelError, Configuration, Currency, CustomerId, EventBody, Interval, Invoice,
    InvoiceLine, InvoiceState, Money, NewId, Period, Plan, PlanId, Price, SeatRange, SessionSettings,
    Subscription, SubscriptionId, SubscriptionStatus, Terms, Tier, Totals,
};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use model::{Case, LineModel, PriceModel};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// How often each property is tried.
const CASES: u32 = 4_000;

/// Zones whose days are not all 24 hours long, and some that skip a midnight or a whole day.
const ZONES: [&str; 7] = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
];

/// One of each number of digits behind the point: 0, 2, 3, 4.
const CURRENCIES: [&str; 4] = ["JPY", "USD", "KWD", "CLF"];

fn zones() -> impl Strategy<Value = TimeZone> {
    (0..ZONES.len()).prop_map(|at| TimeZone::get(ZONES[at]).unwrap())
}

fn currencies() -> impl Strategy<Value = Currency> {
    (0..CURRENCIES.len()).prop_map(|at| CURRENCIES[at].parse().unwrap())
}

fn prices() -> impl Strategy<Value = PriceModel> {
    let amount = || prop_oneof![0i64..50, 0i64..20_000, 0i64..2_000_000_000];
    let tiers = prop::collection::btree_map(2u32..40, amount(), 0..3);
    let tax = prop_oneof![Just(0i64), Just(1_900), Just(825), Just(5_000), 0i64..10_000];
    (amount(), any::<bool>(), tiers, tax, any::<bool>()).prop_map(|(amount, per_seat, tiers, tax, yearly)| {
        let tiers = if per_seat { tiers.into_iter().collect() } else { Vec::new() };
        PriceModel { amount, tiers, per_seat, tax, yearly }
    })
}

fn days() -> impl Strategy<Value = Date> {
    (0i64..9_000).prop_map(|days| date(2010, 1, 1).saturating_add(days.days()))
}

fn seats() -> impl Strategy<Value = u32> {
    prop_oneof![Just(1u32), 1u32..60]
}

/// A subscription whose period began on some day, and a wish uttered some time into it.
fn cases() -> impl Strategy<Value = (Case, Date, Currency)> {
    let terms = || (prices(), seats());
    // In millionths of the period: its first second, its last, its very middle, where odd amounts come to
    // half a unit and rounding shows, and any other.
    const MIDDLE: i64 = 500_000;
    let moment = prop_oneof![Just(0i64), Just(1_000_000), Just(MIDDLE), 0i64..1_000_000, 0i64..1_000_000];
    (terms(), terms(), prop::bool::weighted(0.1), days(), moment, zones(), currencies()).prop_map(
        |(from, to, trial, first, moment, zone, currency)| {
            let end = model::next_billing_day(first, first, from.0.yearly);
            let period = (model::midnight(first, &zone), model::midnight(end, &zone));
            let length = period.1 - period.0;
            let at = period.0 + if moment == MIDDLE { length / 2 } else { (length - 1) * moment / 1_000_000 };
            (Case { from, to, trial, period, at, zone }, first, currency)
        },
    )
}

fn id<Id: NewId>(n: u8) -> Id {
    Id::new(Timestamp::UNIX_EPOCH, [n; 10])
}

fn price(model: &PriceModel, currency: Currency) -> Price {
    let money = |minor| Money::from_minor(minor, currency);
    let interval = if model.yearly { Interval::Year } else { Interval::Month };
    Price {
        per_seat: model.per_seat,
        tiers: model
            .tiers
            .iter()
            .map(|(from, amount)| Tier { from: *from, amount: money(*amount) })
            .collect(),
        tax_rate: Decimal::new(model.tax, 2),
        ..Price::flat(money(model.amount), interval)
    }
}

fn plan(n: u8, price: Price) -> Plan {
    Plan {
        id: id::<PlanId>(n),
        external_id: None,
        name: format!("Plan {n}"),
        description: String::new(),
        price,
        seats: SeatRange::ANY,
        self_serve_changes: true,
        self_serve_cancelation: true,
        created_at: Timestamp::UNIX_EPOCH,
        version: 1,
    }
}

fn terms(plan: &Plan, seats: u32) -> Terms {
    Terms { plan_id: plan.id.clone(), plan_name: plan.name.clone(), price: plan.price.clone(), seats }
}

fn second(at: i64) -> Timestamp {
    Timestamp::from_second(at).unwrap()
}

fn subscribed(terms: Terms, first: Date, period: (i64, i64)) -> Subscription {
    let mut subscription = Subscription {
        id: id::<SubscriptionId>(1),
        external_id: None,
        customer_id: id::<CustomerId>(1),
        plan_id: terms.plan_id.clone(),
        plan_name: String::new(),
        price: terms.price.clone(),
        seats: 1,
        status: SubscriptionStatus::Active,
        anchor: Anchor::of(first),
        period: Period { start: second(period.0), end: second(period.1) },
        trial_end: None,
        earlier_terms: Vec::new(),
        assigned_seats: 0,
        billed_by: domain::BilledBy::Portico,
        pending_change: None,
        cancelation: None,
        contract: None,
        created_at: second(period.0),
        version: 1,
    };
    subscription.take(terms);
    subscription
}

/// The case as the house would say it: the subscription, and the plan wished for.
fn told(case: &Case, first: Date, currency: Currency) -> (Subscription, Plan) {
    let (old, new) = (plan(1, price(&case.from.0, currency)), plan(2, price(&case.to.0, currency)));
    let mut subscription = subscribed(terms(&old, case.from.1), first, case.period);
    if case.trial {
        subscription.status = SubscriptionStatus::Trialing;
        subscription.trial_end = Some(subscription.period.end);
    }
    (subscription, new)
}

/// An invoice of these lines, as the server writes it.
fn invoice(lines: Vec<InvoiceLine>, totals: Totals) -> Invoice {
    let currency = totals.total.currency();
    Invoice {
        id: id::<domain::InvoiceId>(1),
        external_id: None,
        customer_id: id::<CustomerId>(1),
        subscription_id: None,
        number: "1".into(),
        state: InvoiceState::Open,
        currency,
        issued_on: date(2030, 1, 1),
        due_on: date(2030, 1, 1),
        bill_to_name: String::new(),
        bill_to_address: domain::Address::default(),
        bill_to_tax_ids: Vec::new(),
        lines,
        totals,
        amount_paid: Money::zero(currency),
        paid_at: None,
        memo: String::new(),
        created_at: Timestamp::UNIX_EPOCH,
        version: 1,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    /// Rules 1, 3 and 7: direction, moment, each line, each tax, the total, and the invoice after it.
    #[test]
    fn a_change_costs_what_the_model_says((case, first, currency) in cases(), fine in 0i64..1_000_000) {
        let (subscription, new) = told(&case, first, currency);
        // A fraction of a second is nobody's time.
        let now = Timestamp::from_microsecond(case.at * 1_000_000 + fine).unwrap();
        let change = Change::of(&subscription, terms(&new, case.to.1), now, &case.zone).unwrap();
        let expected = case.expected();
        prop_assert_eq!(change.takes_effect == ChangeAt::PeriodEnd, expected.at_period_end);
        let lines: Vec<(i128, i128)> =
            change.lines.iter().map(|line| (line.amount.minor().into(), line.tax.minor().into())).collect();
        let model: Vec<(i128, i128)> = expected.lines.iter().map(|line| (line.amount, line.tax)).collect();
        prop_assert_eq!(lines, model);
        prop_assert_eq!(i128::from(change.totals.total.minor()), expected.total);
        prop_assert_eq!((change.period.start.as_second(), change.period.end.as_second()), expected.period);
        let next = change.next_invoice.as_ref().unwrap();
        prop_assert_eq!(next.at, change.period.end);
        prop_assert_eq!(i128::from(next.totals.total.minor()), expected.next_total);
        prop_assert!(!change.totals.total.is_negative(), "nobody is owed money by a change");
        prop_assert_eq!(change.totals.total.currency(), currency);
    }

    /// Whoever leaves at once and is credited gets back what the time left was charged with, and a sound
    /// credit note about it.
    #[test]
    fn leaving_gives_back_what_the_model_says((case, first, currency) in cases(), fine in 0i64..1_000_000) {
        let (subscription, _) = told(&case, first, currency);
        let now = Timestamp::from_microsecond(case.at * 1_000_000 + fine).unwrap();
        let charged = price_lines(&subscription.terms(), subscription.period).unwrap();
        let credit = Credit::of(&subscription, &charged, now).unwrap();
        let expected = case.credit();
        prop_assert_eq!(credit.is_some(), !expected.is_empty());
        prop_assert_eq!(Credit::of(&subscription, &[], now).unwrap(), None, "what is not paid does not go back");
        let Some(credit) = credit else { return Ok(()) };
        let lines = |line: &InvoiceLine| LineModel { amount: line.amount.minor().into(), tax: line.tax.minor().into() };
        prop_assert_eq!(credit.lines.iter().map(lines).collect::<Vec<_>>(), expected);
        let charge = Totals::of(&charged, currency).unwrap().total;
        prop_assert!(credit.amount().minor() <= charge.minor(), "never more than was paid");
        prop_assert_eq!(credit.from, second(case.at));
        let again = Credit::of(&subscription, &charged, credit.from).unwrap();
        prop_assert_eq!(again.as_ref(), Some(&credit), "the instant it tells is the instant it was made for");
        let open = invoice(credit.lines.clone(), credit.totals);
        prop_assert_eq!(open.check(), Ok(()));
        prop_assert!(open.is_credit_note());
        let paid = |amount_paid| Invoice { amount_paid, ..open.clone() }.check().is_ok();
        prop_assert!(paid(credit.totals.total));
        let one = Money::from_minor(1, currency);
        prop_assert!(!paid(one) && !paid(credit.totals.total.minus(one).unwrap()));
    }

    /// Whoever leaves after a change gets back what was charged for the time left then, whatever was charged, given
    /// back and charged again before.
    #[test]
    fn leaving_after_a_change_gives_back_the_time_left(
        (case, first, currency) in cases(),
        later in 0i64..1_000_000,
    ) {
        let (before, new) = told(&case, first, currency);
        let change = Change::of(&before, terms(&new, case.to.1), second(case.at), &case.zone).unwrap();
        if change.takes_effect == ChangeAt::PeriodEnd || change.lines.is_empty() {
            return Ok(());
        }
        let (after, _) = before.clone().change(&change, Actor::Customer, second(case.at)).unwrap();
        let mut charged = price_lines(&before.terms(), before.period).unwrap();
        charged.extend(change.lines.iter().cloned());
        let paid = Totals::of(&charged, currency).unwrap().total;
        let (start, end) = (after.period.start.as_second().max(case.at), after.period.end.as_second());
        let at = start + (end - start - 1) * later / 1_000_000;
        let credit = Credit::of(&after, &charged, second(at)).unwrap();
        let back: i128 = credit.iter().flat_map(|credit| &credit.lines).map(|line| -i128::from(line.amount.minor())).sum();
        let lines = i128::try_from(charged.len()).unwrap();
        if after.period == before.period {
            let exact = case.left_of_new(at).rounded();
            prop_assert!((back - exact).abs() <= lines, "{} for {}", back, exact);
            if case.from.0.tiers.is_empty() {
                prop_assert!(credit.is_none() || back == exact, "{} for {}", back, exact);
            }
        }
        if let Some(credit) = credit {
            prop_assert!(credit.amount().minor() <= paid.minor() + change.lines.len() as i64, "never more than was paid");
            prop_assert_eq!(invoice(credit.lines.clone(), credit.totals).check(), Ok(()));
        }
    }

    /// Rule 1: what was shown, kept as JSON and confirmed later, is what is written and charged.
    #[test]
    fn the_preview_is_the_charge((case, first, currency) in cases()) {
        let (subscription, new) = told(&case, first, currency);
        let now = second(case.at);
        let change = Change::of(&subscription, terms(&new, case.to.1), now, &case.zone).unwrap();
        let shown = Quote::new(id(1), &subscription, &new, change.clone(), now);
        let kept: Quote = serde_json::from_str(&serde_json::to_string(&shown).unwrap()).unwrap();
        prop_assert_eq!(&kept, &shown);
        prop_assert!(kept.expires_at <= subscription.period.end);
        prop_assert_eq!(kept.stands(&subscription, &new, now), now < kept.expires_at);
        prop_assert!(!kept.stands(&subscription, &new, kept.expires_at));

        let (after, fact) = subscription.clone().change(&kept.change, Actor::Customer, now).unwrap();
        prop_assert!(!kept.stands(&after, &new, now), "a quote is good once");
        prop_assert_eq!(after.version, subscription.version + 1);
        match change.takes_effect {
            ChangeAt::Now => {
                prop_assert!(matches!(fact, EventBody::SubscriptionActivated { .. }), "{:?}", fact);
                prop_assert_eq!(&after.terms(), &change.to);
                prop_assert_eq!(after.period, change.period);
                if !change.lines.is_empty() {
                    prop_assert_eq!(invoice(change.lines.clone(), change.totals).check(), Ok(()));
                }
            }
            ChangeAt::PeriodEnd => {
                prop_assert!(matches!(fact, EventBody::SubscriptionChangeScheduled { .. }), "{:?}", fact);
                prop_assert_eq!(&after.terms(), &subscription.terms(), "nothing changes yet");
                prop_assert_eq!(&after.terms_at(after.period.end), &change.to);
                prop_assert!(change.lines.is_empty());
            }
        }
        prop_assert_eq!(next_invoice(&after, &case.zone).unwrap(), change.next_invoice);
    }

    /// Rule 2: from the 31st by way of shorter months back to the 31st, leap days too, without a gap, at
    /// midnight wherever there is one.
    #[test]
    fn periods_follow_the_anchor_without_a_gap(first in days(), yearly: bool, zone in zones()) {
        let model = PriceModel { amount: 1, tiers: Vec::new(), per_seat: false, tax: 0, yearly };
        let plan = plan(1, price(&model, Currency::EUR));
        let end = model::next_billing_day(first, first, yearly);
        let period = (model::midnight(first, &zone), model::midnight(end, &zone));
        let mut subscription = subscribed(terms(&plan, 1), first, period);
        let mut day = end;
        for _ in 0..if yearly { 9 } else { 30 } {
            let before = subscription.period;
            subscription = subscription.into_next_period(&zone).unwrap();
            day = model::next_billing_day(first, day, yearly);
            prop_assert_eq!(subscription.period.start, before.end);
            prop_assert_eq!(subscription.period.end.as_second(), model::midnight(day, &zone));
            prop_assert_eq!(subscription.anchor, Anchor::of(first));
        }
    }

    /// Rule 6: nothing changes while an end is scheduled, and only who set an end may take it back.
    #[test]
    fn an_end_that_is_set_comes_first((case, first, currency) in cases(), by_customer: bool) {
        let (subscription, new) = told(&case, first, currency);
        let now = second(case.at);
        let by = if by_customer { Actor::Customer } else { Actor::System };
        let (ending, _) = subscription.clone().cancel(CancelAt::PeriodEnd, by, None, now).unwrap();
        let wish = || terms(&new, case.to.1);
        prop_assert_eq!(Change::of(&ending, wish(), now, &case.zone), Err(ChangeError::CancelationPending));
        let change = Change::of(&subscription, wish(), now, &case.zone).unwrap();
        prop_assert_eq!(
            ending.clone().change(&change, Actor::Customer, now).map(|_| ()),
            Err(ChangeError::CancelationPending)
        );
        prop_assert_eq!(next_invoice(&ending, &case.zone), Ok(None));
        prop_assert!(ending.clone().end_if_due(second(case.period.1 - 1)).is_none());
        let (ended, _) = ending.clone().end_if_due(second(case.period.1)).unwrap();
        prop_assert_eq!(Change::of(&ended, wish(), now, &case.zone), Err(ChangeError::AlreadyCanceled));
        match (by_customer, ending.undo_cancel(&Actor::Customer)) {
            (true, Ok((kept, _))) => prop_assert_eq!(kept.terms(), subscription.terms()),
            (false, refused) => prop_assert_eq!(refused.map(|_| ()), Err(CancelError::ScheduledByMerchant)),
            (true, refused) => prop_assert!(false, "{:?}", refused),
        }
    }

    /// Rule 7: the newest wish replaces the one that waits, and what is due now drops it.
    #[test]
    fn the_newest_change_counts((case, first, currency) in cases(), (other, seats) in (prices(), seats())) {
        let (mut subscription, new) = told(&case, first, currency);
        let now = second(case.at);
        let third = plan(3, price(&other, currency));
        for wish in [terms(&new, case.to.1), terms(&third, seats)] {
            let change = Change::of(&subscription, wish.clone(), now, &case.zone).unwrap();
            subscription = subscription.change(&change, Actor::Customer, now).unwrap().0;
            prop_assert_eq!(subscription.terms_at(subscription.period.end), wish);
            let waits = subscription.pending_change.is_some();
            prop_assert_eq!(waits, change.takes_effect == ChangeAt::PeriodEnd);
            if change.takes_effect == ChangeAt::Now && !change.lines.is_empty() {
                // The period may have begun anew this very second.
                break;
            }
        }
        let undone = subscription.clone().undo_change();
        prop_assert_eq!(undone.is_some(), subscription.pending_change.is_some());
    }

    /// Rules 7 and 8: seats stay within the plan's range and above those given to people, a change keeps the currency, and who is past due
    /// cannot upgrade but may still go down.
    #[test]
    fn the_policy_keeps_the_limits(
        (case, first, currency) in cases(), (min, more) in (1u32..30, 0u32..30), assigned in 0u32..60
    ) {
        let (mut subscription, mut new) = told(&case, first, currency);
        subscription.status = SubscriptionStatus::PastDue;
        subscription.assigned_seats = assigned;
        new.seats = SeatRange { min, max: Some(min + more) };
        let old = plan(1, subscription.price.clone());
        let mut configuration = Configuration::default();
        configuration.features.self_serve_changes = true;
        configuration.self_serve.switchable_plans = vec![new.id.clone()];
        let today = second(case.at).to_zoned(case.zone.clone()).date();
        let policy = Policy {
            configuration: &configuration,
            session: SessionSettings::default(),
            today,
            zone: &case.zone,
        };
        let change = Change::of(&subscription, terms(&new, case.to.1), second(case.at), &case.zone).unwrap();
        let verdict = policy.change_to(&subscription, Some(&old), &new, &change);
        let reasons = verdict.err().unwrap_or_default();
        let says = |reason| reasons.contains(&reason);
        prop_assert_eq!(says(Reason::PastDue), change.direction == Direction::Upgrade);
        let seats = new.price.per_seat.then_some(case.to.1);
        let too_few = seats.is_some_and(|seats| seats < assigned);
        prop_assert_eq!(says(Reason::BelowAssignedSeats), too_few);
        let below = seats.is_some_and(|seats| seats < min);
        let above = seats.is_some_and(|seats| seats > min + more);
        prop_assert_eq!(says(Reason::BelowMinimumSeats), below && !too_few);
        prop_assert_eq!(says(Reason::AboveMaximumSeats), above && !too_few);
        prop_assert!(!says(Reason::PlanNotSwitchable));

        let elsewhere = CURRENCIES.iter().find(|code| **code != currency.code()).unwrap();
        let foreign = plan(4, price(&case.to.0, elsewhere.parse().unwrap()));
        let refused = Change::of(&subscription, terms(&foreign, 1), second(case.at), &case.zone);
        prop_assert_eq!(refused, Err(ChangeError::OtherCurrency));
    }
}
