//! Subscriptions and their transitions.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::billing::{Change, ChangeAt, ChangeError};
use crate::{
    Actor, BilledBy, CustomerId, EarlierTerms, EventBody, Interval, Money, MoneyError, Plan, PlanId, Price,
    SubscriptionId,
};

/// Where a subscription stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SubscriptionStatus {
    /// Runs, not yet paid for.
    Trialing,
    /// Runs.
    Active,
    /// Runs, although money for it did not come.
    PastDue,
    /// Has ended.
    Canceled,
}

impl SubscriptionStatus {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Trialing => "trialing",
            Self::Active => "active",
            Self::PastDue => "past_due",
            Self::Canceled => "canceled",
        }
    }
}

/// A half-open span `[start, end)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Period {
    /// The first instant in it.
    pub start: Timestamp,
    /// The first instant after it.
    pub end: Timestamp,
}

/// The day billing is tied to, kept apart from the dates so that 31 January leads by way of
/// 28 February back to 31 March.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Anchor {
    /// Day of the month, 1 to 31.
    pub day: i8,
    /// Month of the year, 1 to 12; counts for yearly prices.
    pub month: i8,
}

impl Anchor {
    /// The anchor of a subscription that starts on `date`.
    pub fn of(date: Date) -> Self {
        Self { day: date.day(), month: date.month() }
    }

    /// The billing date that follows `date`: the anchor's day, or the last day of a shorter month.
    pub fn next(self, date: Date, interval: Interval) -> Date {
        let first = date.first_of_month().saturating_add(interval.months().months());
        let first = match interval {
            Interval::Month => first,
            Interval::Year => first.with().month(self.month).build().unwrap_or(first),
        };
        let day = self.day.clamp(1, first.days_in_month());
        first.with().day(day).build().unwrap_or(first)
    }

    /// Whether `date` is the anchor's day, or the last day of a shorter month.
    fn falls_on(self, date: Date) -> bool {
        date.day() == self.day.min(date.days_in_month())
    }

    /// The billing date that begins with the instant `start`, and the anchor that explains it: this one where it
    /// does, else that day's own. So the period that follows is always a whole one.
    fn at(self, start: Timestamp, interval: Interval, zone: &TimeZone) -> (Date, Self) {
        let date = start.to_zoned(zone.clone()).date();
        let begins =
            |day: &Date| day.to_zoned(zone.clone()).is_ok_and(|midnight| midnight.timestamp() == start);
        // A day that the zone skipped begins where the next one does.
        let skipped = date.yesterday().ok().filter(begins);
        let mut billing_days = [Some(date), skipped].into_iter().flatten();
        match billing_days.find(|day| self.falls_on(*day)) {
            // A year that follows a month is counted from this month, not from that of the first day.
            Some(day) if interval == Interval::Year => (day, Self { month: day.month(), ..self }),
            Some(day) => (day, self),
            None => (date, Self::of(date)),
        }
    }

    /// The billing date before `date`, which is one itself.
    pub fn previous(self, date: Date, interval: Interval) -> Date {
        let first = date.first_of_month().saturating_sub(interval.months().months());
        let day = self.day.clamp(1, first.days_in_month());
        first.with().day(day).build().unwrap_or(first)
    }
}

/// When a cancellation is to take effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CancelAt {
    /// When the paid period ends; benefits stay until then.
    PeriodEnd,
    /// At once.
    Now,
}

/// A cancellation, scheduled or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cancelation {
    /// When it takes, or took, effect.
    pub effective_at: Timestamp,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// Who asked.
    pub requested_by: Actor,
    /// The reason the customer picked, if any.
    pub reason: Option<String>,
    /// What they added in their own words, if anything.
    #[serde(default)]
    pub comment: Option<String>,
}

/// What was agreed beyond the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contract {
    /// First day.
    pub start: Date,
    /// Last day; none for an open end.
    pub end: Option<Date>,
    /// The terms in words, as customers read them.
    pub terms: String,
}

/// What is subscribed to, and for how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Terms {
    /// The plan.
    pub plan_id: PlanId,
    /// The plan's name when this was agreed.
    pub plan_name: String,
    /// The price when this was agreed.
    pub price: Price,
    /// How many seats, at least 1.
    pub seats: u32,
}

/// A change that waits for its moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PendingChange {
    /// What it will lead to.
    pub terms: Terms,
    /// When: at the end of a period.
    pub effective_at: Timestamp,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// Who asked.
    pub requested_by: Actor,
}

fn is_none_at_all(count: &u32) -> bool {
    *count == 0
}

/// A customer's subscription to a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Subscription {
    /// Portico's id.
    pub id: SubscriptionId,
    /// The merchant's own id; unique per merchant where present.
    pub external_id: Option<String>,
    /// Who subscribes.
    pub customer_id: CustomerId,
    /// To what.
    pub plan_id: PlanId,
    /// The plan's name when this was agreed.
    pub plan_name: String,
    /// The price when this was agreed.
    pub price: Price,
    /// How many seats, at least 1.
    pub seats: u32,
    /// How many of them the merchant's app has given to people; 0 where it does not say. Customers cannot go
    /// below it.
    #[serde(default, skip_serializing_if = "is_none_at_all")]
    pub assigned_seats: u32,
    /// Where it stands.
    pub status: SubscriptionStatus,
    /// Who bills it; Portico where it does not say.
    #[serde(default, skip_serializing_if = "BilledBy::is_portico")]
    pub billed_by: BilledBy,
    /// The day billing is tied to.
    pub anchor: Anchor,
    /// The period paid for now.
    pub period: Period,
    /// When the trial ends, while there is one.
    pub trial_end: Option<Timestamp>,
    /// Terms under which use was priced otherwise earlier in this period, in order; it is charged with the
    /// period, at these terms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_terms: Vec<EarlierTerms>,
    /// A change of plan or seats that takes effect when the period ends.
    #[serde(default)]
    pub pending_change: Option<PendingChange>,
    /// A cancellation, scheduled or done.
    pub cancelation: Option<Cancelation>,
    /// What was agreed beyond the plan.
    pub contract: Option<Contract>,
    /// When it began.
    pub created_at: Timestamp,
    /// Counts the changes, from 1; the `ETag` of the API.
    pub version: i64,
}

/// Why a cancellation, or its undoing, was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CancelError {
    /// It has ended.
    #[error("this subscription has already ended")]
    AlreadyCanceled,
    /// It will end at the period's end, as asked.
    #[error("this subscription is already set to end; undo that first to change it")]
    AlreadyScheduled,
    /// There is no cancellation to undo.
    #[error("this subscription is not set to end, so there is nothing to undo")]
    NotScheduled,
    /// Only who scheduled it may undo it.
    #[error("the end of this subscription was set by the merchant; please contact support")]
    ScheduledByMerchant,
}

/// Transitions count the version up, so that the event and the row they lead to state the same.
impl Subscription {
    /// What a period costs under the terms of today, before tax.
    pub fn amount(&self) -> Result<Money, MoneyError> {
        self.price.total(self.seats)
    }

    /// What is subscribed to now.
    pub fn terms(&self) -> Terms {
        Terms {
            plan_id: self.plan_id.clone(),
            plan_name: self.plan_name.clone(),
            price: self.price.clone(),
            seats: self.seats,
        }
    }

    /// What would be subscribed to on `plan`: at its price of today, or at the price agreed on the plan one
    /// has. Seats count only where the price counts them.
    pub fn terms_on(&self, plan: &Plan, seats: u32) -> Terms {
        let (plan_name, price, uncounted) = match plan.id == self.plan_id {
            true => (&self.plan_name, &self.price, self.seats),
            false => (&plan.name, &plan.price, 1),
        };
        Terms {
            plan_id: plan.id.clone(),
            plan_name: plan_name.clone(),
            price: price.clone(),
            seats: if price.per_seat { seats } else { uncounted },
        }
    }

    /// What will be subscribed to at `moment`, if nobody changes their mind.
    pub fn terms_at(&self, moment: Timestamp) -> Terms {
        match &self.pending_change {
            Some(pending) if pending.effective_at <= moment => pending.terms.clone(),
            Some(_) | None => self.terms(),
        }
    }

    /// Subscribes to `terms` from now on; whatever waited is replaced.
    pub fn take(&mut self, terms: Terms) {
        let Terms { plan_id, plan_name, price, seats } = terms;
        (self.plan_id, self.plan_name, self.price, self.seats) = (plan_id, plan_name, price, seats);
        self.pending_change = None;
    }

    /// The most seats that can be given to people: those there are, or the fewer that a change which waits
    /// leaves; any number where the price does not count them.
    pub fn assignable_seats(&self) -> u32 {
        let counted = |price: &Price, seats: u32| if price.per_seat { seats } else { u32::MAX };
        let later = self.pending_change.as_ref().map(|change| &change.terms);
        let later = later.map_or(u32::MAX, |terms| counted(&terms.price, terms.seats));
        counted(&self.price, self.seats).min(later)
    }

    /// Notes how many seats are given to people; `None` where there are not so many to give, so that no change
    /// that waits takes a seat away from somebody.
    pub fn assign_seats(mut self, assigned: u32) -> Option<(Self, EventBody)> {
        (assigned <= self.assignable_seats()).then(|| {
            self.assigned_seats = assigned;
            self.version += 1;
            (self.clone(), EventBody::SubscriptionSeatsAssigned { subscription: self })
        })
    }

    /// When the next invoice is due to be written; none once an end is set, or where another system writes it.
    pub fn next_invoice_at(&self) -> Option<Timestamp> {
        self.next_period_at().filter(|_| self.billed_by.is_portico())
    }

    /// When its next period begins; none once an end is set.
    pub fn next_period_at(&self) -> Option<Timestamp> {
        let runs = self.status != SubscriptionStatus::Canceled && self.cancelation.is_none();
        runs.then(|| self.paid_until())
    }

    /// When what is paid for, or is free as a trial, is over.
    pub fn paid_until(&self) -> Timestamp {
        match (self.status, self.trial_end) {
            (SubscriptionStatus::Trialing, Some(end)) => end,
            _ => self.period.end,
        }
    }

    /// When something happens to it by itself: its end, or its renewal.
    pub fn due_at(&self) -> Option<Timestamp> {
        let end = self.cancelation.as_ref().filter(|_| self.is_ending());
        end.map(|cancelation| cancelation.effective_at).or(self.next_period_at())
    }

    /// Notes that money for it did not come; `None` unless it ran without fault until now.
    pub fn fall_behind(mut self) -> Option<(Self, EventBody)> {
        let runs = matches!(self.status, SubscriptionStatus::Active | SubscriptionStatus::Trialing);
        runs.then(|| {
            self.status = SubscriptionStatus::PastDue;
            self.version += 1;
            (self.clone(), EventBody::SubscriptionPastDue { subscription: self })
        })
    }

    /// Notes that all that was due is paid; `None` unless it was past due.
    pub fn recover(mut self) -> Option<(Self, EventBody)> {
        (self.status == SubscriptionStatus::PastDue).then(|| {
            self.status = SubscriptionStatus::Active;
            self.version += 1;
            (self.clone(), EventBody::SubscriptionRecovered { subscription: self })
        })
    }

    /// True while a cancellation waits for its moment.
    pub fn is_ending(&self) -> bool {
        self.status != SubscriptionStatus::Canceled && self.cancelation.is_some()
    }

    /// Ends the subscription at once, or schedules its end for the end of the paid period; a change that
    /// waited for that is dropped.
    pub fn cancel(
        self,
        when: CancelAt,
        by: Actor,
        reason: Option<String>,
        now: Timestamp,
    ) -> Result<(Self, EventBody), CancelError> {
        self.cancel_saying(when, by, (reason, None), now)
    }

    /// The same with a reason and a comment.
    pub fn cancel_saying(
        mut self,
        when: CancelAt,
        by: Actor,
        (reason, comment): (Option<String>, Option<String>),
        now: Timestamp,
    ) -> Result<(Self, EventBody), CancelError> {
        if self.status == SubscriptionStatus::Canceled {
            return Err(CancelError::AlreadyCanceled);
        }
        if self.cancelation.is_some() && when == CancelAt::PeriodEnd {
            return Err(CancelError::AlreadyScheduled);
        }
        // A period that is over (its renewal is due any moment) leaves nothing to wait for.
        let effective_at = match when {
            CancelAt::PeriodEnd => self.paid_until().max(now),
            CancelAt::Now => now,
        };
        self.pending_change = None;
        self.cancelation =
            Some(Cancelation { effective_at, requested_at: now, requested_by: by, reason, comment });
        Ok(match when {
            CancelAt::PeriodEnd => {
                self.version += 1;
                (self.clone(), EventBody::SubscriptionCancelationScheduled { subscription: self })
            }
            CancelAt::Now => self.end(),
        })
    }

    /// The same as a customer declared it earlier, at `asked_at`: that day stays on record.
    pub fn cancel_as_asked(
        self,
        when: CancelAt,
        by: Actor,
        asked_at: Timestamp,
        now: Timestamp,
    ) -> Result<(Self, EventBody), CancelError> {
        let (mut subscription, fact) = self.cancel(when, by, None, now)?;
        if let Some(cancelation) = &mut subscription.cancelation {
            cancelation.requested_at = asked_at;
        }
        let noted = subscription.clone();
        Ok((
            subscription,
            match fact {
                EventBody::SubscriptionCanceled { .. } => {
                    EventBody::SubscriptionCanceled { subscription: noted }
                }
                _ => EventBody::SubscriptionCancelationScheduled { subscription: noted },
            },
        ))
    }

    /// Takes back a scheduled cancellation. A customer cannot take back the merchant's.
    pub fn undo_cancel(mut self, by: &Actor) -> Result<(Self, EventBody), CancelError> {
        if self.status == SubscriptionStatus::Canceled {
            return Err(CancelError::AlreadyCanceled);
        }
        let scheduled = self.cancelation.take().ok_or(CancelError::NotScheduled)?;
        if *by == Actor::Customer && scheduled.requested_by != Actor::Customer {
            return Err(CancelError::ScheduledByMerchant);
        }
        self.version += 1;
        Ok((self.clone(), EventBody::SubscriptionCancelationRevoked { subscription: self }))
    }

    /// Carries out a change as it was computed, or writes it down for the period's end.
    pub fn change(
        mut self,
        change: &Change,
        by: Actor,
        now: Timestamp,
    ) -> Result<(Self, EventBody), ChangeError> {
        if self.status == SubscriptionStatus::Canceled {
            return Err(ChangeError::AlreadyCanceled);
        }
        if self.cancelation.is_some() {
            return Err(ChangeError::CancelationPending);
        }
        change.apply(&mut self, by, now);
        self.version += 1;
        let subscription = self.clone();
        Ok((
            self,
            match change.takes_effect {
                ChangeAt::Now => EventBody::SubscriptionActivated { subscription },
                ChangeAt::PeriodEnd => EventBody::SubscriptionChangeScheduled { subscription },
            },
        ))
    }

    /// Takes back a change that waits; `None` if none does.
    pub fn undo_change(mut self) -> Option<(Self, EventBody)> {
        self.pending_change.take()?;
        self.version += 1;
        Some((self.clone(), EventBody::SubscriptionChangeRevoked { subscription: self }))
    }

    /// Carries out a scheduled cancellation whose moment has come; `None` if it has not.
    pub fn end_if_due(self, now: Timestamp) -> Option<(Self, EventBody)> {
        let due = self.cancelation.as_ref().is_some_and(|c| c.effective_at <= now);
        (due && self.is_ending()).then(|| self.end())
    }

    fn end(mut self) -> (Self, EventBody) {
        self.status = SubscriptionStatus::Canceled;
        self.version += 1;
        (self.clone(), EventBody::SubscriptionCanceled { subscription: self })
    }

    /// The subscription as it is once its period is over: in the next one, under the terms that waited for it; a
    /// trial is over with its period. Whether the new period is paid for the renewal decides; the version is not
    /// counted.
    ///
    /// None where the next period leaves the calendar.
    pub fn into_next_period(mut self, zone: &TimeZone) -> Option<Self> {
        let start = self.paid_until();
        if start != self.period.end {
            // A trial that ends within the period it was set up with: billing is tied to its last day.
            self.anchor = Anchor::of(start.to_zoned(zone.clone()).date());
        }
        if self.status == SubscriptionStatus::Trialing {
            (self.status, self.trial_end) = (SubscriptionStatus::Active, None);
        }
        if let Some(due) = self.pending_change.take_if(|pending| pending.effective_at <= start) {
            self.take(due.terms);
        }
        let (first, anchor) = self.anchor.at(start, self.price.interval, zone);
        let end = anchor.next(first, self.price.interval).to_zoned(zone.clone()).ok()?.timestamp();
        (self.period, self.anchor) = (Period { start, end }, anchor);
        self.earlier_terms.clear();
        Some(self)
    }

    /// Whether the running period is a whole one: from one day its billing is tied to until the next. A trial is as
    /// long as was agreed, what has ended is not billed again, and another system bills as it likes.
    pub fn runs_whole_periods(&self, zone: &TimeZone) -> bool {
        let interval = self.price.interval;
        let (first, anchor) = self.anchor.at(self.period.start, interval, zone);
        let end = anchor.next(first, interval).to_zoned(zone.clone());
        let whole = anchor == self.anchor
            && end.is_ok_and(|end| end.date() == self.period.end.to_zoned(zone.clone()).date());
        let unbilled = matches!(self.status, SubscriptionStatus::Trialing | SubscriptionStatus::Canceled);
        whole || unbilled || !self.billed_by.is_portico()
    }

    /// The period that starts on `date` in the merchant's zone.
    pub fn period_from(date: Date, anchor: Anchor, interval: Interval, zone: &TimeZone) -> Option<Period> {
        let midnight = |day: Date| Some(day.to_zoned(zone.clone()).ok()?.timestamp());
        Some(Period { start: midnight(date)?, end: midnight(anchor.next(date, interval))? })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_anchor_survives_short_months() {
        let anchor = Anchor::of(date(2026, 1, 31));
        let february = anchor.next(date(2026, 1, 31), Interval::Month);
        assert_eq!(february, date(2026, 2, 28));
        assert_eq!(anchor.next(february, Interval::Month), date(2026, 3, 31));
        assert_eq!(anchor.next(date(2026, 12, 31), Interval::Month), date(2027, 1, 31));
    }

    #[test]
    fn a_leap_day_returns_in_leap_years() {
        let anchor = Anchor::of(date(2024, 2, 29));
        let years: Vec<Date> =
            std::iter::successors(Some(date(2024, 2, 29)), |d| Some(anchor.next(*d, Interval::Year)))
                .take(5)
                .collect();
        assert_eq!(years[1..], [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]);
    }
}
