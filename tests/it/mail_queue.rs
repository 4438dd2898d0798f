//! Mails leave the queue once, later, or never, and the console sees which.

use contract::api::{CreatePortalSession, SendEmail};
use domain::{Actor, EventBody, Mail, MailKind, MailState};
use jiff::{SignedDuration, Timestamp};
use portico::ending::Settled;
use portico::mail::{self, Refusal};
use portico::{store, worker};
use testkit::{World, both_engines};

use crate::hooks::wait_until;
use crate::visiting::{facts, link_with, mails, sequence};

both_engines!(
    a_mail_is_queued_with_its_fact_and_sent_once,
    a_mail_that_is_refused_for_now_is_tried_over_two_days,
    a_mail_that_is_refused_for_good_has_failed,
    a_mail_whose_link_stopped_working_is_not_sent,
    a_mail_whose_server_died_is_sent_by_another,
    several_servers_send_a_mail_once,
);

/// A receipt: a mail without a link.
async fn receipt(world: &World) -> Mail {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let merchant = &world.merchant.id;
    let mut tx = world.app.db.write().await.unwrap();
    let fact = EventBody::SubscriptionCanceled { subscription };
    let event = store::events::append(&mut tx, &world.app, merchant, Actor::System, fact).await.unwrap();
    let queued =
        mail::subscription_changed(&mut tx, &world.app, merchant, &event, &Settled::default()).await.unwrap();
    world.app.commit(tx).await.unwrap();
    queued.expect("this event has a receipt")
}

/// The states a mail went through, as the log tells them.
async fn told(world: &World) -> Vec<Mail> {
    let mails = facts(world, 0).await.into_iter().filter_map(|fact| match fact {
        EventBody::MailUpdated { mail } => Some(mail),
        _ => None,
    });
    mails.collect()
}

async fn stored(world: &World, mail: &Mail) -> Mail {
    let (mut conn, merchant) = (world.app.db.read().await.unwrap(), &world.merchant.id);
    let customer = mail.customer_id.as_ref().unwrap();
    let found = store::mails::list_for_customer(&mut conn, merchant, customer, None, 10).await;
    found.unwrap().into_iter().find(|found| found.id == mail.id).unwrap()
}

async fn a_mail_is_queued_with_its_fact_and_sent_once(world: World) {
    let queued = receipt(&world).await;
    assert_eq!(queued.kind, MailKind::SubscriptionChanged);
    assert_eq!(world.app.mailer.sent(), [], "nothing leaves before its transaction is over");
    let sent = mails(&world).await;
    assert_eq!((sent.len(), &sent[0].to), (1, &vec![queued.to.to_string()]));
    assert!(sent[0].text.contains("Subject: Pro has ended"), "{}", sent[0].text);
    assert!(sent[0].text.contains("From: Northwind <"), "{}", sent[0].text);

    let settled = Mail { state: MailState::Sent { at: world.now() }, attempts: 1, ..queued.clone() };
    assert_eq!(told(&world).await, [queued, settled.clone()]);
    assert_eq!(stored(&world, &settled).await, settled);
    assert_eq!(mails(&world).await.len(), 1);
}

async fn a_mail_that_is_refused_for_now_is_tried_over_two_days(world: World) {
    let mail = receipt(&world).await;
    world.app.mailer.refuse_next((0..8).map(|_| Refusal::Later("451 4.7.1 Try again later".into())));
    let mut waits = Vec::new();
    let failed = loop {
        world.run_workers_dry().await;
        let now = stored(&world, &mail).await;
        assert_eq!(now.last_error.as_deref(), Some("451 4.7.1 Try again later"));
        let MailState::Queued { next_attempt_at } = now.state else { break now };
        waits.push(world.now().duration_until(next_attempt_at).as_mins());
        wait_until(&world, next_attempt_at - SignedDuration::from_micros(1));
        world.run_workers_dry().await;
        wait_until(&world, next_attempt_at);
    };
    assert_eq!(waits, [1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60]);
    assert_eq!((failed.state.clone(), failed.attempts), (MailState::Failed { at: world.now() }, 8));
    assert_eq!(told(&world).await.last(), Some(&failed));
    world.advance(SignedDuration::from_hours(500));
    assert!(mails(&world).await.is_empty(), "it is over");
}

async fn a_mail_that_is_refused_for_good_has_failed(world: World) {
    let mail = receipt(&world).await;
    world.app.mailer.refuse_next([Refusal::Never("550 5.1.1 No such mailbox".into())]);
    world.run_workers_dry().await;
    let failed = stored(&world, &mail).await;
    assert_eq!((failed.state, failed.attempts), (MailState::Failed { at: world.now() }, 1));
    assert_eq!(failed.last_error.as_deref(), Some("550 5.1.1 No such mailbox"));
}

async fn a_mail_whose_link_stopped_working_is_not_sent(world: World) {
    let acme = world.customer("Acme").insert().await;
    let start = sequence(&world).await;
    let wish = CreatePortalSession {
        send_email: Some(SendEmail::PortalLink),
        ..CreatePortalSession::for_customer(acme.id.clone())
    };
    world.app.mailer.refuse_next([Refusal::Later("421 Busy".into()), Refusal::Later("421 Busy".into())]);
    link_with(&world, wish).await;
    world.run_workers_dry().await;
    world.advance(SignedDuration::from_hours(2));
    assert!(mails(&world).await.is_empty(), "a dead link helps nobody");
    let Some(EventBody::MailUpdated { mail }) = facts(&world, start).await.pop() else { panic!("no mail") };
    assert_eq!((mail.state, mail.attempts), (MailState::Failed { at: world.now() }, 1));
    assert!(mail.last_error.unwrap().contains("its link had expired"));
}

async fn lease(world: &World, mail: &Mail, until: Timestamp) {
    let mut tx = world.app.db.write().await.unwrap();
    assert!(store::mails::lease(&mut tx, &world.merchant.id, &mail.id, world.now(), until).await.unwrap());
    tx.commit().await.unwrap();
}

async fn a_mail_whose_server_died_is_sent_by_another(world: World) {
    let mail = receipt(&world).await;
    let until = world.now() + SignedDuration::from_mins(5);
    lease(&world, &mail, until).await;
    assert!(mails(&world).await.is_empty(), "somebody is at it");
    wait_until(&world, until);
    assert_eq!(mails(&world).await.len(), 1, "nobody came back");
}

async fn several_servers_send_a_mail_once(world: World) {
    for _ in 0..20 {
        receipt(&world).await;
    }
    futures::future::try_join_all((0..4).map(|_| worker::send_due(&world.app, 100))).await.unwrap();
    assert_eq!(world.app.mailer.sent().len(), 20);
}
