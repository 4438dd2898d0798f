//! Statuses: a dot and a word, never a colour alone.

use domain::{
    AttemptOutcome, DeliveryState, InvoiceStatus, LinkState, MailState, SessionState, SubscriptionStatus,
};
use yew::prelude::*;

/// What a colour says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Positive,
    Caution,
    Critical,
    Info,
    Neutral,
}

impl Tone {
    /// The name in the style sheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Caution => "caution",
            Self::Critical => "critical",
            Self::Info => "info",
            Self::Neutral => "neutral",
        }
    }
}

/// Something that has a status to show.
pub(crate) trait Standing {
    /// Its colour and its word.
    fn standing(&self) -> (Tone, &'static str);
}

impl Standing for SubscriptionStatus {
    fn standing(&self) -> (Tone, &'static str) {
        match self {
            Self::Trialing => (Tone::Info, "Trial"),
            Self::Active => (Tone::Positive, "Active"),
            Self::PastDue => (Tone::Critical, "Past due"),
            Self::Canceled => (Tone::Neutral, "Cancelled"),
        }
    }
}

impl Standing for InvoiceStatus {
    fn standing(&self) -> (Tone, &'static str) {
        match self {
            Self::Paid => (Tone::Positive, "Paid"),
            Self::Pending => (Tone::Info, "Pending"),
            Self::Overdue => (Tone::Critical, "Overdue"),
            Self::Void => (Tone::Neutral, "Void"),
        }
    }
}

impl Standing for LinkState {
    fn standing(&self) -> (Tone, &'static str) {
        match self {
            Self::Unused => (Tone::Info, "Unused"),
            Self::Used { .. } => (Tone::Positive, "Used"),
            Self::Expired { .. } => (Tone::Caution, "Expired"),
            Self::Revoked { .. } => (Tone::Critical, "Revoked"),
            Self::Superseded { .. } => (Tone::Neutral, "Superseded"),
        }
    }
}

impl Standing for SessionState {
    fn standing(&self) -> (Tone, &'static str) {
        match self {
            Self::Open => (Tone::Positive, "Open"),
            Self::Expired { .. } => (Tone::Neutral, "Expired"),
            Self::Ended { .. } => (Tone::Neutral, "Signed out"),
            Self::Revoked { .. } => (Tone::Critical, "Revoked"),
        }
    }
}

impl Standing for MailState {
    fn standing(&self) -> (Tone, &'static str) {
        match self {
            Self::Queued { .. } => (Tone::Info, "Queued"),
            Self::Sent { .. } => (Tone::Positive, "Sent"),
            Self::Failed { .. } => (Tone::Critical, "Failed"),
        }
    }
}

impl Standing for DeliveryState {
    fn standing(&self) -> (Tone, &'static str) {
        match self {
            Self::Pending { .. } => (Tone::Info, "Pending"),
            Self::Delivered { .. } => (Tone::Positive, "Delivered"),
            Self::GivenUp { .. } => (Tone::Critical, "Given up"),
        }
    }
}

impl Standing for AttemptOutcome {
    fn standing(&self) -> (Tone, &'static str) {
        match self {
            Self::Answered { status: 200..=299, .. } => (Tone::Positive, "Accepted"),
            Self::Answered { .. } => (Tone::Critical, "Refused"),
            Self::Failed { .. } => (Tone::Critical, "No answer"),
        }
    }
}

/// A dot and a word of any tone.
pub(crate) fn dot(tone: Tone, word: &str) -> Html {
    html! { <span class={classes!("status", tone.class())}>{ word }</span> }
}

/// A dot and a word for a domain noun.
pub(crate) fn status(of: &impl Standing) -> Html {
    let (tone, word) = of.standing();
    dot(tone, word)
}
