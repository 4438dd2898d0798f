//! Coming to agree with the server, whatever happens on the way.

use std::collections::BTreeSet;
use std::fs;

use contract::feed::SnapshotRecord;
use contract::ipc::CustomerDetail;
use domain::{Actor, Branding, EventBody, EventType, Logo};
use replica::{Replica, SyncError};

use crate::server::Scene;
use crate::{nouns, now};

async fn names(db: &Replica) -> Vec<String> {
    let list = db.search_customers("", 0, 200, now()).await.expect("a list");
    assert_eq!(list.total as usize, list.rows.len());
    list.rows.into_iter().map(|row| row.name).collect()
}

async fn acme(db: &Replica) -> CustomerDetail {
    db.find_customer(&nouns::customer_id(1), now()).await.expect("a customer")
}

#[tokio::test]
async fn every_kind_of_event_reaches_the_pages() {
    let scene = Scene::start().await;
    scene.pull().await.expect("a snapshot");
    let bodies = nouns::one_of_each();
    let kinds: BTreeSet<_> = bodies.iter().map(|body| body.event_type().as_str()).collect();
    assert_eq!(kinds.len(), EventType::ALL.len(), "the story must tell of every kind of event");
    let told = bodies.len();
    for body in bodies {
        scene.happens(Actor::Customer, body);
    }

    let applied = scene.pull().await.expect("events");

    assert_eq!(applied.changes as usize, told);
    let notices: Vec<&str> = applied.notices.iter().map(|notice| notice.text.as_str()).collect();
    assert_eq!(
        notices,
        [
            "Acme AG changed to Team",
            "Acme AG will change to Pro on 13 Apr 2026",
            "Acme AG stays with Team",
            "Team of Acme AG is past due",
            "Team of Acme AG is paid up again",
            "Acme AG scheduled the cancellation of Team for 13 Apr 2026",
            "Acme AG took back the cancellation of Team",
            "Acme AG cancelled Team",
            "Acme AG paid invoice 2026-001",
            "A payment of €9.00 by Acme AG did not go through (Visa ending in 4242)",
            "Acme AG got €9.00 back: the subscription had changed before the payment came",
            "Acme AG opened their portal link",
            "Portal link to billing@acme.example could not be delivered: 550 no such user",
            "The webhook subscription.canceled could not be delivered after 10 tries",
        ]
    );
    let detail = acme(&scene.db).await;
    assert_eq!(detail.customer, nouns::customer(1, "Acme AG", "billing@acme.example"));
    assert_eq!(detail.subscriptions.len(), 1);
    assert!(detail.balance.is_empty(), "the invoice is paid");
    assert_eq!((detail.invoices.len(), detail.links.len(), detail.sessions.len()), (1, 2, 1));
    let methods: Vec<_> = detail.payment_methods.iter().map(|m| (m.id.clone(), m.is_default)).collect();
    assert_eq!(methods, [(nouns::id(2), true)]);
    assert_eq!((detail.mails.len(), detail.activity.len()), (1, 28));
    assert_eq!(
        detail.activity[0].text,
        "Portal link to billing@acme.example could not be delivered: 550 no such user"
    );
    assert_eq!(scene.db.settings().await.expect("settings").configurations[0].version, 2);
    assert_eq!(scene.db.settings().await.expect("settings").plans[0].description, "For teams");
    assert_eq!(scene.db.branding(now()).await.expect("branding").branding.footer_text, "Thank you");
    assert!(scene.db.list_endpoints().await.expect("endpoints").is_empty(), "it was removed again");
}

#[tokio::test]
async fn a_snapshot_taken_late_and_the_whole_feed_agree() {
    let (early, late) = (Scene::start().await, Scene::start().await);
    early.pull().await.expect("a snapshot");
    for body in nouns::one_of_each() {
        early.happens(Actor::Customer, body.clone());
        late.happens(Actor::Customer, body);
    }
    early.pull().await.expect("events");
    // The snapshot holds the end of the story, yet claims only its beginning: the feed replays the rest.
    late.server(|says| {
        let (seven, gone) = (says.events[6].body.clone(), says.events[1].body.clone());
        if let EventBody::CustomerUpdated { customer } = gone {
            says.records.push(SnapshotRecord::Customer { customer });
        }
        if let EventBody::SubscriptionCanceled { subscription } = seven {
            says.records.push(SnapshotRecord::Subscription { subscription });
        }
    });
    late.pull().await.expect("a snapshot");
    late.pull().await.expect("events");

    assert_eq!(acme(&early.db).await, acme(&late.db).await);
    assert_eq!(late.pull().await.expect("nothing new").changes, 0);
    assert_eq!(late.pull().await.expect("nothing new").notices, []);
}

#[tokio::test]
async fn a_fresh_copy_knows_what_happened_before_it_but_does_not_announce_it() {
    let scene = Scene::start().await;
    let customer = nouns::customer(1, "Acme GmbH", "billing@acme.example");
    scene.happens(Actor::System, EventBody::CustomerCreated { customer: customer.clone() });
    scene.server(|says| {
        says.sequence = 1;
        says.records.push(SnapshotRecord::Customer { customer });
    });

    let applied = scene.pull().await.expect("a snapshot");

    assert_eq!(applied.notices, []);
    let activity = scene.db.overview(now()).await.expect("an overview").activity;
    assert_eq!(activity.iter().map(|a| a.text.as_str()).collect::<Vec<_>>(), ["Acme GmbH was added"]);
}

#[tokio::test]
async fn a_snapshot_that_is_cut_leaves_the_old_copy() {
    let scene = Scene::start().await;
    let record =
        |number, name| SnapshotRecord::Customer { customer: nouns::customer(number, name, "a@b.co") };
    scene.server(|says| says.records.push(record(1, "Acme")));
    scene.pull().await.expect("a snapshot");
    scene.server(|says| {
        says.epoch = "restored".into();
        says.records = nouns::merchant_records();
        says.records.push(record(2, "Zenith"));
        says.cut = true;
    });

    assert!(matches!(scene.pull().await, Err(SyncError::Cut)));
    assert_eq!(names(&scene.db).await, ["Acme"]);

    scene.server(|says| says.cut = false);
    assert_eq!(scene.pull().await.expect("a snapshot").changes, 1);
    assert_eq!(names(&scene.db).await, ["Zenith"]);
}

#[tokio::test]
async fn a_feed_that_does_not_continue_the_copy_starts_it_over() {
    let scene = Scene::start().await;
    scene.pull().await.expect("a snapshot");
    for number in 1..=3 {
        let customer = nouns::customer(number, &format!("Customer {number}"), "a@b.co");
        scene.happens(Actor::System, EventBody::CustomerCreated { customer: customer.clone() });
        scene.server(|says| says.records.push(SnapshotRecord::Customer { customer }));
    }
    // The first event is missing: applying the others would hide that.
    scene.server(|says| {
        says.events.remove(0);
        says.sequence = 3;
    });

    assert_eq!(scene.pull().await.expect("a snapshot").changes, 1);

    assert_eq!(names(&scene.db).await, ["Customer 1", "Customer 2", "Customer 3"]);
}

#[tokio::test]
async fn a_damaged_file_is_set_aside_and_fetched_anew() {
    let scene = Scene::start().await;
    scene.server(|says| {
        let customer = nouns::customer(1, "Acme", "a@b.co");
        says.records.push(SnapshotRecord::Customer { customer });
    });
    let path = scene.folder.path().join("copy.sqlite3");
    scene.pull().await.expect("a snapshot");
    scene.db.close().await;
    let mut bytes = fs::read(&path).expect("the file");
    let middle = bytes.len() / 2;
    bytes[4096..middle].fill(0xa5);
    for damaged in
        [&bytes[..], b"this was never a database, but is long enough to be looked at", b"SQLite format 3\0"]
    {
        fs::write(&path, damaged).expect("written");

        let opened = Replica::open(&path, now()).await.expect("a new copy");

        let aside = opened.set_aside.expect("the damaged file is kept");
        assert_eq!(fs::read(&aside).expect("it").len(), damaged.len());
        fs::remove_file(&aside).expect("removed");
        replica::pull_once(&opened.replica, &scene.api, std::time::Duration::ZERO).await.expect("a snapshot");
        assert_eq!(names(&opened.replica).await, ["Acme"]);
        opened.replica.close().await;
    }
}

#[tokio::test]
async fn the_logo_stays_when_the_server_goes() {
    let scene = Scene::start().await;
    scene.pull().await.expect("a snapshot");
    let logo = Logo { sha256: "5eed".into(), media_type: "image/png".into() };
    let branding = Branding { logo: Some(logo), version: 2, ..Branding::default_for("Northwind") };
    scene.happens(Actor::System, EventBody::BrandingSaved { branding });

    scene.pull().await.expect("an event");
    scene.server(|says| says.logo.clear());
    scene.pull().await.expect("nothing new");

    let shown = scene.db.branding(now()).await.expect("branding").logo_data_url;
    assert_eq!(shown.as_deref(), Some("data:image/png;base64,cGljdHVyZQ=="));
}
