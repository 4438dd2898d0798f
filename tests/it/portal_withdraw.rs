//! A customer who lost the link, or never had one, cancels all the same.

use domain::{Contract, CreditPolicy, Customer, Subscription, SubscriptionStatus};
use jiff::SignedDuration;
use jiff::civil::date;
use portal_view::WITHDRAW_BACK;
use portico::store;
use reqwest::StatusCode;
use testkit::{Browser, Page, World, both_engines};
use url::Url;

use crate::portal_credit::{crediting, euros, left_of, refunds, renewed};
use crate::visiting::{another_merchant, configure, happened, mails, sequence, words};

both_engines!(
    a_cancellation_is_declared_received_and_carried_out,
    who_goes_back_finds_what_they_typed,
    a_dead_link_names_no_merchant,
    the_answer_is_the_same_whatever_it_knows,
    an_end_at_once_settles_what_the_page_showed,
    a_number_names_the_one_that_ends,
    of_several_the_customer_chooses_and_what_stays_says_why,
    the_link_works_once_and_waits_for_a_day_not_for_ever,
    nobody_is_flooded,
    what_the_merchant_keeps_offline_is_received_only,
    there_is_no_such_page_unless_the_merchant_wants_it,
    bad_input_gets_nowhere,
);

fn path(world: &World) -> String {
    format!("/portal/withdraw/{}", world.merchant.id)
}

async fn scene(world: &World) -> (Customer, Subscription) {
    configure(world, |configuration| configuration.public_cancelation = true).await;
    let acme = world.customer("Acme").email("books@acme.example").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    (acme, subscription)
}

/// Both steps.
pub(crate) async fn declare(world: &World, browser: &Browser, email: &str, number: &str) -> Page {
    let form = browser.get(&path(world)).await;
    let check = browser.submit(&form, &path(world), &[("email", email), ("number", number)]).await;
    assert_eq!(check.status, StatusCode::OK, "{}", check.text());
    browser.submit(&check, &format!("{}/send", path(world)), &[]).await
}

/// The confirming link of the newest mail.
pub(crate) async fn confirming(world: &World) -> Url {
    let sent = mails(world).await;
    let text = &sent.iter().rev().find(|mail| mail.text.contains("/portal/w/")).expect("a mail").text;
    let from = text.find("http").unwrap();
    let link = text[from..].split(|c: char| c.is_whitespace() || c == '"').next().unwrap();
    assert!(link.contains("/portal/w/"), "{link}");
    link.parse().unwrap()
}

async fn now(world: &World, subscription: &Subscription) -> Subscription {
    let mut conn = world.app.db.read().await.unwrap();
    store::subscriptions::find(&mut conn, &world.merchant.id, &subscription.id).await.unwrap().unwrap()
}

async fn a_cancellation_is_declared_received_and_carried_out(world: World) {
    let (_, subscription) = scene(&world).await;
    let browser = world.browser();
    let house = browser.get("/portal/withdraw").await;
    assert_eq!(house.location(), path(&world));
    let declared = world.app.clock.now();
    let received = declare(&world, &browser, "BOOKS@acme.example", "").await;
    assert!(received.says("We have received your cancellation"), "{}", received.text());
    assert!(received.says("14 Mar 2030"), "{}", received.text());
    assert!(now(&world, &subscription).await.cancelation.is_none(), "nothing ends before it is confirmed");

    let link = confirming(&world).await;
    assert_eq!(mails(&world).await[0].to, ["books@acme.example"]);
    world.advance(SignedDuration::from_hours(30));
    let own = world.browser();
    own.get(link.path()).await;
    world.browser().post(link.path(), &[("nonce", "x"), (&format!("end-{}", subscription.id), "yes")]).await;
    assert!(now(&world, &subscription).await.cancelation.is_none(), "scanners end nothing");
    let ask = own.get(link.path()).await;
    assert!(ask.says("Pro") && ask.says("ends on 14 Apr 2030"), "{}", ask.text());
    let before = sequence(&world).await;
    let done = own.submit(&ask, link.path(), &[]).await;
    assert!(done.says("Your cancellation is booked") && done.says("Pro"), "{}", done.text());
    let told = happened(&world, before).await;
    assert_eq!(told, ["subscription.cancelation_scheduled", "mail.updated"]);
    let ending = now(&world, &subscription).await.cancelation.unwrap();
    assert_eq!(ending.requested_at, declared, "the day of the declaration stays on record");
    assert_eq!(ending.effective_at, subscription.period.end);
}

async fn who_goes_back_finds_what_they_typed(world: World) {
    scene(&world).await;
    let browser = world.browser();
    let form = browser.get(&path(&world)).await;
    let typed = [("email", "books@acme.example"), ("number", "R-1 / 7")];
    let check = browser.submit(&form, &path(&world), &typed).await;
    let back = format!("name=\"{WITHDRAW_BACK}\" value=\"yes\" formaction=\"{}\"", path(&world));
    assert!(check.body.contains(&back), "{}", check.body);
    // The button sends the form of the second step to the first.
    let (_, mut fields) = check.form(&format!("{}/send", path(&world)));
    fields.push((WITHDRAW_BACK.to_owned(), "yes".to_owned()));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let again = browser.post(&path(&world), &fields).await;
    assert_eq!(again.status, StatusCode::OK);
    let (_, kept) = again.form(&path(&world));
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(kept, typed);
    assert!(!again.body.contains("aria-invalid"), "{}", again.body);
    assert!(mails(&world).await.is_empty(), "nothing was declared");
}

async fn a_dead_link_names_no_merchant(world: World) {
    scene(&world).await;
    declare(&world, &world.browser(), "books@acme.example", "").await;
    let used = confirming(&world).await;
    let own = world.browser();
    let ask = own.get(used.path()).await;
    own.submit(&ask, used.path(), &[]).await;
    another_merchant(&world).await;
    for path in [used.path(), "/portal/w/never-was"] {
        let page = world.browser().get(path).await;
        assert_eq!(page.status, StatusCode::GONE);
        assert!(page.says("This link does not work any more"), "{}", page.text());
        assert!(page.says("To cancel, start again where you declared it."), "{}", page.text());
        for name in ["Northwind", "Contoso", "Acme", "books@", "Pro"] {
            assert!(!page.says(name), "{name}: {}", page.text());
        }
    }
}

async fn the_answer_is_the_same_whatever_it_knows(world: World) {
    scene(&world).await;
    let known = words(&declare(&world, &world.browser(), "books@acme.example", "").await);
    let unknown = words(&declare(&world, &world.browser(), "nobody@acme.example", "").await);
    let foreign = words(&declare(&world, &world.browser(), "books@acme.example", "R-404").await);
    assert_eq!((&unknown, &foreign), (&known, &known));
    assert!(!known.1.contains("Acme") && !known.1.contains("Pro"), "{}", known.1);
    assert_eq!(mails(&world).await.len(), 1);
}

async fn an_end_at_once_settles_what_the_page_showed(world: World) {
    crediting(&world, CreditPolicy::Prorate).await;
    let (acme, subscription) = renewed(&world).await;
    configure(&world, |configuration| configuration.public_cancelation = true).await;
    declare(&world, &world.browser(), &acme.email.to_string(), "").await;
    let link = confirming(&world).await;
    let own = world.browser();
    let old = own.get(link.path()).await;
    let shown = left_of(4_900, &subscription, &world);
    assert!(old.says(&format!("{} EUR for the time left", euros(shown))), "{}", old.text());

    world.advance(SignedDuration::from_mins(16));
    let before = sequence(&world).await;
    let late = own.submit(&old, link.path(), &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let shown = left_of(4_900, &subscription, &world);
    assert!(late.says("The figures have changed") && late.says(&euros(shown)), "{}", late.text());
    assert_eq!(sequence(&world).await, before, "nothing happened, and the link still works");
    world.advance(SignedDuration::from_mins(14));
    let done = own.submit(&late, link.path(), &[]).await;
    assert!(done.says("Your cancellation is booked"), "{}", done.text());
    assert!(done.says(&format!("Credited: {}", euros(shown))), "{}", done.text());
    assert_eq!(now(&world, &subscription).await.status, SubscriptionStatus::Canceled);
    assert_eq!(refunds(&world).await, [shown]);
}

async fn a_number_names_the_one_that_ends(world: World) {
    let (acme, first) = scene(&world).await;
    let team = world.plan("Team", "99.00").await;
    let second = world.subscription(&acme, &team).insert().await;
    let other = world.customer("Other").email("other@else.example").insert().await;
    world.invoice(&other, "R-9").line("Pro", "1", "49.00").insert().await;
    declare(&world, &world.browser(), "books@acme.example", "R-9").await;
    assert!(mails(&world).await.is_empty(), "another's number is as unknown as none");
    declare(&world, &world.browser(), "books@acme.example", second.id.as_str()).await;
    let own = world.browser();
    let link = confirming(&world).await;
    let ask = own.get(link.path()).await;
    assert!(ask.says("Team") && !ask.says("Pro"), "{}", ask.text());
    // A form by hand ends no other.
    let forged = [(format!("end-{}", first.id), "yes")];
    let forged: Vec<(&str, &str)> = forged.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    own.submit(&ask, link.path(), &forged).await;
    assert!(now(&world, &first).await.cancelation.is_none());
    assert!(now(&world, &second).await.cancelation.is_some());
}

async fn the_link_works_once_and_waits_for_a_day_not_for_ever(world: World) {
    let (_, subscription) = scene(&world).await;
    declare(&world, &world.browser(), "books@acme.example", "").await;
    let link = confirming(&world).await;
    let own = world.browser();
    let ask = own.get(link.path()).await;
    own.submit(&ask, link.path(), &[]).await;
    let again = own.get(link.path()).await;
    assert_eq!(again.status, StatusCode::GONE);
    assert_eq!(words(&own.get("/portal/w/never-was").await), words(&again));

    declare(&world, &world.browser(), "books@acme.example", subscription.id.as_str()).await;
    let late = confirming(&world).await;
    world.advance(SignedDuration::from_hours(24));
    assert_eq!(own.get(late.path()).await.status, StatusCode::OK);
    world.advance(SignedDuration::from_hours(13 * 24));
    assert_eq!(own.get(late.path()).await.status, StatusCode::GONE);
}

async fn of_several_the_customer_chooses_and_what_stays_says_why(world: World) {
    let (acme, first) = scene(&world).await;
    let (team, year) = (world.plan("Team", "99.00").await, world.plan("Archive", "9.00").await);
    let second = world.subscription(&acme, &team).insert().await;
    let contract = Contract { start: date(2030, 1, 1), end: Some(date(2031, 1, 1)), terms: String::new() };
    world.subscription(&acme, &year).with(|s| s.contract = Some(contract)).insert().await;
    declare(&world, &world.browser(), "books@acme.example", "").await;
    let link = confirming(&world).await;
    let own = world.browser();
    let ask = own.get(link.path()).await;
    assert!(ask.says("What cannot end here Archive Your contract keeps what was agreed"), "{}", ask.text());
    let none = own.submit(&ask, link.path(), &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.says("Please choose what is to end."), "{}", none.text());
    let chosen = format!("end-{}", second.id);
    let done = own.submit(&none, link.path(), &[(chosen.as_str(), "yes")]).await;
    assert!(done.says("Your cancellation is booked") && done.says("Team"), "{}", done.text());
    assert!(now(&world, &second).await.cancelation.is_some());
    assert!(now(&world, &first).await.cancelation.is_none(), "nothing ends that was not chosen");
}

async fn nobody_is_flooded(world: World) {
    scene(&world).await;
    let mut last = StatusCode::OK;
    for _ in 0..20 {
        last = declare(&world, &world.browser(), "books@acme.example", "").await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert!(mails(&world).await.len() < 20);
}

async fn what_the_merchant_keeps_offline_is_received_only(world: World) {
    let (_, subscription) = scene(&world).await;
    configure(&world, |configuration| configuration.self_serve.allow_cancelation = false).await;
    declare(&world, &world.browser(), "books@acme.example", "").await;
    let link = confirming(&world).await;
    let page = world.browser().get(link.path()).await;
    assert!(page.says("There is nothing here that can end online."), "{}", page.text());
    assert!(now(&world, &subscription).await.cancelation.is_none());
}

async fn there_is_no_such_page_unless_the_merchant_wants_it(world: World) {
    let off = world.browser().get(&path(&world)).await;
    assert_eq!(off.status, StatusCode::NOT_FOUND);
    let sent = world.browser().post(&format!("{}/send", path(&world)), &[("email", "a@b.example")]).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    for id in ["mer_00000000000000000000000001", "x", "%00"] {
        let unknown = world.browser().get(&format!("/portal/withdraw/{id}")).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND, "{id}");
        assert!(unknown.says("We could not find that page"), "{id}: {}", unknown.text());
    }
}

async fn bad_input_gets_nowhere(world: World) {
    scene(&world).await;
    let browser = world.browser();
    let long = "1".repeat(101);
    for (email, number) in [
        ("", ""),
        ("nobody", ""),
        ("a@b.example\r\nBcc: c@d.example", ""),
        ("a@b.example", "1\u{0}2"),
        ("a@b.example", &long),
    ] {
        for step in [path(&world), format!("{}/send", path(&world))] {
            let page = browser.post(&step, &[("email", email), ("number", number)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{email:?} {number:?} {}", page.text());
        }
    }
    assert!(mails(&world).await.is_empty());
}
