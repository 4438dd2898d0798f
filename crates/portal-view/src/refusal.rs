//! Why something cannot be done, and why money did not come, as customers read it.
//!
//! In: what the policy or the provider found. Out: a sentence that says what to do, where something helps.
//! Not here: finding it; the sentences for staff, which stand beside the reasons in `domain`.

use domain::Decline;
use domain::policy::Reason;
use words::{Words, say};

/// Why a customer may not, in a sentence; they cannot turn switches.
pub(crate) fn reason(words: Words, reason: Reason) -> String {
    let key = match reason {
        Reason::SwitchedOff(_)
        | Reason::CancelationNotAllowed
        | Reason::MomentNotOffered
        | Reason::PlanDoesNotAllow
        | Reason::NarrowedForSession
        | Reason::UpgradesNotAllowed
        | Reason::DowngradesNotAllowed
        | Reason::PlanNotSwitchable
        | Reason::SeatChangesNotAllowed
        | Reason::DetailNotEditable
        | Reason::BilledElsewhere
        | Reason::CancelationNeedsLink
        | Reason::BankAccountsNotAllowed => "refusal-offline",
        Reason::AlreadyCanceled => "refusal-already-canceled",
        Reason::CancelationPending => "refusal-cancelation-pending",
        Reason::NotScheduled => "refusal-not-scheduled",
        Reason::ScheduledByMerchant => "refusal-end-set-by-merchant",
        Reason::PlanWithoutSeats => "refusal-without-seats",
        Reason::PastDue => "refusal-past-due",
        Reason::BelowMinimumSeats => "refusal-too-few-seats",
        Reason::AboveMaximumSeats => "refusal-too-many-seats",
        Reason::BelowAssignedSeats => "refusal-assigned-seats",
        Reason::ContractRuns => "refusal-contract",
        Reason::NoChangePending => "refusal-no-change",
        Reason::ChangeSetByMerchant => "refusal-change-set-by-merchant",
        Reason::LastPaymentMethod => "refusal-last-method",
        Reason::DefaultPaymentMethod => "refusal-default-method",
        Reason::AlreadyDefault => "refusal-already-default",
        Reason::NoPaymentMethod => "refusal-no-method",
        Reason::NothingDue => "refusal-nothing-due",
    };
    say!(words, key)
}

/// What happened to a payment and what to do.
pub(crate) fn decline(words: Words, decline: Decline) -> String {
    let key = match decline {
        Decline::Declined => "decline-declined",
        Decline::InsufficientFunds => "decline-funds",
        Decline::Expired => "decline-expired",
        Decline::NotConfirmed => "decline-not-confirmed",
    };
    say!(words, key)
}
