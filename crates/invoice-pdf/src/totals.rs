//! The sum: from the subtotal to what is left to pay.
//!
//! In: the invoice. Out: rows below the table, right of the page, always together.
//! Not here: adding up; the invoice says what it comes to.

use std::collections::BTreeMap;

use domain::{Invoice, InvoiceState, Money};
use krilla::tagging::{TableHeaderScope, Tag};
use rust_decimal::Decimal;

use crate::composition::{Composition, Owner};
use crate::palette::{BODY, HAIRLINE, INK, MUTED, RIGHT, STRONG, SUM};
use crate::structure::Structure;
use crate::text::{Style, line};
use crate::words;

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
    pub(crate) fn of(invoice: &Invoice) -> Self {
        let totals = invoice.totals;
        let plain = |name: &str, amount| Row { name: name.to_owned(), amount, style: BODY.figures() };
        let mut rows = vec![plain("Subtotal", words::figures(totals.subtotal))];
        if !totals.discount.is_zero() {
            rows.push(plain("Discount", words::taken_off(totals.discount)));
        }
        rows.extend(taxes(invoice).into_iter().map(|(name, tax)| plain(&name, words::figures(tax))));
        rows.push(Row { style: STRONG.figures(), ..plain("Total", words::figures(totals.total)) });
        if !invoice.amount_paid.is_zero() {
            rows.push(plain("Paid", words::taken_off(invoice.amount_paid)));
        }
        if invoice.state != InvoiceState::Void {
            rows.push(Row { style: SUM, ..plain("Amount due", words::amount(invoice.amount_due())) });
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
        for row in self.rows {
            if row.style != BODY.figures() {
                c.page.rule(NAMES, c.y, HAIRLINE);
            }
            let node = c.structure.add(table, Tag::TR);
            let name = c.structure.add(node, Tag::TH(TableHeaderScope::Row));
            let amount = c.structure.add(node, Tag::TD);
            let top = c.y + PADDING;
            let color = if row.style == BODY.figures() { MUTED } else { INK };
            c.page.text(Owner::Node(name), line(&row.name, row.style), NAMES, top, color);
            c.page.text_to(Owner::Node(amount), line(&row.amount, row.style), RIGHT, top, INK);
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
fn taxes(invoice: &Invoice) -> Vec<(String, Money)> {
    let Some(by_rate) = taxes_by_rate(invoice) else {
        return vec![("Tax".to_owned(), invoice.totals.tax)];
    };
    let row =
        |(rate, (base, tax))| (format!("Tax {} on {}", words::percent(rate), words::figures(base)), tax);
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
