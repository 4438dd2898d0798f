//! When a sample subscription was billed.

use domain::{Anchor, Interval};
use jiff::civil::Date;

/// The days of issue from the first day to today, by the rule real subscriptions follow.
pub(super) fn billing_days(begun: Date, today: Date, interval: Interval) -> Vec<Date> {
    let anchor = Anchor::of(begun);
    std::iter::successors(Some(begun), |day| Some(anchor.next(*day, interval)))
        .take_while(|day| *day <= today)
        .collect()
}
