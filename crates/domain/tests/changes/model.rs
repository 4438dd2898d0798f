//! What a change should cost, said again in the slowest way that is plainly right.
//!
//! In: the plain facts of a subscription. Out: what must come of them. Not here: anything of `domain::billing`;
//! sums are rationals until they are rounded, seats are counted one by one, billing dates are found by
//! walking the calendar day by day.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A rational number; the denominator is positive.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ratio {
    above: i128,
    below: i128,
}

impl Ratio {
    pub(crate) fn of(above: i128, below: i128) -> Self {
        assert!(below > 0);
        Self { above, below }
    }

    pub(crate) fn times(self, other: Self) -> Self {
        Self { above: self.above * other.above, below: self.below * other.below }.reduced()
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        let above = self.above * other.below + other.above * self.below;
        Self { above, below: self.below * other.below }.reduced()
    }

    /// Whether `whole` is no further from it than `halves` halves.
    pub(crate) fn is_near(self, whole: i128, halves: i128) -> bool {
        2 * (whole * self.below - self.above).abs() <= halves * self.below
    }

    /// The nearest whole number, half away from zero.
    pub(crate) fn rounded(self) -> i128 {
        let twice = 2 * self.above.abs() + self.below;
        (twice / (2 * self.below)) * self.above.signum()
    }

    fn reduced(self) -> Self {
        let (mut a, mut b) = (self.above.abs(), self.below);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let a = a.max(1);
        Self { above: self.above / a, below: self.below / a }
    }
}

/// A price as a merchant would say it.
#[derive(Debug, Clone)]
pub(crate) struct PriceModel {
    /// In minor units: of each seat, or of all.
    pub(crate) amount: i64,
    /// From which seat on each costs how much.
    pub(crate) tiers: Vec<(u32, i64)>,
    pub(crate) per_seat: bool,
    /// In hundredths of a percent.
    pub(crate) tax: i64,
    pub(crate) yearly: bool,
}

impl PriceModel {
    /// What each seat costs, seat by seat.
    fn seats(&self, count: u32) -> Vec<i64> {
        if !self.per_seat {
            return vec![self.amount];
        }
        let price = |seat: u32| {
            let tier = self.tiers.iter().rfind(|(from, _)| *from <= seat);
            tier.map_or(self.amount, |(_, amount)| *amount)
        };
        (1..=count).map(price).collect()
    }

    pub(crate) fn total(&self, count: u32) -> i128 {
        self.seats(count).into_iter().map(i128::from).sum()
    }

    /// The tax on an amount that is rounded already.
    fn tax(&self, amount: i128) -> i128 {
        Ratio::of(amount, 1).times(Ratio::of(self.tax.into(), 10_000)).rounded()
    }

    /// What a span of a period that is `length` seconds long is worth, before tax.
    pub(crate) fn worth(&self, count: u32, seconds: i64, length: i64) -> Ratio {
        Ratio::of(self.total(count), 1).times(Ratio::of(seconds.into(), length.into()))
    }

    /// A line for each tier that is reached.
    pub(crate) fn whole_lines(&self, count: u32) -> Vec<LineModel> {
        let tier_of = |seat: u32| self.tiers.iter().filter(|(from, _)| *from <= seat).count();
        let mut lines: Vec<(usize, i128)> = Vec::new();
        for (seat, price) in (1..).zip(self.seats(count)) {
            match lines.last_mut() {
                Some((tier, sum)) if *tier == tier_of(seat) => *sum += i128::from(price),
                _ => lines.push((tier_of(seat), price.into())),
            }
        }
        lines.into_iter().map(|(_, amount)| LineModel { amount, tax: self.tax(amount) }).collect()
    }

    /// One line for a part of a period.
    fn part_line(&self, count: u32, part: Ratio, sign: i128) -> LineModel {
        let amount = Ratio::of(sign * self.total(count), 1).times(part).rounded();
        LineModel { amount, tax: self.tax(amount) }
    }
}

/// A line: what it costs and the tax on it, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LineModel {
    pub(crate) amount: i128,
    pub(crate) tax: i128,
}

/// What must come of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) at_period_end: bool,
    pub(crate) lines: Vec<LineModel>,
    pub(crate) total: i128,
    /// The seconds of the period paid for afterwards.
    pub(crate) period: (i64, i64),
    /// What the invoice after that comes to.
    pub(crate) next_total: i128,
}

/// The subscription before, and what is wished for.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) from: (PriceModel, u32),
    pub(crate) to: (PriceModel, u32),
    pub(crate) trial: bool,
    /// The seconds of the period paid for.
    pub(crate) period: (i64, i64),
    /// The second of the change.
    pub(crate) at: i64,
    pub(crate) zone: TimeZone,
}

fn sum(lines: &[LineModel]) -> i128 {
    lines.iter().map(|line| line.amount + line.tax).sum()
}

impl Case {
    /// What ending at once gives back of a period paid in advance: the time left of each line.
    pub(crate) fn credit(&self) -> Vec<LineModel> {
        let ((from, before), (start, end)) = (&self.from, self.period);
        let left = Ratio::of((end - self.at).into(), (end - start).into());
        let part = |line: LineModel| Ratio::of(-line.amount, 1).times(left).rounded();
        let amounts = from.whole_lines(*before).into_iter().map(part).filter(|amount| *amount != 0);
        amounts.map(|amount| LineModel { amount, tax: from.tax(amount) }).collect()
    }

    /// What the terms after a change are worth from the second `at` on, of a period that is not begun anew.
    pub(crate) fn left_of_new(&self, at: i64) -> Ratio {
        let ((to, after), (start, end)) = (&self.to, self.period);
        Ratio::of(to.total(*after), 1).times(Ratio::of((end - at).into(), (end - start).into()))
    }

    pub(crate) fn expected(&self) -> Expected {
        let ((from, before), (to, after)) = (&self.from, &self.to);
        let (start, end) = self.period;
        let dearer = to.total(*after).cmp(&from.total(*before));
        let cheaper_or_shorter = dearer.is_lt() || (from.yearly && !to.yearly);
        let same = dearer.is_eq() && from.yearly == to.yearly;
        let left = Ratio::of((end - self.at).into(), (end - start).into());
        let mut lines = Vec::new();
        let mut period = self.period;
        if !self.trial && !cheaper_or_shorter && !same {
            let credit = from.part_line(*before, left, -1);
            // What comes to nothing is not written down; the new plan always is.
            lines.extend((credit.amount != 0).then_some(credit));
            if from.yearly == to.yearly {
                lines.push(to.part_line(*after, left, 1));
            } else {
                lines.extend(to.whole_lines(*after));
                let today = day(self.at, &self.zone);
                let next = next_billing_day(today, today, to.yearly);
                period = (self.at, midnight(next, &self.zone));
            }
        }
        let at_period_end = !self.trial && cheaper_or_shorter || sum(&lines) < 0;
        if at_period_end {
            lines.clear();
            period = self.period;
        }
        let next_total = sum(&to.whole_lines(*after));
        Expected { at_period_end, total: sum(&lines), lines, period, next_total }
    }
}

fn day(second: i64, zone: &TimeZone) -> Date {
    Timestamp::from_second(second).unwrap().to_zoned(zone.clone()).date()
}

pub(crate) fn midnight(day: Date, zone: &TimeZone) -> i64 {
    day.to_zoned(zone.clone()).unwrap().timestamp().as_second()
}

/// The first day of a later month (or year) than `after` that is the day of `anchor`, or the last of a
/// month that is too short for it.
pub(crate) fn next_billing_day(anchor: Date, after: Date, yearly: bool) -> Date {
    let mut day = after;
    loop {
        day = day.tomorrow().unwrap();
        let last_of_month = day.tomorrow().unwrap().month() != day.month();
        let fits = day.day() == anchor.day() || (last_of_month && day.day() < anchor.day());
        let later = match yearly {
            true => day.year() > after.year() && day.month() == anchor.month(),
            false => (day.year(), day.month()) != (after.year(), after.month()),
        };
        if fits && later {
            return day;
        }
    }
}
