//! A merchant's app loses an answer and asks again.

use std::time::Duration;

use futures::future::join_all;
use jiff::SignedDuration;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::api_call::Caller;

both_engines!(
    the_same_request_has_its_effect_once,
    another_request_needs_another_key,
    requests_sent_at_once_get_one_answer,
    a_lost_answer_is_given_again,
    a_refusal_can_be_tried_again,
    a_key_is_forgotten_after_a_day,
    kept_answers_give_no_secret_away,
);

fn acme() -> Value {
    json!({ "name": "Acme", "email": "a@acme.example" })
}

async fn customers(app: &Caller) -> usize {
    app.get("/v1/customers").await.expect(200).json()["data"].as_array().unwrap().len()
}

async fn the_same_request_has_its_effect_once(world: World) {
    let app = Caller::staff(&world);
    let first = app.post_with_key("a", "/v1/customers", &acme()).await.expect(201);
    world.advance(SignedDuration::from_hours(23));
    let again = json!({ "email": "a@acme.example", "name": "Acme", "external_id": null });
    let second = app.post_with_key("a", "/v1/customers", &again).await.expect(201);
    assert_eq!(second.body, first.body, "byte for byte");
    assert_eq!(second.header("content-type"), "application/json");
    assert_eq!(customers(&app).await, 1);
    assert_eq!(app.get("/v1/feed").await.json()["head"], 1, "one event");
}

async fn another_request_needs_another_key(world: World) {
    let (staff, admin) = (Caller::staff(&world), Caller::admin(&world));
    staff.post_with_key("a", "/v1/customers", &acme()).await.expect(201);
    let other = json!({ "name": "Other", "email": "a@acme.example" });
    let mismatch = "422 idempotency_mismatch";
    assert_eq!(staff.post_with_key("a", "/v1/customers", &other).await.refusal(), mismatch);
    assert_eq!(
        admin.post_with_key("a", "/v1/customers", &acme()).await.refusal(),
        mismatch,
        "another caller"
    );
    for bad in ["", " ", &"x".repeat(256)] {
        assert_eq!(staff.post_with_key(bad, "/v1/customers", &acme()).await.refusal(), "422 invalid");
    }
    assert_eq!(customers(&staff).await, 1);
    let plan = json!({ "name": "Pro", "price": { "amount": { "amount": "1", "currency": "EUR" }, "interval": "month", "per_seat": false } });
    admin.post_with_key("a", "/v1/plans", &plan).await.expect(201);
}

async fn requests_sent_at_once_get_one_answer(world: World) {
    let requests = (0..16).map(|_| {
        let app = Caller::staff(&world);
        async move { app.post_with_key("a", "/v1/customers", &acme()).await.expect(201).body }
    });
    let mut bodies = join_all(requests).await;
    bodies.dedup();
    assert_eq!(bodies.len(), 1);
    assert_eq!(customers(&Caller::staff(&world)).await, 1);
}

async fn a_lost_answer_is_given_again(world: World) {
    let app = Caller::staff(&world);
    for round in 0..24 {
        let key = format!("round {round}");
        let request =
            app.request(Method::POST, "/v1/customers").header("idempotency-key", &key).json(&acme());
        // Hangs up ever later: before the request is read, in the middle of its transaction, after it.
        let _ = request.timeout(Duration::from_micros(250 * round)).send().await;
        let first = app.post_with_key(&key, "/v1/customers", &acme()).await.expect(201);
        let second = app.post_with_key(&key, "/v1/customers", &acme()).await.expect(201);
        assert_eq!(first.body, second.body);
    }
    assert_eq!(customers(&app).await, 24);
    assert_eq!(app.get("/v1/feed").await.json()["head"], 24);
}

async fn a_refusal_can_be_tried_again(world: World) {
    let app = Caller::admin(&world);
    let body = |plan: &str| json!({ "customer_id": "cus_01k9zv7c5e8h2m4q6s8w0y2a4c", "plan_id": plan });
    let unknown = body("plan_01k9zv7c5e8h2m4q6s8w0y2a4c");
    assert_eq!(app.post_with_key("a", "/v1/subscriptions", &unknown).await.refusal(), "422 invalid");
    let (customer, plan) = (world.customer("Acme").insert().await, world.plan("Pro", "1").await);
    let known = json!({ "customer_id": customer.id, "plan_id": plan.id });
    app.post_with_key("a", "/v1/subscriptions", &known).await.expect(201);
}

async fn a_key_is_forgotten_after_a_day(world: World) {
    let app = Caller::staff(&world);
    app.post_with_key("a", "/v1/customers", &acme()).await.expect(201);
    world.advance(SignedDuration::from_hours(24));
    let other = json!({ "name": "Other", "email": "a@acme.example" });
    let created = app.post_with_key("a", "/v1/customers", &other).await.expect(201).json();
    assert_eq!(created["name"], "Other");
    assert_eq!(customers(&app).await, 2);
    let again = app.post_with_key("a", "/v1/customers", &other).await.expect(201).json();
    assert_eq!(again, created);
}

async fn kept_answers_give_no_secret_away(world: World) {
    let customer = world.customer("Acme").insert().await;
    let app = Caller::staff(&world);
    let body = json!({ "customer_id": customer.id });
    let made = app.post_with_key("a", "/v1/customer-portal-sessions", &body).await.expect(201).json();
    let again = app.post_with_key("a", "/v1/customer-portal-sessions", &body).await.expect(201).json();
    assert_eq!(again, made, "the same link, although Portico keeps only its hash");
    let merchant = &world.merchant.id;
    let key =
        portico::store::idempotency::Key { merchant, route: "POST /v1/customer-portal-sessions", text: "a" };
    let kept = portico::store::idempotency::find(&mut world.app.db.read().await.unwrap(), key).await.unwrap();
    let answer = kept.unwrap().answer;
    let plain = made["url"].as_str().unwrap().rsplit('/').next().unwrap().as_bytes();
    assert!(plain.len() >= 43 && !answer.windows(8).any(|window| plain.starts_with(window)));
}
