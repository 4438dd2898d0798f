//! Usage: single events, what they come to, and which period they belong to.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    Aggregation, CustomerId, Meter, MeterKey, MoneyError, Period, Subscription, SubscriptionId,
    SubscriptionStatus,
};

/// Something a customer used, told by the merchant's app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsageEvent {
    /// The merchant's own id; the same id is counted once.
    pub id: String,
    /// Who used it.
    pub customer_id: CustomerId,
    /// The subscription that pays for it.
    pub subscription_id: SubscriptionId,
    /// The meter's key.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "api_calls"))]
    pub meter: MeterKey,
    /// When.
    pub at: Timestamp,
    /// How much; 1 where the meter counts different values.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "1"))]
    pub quantity: Decimal,
    /// What the meter counts once, where it counts different values.
    pub value: Option<String>,
}

/// How late a clock of the merchant's may be ahead of ours.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// Why an event is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UsageRefusal {
    /// Nobody agreed on a price for it.
    #[error("no running subscription of this customer is priced by this meter")]
    NotMetered,
    /// It was charged already; an issued invoice never changes.
    #[error("the billing period this lies in is over and charged")]
    PeriodClosed,
    /// Some clock is wrong.
    #[error("this lies in the future")]
    Future,
    /// Nothing is subscribed to at that time.
    #[error("the subscription ends before this")]
    Ended,
}

/// Why a text is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a quantity is plain decimal text from 0 to below 1000000000000 with at most 6 decimals, such as 12.5"
)]
pub struct QuantityError;

/// Reads how much was used. The bounds keep the sum of any number of events exact.
///
/// ```
/// use domain::parse_quantity;
/// assert!(parse_quantity("12.5").is_ok());
/// assert!(parse_quantity("-1").is_err() && parse_quantity("1e9").is_err() && parse_quantity("NaN").is_err());
/// ```
pub fn parse_quantity(text: &str) -> Result<Decimal, QuantityError> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(whole, 12) || !digits(part, 6) {
        return Err(QuantityError);
    }
    text.parse().map(|quantity: Decimal| quantity.normalize()).map_err(|_| QuantityError)
}

impl Subscription {
    /// The stretch of time in which an event of this meter at `at` is counted: of the period that runs, or of
    /// one to come whose renewal is late. Late events count as long as their period runs, at the terms of
    /// their own time; once it is charged they are refused, because whoever reads the invoice must be able to
    /// rely on it.
    pub fn usage_period(
        &self,
        meter: &MeterKey,
        at: Timestamp,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Result<Period, UsageRefusal> {
        if self.status == SubscriptionStatus::Canceled {
            return Err(UsageRefusal::Ended);
        }
        if !self.ever_meters(meter) {
            return Err(UsageRefusal::NotMetered);
        }
        if at.duration_since(now) > AHEAD {
            return Err(UsageRefusal::Future);
        }
        if at < self.period.start {
            return Err(UsageRefusal::PeriodClosed);
        }
        if self.cancelation.as_ref().is_some_and(|end| end.effective_at <= at) {
            return Err(UsageRefusal::Ended);
        }
        let mut then = self.clone();
        while then.paid_until() <= at {
            then = then.into_next_period(zone).ok_or(UsageRefusal::Ended)?;
        }
        let stretch = then.stretches(then.paid_until()).into_iter().find(|stretch| at < stretch.period.end);
        // A change may have dropped the meter, or brought it only later.
        let priced = stretch.filter(|stretch| stretch.terms.meters(meter));
        priced.map(|stretch| stretch.period).ok_or(UsageRefusal::NotMetered)
    }

    /// Whether its terms of now, of earlier in this period, or those that wait, price a meter.
    fn ever_meters(&self, meter: &MeterKey) -> bool {
        let earlier = self.earlier_terms.iter().map(|earlier| &earlier.terms);
        let waiting = self.pending_change.iter().map(|pending| &pending.terms);
        self.price.metered(meter).is_some() || earlier.chain(waiting).any(|terms| terms.meters(meter))
    }
}

impl Subscription {
    /// The period `at` lay in, for use that was charged before Portico knew of it; none from the running
    /// period on. Counted back from today's, as if nothing about billing had changed since.
    pub fn past_period(&self, at: Timestamp, zone: &TimeZone) -> Option<Period> {
        let mut period = self.period;
        while at < period.start {
            let first = period.start.to_zoned(zone.clone()).date();
            let start = self.anchor.previous(first, self.price.interval).to_zoned(zone.clone()).ok()?;
            if start.timestamp() >= period.start {
                return None;
            }
            period = Period { start: start.timestamp(), end: period.start };
        }
        (period.start < self.period.start).then_some(period)
    }
}

/// What some events of one meter come to. Tallies of parts make the tally of the whole, in any order, so
/// one is kept for each day and none is ever counted again from its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The quantity so far.
    pub quantity: Decimal,
    /// When its latest event was.
    pub latest_at: Timestamp,
    /// The id of that event; of two at the same instant the one that sorts last.
    pub latest_id: String,
    /// How many events.
    pub events: i64,
}

impl Tally {
    /// Of one event. Where different values count, whether this one is new is for the caller to say.
    pub fn of(event: &UsageEvent, counts: bool) -> Self {
        Self {
            quantity: if counts { event.quantity } else { Decimal::ZERO },
            latest_at: event.at,
            latest_id: event.id.clone(),
            events: 1,
        }
    }

    /// Of both together; fails where the sum is too large to be exact.
    pub fn plus(self, other: Self, aggregation: Aggregation) -> Result<Self, MoneyError> {
        let later = (other.latest_at, &other.latest_id) > (self.latest_at, &self.latest_id);
        let quantity = match aggregation {
            Aggregation::Sum | Aggregation::Unique => {
                self.quantity.checked_add(other.quantity).ok_or(MoneyError::TooLarge)?
            }
            Aggregation::Max => self.quantity.max(other.quantity),
            Aggregation::Last if later => other.quantity,
            Aggregation::Last => self.quantity,
        };
        let events = self.events.saturating_add(other.events);
        let latest = if later { other } else { self };
        Ok(Self { quantity, events, ..latest })
    }
}

/// What a period came to, so far or for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeriodUsage {
    /// The period.
    pub period: Period,
    /// How much was used in it.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "12500"))]
    pub quantity: Decimal,
}

/// What the period will come to if it goes on like this; none too early to tell, and the quantity itself
/// where it does not grow with time.
pub fn projected(meter: &Meter, usage: &PeriodUsage, now: Timestamp) -> Option<Decimal> {
    let PeriodUsage { period, quantity } = usage;
    if meter.aggregation != Aggregation::Sum || now >= period.end {
        return Some(*quantity);
    }
    let seconds = |from: Timestamp, to: Timestamp| Decimal::from(to.as_second() - from.as_second());
    let (passed, whole) = (seconds(period.start, now), seconds(period.start, period.end));
    // A day's rhythm says nothing about a month.
    if passed * Decimal::from(20) < whole {
        return None;
    }
    Some(quantity.checked_mul(whole)?.checked_div(passed)?.round_dp(quantity.scale().min(2)).normalize())
}
