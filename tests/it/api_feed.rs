//! A replica follows what happens, missing nothing.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use domain::{Actor, EventBody};
use futures::future::join_all;
use portico::store::events;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::api_call::Caller;

both_engines!(
    a_waiting_feed_is_woken,
    a_waiting_feed_sees_what_another_server_wrote,
    a_feed_ends_when_the_server_stops,
    the_feed_never_skips,
    a_snapshot_and_the_feed_make_the_state,
);

async fn a_waiting_feed_is_woken(world: World) {
    let app = Caller::staff(&world);
    let waiting = {
        let app = app.clone();
        tokio::spawn(async move { app.get("/v1/feed?after=0&wait=30").await.expect(200).json() })
    };
    let started = Instant::now();
    app.post("/v1/customers", &json!({ "name": "Acme", "email": "a@acme.example" })).await.expect(201);
    let page = waiting.await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(5), "it did not sit the wait out");
    assert_eq!((&page["head"], &page["events"][0]["type"]), (&json!(1), &json!("customer.created")));
    assert_eq!(page["epoch"], app.get("/v1/account").await.json()["epoch"]);
    let nothing = app.get("/v1/feed?after=1").await.expect(200).json();
    assert_eq!((&nothing["head"], &nothing["events"]), (&json!(1), &json!([])));
    for query in ["wait=31", "limit=0", "limit=1001", "after=x"] {
        assert_eq!(app.get(&format!("/v1/feed?{query}")).await.refusal(), "422 invalid", "{query}");
    }
}

async fn a_waiting_feed_sees_what_another_server_wrote(world: World) {
    let app = Caller::staff(&world);
    let waiting = tokio::spawn(async move { app.get("/v1/feed?after=0&wait=20").await.expect(200).json() });
    // Writes like another process on this database: nobody here is told.
    let customer = world.customer("Acme").insert().await;
    let page = waiting.await.unwrap();
    assert_eq!(page["events"][0]["data"]["customer"]["id"], json!(customer.id));
}

async fn a_feed_ends_when_the_server_stops(world: World) {
    let app = Caller::staff(&world);
    app.get("/v1/account").await.expect(200);
    let started = Instant::now();
    let waiting = tokio::spawn(async move { app.get("/v1/feed?after=0&wait=30").await });
    // Lets the request reach the server; were it slower than this, the story would only prove less.
    tokio::time::timeout(Duration::from_millis(300), std::future::pending::<()>()).await.unwrap_err();
    world.stop().await;
    assert_eq!(waiting.await.unwrap().status, 200);
    assert!(started.elapsed() < Duration::from_secs(10));
}

async fn the_feed_never_skips(world: World) {
    const WRITERS: usize = 8;
    const EACH: usize = 12;
    let customer = world.customer("Acme").insert().await;
    let writers = (0..WRITERS).map(|writer| {
        let (app, merchant, customer) = (world.app.clone(), world.merchant.id.clone(), customer.clone());
        tokio::spawn(async move {
            for round in 0..EACH {
                let mut tx = app.db.write().await.unwrap();
                let body = EventBody::CustomerUpdated { customer: customer.clone() };
                events::append(&mut tx, &app, &merchant, Actor::System, body).await.unwrap();
                // Gives others the chance to overtake between the sequence and its commit.
                for _ in 0..(writer * 7 + round * 3) % 11 {
                    tokio::task::yield_now().await;
                }
                match (writer + round) % 3 {
                    0 => drop(tx),
                    _ => app.commit(tx).await.unwrap(),
                }
            }
        })
    });
    let writers = join_all(writers.collect::<Vec<_>>());
    let kept =
        (0..WRITERS).flat_map(|w| (0..EACH).map(move |r| (w + r) % 3)).filter(|left| *left != 0).count();
    let last = i64::try_from(kept).unwrap() + 1;
    let readers = (0..3).map(|_| {
        let app = Caller::staff(&world);
        async move {
            let mut seen = Vec::new();
            while seen.last() != Some(&last) {
                let after = seen.last().copied().unwrap_or(0);
                let page =
                    app.get(&format!("/v1/feed?after={after}&wait=10&limit=5")).await.expect(200).json();
                assert!(page["head"].as_i64() >= Some(after), "the head never goes back");
                let events = page["events"].as_array().unwrap();
                assert!(!events.is_empty(), "the feed dried up after {after} of {last}");
                seen.extend(events.iter().map(|event| event["sequence"].as_i64().unwrap()));
            }
            seen
        }
    });
    let (written, read) = tokio::join!(writers, join_all(readers));
    written.into_iter().for_each(|writer| writer.unwrap());
    for seen in read {
        assert_eq!(seen, (1..=last).collect::<Vec<_>>(), "every event once, in order, without gaps");
    }
}

/// Customers by id, as a replica would keep them.
fn take(state: &mut BTreeMap<String, Value>, customer: &Value) {
    state.insert(customer["id"].as_str().unwrap().to_owned(), customer.clone());
}

async fn a_snapshot_and_the_feed_make_the_state(world: World) {
    let customers = join_all((0..30).map(|n| world.customer(&format!("Customer {n}")).insert())).await;
    let (plan, app) = (world.plan("Pro", "5").await, Caller::staff(&world));
    world.subscription(&customers[0], &plan).insert().await;
    world.invoice(&customers[0], "R-1").line("Work", "1", "5").insert().await;
    app.post("/v1/customer-portal-sessions", &json!({ "customer_id": customers[1].id })).await.expect(201);

    let edits = async {
        for (n, customer) in customers.iter().enumerate() {
            let (path, change) =
                (format!("/v1/customers/{}", customer.id), json!({ "name": format!("Renamed {n}") }));
            app.write(Method::PATCH, &path, "\"1\"", &change).await.expect(200);
            app.post("/v1/customers", &json!({ "name": "New", "email": "n@new.example" })).await.expect(201);
        }
    };
    let snapshot = async { app.get("/v1/feed/snapshot").await.expect(200) };
    let ((), snapshot) = tokio::join!(edits, snapshot);
    assert_eq!(snapshot.header("content-type"), "application/x-ndjson");
    let text = String::from_utf8(snapshot.body).unwrap();
    let records: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let kinds: Vec<&str> = records.iter().map(|record| record["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds[0], kinds.last()), ("start", Some(&"end")));
    for kind in ["merchant", "configuration", "branding", "plan", "subscription", "invoice", "link"] {
        assert_eq!(kinds.iter().filter(|k| **k == kind).count(), 1, "{kind}");
    }

    let mut state = BTreeMap::new();
    records.iter().filter(|r| r["kind"] == "customer").for_each(|r| take(&mut state, &r["customer"]));
    let mut after = records[0]["sequence"].as_i64().unwrap();
    loop {
        let page = app.get(&format!("/v1/feed?after={after}&limit=10")).await.expect(200).json();
        let events = page["events"].as_array().unwrap();
        let Some(last) = events.last() else { break };
        after = last["sequence"].as_i64().unwrap();
        let changed = events.iter().filter(|e| e["type"].as_str().unwrap().starts_with("customer."));
        changed.for_each(|event| take(&mut state, &event["data"]["customer"]));
    }
    let mut truth = BTreeMap::new();
    let all = app.get("/v1/customers?limit=200").await.expect(200).json();
    all["data"].as_array().unwrap().iter().for_each(|customer| take(&mut truth, customer));
    assert_eq!(truth.len(), 60);
    assert_eq!(state, truth);
}
