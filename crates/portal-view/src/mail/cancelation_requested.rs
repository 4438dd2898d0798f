//! The dated receipt of a cancellation that was declared without a session, with the link that carries it out.

use jiff::Timestamp;
use words::say;

use super::frame::{Block, Letter};
use super::{Letterhead, MailText, MailedLink};
use crate::date;

/// To the address on file, whoever declared it.
#[derive(Debug, Clone, Copy)]
pub struct CancelationRequestedMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// What carries it out.
    pub link: MailedLink<'a>,
    /// When it was received.
    pub at: Timestamp,
}

/// The receipt.
pub fn cancelation_requested(mail: &CancelationRequestedMail<'_>) -> MailText {
    let words = mail.head.words;
    let business = &mail.head.branding.business_name;
    let moment = date::moment_text(words, mail.at, mail.head.reader_zone);
    let says = say!(words, "withdraw-mail-says", moment = moment);
    Letter {
        subject: say!(words, "withdraw-mail-subject", business = business),
        preheader: says.clone(),
        heading: say!(words, "withdraw-received"),
        body: vec![mail.head.hello(), Block::Paragraph(says)],
        link: Some((say!(words, "withdraw-confirm-title"), mail.link)),
        closing: say!(words, "withdraw-mail-not-you"),
    }
    .lay_out(&mail.head)
}
