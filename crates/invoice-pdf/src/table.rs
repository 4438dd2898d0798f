//! A table that runs over pages: its head repeats, rows stay whole, the last one stays with what follows.
//!
//! In: columns and cells of set lines. Out: marks and their structure.
//! Not here: what the cells say.

use std::ops::Range;

use domain::Color;
use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use crate::composition::{Composition, Owner};
use crate::palette::{BODY, HAIRLINE, LABEL, LEFT, MUTED, RULE};
use crate::structure::{NodeId, Structure};
use crate::text::{Line, said};

/// Above and below the text of a row.
const PADDING: f32 = 7.5;
/// From the top of the head to its rule.
const HEAD: f32 = 19.0;
/// A row of more lines than this may run over the end of a page.
const WHOLE: usize = 12;

/// A column and its title.
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) edge: Edge,
}

/// Where the text of a column begins or ends, in points from the left of the page; figures also say how much they take.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Edge {
    Left(f32),
    Right { right: f32, width: f32 },
}

/// The set lines of a cell.
pub(crate) type Cell = Vec<(Line, Color)>;

/// Columns and rows; a row has a cell for every column.
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Sets the table from `c.y` on. What follows it needs `then` points on the page of the last row.
    pub(crate) fn compose(self, c: &mut Composition, then: f32) {
        let Self { columns, rows } = self;
        let table = c.structure.add(Structure::ROOT, Tag::Table);
        let head = c.structure.add(table, Tag::THead);
        let body = c.structure.add(table, Tag::TBody);
        let heights: Vec<usize> =
            rows.iter().map(|row| row.iter().map(Vec::len).max().unwrap_or(0)).collect();
        let mut head = Some(c.structure.add(head, Tag::TR));
        let last = rows.len().saturating_sub(1);
        for (at, (row, lines)) in rows.into_iter().zip(heights).enumerate() {
            let node = c.structure.add(body, Tag::TR);
            let mut cells = Vec::new();
            for (at, cell) in row.into_iter().enumerate() {
                // The first cell names the row.
                let tag =
                    if at == 0 { TagKind::from(Tag::TH(TableHeaderScope::Row)) } else { Tag::TD.into() };
                cells.push((c.structure.add(node, tag), cell.into_iter()));
            }
            for piece in pieces(lines) {
                let height = height(&piece, lines);
                let follows = if at == last && piece.end == lines { then } else { 0.0 };
                let head_height = if head.is_some() { HEAD } else { 0.0 };
                let is_full = !c.has_room(head_height + height + follows);
                if is_full {
                    c.start_page();
                }
                if is_full || head.is_some() {
                    compose_head(c, &columns, head.take());
                }
                let top = c.y + if piece.start == 0 { PADDING } else { 0.0 };
                for (column, (node, lines)) in columns.iter().zip(&mut cells) {
                    compose_cell(c, column.edge, Owner::Node(*node), lines.take(piece.len()), top);
                }
                c.y += height;
            }
            if at != last {
                c.page.rule(LEFT, c.y, HAIRLINE);
            }
        }
        c.page.rule(LEFT, c.y, RULE);
    }
}

/// The head of the table; only the first one is read aloud.
fn compose_head(c: &mut Composition, columns: &[Column], row: Option<NodeId>) {
    for column in columns {
        let owner = match row {
            Some(row) => Owner::Node(c.structure.add(row, Tag::TH(TableHeaderScope::Column))),
            None => Owner::Paper,
        };
        compose_cell(c, column.edge, owner, [(said(&column.title, LABEL), MUTED)].into_iter(), c.y);
    }
    c.y += HEAD;
    c.page.rule(LEFT, c.y, RULE);
}

fn compose_cell(
    c: &mut Composition,
    edge: Edge,
    owner: Owner,
    lines: impl Iterator<Item = (Line, Color)>,
    mut top: f32,
) {
    for (line, color) in lines {
        match edge {
            Edge::Left(x) => c.page.text(owner, line, x, top, color),
            Edge::Right { right, width } => c.page.figure(owner, line, right, width, top, color),
        }
        top += BODY.leading;
    }
}

/// The parts of a row between which a page may end: never a single line before or after it.
fn pieces(lines: usize) -> Vec<Range<usize>> {
    let inner = if lines <= WHOLE { 0..0 } else { 2..lines - 1 };
    let cuts: Vec<usize> = [0].into_iter().chain(inner).chain([lines]).collect();
    cuts.windows(2).map(|cut| cut[0]..cut[1]).collect()
}

fn height(piece: &Range<usize>, lines: usize) -> f32 {
    let ends = [piece.start == 0, piece.end == lines].into_iter().filter(|end| *end).count();
    piece.len() as f32 * BODY.leading + ends as f32 * PADDING
}
