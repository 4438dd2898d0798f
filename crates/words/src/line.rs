//! What a line of an invoice is called and the time it is for, the same on pages, in mails and on paper.
//!
//! In: a line, the merchant's zone. Out: text. Not here: amounts.

use domain::InvoiceLine;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::{Words, say};

impl Words {
    /// What a line is called: time given back is called so.
    pub fn line_name(self, line: &InvoiceLine) -> String {
        match line.amount.is_negative() && line.period.is_some() {
            true => say!(self, "quote-unused", plan = &line.description),
            false => line.description.clone(),
        }
    }

    /// The time a prorated line is for, to the second, because that is how it is computed; none for others.
    pub fn line_part(self, line: &InvoiceLine, zone: &TimeZone) -> Option<String> {
        let (part, whole) = line.period.zip(line.part_of)?;
        Some(say!(
            self,
            "quote-part",
            part = self.span(part.start, part.end),
            whole = self.span(whole.start, whole.end),
            day = self.day(last_day(part.end, zone))
        ))
    }

    /// The same, and of a line for a whole period its days; none where a line is not about time.
    pub fn line_time(self, line: &InvoiceLine, zone: &TimeZone) -> Option<String> {
        let period = line.period?;
        self.line_part(line, zone).or_else(|| {
            let first = self.day(period.start.to_zoned(zone.clone()).date());
            Some(say!(self, "line-days", first = first, last = self.day(last_day(period.end, zone))))
        })
    }

    /// `12 days 9 hours 18 minutes 5 seconds`: how long it really is from `from` to `to`. A day has 24 hours, so
    /// that months in which the clocks change come out as long as they are.
    fn span(self, from: Timestamp, to: Timestamp) -> String {
        let seconds = (to.as_second() - from.as_second()).max(0);
        let told = [
            (seconds / 86_400, "part-days"),
            (seconds / 3600 % 24, "part-hours"),
            (seconds / 60 % 60, "part-minutes"),
            (seconds % 60, "part-seconds"),
        ];
        let told = told.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told.map(|(count, unit)| say!(self, unit, count = count)).collect();
        if told.is_empty() { say!(self, "part-seconds", count = 0) } else { told.join(" ") }
    }
}

/// The last day of a half-open span that ends at `end`: the day before, if it ends at midnight.
///
/// ```
/// use jiff::{civil::date, tz::TimeZone};
/// let end = "2026-04-01T00:00:00Z".parse().expect("an instant");
/// assert_eq!(words::last_day(end, &TimeZone::UTC), date(2026, 3, 31));
/// ```
pub fn last_day(end: Timestamp, zone: &TimeZone) -> Date {
    let end = end.to_zoned(zone.clone());
    match end.time() == Time::midnight() {
        true => end.date().yesterday().unwrap_or(end.date()),
        false => end.date(),
    }
}
