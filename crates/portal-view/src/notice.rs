//! What was just done, told once at the top of the page one lands on.
//!
//! In: a word in the address (`?notice=…`), so that nothing is kept for it. Out: a sentence.
//! Not here: anything secret, since everyone can write that word into the address.

use maud::{Markup, html};
use words::{Words, say};

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
    /// What was confirmed was out of date; nothing was done.
    FiguresChanged,
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
    /// Billing details were corrected.
    DetailsSaved,
}

impl Notice {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::CancelationScheduled,
        Self::CancelationUndone,
        Self::SubscriptionEnded,
        Self::FiguresChanged,
        Self::ChangeUndone,
        Self::MethodAdded,
        Self::MethodUpdated,
        Self::DefaultChanged,
        Self::MethodRemoved,
        Self::DetailsSaved,
    ];

    /// As in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CancelationScheduled => "cancelation_scheduled",
            Self::CancelationUndone => "cancelation_undone",
            Self::SubscriptionEnded => "subscription_ended",
            Self::FiguresChanged => "figures_changed",
            Self::ChangeUndone => "change_undone",
            Self::MethodAdded => "method_added",
            Self::MethodUpdated => "method_updated",
            Self::DefaultChanged => "default_changed",
            Self::MethodRemoved => "method_removed",
            Self::DetailsSaved => "details_saved",
        }
    }

    /// The notice an address asks for; unknown words ask for none.
    pub fn from_query(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.as_str() == text)
    }

    fn words(self, words: Words) -> (String, String) {
        match self {
            Self::CancelationScheduled => {
                (say!(words, "notice-cancel-scheduled"), say!(words, "notice-cancel-scheduled-more"))
            }
            Self::CancelationUndone => {
                (say!(words, "notice-cancel-undone"), say!(words, "notice-cancel-undone-more"))
            }
            Self::SubscriptionEnded => (say!(words, "notice-ended"), say!(words, "notice-ended-more")),
            Self::FiguresChanged => (say!(words, "quote-renewed"), say!(words, "quote-renewed-next")),
            Self::ChangeUndone => {
                (say!(words, "notice-change-undone"), say!(words, "notice-change-undone-more"))
            }
            Self::MethodAdded => (say!(words, "notice-method-added"), say!(words, "notice-not-charged")),
            Self::MethodUpdated => (say!(words, "notice-method-updated"), say!(words, "notice-not-charged")),
            Self::DefaultChanged => (say!(words, "notice-default"), say!(words, "notice-default-more")),
            Self::MethodRemoved => (say!(words, "notice-removed"), say!(words, "notice-removed-more")),
            Self::DetailsSaved => (say!(words, "details-saved"), say!(words, "details-saved-more")),
        }
    }

    pub(crate) fn markup(self, words: Words) -> Markup {
        let (done, more) = self.words(words);
        html! {
            div.notice role="status" { (Icon::CircleCheck) p { strong { (done) } " " (more) } }
        }
    }
}
