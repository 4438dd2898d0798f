//! Renewals one after the other: periods tile time, in every zone and from every anchor, and what was shown
//! is what each costs.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use domain::billing::{next_invoice, renew};
use domain::{
    Actor, Anchor, Currency, CustomerId, EventBody, Interval, Money, NewId as _, PendingChange, Period,
    PlanId, Price, Subscription, SubscriptionId, SubscriptionStatus, Terms,
};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use proptest::prelude::*;

const CASES: u32 = 2_000;
/// Renewals in a row: three years of months, and leap years of years.
const WALK: usize = 36;

/// Zones whose days are not all 24 hours long, and some that skip a midnight or a whole day.
const ZONES: [&str; 6] =
    ["UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia"];

fn price(minor: i64, yearly: bool) -> Price {
    let interval = if yearly { Interval::Year } else { Interval::Month };
    Price::per_seat(Money::from_minor(minor, Currency::EUR), interval)
}

fn subscription(first: Date, yearly: bool, zone: &TimeZone) -> Subscription {
    let anchor = Anchor::of(first);
    let price = price(1_250, yearly);
    let period = Subscription::period_from(first, anchor, price.interval, zone).unwrap();
    Subscription {
        id: SubscriptionId::new(period.start, [0; 10]),
        external_id: None,
        customer_id: CustomerId::new(period.start, [0; 10]),
        plan_id: PlanId::new(period.start, [0; 10]),
        plan_name: "Team".into(),
        price,
        seats: 3,
        status: SubscriptionStatus::Active,
        anchor,
        period,
        trial_end: None,
        earlier_terms: Vec::new(),
        assigned_seats: 0,
        billed_by: domain::BilledBy::Portico,
        pending_change: None,
        cancelation: None,
        contract: None,
        created_at: period.start,
        version: 1,
    }
}

/// Somebody schedules another price, perhaps another interval, for the end of the period.
fn schedule(subscription: &mut Subscription, minor: i64, yearly: bool) {
    let terms = Terms { price: price(minor, yearly), plan_name: "Other".into(), ..subscription.terms() };
    subscription.pending_change = Some(PendingChange {
        terms,
        effective_at: subscription.period.end,
        requested_at: subscription.period.start,
        requested_by: Actor::Customer,
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn periods_tile_time_and_cost_what_was_shown(
        days in 0i64..9_000,
        yearly in any::<bool>(),
        zone in 0..ZONES.len(),
        trial in proptest::option::of(1i64..60),
        changes in proptest::collection::vec(proptest::option::weighted(0.2, (0i64..9_999, any::<bool>())), WALK),
        late in 0i64..100,
    ) {
        let zone = TimeZone::get(ZONES[zone]).unwrap();
        let mut now = subscription(date(2010, 1, 1).saturating_add(days.days()), yearly, &zone);
        if let Some(trial) = trial {
            let end = now.period.start + SignedDuration::from_hours(24 * trial);
            (now.status, now.trial_end) = (SubscriptionStatus::Trialing, Some(end));
        }
        for change in changes {
            if let Some((minor, yearly)) = change && now.status == SubscriptionStatus::Active {
                schedule(&mut now, minor, yearly);
            }
            let due = now.due_at().unwrap();
            let early = due - SignedDuration::from_micros(1);
            prop_assert_eq!(renew(&now, early, &zone).unwrap(), None, "not a moment before");
            let shown = next_invoice(&now, &zone).unwrap().unwrap();
            // However late it is renewed, it is for the period that follows.
            let renewal = renew(&now, due + SignedDuration::from_hours(late), &zone).unwrap().unwrap();
            let next = &renewal.subscription;
            prop_assert_eq!(next.period.start, due, "no gap and no overlap");
            prop_assert_eq!(renewal.ended, Period { start: now.period.start, end: due });
            prop_assert!(next.period.start < next.period.end);
            prop_assert_eq!(&renewal.lines, &shown.lines);
            prop_assert_eq!(next.version, now.version + 1);
            prop_assert_eq!(next.status, SubscriptionStatus::Active);
            prop_assert_eq!(&next.pending_change, &None);
            let activated = matches!(renewal.fact, EventBody::SubscriptionActivated { .. });
            prop_assert_eq!(activated, renewal.was_trial || next.terms() != now.terms());
            let (first, last) = (day(next.period.start, &zone), day(next.period.end, &zone));
            let expected = next.anchor.day.min(last.days_in_month());
            // Where that day does not exist in the zone, the next one begins it.
            prop_assert!(last.day() == expected || last.yesterday().unwrap().day() == expected, "{} {:?}", last, next.anchor);
            let months = months(last) - months(first);
            prop_assert!(months <= next.price.interval.months() + 1, "{} to {}", first, last);
            now = renewal.subscription;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    /// Whatever period and billing day a subscription was put in with, each that follows is a whole one.
    #[test]
    fn no_period_is_a_rest(
        days in 0i64..9_000,
        length in 1i64..400,
        anchor in (1i8..=31, 1i8..=12),
        yearly in any::<bool>(),
        zone in 0..ZONES.len(),
    ) {
        let zone = TimeZone::get(ZONES[zone]).unwrap();
        let mut now = subscription(date(2010, 1, 1).saturating_add(days.days()), yearly, &zone);
        now.anchor = Anchor { day: anchor.0, month: anchor.1 };
        now.period.end = now.period.start + SignedDuration::from_hours(24 * length);
        for _ in 0..WALK {
            now = now.into_next_period(&zone).unwrap();
            let months = now.price.interval.months();
            let days = (now.period.end.as_second() - now.period.start.as_second() + 43_200) / 86_400;
            let (least, most) = if months == 1 { (27, 32) } else { (364, 367) };
            prop_assert!((least..=most).contains(&days), "{} days: {:?}", days, now.period);
            prop_assert!(now.runs_whole_periods(&zone), "{:?}", now);
        }
    }
}

fn day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}

fn months(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month())
}
