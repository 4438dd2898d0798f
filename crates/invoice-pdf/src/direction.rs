//! Which way text runs, and how a line of it stands from left to right.
//!
//! In: a paragraph with the marks of direction that its sentence needs. Out: the text without them, and the runs
//! of any part of it as they stand (Unicode's bidirectional algorithm).
//! Not here: glyphs.

use std::ops::Range;

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};

/// Steers the text around it, and is not seen itself.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text as it is set and copied: without marks of direction.
pub(crate) fn without_marks(text: &str) -> String {
    text.chars().filter(|letter| !is_mark(*letter)).collect()
}

/// The directions in a text of which something runs from right to left.
pub(crate) struct Directions {
    base: Level,
    /// Of each byte of the text without marks.
    levels: Vec<Level>,
}

impl Directions {
    /// Those of a paragraph; `None` where all of it runs from left to right.
    pub(crate) fn of(marked: &str) -> Option<Self> {
        let turns =
            |letter| letter >= '\u{590}' && matches!(bidi_class(letter), BidiClass::R | BidiClass::AL);
        if !marked.chars().any(turns) {
            return None;
        }
        let info = ParagraphBidiInfo::new(marked, None);
        let letters = marked.char_indices().filter(|(_, letter)| !is_mark(*letter));
        let levels = letters.flat_map(|(at, letter)| std::iter::repeat_n(info.levels[at], letter.len_utf8()));
        Some(Self { base: info.paragraph_level, levels: levels.collect() })
    }

    /// True if the paragraph begins at the right.
    pub(crate) fn begins_right(&self) -> bool {
        self.base.is_rtl()
    }

    /// True if the letter at this byte runs to the left.
    pub(crate) fn is_leftward(&self, at: usize) -> bool {
        self.levels[at].is_rtl()
    }

    /// The parts of a line from left to right, and whether each runs to the left. Spaces that hang over
    /// the end of the line, from `spaces` on, run as the paragraph does.
    pub(crate) fn runs(&self, line: Range<usize>, spaces: usize) -> Vec<(Range<usize>, bool)> {
        let level = |at| if at < spaces { self.levels[at] } else { self.base };
        let mut runs: Vec<(Range<usize>, Level)> = Vec::new();
        for at in line {
            match runs.last_mut() {
                Some((run, same)) if *same == level(at) => run.end = at + 1,
                _ => runs.push((at..at + 1, level(at))),
            }
        }
        // From the deepest level up, whatever lies at it or deeper is turned as a whole.
        let numbers = || runs.iter().map(|(_, level)| level.number());
        let deepest = numbers().max().unwrap_or(0);
        let shallowest = numbers().filter(|level| level % 2 == 1).min().unwrap_or(deepest + 1);
        for floor in (shallowest..=deepest).rev() {
            for turned in runs.chunk_by_mut(|a, b| (a.1.number() < floor) == (b.1.number() < floor)) {
                if turned[0].1.number() >= floor {
                    turned.reverse();
                }
            }
        }
        runs.into_iter().map(|(run, level)| (run, level.is_rtl())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as it stands from left to right, letters that run to the left turned.
    fn seen(marked: &str) -> String {
        let text = without_marks(marked);
        let Some(directions) = Directions::of(marked) else { return text };
        let runs = directions.runs(0..text.len(), text.trim_end().len());
        runs.into_iter()
            .map(|(run, leftward)| match leftward {
                true => text[run].chars().rev().collect(),
                false => text[run].to_owned(),
            })
            .collect()
    }

    #[test]
    fn what_a_sentence_sets_apart_keeps_its_order() {
        assert_eq!(seen("אבג 2026-0131"), "2026-0131 גבא");
        assert_eq!(seen("فا 2026-0131"), "0131-2026 اف");
        assert_eq!(seen("فا \u{2068}2026-0131\u{2069} من"), "نم 2026-0131 اف");
        assert_eq!(seen("\u{200f}\u{200e}\u{2212}1,234.50 €"), "€ \u{2212}1,234.50");
        assert_eq!(seen("Total: 5"), "Total: 5");
    }

    /// As the library that knows the algorithm orders whole lines.
    #[test]
    fn lines_stand_as_the_standard_says() {
        for text in
            ["abc אבג def", "אבג (abc) 12", "فا 12 abc، 3", "a \u{202b}אב 12\u{202c} c", "אב a12 ", "1 אב 2"]
        {
            let info = ParagraphBidiInfo::new(text, None);
            let expected = without_marks(&info.reorder_line(0..text.len()));
            assert_eq!(seen(text), expected, "{text:?}");
        }
    }
}
