//! The lines for what was used in a period that ended, or so far.

use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::{NextInvoice, next_invoice};
use crate::{Aggregation, InvoiceLine, Meter, Money, MoneyError, Stretch, Subscription, Totals, UsageStep};

/// What a meter came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeterTotal {
    /// The meter.
    pub meter: Meter,
    /// How much was used.
    pub quantity: Decimal,
}

/// What `totals` of a stretch cost under its terms: a line for each step of each metered price, rounded once.
///
/// The usage page prints these lines as the cost so far, and the renewal charges them. What no price of the
/// terms counts costs nothing. Each stretch has all that is included and every step to itself: nobody pays for
/// what was included when they used it. What does not add up over time (the most, the latest, how many
/// different) costs the part of the period that the stretch is of it, so that two halves of a month never cost
/// two months.
pub fn usage_lines(stretch: &Stretch, totals: &[MeterTotal]) -> Result<Vec<InvoiceLine>, MoneyError> {
    let Stretch { terms, period, of } = stretch;
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
            line.period = Some(*period);
            let adds_up = total.meter.aggregation == Aggregation::Sum;
            line.part_of = (!adds_up && period != of).then_some(*of);
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
    /// What comes next with the lines of what was used so far; where no period follows, they alone are charged
    /// at the end.
    pub fn with_usage(
        subscription: &Subscription,
        mut used: Vec<InvoiceLine>,
        zone: &TimeZone,
    ) -> Result<Option<Self>, MoneyError> {
        let next = next_invoice(subscription, zone)?.map(|next| (next.at, next.lines));
        let last = subscription.due_at().filter(|_| !used.is_empty()).map(|at| (at, Vec::new()));
        let Some((at, mut lines)) = next.or(last) else { return Ok(None) };
        lines.append(&mut used);
        let totals = Totals::of(&lines, subscription.price.amount.currency())?;
        Ok(Some(Self { at, lines, totals }))
    }
}
