//! One or more samples of every page and mail, for the console's preview and for the tests.
//!
//! In: language and branding. Out: the same documents the server serves, filled with an invented account.
//! Not here: a second copy of any page.

mod account;
mod activity;
mod changes;
mod details;
mod mails;
mod pages;
mod usage;
mod withdraw;

pub use account::SampleAccount;

use domain::Branding;
use maud::Markup;
use words::Words;

use crate::mail::MailText;

/// A page to look at.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// As a list of pages names it.
    pub name: &'static str,
    /// The same as a file name or in an address.
    pub slug: &'static str,
    /// Renders it in a language and a merchant's look.
    pub page: fn(Words, &Branding) -> Markup,
}

impl Sample {
    const fn new(name: &'static str, slug: &'static str, page: fn(Words, &Branding) -> Markup) -> Self {
        Self { name, slug, page }
    }
}

/// A mail to look at.
#[derive(Debug, Clone, Copy)]
pub struct MailSample {
    /// As a list of mails names it.
    pub name: &'static str,
    /// The same as a file name or in an address.
    pub slug: &'static str,
    /// Writes it in a language and a merchant's look.
    pub mail: fn(Words, &Branding) -> MailText,
}

impl MailSample {
    const fn new(name: &'static str, slug: &'static str, mail: fn(Words, &Branding) -> MailText) -> Self {
        Self { name, slug, mail }
    }
}

/// Every page at least once, in the order a customer meets them.
pub fn samples() -> &'static [Sample] {
    pages::ALL
}

/// Every mail.
pub fn mails() -> &'static [MailSample] {
    mails::ALL
}
