//! The mails customers get: subject, HTML and an equally careful plain text.
//!
//! In: who writes, the link, what it is about. Out: [`MailText`].
//! Not here: addresses, headers, sending.

mod billing;
mod frame;
mod payment_receipt;
mod plan_changed;
mod portal_link;
mod renewal;
mod subscription_changed;

pub use billing::{BillingMail, billing};
pub use payment_receipt::{PaymentReceiptMail, payment_receipt};
pub use plan_changed::{PlanChange, PlanChangedMail, plan_changed};
pub use portal_link::{PortalLinkMail, portal_link, recovery};
pub use renewal::{
    AfterFailure, InvoiceIssuedMail, PaymentFailedMail, TrialEndingMail, invoice_issued, payment_failed,
    trial_ending,
};
pub use subscription_changed::{SubscriptionChange, SubscriptionChangedMail, subscription_changed};

use domain::Branding;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use url::Url;
use words::Words;

use crate::date;

/// A mail without its addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailText {
    /// One line, without line breaks.
    pub subject: String,
    /// A complete HTML document.
    pub html: String,
    /// The same in plain text, with lines that end in `\n`.
    pub text: String,
}

/// Who writes, to whom.
#[derive(Debug, Clone, Copy)]
pub struct Letterhead<'a> {
    /// The customer's language.
    pub words: Words,
    /// The merchant's look.
    pub branding: &'a Branding,
    /// The server's public address: the logo is loaded from there.
    pub public_url: &'a Url,
    /// Whom it greets.
    pub customer_name: &'a str,
    /// The merchant's zone, in which moments are told.
    pub zone: &'a TimeZone,
}

/// The single-use link in a mail.
#[derive(Debug, Clone, Copy)]
pub struct MailedLink<'a> {
    /// The whole address, token included.
    pub url: &'a Url,
    /// When the mail was written.
    pub sent_at: Timestamp,
    /// When the link stops working.
    pub expires_at: Timestamp,
}

impl MailedLink<'_> {
    /// `This link works once and expires at 15:42 CET on 14 Mar 2026, 1 hour after this mail was sent.`
    fn expiry(&self, words: Words, zone: &TimeZone) -> String {
        format!(
            "This link works once and expires at {}, {} after this mail was sent.",
            date::moment_text(words, self.expires_at, zone),
            date::span_text(words, self.sent_at, self.expires_at),
        )
    }
}

/// A text on one line: names may hold line breaks, subjects must not.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
