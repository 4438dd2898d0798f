//! A customer cancels, changes their mind, and is told of both.

use domain::{Actor, CancelationMode, EventBody, Subscription, SubscriptionStatus};
use futures::future::join_all;
use jiff::SignedDuration;
use portico::store;
use reqwest::StatusCode;
use testkit::{World, both_engines};

use crate::visiting::{configure, facts, happened, mails, sequence, visit};

both_engines!(
    a_cancellation_is_state_event_and_receipt_at_once,
    a_customer_changes_their_mind,
    an_end_at_once_cannot_be_undone,
    what_the_merchant_ended_only_the_merchant_undoes,
    a_second_tab_is_told_that_it_is_late,
);

async fn stored(world: &World, subscription: &Subscription) -> Subscription {
    let mut conn = world.app.db.read().await.unwrap();
    let found = store::subscriptions::find(&mut conn, &world.merchant.id, &subscription.id).await;
    found.unwrap().unwrap()
}

fn path(subscription: &Subscription) -> String {
    format!("/portal/subscriptions/{}", subscription.id)
}

async fn a_cancellation_is_state_event_and_receipt_at_once(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;

    let ask = browser.get(&format!("{}/cancel", path(&subscription))).await;
    assert_eq!(sequence(&world).await, before, "asking changes nothing");
    let done = browser.submit(&ask, &path(&subscription), &[("reason", "It costs too much")]).await;
    let page = browser.follow(&done).await;
    assert!(page.says("Your cancellation is booked") && page.says("14 Apr 2030"), "{}", page.text());

    let now = stored(&world, &subscription).await;
    let end = now.cancelation.clone().unwrap();
    assert_eq!(now.status, SubscriptionStatus::Active, "benefits stay");
    assert_eq!((end.effective_at, end.requested_by), (subscription.period.end, Actor::Customer));
    assert_eq!(end.reason.as_deref(), Some("It costs too much"));
    let facts = facts(&world, before).await;
    let [EventBody::SubscriptionCancelationScheduled { subscription: told }, EventBody::MailUpdated { .. }] =
        facts.as_slice()
    else {
        panic!("{facts:?}")
    };
    assert_eq!(told, &now, "the event states the row as it is, its version too");
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].text.contains("14 Apr 2030") && !sent[0].text.contains("/portal/l/"), "{}", sent[0].text);
}

async fn a_customer_changes_their_mind(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).ending(Actor::Customer).insert().await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;

    let ask = browser.get(&format!("{}/undo-cancel", path(&subscription))).await;
    let done = browser.submit(&ask, &path(&subscription), &[]).await;
    let page = browser.follow(&done).await;
    assert!(page.says("Your subscription goes on"), "{}", page.text());
    assert_eq!(stored(&world, &subscription).await.cancelation, None);
    assert_eq!(happened(&world, before).await, ["subscription.cancelation_revoked", "mail.updated"]);
}

async fn an_end_at_once_cannot_be_undone(world: World) {
    configure(&world, |configuration| {
        configuration.self_serve.cancelation_mode = CancelationMode::CustomerChooses;
    })
    .await;
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;

    let ask = browser.get(&format!("{}/cancel", path(&subscription))).await;
    let done = browser.submit(&ask, &path(&subscription), &[("when", "now")]).await;
    assert!(browser.follow(&done).await.says("Your subscription has ended"));
    assert_eq!(stored(&world, &subscription).await.status, SubscriptionStatus::Canceled);
    assert_eq!(happened(&world, before).await, ["subscription.canceled", "mail.updated"]);
    let undo = browser.get(&format!("{}/undo-cancel", path(&subscription))).await;
    assert_eq!(undo.status, StatusCode::CONFLICT);
}

async fn what_the_merchant_ended_only_the_merchant_undoes(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).ending(Actor::System).insert().await;
    let browser = visit(&world, &acme).await;
    let page = browser.get(&path(&subscription)).await;
    assert!(page.says("The end of this subscription was set by Northwind"), "{}", page.text());
    let before = sequence(&world).await;

    let undo = format!("{}/undo-cancel", path(&subscription));
    let (_, fields) = page.form("/portal/sign-out");
    let refused = [browser.get(&undo).await, browser.post(&undo, &[("csrf", &fields[0].1)]).await];
    for page in refused {
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", page.text());
    }
    assert_eq!(sequence(&world).await, before);
}

async fn a_second_tab_is_told_that_it_is_late(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let ask = browser.get(&format!("{}/cancel", path(&subscription))).await;
    let before = sequence(&world).await;

    let action = path(&subscription);
    let answers = join_all((0..20).map(|_| browser.submit(&ask, &action, &[]))).await;
    let done = answers.iter().filter(|page| page.status == StatusCode::SEE_OTHER).count();
    assert_eq!(done, 1);
    for late in answers.iter().filter(|page| page.status != StatusCode::SEE_OTHER) {
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.says("This page was out of date") && late.says("Go to the overview"), "{}", late.text());
    }
    assert_eq!(happened(&world, before).await, ["subscription.cancelation_scheduled", "mail.updated"]);
    world.advance(SignedDuration::from_mins(1));
    assert_eq!(browser.get(&format!("{}/cancel", path(&subscription))).await.status, StatusCode::CONFLICT);
}
