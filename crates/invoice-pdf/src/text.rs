//! From words to lines of placed glyphs.
//!
//! In: any text a merchant or customer typed. Out: [`Line`]s that fit a width.
//! Not here: where lines stand on the page, and what they mean.

use std::rc::Rc;

use krilla::text::KrillaGlyph;

use crate::fonts::{Typeface, Weight};
use crate::shape::{Breaks, Paragraph};

/// How text looks, but for its colour. Sizes are in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) weight: Weight,
    pub(crate) size: f32,
    /// From one line of a paragraph to the next.
    pub(crate) leading: f32,
    /// True for amounts, dates and counts: all figures equally wide.
    pub(crate) tabular: bool,
    /// Added after every letter, as a part of the size.
    pub(crate) tracking: f32,
}

impl Style {
    pub(crate) const fn new(weight: Weight, size: f32, leading: f32) -> Self {
        Self { weight, size, leading, tabular: false, tracking: 0.0 }
    }

    /// The same, with figures that line up.
    pub(crate) const fn figures(self) -> Self {
        Self { tabular: true, ..self }
    }

    /// The same, set closer, as large letters want it.
    pub(crate) const fn tight(self) -> Self {
        Self { tracking: -0.02, ..self }
    }

    /// From the top of a line to its baseline, so that capitals stand in its middle.
    pub(crate) fn baseline(self) -> f32 {
        const CAPITALS: f32 = 0.727; // of Inter, as a part of the size
        (self.leading + self.size * CAPITALS) / 2.0
    }
}

/// One line of text, shaped and measured. Widths are in points.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) style: Style,
    /// Without the space it may end in.
    pub(crate) width: f32,
    /// What the glyphs stand for; their ranges point into it.
    pub(crate) text: Rc<str>,
    /// From left to right.
    pub(crate) runs: Vec<Run>,
}

/// Neighbouring glyphs of one font.
#[derive(Clone)]
pub(crate) struct Run {
    pub(crate) face: &'static Typeface,
    /// From the start of the line.
    pub(crate) x: f32,
    pub(crate) glyphs: Vec<KrillaGlyph>,
}

/// A single line, however long.
pub(crate) fn line(text: &str, style: Style) -> Line {
    said(&printable(text), style)
}

/// The same of a sentence of ours, whose marks of direction count. What others wrote is clean before it gets
/// into one ([`printable`]).
pub(crate) fn said(sentence: &str, style: Style) -> Line {
    Paragraph::shape(&spaced(&sentence.replace('\n', " ")), style).whole()
}

/// A single line that fits `width`; where it does not, it ends in `…`.
pub(crate) fn fitted(text: &str, style: Style, width: f32) -> Line {
    said_within(&printable(text), style, width)
}

/// The same of a sentence of ours.
pub(crate) fn said_within(sentence: &str, style: Style, width: f32) -> Line {
    let whole = said(sentence, style);
    if whole.width <= width {
        return whole;
    }
    let room = width - line("…", style).width;
    let kept = Paragraph::shape(&whole.text, style).break_lines(room, Breaks::Anywhere);
    let kept = kept.first().map_or("", |range| &whole.text[range.clone()]);
    line(&format!("{}…", kept.trim_end()), style)
}

/// The text in lines of at most `width`. Words that are too long break where they must, several empty
/// lines become one, and empty text has no lines.
pub(crate) fn wrapped(text: &str, style: Style, width: f32) -> Vec<Line> {
    said_wrapped(&printable(text), style, width)
}

/// The same of a sentence of ours.
pub(crate) fn said_wrapped(sentence: &str, style: Style, width: f32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for text in sentence.trim().split('\n') {
        let text = spaced(text);
        if text == " " && lines.last().is_none_or(|line| &*line.text == " ") {
            continue;
        }
        let paragraph = Paragraph::shape(&text, style);
        let ranges = paragraph.break_lines(width, Breaks::BetweenWords);
        lines.extend(ranges.into_iter().map(|range| paragraph.line(range)));
    }
    lines
}

/// The same in at most `most` lines; where it does not fit, the last one ends in `…`.
pub(crate) fn wrapped_within(text: &str, style: Style, width: f32, most: usize) -> Vec<Line> {
    let mut lines = wrapped(text, style, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let glyphs = last.runs.iter().flat_map(|run| &run.glyphs);
            let start = glyphs.map(|glyph| glyph.text_range.start).min().unwrap_or(0);
            *last = fitted(&last.text.clone()[start..], style, width);
        }
    }
    lines
}

/// The text with one space behind it, which hangs over the end of its line: so that the words around a
/// line's end stay two words for those who listen, search or copy.
fn spaced(text: &str) -> String {
    format!("{} ", text.trim())
}

/// The text without what cannot be printed: control characters, marks that would turn the direction of
/// what follows, and private characters, which mean nothing outside the font they were made for.
pub(crate) fn printable(text: &str) -> String {
    let print = |letter: char| match letter {
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{200c}' | '\u{200d}' => Some(letter), // join letters, or keep them apart
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}' => None,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{fdd0}'..='\u{fdef}' => {
            Some(char::REPLACEMENT_CHARACTER)
        }
        _ if u32::from(letter) & 0xfffe == 0xfffe => Some(char::REPLACEMENT_CHARACTER),
        _ if letter.is_control() => None,
        _ => Some(letter),
    };
    text.chars().filter_map(print).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style::new(Weight::Regular, 10.0, 14.0);

    fn words(lines: &[Line]) -> Vec<String> {
        let part = |line: &Line| {
            let ranges = line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.text_range.clone());
            let (start, end) = ranges.fold((usize::MAX, 0), |(s, e), r| (s.min(r.start), e.max(r.end)));
            line.text.get(start..end).unwrap_or("").to_owned()
        };
        lines.iter().map(part).collect()
    }

    #[test]
    fn lines_break_between_words_and_fit() {
        let lines = wrapped("Team plan, 12 seats, 1 April to 30 April 2026", STYLE, 100.0);
        assert_eq!(words(&lines), ["Team plan, 12 seats, ", "1 April to 30 April ", "2026 "]);
        assert!(lines.iter().all(|line| line.width <= 100.0));
    }

    #[test]
    fn nothing_is_wider_than_its_column() {
        for text in ["W".repeat(10_000), "東京都港区".repeat(50), "שלום".repeat(99), "مرحبا ".repeat(50)]
        {
            let lines = wrapped(&text, STYLE, 80.0);
            assert!(lines.iter().all(|line| line.width <= 80.0), "{text}");
            let letters: usize = words(&lines).iter().map(|line| line.replace(' ', "").len()).sum();
            assert_eq!(letters, text.replace(' ', "").len(), "no letter is lost");
        }
    }

    #[test]
    fn right_to_left_words_stand_right_to_left() {
        let mixed = line("Café אבג GmbH", STYLE);
        let order: String = mixed
            .runs
            .iter()
            .flat_map(|run| &run.glyphs)
            .map(|glyph| &mixed.text[glyph.text_range.clone()])
            .collect();
        assert_eq!(order, "Café גבא GmbH ");
    }

    #[test]
    fn what_cannot_be_printed_leaves_no_trace_but_line_ends_stay() {
        assert_eq!(printable("a\u{0}b\u{202e}c\r\nd\te\u{feff}\u{1b}[0m"), "abc\nd e[0m");
        assert_eq!(printable("\u{e000}\u{ffff}"), "\u{fffd}\u{fffd}");
        assert!(wrapped(" \n\u{7}\n ", STYLE, 80.0).is_empty());
        assert_eq!(words(&wrapped("a\n\n\n\nb", STYLE, 80.0)), ["a ", " ", "b "]);
    }

    #[test]
    fn too_long_ends_in_dots() {
        let short = fitted("Österreichische Donaudampfschifffahrtsgesellschaft", STYLE, 90.0);
        assert!(short.width <= 90.0 && short.text.ends_with("… ") && short.text.starts_with("Österreich"));
    }
}
