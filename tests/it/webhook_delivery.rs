//! Events reach the merchant's endpoints: signed, again and again until they arrive, and fairly.

use std::time::Duration;

use contract::webhook::{Secret, TOLERANCE, verify};
use domain::{AttemptOutcome, Branding, DeliveryState, EventBody, MailKind, RETRY_SCHEDULE};
use jiff::SignedDuration;
use portico::serve::{Server, Workers};
use portico::{store, worker};
use testkit::{Reply, World, both_engines};
use tokio::net::TcpListener;

use crate::hooks::{deliveries, endpoint, now_is, something_happens, turn, wait_until};
use crate::visiting::{facts, mails, sequence};

both_engines!(
    a_delivery_is_signed_and_holds_the_event_as_the_feed_tells_it,
    a_delivery_is_tried_over_three_days_and_then_given_up,
    a_given_up_delivery_is_sent_again_by_hand,
    a_receiver_may_ask_for_time,
    a_receiver_that_is_gone_is_not_asked_again,
    an_endpoint_that_fails_for_five_days_is_turned_off_and_keeps_its_backlog,
    who_looks_after_an_endpoint_that_is_turned_off_gets_a_mail,
    failures_with_silence_in_between_do_not_add_up,
    several_servers_deliver_once,
    a_delivery_whose_server_died_is_sent_by_another,
    an_endpoint_that_hangs_delays_no_other,
    what_arrived_is_forgotten_after_a_month_and_what_waits_is_not,
);

async fn a_delivery_is_signed_and_holds_the_event_as_the_feed_tells_it(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    let event = something_happens(&world).await;
    world.run_workers_dry().await;

    let [received] = hook.received().try_into().unwrap();
    assert_eq!(received.json(), serde_json::to_value(&event).unwrap());
    assert_eq!(received.header("content-type"), "application/json");
    assert!(received.header("user-agent").starts_with("Portico/"), "{}", received.header("user-agent"));
    let [delivery] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
    assert_eq!(received.header("webhook-id"), delivery.id.as_str());
    let secret = Secret::parse(&created.secret).unwrap();
    let [id, at, signature] =
        ["webhook-id", "webhook-timestamp", "webhook-signature"].map(|name| received.header(name).to_owned());
    assert_eq!(verify(&secret, &id, &at, &signature, &received.body, world.now()), Ok(()));
    let late = world.now() + TOLERANCE + SignedDuration::from_secs(1);
    assert!(verify(&secret, &id, &at, &signature, &received.body, late).is_err());
}

async fn a_delivery_is_tried_over_three_days_and_then_given_up(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    let event = something_happens(&world).await;
    hook.script((0..10).map(|_| Reply { body: "not today\0".into(), ..Reply::status(503) }));
    let start = sequence(&world).await;

    for (tries, wait) in RETRY_SCHEDULE.iter().enumerate() {
        let [before] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
        let DeliveryState::Pending { next_attempt_at } = before.state else { panic!("{before:?}") };
        let planned = world.now() + *wait;
        assert!(next_attempt_at >= planned, "jitter only lengthens: {next_attempt_at} {planned}");
        assert!(next_attempt_at <= planned + *wait / 10, "by a tenth at most: {next_attempt_at} {planned}");
        wait_until(&world, next_attempt_at - SignedDuration::from_micros(1).min(*wait));
        world.run_workers_dry().await;
        assert_eq!(hook.received().len(), if wait.is_zero() { 1 } else { tries }, "not before its time");
        wait_until(&world, next_attempt_at.max(world.now()));
        world.run_workers_dry().await;
        assert_eq!(hook.received().len(), tries + 1);
    }

    let received = hook.received();
    assert!(received.iter().all(|r| r.header("webhook-id") == received[0].header("webhook-id")));
    assert!(received.iter().all(|r| r.body == received[0].body));
    let [after] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
    assert_eq!(after.state, DeliveryState::GivenUp { at: world.now() });
    assert_eq!((after.attempts, &after.event_id), (10, &event.id));
    let shown = AttemptOutcome::Answered { status: 503, body: "not today\u{fffd}".into() };
    assert_eq!(after.last_attempt.as_ref().unwrap().outcome, shown);
    let after_id = after.id.to_string();
    assert_eq!(facts(&world, start).await, [EventBody::WebhookSettled { delivery: after }]);
    // Long enough for the subscription to be renewed, which has deliveries of its own.
    world.advance(SignedDuration::from_hours(1000));
    world.run_workers_dry().await;
    let (again, others): (Vec<_>, Vec<_>) =
        hook.received().into_iter().partition(|r| r.header("webhook-id") == after_id);
    assert_eq!(again.len(), 10, "it stays given up");
    let others: Vec<_> = others.iter().map(|r| r.json()["type"].clone()).collect();
    assert_eq!(
        others,
        ["invoice.issued", "portal.session.created"],
        "the mail of the invoice carries a link"
    );
}

async fn a_given_up_delivery_is_sent_again_by_hand(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    something_happens(&world).await;
    hook.script((0..11).map(|_| Reply::status(500)));
    let given_up = loop {
        world.run_workers_dry().await;
        let [delivery] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
        let DeliveryState::Pending { next_attempt_at } = delivery.state else { break delivery };
        wait_until(&world, next_attempt_at);
    };
    assert_eq!(given_up.state, DeliveryState::GivenUp { at: world.now() });

    let queued = world.client().resend_delivery(&given_up.id).await.unwrap();
    assert_eq!(queued.state, DeliveryState::Pending { next_attempt_at: world.now() });
    world.run_workers_dry().await;
    let [failed] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
    let DeliveryState::Pending { next_attempt_at } = failed.state else { panic!("{failed:?}") };
    assert!(next_attempt_at < world.now() + SignedDuration::from_secs(6), "the schedule begins anew");
    world.advance(SignedDuration::from_secs(6));
    world.run_workers_dry().await;
    let [delivered] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
    assert_eq!(delivered.state, DeliveryState::Delivered { at: world.now() });
    assert_eq!(delivered.attempts, 12);

    world.client().resend_delivery(&delivered.id).await.unwrap();
    world.run_workers_dry().await;
    let ids: Vec<_> = hook.received().iter().map(|r| r.header("webhook-id").to_owned()).collect();
    assert_eq!(ids, vec![given_up.id.to_string(); 13]);
}

async fn a_receiver_may_ask_for_time(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    something_happens(&world).await;
    let wish =
        |text: &str| Reply { headers: vec![("retry-after".into(), text.into())], ..Reply::status(429) };
    hook.script([wish("3600"), wish("Thu, 14 Mar 2030 14:00:00 GMT")]);
    for expected in ["2030-03-14T12:00:00Z", "2030-03-14T14:00:00Z"] {
        world.run_workers_dry().await;
        let [waiting] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
        let next_attempt_at = expected.parse().unwrap();
        assert_eq!(waiting.state, DeliveryState::Pending { next_attempt_at });
        wait_until(&world, next_attempt_at);
    }
    world.run_workers_dry().await;
    let [delivered] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
    assert_eq!(delivered.state, DeliveryState::Delivered { at: world.now() });
}

async fn a_receiver_that_is_gone_is_not_asked_again(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    something_happens(&world).await;
    hook.script([Reply::status(410)]);
    let start = sequence(&world).await;
    world.run_workers_dry().await;

    let off = now_is(&world, &created.endpoint).await;
    assert!(!off.enabled && off.disabled_reason.as_ref().unwrap().contains("410"), "{off:?}");
    let [given_up] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
    assert_eq!(given_up.state, DeliveryState::GivenUp { at: world.now() });
    let told =
        [EventBody::WebhookSettled { delivery: given_up }, EventBody::WebhookEndpointSaved { endpoint: off }];
    assert_eq!(facts(&world, start).await, told);

    let later = something_happens(&world).await;
    world.run_workers_dry().await;
    assert_eq!(hook.received().len(), 1, "an endpoint that is off gathers");
    turn(&world, &created.endpoint, true).await;
    world.run_workers_dry().await;
    assert_eq!(hook.received()[1].json()["id"], later.id.as_str());
    let on = now_is(&world, &created.endpoint).await;
    assert_eq!((on.enabled, on.disabled_reason), (true, None));
}

async fn an_endpoint_that_fails_for_five_days_is_turned_off_and_keeps_its_backlog(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    hook.script((0..1000).map(|_| Reply::status(500)));
    let began = world.now();
    while now_is(&world, &created.endpoint).await.enabled {
        assert!(world.now() < began + SignedDuration::from_hours(5 * 24 + 6), "it should be off by now");
        something_happens(&world).await;
        world.run_workers_dry().await;
        world.advance(SignedDuration::from_hours(6));
    }
    assert!(world.now() > began + SignedDuration::from_hours(5 * 24), "not before the time is over");
    let off = now_is(&world, &created.endpoint).await;
    assert!(off.disabled_reason.unwrap().contains("5 days"));

    let seen = hook.received().len();
    world.advance(SignedDuration::from_hours(24));
    something_happens(&world).await;
    world.run_workers_dry().await;
    assert_eq!(hook.received().len(), seen);
    let waiting = || async {
        let all = deliveries(&world, &created.endpoint).await;
        all.iter().filter(|d| matches!(d.state, DeliveryState::Pending { .. })).count()
    };
    let backlog = waiting().await;
    assert!(backlog > 10, "{backlog}");

    hook.recover();
    turn(&world, &created.endpoint, true).await;
    world.run_workers_dry().await;
    assert_eq!(waiting().await, 0);
    assert_eq!(hook.received().len(), seen + backlog);
}

async fn what_arrived_is_forgotten_after_a_month_and_what_waits_is_not(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    let arrived = something_happens(&world).await;
    world.run_workers_dry().await;
    turn(&world, &created.endpoint, false).await;
    let waits = something_happens(&world).await;
    let kept = || async {
        world.run_workers_dry().await;
        let found = deliveries(&world, &created.endpoint).await;
        found.into_iter().map(|delivery| delivery.event_id).collect::<Vec<_>>()
    };
    world.advance(SignedDuration::from_hours(30 * 24));
    let all = kept().await;
    assert!(all.contains(&arrived.id) && all.contains(&waits.id), "{all:?}");
    world.advance(SignedDuration::from_secs(1));
    let all = kept().await;
    assert!(!all.contains(&arrived.id) && all.contains(&waits.id), "{all:?}");
    turn(&world, &created.endpoint, true).await;
    world.run_workers_dry().await;
    let sent = hook.received().into_iter().map(|received| received.json());
    assert!(sent.into_iter().any(|event| event["id"] == waits.id.as_str()));
}

async fn who_looks_after_an_endpoint_that_is_turned_off_gets_a_mail(world: World) {
    // Nobody is named: the console alone tells.
    assert_eq!(turned_off_after_days(&world).await, 0);
    assert!(mails(&world).await.is_empty());

    let mut branding = world.client().branding().await.unwrap();
    branding.support_email = Some("help@northwind.example".parse().unwrap());
    world.client().save_branding(&branding).await.unwrap();
    assert_eq!(turned_off_after_days(&world).await, 1);
    let [note] = mails(&world).await.try_into().unwrap();
    assert_eq!(note.to, ["help@northwind.example"]);
    for words in
        ["Every delivery failed for 5 days", "127.0.0.1", "Settings", "No event is lost", "Northwind"]
    {
        assert!(note.text.contains(words), "{words}: {}", note.text);
    }

    let named = World::with_config(world.engine, |config| {
        config.mail.notes_to = Some("oncall@northwind.example".parse().unwrap());
    });
    let named = named.await;
    named
        .client()
        .save_branding(&Branding { version: named.client().branding().await.unwrap().version, ..branding })
        .await
        .unwrap();
    assert_eq!(turned_off_after_days(&named).await, 1);
    assert_eq!(mails(&named).await[0].to, ["oncall@northwind.example"]);
}

/// Lets a new endpoint fail until it is turned off, and says how many mails the log then knows about it.
async fn turned_off_after_days(world: &World) -> usize {
    let hook = world.receiver().await;
    let created = endpoint(world, &hook.url).await;
    hook.script((0..1000).map(|_| Reply::status(500)));
    let before = sequence(world).await;
    while now_is(world, &created.endpoint).await.enabled {
        something_happens(world).await;
        world.run_workers_dry().await;
        world.advance(SignedDuration::from_hours(12));
    }
    let queued = facts(world, before).await.into_iter().filter(|fact| {
        matches!(fact, EventBody::MailUpdated { mail } if mail.kind == MailKind::EndpointDisabled && mail.attempts == 0)
    });
    queued.count()
}

async fn failures_with_silence_in_between_do_not_add_up(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    for _ in 0..3 {
        something_happens(&world).await;
        hook.script((0..10).map(|_| Reply::status(500)));
        for _ in 0..10 {
            world.run_workers_dry().await;
            world.advance(SignedDuration::from_hours(10));
        }
        // Nothing is sent for a month, so nothing is known about it.
        world.advance(SignedDuration::from_hours(30 * 24));
    }
    assert!(now_is(&world, &created.endpoint).await.enabled);
}

async fn several_servers_deliver_once(world: World) {
    let hook = world.receiver().await;
    endpoint(&world, &hook.url).await;
    for _ in 0..20 {
        something_happens(&world).await;
    }
    let servers = (0..4).map(|_| worker::run_dry(&world.app));
    futures::future::try_join_all(servers).await.unwrap();
    let mut ids: Vec<_> = hook.received().iter().map(|r| r.header("webhook-id").to_owned()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!((hook.received().len(), ids.len()), (20, 20));
}

async fn a_delivery_whose_server_died_is_sent_by_another(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await;
    something_happens(&world).await;
    let [delivery] = deliveries(&world, &created.endpoint).await.try_into().unwrap();
    let (now, mut tx) = (world.now(), world.app.db.write().await.unwrap());
    let until = now + SignedDuration::from_mins(1);
    assert!(store::deliveries::lease(&mut tx, &world.merchant.id, &delivery.id, now, until).await.unwrap());
    tx.commit().await.unwrap();

    world.run_workers_dry().await;
    assert_eq!(hook.received().len(), 0, "somebody is at it");
    wait_until(&world, until);
    world.run_workers_dry().await;
    assert_eq!(hook.received().len(), 1, "nobody came back");
}

async fn an_endpoint_that_hangs_delays_no_other(world: World) {
    // Takes connections, says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let hanging = format!("http://{}/", silent.local_addr().unwrap()).parse().unwrap();
    endpoint(&world, &hanging).await;
    let hook = world.receiver().await;
    endpoint(&world, &hook.url).await;

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = Server::on(listener, world.app.clone(), Workers::Running).unwrap();
    let arrived = async {
        for expected in 1..=10 {
            something_happens(&world).await;
            while hook.received().len() < expected {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    };
    // A hanging request takes 15 seconds; were one waited for, this would too.
    tokio::time::timeout(Duration::from_secs(10), arrived).await.expect("the others are on time");
    // Not stopped in peace: that would finish the hanging request.
    drop((silent, server));
}
