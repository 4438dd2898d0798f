//! Choosing fonts, shaping, breaking lines, and putting what runs from right to left in its order.
//!
//! In: a paragraph of printable text. Out: ranges that fit a width, and the glyphs of a range.
//! Not here: cleaning the text (`text`), reading fonts (`fonts`).

use std::ops::Range;
use std::rc::Rc;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, UnicodeBuffer};
use unicode_linebreak::linebreaks;
use unicode_script::{Script, UnicodeScript};

use crate::direction::{Directions, without_marks};
use crate::fonts::{self, TABULAR, Typeface};
use crate::text::{Line, Run, Style};

/// Where a line may end.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Breaks {
    BetweenWords,
    Anywhere,
}

/// A text without line ends, shaped as if there were room for all of it.
pub(crate) struct Paragraph {
    text: Rc<str>,
    style: Style,
    /// In the order they are read.
    stretches: Vec<Stretch>,
    /// Present where something runs from right to left.
    directions: Option<Directions>,
}

/// A part of the text in one font, script and direction.
struct Stretch {
    kind: Kind,
    range: Range<usize>,
    /// From left to right as they stand; so in Arabic from last to first as they are read.
    glyphs: Vec<KrillaGlyph>,
}

impl Paragraph {
    /// Marks of direction are obeyed, and then left out.
    pub(crate) fn shape(marked: &str, style: Style) -> Self {
        let directions = Directions::of(marked);
        let text: Rc<str> = without_marks(marked).into();
        let mut stretches: Vec<Stretch> = Vec::new();
        for (at, letter) in text.char_indices() {
            let leftward = directions.as_ref().is_some_and(|directions| directions.is_leftward(at));
            let kind = Kind::of(letter, leftward, style, stretches.last().map(|stretch| stretch.kind));
            match stretches.last_mut() {
                Some(stretch) if stretch.kind == kind => stretch.range.end = at + letter.len_utf8(),
                _ => stretches.push(Stretch { kind, range: at..at + letter.len_utf8(), glyphs: Vec::new() }),
            }
        }
        for stretch in &mut stretches {
            stretch.glyphs = stretch.kind.shape(&text, stretch.range.clone(), style);
        }
        Self { text, style, stretches, directions }
    }

    /// Where lines start and end. A line may end in spaces, which hang over its edge.
    pub(crate) fn break_lines(&self, width: f32, breaks: Breaks) -> Vec<Range<usize>> {
        let mut advance = vec![0.0; self.text.len()];
        for glyph in self.stretches.iter().flat_map(|stretch| &stretch.glyphs) {
            advance[glyph.text_range.start] += glyph.x_advance * self.style.size;
        }
        let mut allowed = linebreaks(&self.text).map(|(at, _)| at).peekable();
        let mut lines = Vec::new();
        let (mut start, mut used) = (0, 0.0);
        let mut last_allowed = None;
        for (at, letter) in self.text.char_indices() {
            if allowed.next_if_eq(&at).is_some() && breaks == Breaks::BetweenWords {
                last_allowed = Some((at, used));
            }
            let is_over = used + advance[at] > width && advance[at] > 0.0 && !letter.is_whitespace();
            if is_over && at > start {
                let (end, used_by_line) = last_allowed.take().unwrap_or((at, used));
                lines.push(start..end);
                start = end;
                used -= used_by_line;
            }
            used += advance[at];
        }
        lines.push(start..self.text.len());
        lines
    }

    /// All of the text on one line.
    pub(crate) fn whole(&self) -> Line {
        self.line(0..self.text.len())
    }

    /// A part of the text as it stands on the page.
    pub(crate) fn line(&self, range: Range<usize>) -> Line {
        let spaces = range.start + self.text[range.clone()].trim_end().len()..range.end;
        let hanging: f32 =
            self.within(&spaces).iter().map(|stretch| self.width(stretch.within(&spaces))).sum();
        let hangs_left = self.directions.as_ref().is_some_and(Directions::begins_right);
        let start = if hangs_left { -hanging } else { 0.0 };
        let mut runs = Vec::new();
        let mut x = start;
        let mut place = |stretch: &Stretch, part: &Range<usize>| {
            let glyphs = stretch.within(part);
            if !glyphs.is_empty() {
                runs.push(Run { face: stretch.kind.face, x, glyphs: glyphs.to_vec() });
                x += self.width(glyphs);
            }
        };
        match &self.directions {
            None => self.within(&range).iter().for_each(|stretch| place(stretch, &range)),
            Some(directions) => {
                for (part, leftward) in directions.runs(range.clone(), spaces.start) {
                    let stretches = self.within(&part).iter();
                    match leftward {
                        false => stretches.for_each(|stretch| place(stretch, &part)),
                        true => stretches.rev().for_each(|stretch| place(stretch, &part)),
                    }
                }
            }
        }
        let width = x - start - hanging;
        Line { style: self.style, width, text: self.text.clone(), runs }
    }

    fn width(&self, glyphs: &[KrillaGlyph]) -> f32 {
        glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * self.style.size
    }

    /// The stretches that have a part in `range`.
    fn within(&self, range: &Range<usize>) -> &[Stretch] {
        let first = self.stretches.partition_point(|stretch| stretch.range.end <= range.start);
        let end = self.stretches.partition_point(|stretch| stretch.range.start < range.end);
        &self.stretches[first.min(end)..end]
    }
}

impl Stretch {
    /// The glyphs of the letters in `part`.
    fn within(&self, part: &Range<usize>) -> &[KrillaGlyph] {
        let start = |glyph: &KrillaGlyph| glyph.text_range.start;
        let (first, end) = match self.kind.leftward {
            false => (
                self.glyphs.partition_point(|glyph| start(glyph) < part.start),
                self.glyphs.partition_point(|glyph| start(glyph) < part.end),
            ),
            true => (
                self.glyphs.partition_point(|glyph| start(glyph) >= part.end),
                self.glyphs.partition_point(|glyph| start(glyph) >= part.start),
            ),
        };
        &self.glyphs[first.min(end)..end]
    }
}

/// What letters must share to be shaped together.
#[derive(Clone, Copy)]
struct Kind {
    face: &'static Typeface,
    script: Script,
    leftward: bool,
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.face, other.face) && self.script == other.script && self.leftward == other.leftward
    }
}

impl Kind {
    /// Spaces and signs go with the script before them, accents also with its font.
    fn of(letter: char, leftward: bool, style: Style, before: Option<Self>) -> Self {
        let main = || fonts::with(letter, style.weight).unwrap_or(fonts::main(style.weight));
        let before_script = before.map_or(Script::Latin, |before| before.script);
        let (face, script) = match (letter.script(), before) {
            (Script::Inherited, Some(before)) if before.face.has(letter) => (before.face, before.script),
            (Script::Common | Script::Inherited | Script::Unknown, _) => (main(), before_script),
            (script, _) => (main(), script),
        };
        Self { face, script, leftward }
    }

    fn shape(self, text: &str, range: Range<usize>, style: Style) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        for (at, letter) in text[range.clone()].char_indices() {
            let joins = matches!(letter, '\u{200c}' | '\u{200d}');
            let shown = if joins || self.face.has(letter) { letter } else { fonts::MISSING };
            buffer.add(shown, (range.start + at) as u32);
        }
        buffer.set_direction(if self.leftward { Direction::RightToLeft } else { Direction::LeftToRight });
        let script = Tag::from_bytes_lossy(self.script.short_name().as_bytes());
        if let Some(script) = rustybuzz::Script::from_iso15924_tag(script) {
            buffer.set_script(script);
        }
        let plans = self.face.latin.as_ref().filter(|_| self.script == Script::Latin && !self.leftward);
        let shaped = match plans {
            Some(plans) if style.tabular => {
                rustybuzz::shape_with_plan(&self.face.shaper, &plans.figures, buffer)
            }
            Some(plans) => rustybuzz::shape_with_plan(&self.face.shaper, &plans.words, buffer),
            None if style.tabular => rustybuzz::shape(&self.face.shaper, &[TABULAR], buffer),
            None => rustybuzz::shape(&self.face.shaper, &[], buffer),
        };
        self.glyphs(&shaped, range.end, style.tracking)
    }

    fn glyphs(self, shaped: &rustybuzz::GlyphBuffer, text_end: usize, tracking: f32) -> Vec<KrillaGlyph> {
        let em = |units: i32| units as f32 / self.face.units_per_em;
        let placed = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let mut glyphs: Vec<KrillaGlyph> = placed
            .map(|(glyph, at)| {
                let (id, letter) = (GlyphId::new(glyph.glyph_id), glyph.cluster as usize);
                let (advance, rise) = (em(at.x_advance) + tracking, em(at.y_advance));
                KrillaGlyph::new(id, advance, em(at.x_offset), em(at.y_offset), rise, letter..letter, None)
            })
            .collect();
        // A glyph stands for the letters up to where the next one's begin, counted as they are read.
        let (mut end, mut next) = (text_end, text_end);
        let mut close = |glyph: &mut KrillaGlyph| {
            if glyph.text_range.start != next {
                (end, next) = (next, glyph.text_range.start);
            }
            glyph.text_range.end = end;
        };
        match self.leftward {
            false => glyphs.iter_mut().rev().for_each(&mut close),
            true => glyphs.iter_mut().for_each(&mut close),
        }
        glyphs
    }
}
