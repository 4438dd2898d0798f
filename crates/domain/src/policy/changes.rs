//! May a customer change their plan or their seats?

use jiff::Timestamp;

use super::{Policy, Reason, Verdict, bound, verdict};
use crate::billing::{Change, ChangeError, Direction};
use crate::{Actor, Feature, Plan, SeatRange, Subscription, SubscriptionStatus};

impl Policy<'_> {
    /// May they change this subscription in this direction, whatever they pick? `plan` is the one they
    /// have; without it nobody knows what it permits.
    pub fn change(&self, subscription: &Subscription, plan: Option<&Plan>, direction: Direction) -> Verdict {
        let options = &self.configuration.self_serve;
        let state = match subscription.status {
            SubscriptionStatus::Canceled => Some(Reason::AlreadyCanceled),
            _ if subscription.is_ending() => Some(Reason::CancelationPending),
            SubscriptionStatus::PastDue if direction == Direction::Upgrade => Some(Reason::PastDue),
            SubscriptionStatus::Trialing | SubscriptionStatus::Active | SubscriptionStatus::PastDue => None,
        };
        let offered = match direction {
            Direction::Upgrade => (!options.allow_upgrades).then_some(Reason::UpgradesNotAllowed),
            Direction::Downgrade => (!options.allow_downgrades).then_some(Reason::DowngradesNotAllowed),
            Direction::Switch => {
                (!options.allow_upgrades && !options.allow_downgrades).then_some(Reason::UpgradesNotAllowed)
            }
        };
        let permitted = plan.is_some_and(|plan| plan.self_serve_changes);
        let reasons = self.view(Feature::SelfServeChanges).err().unwrap_or_default();
        verdict(reasons.into_iter().map(Some).chain([
            offered,
            (!permitted).then_some(Reason::PlanDoesNotAllow),
            // Whoever writes the invoices has to know what is subscribed to.
            (!subscription.billed_by.is_portico()).then_some(Reason::BilledElsewhere),
            state,
        ]))
    }

    /// May they change this subscription at all? Where they may not, every reason against going either way.
    pub fn change_any(&self, subscription: &Subscription, plan: Option<&Plan>) -> Verdict {
        let up = self.change(subscription, plan, Direction::Upgrade);
        let down = self.change(subscription, plan, Direction::Downgrade);
        match (up, down) {
            (Err(mut reasons), Err(others)) => {
                for other in others {
                    if !reasons.contains(&other) {
                        reasons.push(other);
                    }
                }
                Err(reasons)
            }
            (Ok(()), _) | (_, Ok(())) => Ok(()),
        }
    }

    /// How many seats of a plan they may choose: what the plan and the merchant's settings both allow, and
    /// none that is given to somebody less. May leave nothing.
    pub fn seats(&self, subscription: &Subscription, plan: &Plan) -> SeatRange {
        let assigned = SeatRange { min: subscription.assigned_seats.max(1), max: None };
        plan.seats.and(self.configuration.self_serve.seats).and(assigned)
    }

    /// May they have more or fewer seats of the plan they have, whatever number they pick?
    pub fn change_seats(&self, subscription: &Subscription, plan: Option<&Plan>) -> Verdict {
        let off = !self.configuration.self_serve.allow_seat_changes;
        let reasons = self.change_any(subscription, plan).err().unwrap_or_default();
        verdict(reasons.into_iter().map(Some).chain([
            off.then_some(Reason::SeatChangesNotAllowed),
            (!subscription.price.per_seat).then_some(Reason::PlanWithoutSeats),
        ]))
    }

    /// May they make this change, which leads to the plan `target`? The page that shows a price asks, and
    /// whatever carries the change out asks again.
    pub fn change_to(
        &self,
        subscription: &Subscription,
        plan: Option<&Plan>,
        target: &Plan,
        change: &Change,
    ) -> Verdict {
        let moves = target.id != subscription.plan_id;
        let listed = self.configuration.self_serve.switchable_plans.contains(&target.id);
        let (range, per_seat) = (self.seats(subscription, target), change.to.price.per_seat);
        let seats = match (per_seat, change.to.seats) {
            (true, seats) if seats < subscription.assigned_seats => Some(Reason::BelowAssignedSeats),
            (true, seats) if seats < range.min => Some(Reason::BelowMinimumSeats),
            (true, seats) if !range.contains(seats) => Some(Reason::AboveMaximumSeats),
            (true | false, _) => None,
        };
        // A plan that begins with more seats, or ends with fewer, changes them by itself.
        let counted = per_seat && subscription.price.per_seat;
        let chosen = counted && change.to.seats != range.nearest(subscription.seats);
        // A contract keeps what was agreed; more is always welcome.
        let bound = bound(subscription, self.day_of(change.effective_at));
        let reasons = self.change(subscription, plan, change.direction).err().unwrap_or_default();
        verdict(
            reasons.into_iter().map(Some).chain([
                (moves && !listed).then_some(Reason::PlanNotSwitchable),
                (chosen && !self.configuration.self_serve.allow_seat_changes)
                    .then_some(Reason::SeatChangesNotAllowed),
                seats,
                (bound && change.direction == Direction::Downgrade).then_some(Reason::ContractRuns),
            ]),
        )
    }

    /// May they switch to the plan `target` now, with as many seats as they have or the nearest number it allows?
    /// What cannot be computed now is refused when it is asked for, with its own words.
    pub fn switch_to(
        &self,
        subscription: &Subscription,
        plan: Option<&Plan>,
        target: &Plan,
        now: Timestamp,
    ) -> Verdict {
        let seats = self.seats(subscription, target).nearest(subscription.seats);
        match Change::of(subscription, subscription.terms_on(target, seats), now, self.zone) {
            Ok(change) => self.change_to(subscription, plan, target, &change),
            Err(ChangeError::OtherCurrency) => Err(vec![Reason::PlanNotSwitchable]),
            Err(_) => Ok(()),
        }
    }

    /// May they take back a change that waits? Staying is offered even where leaving no longer is.
    pub fn undo_change(&self, subscription: &Subscription) -> Verdict {
        let state = match &subscription.pending_change {
            _ if subscription.status == SubscriptionStatus::Canceled => Some(Reason::AlreadyCanceled),
            None => Some(Reason::NoChangePending),
            Some(pending) if pending.requested_by != Actor::Customer => Some(Reason::ChangeSetByMerchant),
            Some(_) => None,
        };
        let reasons = self.view(Feature::ViewSubscription).err().unwrap_or_default();
        verdict(reasons.into_iter().map(Some).chain([state]))
    }
}
