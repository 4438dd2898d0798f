//! What a change of plan or seats comes to: computed once, shown before, charged after.

use std::cmp::Ordering;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::renewal::{NextInvoice, next_invoice, part_line, price_lines};
use crate::{
    Actor, Anchor, InvoiceLine, Money, MoneyError, PendingChange, Period, Subscription, SubscriptionStatus,
    Terms, Totals,
};

/// Which way a change goes. The server decides, never the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Direction {
    /// To more money or a longer interval: now.
    Upgrade,
    /// To less money or a shorter interval: when the paid period ends.
    Downgrade,
    /// To something at the same price: now, and no money moves.
    Switch,
}

/// When a change takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ChangeAt {
    /// As soon as it is confirmed and, where it costs something, paid.
    Now,
    /// When the paid period ends; until then it can be taken back.
    PeriodEnd,
}

/// A change with everything that follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// What is subscribed to before.
    pub from: Terms,
    /// What is subscribed to after.
    pub to: Terms,
    /// Which way it goes.
    pub direction: Direction,
    /// Whether it waits.
    pub takes_effect: ChangeAt,
    /// When it takes effect; for a change now, the second up to which the old terms are charged.
    pub effective_at: Timestamp,
    /// The period paid for once it has taken effect.
    pub period: Period,
    /// The day billing is tied to from then on.
    pub anchor: Anchor,
    /// What is charged now: unused time of the old terms given back, then the new terms. Empty where no
    /// money moves.
    pub lines: Vec<InvoiceLine>,
    /// What they add up to; never negative.
    #[serde(flatten)]
    pub totals: Totals,
    /// The invoice after that, if there is one.
    pub next_invoice: Option<NextInvoice>,
}

/// Why a change cannot be computed, whoever asks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// It leads to where one is.
    #[error("this is what is subscribed to already")]
    NothingChanges,
    /// Plans of another currency are another contract.
    #[error("a change keeps the currency")]
    OtherCurrency,
    /// The period is over; its renewal is being written.
    #[error("this subscription is being renewed right now; try again in a minute")]
    RenewalDue,
    /// It has ended.
    #[error("this subscription has already ended")]
    AlreadyCanceled,
    /// It will end.
    #[error("this subscription is set to end; keep it first, then change it")]
    CancelationPending,
    /// Amounts or dates no longer fit.
    #[error("this is larger than Portico can hold")]
    TooLarge,
}

impl From<MoneyError> for ChangeError {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::MixedCurrencies(..) => Self::OtherCurrency,
            MoneyError::UnknownCurrency(_)
            | MoneyError::NotANumber(_)
            | MoneyError::TooPrecise { .. }
            | MoneyError::TooLarge => Self::TooLarge,
        }
    }
}

impl Direction {
    /// Which way it is from one to the other.
    pub fn of(from: &Terms, to: &Terms) -> Result<Self, ChangeError> {
        if from.price.amount.currency() != to.price.amount.currency() {
            return Err(ChangeError::OtherCurrency);
        }
        let amount = |terms: &Terms| terms.price.total(terms.seats).map(Money::minor);
        let dearer = amount(to)?.cmp(&amount(from)?);
        let longer = to.price.interval.months().cmp(&from.price.interval.months());
        Ok(match (longer, dearer) {
            (Ordering::Less, _) | (_, Ordering::Less) => Self::Downgrade,
            (Ordering::Equal, Ordering::Equal) => Self::Switch,
            (Ordering::Greater, _) | (Ordering::Equal, Ordering::Greater) => Self::Upgrade,
        })
    }
}

impl Change {
    /// What it comes to if `subscription` changes to the terms `to` at the instant `at`.
    pub fn of(
        subscription: &Subscription,
        to: Terms,
        at: Timestamp,
        zone: &TimeZone,
    ) -> Result<Self, ChangeError> {
        if subscription.status == SubscriptionStatus::Canceled {
            return Err(ChangeError::AlreadyCanceled);
        }
        if subscription.cancelation.is_some() {
            return Err(ChangeError::CancelationPending);
        }
        if at >= subscription.period.end {
            return Err(ChangeError::RenewalDue);
        }
        let from = subscription.terms();
        if from == to {
            return Err(ChangeError::NothingChanges);
        }
        let direction = Direction::of(&from, &to)?;
        // During a trial nothing was paid and nothing is owed yet.
        let free = direction == Direction::Switch || subscription.status == SubscriptionStatus::Trialing;
        let at = Timestamp::from_second(at.as_second()).unwrap_or(at).max(subscription.period.start);
        let now = Self::immediate(subscription, from, to, (direction, at), zone, free)?;
        // A lower tax rate can make even a dearer plan cheaper; nobody is owed money by an upgrade.
        if (free || direction == Direction::Upgrade) && !now.totals.total.is_negative() {
            now.with_next_invoice(subscription, zone)
        } else {
            now.postponed(subscription).with_next_invoice(subscription, zone)
        }
    }

    fn immediate(
        subscription: &Subscription,
        from: Terms,
        to: Terms,
        (direction, at): (Direction, Timestamp),
        zone: &TimeZone,
        free: bool,
    ) -> Result<Self, ChangeError> {
        let (mut period, mut anchor) = (subscription.period, subscription.anchor);
        let mut lines = Vec::new();
        if !free {
            let left = Period { start: at, end: period.end };
            let unused = part_line(&from, left, period)?;
            if !unused.amount.is_zero() {
                lines.push(unused.reversed()?);
            }
            if to.price.interval == from.price.interval {
                lines.push(part_line(&to, left, period)?);
            } else {
                let today = at.to_zoned(zone.clone()).date();
                anchor = Anchor::of(today);
                let end = anchor.next(today, to.price.interval).to_zoned(zone.clone());
                period = Period { start: at, end: end.map_err(|_| ChangeError::TooLarge)?.timestamp() };
                lines.extend(price_lines(&to, period)?);
            }
        }
        let totals = Totals::of(&lines, to.price.amount.currency())?;
        let (takes_effect, effective_at) = (ChangeAt::Now, at);
        Ok(Self {
            from,
            to,
            direction,
            takes_effect,
            effective_at,
            period,
            anchor,
            lines,
            totals,
            next_invoice: None,
        })
    }

    /// The same change at the end of the paid period, where it costs nothing by itself.
    fn postponed(self, subscription: &Subscription) -> Self {
        let nothing = Money::zero(self.to.price.amount.currency());
        Self {
            takes_effect: ChangeAt::PeriodEnd,
            effective_at: subscription.period.end,
            period: subscription.period,
            anchor: subscription.anchor,
            lines: Vec::new(),
            totals: Totals { subtotal: nothing, discount: nothing, tax: nothing, total: nothing },
            ..self
        }
    }

    fn with_next_invoice(
        mut self,
        subscription: &Subscription,
        zone: &TimeZone,
    ) -> Result<Self, ChangeError> {
        let mut after = subscription.clone();
        self.apply(&mut after, Actor::System, self.effective_at);
        self.next_invoice = next_invoice(&after, zone)?;
        Ok(self)
    }

    /// Whether it cuts the running period short and begins another, as a longer interval does. What was used
    /// until then is charged on an invoice of its own, as at the end of any period.
    pub fn ends_period(&self, subscription: &Subscription) -> bool {
        self.takes_effect == ChangeAt::Now && self.period.start > subscription.period.start
    }

    /// Puts the change into `subscription`: at once, or as one that waits and replaces any other that did.
    pub(crate) fn apply(&self, subscription: &mut Subscription, by: Actor, now: Timestamp) {
        match self.takes_effect {
            ChangeAt::Now => {
                if self.ends_period(subscription) {
                    subscription.earlier_terms.clear();
                } else {
                    subscription.end_stretch(&self.to, now);
                }
                subscription.take(self.to.clone());
                (subscription.period, subscription.anchor) = (self.period, self.anchor);
            }
            ChangeAt::PeriodEnd => {
                subscription.pending_change = Some(PendingChange {
                    terms: self.to.clone(),
                    effective_at: self.effective_at,
                    requested_at: now,
                    requested_by: by,
                });
            }
        }
    }
}
