//! The colours, type sizes and edges of the sheet; the colours are those of the portal's page by day.
//!
//! In: nothing. Out: constants, in points.
//! Not here: the merchant's colour.

use domain::{Color, InvoiceStatus};

use crate::fonts::Weight::{Regular, SemiBold};
use crate::text::Style;

const fn rgb(red: u8, green: u8, blue: u8) -> Color {
    Color { red, green, blue }
}

/// Text.
pub(crate) const INK: Color = rgb(0x1c, 0x1a, 0x17);
/// Labels and lesser text; 6.6 : 1 on white.
pub(crate) const MUTED: Color = rgb(0x61, 0x5c, 0x53);
/// Between rows.
pub(crate) const HAIRLINE: Color = rgb(0xe6, 0xe3, 0xdc);
/// Above and below the lines of the invoice.
pub(crate) const RULE: Color = rgb(0xcb, 0xc6, 0xbb);
/// What is late.
pub(crate) const CRITICAL: Color = rgb(0xa8, 0x28, 0x1f);

/// The dot before the word that says where an invoice stands.
pub(crate) fn status(status: Option<InvoiceStatus>) -> Color {
    match status {
        Some(InvoiceStatus::Paid) => rgb(0x2f, 0x9e, 0x62),
        Some(InvoiceStatus::Pending) => rgb(0x4a, 0x8f, 0xd8),
        Some(InvoiceStatus::Overdue) => rgb(0xd8, 0x48, 0x3c),
        Some(InvoiceStatus::Void) | None => rgb(0xa3, 0x9d, 0x91),
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
