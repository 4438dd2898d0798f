//! A merchant's app tells what customers use: counted once, in the right period, or refused by name.

use domain::{Customer, Plan, Subscription, SubscriptionStatus};
use futures::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::visiting::sequence;

both_engines!(
    usage_adds_up_by_the_rule_of_its_meter,
    the_same_event_counts_once_whoever_sends_it,
    what_is_wrong_with_one_event_holds_up_no_other,
    a_batch_that_cannot_be_read_counts_nothing,
    an_event_counts_in_the_period_of_its_own_time,
    meters_are_the_merchants_own,
    a_plan_is_priced_by_meters_that_exist,
    usage_moves_in_and_out_without_loss,
    what_was_charged_is_charged_once,
    a_trial_ends_on_time_for_what_is_used_after_it,
);

/// Adds a meter.
pub(crate) async fn meter(world: &World, key: &str, aggregation: &str) {
    let body = json!({ "key": key, "name": key.to_uppercase(), "unit": "calls", "aggregation": aggregation });
    Caller::admin(world).post("/v1/meters", &body).await.expect(201);
}

/// A customer on a plan of €49.00 a month, whose 1,000 included calls are followed by others at €0.015.
pub(crate) async fn metered(world: &World, name: &str, keys: &[&str]) -> (Customer, Subscription) {
    let plan = metered_plan(world, keys).await;
    let customer = world.customer(name).insert().await;
    let subscription = world.subscription(&customer, &plan).insert().await;
    (customer, subscription)
}

async fn metered_plan(world: &World, keys: &[&str]) -> Plan {
    let metered: Vec<Value> =
        keys.iter().map(|key| json!({ "meter": key, "included": "1000", "unit_price": "0.015" })).collect();
    let amount = json!({ "amount": "49.00", "currency": "EUR" });
    let price = json!({ "amount": amount, "interval": "month", "per_seat": false, "metered": metered });
    let plan = json!({ "name": "Pro", "price": price });
    let plan = Caller::admin(world).post("/v1/plans", &plan).await.expect(201).json();
    serde_json::from_value(plan).unwrap()
}

/// Sends events, of which none may be refused.
pub(crate) async fn send(world: &World, events: &[Value]) -> Value {
    let recorded = record(world, events).await;
    assert_eq!(recorded["refused"], json!([]));
    recorded
}

pub(crate) async fn record(world: &World, events: &[Value]) -> Value {
    Caller::admin(world).post("/v1/usage-events", &json!({ "events": events })).await.expect(200).json()
}

pub(crate) fn event(customer: &Customer, id: &str, quantity: &str) -> Value {
    json!({ "id": id, "customer_id": customer.id, "meter": "api_calls", "quantity": quantity })
}

pub(crate) fn with(event: Value, changes: Value) -> Value {
    let mut event = event;
    event.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    event
}

/// What a customer uses, as the API tells it.
pub(crate) async fn usage(world: &World, customer: &Customer) -> Value {
    let path = format!("/v1/customers/{}/usage", customer.id);
    Caller::staff(world).get(&path).await.expect(200).json()["usage"].clone()
}

/// What the running period came to, meter by meter.
async fn quantities(world: &World, customer: &Customer) -> Vec<String> {
    let usage = usage(world, customer).await;
    let rows = usage.as_array().unwrap().iter();
    rows.map(|row| row["current"]["quantity"].as_str().unwrap().to_owned()).collect()
}

async fn usage_adds_up_by_the_rule_of_its_meter(world: World) {
    for (key, aggregation) in
        [("api_calls", "sum"), ("seats", "max"), ("storage", "last"), ("users", "unique")]
    {
        meter(&world, key, aggregation).await;
    }
    let (acme, _) = metered(&world, "Acme", &["api_calls", "seats", "storage", "users"]).await;
    assert_eq!(quantities(&world, &acme).await, ["0", "0", "0", "0"]);
    let before = sequence(&world).await;
    let at = |day: u32| format!("2030-03-14T0{day}:00:00Z");
    let of = |meter: &str, id: u32, hour: u32, quantity: &str| {
        let id = format!("{meter}-{id}");
        json!({ "id": id, "customer_id": acme.id, "meter": meter, "timestamp": at(hour), "quantity": quantity })
    };
    let user = |id: u32, value: &str| json!({ "id": format!("u-{id}"), "customer_id": acme.id, "meter": "users", "value": value });
    // Later ones first: the order in which events arrive does not count.
    let first = [
        of("api_calls", 1, 9, "1200.5"),
        of("seats", 1, 2, "12"),
        of("storage", 1, 9, "70"),
        user(1, "ann"),
        user(2, "bob"),
        user(3, "ann"),
    ];
    let second = [
        of("api_calls", 2, 1, "0.75"),
        of("seats", 2, 3, "9"),
        of("storage", 2, 1, "900"),
        user(4, "bob"),
        user(5, "eve"),
    ];
    assert_eq!(send(&world, &first).await["accepted"], 6);
    world.advance(SignedDuration::from_hours(24));
    assert_eq!(send(&world, &second).await["accepted"], 5);
    assert_eq!(quantities(&world, &acme).await, ["1201.25", "12", "70", "3"]);
    assert_eq!(sequence(&world).await, before, "the log does not drown in usage");

    let rows = usage(&world, &acme).await;
    let calls = &rows[0];
    let lines: Vec<(&str, &str, &str)> = calls["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let text = |field: &str| line[field].as_str().unwrap();
            (text("description"), text("quantity"), line["amount"]["amount"].as_str().unwrap())
        })
        .collect();
    // 201.25 × 0.015 = 3.01875
    assert_eq!(
        lines,
        [("API_CALLS, ≤ 1\u{a0}000", "1000", "0.00"), ("API_CALLS, > 1\u{a0}000", "201.25", "3.02")]
    );
    assert_eq!(calls["cost"]["total"]["amount"], "3.02");
    assert_eq!(calls["days"], json!([{ "day": "2030-03-14", "quantity": "1201.25" }]));
    assert_eq!(calls["projected"], json!(null), "a day says little about a month");
    world.advance(SignedDuration::from_hours(24 * 9));
    // Ten and a half of 31 days, of which one has 23 hours.
    assert_eq!(usage(&world, &acme).await[0]["projected"], "3541.78");
}

async fn the_same_event_counts_once_whoever_sends_it(world: World) {
    meter(&world, "api_calls", "sum").await;
    let (acme, subscription) = metered(&world, "Acme", &["api_calls"]).await;
    let batch: Vec<Value> = (0..40).map(|n| event(&acme, &format!("e-{n}"), "10")).collect();
    let sent = join_all((0..8).map(|_| send(&world, &batch))).await;
    let accepted: Vec<i64> = sent.iter().map(|answer| answer["accepted"].as_i64().unwrap()).collect();
    assert_eq!(accepted.iter().filter(|count| **count == 40).count(), 1, "{accepted:?}");
    assert_eq!(accepted.iter().sum::<i64>(), 40, "{accepted:?}");
    assert_eq!(quantities(&world, &acme).await, ["400"]);

    // However it is written, and within one batch too.
    let again = [
        event(&acme, "e-0", "10.000"),
        with(event(&acme, "e-0", "10"), json!({ "timestamp": "2030-03-14T12:00:00+01:00" })),
        with(event(&acme, "e-0", "10"), json!({ "subscription_id": subscription.id })),
        event(&acme, "new", "1"),
        event(&acme, "new", "1"),
    ];
    let recorded = send(&world, &again).await;
    assert_eq!((&recorded["accepted"], &recorded["duplicates"]), (&json!(1), &json!(4)));
    for other in [
        event(&acme, "e-0", "11"),
        with(event(&acme, "e-0", "10"), json!({ "timestamp": "2030-03-14T11:00:01Z" })),
        with(event(&acme, "new", "1"), json!({ "timestamp": "2030-03-14T10:59:59Z" })),
    ] {
        let recorded = record(&world, std::slice::from_ref(&other)).await;
        assert_eq!(recorded["refused"][0]["field"], "id", "{other}: {recorded}");
    }
    let recorded = record(&world, &[event(&acme, "twin", "1"), event(&acme, "twin", "2")]).await;
    assert_eq!((&recorded["accepted"], &recorded["refused"][0]["index"]), (&json!(1), &json!(1)));
    assert_eq!(quantities(&world, &acme).await, ["402"]);

    // A key for the whole request works too.
    let (app, body) = (Caller::admin(&world), json!({ "events": [event(&acme, "keyed", "1")] }));
    let first = app.post_with_key("k", "/v1/usage-events", &body).await.expect(200).json();
    assert_eq!(app.post_with_key("k", "/v1/usage-events", &body).await.expect(200).json(), first);
}

async fn what_is_wrong_with_one_event_holds_up_no_other(world: World) {
    meter(&world, "api_calls", "sum").await;
    meter(&world, "users", "unique").await;
    meter(&world, "unpriced", "sum").await;
    let (acme, subscription) = metered(&world, "Acme", &["api_calls", "users"]).await;
    let alias = world.customer("Alias").external_id("crm-7").insert().await;
    let nobody = "cus_01k9zv7c5e8h2m4q6s8w0y2a4c";
    let wrong = [
        (json!({ "id": "" }), "id"),
        (json!({ "id": "a\u{0}b" }), "id"),
        (json!({ "id": "x".repeat(101) }), "id"),
        (json!({ "customer_id": nobody }), "customer_id"),
        (json!({ "customer_id": "acme" }), "customer_id"),
        (json!({ "customer_alias": "crm-7" }), "customer_id"),
        (json!({ "customer_id": null }), "customer_id"),
        (json!({ "customer_id": null, "customer_alias": "crm-8" }), "customer_alias"),
        (json!({ "customer_id": null, "customer_alias": "a\u{0}" }), "customer_alias"),
        (json!({ "customer_id": alias.id }), "meter"),
        (json!({ "subscription_id": "sub_01k9zv7c5e8h2m4q6s8w0y2a4c" }), "meter"),
        (json!({ "subscription_id": "x" }), "subscription_id"),
        (json!({ "meter": "nothing" }), "meter"),
        (json!({ "meter": "API CALLS" }), "meter"),
        (json!({ "meter": "unpriced" }), "meter"),
        (json!({ "quantity": null }), "quantity"),
        (json!({ "quantity": "-1" }), "quantity"),
        (json!({ "quantity": "NaN" }), "quantity"),
        (json!({ "quantity": "inf" }), "quantity"),
        (json!({ "quantity": "1e3" }), "quantity"),
        (json!({ "quantity": "" }), "quantity"),
        (json!({ "quantity": " 1" }), "quantity"),
        (json!({ "quantity": "1,5" }), "quantity"),
        (json!({ "quantity": "1000000000000" }), "quantity"),
        (json!({ "quantity": "0.0000001" }), "quantity"),
        (json!({ "quantity": "9".repeat(400) }), "quantity"),
        (json!({ "value": "ann" }), "value"),
        (json!({ "meter": "users" }), "quantity"),
        (json!({ "meter": "users", "quantity": null }), "value"),
        (json!({ "meter": "users", "quantity": null, "value": "" }), "value"),
        (json!({ "timestamp": "yesterday" }), "timestamp"),
        (json!({ "timestamp": "2030-03-14" }), "timestamp"),
        (json!({ "timestamp": "2030-03-14T11:05:01Z" }), "timestamp"),
        (json!({ "timestamp": "9999-12-31T00:00:00Z" }), "timestamp"),
        (json!({ "timestamp": "0001-01-01T00:00:00Z" }), "timestamp"),
        (json!({ "timestamp": "2030-03-13T22:59:59Z" }), "timestamp"),
    ];
    let mut events: Vec<Value> = Vec::new();
    for (at, (changes, _)) in wrong.iter().enumerate() {
        events.push(with(event(&acme, &format!("bad-{at}"), "5"), changes.clone()));
        events.push(event(&acme, &format!("good-{at}"), "1"));
    }
    events.push(with(event(&acme, "ahead", "1"), json!({ "timestamp": "2030-03-14T11:05:00Z" })));
    events.push(with(event(&acme, "named", "1"), json!({ "subscription_id": subscription.id })));
    let recorded = record(&world, &events).await;
    let refused: Vec<(u64, &str)> = recorded["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["index"].as_u64().unwrap(), one["field"].as_str().unwrap()))
        .collect();
    let expected: Vec<(u64, &str)> = (0..).step_by(2).zip(wrong.iter().map(|(_, field)| *field)).collect();
    assert_eq!(refused, expected, "{recorded:#}");
    assert_eq!(recorded["accepted"], wrong.len() + 2);
    assert_eq!(quantities(&world, &acme).await[0], (wrong.len() + 2).to_string());
}

async fn a_batch_that_cannot_be_read_counts_nothing(world: World) {
    meter(&world, "api_calls", "sum").await;
    let (acme, _) = metered(&world, "Acme", &["api_calls"]).await;
    let app = Caller::admin(&world);
    let good = event(&acme, "good", "1");
    for (body, refusal) in [
        (json!({ "events": [] }), "422 invalid"),
        (json!({ "events": "all" }), "422 invalid"),
        (json!({}), "422 invalid"),
        (json!({ "events": [good, { "id": 7 }] }), "422 invalid"),
        (json!({ "events": [good, with(good.clone(), json!({ "quantity": 5 }))] }), "422 invalid"),
        (json!({ "events": [good, with(good.clone(), json!({ "color": "red" }))] }), "422 invalid"),
        (json!({ "events": vec![json!({ "id": "x", "meter": "m" }); 5_001] }), "422 invalid"),
        (json!({ "events": vec![json!({ "id": "x", "meter": "m" }); 100_000] }), "413 too_large"),
    ] {
        assert_eq!(app.post("/v1/usage-events", &body).await.refusal(), refusal);
    }
    let broken =
        app.request(reqwest::Method::POST, "/v1/usage-events").header("content-type", "application/json");
    let broken = app.send(broken.body(r#"{"events":[{"id":"good""#)).await;
    assert_eq!(broken.refusal(), "422 invalid");
    let staff = Caller::staff(&world).post("/v1/usage-events", &json!({ "events": [good] })).await;
    assert_eq!(staff.refusal(), "403 forbidden", "use changes what customers owe");
    assert_eq!(quantities(&world, &acme).await, ["0"]);
}

async fn an_event_counts_in_the_period_of_its_own_time(world: World) {
    meter(&world, "api_calls", "sum").await;
    let (acme, subscription) = metered(&world, "Acme", &["api_calls"]).await;
    send(&world, &[event(&acme, "early", "7")]).await;
    let end = subscription.period.end;
    world.advance(end.duration_since(world.now()) + SignedDuration::from_secs(60));
    // The renewal is a minute late: each event still finds its own period.
    let last = end - SignedDuration::from_micros(1);
    let around = [
        with(event(&acme, "last", "1"), json!({ "timestamp": last.to_string() })),
        with(event(&acme, "first", "100"), json!({ "timestamp": end.to_string() })),
    ];
    send(&world, &around).await;
    assert_eq!(quantities(&world, &acme).await, ["8"]);
    let mut conn = world.app.db.read().await.unwrap();
    let lines =
        portico::metering::lines_due(&mut conn, &world.merchant.id, &subscription, subscription.period.end)
            .await
            .unwrap();
    assert_eq!(lines.iter().map(|line| line.quantity.to_string()).collect::<Vec<_>>(), ["8"]);
}

async fn meters_are_the_merchants_own(world: World) {
    let app = Caller::admin(&world);
    let body = json!({ "key": "api_calls", "name": "API calls", "unit": "calls", "aggregation": "sum" });
    let meter = app.post("/v1/meters", &body).await.expect(201).json();
    assert_eq!(app.get("/v1/meters").await.json()["data"], json!([meter]));
    assert_eq!(app.post("/v1/meters", &body).await.refusal(), "409 conflict");
    assert_eq!(Caller::staff(&world).post("/v1/meters", &body).await.refusal(), "403 forbidden");
    for (changes, field) in [
        (json!({ "key": "API" }), "key"),
        (json!({ "key": "" }), "key"),
        (json!({ "key": "b", "name": " " }), "name"),
        (json!({ "key": "b", "unit": "" }), "unit"),
        (json!({ "key": "b", "unit": "a\nb" }), "unit"),
        (json!({ "key": "b", "aggregation": "median" }), "aggregation"),
    ] {
        let refused = app.post("/v1/meters", &with(body.clone(), changes)).await;
        assert_eq!(
            (refused.refusal().as_str(), refused.faulty_fields()),
            ("422 invalid", vec![field.to_owned()])
        );
    }
}

async fn a_plan_is_priced_by_meters_that_exist(world: World) {
    meter(&world, "api_calls", "sum").await;
    let app = Caller::admin(&world);
    let plan = |metered: Value| {
        let amount = json!({ "amount": "49.00", "currency": "EUR" });
        json!({ "name": "Pro", "price": { "amount": amount, "interval": "month", "per_seat": false, "metered": metered } })
    };
    let fine = json!([{ "meter": "api_calls", "included": "1000", "unit_price": "0.0015",
                        "tiers": [{ "above": "5000", "unit_price": "0.001" }] }]);
    let created = app.post("/v1/plans", &plan(fine.clone())).await.expect(201).json();
    assert_eq!(created["price"]["metered"], fine);
    let read = app.get(&format!("/v1/plans/{}", created["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(read.json(), created);
    for (metered, field) in [
        (json!([{ "meter": "nothing", "unit_price": "1" }]), "price.metered[0].meter"),
        (json!([{ "meter": "api_calls", "unit_price": "-1" }]), "price.metered"),
        (
            json!([{ "meter": "api_calls", "unit_price": "1" }, { "meter": "api_calls", "unit_price": "2" }]),
            "price.metered",
        ),
        (json!([{ "meter": "api_calls", "unit_price": "1", "included": "-1" }]), "price.metered"),
        (
            json!([{ "meter": "api_calls", "unit_price": "1", "tiers": [{ "above": "0", "unit_price": "1" }] }]),
            "price.metered",
        ),
    ] {
        let refused = app.post("/v1/plans", &plan(metered.clone())).await;
        assert_eq!(refused.refusal(), "422 invalid", "{metered}");
        assert_eq!(refused.faulty_fields(), [field], "{metered}");
    }
}

async fn usage_moves_in_and_out_without_loss(world: World) {
    let usage_at = |id: u32, at: &str, quantity: &str| json!({ "kind": "usage", "id": format!("old-{id}"), "subscription": "S-1", "meter": "api_calls", "at": at, "quantity": quantity });
    let price = json!({ "amount": { "amount": "49.00", "currency": "EUR" }, "interval": "month", "per_seat": false,
                        "metered": [{ "meter": "api_calls", "included": "1000", "unit_price": "0.0015" }] });
    let period = json!({ "start": "2030-03-13T23:00:00Z", "end": "2030-04-13T22:00:00Z" });
    let records = [
        usage_at(1, "2030-03-14T08:00:00Z", "12"),
        usage_at(2, "2030-02-20T08:00:00Z", "700.5"),
        usage_at(3, "2030-02-21T08:00:00Z", "800"),
        usage_at(4, "2029-11-20T08:00:00Z", "9"),
        json!({ "kind": "subscription", "external_id": "S-1", "customer": "C-1", "plan": "P-1", "status": "active", "period": period }),
        json!({ "kind": "plan", "external_id": "P-1", "name": "Pro", "price": price }),
        json!({ "kind": "meter", "key": "api_calls", "name": "API calls", "unit": "calls", "aggregation": "sum" }),
        json!({ "kind": "customer", "external_id": "C-1", "name": "Acme", "email": "billing@acme.example" }),
    ];
    let lines = |records: &[Value]| records.iter().map(|record| format!("{record}\n")).collect::<String>();
    let first = import(&world, &lines(&records)).await;
    assert_eq!(first.faults, []);
    let customer = Caller::staff(&world).get("/v1/customers/by-external-id/C-1").await.json();
    let customer = serde_json::from_value(customer).unwrap();
    let calls = usage(&world, &customer).await[0].clone();
    assert_eq!(calls["current"]["quantity"], "12");
    let past: Vec<&str> =
        calls["past"].as_array().unwrap().iter().map(|past| past["quantity"].as_str().unwrap()).collect();
    assert_eq!(past, ["1500.5", "9"]);

    let mut exported = Vec::new();
    portico::export::export(&world.app, &world.merchant.id, &mut exported, || {}).await.unwrap();
    let exported = String::from_utf8(exported).unwrap();
    assert_eq!(exported.lines().count(), records.len());
    let again = import(&world, &exported).await;
    assert_eq!(again.changes, Vec::<String>::new());
    assert_eq!((again.counts[4].1.unchanged, again.counts[5].1.unchanged), (1, 4));
    assert_eq!(usage(&world, &customer).await[0], calls);

    // What was charged before Portico knew of it is not charged again.
    let mut conn = world.app.db.read().await.unwrap();
    let id = serde_json::from_value(calls["subscription_id"].clone()).unwrap();
    let subscription =
        portico::store::subscriptions::find(&mut conn, &world.merchant.id, &id).await.unwrap().unwrap();
    let due =
        portico::metering::lines_due(&mut conn, &world.merchant.id, &subscription, subscription.period.end);
    assert_eq!(due.await.unwrap().len(), 1);

    for (wrong, why) in [
        (usage_at(1, "2030-03-14T08:00:00Z", "13"), "other content"),
        (usage_at(9, "2030-04-14T08:00:00Z", "1"), "no period"),
        (usage_at(9, "2030-03-14T08:00:00Z", "-1"), "quantity"),
        (with(usage_at(9, "2030-03-14T08:00:00Z", "1"), json!({ "meter": "nothing" })), "no such meter"),
        (
            with(usage_at(9, "2030-03-14T08:00:00Z", "1"), json!({ "subscription": "S-2" })),
            "no such subscription",
        ),
        (with(records[6].clone(), json!({ "aggregation": "max" })), "in another way"),
        (
            with(
                records[5].clone(),
                json!({ "price": with(price.clone(), json!({ "metered": [{ "meter": "x", "unit_price": "1" }] })) }),
            ),
            "no such meter",
        ),
    ] {
        let refused = import(&world, &lines(std::slice::from_ref(&wrong))).await;
        let faults = refused.faults.iter().map(ToString::to_string).collect::<String>();
        assert!(faults.contains(why), "{wrong}: {faults}");
    }
}

async fn import(world: &World, lines: &str) -> portico::import::Report {
    let file = world.folder().join("usage.jsonl");
    std::fs::write(&file, lines).unwrap();
    let reading = portico::import::jsonl::read(&file);
    assert_eq!(reading.faults, []);
    portico::import::apply(
        &world.app,
        &world.merchant,
        reading.records,
        portico::import::Options::default(),
        || {},
    )
    .await
    .unwrap()
}

async fn what_was_charged_is_charged_once(world: World) {
    meter(&world, "api_calls", "sum").await;
    let (acme, subscription) = metered(&world, "Acme", &["api_calls"]).await;
    send(&world, &[event(&acme, "e-1", "1100")]).await;
    let merchant = &world.merchant.id;
    let charge = async |status| {
        let subscription = Subscription { status, ..subscription.clone() };
        let mut tx = world.app.db.write().await.unwrap();
        let until = subscription.period.end;
        let lines =
            portico::metering::charge(&mut tx, merchant, &subscription, until, world.now()).await.unwrap();
        (tx, lines)
    };
    let (undone, lines) = charge(subscription.status).await;
    assert_eq!(lines.iter().map(|line| line.amount.minor()).collect::<Vec<_>>(), [0, 150]);
    drop(undone);
    let (trial, lines) = charge(domain::SubscriptionStatus::Trialing).await;
    assert_eq!(lines, [], "use during a trial is free");
    drop(trial);
    let (done, lines) = charge(subscription.status).await;
    assert_eq!(lines.len(), 2);
    done.commit().await.unwrap();
    let (again, lines) = charge(subscription.status).await;
    assert_eq!(lines, []);
    drop(again);
}

async fn a_trial_ends_on_time_for_what_is_used_after_it(world: World) {
    meter(&world, "api_calls", "sum").await;
    let plan = metered_plan(&world, &["api_calls"]).await;
    let customer = world.customer("Acme").insert().await;
    let ends = world.now() + SignedDuration::from_hours(24);
    let trial = |s: &mut Subscription| (s.status, s.trial_end) = (SubscriptionStatus::Trialing, Some(ends));
    world.subscription(&customer, &plan).with(trial).insert().await;
    // Its renewal is late: the clock has passed the end, and no worker has looked yet.
    world.advance(SignedDuration::from_hours(25));
    send(&world, &[event(&customer, "after", "1500")]).await;
    world.run_workers_dry().await;
    assert_eq!(quantities(&world, &customer).await, ["1500"], "counted in the period after the trial");
}
