//! The upper part of the first page: who bills whom, when, and how much.
//!
//! In: the sheet. Out: marks from the top of the page to where the table begins.
//! Not here: the lines (`lines`), the sum (`totals`).

use std::num::NonZeroU16;

use domain::{Color, InvoiceStatus};
use krilla::tagging::Tag;
use words::say;

use crate::composition::{Composition, Mark, Owner};
use crate::direction::without_marks;
use crate::logo::Logo;
use crate::palette::{
    self, BODY, HERO, INK, LABEL, LEFT, MUTED, NAME, PAGE_WIDTH, RIGHT, SMALL_HERO, STRONG,
};
use crate::palette::{TITLE, WIDTH};
use crate::structure::Structure;
use crate::text::{Line, said, said_wrapped, wrapped_within};
use crate::{Sheet, wording};

/// The logo keeps within this.
const LOGO: (f32, f32) = (180.0, 44.0);
/// The bar in the merchant's colour along the edge of the paper.
const BAR: f32 = 5.0;
/// Three columns: dates, the customer, the merchant.
const GAP: f32 = 18.0;
const COLUMN: f32 = (WIDTH - 2.0 * GAP) / 3.0;
const BILL_TO: f32 = LEFT + COLUMN + GAP;
const FROM: f32 = RIGHT - COLUMN;
/// From the left to the dates, at least, and from their names to them.
const INDENT: f32 = 44.0;
const BESIDE: f32 = 12.0;
/// With all its parts, an address takes no more lines than this.
const MOST_LINES: usize = 20;

pub(crate) fn compose(c: &mut Composition, sheet: &Sheet<'_>, logo: Option<&Logo>) {
    let bar =
        Mark::Box { x: 0.0, y: 0.0, width: PAGE_WIDTH, height: BAR, color: sheet.branding.primary_color };
    c.page.marks.push((Owner::Ornament, bar));
    let top = c.y;
    let below_title = title(c, sheet, top);
    let below_brand = brand(c, sheet, logo, top);
    let top = below_title.max(below_brand) + 30.0;
    c.y = facts(c, sheet, top).max(bill_to(c, sheet, top)).max(from(c, sheet, top)) + 28.0;
    balance(c, sheet);
}

fn title(c: &mut Composition, sheet: &Sheet<'_>, top: f32) -> f32 {
    let (words, number) = (sheet.words, &sheet.invoice.number);
    let heading = wording::numbered(sheet);
    let node = Owner::Node(c.structure.add_heading(NonZeroU16::MIN, &without_marks(&heading)));
    let top = top - 4.0; // so that its capitals stand as high as the logo
    let below = c.page.lines(node, vec![said(&wording::kind(words, sheet.invoice), TITLE)], LEFT, top, INK);
    let number = wrapped_within(number, BODY.figures(), WIDTH / 2.0, 4);
    c.page.lines(node, number, LEFT, below, MUTED)
}

fn brand(c: &mut Composition, sheet: &Sheet<'_>, logo: Option<&Logo>, mut top: f32) -> f32 {
    let name = match sheet.branding.business_name.trim() {
        "" => sheet.merchant_name,
        name => name,
    };
    if let Some(logo) = logo {
        let (width, height) = logo.fit(LOGO.0, LOGO.1);
        let node = c.structure.add(Structure::ROOT, Tag::Figure(Some(name.to_owned())));
        c.page.marks.push((Owner::Node(node), Mark::Logo { x: RIGHT - width, y: top, width, height }));
        return top + height;
    }
    let node = Owner::Node(c.structure.add(Structure::ROOT, Tag::P));
    let color = sheet.branding.primary_color.readable_on(Color::WHITE);
    top -= 1.0;
    for line in wrapped_within(name, NAME, WIDTH / 2.0 - GAP, 3) {
        c.page.text_to(node, line, RIGHT, top, color);
        top += NAME.leading;
    }
    top
}

fn facts(c: &mut Composition, sheet: &Sheet<'_>, top: f32) -> f32 {
    const LEADING: f32 = 16.0;
    let (words, invoice) = (sheet.words, sheet.invoice);
    let status = invoice.status(sheet.today);
    let name = |name: &str| said(&say!(words, name), LABEL);
    let standing = match invoice.is_credit_note() {
        false => wording::status(words, status),
        true => wording::kind(words, invoice),
    };
    let mut facts = vec![(name("pdf-status"), standing)];
    facts.push((name("pdf-issued"), words.day(invoice.issued_on)));
    if !invoice.is_credit_note() {
        facts.push((name("pdf-due"), words.day(invoice.due_on)));
    }
    let paid_on = sheet.paid_on.filter(|_| !invoice.is_credit_note());
    facts.extend(paid_on.map(|day| (name("pdf-paid"), words.day(day))));
    let indent = facts.iter().map(|(name, _)| name.width + BESIDE).fold(INDENT, f32::max);

    let dot =
        Mark::Dot { x: LEFT + indent + 3.0, y: top + 7.0, radius: 2.75, color: palette::status(status) };
    let group = c.structure.add(Structure::ROOT, Tag::Div);
    let mut next = top;
    for (name, value) in facts {
        // The dot stands before the first.
        let x = LEFT + indent + if next > top { 0.0 } else { 10.0 };
        let node = Owner::Node(c.structure.add(group, Tag::P));
        c.page.text(node, name, LEFT, next, MUTED);
        c.page.text(node, said(&value, BODY.figures()), x, next, INK);
        next += LEADING;
    }
    c.page.marks.push((Owner::Ornament, dot));
    next
}

fn bill_to(c: &mut Composition, sheet: &Sheet<'_>, top: f32) -> f32 {
    let invoice = sheet.invoice;
    let mut lines = wrapped_within(&invoice.bill_to_name, STRONG, COLUMN, 4);
    for part in sheet.words.address(&invoice.bill_to_address) {
        lines.extend(wrapped_within(&part, BODY, COLUMN, 3));
    }
    for id in &invoice.bill_to_tax_ids {
        lines.extend(said_wrapped(&wording::tax_id(sheet.words, id), BODY, COLUMN).into_iter().take(2));
    }
    lines.truncate(MOST_LINES);
    party(c, &say!(sheet.words, "pdf-bill-to"), lines, BILL_TO, top)
}

fn from(c: &mut Composition, sheet: &Sheet<'_>, top: f32) -> f32 {
    let mut lines = wrapped_within(sheet.merchant_name, STRONG, COLUMN, 4);
    if let Some(email) = &sheet.branding.support_email {
        lines.extend(wrapped_within(email.as_str(), BODY, COLUMN, 3));
    }
    party(c, &say!(sheet.words, "pdf-from"), lines, FROM, top)
}

fn party(c: &mut Composition, label: &str, lines: Vec<Line>, x: f32, top: f32) -> f32 {
    let group = c.structure.add(Structure::ROOT, Tag::Div);
    let name = Owner::Node(c.structure.add(group, Tag::P));
    c.page.text(name, said(label, LABEL), x, top, MUTED);
    let node = Owner::Node(c.structure.add(group, Tag::P));
    c.page.lines(node, lines, x, top + 16.0, INK)
}

/// What is left to pay, as a sentence: the amount large, then what about it.
fn balance(c: &mut Composition, sheet: &Sheet<'_>) {
    let invoice = sheet.invoice;
    let (amount, color) = match invoice.status(sheet.today) {
        Some(InvoiceStatus::Pending) => (invoice.amount_due(), MUTED),
        Some(InvoiceStatus::Overdue) => (invoice.amount_due(), palette::CRITICAL),
        Some(InvoiceStatus::Paid | InvoiceStatus::Void) | None => (invoice.totals.total, MUTED),
    };
    let note = said(&wording::balance_note(sheet), BODY.figures());
    let sum = wording::amount_with_code(sheet.words, amount);
    let large = said(&sum, HERO);
    let amount = if large.width + GAP + note.width <= WIDTH { large } else { said(&sum, SMALL_HERO) };
    let node = Owner::Node(c.structure.add(Structure::ROOT, Tag::P));
    let baseline = c.y + HERO.baseline();
    let x = LEFT + amount.width + 10.0;
    c.page.marks.push((node, Mark::Text { line: amount, x: LEFT, baseline, color: INK, room: 0.0 }));
    c.page.marks.push((node, Mark::Text { line: note, x, baseline, color, room: 0.0 }));
    c.y += HERO.leading + 26.0;
}
