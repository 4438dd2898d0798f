//! The sum: from the subtotal to what is left to pay.
//!
//! In: the invoice. Out: rows below the table, right of the page, always together.
//! Not here: adding up; the invoice says what it comes to.

use std::collections::BTreeMap;

use domain::{Invoice, InvoiceState, Money};
use krilla::tagging::{TableHeaderScope, Tag};
use rust_decimal::Decimal;
use words::{Words, say};

use crate::composition::{Composition, Owner};
use crate::palette::{BODY, HAIRLINE, INK, MUTED, RIGHT, STRONG, SUM};
use crate::structure::Structure;
use crate::text::{Line, Style, said};
use crate::{Sheet, wording};

/// Where the names of the sums begin.
const NAMES: f32 = RIGHT - 232.0;
/// Above the first row.
const SPACE: f32 = 8.0;
/// Above and below a row's text.
const PADDING: f32 = 3.0;
/// With more rates of tax than this, only their sum is shown.
const MOST_RATES: usize = 8;

/// The rows of the sum.
pub(crate) struct Sum {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    amount: String,
    style: Style,
}

impl Sum {
    pub(crate) fn of(sheet: &Sheet<'_>) -> Self {
        let (words, invoice) = (sheet.words, sheet.invoice);
        let totals = invoice.totals;
        let row = |name, amount| Row { name, amount, style: BODY.figures() };
        let plain = |name: &str, amount| row(say!(words, name), amount);
        let mut rows = vec![plain("pdf-subtotal", wording::figures(words, totals.subtotal))];
        if !totals.discount.is_zero() {
            rows.push(plain("pdf-discount", wording::taken_off(words, totals.discount)));
        }
        rows.extend(
            taxes(words, invoice).into_iter().map(|(name, tax)| row(name, wording::figures(words, tax))),
        );
        rows.push(Row {
            style: STRONG.figures(),
            ..plain("pdf-total", wording::figures(words, totals.total))
        });
        // A credit note is settled by itself: nobody owes anything on it.
        let owed = !invoice.is_credit_note();
        if owed && !invoice.amount_paid.is_zero() {
            rows.push(plain("status-paid", wording::taken_off(words, invoice.amount_paid)));
        }
        if owed && invoice.state != InvoiceState::Void {
            rows.push(Row {
                style: SUM,
                ..plain("pdf-amount-due", wording::amount(words, invoice.amount_due()))
            });
        }
        Self { rows }
    }

    /// In points, with the space above.
    pub(crate) fn height(&self) -> f32 {
        SPACE + self.rows.iter().map(Row::height).sum::<f32>()
    }

    pub(crate) fn compose(self, c: &mut Composition) {
        let table = c.structure.add(Structure::ROOT, Tag::Table);
        c.y += SPACE;
        let figures: Vec<Line> = self.rows.iter().map(|row| said(&row.amount, row.style)).collect();
        let width = figures.iter().map(|figure| figure.width).fold(0.0, f32::max);
        for (row, figure) in self.rows.into_iter().zip(figures) {
            if row.style != BODY.figures() {
                c.page.rule(NAMES, c.y, HAIRLINE);
            }
            let node = c.structure.add(table, Tag::TR);
            let name = c.structure.add(node, Tag::TH(TableHeaderScope::Row));
            let amount = c.structure.add(node, Tag::TD);
            let top = c.y + PADDING;
            let color = if row.style == BODY.figures() { MUTED } else { INK };
            c.page.text(Owner::Node(name), said(&row.name, row.style), NAMES, top, color);
            c.page.figure(Owner::Node(amount), figure, RIGHT, width, top, INK);
            c.y += row.height();
        }
    }
}

impl Row {
    fn height(&self) -> f32 {
        self.style.leading + 2.0 * PADDING
    }
}

/// A row for each rate of tax that was levied, with what it is levied on: `Tax 19% on 1,200.00`.
///
/// A single row where there are many rates, or where the lines do not give the total tax.
fn taxes(words: Words, invoice: &Invoice) -> Vec<(String, Money)> {
    let Some(by_rate) = taxes_by_rate(invoice) else {
        return vec![(say!(words, "pdf-tax"), invoice.totals.tax)];
    };
    let row = |(rate, (base, tax)): (Decimal, (Money, Money))| {
        let base = wording::figures(words, base);
        (say!(words, "quote-tax", rate = words.percent(rate), base = base), tax)
    };
    by_rate.into_iter().map(row).collect()
}

fn taxes_by_rate(invoice: &Invoice) -> Option<BTreeMap<Decimal, (Money, Money)>> {
    let nothing = Money::zero(invoice.currency);
    let mut by_rate: BTreeMap<Decimal, (Money, Money)> = BTreeMap::new();
    let mut all = nothing;
    for line in invoice.lines.iter().filter(|line| !line.tax_rate.is_zero() || !line.tax.is_zero()) {
        let (base, tax) = by_rate.entry(line.tax_rate.normalize()).or_insert((nothing, nothing));
        *base = base.plus(line.amount.minus(line.discount).ok()?).ok()?;
        *tax = tax.plus(line.tax).ok()?;
        all = all.plus(line.tax).ok()?;
    }
    (all == invoice.totals.tax && by_rate.len() <= MOST_RATES).then_some(by_rate)
}
