//! Notes after the sum: the merchant's memo, and a footer too long for the foot of the page.
//!
//! In: text of any length. Out: lines over as many pages as it takes.
//! Not here: the foot of the page (`paper`).

use krilla::tagging::Tag;

use crate::composition::{Composition, Owner};
use crate::palette::{HAIRLINE, LEFT, MUTED};
use crate::structure::Structure;
use crate::text::{Style, wrapped};

/// Short enough to read with ease.
const MEASURE: f32 = 380.0;

/// Above and below the rule before a note.
const SPACE: f32 = 24.0;
const BELOW: f32 = 12.0;

/// A note under a hairline, if it says anything.
pub(crate) fn compose(c: &mut Composition, text: &str, style: Style) {
    let lines = wrapped(text, style, MEASURE);
    if lines.is_empty() {
        return;
    }
    c.y += SPACE;
    if !c.has_room(BELOW + style.leading * lines.len().min(3) as f32) {
        c.start_page();
    }
    c.page.rule(LEFT, c.y, HAIRLINE);
    c.y += BELOW;
    let node = Owner::Node(c.structure.add(Structure::ROOT, Tag::P));
    for line in lines {
        if !c.has_room(style.leading) {
            c.start_page();
        }
        c.page.text(node, line, LEFT, c.y, MUTED);
        c.y += style.leading;
    }
}
