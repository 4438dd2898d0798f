//! A new e-mail address: the mail that asks the new one, and the mail that tells the old one.

use domain::Email;
use words::say;

use super::frame::{Block, Letter};
use super::{Letterhead, MailText, MailedLink};

/// To the new address: its link shows that the customer can read what is sent there.
#[derive(Debug, Clone, Copy)]
pub struct EmailConfirmationMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// What it brings.
    pub link: MailedLink<'a>,
}

/// The mail that asks.
pub fn email_confirmation(mail: &EmailConfirmationMail<'_>) -> MailText {
    let words = mail.head.words;
    let business = &mail.head.branding.business_name;
    Letter {
        subject: say!(words, "email-mail-subject", business = business),
        preheader: say!(words, "email-mail-says", business = business),
        heading: say!(words, "email-title"),
        body: vec![mail.head.hello(), Block::Paragraph(say!(words, "email-mail-says", business = business))],
        link: Some((say!(words, "email-confirm"), mail.link)),
        closing: say!(words, "email-not-you"),
    }
    .lay_out(&mail.head)
}

/// To the address that was on file: whoever did not ask for it must hear of it.
#[derive(Debug, Clone, Copy)]
pub struct EmailChangedMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// The address from now on.
    pub email: &'a Email,
}

/// The mail that tells.
pub fn email_changed(mail: &EmailChangedMail<'_>) -> MailText {
    let words = mail.head.words;
    let business = &mail.head.branding.business_name;
    let says = say!(words, "email-changed-says", business = business, email = mail.email.to_string());
    Letter {
        subject: say!(words, "email-changed-subject", business = business),
        preheader: says.clone(),
        heading: say!(words, "email-done"),
        body: vec![mail.head.hello(), Block::Paragraph(says)],
        link: None,
        closing: match &mail.head.branding.support_email {
            Some(support) => say!(words, "email-changed-not-you", contact = support.to_string()),
            None => say!(words, "email-changed-not-you", contact = business),
        },
    }
    .lay_out(&mail.head)
}
