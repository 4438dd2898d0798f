//! The official verifiers of Standard Webhooks take our deliveries, and only ours.

use contract::webhook::{ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER};
use portico::app::Clock;
use serde_json::{Value, json};
use standardwebhooks::Webhook;
use testkit::{Engine, Received, World};

use crate::hooks::{endpoint, something_happens};
use crate::programs::verdicts;

fn in_rust(secret: &str, received: &Received, body: &[u8]) -> Result<(), String> {
    let judge = Webhook::new(secret).map_err(|e| e.to_string())?;
    judge.verify(body, &received.headers).map_err(|e| e.to_string())
}

fn as_json(secret: &str, received: &Received, body: &str) -> Value {
    let names = [ID_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER];
    let headers: serde_json::Map<_, _> =
        names.into_iter().map(|name| (name.to_owned(), received.header(name).into())).collect();
    json!({ "secret": secret, "headers": headers, "body": body })
}

#[tokio::test]
async fn the_official_verifiers_take_our_deliveries_and_only_ours() {
    let world = World::start(Engine::Sqlite).await;
    // They compare with the machine's clock and cannot be told another time.
    world.advance(world.now().duration_until(Clock::System.now()));
    let hook = world.receiver().await;
    let secret = endpoint(&world, &hook.url).await.secret;
    something_happens(&world).await;
    world.run_workers_dry().await;
    let [received] = hook.received().try_into().unwrap();
    let body = String::from_utf8(received.body.clone()).unwrap();

    in_rust(&secret, &received, &received.body).unwrap();
    for verdict in verdicts(&as_json(&secret, &received, &body)).await {
        assert_eq!(verdict, Ok("subscription.canceled".to_owned()));
    }
    let forged = body.replace("Pro", "Max");
    assert!(forged != body && in_rust(&secret, &received, forged.as_bytes()).is_err());
    for verdict in verdicts(&as_json(&secret, &received, &forged)).await {
        assert!(verdict.as_ref().is_err_and(|error| error.contains("signature")), "{verdict:?}");
    }
}
