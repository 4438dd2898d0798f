//! The fonts in the binary, read once per process.
//!
//! In: a weight and a character. Out: the typeface that has it, ready to shape and to embed.
//! Not here: shaping, sizes and colours.

use std::sync::LazyLock;

use krilla::text::Font;
use rustybuzz::{Face, ShapePlan};

/// How heavy the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

/// One font file, as the shaper and as the PDF writer want it.
pub(crate) struct Typeface {
    pub(crate) font: Font,
    pub(crate) shaper: Face<'static>,
    pub(crate) units_per_em: f32,
    /// How to shape what most of the sheet is made of, Latin words and figures. Working it out takes
    /// longer than the shaping itself.
    pub(crate) latin: Option<LatinPlans>,
}

/// Plans for left-to-right Latin text.
pub(crate) struct LatinPlans {
    pub(crate) words: ShapePlan,
    pub(crate) figures: ShapePlan,
}

/// Makes all figures equally wide, so that columns of them line up.
pub(crate) const TABULAR: rustybuzz::Feature = rustybuzz::Feature {
    tag: rustybuzz::ttf_parser::Tag::from_bytes(b"tnum"),
    value: 1,
    start: 0,
    end: u32::MAX,
};

impl Typeface {
    fn read(bytes: &'static [u8]) -> Self {
        let reason = "the fonts are part of the binary and were read when it was tested";
        let shaper = Face::from_slice(bytes, 0).expect(reason);
        let font = Font::new(bytes.into(), 0).expect(reason);
        Self { font, units_per_em: shaper.units_per_em() as f32, shaper, latin: None }
    }

    fn for_latin(bytes: &'static [u8]) -> Self {
        let face = Self::read(bytes);
        let plan = |features: &[rustybuzz::Feature]| {
            let (direction, script) = (rustybuzz::Direction::LeftToRight, Some(rustybuzz::script::LATIN));
            ShapePlan::new(&face.shaper, direction, script, None, features)
        };
        let latin = LatinPlans { words: plan(&[]), figures: plan(&[TABULAR]) };
        Self { latin: Some(latin), ..face }
    }

    pub(crate) fn has(&self, letter: char) -> bool {
        self.shaper.glyph_index(letter).is_some()
    }
}

macro_rules! font {
    ($file:literal) => {
        include_bytes!(concat!("../fonts/", $file)).as_slice()
    };
}

static INTER: LazyLock<Typeface> = LazyLock::new(|| Typeface::for_latin(font!("Inter-Regular.otf")));
static INTER_SEMIBOLD: LazyLock<Typeface> =
    LazyLock::new(|| Typeface::for_latin(font!("Inter-SemiBold.otf")));
static DEJAVU: LazyLock<Typeface> = LazyLock::new(|| Typeface::read(font!("DejaVuSans.ttf")));
static DEJAVU_BOLD: LazyLock<Typeface> = LazyLock::new(|| Typeface::read(font!("DejaVuSans-Bold.ttf")));
static HAN: LazyLock<Typeface> = LazyLock::new(|| Typeface::read(font!("DroidSansFallback.ttf")));
static HANGUL: LazyLock<Typeface> = LazyLock::new(|| Typeface::read(font!("Hangul-Regular.ttf")));

/// Stands in for a character that no font here has; Inter has it.
pub(crate) const MISSING: char = '\u{25a1}';

/// The typeface for most text of a weight.
pub(crate) fn main(weight: Weight) -> &'static Typeface {
    match weight {
        Weight::Regular => &INTER,
        Weight::SemiBold => &INTER_SEMIBOLD,
    }
}

/// The first typeface that has the letter. Han and Hangul come in one weight.
pub(crate) fn with(letter: char, weight: Weight) -> Option<&'static Typeface> {
    let main = main(weight);
    if main.has(letter) {
        return Some(main);
    }
    let near: &Typeface = match weight {
        Weight::Regular => &DEJAVU,
        Weight::SemiBold => &DEJAVU_BOLD,
    };
    [near, &HAN, &HANGUL].into_iter().find(|face| face.has(letter))
}
