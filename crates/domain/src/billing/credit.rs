//! What is given back to a customer who leaves at once: the time they paid for and will not use.

use jiff::Timestamp;

use super::renewal::part_line;
use crate::{InvoiceLine, Money, MoneyError, Period, Subscription, SubscriptionStatus, Totals};

/// What an end settles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settlement {
    /// What was used and is not charged yet: charged when it ends.
    pub used: Vec<InvoiceLine>,
    /// What is given back, if it ends at once.
    pub credit: Option<Credit>,
}

/// A credit for time not used, shown before it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The second from which the time is not used.
    pub from: Timestamp,
    /// The lines of the credit note: what the time was charged with, taken off again.
    pub lines: Vec<InvoiceLine>,
    /// What they add up to; below nothing.
    pub totals: Totals,
}

impl Credit {
    /// What ending `subscription` at the instant `at` leaves unused. None where no time is paid for: in a
    /// trial, where a renewal is not paid, where another system bills, where the period is over or costs nothing.
    pub fn of(subscription: &Subscription, at: Timestamp) -> Result<Option<Self>, MoneyError> {
        let period = subscription.period;
        let from = Timestamp::from_second(at.as_second()).unwrap_or(at).max(period.start);
        let paid_here =
            subscription.status == SubscriptionStatus::Active && subscription.billed_by.is_portico();
        if !paid_here || from >= period.end {
            return Ok(None);
        }
        let unused = part_line(&subscription.terms(), Period { start: from, end: period.end }, period)?;
        if unused.amount.is_zero() {
            return Ok(None);
        }
        let lines = vec![unused.reversed()?];
        let totals = Totals::of(&lines, subscription.price.amount.currency())?;
        Ok(Some(Self { from, lines, totals }))
    }

    /// How much goes back; above nothing.
    pub fn amount(&self) -> Money {
        self.totals.total.times(-1).unwrap_or(self.totals.total)
    }
}
