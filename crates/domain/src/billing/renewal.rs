//! The lines of the invoice that begins a period.

use rust_decimal::Decimal;

use crate::{InvoiceLine, MoneyError, Period, Subscription, Terms};

/// What is due when `period` begins: its price in advance, under the terms in force then.
///
/// The subscription page prints these lines as the next invoice, and the renewal charges them. A change
/// that waits for this moment counts already.
pub fn renewal_lines(subscription: &Subscription, period: Period) -> Result<Vec<InvoiceLine>, MoneyError> {
    price_lines(&subscription.terms_at(period.start), period, None)
}

/// The price of `period` under `terms`: a line for each tier of seats. Where the period is only a part of
/// a longer one, `part_of` is that, and each line costs that part, rounded once.
pub fn price_lines(
    terms: &Terms,
    period: Period,
    part_of: Option<Period>,
) -> Result<Vec<InvoiceLine>, MoneyError> {
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
        line.part_of = part_of;
        lines.push(line.priced()?);
    }
    Ok(lines)
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
        let lines = price_lines(&terms(12), seconds(0, 30), None).expect("small amounts");
        let rows: Vec<_> = lines
            .iter()
            .map(|line| (line.description.as_str(), line.amount.minor(), line.tax.minor()))
            .collect();
        assert_eq!(rows, [("Growth, 1–10", 12_500, 2_375), ("Growth, 11–12", 1_998, 380)]);
    }

    #[test]
    fn a_part_of_a_period_costs_its_part() {
        let lines = price_lines(&terms(3), seconds(20, 30), Some(seconds(0, 30))).expect("small amounts");
        assert_eq!((lines[0].amount.minor(), lines[0].tax.minor()), (1_250, 238));
        assert_eq!((lines[0].fraction().part(), lines[0].fraction().whole()), (1, 3));
    }
}
