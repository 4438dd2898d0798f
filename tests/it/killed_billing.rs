//! Two servers on one database are killed again and again while they bill: each period is billed once, numbers have
//! no gap, and each invoice is paid once.

use std::collections::BTreeSet;
use std::time::Duration;

use client::{Client, Secret};
use domain::{Anchor, EventBody, Interval, InvoiceState, Subscription};
use jiff::{SignedDuration, ToSpan as _};
use portico::app::{Clock, Rng};
use portico::payments::Answer;
use portico::{store, worker};
use testkit::{Engine, World};
use tokio::process::{Child, Command};

use crate::killed::{portico, serve};
use crate::renewals::{GOOD, card};
use crate::visiting::{facts, sequence};

const CUSTOMERS: usize = 150;
/// Periods of each that are over and not billed yet.
const PERIODS: usize = 2;
/// After how many events each the servers are killed; all of them are fewer than there are to come.
const KILLS: [i64; 7] = [1, 2, 90, 170, 240, 300, 3];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the server's own program"]
async fn each_period_is_billed_once_whoever_is_killed_on_sqlite() {
    each_period_is_billed_once(World::start(Engine::Sqlite).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the server's own program"]
async fn each_period_is_billed_once_whoever_is_killed_on_postgres() {
    each_period_is_billed_once(World::start(Engine::Postgres).await).await;
}

/// Subscriptions of customers with a good card, of which the real clock says that two periods are over.
async fn behind(world: &World) -> Vec<Subscription> {
    let plan = world.plan("Pro", "49.00").await;
    let today = Clock::System.now().to_zoned(world.zone()).date();
    let first = today.checked_sub(70.days()).unwrap();
    let anchor = Anchor::of(first);
    let period = Subscription::period_from(first, anchor, Interval::Month, &world.zone()).unwrap();
    let mut subscriptions = Vec::new();
    for number in 0..CUSTOMERS {
        let customer = world.customer(&format!("Customer {number}")).insert().await;
        card(world, &customer, GOOD).await;
        let subscription = world.subscription(&customer, &plan);
        let subscription = subscription.with(|one| (one.anchor, one.period) = (anchor, period));
        subscriptions.push(subscription.insert().await);
    }
    subscriptions
}

/// A server of its own on this world's database.
async fn another(world: &World) -> (Child, String) {
    let mut program: Command = portico(world.folder());
    program.env("PORTICO_DATABASE_URL", &world.app.config.database_url);
    serve(program).await
}

/// Waits until so many events more than `from` are told.
async fn until(address: &str, key: &str, from: i64, more: i64) {
    let client = Client::new(address.parse().unwrap(), Secret::new(key)).unwrap();
    let mut head = from;
    while head < from + more {
        let page = client.feed(head, Duration::from_secs(20), 1000).await.unwrap();
        assert!(page.head > head, "they still bill");
        head = page.head;
    }
}

async fn each_period_is_billed_once(world: World) {
    let subscriptions = behind(&world).await;
    let before = sequence(&world).await;
    for more in KILLS {
        let from = sequence(&world).await;
        let ((mut one, address), (mut other, _)) = futures::join!(another(&world), another(&world));
        until(&address, &world.admin_key, from, more).await;
        one.kill().await.unwrap();
        other.kill().await.unwrap();
    }
    let paid = |facts: &[EventBody]| {
        facts.iter().filter(|fact| matches!(fact, EventBody::InvoicePaid { .. })).count()
    };
    assert!(paid(&facts_since(&world, before).await) < CUSTOMERS * PERIODS, "the kills came in the middle");

    // What a server that died had begun is another's once its lease is over.
    let now = Clock::fixed(Clock::System.now() + SignedDuration::from_mins(10));
    let config = world.app.config.clone();
    let app = portico::serve::open(config, world.url.clone(), now, Rng::System).await.unwrap();
    worker::run_dry(&app).await.unwrap();

    let facts = facts_since(&world, before).await;
    assert_eq!(sequence(&world).await - before, i64::try_from(facts.len()).unwrap(), "no gap in the log");
    let (mut periods, mut numbers, mut settled) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
    for fact in &facts {
        match fact {
            EventBody::InvoiceIssued { invoice } => {
                let period = invoice.lines[0].period.unwrap();
                let new = periods.insert((invoice.subscription_id.clone(), period.start));
                assert!(new, "{invoice:?} bills a period again");
                numbers.push(invoice.number.clone());
            }
            EventBody::InvoicePaid { invoice } => {
                assert_eq!(invoice.state, InvoiceState::Paid);
                assert!(settled.insert(invoice.number.clone()), "{} is paid again", invoice.number);
            }
            _ => {}
        }
    }
    assert_eq!(periods.len(), CUSTOMERS * PERIODS);
    for subscription in &subscriptions {
        let starts = periods.iter().filter(|(of, _)| of.as_ref() == Some(&subscription.id));
        assert_eq!(starts.count(), PERIODS, "{}", subscription.id);
        assert!(periods.contains(&(Some(subscription.id.clone()), subscription.period.end)));
    }
    numbers.sort();
    let expected: Vec<String> = (1..=CUSTOMERS * PERIODS).map(|number| format!("INV-{number:04}")).collect();
    assert_eq!(numbers, expected, "no gap in the numbers");
    assert_eq!(settled, BTreeSet::from_iter(numbers), "all are paid");
    let mut conn = world.app.db.read().await.unwrap();
    let charges = store::sandbox::list(&mut conn, &world.merchant.id).await.unwrap();
    assert_eq!(charges.len(), CUSTOMERS * PERIODS, "the provider was asked for each once");
    assert!(charges.iter().all(|charge| charge.answer == Answer::Succeeded && charge.amount.minor() == 4900));
}

/// What happened after this place in the log, however much it is.
async fn facts_since(world: &World, after: i64) -> Vec<EventBody> {
    let mut all = Vec::new();
    loop {
        let more = facts(world, after + i64::try_from(all.len()).unwrap()).await;
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}
