//! What was just done, told once at the top of the page one lands on.
//!
//! In: a word in the address (`?notice=…`), so that nothing is kept for it. Out: a sentence.
//! Not here: anything secret, since everyone can write that word into the address.

use maud::{Markup, Render, html};

use crate::icon::Icon;

/// What was just done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The subscription will end with the paid period.
    CancelationScheduled,
    /// The subscription goes on after all.
    CancelationUndone,
    /// The subscription has ended.
    SubscriptionEnded,
    /// A change that waited is called off.
    ChangeUndone,
    /// A payment method was put on file.
    MethodAdded,
    /// A payment method was brought up to date.
    MethodUpdated,
    /// Invoices are charged to another payment method from now on.
    DefaultChanged,
    /// A payment method was taken off file.
    MethodRemoved,
}

impl Notice {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::CancelationScheduled,
        Self::CancelationUndone,
        Self::SubscriptionEnded,
        Self::ChangeUndone,
        Self::MethodAdded,
        Self::MethodUpdated,
        Self::DefaultChanged,
        Self::MethodRemoved,
    ];

    /// As in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CancelationScheduled => "cancelation_scheduled",
            Self::CancelationUndone => "cancelation_undone",
            Self::SubscriptionEnded => "subscription_ended",
            Self::ChangeUndone => "change_undone",
            Self::MethodAdded => "method_added",
            Self::MethodUpdated => "method_updated",
            Self::DefaultChanged => "default_changed",
            Self::MethodRemoved => "method_removed",
        }
    }

    /// The notice an address asks for; unknown words ask for none.
    pub fn from_query(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.as_str() == text)
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::CancelationScheduled => (
                "Your cancellation is booked.",
                "We have mailed you a confirmation. You can change your mind until the end date.",
            ),
            Self::CancelationUndone => {
                ("Your subscription goes on.", "Nothing changes, and nothing was charged.")
            }
            Self::SubscriptionEnded => ("Your subscription has ended.", "We have mailed you a confirmation."),
            Self::ChangeUndone => {
                ("The change is called off.", "You keep what you have, and nothing was charged.")
            }
            Self::MethodAdded => ("Your payment method is on file.", "Nothing was charged."),
            Self::MethodUpdated => ("Your payment method is up to date.", "Nothing was charged."),
            Self::DefaultChanged => {
                ("Your default has changed.", "Invoices and renewals are charged to it from now on.")
            }
            Self::MethodRemoved => ("The payment method is removed.", "It is not charged again."),
        }
    }
}

impl Render for Notice {
    fn render(&self) -> Markup {
        let (done, more) = self.words();
        html! {
            div.notice role="status" { (Icon::CircleCheck) p { strong { (done) } " " (more) } }
        }
    }
}
