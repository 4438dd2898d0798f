//! What is given back to a customer who leaves at once: the time they paid for and will not use.

use jiff::Timestamp;

use crate::{InvoiceLine, Money, MoneyError, Subscription, Totals};

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
    /// What ending `subscription` at the instant `at` leaves unused of what was `charged` for it: lines of invoices
    /// that are paid, those that gave time back among them. Each goes back at its own price and tax rate, and never
    /// more than is left on it. None where no time is left.
    pub fn of(
        subscription: &Subscription,
        charged: &[InvoiceLine],
        at: Timestamp,
    ) -> Result<Option<Self>, MoneyError> {
        let from = Timestamp::from_second(at.as_second()).unwrap_or(at).max(subscription.period.start);
        let mut left: Vec<InvoiceLine> = Vec::new();
        for line in charged {
            let Some(line) = line.left_from(from)?.filter(|line| !line.amount.is_zero()) else { continue };
            // A change gave back the time of the terms before it: of both nothing is left.
            match left.iter().position(|other| line.takes_back(other)) {
                Some(taken_back) => drop(left.remove(taken_back)),
                None => left.push(line),
            }
        }
        let lines = left.into_iter().map(InvoiceLine::reversed).collect::<Result<Vec<_>, _>>()?;
        let totals = Totals::of(&lines, subscription.price.amount.currency())?;
        Ok(totals.total.is_negative().then_some(Self { from, lines, totals }))
    }

    /// How much goes back; above nothing.
    pub fn amount(&self) -> Money {
        self.totals.total.times(-1).unwrap_or(self.totals.total)
    }
}
