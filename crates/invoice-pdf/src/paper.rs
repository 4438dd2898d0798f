//! The foot of every page, and the head of all but the first.
//!
//! In: finished pages. Out: the same with footer text, page numbers and running heads.
//! Not here: a footer too long for the foot, which follows the memo.

use krilla::tagging::Tag;
use words::say;

use crate::composition::{Composition, Owner, Page};
use crate::palette::{HAIRLINE, LEFT, MUTED, PAGE_HEIGHT, RIGHT, SMALL, WIDTH};
use crate::structure::Structure;
use crate::text::{Line, fitted, said, said_within, wrapped};
use crate::{Sheet, memo, wording};

/// From the last line to the edge of the paper.
const MARGIN: f32 = 40.0;
/// Between the text of the page and the rule of the foot, and between the rule and the foot's text.
const ABOVE: f32 = 18.0;
const BELOW: f32 = 9.0;
/// A footer of more lines is set once, after the memo.
const MOST_LINES: usize = 4;
/// Kept free for the page number.
const NUMBER: f32 = 90.0;
/// Where the running head starts.
const HEAD: f32 = 44.0;

/// The merchant's footer, where it stands at the foot of every page.
pub(crate) enum Foot<'a> {
    Short(Vec<Line>),
    Long(&'a str),
}

impl<'a> Foot<'a> {
    pub(crate) fn of(sheet: &Sheet<'a>) -> Self {
        let text = &sheet.branding.footer_text;
        let lines = wrapped(text, SMALL, WIDTH - NUMBER);
        if lines.len() > MOST_LINES { Self::Long(text) } else { Self::Short(lines) }
    }

    /// What it takes of the page, from the edge of the paper.
    pub(crate) fn height(&self) -> f32 {
        let lines = match self {
            Self::Short(lines) => lines.len().max(1),
            Self::Long(_) => 1,
        };
        MARGIN + lines as f32 * SMALL.leading + BELOW + ABOVE
    }

    /// Sets a footer too long for the foot.
    pub(crate) fn compose_if_long(&self, c: &mut Composition) {
        if let Self::Long(text) = self {
            memo::compose(c, text, SMALL);
        }
    }
}

pub(crate) fn furnish(pages: &mut [Page], structure: &mut Structure, sheet: &Sheet<'_>, foot: Foot<'_>) {
    let count = pages.len();
    let rule = PAGE_HEIGHT - foot.height() + ABOVE;
    let lines = match foot {
        Foot::Short(lines) => lines,
        Foot::Long(_) => Vec::new(),
    };
    // It is read aloud once, at the end.
    let spoken = (!lines.is_empty()).then(|| structure.add(Structure::ROOT, Tag::P));
    for (number, page) in (1..).zip(pages) {
        if number > 1 {
            running_head(page, sheet);
        }
        page.rule(LEFT, rule, HAIRLINE);
        let owner = spoken.filter(|_| number == count).map_or(Owner::Paper, Owner::Node);
        page.lines(owner, lines.clone(), LEFT, rule + BELOW, MUTED);
        let number = said(&say!(sheet.words, "pdf-page", number = number, count = count), SMALL);
        page.text_to(Owner::Paper, number, RIGHT, rule + BELOW, MUTED);
    }
}

fn running_head(page: &mut Page, sheet: &Sheet<'_>) {
    let half = WIDTH / 2.0 - 10.0;
    page.text(Owner::Paper, fitted(sheet.merchant_name, SMALL, half), LEFT, HEAD, MUTED);
    let number = wording::numbered(sheet);
    let number = said_within(&number, SMALL, half);
    page.text_to(Owner::Paper, number, RIGHT, HEAD, MUTED);
}
