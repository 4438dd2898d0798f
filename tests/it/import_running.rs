//! Subscriptions that ran elsewhere until now: what was billed there is not billed again.

use std::path::PathBuf;

use domain::{Period, Subscription, SubscriptionStatus};
use portico::import::{Options, Report, apply, jsonl};
use portico::store;
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::visiting::facts;

both_engines!(
    a_period_that_is_over_is_not_billed_again,
    missed_periods_are_billed_where_that_is_wished,
    a_period_that_its_billing_day_does_not_explain_is_no_row,
);

/// A plan of €49.00 a month and a subscription to it that somebody else ran until the end of December.
fn record(name: &str, more: &Value) -> Value {
    let mut record = json!({
        "kind": "subscription", "external_id": name, "customer": "C-1", "plan": "P-1", "status": "active",
        "period": { "start": "2029-11-30T23:00:00Z", "end": "2029-12-31T23:00:00Z" },
    });
    record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    record
}

/// A file with the plan, the customer and these subscriptions.
fn write(world: &World, subscriptions: &[Value]) -> PathBuf {
    let price =
        json!({ "amount": { "amount": "49.00", "currency": "EUR" }, "interval": "month", "per_seat": false });
    let before = [
        json!({ "kind": "plan", "external_id": "P-1", "name": "Pro", "price": price }),
        json!({ "kind": "customer", "external_id": "C-1", "name": "Acme", "email": "billing@acme.example" }),
    ];
    let lines: String = before.iter().chain(subscriptions).map(|record| format!("{record}\n")).collect();
    let path = world.folder().join("running.jsonl");
    std::fs::write(&path, lines).unwrap();
    path
}

async fn import(world: &World, subscriptions: &[Value], options: Options) -> Report {
    let reading = jsonl::read(&write(world, subscriptions));
    assert_eq!(reading.faults, []);
    let report = apply(&world.app, &world.merchant, reading.records, options, || {}).await.unwrap();
    assert_eq!(report.faults, []);
    report
}

async fn stored(world: &World, name: &str) -> Subscription {
    let mut conn = world.app.db.read().await.unwrap();
    let found = store::subscriptions::find_by_external_id(&mut conn, &world.merchant.id, name).await;
    found.unwrap().unwrap()
}

/// The days on which a period starts and ends, in the merchant's zone.
fn days(period: Period, world: &World) -> (String, String) {
    let day = |at: jiff::Timestamp| at.to_zoned(world.zone()).date().to_string();
    (day(period.start), day(period.end))
}

/// How many invoices there are for what is named so.
async fn invoices_of(world: &World, name: &str) -> usize {
    let id = stored(world, name).await.id;
    let issued = facts(world, 0).await.into_iter().filter(|fact| {
        matches!(fact, domain::EventBody::InvoiceIssued { invoice } if invoice.subscription_id.as_ref() == Some(&id))
    });
    issued.count()
}

async fn a_period_that_is_over_is_not_billed_again(world: World) {
    let ending = json!({ "cancelation": {
        "requested_at": "2029-12-05T09:00:00Z", "effective_at": "2029-12-31T23:00:00Z",
        "requested_by": { "type": "customer" },
    } });
    let subscriptions = [
        record("runs", &json!({})),
        record("tries", &json!({ "status": "trialing", "trial_end": "2029-12-14T23:00:00Z" })),
        record("ends", &ending),
        record(
            "current",
            &json!({ "period": { "start": "2030-03-09T23:00:00Z", "end": "2030-04-09T22:00:00Z" } }),
        ),
    ];
    let report = import(&world, &subscriptions, Options::default()).await;
    assert_eq!(report.unbilled_periods, 6, "December to February, and a trial with two months");
    let runs = stored(&world, "runs").await;
    assert_eq!(days(runs.period, &world), ("2030-03-01".into(), "2030-04-01".into()));
    let since = runs.created_at.to_zoned(world.zone()).date().to_string();
    assert_eq!(since, "2029-12-01", "nobody says since when, but not since the import");
    let tries = stored(&world, "tries").await;
    assert_eq!((tries.status, tries.trial_end), (SubscriptionStatus::Active, None));
    assert_eq!(days(tries.period, &world), ("2030-02-15".into(), "2030-03-15".into()));
    let current = stored(&world, "current").await;
    assert_eq!(days(current.period, &world), ("2030-03-10".into(), "2030-04-10".into()));

    world.run_workers_dry().await;
    assert_eq!(stored(&world, "ends").await.status, SubscriptionStatus::Canceled);
    for name in ["runs", "tries", "ends", "current"] {
        assert_eq!(invoices_of(&world, name).await, 0, "{name}");
    }
    let again = import(&world, &subscriptions[..2], Options::default()).await;
    assert_eq!((again.counts[2].1.unchanged, again.unbilled_periods), (2, 0));

    // From then on it is billed here.
    world.advance(jiff::SignedDuration::from_hours(24 * 20));
    world.run_workers_dry().await;
    assert_eq!(invoices_of(&world, "runs").await, 1);
    assert_eq!(days(stored(&world, "runs").await.period, &world).0, "2030-04-01");
}

async fn missed_periods_are_billed_where_that_is_wished(world: World) {
    let options = Options { bill_missed: true, ..Options::default() };
    let report = import(&world, &[record("runs", &json!({}))], options).await;
    assert_eq!(report.unbilled_periods, 0);
    assert_eq!(days(stored(&world, "runs").await.period, &world).0, "2029-12-01");
    world.run_workers_dry().await;
    assert_eq!(invoices_of(&world, "runs").await, 3, "January to March");
    assert_eq!(days(stored(&world, "runs").await.period, &world).0, "2030-03-01");
}

async fn a_period_that_its_billing_day_does_not_explain_is_no_row(world: World) {
    let half = json!({ "start": "2029-11-30T23:00:00Z", "end": "2029-12-14T23:00:00Z" });
    let tries = |trial_end: Value| json!({ "status": "trialing", "trial_end": trial_end });
    for (changes, fault) in [
        (json!({ "period": half }), "the period does not run from one billing day to the next"),
        (
            json!({ "anchor": { "day": 15, "month": 1 } }),
            "the period does not run from one billing day to the next",
        ),
        (tries(Value::Null), "a trial needs the moment it ends"),
        (tries(json!("2030-01-20T00:00:00Z")), "the trial ends outside its period"),
    ] {
        let path = write(&world, &[record("odd", &changes)]);
        let records = jsonl::read(&path).records;
        let report = apply(&world.app, &world.merchant, records, Options::default(), || {}).await.unwrap();
        let faults: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
        assert!(matches!(faults.as_slice(), [only] if only.contains(fault)), "{changes}: {faults:?}");
    }
}
