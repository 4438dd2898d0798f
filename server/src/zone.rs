//! The merchant's days: due dates, "overdue" and billing periods follow its zone, not the server's.

use domain::Merchant;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::app::App;

/// The merchant's zone. Names are checked when a merchant is set up; one that is no longer known reads
/// as UTC, so that portals stay open, and the log says so.
pub fn of(merchant: &Merchant) -> TimeZone {
    TimeZone::get(&merchant.time_zone).unwrap_or_else(|_| {
        tracing::warn!(merchant = %merchant.id, zone = merchant.time_zone, "unknown time zone, using UTC");
        TimeZone::UTC
    })
}

/// The merchant's day.
pub fn today(app: &App, merchant: &Merchant) -> Date {
    app.now_of(merchant).to_zoned(of(merchant)).date()
}
