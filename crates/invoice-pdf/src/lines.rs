//! What the invoice bills for, as a table.
//!
//! In: the invoice. Out: columns as wide as their figures need, the rest for the descriptions.
//! Not here: pages (`table`).

use domain::{Invoice, InvoiceLine};
use words::{Words, say};

use crate::palette::{BODY, INK, LABEL, LEFT, MUTED, SMALL, WIDTH};
use crate::table::{Cell, Column, Edge, Table};
use crate::text::{Line, line, printable, said, said_wrapped, wrapped};
use crate::{Sheet, wording};

/// Between columns.
const GAP: f32 = 20.0;
/// Descriptions never get less than this, however large the figures.
const DESCRIPTION: f32 = 170.0;

/// A column of figures: its title, and what it says of a line.
struct Figures {
    title: String,
    of: fn(Words, &Invoice, &InvoiceLine) -> String,
}

pub(crate) fn table(sheet: &Sheet<'_>) -> Table {
    let (words, invoice) = (sheet.words, sheet.invoice);
    let figures = columns(words, invoice);
    let set: Vec<Vec<Line>> = invoice
        .lines
        .iter()
        .map(|item| {
            figures.iter().map(|column| said(&(column.of)(words, invoice, item), BODY.figures())).collect()
        })
        .collect();
    let widths = widths(&figures, &set);
    let description_width = WIDTH - widths.iter().map(|width| width + GAP).sum::<f32>();

    let mut columns = vec![Column { title: say!(words, "pdf-description"), edge: Edge::Left(LEFT) }];
    let mut right = LEFT + description_width;
    for (column, width) in figures.into_iter().zip(&widths) {
        right += GAP + width;
        columns.push(Column { title: column.title, edge: Edge::Right { right, width: *width } });
    }
    let rows = invoice.lines.iter().zip(set).map(|(item, figures)| -> Vec<Cell> {
        let figures = figures.into_iter().zip(&widths).map(|(figure, width)| fit(figure, *width));
        [description(sheet, item, description_width)].into_iter().chain(figures).collect()
    });
    Table { rows: rows.collect(), columns }
}

/// A tax column only where there is tax.
fn columns(words: Words, invoice: &Invoice) -> Vec<Figures> {
    let column = |title: &str, of| Figures { title: say!(words, title), of };
    let mut columns = vec![
        column("pdf-quantity", |words, _, item| words.number(item.quantity)),
        column("pdf-unit-price", |words, invoice, item| {
            wording::unit_price(words, item.unit_price, invoice.currency)
        }),
    ];
    if invoice.lines.iter().any(|item| !item.tax_rate.is_zero() || !item.tax.is_zero()) {
        columns.push(column("pdf-tax", |words, _, item| words.percent(item.tax_rate)));
    }
    columns.push(Figures {
        title: say!(words, "pdf-amount", currency = invoice.currency.code()),
        of: |words, _, item| wording::figures(words, item.amount),
    });
    columns
}

/// As wide as the widest figure of each; but if that left too little for the descriptions, the widest
/// columns give way, down to a width at which all fit.
fn widths(columns: &[Figures], rows: &[Vec<Line>]) -> Vec<f32> {
    let mut widths: Vec<f32> = columns.iter().map(|column| said(&column.title, LABEL).width).collect();
    for row in rows {
        for (width, figure) in widths.iter_mut().zip(row) {
            *width = width.max(figure.width);
        }
    }
    let mut room = WIDTH - DESCRIPTION - GAP * widths.len() as f32;
    let mut narrowest_first: Vec<&mut f32> = widths.iter_mut().collect();
    narrowest_first.sort_by(|a, b| a.total_cmp(b));
    let count = narrowest_first.len();
    for (at, width) in narrowest_first.into_iter().enumerate() {
        *width = width.min(room / (count - at) as f32);
        room -= *width;
    }
    widths
}

/// What was bought, and below it for which time and what was taken off; the amount beside it is the one before discount,
/// as in the subtotal.
fn description(sheet: &Sheet<'_>, item: &InvoiceLine, width: f32) -> Cell {
    let words = sheet.words;
    let item = &InvoiceLine { description: printable(&item.description), ..item.clone() };
    let lines = said_wrapped(&words.line_name(item), BODY, width);
    let lines = if lines.is_empty() { vec![line("–", BODY)] } else { lines };
    let mut cell: Cell = lines.into_iter().map(|line| (line, INK)).collect();
    let mut note = |note: String| {
        cell.extend(said_wrapped(&note, SMALL, width).into_iter().map(|line| (line, MUTED)));
    };
    if let Some(time) = words.line_time(item, sheet.zone) {
        note(time);
    }
    if !item.discount.is_zero() {
        note(say!(words, "pdf-discount-of", amount = wording::taken_off(words, item.discount)));
    }
    cell
}

/// In one line, or if it is too wide in several.
fn fit(figure: Line, width: f32) -> Cell {
    let lines = if figure.width <= width { vec![figure] } else { wrapped(&figure.text, figure.style, width) };
    lines.into_iter().map(|line| (line, INK)).collect()
}
