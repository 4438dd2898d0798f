//! Which zone tells what: days of billing are the merchant's, moments the reader's.

use domain::{Customer, Merchant, TimeZoneName};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::app::App;

/// A name that no time zone has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such time zone; write its name as IANA spells it, such as America/New_York")]
pub struct Unknown;

/// The zone of this name, which must be spelled as IANA does: the merchant's app reads it again, and not every
/// library forgives another case.
pub fn find(name: &TimeZoneName) -> Result<TimeZone, Unknown> {
    let found = TimeZone::get(name.as_str()).map_err(|_| Unknown)?;
    if found.iana_name() == Some(name.as_str()) { Ok(found) } else { Err(Unknown) }
}

/// The merchant's zone, in which due dates, "overdue" and billing periods are days, wherever the server is.
/// Names are checked when a merchant is set up; one that is no longer known reads as UTC, so that portals stay
/// open, and the log says so.
pub fn of(merchant: &Merchant) -> TimeZone {
    TimeZone::get(&merchant.time_zone).unwrap_or_else(|_| {
        tracing::warn!(merchant = %merchant.id, zone = merchant.time_zone, "unknown time zone, using UTC");
        TimeZone::UTC
    })
}

/// The zone in which this customer is told moments: their own, else the merchant's. One that is no longer known
/// reads as the merchant's, and the log says so.
pub fn of_reader(merchant: &Merchant, customer: &Customer) -> TimeZone {
    let Some(name) = &customer.time_zone else { return of(merchant) };
    find(name).unwrap_or_else(|_| {
        tracing::warn!(customer = %customer.id, zone = %name, "unknown time zone, using the merchant's");
        of(merchant)
    })
}

/// The merchant's day.
pub fn today(app: &App, merchant: &Merchant) -> Date {
    app.now_of(merchant).to_zoned(of(merchant)).date()
}
