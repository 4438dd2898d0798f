//! Instants and days as people read them.
//!
//! In: timestamps in UTC. Out: words and local times, by the machine's own zone.
//! Not here: decisions about what is late; those came with the data.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};
use wasm_bindgen::JsValue;

/// The present, from the webview.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_millisecond(js_sys::Date::now() as i64).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// `14 Mar 2026`
pub(crate) fn day(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// `14 Mar 2026, 15:42`
pub(crate) fn minute(at: &Zoned) -> String {
    at.strftime("%-d %b %Y, %H:%M").to_string()
}

/// `14 Mar 2026`, here.
pub(crate) fn day_of(at: Timestamp) -> String {
    day(local(at).date())
}

/// `14 Mar 2026, 15:42:07`, here: for whoever wants to know exactly.
pub(crate) fn exact(at: Timestamp) -> String {
    local(at).strftime("%-d %b %Y, %H:%M:%S").to_string()
}

/// The time alone if it is today, else the day too: "15:42", "14 Mar, 15:42".
pub(crate) fn soon(at: Timestamp, now: Timestamp) -> String {
    let (there, here) = (local(at), local(now));
    let format = if there.date() == here.date() { "%H:%M" } else { "%-d %b, %H:%M" };
    there.strftime(format).to_string()
}

/// The webview knows in which zone this machine is; here it says the offset at one instant.
fn local(at: Timestamp) -> DateTime {
    let minutes_west =
        js_sys::Date::new(&JsValue::from_f64(at.as_millisecond() as f64)).get_timezone_offset();
    let offset = Offset::from_seconds(-(minutes_west as i32) * 60).unwrap_or(Offset::UTC);
    at.to_zoned(TimeZone::fixed(offset)).datetime()
}

/// How long ago, or how soon: "just now", "5 minutes ago", "in 2 hours", "yesterday".
///
/// `None` past 30 days, where the day itself says more.
pub(crate) fn relative(at: Timestamp, now: Timestamp) -> Option<String> {
    let span = now.duration_since(at);
    let past = span >= SignedDuration::ZERO;
    let minutes = span.as_mins().unsigned_abs();
    let (hours, days) = (minutes / 60, minutes / (60 * 24));
    let amount = match (minutes, hours, days) {
        // Also for what lies ahead: a server's clock may be a little fast.
        (0, _, _) => return Some("just now".into()),
        (1..60, _, _) => counted(minutes, "minute"),
        (_, 1..24, _) => counted(hours, "hour"),
        (_, _, 1) => return Some(if past { "yesterday" } else { "tomorrow" }.into()),
        (_, _, 2..=30) => counted(days, "day"),
        _ => return None,
    };
    Some(if past { format!("{amount} ago") } else { format!("in {amount}") })
}

/// How a due day stands to the merchant's `today`: "2 days overdue", "due tomorrow", "due in 5 days".
pub(crate) fn due(due_on: Date, today: Date) -> String {
    match due_on.duration_since(today).as_hours() / 24 {
        days @ ..=-1 => format!("{} overdue", counted(days.unsigned_abs(), "day")),
        0 => "due today".into(),
        1 => "due tomorrow".into(),
        days => format!("due in {}", counted(days.unsigned_abs(), "day")),
    }
}

/// "1 customer", "2 customers".
pub(crate) fn counted(count: impl Into<u64>, noun: &str) -> String {
    match count.into() {
        1 => format!("1 {noun}"),
        many => format!("{} {noun}s", grouped(many)),
    }
}

/// `12,345`
pub(crate) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let head = digits.len() % 3;
    let (first, rest) = digits.split_at(head);
    let groups = rest.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    let groups: Vec<String> =
        (!first.is_empty()).then(|| first.to_owned()).into_iter().chain(groups).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn instants_read_like_speech() {
        let now: Timestamp = "2026-03-14T15:42:00Z".parse().expect("an instant");
        let said = |span: jiff::Span| relative(now + span, now).unwrap_or_else(|| "a date".into());
        assert_eq!(said(-(20.seconds())), "just now");
        assert_eq!(said(20.seconds()), "just now");
        assert_eq!(said(-(1.minute())), "1 minute ago");
        assert_eq!(said(-(59.minutes())), "59 minutes ago");
        assert_eq!(said(-(23.hours())), "23 hours ago");
        assert_eq!(said(-(30.hours())), "yesterday");
        assert_eq!(said(2.hours()), "in 2 hours");
        assert_eq!(said(-(24 * 30).hours()), "30 days ago");
        assert_eq!(said(-(24 * 31).hours()), "a date");
    }

    #[test]
    fn due_days_count_from_the_merchants_day() {
        let today = date(2026, 3, 1);
        assert_eq!(due(date(2026, 2, 27), today), "2 days overdue");
        assert_eq!(due(date(2026, 2, 28), today), "1 day overdue");
        assert_eq!(due(today, today), "due today");
        assert_eq!(due(date(2026, 3, 2), today), "due tomorrow");
        assert_eq!(due(date(2026, 3, 31), today), "due in 30 days");
    }

    #[test]
    fn counts_group_by_thousands() {
        for (count, shown) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (100_000, "100,000"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(count), shown);
        }
    }
}
