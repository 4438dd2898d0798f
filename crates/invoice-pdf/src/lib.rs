//! Invoices as PDF, made in the process: no browser, no template, a few milliseconds.
//!
//! In: an [`Invoice`], the merchant's branding and a day. Out: an A4 document that archives keep
//! (PDF/A-2a) and screen readers read (PDF/UA-1), and that is the same, byte for byte, whenever the same
//! is asked for.
//! Not here: storage, clocks, and the page in the portal that looks like it.

mod composition;
mod direction;
mod fonts;
mod lines;
mod logo;
mod masthead;
mod memo;
mod palette;
mod paper;
mod press;
mod shape;
mod structure;
mod table;
mod text;
mod totals;
mod wording;

use domain::{Branding, Invoice};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use krilla::error::KrillaError;
use words::{Words, say};

use crate::composition::{Composition, Page};
use crate::logo::Logo;
use crate::press::About;
use crate::totals::Sum;

/// What is printed.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The language of its labels. What the merchant wrote stays as it is.
    pub words: Words,
    /// The invoice; should add up ([`Invoice::check`]), for the sheet prints what it says.
    pub invoice: &'a Invoice,
    /// The name at the top, the colour and the footer.
    pub branding: &'a Branding,
    /// Who bills, as *From* says it.
    pub merchant_name: &'a str,
    /// The merchant's day, which tells *due* from *overdue*.
    pub today: Date,
    /// The merchant's zone, in which periods are told as days.
    pub zone: &'a TimeZone,
    /// The merchant's day on which the last of it was paid, if it is known.
    pub paid_on: Option<Date>,
    /// The logo as uploaded: PNG, JPEG, WebP or SVG. Where there is none, or none that can be drawn,
    /// the business name stands in.
    pub logo: Option<&'a [u8]>,
}

/// Why a sheet could not be printed. None of it is the customer's or the merchant's doing.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The PDF library refused a constant of ours.
    #[error("the page could not be set up")]
    Setup,
    /// The document does not meet the standards it claims to.
    #[error("the PDF could not be written")]
    Writer(#[source] KrillaError),
}

/// Prints an invoice.
///
/// Any text is accepted: what has no glyph in our fonts shows as a box and can still be copied.
///
/// # Errors
/// [`PdfError`] if the document would not be a valid PDF/A-2a and PDF/UA-1.
pub fn render(sheet: &Sheet<'_>) -> Result<Vec<u8>, PdfError> {
    let logo = sheet.logo.and_then(Logo::read);
    match print(sheet, logo.as_ref()) {
        // That a picture cannot be drawn shows only now; it must not keep anyone from their invoice.
        Err(_) if logo.is_some() => print(sheet, None),
        printed => printed,
    }
}

fn print(sheet: &Sheet<'_>, logo: Option<&Logo>) -> Result<Vec<u8>, PdfError> {
    let foot = paper::Foot::of(sheet);
    let sum = Sum::of(sheet);
    let mut composition = Composition::new(foot.height());
    masthead::compose(&mut composition, sheet, logo);
    lines::table(sheet).compose(&mut composition, sum.height());
    sum.compose(&mut composition);
    memo::compose(&mut composition, &sheet.invoice.memo, palette::BODY);
    foot.compose_if_long(&mut composition);
    let (mut pages, mut structure) = composition.finish();
    paper::furnish(&mut pages, &mut structure, sheet, foot);
    if sheet.words.language().direction() == "rtl" {
        pages.iter_mut().for_each(Page::mirror);
    }
    let (number, merchant) = (text::printable(&sheet.invoice.number), text::printable(sheet.merchant_name));
    let about = About {
        language: sheet.words.language(),
        title: match sheet.invoice.is_credit_note() {
            false => say!(sheet.words, "pdf-title", number = number, merchant = merchant),
            true => say!(sheet.words, "pdf-credit-title", number = number, merchant = merchant),
        },
        author: sheet.merchant_name,
        id: sheet.invoice.id.as_str(),
        date: sheet.invoice.issued_on,
    };
    press::print(pages, structure, logo, about)
}
