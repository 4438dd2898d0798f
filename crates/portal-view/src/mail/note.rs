//! A note to staff: their own words, on the sheet all mails are written on, from the product itself.

use domain::Branding;
use jiff::tz::TimeZone;
use url::Url;
use words::Words;

use super::frame::{Block, Letter};
use super::{Letterhead, MailText};

/// What a note says. Whoever writes it brings the words, because staff read one language.
#[derive(Debug, Clone, Copy)]
pub struct NoteMail<'a> {
    /// The subject.
    pub subject: &'a str,
    /// What happened, as a heading.
    pub heading: &'a str,
    /// Whom it greets.
    pub to_name: &'a str,
    /// The sentence that ends in the address it is about, and that address.
    pub about: (&'a str, &'a Url),
    /// What it means and what to do, a paragraph each; the first is shown beside the subject.
    pub paragraphs: &'a [&'a str],
    /// Why they get it.
    pub closing: &'a str,
    /// Who writes.
    pub from: &'a Branding,
    /// The server's public address.
    pub public_url: &'a Url,
}

/// The note.
pub fn note(mail: &NoteMail<'_>) -> MailText {
    let (says, address) = mail.about;
    let about = Block::Address(says.to_owned(), address.clone());
    let paragraphs = mail.paragraphs.iter().map(|text| Block::Paragraph((*text).to_owned()));
    let letter = Letter {
        subject: mail.subject.to_owned(),
        preheader: mail.paragraphs.first().copied().unwrap_or_default().to_owned(),
        heading: mail.heading.to_owned(),
        body: std::iter::once(about).chain(paragraphs).collect(),
        link: None,
        closing: mail.closing.to_owned(),
    };
    letter.lay_out(&Letterhead {
        words: Words::ENGLISH,
        branding: mail.from,
        public_url: mail.public_url,
        customer_name: mail.to_name,
        zone: &TimeZone::UTC,
        reader_zone: &TimeZone::UTC,
    })
}
