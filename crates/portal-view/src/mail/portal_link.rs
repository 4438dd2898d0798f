//! *Send Portal Link*, and its twin the customer asks for: *Send me a new link*.

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
    let business = &mail.head.branding.business_name;
    Letter {
        subject: format!("Your billing with {business}"),
        preheader: format!("Open your invoices and your subscription with {business}. No password needed."),
        heading: format!("Your billing with {business}"),
        body: vec![
            Block::Paragraph(format!("Hello {},", mail.head.customer_name)),
            Block::Paragraph(format!(
                "Here is your link to your billing with {business}: see your invoices and manage your subscription. You need no password."
            )),
        ],
        link: Some(("Open my billing", mail.link)),
        closing: "Please do not forward this mail: whoever opens the link first sees your billing. If you did not expect it, you can ignore it.".to_owned(),
    }
    .lay_out(&mail.head)
}

/// The link that a customer asked for on the page of one that no longer works.
pub fn recovery(mail: &PortalLinkMail<'_>) -> MailText {
    let business = &mail.head.branding.business_name;
    Letter {
        subject: format!("Your new link to your billing with {business}"),
        preheader: "Here is the new link you asked for. Earlier links no longer work.".to_owned(),
        heading: "Here is your new link".to_owned(),
        body: vec![
            Block::Paragraph(format!("Hello {},", mail.head.customer_name)),
            Block::Paragraph(format!(
                "Someone, most likely you, asked for a new link to your billing with {business}. Earlier links no longer work."
            )),
        ],
        link: Some(("Open my billing", mail.link)),
        closing: "If you did not ask for it, you can ignore this mail: it went to nobody but you, and nothing was changed.".to_owned(),
    }
    .lay_out(&mail.head)
}
