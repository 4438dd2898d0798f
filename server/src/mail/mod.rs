//! Mail to customers, and notes to staff: written in the transaction of the fact, sent later by `worker/mail.rs`.
//!
//! In: who, why, and the text of `portal_view::mail`. Out: a queued row, a message, a handover.
//! Not here: what a mail says, when to try again.

mod compose;
mod mailer;
mod notes;
mod queue;

pub use compose::{ComposeError, Letter, compose};
pub use mailer::{Mailer, MailerError, Outbox, Refusal, SentMail};
pub use notes::endpoint_disabled;
pub use queue::{
    NewMail, about_payment, invoice_issued, payment_failed, plan_changed, queue, subscription_changed,
    trial_ending,
};

use portal_view::{Language, Words};

/// The words of a mail: those of the first of these tags whose language we speak.
pub fn words<const N: usize>(tags: [Option<&str>; N]) -> Words {
    Words::of(Language::first_of(tags))
}
