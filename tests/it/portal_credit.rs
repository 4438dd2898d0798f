//! Who leaves at once gets back the time they paid for, where the merchant credits it: as shown, and once.

use domain::{
    CancelationMode, CreditPolicy, Customer, EventBody, Interval, Invoice, InvoiceState, Money, Subscription,
    SubscriptionStatus,
};
use futures::future::join_all;
use jiff::SignedDuration;
use portico::store;
use reqwest::StatusCode;
use testkit::{Page, World, both_engines};

use crate::portal_changes::{confirm, now, offer, plan_with, preview};
use crate::renewals::{GOOD, card, subscriber, walk_to};
use crate::visiting::{configure, facts, mails, sequence, visit};

both_engines!(
    the_time_left_goes_back_as_shown_and_once,
    an_old_page_is_shown_anew,
    after_an_upgrade_the_newest_payment_goes_back_first,
    of_a_year_that_followed_a_month_the_year_goes_back,
    what_did_not_come_through_portico_is_not_sent_back,
    a_merchant_who_credits_nothing_says_so,
);

/// Lets customers leave at once, with the time left credited or not.
pub(crate) async fn crediting(world: &World, policy: CreditPolicy) {
    configure(world, |configuration| {
        configuration.self_serve.cancelation_mode = CancelationMode::Immediately;
        configuration.cancelation.credit_policy = policy;
    })
    .await;
}

/// Acme on €49.00 a month, ten days into the second month, which a card paid for.
pub(crate) async fn renewed(world: &World) -> (Customer, Subscription) {
    let (acme, _, subscription) = subscriber(world).await;
    card(world, &acme, GOOD).await;
    walk_to(world, "2030-04-24").await;
    (acme, now(world, &subscription).await)
}

/// What is left of so many minor units for the running period, by the second, to the nearest.
pub(crate) fn left_of(minor: i64, subscription: &Subscription, world: &World) -> i64 {
    let (start, end) = (subscription.period.start.as_second(), subscription.period.end.as_second());
    let (left, whole) = (end - world.now().as_second(), end - start);
    (2 * minor * left + whole) / (2 * whole)
}

fn cancel_path(subscription: &Subscription) -> String {
    format!("/portal/subscriptions/{}/cancel", subscription.id)
}

/// As a page says so many minor units.
pub(crate) fn euros(minor: i64) -> String {
    format!("€{}.{:02}", minor / 100, minor % 100)
}

/// What went back, in minor units, once everything due is done.
pub(crate) async fn refunds(world: &World) -> Vec<i64> {
    world.run_workers_dry().await;
    let mut conn = world.app.db.read().await.unwrap();
    let refunds = store::sandbox::list_refunds(&mut conn, &world.merchant.id).await.unwrap();
    refunds.into_iter().map(|(_, amount): (_, Money)| amount.minor()).collect()
}

/// The credit notes since `before`.
async fn credit_notes(world: &World, before: i64) -> Vec<Invoice> {
    let issued = facts(world, before).await.into_iter().filter_map(|fact| match fact {
        EventBody::InvoiceIssued { invoice } => Some(invoice),
        _ => None,
    });
    issued.filter(Invoice::is_credit_note).collect()
}

async fn the_time_left_goes_back_as_shown_and_once(world: World) {
    crediting(&world, CreditPolicy::Prorate).await;
    let (acme, subscription) = renewed(&world).await;
    let browser = visit(&world, &acme).await;
    let path = cancel_path(&subscription);
    let ask = browser.get(&path).await;
    let shown = left_of(4_900, &subscription, &world);
    assert!(
        ask.says(&format!("{} EUR for the time left, until 14 May 2030", euros(shown))),
        "{}",
        ask.text()
    );

    let before = sequence(&world).await;
    // Reading the page takes its time, and every click counts once.
    world.advance(SignedDuration::from_mins(14));
    let answers: Vec<Page> = join_all((0..20).map(|_| browser.submit(&ask, &path, &[]))).await;
    assert!(answers.iter().any(|page| page.status.is_redirection()));
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::Canceled);
    let notes = credit_notes(&world, before).await;
    let [note] = notes.as_slice() else { panic!("{notes:?}") };
    assert_eq!((note.totals.total.minor(), note.state), (-shown, InvoiceState::Paid));
    assert_eq!(note.amount_paid, note.totals.total);
    assert_eq!(refunds(&world).await, [shown]);
    assert_eq!(refunds(&world).await, [shown], "and never again");
    let mail = mails(&world).await.pop().unwrap();
    assert!(mail.text.contains("Credited") && mail.text.contains(&note.number), "{}", mail.text);
    let page = browser.get("/portal/invoices").await;
    assert!(page.says(&note.number) && page.says("Credit note"), "{}", page.text());
    let sheet = browser.get(&format!("/portal/invoices/{}", note.id)).await;
    assert!(sheet.says("Credit note") && sheet.says(&format!("−{}", euros(shown))), "{}", sheet.text());
    let activity = browser.get("/portal/activity").await;
    let told = format!("Credit note {}: {} given back", note.number, euros(shown));
    assert!(activity.says(&told) && !activity.says(&format!("{} paid", note.number)), "{}", activity.text());
    let page = browser.get("/portal").await;
    assert!(page.says("You are all paid up"), "{}", page.text());
}

async fn an_old_page_is_shown_anew(world: World) {
    crediting(&world, CreditPolicy::Prorate).await;
    let (acme, subscription) = renewed(&world).await;
    let browser = visit(&world, &acme).await;
    let path = cancel_path(&subscription);
    let ask = browser.get(&path).await;
    let before = sequence(&world).await;
    let tomorrow = world.now() + SignedDuration::from_hours(24);
    for unused_from in ["", "yesterday", "2030-04-14T00:00:00Z", &tomorrow.to_string()] {
        let answer = browser.submit(&ask, &path, &[("unused_from", unused_from)]).await;
        assert!(!answer.location().contains("subscription_ended"), "{unused_from}");
    }
    world.advance(SignedDuration::from_mins(16));
    let anew = browser.submit(&ask, &path, &[("reason", "It costs too much")]).await;
    assert!(anew.status == StatusCode::CONFLICT && anew.says("The figures have changed"), "{}", anew.text());
    assert!(
        anew.body.contains(r#"value="It costs too much" checked"#),
        "what was answered stays: {}",
        anew.body
    );
    assert!(anew.says(&euros(left_of(4_900, &subscription, &world))), "{}", anew.text());
    assert_eq!(sequence(&world).await, before, "nothing happened");
    let done = browser.submit(&anew, &path, &[]).await;
    assert!(browser.follow(&done).await.says("Your subscription has ended"));
}

async fn after_an_upgrade_the_newest_payment_goes_back_first(world: World) {
    crediting(&world, CreditPolicy::Prorate).await;
    let (acme, subscription) = renewed(&world).await;
    let team = world.plan("Team", "99.00").await;
    offer(&world, &[&team]).await;
    let browser = visit(&world, &acme).await;
    let ask = preview(&browser, &subscription, &team, "").await;
    confirm(&browser, &ask).await;
    let paid = left_of(9_900, &subscription, &world) - left_of(4_900, &subscription, &world);
    world.advance(SignedDuration::from_hours(24));

    let browser = visit(&world, &acme).await;
    let path = cancel_path(&subscription);
    let ask = browser.get(&path).await;
    let back = left_of(9_900, &subscription, &world);
    assert!(ask.says(&euros(back)), "{}", ask.text());
    let done = browser.submit(&ask, &path, &[]).await;
    assert!(browser.follow(&done).await.says("Your subscription has ended"));
    let mut sent = refunds(&world).await;
    sent.sort_unstable();
    let mut expected = [paid, back - paid];
    expected.sort_unstable();
    assert_eq!(sent, expected);
}

async fn of_a_year_that_followed_a_month_the_year_goes_back(world: World) {
    crediting(&world, CreditPolicy::Prorate).await;
    let (acme, subscription) = renewed(&world).await;
    let year = plan_with(&world, "Pro, yearly", "490.00", |plan| plan.price.interval = Interval::Year).await;
    offer(&world, &[&year]).await;
    let browser = visit(&world, &acme).await;
    let ask = preview(&browser, &subscription, &year, "").await;
    confirm(&browser, &ask).await;
    // The month was given back with the change, so its time is not given back once more.
    world.advance(SignedDuration::from_hours(24 * 3));
    let subscription = now(&world, &subscription).await;
    let browser = visit(&world, &acme).await;
    let path = cancel_path(&subscription);
    let ask = browser.get(&path).await;
    let back = left_of(49_000, &subscription, &world);
    assert!(ask.says(&euros(back)), "{}", ask.text());
    let before = sequence(&world).await;
    browser.submit(&ask, &path, &[]).await;
    let notes = credit_notes(&world, before).await;
    let lines: Vec<_> =
        notes[0].lines.iter().map(|line| (line.description.as_str(), line.amount.minor())).collect();
    assert_eq!(lines, [("Pro, yearly", -back)]);
    assert_eq!(refunds(&world).await.iter().sum::<i64>(), back);
}

async fn what_did_not_come_through_portico_is_not_sent_back(world: World) {
    crediting(&world, CreditPolicy::Prorate).await;
    let (acme, _, subscription) = subscriber(&world).await;
    let browser = visit(&world, &acme).await;
    let path = cancel_path(&subscription);
    let ask = browser.get(&path).await;
    assert!(ask.says("is not refunded"), "{}", ask.text());
    let before = sequence(&world).await;
    let forged = browser.submit(&ask, &path, &[("unused_from", &world.now().to_string())]).await;
    assert!(forged.says("The figures have changed"));
    let done = browser.submit(&ask, &path, &[]).await;
    assert!(browser.follow(&done).await.says("Your subscription has ended"));
    assert_eq!(credit_notes(&world, before).await, []);
    assert_eq!(refunds(&world).await, [0; 0]);
}

async fn a_merchant_who_credits_nothing_says_so(world: World) {
    crediting(&world, CreditPolicy::None).await;
    let (acme, subscription) = renewed(&world).await;
    let browser = visit(&world, &acme).await;
    let path = cancel_path(&subscription);
    let ask = browser.get(&path).await;
    assert!(ask.says("is not refunded"), "{}", ask.text());
    let before = sequence(&world).await;
    let done = browser.submit(&ask, &path, &[]).await;
    assert!(browser.follow(&done).await.says("Your subscription has ended"));
    assert_eq!(credit_notes(&world, before).await, []);
    assert_eq!(refunds(&world).await, [0; 0]);
}
