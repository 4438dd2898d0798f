//! "May this customer do this?", answered once: the portal obeys it, the API enforces it, and the
//! console prints its reasons.

mod acts;
mod changes;
mod payments;

pub use acts::{AccountAct, InvoiceAct, MethodAct, SubscriptionAct};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::{
    Actor, BillingField, CancelAt, CancelationMode, Configuration, Feature, SessionSettings, Subscription,
    SubscriptionStatus,
};

/// Why a customer may not do something. Each is something a person can act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reason", content = "feature")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Reason {
    /// A switch of *Settings → Customer Portal* is off.
    SwitchedOff(Feature),
    /// *Allow Cancellation* is off.
    CancelationNotAllowed,
    /// The merchant's settings do not offer this moment.
    MomentNotOffered,
    /// The plan does not permit it.
    PlanDoesNotAllow,
    /// This session was opened with less.
    NarrowedForSession,
    /// The subscription has ended.
    AlreadyCanceled,
    /// The subscription is set to end already.
    CancelationPending,
    /// There is no scheduled end to undo.
    NotScheduled,
    /// The merchant set the end.
    ScheduledByMerchant,
    /// *Allow Upgrades* is off.
    UpgradesNotAllowed,
    /// *Allow Downgrades* is off.
    DowngradesNotAllowed,
    /// The plan is not among those customers can switch to.
    PlanNotSwitchable,
    /// *Allow Seat Changes* is off.
    SeatChangesNotAllowed,
    /// Its price does not count seats.
    PlanWithoutSeats,
    /// An invoice is not paid; it comes before an upgrade.
    PastDue,
    /// The plan begins with more seats.
    BelowMinimumSeats,
    /// The plan ends with fewer seats.
    AboveMaximumSeats,
    /// More seats than that are given to people.
    BelowAssignedSeats,
    /// A contract runs beyond the day it would take effect.
    ContractRuns,
    /// Another system of the merchant's bills it.
    BilledElsewhere,
    /// No change waits that could be taken back.
    NoChangePending,
    /// The merchant set the change that waits.
    ChangeSetByMerchant,
    /// *Allow Bank Accounts* is off.
    BankAccountsNotAllowed,
    /// A running subscription needs a way to pay, and this is the only one.
    LastPaymentMethod,
    /// Invoices are charged to it while there are others; another must be made the default first.
    DefaultPaymentMethod,
    /// It is the default already.
    AlreadyDefault,
    /// There is nothing to charge.
    NoPaymentMethod,
    /// It is settled, withdrawn or not yet issued.
    NothingDue,
    /// *Billing details* leaves this field to the merchant.
    DetailNotEditable,
    /// *Cancel Without a Link* is off.
    CancelationNeedsLink,
}

impl Reason {
    /// Whether it is how the merchant set things up, of which a customer need not hear more than that it is so.
    pub fn is_setting(self) -> bool {
        matches!(
            self,
            Self::SwitchedOff(_)
                | Self::CancelationNotAllowed
                | Self::MomentNotOffered
                | Self::PlanDoesNotAllow
                | Self::NarrowedForSession
                | Self::UpgradesNotAllowed
                | Self::DowngradesNotAllowed
                | Self::PlanNotSwitchable
                | Self::SeatChangesNotAllowed
                | Self::DetailNotEditable
                | Self::BilledElsewhere
                | Self::BankAccountsNotAllowed
        )
    }

    /// A sentence for billing staff: what is so, and what to do about it.
    pub fn for_staff(self) -> String {
        match self {
            Self::SwitchedOff(feature) => {
                format!("“{}” is off. Turn it on in Settings → Customer Portal.", feature.title())
            }
            Self::CancelationNotAllowed => {
                "“Allow Cancellation” is off. Turn it on in Settings → Customer Portal.".into()
            }
            Self::MomentNotOffered => {
                "The settings offer cancelling at another moment. Change it in Settings → Customer Portal."
                    .into()
            }
            Self::PlanDoesNotAllow => "The plan does not let customers do this on their own.".into(),
            Self::NarrowedForSession => {
                "The link was made with fewer rights. Create a new link without those limits.".into()
            }
            Self::AlreadyCanceled => "The subscription has already ended.".into(),
            Self::CancelationPending => "The subscription is already set to end.".into(),
            Self::NotScheduled => "The subscription is not set to end.".into(),
            Self::ScheduledByMerchant => {
                "The end was set by the merchant, so only the merchant can undo it.".into()
            }
            Self::UpgradesNotAllowed => {
                "“Allow Upgrades” is off. Turn it on in Settings → Customer Portal.".into()
            }
            Self::DowngradesNotAllowed => {
                "“Allow Downgrades” is off. Turn it on in Settings → Customer Portal.".into()
            }
            Self::PlanNotSwitchable => {
                "The plan is not among those customers can switch to. Add it in Settings → Customer Portal."
                    .into()
            }
            Self::SeatChangesNotAllowed => {
                "“Allow Seat Changes” is off. Turn it on in Settings → Customer Portal.".into()
            }
            Self::PlanWithoutSeats => "The plan has one price, whatever the number of seats.".into(),
            Self::PastDue => "An invoice is not paid. Upgrades are possible once it is.".into(),
            Self::BelowMinimumSeats => "The plan begins with more seats.".into(),
            Self::AboveMaximumSeats => "The plan has fewer seats at most.".into(),
            Self::BelowAssignedSeats => {
                "More seats are given to people in your app. Take some back there first.".into()
            }
            Self::ContractRuns => "The contract keeps what was agreed until its last day.".into(),
            Self::BilledElsewhere => {
                "Another system bills this subscription, so plan and seats change there.".into()
            }
            Self::NoChangePending => "No change is waiting.".into(),
            Self::ChangeSetByMerchant => {
                "The change was set by the merchant, so only the merchant can undo it.".into()
            }
            Self::BankAccountsNotAllowed => {
                "“Allow Bank Accounts” is off. Turn it on in Settings → Customer Portal.".into()
            }
            Self::LastPaymentMethod => {
                "It is the only payment method of a running subscription. It can be replaced, not removed."
                    .into()
            }
            Self::DefaultPaymentMethod => {
                "It is the default payment method. Another must be made the default first.".into()
            }
            Self::AlreadyDefault => "It is the default payment method already.".into(),
            Self::NoPaymentMethod => "There is no payment method that can be charged on file.".into(),
            Self::NothingDue => "Nothing is due on it.".into(),
            Self::DetailNotEditable => {
                "Customers may not correct this themselves. Allow it in Settings → Customer Portal.".into()
            }
            Self::CancelationNeedsLink => {
                "“Cancel Without a Link” is off. Turn it on in Settings → Customer Portal.".into()
            }
        }
    }
}

/// Yes, or every reason against it; never an empty list.
pub type Verdict = Result<(), Vec<Reason>>;

/// What the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Policy<'a> {
    /// The merchant's settings.
    pub configuration: &'a Configuration,
    /// The session's limits.
    pub session: SessionSettings,
    /// The merchant's day.
    pub today: Date,
    /// The merchant's zone.
    pub zone: &'a TimeZone,
}

impl Policy<'_> {
    fn switch(&self, feature: Feature) -> Option<Reason> {
        (!self.configuration.features.get(feature)).then_some(Reason::SwitchedOff(feature))
    }

    /// May they see a page that hangs on one switch alone?
    pub fn view(&self, feature: Feature) -> Verdict {
        let shown = match feature {
            Feature::ViewInvoices | Feature::DownloadPdfs => self.session.show_invoices,
            Feature::ViewSubscription | Feature::SelfServeChanges => self.session.show_subscription,
            Feature::CancelSubscription => self.session.show_subscription && self.session.allow_cancelation,
            Feature::UpdatePayment => self.session.show_billing_details,
            Feature::ViewUsage => true,
        };
        // A PDF is an invoice, and an end is part of a subscription: hide the page, hide the act.
        let page = match feature {
            Feature::DownloadPdfs => self.switch(Feature::ViewInvoices),
            Feature::SelfServeChanges | Feature::CancelSubscription => self.switch(Feature::ViewSubscription),
            _ => None,
        };
        verdict([self.switch(feature), page, (!shown).then_some(Reason::NarrowedForSession)])
    }

    /// May they see the details invoices are made out to?
    pub fn view_billing_details(&self) -> Verdict {
        verdict([(!self.session.show_billing_details).then_some(Reason::NarrowedForSession)])
    }

    /// May they correct this part of their billing details?
    pub fn edit(&self, field: BillingField) -> Verdict {
        let reasons = self.view_billing_details().err().unwrap_or_default();
        let kept = !self.configuration.billing_details.get(field);
        verdict(reasons.into_iter().map(Some).chain([kept.then_some(Reason::DetailNotEditable)]))
    }

    /// May they end this subscription at this moment?
    pub fn cancel(&self, subscription: &Subscription, plan_allows: bool, when: CancelAt) -> Verdict {
        let options = &self.configuration.self_serve;
        let offered = match options.cancelation_mode {
            CancelationMode::AtPeriodEnd => when == CancelAt::PeriodEnd,
            CancelationMode::Immediately => when == CancelAt::Now,
            CancelationMode::CustomerChooses => true,
        };
        let state = match subscription.status {
            SubscriptionStatus::Canceled => Some(Reason::AlreadyCanceled),
            _ if subscription.is_ending() => Some(Reason::CancelationPending),
            _ => None,
        };
        let last_day = match when {
            CancelAt::Now => self.today,
            CancelAt::PeriodEnd => self.day_of(subscription.paid_until()).max(self.today),
        };
        let reasons = self.view(Feature::CancelSubscription).err().unwrap_or_default();
        verdict(reasons.into_iter().map(Some).chain([
            (!options.allow_cancelation).then_some(Reason::CancelationNotAllowed),
            (!offered).then_some(Reason::MomentNotOffered),
            (!plan_allows).then_some(Reason::PlanDoesNotAllow),
            bound(subscription, last_day).then_some(Reason::ContractRuns),
            state,
        ]))
    }

    fn day_of(&self, moment: Timestamp) -> Date {
        moment.to_zoned(self.zone.clone()).date()
    }

    /// May they declare, without a session, that a subscription is to end? What can end is another question.
    pub fn declare_cancelation(&self) -> Verdict {
        verdict([(!self.configuration.public_cancelation).then_some(Reason::CancelationNeedsLink)])
    }

    /// May they take back a scheduled end? Staying is offered even where leaving no longer is.
    pub fn undo_cancel(&self, subscription: &Subscription) -> Verdict {
        let state = match &subscription.cancelation {
            _ if subscription.status == SubscriptionStatus::Canceled => Some(Reason::AlreadyCanceled),
            None => Some(Reason::NotScheduled),
            Some(end) if end.requested_by != Actor::Customer => Some(Reason::ScheduledByMerchant),
            Some(_) => None,
        };
        let reasons = self.view(Feature::ViewSubscription).err().unwrap_or_default();
        verdict(reasons.into_iter().map(Some).chain([state]))
    }
}

/// Whether a contract keeps what was agreed on that day.
fn bound(subscription: &Subscription, day: Date) -> bool {
    let last_day = subscription.contract.as_ref().and_then(|contract| contract.end);
    last_day.is_some_and(|last_day| day <= last_day)
}

fn verdict(reasons: impl IntoIterator<Item = Option<Reason>>) -> Verdict {
    let reasons: Vec<Reason> = reasons.into_iter().flatten().collect();
    if reasons.is_empty() { Ok(()) } else { Err(reasons) }
}
