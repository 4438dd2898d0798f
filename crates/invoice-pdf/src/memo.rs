//! Notes after the sum: the merchant's memo, and a footer too long for the foot of the page.
//!
//! In: text of any length. Out: lines over as many pages as it takes.
//! Not here: the foot of the page (`paper`).

use domain::Color;
use krilla::tagging::Tag;

use crate::composition::{Composition, Owner};
use crate::palette::{BODY, INK, LABEL, LEFT, MUTED};
use crate::structure::Structure;
use crate::text::{Line, Style, line, wrapped};

/// Short enough to read with ease.
const MEASURE: f32 = 360.0;

/// The note to the customer, if there is one.
pub(crate) fn compose(c: &mut Composition, memo: &str) {
    let lines = wrapped(memo, BODY, MEASURE);
    if lines.is_empty() {
        return;
    }
    let group = c.structure.add(Structure::ROOT, Tag::Div);
    const HEADING: f32 = 16.0;
    c.y += 26.0;
    if !c.has_room(HEADING + BODY.leading * lines.len().min(3) as f32) {
        c.start_page();
    }
    let name = c.structure.add(group, Tag::P);
    c.page.text(Owner::Node(name), line("Note", LABEL), LEFT, c.y, MUTED);
    c.y += HEADING;
    let node = Owner::Node(c.structure.add(group, Tag::P));
    for line in lines {
        flow(c, node, line, INK);
    }
}

/// Text without a heading.
pub(crate) fn compose_plain(c: &mut Composition, text: &str, style: Style) {
    let node = Owner::Node(c.structure.add(Structure::ROOT, Tag::P));
    c.y += 26.0;
    for line in wrapped(text, style, MEASURE) {
        flow(c, node, line, MUTED);
    }
}

fn flow(c: &mut Composition, node: Owner, line: Line, color: Color) {
    let leading = line.style.leading;
    if !c.has_room(leading) {
        c.start_page();
    }
    c.page.text(node, line, LEFT, c.y, color);
    c.y += leading;
}
