//! Pages of marks, before any of it is PDF: so that page numbers can say "of how many".
//!
//! In: lines of text, rules and pictures with their places. Out: pages, and what each mark means.
//! Not here: what an invoice consists of; the PDF.

use domain::Color;

use crate::palette::{PAGE_HEIGHT, PAGE_WIDTH, RIGHT};
use crate::structure::{NodeId, Structure};
use crate::text::Line;

/// Where text starts on the first page.
const TOP: f32 = 52.0;
/// Where it starts on the others, below the running head.
const TOP_OF_NEXT: f32 = 84.0;

/// To whom a mark belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// To the content; it is read aloud.
    Node(NodeId),
    /// To the looks: rules, dots.
    Ornament,
    /// To the paper: running heads, page numbers.
    Paper,
}

/// Something visible. Points, from the top left corner of the page.
pub(crate) enum Mark {
    /// A line of text by the left end of its baseline. `room` is free to its left, in a column of figures.
    Text { line: Line, x: f32, baseline: f32, color: Color, room: f32 },
    /// A filled rectangle by its top left corner.
    Box { x: f32, y: f32, width: f32, height: f32, color: Color },
    /// A filled circle by its centre.
    Dot { x: f32, y: f32, radius: f32, color: Color },
    /// The merchant's logo by its top left corner.
    Logo { x: f32, y: f32, width: f32, height: f32 },
}

/// The marks of a page, each with its owner.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) marks: Vec<(Owner, Mark)>,
}

impl Page {
    /// A line of text whose box starts at `top`.
    pub(crate) fn text(&mut self, owner: Owner, line: Line, x: f32, top: f32, color: Color) {
        let baseline = top + line.style.baseline();
        self.marks.push((owner, Mark::Text { line, x, baseline, color, room: 0.0 }));
    }

    /// The same, ending at `right`.
    pub(crate) fn text_to(&mut self, owner: Owner, line: Line, right: f32, top: f32, color: Color) {
        let x = right - line.width;
        self.text(owner, line, x, top, color);
    }

    /// The same in a column as wide as `width`, where figures line up at its right in every language.
    pub(crate) fn figure(
        &mut self,
        owner: Owner,
        line: Line,
        right: f32,
        width: f32,
        top: f32,
        color: Color,
    ) {
        let (x, room) = (right - line.width, width - line.width);
        let baseline = top + line.style.baseline();
        self.marks.push((owner, Mark::Text { line, x, baseline, color, room }));
    }

    /// The page for those who read from right to left: each thing as far from the right as it was from the left.
    pub(crate) fn mirror(&mut self) {
        for (_, mark) in &mut self.marks {
            match mark {
                Mark::Text { line, x, room, .. } => *x = PAGE_WIDTH - *x - line.width + *room,
                Mark::Box { x, width, .. } | Mark::Logo { x, width, .. } => *x = PAGE_WIDTH - *x - *width,
                Mark::Dot { x, .. } => *x = PAGE_WIDTH - *x,
            }
        }
    }

    /// Lines below each other; returns where the next would start.
    pub(crate) fn lines(
        &mut self,
        owner: Owner,
        lines: Vec<Line>,
        x: f32,
        mut top: f32,
        color: Color,
    ) -> f32 {
        for line in lines {
            let leading = line.style.leading;
            self.text(owner, line, x, top, color);
            top += leading;
        }
        top
    }

    /// A hairline from `x` to the right edge of the text.
    pub(crate) fn rule(&mut self, x: f32, y: f32, color: Color) {
        self.marks
            .push((Owner::Ornament, Mark::Box { x, y: y - 0.25, width: RIGHT - x, height: 0.5, color }));
    }
}

/// The sheet as far as it is composed.
pub(crate) struct Composition {
    finished: Vec<Page>,
    pub(crate) page: Page,
    pub(crate) structure: Structure,
    /// Where the next thing goes on the page.
    pub(crate) y: f32,
    /// Where the space above the foot of the page ends.
    bottom: f32,
}

impl Composition {
    /// An empty page that keeps `foot` free at its lower edge, as all that follow will.
    pub(crate) fn new(foot: f32) -> Self {
        let (finished, page) = (Vec::new(), Page::default());
        Self { finished, page, structure: Structure::new(), y: TOP, bottom: PAGE_HEIGHT - foot }
    }

    /// True if `height` more fits on the page.
    pub(crate) fn has_room(&self, height: f32) -> bool {
        self.y + height <= self.bottom
    }

    pub(crate) fn start_page(&mut self) {
        self.finished.push(std::mem::take(&mut self.page));
        self.y = TOP_OF_NEXT;
    }

    /// All pages, and what is on them.
    pub(crate) fn finish(mut self) -> (Vec<Page>, Structure) {
        self.finished.push(self.page);
        (self.finished, self.structure)
    }
}
