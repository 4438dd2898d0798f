//! Stretches: the parts of a billing period in which use was priced alike.
//!
//! In: a subscription, an instant. Out: under which terms what is used then is charged. Not here: counting it
//! (`usage`), and what it costs (`billing`).
//!
//! Use belongs to the terms in force when it was used. A change that prices use otherwise ends a stretch and
//! begins the next; what was used before keeps its price, and is charged with the rest when the period ends.
//! So what a change costs never depends on use, and no event that comes late, or between the figures and the
//! confirmation, can move it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{MeterKey, Period, Subscription, Terms};

/// Terms under which use was priced otherwise earlier in the running period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EarlierTerms {
    /// While they were in force.
    pub period: Period,
    /// What was subscribed to.
    pub terms: Terms,
}

/// A part of a billing period in which use was priced alike; all of it unless the terms changed within.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What was subscribed to.
    pub terms: Terms,
    /// The stretch.
    pub period: Period,
    /// The billing period it lies in.
    pub of: Period,
}

impl Terms {
    /// Whether use costs the same under both.
    fn price_use_like(&self, other: &Self) -> bool {
        let (one, other) = (&self.price, &other.price);
        one.metered == other.metered && one.tax_rate == other.tax_rate
    }

    /// Whether use of `meter` is priced.
    pub(crate) fn meters(&self, meter: &MeterKey) -> bool {
        self.price.metered(meter).is_some()
    }
}

impl Subscription {
    /// Whether use is priced, or was earlier in the running period.
    pub fn is_metered(&self) -> bool {
        let metered = |terms: &EarlierTerms| !terms.terms.price.metered.is_empty();
        !self.price.metered.is_empty() || self.earlier_terms.iter().any(metered)
    }

    /// Since when use is priced as it is now.
    pub fn priced_since(&self) -> Timestamp {
        self.earlier_terms.last().map_or(self.period.start, |earlier| earlier.period.end)
    }

    /// The stretches of the running period up to `until`, in order; the last one runs.
    pub fn stretches(&self, until: Timestamp) -> Vec<Stretch> {
        let stretch = |terms: &Terms, period| Stretch { terms: terms.clone(), period, of: self.period };
        let earlier = self.earlier_terms.iter().map(|earlier| stretch(&earlier.terms, earlier.period));
        let start = self.priced_since();
        let running = Period { start, end: until.min(self.period.end).max(start) };
        earlier.chain([stretch(&self.terms(), running)]).collect()
    }

    /// Ends the running stretch with the second of `now`, where `next` will price use otherwise.
    pub(crate) fn end_stretch(&mut self, next: &Terms, now: Timestamp) {
        let (terms, start) = (self.terms(), self.priced_since());
        let end = Timestamp::from_second(now.as_second()).unwrap_or(now);
        if start < end && !terms.price_use_like(next) {
            self.earlier_terms.push(EarlierTerms { period: Period { start, end }, terms });
        }
    }
}
