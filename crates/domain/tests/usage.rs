//! Usage, held against a slow model: the same events come to the same quantity in any order and any portions,
//! and what they cost is exact to the minor unit.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use domain::billing::{MeterTotal, usage_lines};
use domain::{
    Aggregation, Currency, CustomerId, Interval, Meter, MeterId, MeteredPrice, Money, NewId, Period, PlanId,
    Price, Stretch, SubscriptionId, Tally, Terms, UsageEvent, UsageTier,
};
use jiff::Timestamp;
use proptest::prelude::*;
use rust_decimal::Decimal;

const CASES: u32 = 4_000;
/// The seconds of the billing period.
const WHOLE: i64 = 2_592_000;
const CURRENCIES: [&str; 4] = ["JPY", "USD", "KWD", "CLF"];

fn id<Id: NewId>(n: u8) -> Id {
    Id::new(Timestamp::UNIX_EPOCH, [n; 10])
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn meter(aggregation: Aggregation) -> Meter {
    Meter {
        id: id::<MeterId>(1),
        key: "api_calls".parse().unwrap(),
        name: "API calls".into(),
        unit: "calls".into(),
        aggregation,
        created_at: at(0),
        version: 1,
    }
}

fn aggregations() -> impl Strategy<Value = Aggregation> {
    prop::sample::select(vec![Aggregation::Sum, Aggregation::Max, Aggregation::Last, Aggregation::Unique])
}

/// Events with few instants and few values, so that both meet often.
fn events() -> impl Strategy<Value = Vec<UsageEvent>> {
    let event = (0i64..20, 0i64..2_000_000_000, 0u8..6);
    prop::collection::vec(event, 1..40).prop_map(|events| {
        let numbered = events.into_iter().enumerate();
        numbered
            .map(|(number, (second, millionths, value))| UsageEvent {
                id: format!("evt-{number}"),
                customer_id: id::<CustomerId>(1),
                subscription_id: id::<SubscriptionId>(1),
                meter: "api_calls".parse().unwrap(),
                at: at(second),
                quantity: Decimal::new(millionths, 6),
                value: Some(value.to_string()),
            })
            .collect()
    })
}

/// All at once, in one loop, without tallies.
fn slowly(events: &[UsageEvent], aggregation: Aggregation) -> Decimal {
    match aggregation {
        Aggregation::Sum => events.iter().map(|event| event.quantity).sum(),
        Aggregation::Max => events.iter().map(|event| event.quantity).max().unwrap(),
        Aggregation::Last => events.iter().max_by_key(|event| (event.at, &event.id)).unwrap().quantity,
        Aggregation::Unique => Decimal::from(events.iter().map(|e| &e.value).collect::<BTreeSet<_>>().len()),
    }
}

/// As the server does it: portions arrive in some order, each is put together and then added to its day.
fn in_portions(events: &[UsageEvent], aggregation: Aggregation, portion: usize, days: i64) -> Tally {
    let mut seen = BTreeSet::new();
    let mut by_day: Vec<Option<Tally>> = vec![None; usize::try_from(20 / days + 1).unwrap()];
    let add = |one: Option<Tally>, more: Tally| match one {
        Some(one) => one.plus(more, aggregation).unwrap(),
        None => more,
    };
    for events in events.chunks(portion) {
        let mut together: Vec<(usize, Tally)> = Vec::new();
        for event in events {
            let day = usize::try_from(event.at.as_second() / days).unwrap();
            let mut event = event.clone();
            let is_new = aggregation != Aggregation::Unique || seen.insert(event.value.clone());
            if aggregation == Aggregation::Unique {
                event.quantity = Decimal::ONE;
            }
            together.push((day, Tally::of(&event, is_new)));
        }
        for (day, tally) in together {
            by_day[day] = Some(add(by_day[day].take(), tally));
        }
    }
    by_day.into_iter().flatten().reduce(|one, more| one.plus(more, aggregation).unwrap()).unwrap()
}

/// The nearest whole number to a fraction, half away from zero.
fn nearest(above: i128, below: i128) -> i128 {
    (2 * above + below) / (2 * below)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn any_order_and_any_portions_come_to_the_same(
        events in events(),
        shuffled in any::<prop::sample::Index>(),
        aggregation in aggregations(),
        portion in 1usize..10,
        days in 1i64..8,
    ) {
        let mut other = events.clone();
        other.rotate_left(shuffled.index(events.len()));
        other.reverse();
        let expected = slowly(&events, aggregation);
        for order in [&events, &other] {
            let tally = in_portions(order, aggregation, portion, days);
            prop_assert_eq!(tally.quantity, expected);
            prop_assert_eq!(usize::try_from(tally.events).unwrap(), events.len());
        }
    }

    #[test]
    fn what_was_used_costs_what_the_model_says(
        thousandths in prop_oneof![0i64..2_000, 0i64..50_000_000, 0i64..5_000_000_000_000],
        included in prop_oneof![Just(0i64), 0i64..1_000, 0i64..1_000_000],
        millionths in prop_oneof![Just(0i64), 0i64..2_000, 0i64..50_000_000],
        tiers in prop::collection::btree_map(1i64..2_000_000, 0i64..3_000_000, 0..3),
        currency in 0usize..4,
        tax in prop_oneof![Just(0i64), Just(1_900), Just(825)],
        aggregation in aggregations(),
        (first, seconds) in prop_oneof![
            Just((0, WHOLE)),
            (0..WHOLE).prop_flat_map(|first| (Just(first), 1..=WHOLE - first)),
        ],
    ) {
        let currency: Currency = CURRENCIES[currency].parse().unwrap();
        let tiers: Vec<(i64, i64)> = tiers.into_iter().map(|(above, price)| (included + above, price)).collect();
        let metered = MeteredPrice {
            meter: "api_calls".parse().unwrap(),
            included: Decimal::from(included),
            unit_price: Decimal::new(millionths, 6),
            tiers: tiers.iter().map(|(above, price)| UsageTier {
                above: Decimal::from(*above),
                unit_price: Decimal::new(*price, 6),
            }).collect(),
        };
        let price = Price {
            metered: vec![metered],
            tax_rate: Decimal::new(tax, 2),
            ..Price::flat(Money::zero(currency), Interval::Month)
        };
        prop_assert_eq!(price.check(), Ok(()));
        let terms = Terms { plan_id: id::<PlanId>(1), plan_name: "Pro".into(), price, seats: 1 };
        let total = MeterTotal { meter: meter(aggregation), quantity: Decimal::new(thousandths, 3) };
        let period = Period { start: at(first), end: at(first + seconds) };
        let stretch = Stretch { terms, period, of: Period { start: at(0), end: at(WHOLE) } };
        let lines = usage_lines(&stretch, &[total]).unwrap();
        // What adds up costs what it costs; what is so much at a time costs its part of that time.
        let part = if aggregation == Aggregation::Sum { WHOLE } else { seconds };

        // The model walks along the quantity, step by step, in thousandths and millionths.
        let mut steps = vec![(0, 0), (included * 1_000, millionths)];
        steps.extend(tiers.iter().map(|(above, price)| (above * 1_000, *price)));
        let scale = 10i128.pow(currency.exponent());
        let mut expected = Vec::new();
        for (at, (above, price)) in steps.iter().enumerate() {
            let end = steps.get(at + 1).map_or(i64::MAX, |(next, _)| *next).min(thousandths);
            if end > *above {
                let used = i128::from(end - above);
                let amount = nearest(
                    used * i128::from(*price) * scale * i128::from(part),
                    1_000_000_000 * i128::from(WHOLE),
                );
                expected.push((used, amount, nearest(amount * i128::from(tax), 10_000)));
            }
        }
        let found: Vec<_> = lines.iter().map(|line| {
            let used = (line.quantity * Decimal::ONE_THOUSAND).normalize();
            prop_assert_eq!(line.period, Some(period));
            Ok((used.mantissa(), i128::from(line.amount.minor()), i128::from(line.tax.minor())))
        }).collect::<Result<_, TestCaseError>>()?;
        prop_assert_eq!(found, expected);
    }
}
