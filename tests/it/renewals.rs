//! Subscriptions renew by themselves: every period once, at the price that was shown, on the right day.

use domain::billing::next_invoice;
use domain::{
    Actor, Anchor, CancelAt, Customer, Expiry, Instrument, Interval, Invoice, InvoiceState, MailKind,
    PendingChange, Period, Plan, Subscription, SubscriptionStatus,
};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use portico::app::App;
use portico::config::{AfterRetries, TrialWithoutMethod};
use portico::payments::{self, Answer, NewMethod};
use portico::{store, worker};
use testkit::{Engine, World, both_engines};

use crate::visiting::{facts, happened, mails, sequence, visit};

both_engines!(
    a_year_is_billed_month_by_month,
    missed_periods_are_caught_up_one_by_one,
    two_servers_bill_each_period_once,
    an_end_wins_over_a_renewal_at_the_same_moment,
    a_change_that_waited_takes_effect_with_the_renewal,
    a_failed_renewal_is_tried_again_and_recovers,
    after_the_last_try_it_stays_past_due,
    a_try_that_a_dying_server_left_is_finished,
    who_pays_by_invoice_has_until_the_due_day,
    a_bank_that_asks_counts_as_a_failed_try,
    a_trial_ends_in_a_paid_period,
    a_trial_without_a_payment_method_is_past_due,
);

/// Everything that is due, day after day, up to and including `day`.
pub(crate) async fn walk_to(world: &World, day: &str) {
    let end: jiff::civil::Date = day.parse().unwrap();
    while world.today() < end {
        let noon = world.today().tomorrow().unwrap().at(12, 0, 0, 0).to_zoned(world.zone()).unwrap();
        world.advance(noon.timestamp().duration_since(world.now()));
        world.run_workers_dry().await;
    }
}

/// Puts a test card on file.
pub(crate) async fn card(world: &World, customer: &Customer, number: &str) {
    let number = domain::CardNumber::parse(number).unwrap();
    let code = domain::SecurityCode::parse("123", number.brand()).unwrap();
    let details = payments::Details::Card { number, expiry: Expiry { year: 2034, month: 4 }, code };
    let new = NewMethod { details, holder: "Ada Lindqvist".into() };
    let method = payments::add(&world.app, &world.merchant.id, Actor::Customer, customer, new).await.unwrap();
    assert!(matches!(method.instrument, Instrument::Card { .. }));
    if !method.is_default {
        let mut tx = world.app.db.write().await.unwrap();
        payments::make_default(&mut tx, &world.app, &world.merchant.id, Actor::Customer, method)
            .await
            .unwrap();
        world.app.commit(tx).await.unwrap();
    }
}

pub(crate) const GOOD: &str = "4242424242424242";
const EMPTY: &str = "4000000000009995";
const ASKS: &str = "4000002500003155";

/// A customer on a plan of €49.00 a month from today on.
pub(crate) async fn subscriber(world: &World) -> (Customer, Plan, Subscription) {
    let acme = world.customer("Acme").insert().await;
    let plan = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &plan).insert().await;
    (acme, plan, subscription)
}

pub(crate) async fn now(world: &World, subscription: &Subscription) -> Subscription {
    let mut conn = world.app.db.read().await.unwrap();
    store::subscriptions::find(&mut conn, &world.merchant.id, &subscription.id).await.unwrap().unwrap()
}

/// The customer's invoices, oldest first.
pub(crate) async fn invoices(world: &World, customer: &Customer) -> Vec<Invoice> {
    let mut conn = world.app.db.read().await.unwrap();
    let mut found =
        store::invoices::open_for_customer(&mut conn, &world.merchant.id, &customer.id, 100).await.unwrap();
    for fact in facts(world, 0).await {
        match fact {
            domain::EventBody::InvoicePaid { invoice } if invoice.customer_id == customer.id => {
                found.push(invoice)
            }
            _ => {}
        }
    }
    found.sort_by(|one, next| one.number.cmp(&next.number));
    found
}

fn period_of(invoice: &Invoice) -> Period {
    invoice.lines[0].period.expect("a renewal's line names its period")
}

async fn a_year_is_billed_month_by_month(world: World) {
    let acme = world.customer("Acme").insert().await;
    card(&world, &acme, GOOD).await;
    let plan = world.plan("Pro", "49.00").await;
    // Begun on 31 January of a year before a leap year; the world is in March.
    let anchor = Anchor { day: 31, month: 1 };
    let period =
        Subscription::period_from(date(2030, 2, 28), anchor, Interval::Month, &world.zone()).unwrap();
    let subscription =
        world.subscription(&acme, &plan).with(|s| (s.anchor, s.period) = (anchor, period)).insert().await;
    let shown = next_invoice(&subscription, &world.zone()).unwrap().unwrap();
    walk_to(&world, "2031-03-31").await;

    let billed = invoices(&world, &acme).await;
    let days: Vec<String> = billed.iter().map(|invoice| invoice.issued_on.to_string()).collect();
    assert_eq!(
        days,
        [
            "2030-03-31",
            "2030-04-30",
            "2030-05-31",
            "2030-06-30",
            "2030-07-31",
            "2030-08-31",
            "2030-09-30",
            "2030-10-31",
            "2030-11-30",
            "2030-12-31",
            "2031-01-31",
            "2031-02-28",
            "2031-03-31"
        ]
    );
    assert_eq!(
        (&billed[0].lines, billed[0].totals),
        (&shown.lines, shown.totals),
        "what was shown is charged"
    );
    let numbers: Vec<String> = (1..=13).map(|number| format!("INV-{number:04}")).collect();
    assert_eq!(billed.iter().map(|invoice| invoice.number.clone()).collect::<Vec<_>>(), numbers);
    let mut end = subscription.period.end;
    for invoice in &billed {
        assert_eq!(
            (invoice.state, period_of(invoice).start),
            (InvoiceState::Paid, end),
            "no gap and no overlap"
        );
        end = period_of(invoice).end;
    }
    let subscription = now(&world, &subscription).await;
    assert_eq!((subscription.status, subscription.period.end), (SubscriptionStatus::Active, end));
    // Periods begin at midnight, whatever the clocks were put to meanwhile.
    let april = period_of(&billed[0]);
    assert_eq!(april.start.to_zoned(world.zone()).to_string(), "2030-03-31T00:00:00+01:00[Europe/Berlin]");
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 13, "a receipt for each");
}

async fn missed_periods_are_caught_up_one_by_one(world: World) {
    let (acme, _, subscription) = subscriber(&world).await;
    card(&world, &acme, GOOD).await;
    let before = sequence(&world).await;
    world.advance(SignedDuration::from_hours(24 * 100));
    world.run_workers_dry().await;
    let billed = invoices(&world, &acme).await;
    assert_eq!(billed.len(), 3, "14 April, 14 May, 14 June");
    assert!(billed.iter().all(|invoice| invoice.issued_on == world.today()), "issued late, and dated so");
    let starts: Vec<Timestamp> = billed.iter().map(|invoice| period_of(invoice).start).collect();
    assert_eq!(starts[0], subscription.period.end);
    let renewed =
        happened(&world, before).await.iter().filter(|name| **name == "subscription.renewed").count();
    assert_eq!(renewed, 3);
    assert_eq!(now(&world, &subscription).await.version, 4);
}

async fn two_servers_bill_each_period_once(world: World) {
    let plan = world.plan("Pro", "49.00").await;
    let mut customers = Vec::new();
    for number in 0..12 {
        let customer = world.customer(&format!("Customer {number}")).insert().await;
        card(&world, &customer, GOOD).await;
        world.subscription(&customer, &plan).insert().await;
        customers.push(customer);
    }
    world.advance(SignedDuration::from_hours(24 * 62));
    // One may find that the other was quicker; it simply tries again, as a worker does.
    let server = async |app: App| {
        for _ in 0..6 {
            let _ = worker::renew_due(&app, 5).await.unwrap();
            let _ = worker::collect_due(&app, 5).await.unwrap();
        }
    };
    futures::join!(server(world.app.clone()), server(world.app.clone()), server(world.app.clone()));
    world.run_workers_dry().await;
    let mut numbers = Vec::new();
    for customer in &customers {
        let billed = invoices(&world, customer).await;
        assert_eq!(billed.len(), 2, "14 April and 14 May, each once");
        assert!(billed.iter().all(|invoice| invoice.state == InvoiceState::Paid));
        numbers.extend(billed.into_iter().map(|invoice| invoice.number));
    }
    numbers.sort();
    assert_eq!(numbers, (1..=24).map(|number| format!("INV-{number:04}")).collect::<Vec<_>>());
    let mut conn = world.app.db.read().await.unwrap();
    assert_eq!(
        store::sandbox::list(&mut conn, &world.merchant.id).await.unwrap().len(),
        24,
        "nothing is charged twice"
    );
}

async fn an_end_wins_over_a_renewal_at_the_same_moment(world: World) {
    let (acme, plan, _) = subscriber(&world).await;
    card(&world, &acme, GOOD).await;
    let ending = world.subscription(&acme, &plan).ending(Actor::Customer).insert().await;
    let gone =
        world.subscription(&acme, &plan).with(|s| s.status = SubscriptionStatus::Canceled).insert().await;
    walk_to(&world, "2030-06-01").await;
    assert_eq!(now(&world, &ending).await.status, SubscriptionStatus::Canceled);
    assert_eq!(now(&world, &gone).await, gone, "nothing happens to what has ended");
    let billed = invoices(&world, &acme).await;
    assert_eq!(billed.len(), 2, "only the one that runs is billed");
    assert!(billed.iter().all(|invoice| invoice.subscription_id.as_ref() != Some(&ending.id)));
}

async fn a_change_that_waited_takes_effect_with_the_renewal(world: World) {
    let (acme, _, _) = subscriber(&world).await;
    card(&world, &acme, GOOD).await;
    let (pro, basic) = (world.plan("Pro", "49.00").await, world.plan("Basic", "19.00").await);
    let subscription = world.subscription(&acme, &pro).with(|s| {
        let terms = domain::Terms {
            plan_id: basic.id.clone(),
            plan_name: basic.name.clone(),
            price: basic.price.clone(),
            seats: 1,
        };
        let effective_at = s.period.end;
        s.pending_change = Some(PendingChange {
            terms,
            effective_at,
            requested_at: s.created_at,
            requested_by: Actor::Customer,
        });
    });
    let subscription = subscription.insert().await;
    let shown = next_invoice(&subscription, &world.zone()).unwrap().unwrap();
    let before = sequence(&world).await;
    walk_to(&world, "2030-04-14").await;
    let after = now(&world, &subscription).await;
    assert_eq!((after.plan_name.as_str(), after.pending_change), ("Basic", None));
    let billed = invoices(&world, &acme).await;
    let own: Vec<&Invoice> =
        billed.iter().filter(|i| i.subscription_id.as_ref() == Some(&subscription.id)).collect();
    assert_eq!((own.len(), &own[0].lines), (1, &shown.lines));
    assert_eq!(own[0].totals.total.minor(), 1_900);
    assert!(happened(&world, before).await.contains(&"subscription.activated"));
    let sent = mails(&world).await;
    let told = sent.iter().filter(|mail| mail.text.contains("You have Basic now")).count();
    assert_eq!(told, 1, "{sent:?}");
}

async fn a_failed_renewal_is_tried_again_and_recovers(world: World) {
    let (acme, _, subscription) = subscriber(&world).await;
    card(&world, &acme, EMPTY).await;
    let before = sequence(&world).await;
    walk_to(&world, "2030-04-14").await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::PastDue);
    let told = happened(&world, before).await;
    for name in ["subscription.renewed", "invoice.issued", "payment.failed", "subscription.past_due"] {
        assert_eq!(told.iter().filter(|told| **told == name).count(), 1, "{name} in {told:?}");
    }
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1);
    assert!(
        sent[0].text.contains("did not go through") && sent[0].text.contains("15 Apr 2030"),
        "{}",
        sent[0].text
    );
    assert!(sent[0].text.contains("/portal/l/"), "it leads to where it can be paid");

    // Past due, the customer is told first of all, and still gets to everything that mends it.
    let browser = visit(&world, &acme).await;
    for page in ["/portal", &format!("/portal/subscriptions/{}", subscription.id)] {
        let page = browser.get(page).await;
        assert!(
            page.says("An invoice is not paid. Please pay it") && page.says("Pay now"),
            "{}",
            page.text()
        );
    }
    for page in [
        "/portal/invoices",
        "/portal/pay",
        "/portal/payment-methods",
        &format!("/portal/subscriptions/{}/cancel", subscription.id),
    ] {
        assert_eq!(browser.get(page).await.status, reqwest::StatusCode::OK, "{page}");
    }

    // The next try uses what is the default then.
    card(&world, &acme, GOOD).await;
    let before = sequence(&world).await;
    walk_to(&world, "2030-04-15").await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::Active);
    assert_eq!(invoices(&world, &acme).await[0].state, InvoiceState::Paid);
    assert!(happened(&world, before).await.contains(&"subscription.recovered"));
    walk_to(&world, "2030-05-13").await;
    assert_eq!(invoices(&world, &acme).await.len(), 1, "and nothing is tried again");
}

async fn charges(world: &World) -> Vec<Answer> {
    let mut conn = world.app.db.read().await.unwrap();
    let charges = store::sandbox::list(&mut conn, &world.merchant.id).await.unwrap();
    charges.into_iter().map(|charge| charge.answer).collect()
}

async fn after_the_last_try_it_stays_past_due(world: World) {
    let (acme, _, subscription) = subscriber(&world).await;
    card(&world, &acme, EMPTY).await;
    let mut tries = Vec::new();
    for day in 14..=30 {
        walk_to(&world, &format!("2030-04-{day}")).await;
        tries.push(charges(&world).await.len());
    }
    // On the 14th, and 1, 3, 5 and 7 days later.
    assert_eq!(tries, [1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::PastDue);
    let sent = mails(&world).await;
    assert!(sent.last().unwrap().text.contains("will not try again"), "{}", sent.last().unwrap().text);

    // Paying in the portal mends it, whatever was tried.
    card(&world, &acme, GOOD).await;
    let browser = visit(&world, &acme).await;
    let ask = browser.get("/portal/pay").await;
    browser.submit(&ask, "/portal/pay", &[]).await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::Active);
}

async fn a_try_that_a_dying_server_left_is_finished(world: World) {
    let (acme, _, subscription) = subscriber(&world).await;
    card(&world, &acme, EMPTY).await;
    world.advance(SignedDuration::from_hours(24 * 32));
    assert_eq!(worker::renew_due(&world.app, 9).await.unwrap().taken, 1);
    // The payment is written down; the server dies before it asks.
    let invoice = invoices(&world, &acme).await.remove(0);
    let mut tx = world.app.db.write().await.unwrap();
    let begun = portico::collecting::begin(&mut tx, &world.app, &world.merchant, &invoice.id).await.unwrap();
    assert!(begun.is_some());
    world.app.commit(tx).await.unwrap();
    world.run_workers_dry().await;
    assert_eq!(charges(&world).await.len(), 0, "whoever began it has some time");
    world.advance(SignedDuration::from_mins(3));
    world.run_workers_dry().await;
    assert_eq!(charges(&world).await.len(), 1);
    assert_eq!(
        now(&world, &subscription).await.status,
        SubscriptionStatus::PastDue,
        "and what follows, follows"
    );
}

async fn who_pays_by_invoice_has_until_the_due_day(world: World) {
    let (acme, _, subscription) = subscriber(&world).await;
    walk_to(&world, "2030-04-28").await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::Active);
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].text.contains("28 Apr 2030"), "{}", sent[0].text);
    walk_to(&world, "2030-04-29").await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::PastDue);
    assert_eq!(mails(&world).await.len(), 2);
    assert_eq!(invoices(&world, &acme).await.len(), 1);
}

async fn a_bank_that_asks_counts_as_a_failed_try(world: World) {
    let (acme, _, subscription) = subscriber(&world).await;
    card(&world, &acme, ASKS).await;
    walk_to(&world, "2030-04-14").await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::PastDue);
    let mail = mails(&world).await.remove(0);
    assert!(mail.text.contains("confirm this payment yourself"), "{}", mail.text);
    // Its link leads straight to paying.
    let browser = world.browser();
    let ask = browser.open_link(&mail.link()).await;
    assert!(ask.url.path() == "/portal/pay" && ask.says("Pay €49.00"), "{}", ask.text());
    let bank = browser.submit(&ask, "/portal/pay", &[]).await;
    let bank = browser.follow(&bank).await;
    browser.submit(&bank, "/portal/payments/", &[("answer", "yes")]).await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::Active);
}

async fn trial(world: &World) -> (Customer, Subscription) {
    let acme = world.customer("Acme").insert().await;
    let plan = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &plan).with(|s| {
        let end = world.today().saturating_add(14.days()).to_zoned(world.zone()).unwrap().timestamp();
        (s.status, s.trial_end, s.period.end) = (SubscriptionStatus::Trialing, Some(end), end);
    });
    (acme, subscription.insert().await)
}

async fn a_trial_ends_in_a_paid_period(world: World) {
    let (acme, subscription) = trial(&world).await;
    card(&world, &acme, GOOD).await;
    let shown = next_invoice(&subscription, &world.zone()).unwrap().unwrap();
    walk_to(&world, "2030-03-24").await;
    assert!(mails(&world).await.is_empty());
    walk_to(&world, "2030-03-25").await;
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1, "three days before");
    assert!(sent[0].text.contains("trial of Pro ends") && sent[0].text.contains("49.00"), "{}", sent[0].text);
    walk_to(&world, "2030-03-28").await;
    let active = now(&world, &subscription).await;
    assert_eq!(active.status, SubscriptionStatus::Active);
    let billed = invoices(&world, &acme).await;
    assert_eq!((billed.len(), billed[0].state, &billed[0].lines), (1, InvoiceState::Paid, &shown.lines));
    assert_eq!(period_of(&billed[0]).start, subscription.period.end);
}

async fn a_trial_without_a_payment_method_is_past_due(world: World) {
    let (acme, subscription) = trial(&world).await;
    walk_to(&world, "2030-03-28").await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::PastDue);
    assert_eq!(invoices(&world, &acme).await[0].state, InvoiceState::Open);
    card(&world, &acme, GOOD).await;
    walk_to(&world, "2030-03-29").await;
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::Active, "the next try finds it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_may_end_what_is_not_paid() {
    let world = World::with_config(Engine::Sqlite, |config| {
        config.billing.after_retries = AfterRetries::Cancel;
        config.billing.trial_without_payment_method = TrialWithoutMethod::Cancel;
    });
    let world = world.await;
    let (acme, on_trial) = trial(&world).await;
    walk_to(&world, "2030-03-28").await;
    assert_eq!(now(&world, &on_trial).await.status, SubscriptionStatus::Canceled);
    assert_eq!(invoices(&world, &acme).await, [], "nothing to pay");

    let plan = world.plan("Team", "90.00").await;
    let paid = world.subscription(&acme, &plan).insert().await;
    card(&world, &acme, EMPTY).await;
    walk_to(&world, "2030-05-05").await;
    let ended = now(&world, &paid).await;
    assert_eq!(ended.status, SubscriptionStatus::Canceled);
    assert!(ended.clone().cancel(CancelAt::Now, Actor::System, None, world.now()).is_err());
    let sent = mails(&world).await;
    assert!(
        sent.last().unwrap().text.contains("your subscription has ended"),
        "{}",
        sent.last().unwrap().text
    );
    assert_eq!(invoices(&world, &acme).await[0].state, InvoiceState::Open, "open invoices stay due");
    let kinds = facts(&world, 0).await.into_iter().filter_map(|fact| match fact {
        domain::EventBody::MailUpdated { mail } => Some(mail.kind),
        _ => None,
    });
    assert!(kinds.into_iter().any(|kind| kind == MailKind::PaymentFailed));
}
