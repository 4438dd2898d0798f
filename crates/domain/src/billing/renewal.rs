//! The lines of the invoice that begins a period.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    BilledBy, EventBody, InvoiceLine, MoneyError, Period, Subscription, SubscriptionStatus, Terms, Totals,
};

/// What the next invoice will say, as things stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NextInvoice {
    /// When it is written.
    pub at: Timestamp,
    /// What it bills for.
    pub lines: Vec<InvoiceLine>,
    /// What they add up to.
    #[serde(flatten)]
    pub totals: Totals,
}

/// The invoice that follows the period paid for now; none where the subscription ends before.
pub fn next_invoice(subscription: &Subscription, zone: &TimeZone) -> Result<Option<NextInvoice>, MoneyError> {
    let Some(at) = subscription.next_invoice_at() else { return Ok(None) };
    let Some(next) = subscription.clone().into_next_period(zone) else { return Ok(None) };
    let lines = renewal_lines(subscription, next.period)?;
    let totals = Totals::of(&lines, next.price.amount.currency())?;
    Ok(Some(NextInvoice { at, lines, totals }))
}

/// A subscription that has gone into its next period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    /// It, in the new period and under the terms that waited for it; its version is counted.
    pub subscription: Subscription,
    /// The period that is over.
    pub ended: Period,
    /// Whether that was a trial.
    pub was_trial: bool,
    /// Whether a change that waited took effect.
    pub changed: bool,
    /// What the new period costs, paid in advance; nothing where another system bills it.
    pub lines: Vec<InvoiceLine>,
    /// What happened: renewed, or activated where a trial ended or a change took effect.
    pub fact: EventBody,
}

/// Renews `subscription` for one period, if the one before is over at `now`; of several that were missed,
/// it is the earliest. None where it is not time, an end is set, or the calendar ends.
pub fn renew(
    subscription: &Subscription,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Option<Renewal>, MoneyError> {
    let due = subscription.next_period_at().is_some_and(|at| at <= now);
    let Some(mut next) = due.then(|| subscription.clone().into_next_period(zone)).flatten() else {
        return Ok(None);
    };
    let lines = match subscription.billed_by {
        BilledBy::Portico => renewal_lines(subscription, next.period)?,
        BilledBy::Elsewhere => Vec::new(),
    };
    let was_trial = subscription.status == SubscriptionStatus::Trialing;
    next.version += 1;
    let told = next.clone();
    let changed = next.terms() != subscription.terms();
    let fact = if was_trial || changed {
        EventBody::SubscriptionActivated { subscription: told }
    } else {
        EventBody::SubscriptionRenewed { subscription: told }
    };
    let ended = Period { start: subscription.period.start, end: next.period.start };
    Ok(Some(Renewal { subscription: next, ended, was_trial, changed, lines, fact }))
}

/// What is due when `period` begins: its price in advance, under the terms in force then.
///
/// The subscription page prints these lines as the next invoice, and the renewal charges them. A change
/// that waits for this moment counts already.
pub fn renewal_lines(subscription: &Subscription, period: Period) -> Result<Vec<InvoiceLine>, MoneyError> {
    price_lines(&subscription.terms_at(period.start), period)
}

/// The price of a whole `period` under `terms`: a line for each tier of seats.
pub fn price_lines(terms: &Terms, period: Period) -> Result<Vec<InvoiceLine>, MoneyError> {
    let price = &terms.price;
    let steps = price.steps(terms.seats)?;
    let tiered = steps.len() > 1;
    let mut lines = Vec::with_capacity(steps.len());
    for step in steps {
        let description = match tiered {
            true => format!("{}, {}–{}", terms.plan_name, step.from, step.from + (step.seats - 1)),
            false => terms.plan_name.clone(),
        };
        let mut line = InvoiceLine::new(description, Decimal::from(step.seats), step.each);
        line.tax_rate = price.tax_rate;
        line.period = Some(period);
        lines.push(line.priced()?);
    }
    Ok(lines)
}

/// The price of `part` of the period `whole` under `terms`: one line, rounded once, so that a dearer plan
/// never comes out cheaper than the one it replaces.
pub(super) fn part_line(terms: &Terms, part: Period, whole: Period) -> Result<InvoiceLine, MoneyError> {
    let price = &terms.price;
    let mut line = match price.steps(terms.seats)?.as_slice() {
        [step] => InvoiceLine::new(&terms.plan_name, Decimal::from(step.seats), step.each),
        _ => {
            let description = format!("{}, 1–{}", terms.plan_name, terms.seats);
            InvoiceLine::new(description, Decimal::ONE, price.total(terms.seats)?)
        }
    };
    line.tax_rate = price.tax_rate;
    line.period = Some(part);
    line.part_of = Some(whole);
    line.priced()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::{Currency, Interval, Money, NewId as _, PlanId, Price, Tier};

    fn seconds(start: i64, end: i64) -> Period {
        let at = |second| Timestamp::from_second(second).expect("in range");
        Period { start: at(start), end: at(end) }
    }

    fn terms(seats: u32) -> Terms {
        let eur = |minor| Money::from_minor(minor, Currency::EUR);
        Terms {
            plan_id: PlanId::new(Timestamp::UNIX_EPOCH, [0; 10]),
            plan_name: "Growth".into(),
            price: Price {
                tiers: vec![Tier { from: 11, amount: eur(999) }],
                tax_rate: Decimal::from(19),
                ..Price::per_seat(eur(1_250), Interval::Month)
            },
            seats,
        }
    }

    #[test]
    fn each_tier_is_a_line_with_its_tax() {
        let lines = price_lines(&terms(12), seconds(0, 30)).expect("small amounts");
        let rows: Vec<_> = lines
            .iter()
            .map(|line| (line.description.as_str(), line.amount.minor(), line.tax.minor()))
            .collect();
        assert_eq!(rows, [("Growth, 1–10", 12_500, 2_375), ("Growth, 11–12", 1_998, 380)]);
    }

    #[test]
    fn a_part_of_a_period_costs_its_part() {
        let line = |seats| part_line(&terms(seats), seconds(20, 30), seconds(0, 30)).expect("small amounts");
        assert_eq!((line(3).amount.minor(), line(3).tax.minor()), (1_250, 238));
        assert_eq!((line(3).fraction().part(), line(3).fraction().whole()), (1, 3));
        assert_eq!((line(12).description.as_str(), line(12).amount.minor()), ("Growth, 1–12", 4_833));
    }
}
