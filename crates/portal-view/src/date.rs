//! Days and moments as customers read them.
//!
//! In: civil dates, and instants with the zone to tell them in. Out: words, and `<time>` for pages.
//! Not here: the clock; what "today" is comes as an argument.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use maud::{Markup, html};
pub(crate) use words::last_day;
use words::{Words, say};

/// `14 Mar 2026`, for people and machines.
pub(crate) fn day(words: Words, date: Date) -> Markup {
    html! { time datetime=(date) { (words.day(date)) } }
}

/// The day an instant falls on.
pub(crate) fn day_of(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}

/// Days from `from` to `to`; negative if `to` is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// `12 days overdue`, `due today`, `due in 5 days`; far away, the date alone says it better.
pub(crate) fn due_hint(words: Words, due_on: Date, today: Date) -> String {
    match days_between(today, due_on) {
        ..-60 => say!(words, "due-since", day = words.day(due_on)),
        days @ ..=-1 => say!(words, "due-late", count = -days),
        0 => say!(words, "due-today"),
        1 => say!(words, "due-tomorrow"),
        days @ 2..=30 => say!(words, "due-in", count = days),
        _ => say!(words, "due-on", day = words.day(due_on)),
    }
}

/// `today`, `tomorrow`, `in 12 days`; nothing where the date alone says it better.
pub(crate) fn ahead(words: Words, date: Date, today: Date) -> Option<String> {
    match days_between(today, date) {
        0 => Some(say!(words, "ahead-today")),
        1 => Some(say!(words, "ahead-tomorrow")),
        days @ 2..=45 => Some(say!(words, "ahead-in", count = days)),
        _ => None,
    }
}

/// `15:42 CET on 14 Mar 2026`: exact, and with its zone, because the reader may be in another.
///
/// `zone` is that in which the customer is told moments, and not the merchant's, unless nobody knows the customer.
pub(crate) fn moment_text(words: Words, at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    let zone = zone_text(&at);
    say!(words, "moment", time = words.time(at.time()), zone = zone, day = words.day(at.date()))
}

/// `CET`, or `UTC+03:00` where the time has no letters of its own: a bare `+03` behind a time reads like a sum.
fn zone_text(at: &Zoned) -> String {
    let letters = at.strftime("%Z").to_string();
    if letters.starts_with(['+', '-']) { format!("UTC{}", at.strftime("%:z")) } else { letters }
}

/// `60 minutes`, `2 hours`, `1 hour 30 minutes`, `14 days`: how long it is from `from` to `to`, to the minute.
pub(crate) fn span_text(words: Words, from: Timestamp, to: Timestamp) -> String {
    let minutes = ((to.as_second() - from.as_second() + 30) / 60).max(1);
    let hours = |count: i64| say!(words, "span-hours", count = count);
    let short = |count: i64| say!(words, "span-minutes", count = count);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => short(minutes),
        (whole, 0) if whole >= 48 && whole % 24 == 0 => say!(words, "part-days", count = whole / 24),
        (whole, 0) => hours(whole),
        (whole, minutes) => say!(words, "span-both", hours = hours(whole), minutes = short(minutes)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn due_dates_read_like_speech() {
        let today = date(2026, 3, 14);
        let hint =
            |days: i64| due_hint(Words::ENGLISH, today.saturating_add(jiff::Span::new().days(days)), today);
        assert_eq!(hint(-75), "overdue since 29 Dec 2025");
        assert_eq!(hint(-2), "2 days overdue");
        assert_eq!(hint(-1), "1 day overdue");
        assert_eq!(hint(0), "due today");
        assert_eq!(hint(1), "due tomorrow");
        assert_eq!(hint(12), "due in 12 days");
        assert_eq!(hint(40), "due 23 Apr 2026");
    }

    #[test]
    fn a_month_paid_to_midnight_ends_the_day_before() {
        let zone = TimeZone::UTC;
        let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
        assert_eq!(last_day(at("2026-04-01T00:00:00Z"), &zone), date(2026, 3, 31));
        assert_eq!(last_day(at("2026-04-01T09:00:00Z"), &zone), date(2026, 4, 1));
    }

    #[test]
    fn moments_name_their_zone() {
        let told = |rule: &str| {
            moment_text(Words::ENGLISH, Timestamp::UNIX_EPOCH, &TimeZone::posix(rule).expect("a rule"))
        };
        assert_eq!(told("CET-1"), "01:00 CET on 1 Jan 1970");
        assert_eq!(told("<+0545>-5:45"), "05:45 UTC+05:45 on 1 Jan 1970");
        assert_eq!(told("<-03>3"), "21:00 UTC-03:00 on 31 Dec 1969");
    }

    #[test]
    fn waits_are_told_in_hours_and_minutes() {
        let from = Timestamp::UNIX_EPOCH;
        let span = |seconds| span_text(Words::ENGLISH, from, from + jiff::SignedDuration::from_secs(seconds));
        assert_eq!(span(20), "1 minute");
        assert_eq!(span(3540), "59 minutes");
        assert_eq!(span(3600), "1 hour");
        assert_eq!(span(5400), "1 hour 30 minutes");
        assert_eq!(span(86_400), "24 hours");
        assert_eq!(span(14 * 86_400), "14 days");
    }
}
