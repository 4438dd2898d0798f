//! A meter, plans priced by it, and subscriptions to them.
//!
//! In: names and numbers. Out: import records. Not here: what is used.

use domain::{
    Aggregation, Currency, Interval, MeteredPrice, Money, Period, Price, SeatRange, SubscriptionStatus,
};
use portico::import::{MeterRecord, PlanRecord, SubscriptionRecord};
use rust_decimal::Decimal;

use crate::books;

/// What the meter is called.
pub(crate) const METER: &str = "calls";

/// The meter.
pub(crate) fn meter() -> anyhow::Result<MeterRecord> {
    Ok(MeterRecord {
        id: None,
        key: METER.parse()?,
        name: "API calls".into(),
        unit: "calls".into(),
        aggregation: Aggregation::Sum,
        created_at: None,
    })
}

/// A plan paid monthly, with 10,000 calls included; its external id is its name.
pub(crate) fn plan(name: &str, euros: i64) -> anyhow::Result<PlanRecord> {
    let calls = MeteredPrice {
        meter: METER.parse()?,
        included: Decimal::from(10_000),
        unit_price: Decimal::new(15, 4),
        tiers: Vec::new(),
    };
    Ok(PlanRecord {
        id: None,
        external_id: Some(name.into()),
        name: name.into(),
        description: String::new(),
        price: Price {
            metered: vec![calls],
            ..Price::flat(Money::from_minor(euros * 100, Currency::EUR), Interval::Month)
        },
        seats: SeatRange::ANY,
        self_serve_changes: true,
        self_serve_cancelation: true,
        created_at: None,
    })
}

/// The subscription of the customer with this number.
pub(crate) fn subscription(number: usize, plan: &str, period: Period) -> SubscriptionRecord {
    SubscriptionRecord {
        id: None,
        external_id: Some(format!("S-{number}")),
        customer: books::external_id(number),
        plan: plan.into(),
        plan_name: None,
        price: None,
        seats: 1,
        status: SubscriptionStatus::Active,
        period,
        anchor: None,
        trial_end: None,
        earlier_terms: Vec::new(),
        pending_change: None,
        cancelation: None,
        contract: None,
        assigned_seats: None,
        billed_by: None,
        created_at: None,
    }
}
