//! What crosses the public wire, frozen: a change here breaks the merchants' apps.

use expect_test::expect_file;
use jiff::SignedDuration;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Engine, World};

use crate::api_call::Caller;

/// The snapshot of a merchant's state and the events that made it, as pretty JSON with counted ids.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_shapes_of_nouns_and_events_stay() {
    let world = World::start(Engine::Sqlite).await;
    let app = Caller::admin(&world);
    let customer = json!({
        "name": "Acme GmbH", "email": "rechnung@acme.example", "external_id": "crm-1", "locale": "de",
        "address": { "line1": "Hauptstraße 1", "postal_code": "10115", "city": "Berlin", "country": "DE" },
        "tax_ids": [{ "kind": "eu_vat", "value": "DE123456789" }], "metadata": { "tier": "gold" }
    });
    let customer = app.post("/v1/customers", &customer).await.expect(201).json();
    let amount = json!({ "amount": "49.00", "currency": "EUR" });
    let plan = json!({ "name": "Pro", "external_id": "pro", "price": { "amount": amount, "interval": "month", "per_seat": true } });
    let plan = app.post("/v1/plans", &plan).await.expect(201).json();
    let contract = json!({ "start": "2030-03-14", "end": null, "terms": "Cancel any month." });
    let subscription =
        json!({ "customer_id": customer["id"], "plan_id": plan["id"], "seats": 3, "contract": contract });
    app.post("/v1/subscriptions", &subscription).await.expect(201);
    let row = serde_json::from_value(customer.clone()).unwrap();
    world.invoice(&row, "R-1").line("Pro, 3 seats", "3", "49.00").insert().await;
    world.advance(SignedDuration::from_secs(1));
    let configuration = app.get("/v1/portal-configuration").await.json();
    app.write(Method::PUT, "/v1/portal-configuration", "\"1\"", &configuration).await.expect(200);
    let branding = app.get("/v1/branding").await.json();
    app.write(Method::PUT, "/v1/branding", "\"1\"", &branding).await.expect(200);
    let session = json!({ "customer_id": customer["id"], "return_url": "https://app.acme.example/", "initial_page": "invoices" });
    let made = app.post("/v1/customer-portal-sessions", &session).await.expect(201).json();
    world.browser().open_link(&made["url"].as_str().unwrap().parse().unwrap()).await;

    let snapshot = String::from_utf8(app.get("/v1/feed/snapshot").await.expect(200).body).unwrap();
    let snapshot: Vec<Value> = snapshot.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let feed = app.get("/v1/feed").await.expect(200).json();
    let problem = app.get("/v1/customers?limit=0").await.json();
    let shapes = json!({ "snapshot": snapshot, "feed": feed, "problem": problem });
    expect_file!["shapes/api.json"].assert_eq(&count_ids(&serde_json::to_string_pretty(&shapes).unwrap()));
}

/// Replaces each id by its prefix and a number in the order of first sight, so that the file does not
/// depend on how much randomness was drawn.
fn count_ids(text: &str) -> String {
    let mut seen: Vec<String> = Vec::new();
    let parts = text.split('"').map(|part| match part.rsplit_once('_') {
        Some((prefix, body)) if (body.len() == 26 || prefix == "req") && !body.contains(' ') => {
            let at = seen.iter().position(|id| id == part).unwrap_or_else(|| {
                seen.push(part.to_owned());
                seen.len() - 1
            });
            format!("{prefix}_{}", at + 1)
        }
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("\"") + "\n"
}
