//! Composed pages become a PDF.
//!
//! In: pages of marks, their structure, and what the document is. Out: the bytes of a PDF that conforms
//! to PDF/A-2a (archives) and PDF/UA-1 (accessibility).
//! Not here: where anything stands.

use domain::Color;
use jiff::civil::Date;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::{Document, SerializeSettings};
use words::Language;

use crate::PdfError;
use crate::composition::{Mark, Owner, Page};
use crate::logo::Logo;
use crate::palette::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::structure::Structure;

/// What a viewer shows about the document.
pub(crate) struct About<'a> {
    pub(crate) language: Language,
    pub(crate) title: String,
    pub(crate) author: &'a str,
    /// The same for the same document, whatever its bytes.
    pub(crate) id: &'a str,
    /// Stands in for the day the file was made, so that equal invoices are equal bytes.
    pub(crate) date: Date,
}

pub(crate) fn print(
    pages: Vec<Page>,
    mut structure: Structure,
    logo: Option<&Logo>,
    about: About<'_>,
) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new_with(settings()?);
    for page in pages {
        let size = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or(PdfError::Setup)?;
        let mut sheet = document.start_page_with(size);
        let mut surface = sheet.surface();
        for marks in page.marks.chunk_by(|a, b| a.0 == b.0) {
            let owner = marks[0].0;
            let id = surface.start_tagged(tag(owner));
            marks.iter().for_each(|(_, mark)| draw(&mut surface, mark, logo));
            surface.end_tagged();
            if let Owner::Node(node) = owner {
                structure.own(node, id);
            }
        }
        surface.finish();
        sheet.finish();
    }
    let mut outline = Outline::new();
    let start = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(about.title.clone(), start));
    document.set_outline(outline);
    document.set_tag_tree(structure.into_tags(about.language.tag()));
    document.set_metadata(metadata(about));
    document.finish().map_err(PdfError::Writer)
}

fn settings() -> Result<SerializeSettings, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::Setup)?;
    Ok(SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() })
}

fn metadata(about: About<'_>) -> Metadata {
    let date = DateTime::new(about.date.year().unsigned_abs())
        .month(about.date.month().unsigned_abs())
        .day(about.date.day().unsigned_abs())
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0);
    Metadata::new()
        .title(about.title)
        .authors(vec![about.author.to_owned()])
        .creator("Portico".to_owned())
        .language(about.language.tag().to_owned())
        .text_direction(match about.language.direction() {
            "rtl" => TextDirection::RightToLeft,
            _ => TextDirection::LeftToRight,
        })
        .creation_date(date)
        .document_id(about.id.to_owned())
}

fn tag(owner: Owner) -> ContentTag<'static> {
    match owner {
        Owner::Node(_) => ContentTag::Span(SpanTag::empty()),
        Owner::Ornament => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        Owner::Paper => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
    }
}

fn draw(surface: &mut Surface<'_>, mark: &Mark, logo: Option<&Logo>) {
    match mark {
        Mark::Text { line, x, baseline, color, .. } => {
            fill(surface, *color);
            for run in &line.runs {
                let start = Point::from_xy(x + run.x, *baseline);
                surface.draw_glyphs(
                    start,
                    &run.glyphs,
                    run.face.font.clone(),
                    &line.text,
                    line.style.size,
                    false,
                );
            }
        }
        Mark::Box { x, y, width, height, color } => {
            fill(surface, *color);
            let mut path = PathBuilder::new();
            Rect::from_xywh(*x, *y, *width, *height).into_iter().for_each(|rect| path.push_rect(rect));
            path.finish().iter().for_each(|path| surface.draw_path(path));
        }
        Mark::Dot { x, y, radius, color } => {
            fill(surface, *color);
            circle(*x, *y, *radius).iter().for_each(|path| surface.draw_path(path));
        }
        Mark::Logo { x, y, width, height } => {
            logo.iter().for_each(|logo| logo.draw(surface, *x, *y, *width, *height));
        }
    }
}

fn fill(surface: &mut Surface<'_>, color: Color) {
    let paint = rgb::Color::new(color.red, color.green, color.blue).into();
    surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::NonZero }));
}

fn circle(x: f32, y: f32, r: f32) -> Option<Path> {
    let k = r * 0.552_285; // how far the handles of a Bézier quarter circle reach
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    path.close();
    path.finish()
}
