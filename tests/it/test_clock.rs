//! A merchant who tries things out walks a customer through a year in a minute.

use client::{Client, ClientError, IdempotencyKey};
use contract::ErrorCode;
use contract::api::AdvanceTestClock;
use domain::{InvoiceState, Merchant, Role, SubscriptionStatus, TestClock};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use portico::{keys, store};
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::hooks::endpoint;
use crate::renewals::{GOOD, card, invoices, now, subscriber};
use crate::visiting::{happened, mails, sequence, visit};

both_engines!(
    a_year_passes_in_the_order_of_time,
    only_merchants_made_for_it_have_a_test_clock,
    a_clock_moves_forward_and_not_too_far,
);

/// The same world, whose merchant only tries things out.
pub(crate) async fn trying_out(mut world: World) -> World {
    let merchant = Merchant {
        id: world.app.new_id(),
        name: "Northwind Test".into(),
        test_clock: Some(TestClock::default()),
        ..world.merchant.clone()
    };
    let mut tx = world.app.db.write().await.unwrap();
    store::merchants::insert(&mut tx, &merchant).await.unwrap();
    world.admin_key =
        keys::create(&mut tx, &world.app, &merchant.id, Role::Admin, "admin".into()).await.unwrap();
    world.staff_key =
        keys::create(&mut tx, &world.app, &merchant.id, Role::Staff, "staff".into()).await.unwrap();
    tx.commit().await.unwrap();
    world.merchant = merchant;
    world
}

fn key(world: &World) -> IdempotencyKey {
    IdempotencyKey::from_entropy(world.app.rng.bytes())
}

async fn a_year_passes_in_the_order_of_time(world: World) {
    let world = trying_out(world).await;
    let (acme, _, subscription) = subscriber(&world).await;
    card(&world, &acme, GOOD).await;
    let receiver = world.receiver().await;
    endpoint(&world, &receiver.url).await;
    let client = world.client();
    let start = client.test_clock().await.unwrap();
    assert_eq!(
        (start.now, start.moving_to, start.next_due),
        (world.now(), None, Some(subscription.period.end))
    );

    let before = sequence(&world).await;
    let target: Timestamp = "2031-03-20T10:00:00Z".parse().unwrap();
    let sent =
        client.advance_test_clock(&key(&world), &AdvanceTestClock { to: Some(target), by: None }).await;
    assert_eq!(sent.unwrap().moving_to, Some(target));
    let twice =
        client.advance_test_clock(&key(&world), &AdvanceTestClock { to: None, by: Some(1.day()) }).await;
    assert!(matches!(twice, Err(ClientError::Problem(problem)) if problem.code == ErrorCode::Conflict));
    world.run_workers_dry().await;

    let there = client.test_clock().await.unwrap();
    assert_eq!((there.now, there.moving_to), (target, None));
    let billed = invoices(&world, &acme).await;
    let days: Vec<String> = billed.iter().map(|invoice| invoice.issued_on.to_string()).collect();
    assert_eq!(days.first().map(String::as_str), Some("2030-04-14"));
    assert_eq!(days.last().map(String::as_str), Some("2031-03-14"));
    assert_eq!(days.len(), 12);
    assert!(days.is_sorted(), "{days:?}");
    assert!(billed.iter().all(|invoice| invoice.state == InvoiceState::Paid));
    for invoice in &billed {
        let paid_on = invoice.paid_at.unwrap().to_zoned(world.zone()).date();
        assert_eq!(paid_on, invoice.issued_on, "each is paid on its day, not when the clock arrived");
    }
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::Active);
    let moved = happened(&world, before).await.into_iter().filter(|name| *name == "test_clock.moved").count();
    assert_eq!(moved, 2, "sent, and arrived");

    // Links and sessions live in real time, and the portal shows the merchant's day.
    let browser = visit(&world, &acme).await;
    let page = browser.get("/portal/invoices").await;
    assert!(page.says("14 Mar 2031"), "{}", page.text());
    world.advance(SignedDuration::from_mins(90));
    assert_eq!(client.test_clock().await.unwrap().now, target + SignedDuration::from_mins(90), "it runs on");
    assert!(!mails(&world).await.is_empty(), "mail goes out now, not in a year");
    let heard = receiver.types().into_iter().filter(|kind| *kind == "invoice.issued").count();
    assert_eq!(heard, 12, "nor do webhooks wait for the merchant's day");
}

async fn only_merchants_made_for_it_have_a_test_clock(world: World) {
    let admin = Caller::admin(&world);
    admin.get("/v1/test-clock").await.expect(404);
    let wish = serde_json::json!({ "by": "P1M" });
    admin.post("/v1/test-clock/advance", &wish).await.expect(404);
    let world = trying_out(world).await;
    let staff: Client = world.client_with(&world.staff_key);
    staff.test_clock().await.unwrap();
    let month = AdvanceTestClock { to: None, by: Some(1.month()) };
    let refused = staff.advance_test_clock(&key(&world), &month).await;
    assert!(matches!(refused, Err(ClientError::Problem(problem)) if problem.code == ErrorCode::Forbidden));
}

async fn a_clock_moves_forward_and_not_too_far(world: World) {
    let world = trying_out(world).await;
    let admin = Caller::admin(&world);
    for wish in [
        serde_json::json!({}),
        serde_json::json!({ "by": "P1M", "to": "2030-05-01T00:00:00Z" }),
        serde_json::json!({ "by": "-P1D" }),
        serde_json::json!({ "by": "PT0S" }),
        serde_json::json!({ "to": "2030-03-14T10:59:59Z" }),
        serde_json::json!({ "to": "2032-03-15T00:00:00Z" }),
        serde_json::json!({ "by": "P3Y" }),
        serde_json::json!({ "by": "P9999Y" }),
        serde_json::json!({ "by": "soon" }),
        serde_json::json!({ "to": 17 }),
        serde_json::json!({ "by": "P1D", "speed": 9 }),
    ] {
        let answer = admin.post("/v1/test-clock/advance", &wish).await;
        assert!((400..500).contains(&answer.status), "{wish}: {}", answer.status);
        let state = world.client().test_clock().await.unwrap();
        assert_eq!((state.now, state.moving_to), (world.now(), None), "{wish} moved nothing");
    }
    admin.post("/v1/test-clock/advance", &serde_json::json!({ "by": "P2Y" })).await.expect(202);
}
