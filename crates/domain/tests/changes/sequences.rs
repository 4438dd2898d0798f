//! Several changes in one period, one after the other: money adds up, and nobody loses their seat.

use super::*;
use crate::model::Ratio;

/// A wish: a price, seats, and how far into the time that is left it is uttered, in millionths.
fn wishes() -> impl Strategy<Value = Vec<(PriceModel, u32, i64)>> {
    prop::collection::vec((prices(), seats(), 0i64..1_000_000), 1..8)
}

/// How far `millionths` of the way from `at` to the last second before `end` is.
fn between(at: i64, end: i64, millionths: i64) -> i64 {
    at + i64::try_from(i128::from(end - 1 - at) * i128::from(millionths) / 1_000_000).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    /// Rule 1: however often somebody changes before they leave, what they were charged, less what they get back,
    /// is what the time under each of the terms was worth, to half a unit for each time a line was rounded: when it
    /// was charged, and when what is left of it is given back.
    #[test]
    fn what_was_charged_is_what_was_had((case, first, currency) in cases(), wishes in wishes(), last in 0i64..1_000_000) {
        let mut case = case;
        case.trial = false;
        let (mut subscription, _) = told(&case, first, currency);
        let (mut model, mut count) = case.from.clone();
        let tax = model.tax;
        let mut paid = price_lines(&subscription.terms(), subscription.period).unwrap();
        // Charged when the period began: a line for each tier, with the tax on each.
        let whole = model.whole_lines(count);
        let (mut charged, mut taxed) = (whole.iter().map(|line| line.amount).sum::<i128>(), whole.iter().map(|line| line.tax).sum::<i128>());
        let (mut rounded, mut lines) = (0, i128::try_from(whole.len()).unwrap());
        let mut had = Ratio::of(0, 1);
        let (mut at, mut period) = (case.period.0, case.period);
        for (n, (wish, seats, later)) in (10..).zip(wishes) {
            // One tax rate for all, so that what is owed of it follows from what was had.
            let wish = PriceModel { tax, ..wish };
            let then = between(at, period.1, later);
            let new = plan(n, price(&wish, currency));
            let Ok(change) = Change::of(&subscription, terms(&new, seats), second(then), &case.zone) else { continue };
            subscription = subscription.change(&change, Actor::Customer, second(then)).unwrap().0;
            if change.takes_effect == ChangeAt::PeriodEnd {
                prop_assert!(change.lines.is_empty());
                continue;
            }
            had = had.plus(model.worth(count, then - at, period.1 - period.0));
            charged += change.lines.iter().map(|line| i128::from(line.amount.minor())).sum::<i128>();
            taxed += change.lines.iter().map(|line| i128::from(line.tax.minor())).sum::<i128>();
            paid.extend(change.lines.iter().cloned());
            // What is given back counts as rounded even where it comes to nothing and no line says so.
            rounded += 2;
            lines += i128::try_from(change.lines.len()).unwrap().max(2);
            (model, count, at) = (wish, seats, then);
            period = (subscription.period.start.as_second(), subscription.period.end.as_second());
        }
        let left = between(at, period.1, last);
        had = had.plus(model.worth(count, left - at, period.1 - period.0));
        if let Some(credit) = Credit::of(&subscription, &paid, second(left)).unwrap() {
            charged += credit.lines.iter().map(|line| i128::from(line.amount.minor())).sum::<i128>();
            taxed += credit.lines.iter().map(|line| i128::from(line.tax.minor())).sum::<i128>();
        }
        let given_back = i128::try_from(paid.len()).unwrap();
        prop_assert!(had.is_near(charged, rounded + given_back), "{charged} for {had:?}");
        // Each line's tax is rounded, and so is what it is a part of.
        let owed = had.times(Ratio::of(tax.into(), 10_000));
        prop_assert!(owed.is_near(taxed, 2 * (lines + given_back)), "{taxed} for {owed:?}");
    }

    /// Rule 7: whatever is changed, given to people and renewed, in whatever order, no seat that somebody has goes.
    #[test]
    fn nobody_loses_their_seat(
        (case, first, currency) in cases(), steps in prop::collection::vec((wishes(), 0u32..60, 0u8..3), 1..8)
    ) {
        let mut case = case;
        case.trial = false;
        let (mut subscription, _) = told(&case, first, currency);
        let mut configuration = Configuration::default();
        configuration.features.self_serve_changes = true;
        for (n, (wishes, assigned, kind)) in (10..).zip(steps) {
            let period = subscription.period;
            match kind {
                0 => {
                    if let Some((given, _)) = subscription.clone().assign_seats(assigned) {
                        subscription = given;
                    }
                }
                1 => subscription = subscription.into_next_period(&case.zone).unwrap(),
                _ => {
                    let (wish, seats, later) = &wishes[0];
                    let now = second(between(period.start.as_second(), period.end.as_second(), *later));
                    let (own, new) = (plan(1, subscription.price.clone()), plan(n, price(wish, currency)));
                    configuration.self_serve.switchable_plans = vec![new.id.clone()];
                    let session = SessionSettings::default();
                    let today = now.to_zoned(case.zone.clone()).date();
                    let policy = Policy { configuration: &configuration, session, today, zone: &case.zone };
                    let Ok(change) = Change::of(&subscription, terms(&new, *seats), now, &case.zone) else { continue };
                    if policy.change_to(&subscription, Some(&own), &new, &change).is_ok() {
                        subscription = subscription.change(&change, Actor::Customer, now).unwrap().0;
                    }
                }
            }
            let kept = !subscription.price.per_seat || subscription.assigned_seats <= subscription.seats;
            prop_assert!(kept, "{} of {}", subscription.assigned_seats, subscription.seats);
        }
    }
}
