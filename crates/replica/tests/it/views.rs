//! What the pages show.

use contract::feed::SnapshotRecord;
use domain::{
    Actor, CancelAt, Configuration, Currency, EventBody, Feature, LinkState, Merchant, Money, TestClock,
};
use jiff::{SignedDuration, ToSpan as _};

use crate::server::Scene;
use crate::{nouns, now};

fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

#[tokio::test]
async fn overdue_is_decided_by_the_merchants_day() {
    let scene = Scene::start().await;
    let day = |text: &str| text.parse().expect("a day");
    scene.server(|says| {
        for (number, name, minor, due) in [
            (1, "Small", 1_000, "2026-03-13"),
            (2, "Large", 9_000, "2026-03-01"),
            (3, "In time", 500, "2026-03-14"),
        ] {
            let customer = nouns::customer(number, name, "a@b.co");
            says.records.push(SnapshotRecord::Customer { customer });
            says.records.push(SnapshotRecord::Invoice { invoice: nouns::invoice(number, minor, day(due)) });
            says.records.push(SnapshotRecord::Subscription { subscription: nouns::subscription(number) });
        }
    });
    scene.pull().await.expect("a snapshot");

    let overview = scene.db.overview(now()).await.expect("an overview");
    assert_eq!((overview.customers, overview.active_subscriptions), (3, 3));
    assert_eq!((overview.pending, overview.pending_count), (vec![eur(500)], 1));
    assert_eq!((overview.overdue, overview.overdue_count), (vec![eur(10_000)], 2));
    let names: Vec<_> = overview.overdue_customers.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Large", "Small"]);
    assert!(overview.overdue_customers.iter().all(|row| row.subscription.is_some()));
    let sums: Vec<_> = overview.overdue_customers.into_iter().map(|row| row.overdue).collect();
    assert_eq!(sums, [vec![eur(9_000)], vec![eur(1_000)]]);

    // Half past eleven at night in UTC is the next day in Berlin.
    let midnight = "2026-03-14T23:30:00Z".parse().expect("a moment");
    assert_eq!(scene.db.overview(midnight).await.expect("an overview").overdue_count, 3);
    let detail = scene.db.find_customer(&nouns::customer_id(3), midnight).await.expect("a customer");
    assert_eq!((detail.balance, detail.overdue), (vec![eur(500)], vec![eur(500)]));
}

#[tokio::test]
async fn staff_read_why_a_customer_cannot_do_something() {
    let scene = Scene::start().await;
    let mut configuration = Configuration::default();
    configuration.features.set(Feature::SelfServeChanges, true);
    configuration.features.set(Feature::DownloadPdfs, false);
    let ending = nouns::subscription(1).cancel(CancelAt::PeriodEnd, Actor::System, None, now());
    scene.server(|says| {
        let customer = nouns::customer(1, "Acme", "a@b.co");
        says.records.push(SnapshotRecord::Customer { customer });
        says.records.push(SnapshotRecord::Configuration { configuration });
        says.records.push(SnapshotRecord::Subscription { subscription: ending.expect("it runs").0 });
        says.records.push(SnapshotRecord::Link { link: nouns::link(1) });
    });
    scene.pull().await.expect("a snapshot");

    let detail = scene.db.find_customer(&nouns::customer_id(1), now() + 1.hour()).await.expect("a customer");

    let refusals: Vec<String> = detail
        .refusals
        .iter()
        .map(|r| {
            format!(
                "{}{}: {}",
                r.about.as_ref().map(|about| format!("{about}, ")).unwrap_or_default(),
                r.act,
                r.reasons.join(" ")
            )
        })
        .collect();
    assert_eq!(
        refusals,
        [
            "Open the portal with a link: The newest link waited until 14 Mar 2026, 11:00, then it expired. Send a new one.",
            "See invoices: No invoice has been issued to this customer yet.",
            "Download invoices as PDF: “Download PDFs” is off. Turn it on in Settings → Customer Portal.",
            "Add a bank account: “Allow Bank Accounts” is off. Turn it on in Settings → Customer Portal.",
            "Cancel without a link: “Cancel Without a Link” is off. Turn it on in Settings → Customer Portal.",
            "Pro, Upgrade, downgrade, cancel at the end of the period: The subscription is already set to end.",
            "Pro, Keep it after all: The end was set by the merchant, so only the merchant can undo it.",
        ]
    );
    assert_eq!(detail.links[0].status, LinkState::Expired { at: nouns::link(1).expires_at });
}

#[tokio::test]
async fn the_branding_is_previewed_on_a_real_account() {
    let scene = Scene::start().await;
    scene.pull().await.expect("a snapshot");
    assert_eq!(scene.db.branding(now()).await.expect("branding").preview, None);

    let day = "2026-03-20".parse().expect("a day");
    scene.server(|says| {
        says.epoch = "restored".into();
        says.records.push(SnapshotRecord::Customer { customer: nouns::customer(1, "Acme", "a@b.co") });
        says.records.push(SnapshotRecord::Invoice { invoice: nouns::invoice(1, 4900, day) });
        says.records.push(SnapshotRecord::Subscription { subscription: nouns::subscription(1) });
    });
    scene.pull().await.expect("a snapshot");

    let preview = scene.db.branding(now()).await.expect("branding").preview.expect("an account");
    assert_eq!(preview.customer.name, "Acme");
    assert_eq!((preview.subscriptions.len(), preview.plans.len(), preview.invoices.len()), (1, 1, 1));
}

#[tokio::test]
async fn the_log_tells_what_a_move_of_the_test_clock_did() {
    let scene = Scene::start().await;
    scene.pull().await.expect("a snapshot");
    assert_eq!(scene.db.last_clock_move().await.expect("an answer"), None);
    let moved = |moving_to| EventBody::TestClockMoved {
        merchant: Merchant {
            test_clock: Some(TestClock { ahead: SignedDuration::ZERO, moving_to }),
            ..nouns::merchant()
        },
    };
    let due = "2026-03-14".parse().expect("a day");
    scene.happens(Actor::System, EventBody::InvoiceIssued { invoice: nouns::invoice(1, 900, due) });
    scene.happens(Actor::System, moved(Some(now())));
    scene.happens(Actor::System, EventBody::InvoiceIssued { invoice: nouns::invoice(2, 900, due) });
    scene.pull().await.expect("events");
    let on_the_way = scene.db.last_clock_move().await.expect("an answer").expect("a move");
    assert_eq!((on_the_way.arrived, on_the_way.issued), (None, 1), "what was before does not count");

    scene.happens(Actor::System, moved(None));
    scene.happens(Actor::System, EventBody::InvoiceIssued { invoice: nouns::invoice(3, 900, due) });
    scene.pull().await.expect("events");
    let over = scene.db.last_clock_move().await.expect("an answer").expect("a move");
    assert!(over.arrived.is_some());
    assert_eq!((over.issued, over.paid, over.renewed), (1, 0, 0), "nor does what came after");
    let told = scene.db.overview(now()).await.expect("an overview").activity;
    assert_eq!(told[1].text, "The test clock has arrived at 14 Mar 2026");
    assert_eq!(told[3].text, "The test clock was sent to 14 Mar 2026");
}
