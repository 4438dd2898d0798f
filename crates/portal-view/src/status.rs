//! Where an invoice or a subscription stands: a dot and a word, never colour alone.
//!
//! In: domain states. Out: a small label in one of five tones.
//! Not here: deciding the state.

use domain::{InvoiceStatus, Money, SubscriptionStatus};
use maud::{Markup, html};
use words::{Words, say};

/// How serious a label is; `tokens.css` has a colour for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Positive,
    Info,
    Caution,
    Critical,
    Neutral,
}

impl Tone {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Info => "info",
            Self::Caution => "caution",
            Self::Critical => "critical",
            Self::Neutral => "neutral",
        }
    }
}

/// A dot and a word.
pub(crate) fn label(tone: Tone, word: &str) -> Markup {
    html! { span.status.(tone.class()) { (word) } }
}

/// `Paid`, `Pending`, `Overdue`, `Void`; `Credit note` where the total is below nothing.
pub(crate) fn invoice_label(words: Words, status: InvoiceStatus, total: Money) -> Markup {
    match status {
        InvoiceStatus::Paid if total.is_negative() => {
            label(Tone::Neutral, &say!(words, "status-credit-note"))
        }
        InvoiceStatus::Paid => label(Tone::Positive, &say!(words, "status-paid")),
        InvoiceStatus::Pending => label(Tone::Info, &say!(words, "status-pending")),
        InvoiceStatus::Overdue => label(Tone::Critical, &say!(words, "status-overdue")),
        InvoiceStatus::Void => label(Tone::Neutral, &say!(words, "status-void")),
    }
}

/// `Active`, `Trial`, `Past due`, `Ended`; `Ending` while an end is scheduled.
pub(crate) fn subscription_label(words: Words, status: SubscriptionStatus, is_ending: bool) -> Markup {
    match status {
        SubscriptionStatus::Canceled => label(Tone::Neutral, &say!(words, "status-ended")),
        SubscriptionStatus::PastDue => label(Tone::Critical, &say!(words, "status-past-due")),
        SubscriptionStatus::Trialing | SubscriptionStatus::Active if is_ending => {
            label(Tone::Caution, &say!(words, "status-ending"))
        }
        SubscriptionStatus::Trialing => label(Tone::Info, &say!(words, "status-trial")),
        SubscriptionStatus::Active => label(Tone::Positive, &say!(words, "status-active")),
    }
}
