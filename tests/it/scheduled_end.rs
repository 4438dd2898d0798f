//! A cancellation that was booked takes effect when its day comes.

use domain::{Actor, EventBody, MailKind, SubscriptionStatus};
use jiff::SignedDuration;
use portico::{store, worker};
use testkit::{World, both_engines};

use crate::hooks::{endpoint, wait_until};
use crate::visiting::{facts, happened, mails, sequence};

both_engines!(
    a_booked_cancellation_takes_effect_at_the_periods_end,
    a_cancellation_taken_back_never_takes_effect,
    several_servers_end_a_subscription_once,
);

async fn a_booked_cancellation_takes_effect_at_the_periods_end(world: World) {
    let hook = world.receiver().await;
    endpoint(&world, &hook.url).await;
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).ending(Actor::Customer).insert().await;
    let start = sequence(&world).await;

    wait_until(&world, subscription.period.end - SignedDuration::from_micros(1));
    world.run_workers_dry().await;
    assert_eq!(happened(&world, start).await, [""; 0], "benefits stay until then");

    wait_until(&world, subscription.period.end);
    let sent = mails(&world).await;
    let [canceled, queued, mailed, settled] = facts(&world, start).await.try_into().unwrap();
    let EventBody::SubscriptionCanceled { subscription: ended } = canceled else { panic!("{canceled:?}") };
    assert_eq!((ended.id.clone(), ended.status), (subscription.id.clone(), SubscriptionStatus::Canceled));
    let mut conn = world.app.db.read().await.unwrap();
    let stored = store::subscriptions::find(&mut conn, &world.merchant.id, &subscription.id).await;
    assert_eq!(stored.unwrap().unwrap(), ended);
    assert_eq!(hook.types(), ["subscription.canceled"]);
    let kinds = [queued, mailed].map(|fact| match fact {
        EventBody::MailUpdated { mail } => mail.kind,
        other => panic!("{other:?}"),
    });
    assert_eq!(kinds, [MailKind::SubscriptionChanged; 2]);
    assert!(matches!(settled, EventBody::WebhookSettled { .. }), "{settled:?}");
    assert_eq!((sent.len(), sent[0].to.as_slice()), (1, [acme.email.to_string()].as_slice()));
    assert!(sent[0].text.contains("Pro has ended"), "{}", sent[0].text);
}

async fn a_cancellation_taken_back_never_takes_effect(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).ending(Actor::Customer).insert().await;
    let (kept, _) = subscription.clone().undo_cancel(&Actor::Customer).unwrap();
    let mut tx = world.app.db.write().await.unwrap();
    store::subscriptions::save(&mut tx, &world.merchant.id, &kept).await.unwrap();
    tx.commit().await.unwrap();
    let start = sequence(&world).await;
    wait_until(&world, subscription.period.end + SignedDuration::from_hours(1));
    world.run_workers_dry().await;
    assert!(!happened(&world, start).await.contains(&"subscription.canceled"), "it was renewed instead");
}

async fn several_servers_end_a_subscription_once(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    for _ in 0..10 {
        world.subscription(&acme, &pro).ending(Actor::Customer).insert().await;
    }
    let start = sequence(&world).await;
    world.advance(SignedDuration::from_hours(40 * 24));
    futures::future::try_join_all((0..4).map(|_| worker::renew_due(&world.app, 100))).await.unwrap();
    let all = happened(&world, start).await;
    let count = |kind| all.iter().filter(|happened| **happened == kind).count();
    assert_eq!((count("subscription.canceled"), count("mail.updated")), (10, 10));
}
