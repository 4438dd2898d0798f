//! The upper part of the first page: who bills whom, when, and how much.
//!
//! In: the sheet. Out: marks from the top of the page to where the table begins.
//! Not here: the lines (`lines`), the sum (`totals`).

use std::num::NonZeroU16;

use domain::{Color, InvoiceStatus};
use krilla::tagging::Tag;

use crate::composition::{Composition, Mark, Owner};
use crate::logo::Logo;
use crate::palette::{
    self, BODY, HERO, INK, LABEL, LEFT, MUTED, NAME, PAGE_WIDTH, RIGHT, RULE, SMALL_HERO, STRONG, TITLE,
    WIDTH,
};
use crate::structure::Structure;
use crate::text::{Line, line, wrapped_within};
use crate::{Sheet, words};

/// The logo keeps within this.
const LOGO: (f32, f32) = (180.0, 44.0);
/// The three columns below it.
const FROM: f32 = LEFT + 186.0;
const DATES: f32 = RIGHT - 124.0;
const PARTY_WIDTH: f32 = 166.0;

pub(crate) fn compose(c: &mut Composition, sheet: &Sheet<'_>, logo: Option<&Logo>) {
    let accent = sheet.branding.primary_color;
    c.page
        .marks
        .push((Owner::Ornament, Mark::Box { x: 0.0, y: 0.0, width: PAGE_WIDTH, height: 5.0, color: accent }));
    let below_brand = brand(c, sheet, logo);
    let below_title = title(c, &sheet.invoice.number);
    c.y = below_brand.max(below_title) + 32.0;
    let top = c.y;
    c.y = bill_to(c, sheet, top).max(from(c, sheet, top)).max(dates(c, sheet, top)) + 28.0;
    hero(c, sheet);
}

fn brand(c: &mut Composition, sheet: &Sheet<'_>, logo: Option<&Logo>) -> f32 {
    let name = match sheet.branding.business_name.trim() {
        "" => sheet.merchant_name,
        name => name,
    };
    let top = c.y;
    match logo {
        Some(logo) => {
            let (width, height) = logo.fit(LOGO.0, LOGO.1);
            let node = c.structure.add(Structure::ROOT, Tag::Figure(Some(name.to_owned())));
            c.page.marks.push((Owner::Node(node), Mark::Logo { x: LEFT, y: top, width, height }));
            top + height
        }
        None => {
            let node = c.structure.add(Structure::ROOT, Tag::P);
            let lines = wrapped_within(name, NAME, 280.0, 3);
            let color = sheet.branding.primary_color.readable_on(Color::WHITE);
            c.page.lines(Owner::Node(node), lines, LEFT, top, color)
        }
    }
}

fn title(c: &mut Composition, number: &str) -> f32 {
    let node = Owner::Node(c.structure.add_heading(NonZeroU16::MIN, &format!("Invoice {number}")));
    let mut top = c.y - 3.0; // so that the capitals stand as high as the logo
    c.page.text_to(node, line("Invoice ", TITLE), RIGHT, top, INK);
    top += TITLE.leading;
    for line in wrapped_within(number, BODY.figures(), 190.0, 4) {
        c.page.text_to(node, line, RIGHT, top, MUTED);
        top += BODY.leading;
    }
    top
}

fn bill_to(c: &mut Composition, sheet: &Sheet<'_>, top: f32) -> f32 {
    let invoice = sheet.invoice;
    let mut lines = wrapped_within(&invoice.bill_to_name, STRONG, PARTY_WIDTH, 4);
    for part in invoice.bill_to_address.lines() {
        lines.extend(wrapped_within(&part, BODY, PARTY_WIDTH, 3));
    }
    for id in &invoice.bill_to_tax_ids {
        lines.extend(wrapped_within(&words::tax_id(id), BODY, PARTY_WIDTH, 2));
    }
    const MOST: usize = 20;
    lines.truncate(MOST);
    party(c, "Billed to", lines, LEFT, top)
}

fn from(c: &mut Composition, sheet: &Sheet<'_>, top: f32) -> f32 {
    let mut lines = wrapped_within(sheet.merchant_name, STRONG, PARTY_WIDTH, 4);
    if let Some(email) = &sheet.branding.support_email {
        lines.extend(wrapped_within(&email.to_string(), BODY, PARTY_WIDTH, 3));
    }
    party(c, "From", lines, FROM, top)
}

fn party(c: &mut Composition, label: &str, lines: Vec<Line>, x: f32, top: f32) -> f32 {
    let group = c.structure.add(Structure::ROOT, Tag::Div);
    let name = c.structure.add(group, Tag::P);
    c.page.text(Owner::Node(name), line(label, LABEL), x, top, MUTED);
    let node = c.structure.add(group, Tag::P);
    c.page.lines(Owner::Node(node), lines, x, top + 16.0, INK)
}

fn dates(c: &mut Composition, sheet: &Sheet<'_>, mut top: f32) -> f32 {
    let invoice = sheet.invoice;
    let dates = [("Issued", Some(invoice.issued_on)), ("Due", Some(invoice.due_on)), ("Paid", sheet.paid_on)];
    for (label, date) in dates.into_iter().filter_map(|(label, date)| Some((label, date?))) {
        let node = Owner::Node(c.structure.add(Structure::ROOT, Tag::P));
        c.page.text(node, line(label, LABEL), DATES, top, MUTED);
        c.page.text_to(node, line(&words::day(date), BODY.figures()), RIGHT, top, INK);
        top += 16.0;
    }
    top
}

/// What is to be paid, large; or what it came to, if nothing is left to pay.
fn hero(c: &mut Composition, sheet: &Sheet<'_>) {
    let invoice = sheet.invoice;
    let status = invoice.status(sheet.today);
    let (label, amount) = match status {
        Some(InvoiceStatus::Pending | InvoiceStatus::Overdue) => ("Amount due", invoice.amount_due()),
        Some(InvoiceStatus::Paid | InvoiceStatus::Void) | None => ("Total", invoice.totals.total),
    };
    let standing = line(&words::status(sheet), STRONG.figures());
    let whole = line(&words::amount(amount), HERO);
    let room = WIDTH - standing.width - 40.0;
    let amount = if whole.width <= room { whole } else { line(&words::amount(amount), SMALL_HERO) };

    c.page.rule(LEFT, c.y, RULE);
    c.y += 14.0;
    let node = Owner::Node(c.structure.add(Structure::ROOT, Tag::P));
    c.page.text(node, line(label, LABEL), LEFT, c.y, MUTED);
    c.page.text(node, amount, LEFT, c.y + 13.0, INK);
    let node = Owner::Node(c.structure.add(Structure::ROOT, Tag::P));
    let (x, top) = (RIGHT - standing.width, c.y + 22.5);
    c.page.text(node, standing, x, top, INK);
    let dot = Mark::Dot { x: x - 10.0, y: top + 7.0, radius: 3.0, color: palette::status(status) };
    c.page.marks.push((Owner::Ornament, dot));
    c.y += 13.0 + HERO.leading + 26.0;
}
