//! The lines for what was used in a period that ended, or so far.

use rust_decimal::Decimal;

use super::NextInvoice;
use crate::{InvoiceLine, Meter, Money, MoneyError, Period, Terms, Totals, UsageStep};

/// What a meter came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeterTotal {
    /// The meter.
    pub meter: Meter,
    /// How much was used.
    pub quantity: Decimal,
}

/// What `totals` of `period` cost under `terms`: a line for each step of each metered price, rounded once.
///
/// The usage page prints these lines as the cost so far, and the renewal charges them. What no price of the
/// terms counts costs nothing.
pub fn usage_lines(
    terms: &Terms,
    totals: &[MeterTotal],
    period: Period,
) -> Result<Vec<InvoiceLine>, MoneyError> {
    let nothing = Money::zero(terms.price.amount.currency());
    let mut lines = Vec::new();
    for metered in &terms.price.metered {
        let Some(total) = totals.iter().find(|total| total.meter.key == metered.meter) else { continue };
        let single = metered.included.is_zero() && metered.tiers.is_empty();
        for step in metered.steps(total.quantity) {
            let description = if single { total.meter.name.clone() } else { described(&total.meter, &step) };
            let mut line = InvoiceLine::new(description, step.quantity, nothing);
            line.unit_price = step.unit_price;
            line.tax_rate = terms.price.tax_rate;
            line.period = Some(period);
            lines.push(line.priced()?);
        }
    }
    Ok(lines)
}

/// `API calls, ≤ 10 000` and `API calls, > 10 000`: in no language, as an invoice's line is read in any.
fn described(meter: &Meter, step: &UsageStep) -> String {
    let (name, above) = (&meter.name, grouped(step.above));
    match step.up_to {
        Some(end) if step.above.is_zero() => format!("{name}, ≤ {}", grouped(end)),
        Some(end) => format!("{name}, > {above} ≤ {}", grouped(end)),
        None => format!("{name}, > {above}"),
    }
}

/// Thousands apart by a space that does not break.
fn grouped(quantity: Decimal) -> String {
    let text = quantity.normalize().to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut shown = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push('\u{a0}');
        }
        shown.push(digit);
    }
    if part.is_empty() { shown } else { format!("{shown}.{part}") }
}

impl NextInvoice {
    /// The same with what was used until now.
    pub fn with_usage(mut self, mut lines: Vec<InvoiceLine>) -> Result<Self, MoneyError> {
        self.lines.append(&mut lines);
        self.totals = Totals::of(&self.lines, self.totals.total.currency())?;
        Ok(self)
    }
}
