//! *Send Portal Link*, and its twin the customer asks for: *Send me a new link*.

use words::say;

use super::frame::{Block, Letter};
use super::{Letterhead, MailText, MailedLink};

/// A mail that is all about its link.
#[derive(Debug, Clone, Copy)]
pub struct PortalLinkMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// What it brings.
    pub link: MailedLink<'a>,
}

/// The link that staff send.
pub fn portal_link(mail: &PortalLinkMail<'_>) -> MailText {
    let (words, business) = (mail.head.words, &mail.head.branding.business_name);
    Letter {
        subject: say!(words, "mail-link-subject", business = business),
        preheader: say!(words, "mail-link-preheader", business = business),
        heading: say!(words, "mail-link-subject", business = business),
        body: vec![mail.head.hello(), Block::Paragraph(say!(words, "mail-link-says", business = business))],
        link: Some((say!(words, "mail-link-button"), mail.link)),
        closing: say!(words, "mail-link-closing"),
    }
    .lay_out(&mail.head)
}

/// The link that a customer asked for on the page of one that no longer works.
pub fn recovery(mail: &PortalLinkMail<'_>) -> MailText {
    let (words, business) = (mail.head.words, &mail.head.branding.business_name);
    Letter {
        subject: say!(words, "mail-recovery-subject", business = business),
        preheader: say!(words, "mail-recovery-preheader"),
        heading: say!(words, "mail-recovery-heading"),
        body: vec![
            mail.head.hello(),
            Block::Paragraph(say!(words, "mail-recovery-says", business = business)),
        ],
        link: Some((say!(words, "mail-link-button"), mail.link)),
        closing: say!(words, "mail-recovery-closing"),
    }
    .lay_out(&mail.head)
}
