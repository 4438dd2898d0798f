//! The colours and type sizes of the sheet: warm greys, one accent.
//!
//! In: the merchant's colour. Out: colours that read on white paper, text styles, measures in points.
//! Not here: what is set in them.

use domain::{Color, InvoiceStatus};

use crate::fonts::Weight::{Regular, SemiBold};
use crate::text::Style;

const fn grey(red: u8, green: u8, blue: u8) -> Color {
    Color { red, green, blue }
}

/// Text.
pub(crate) const INK: Color = grey(0x21, 0x1f, 0x1c);
/// Labels and lesser text; 5.3 : 1 on white.
pub(crate) const MUTED: Color = grey(0x6e, 0x69, 0x61);
/// Between rows.
pub(crate) const HAIRLINE: Color = grey(0xe6, 0xe3, 0xdd);
/// Under headings, over sums.
pub(crate) const RULE: Color = grey(0xb9, 0xb4, 0xab);

/// The dot before the words that say where an invoice stands.
pub(crate) fn status(status: Option<InvoiceStatus>) -> Color {
    match status {
        Some(InvoiceStatus::Paid) => grey(0x2e, 0x7d, 0x4f),
        Some(InvoiceStatus::Pending) => grey(0x3b, 0x6f, 0xb5),
        Some(InvoiceStatus::Overdue) => grey(0xb4, 0x3a, 0x2e),
        Some(InvoiceStatus::Void) | None => RULE,
    }
}

/// The word *Invoice*.
pub(crate) const TITLE: Style = Style::new(SemiBold, 20.0, 26.0).tight();
/// The business name where there is no logo.
pub(crate) const NAME: Style = Style::new(SemiBold, 15.0, 20.0).tight();
/// What is to be paid.
pub(crate) const HERO: Style = Style::new(SemiBold, 24.0, 30.0).figures().tight();
/// The same for an amount so large that it would not leave room for anything beside it.
pub(crate) const SMALL_HERO: Style = Style::new(SemiBold, 15.0, 30.0).figures().tight();
/// Running text.
pub(crate) const BODY: Style = Style::new(Regular, 9.5, 14.0);
/// What stands out of it.
pub(crate) const STRONG: Style = Style::new(SemiBold, 9.5, 14.0);
/// Names of columns and fields.
pub(crate) const LABEL: Style = Style::new(Regular, 8.0, 14.0);
/// The foot and the head of the page.
pub(crate) const SMALL: Style = Style::new(Regular, 8.0, 11.5).figures();
/// What is left to pay, at the end of the sum.
pub(crate) const SUM: Style = Style::new(SemiBold, 12.0, 18.0).figures();

/// A4.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
/// A4.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// The left edge of the text.
pub(crate) const LEFT: f32 = 56.0;
/// The right edge of the text.
pub(crate) const RIGHT: f32 = PAGE_WIDTH - LEFT;
/// Between them.
pub(crate) const WIDTH: f32 = RIGHT - LEFT;
