//! The mails customers get, and a note to staff: subject, HTML and an equally careful plain text.
//!
//! In: who writes, the link, what it is about. Out: [`MailText`].
//! Not here: addresses, headers, sending.

mod billing;
mod cancelation_requested;
mod email_change;
mod frame;
mod note;
mod payment_receipt;
mod plan_changed;
mod portal_link;
mod renewal;
mod subscription_changed;

pub use billing::{BillingMail, billing};
pub use cancelation_requested::{CancelationRequestedMail, cancelation_requested};
pub use email_change::{EmailChangedMail, EmailConfirmationMail, email_changed, email_confirmation};
pub use note::{NoteMail, note};
pub use payment_receipt::{PaymentReceiptMail, payment_receipt, payment_returned};
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
use words::{Words, say};

use self::frame::Block;
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
    /// The merchant's zone, whose days billing goes by.
    pub zone: &'a TimeZone,
    /// The zone in which the customer is told moments.
    pub reader_zone: &'a TimeZone,
}

impl Letterhead<'_> {
    /// The greeting.
    fn hello(&self) -> Block {
        Block::Paragraph(say!(self.words, "mail-hello", name = self.customer_name))
    }

    /// Whom to write to: the address for support, else the business by its name.
    fn whom(&self) -> String {
        let email = self.branding.support_email.as_ref().map(ToString::to_string);
        email.unwrap_or_else(|| self.branding.business_name.clone())
    }

    /// A subject that ends in who writes.
    fn signed(&self, subject: &str) -> String {
        format!("{subject} · {}", self.branding.business_name)
    }
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
    fn expiry(&self, words: Words, reader_zone: &TimeZone) -> String {
        say!(
            words,
            "mail-link-expiry",
            moment = date::moment_text(words, self.expires_at, reader_zone),
            span = date::span_text(words, self.sent_at, self.expires_at),
        )
    }
}

/// A text on one line: names may hold line breaks, subjects must not.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
