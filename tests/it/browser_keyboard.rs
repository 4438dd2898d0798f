//! A customer with a keyboard and no mouse, no scripts, and a screen as narrow as text at 400 % makes it: every
//! stop can be seen, Enter does what the focus is on, and nothing is out of reach.

use contract::api::CreatePortalSession;
use domain::{AfterCompletion, BillingField, Errand, Flow, Interval, SeatRange};
use testkit::{Chromium, Engine, Scripts, Window, World};

use crate::browser_portal::{acme, mailed_link};
use crate::portal_changes::{offer, plan_with};
use crate::usage_events::{event, meter, metered, send};
use crate::visiting::{configure, link_with, mails};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";
const ALL: (char, char) = ('\u{e009}', 'a');

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_cancels() {
    let world = World::start(Engine::Sqlite).await;
    let acme = acme(&world).await;
    let browser = let_in(&world, &acme).await;
    browser.says("You have one overdue invoice").await;
    to_place(&browser, "Subscriptions").await;
    browser.says("a month").await;
    go_by_keys(&browser, "Pro").await;
    browser.says("Current period").await;
    go_by_keys(&browser, "Cancel subscription…").await;
    browser.says("Why are you leaving?").await;
    go_by_keys(&browser, "Cancel subscription").await;
    browser.says("Your cancellation is booked.").await;
    go_by_keys(&browser, "Sign out").await;
    browser.says("You are signed out").await;
}

/// To a dearer plan, with what it costs before and the receipt after.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_upgrades() {
    let world = World::start(Engine::Sqlite).await;
    let acme = acme(&world).await;
    let team = world.plan("Team", "99.00").await;
    offer(&world, &[&team]).await;
    let browser = let_in(&world, &acme).await;
    browser.says("You have one overdue invoice").await;
    to_place(&browser, "Subscriptions").await;
    browser.says("a month").await;
    go_by_keys(&browser, "Pro").await;
    browser.says("Current period").await;
    go_by_keys(&browser, "Change plan…").await;
    browser.says("Nothing changes yet").await;
    next_by_keys(&browser, "plan").await;
    go_by_keys(&browser, "See what it costs").await;
    browser.says("To pay now").await;
    // Nothing is on file yet: the way leads over a card and back.
    go_by_keys(&browser, "Add a card").await;
    type_card(&browser, "4242424242424242").await;
    browser.says("Visa ending in 4242").await;
    go_by_keys(&browser, "Pay €49.19 EUR and switch").await;
    browser.says("Your change is done").await;
    go_by_keys(&browser, "See your subscription").await;
    browser.says("Team").await;
}

/// What is due, with a card whose bank asks first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_pays() {
    let world = World::start(Engine::Sqlite).await;
    let acme = acme(&world).await;
    let browser = let_in(&world, &acme).await;
    go_by_keys(&browser, "Pay all").await;
    browser.says("put a card on file first").await;
    go_by_keys(&browser, "Add a card").await;
    type_card(&browser, "4000002500003155").await;
    browser.says("Visa ending in 3155").await;
    go_by_keys(&browser, "Pay €289.00 EUR").await;
    browser.says("Your payment is not complete yet").await;
    for _ in 0..2 {
        go_by_keys(&browser, "Confirm with your bank").await;
        browser.says("No money moves").await;
        go_by_keys(&browser, "Confirm payment").await;
    }
    browser.says("Thank you, this is paid").await;
    to_place(&browser, "Overview").await;
    browser.says("You are all paid up").await;
}

/// More seats now, fewer later, and a change of mind.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_changes_seats() {
    let world = World::start(Engine::Sqlite).await;
    let acme = world.customer("Acme").insert().await;
    let desks = plan_with(&world, "Desks", "10.00", |plan| {
        plan.price.per_seat = true;
        plan.seats = SeatRange { min: 2, max: Some(20) };
    })
    .await;
    offer(&world, &[]).await;
    world.subscription(&acme, &desks).with(|one| one.seats = 5).insert().await;
    let browser = let_in(&world, &acme).await;
    to_place(&browser, "Payment methods").await;
    go_by_keys(&browser, "Add a card").await;
    type_card(&browser, "4242424242424242").await;
    browser.says("Your payment method is on file.").await;

    let seats = async |count: &str| {
        to_place(&browser, "Subscriptions").await;
        browser.says("a month").await;
        go_by_keys(&browser, "Desks").await;
        browser.says("Current period").await;
        go_by_keys(&browser, "Change plan…").await;
        type_by_keys(&browser, "seats", count).await;
        browser.keys(ENTER).await;
    };
    seats("7").await;
    browser.says("To pay now").await;
    go_by_keys(&browser, "Pay €19.68 EUR and change seats").await;
    browser.says("Your change is done").await;
    seats("3").await;
    browser.says("Until then nothing changes").await;
    go_by_keys(&browser, "Change seats on 14 Apr 2030").await;
    browser.says("Your seats change on 14 Apr 2030").await;
    go_by_keys(&browser, "See your subscription").await;
    browser.says("A change is coming").await;
    go_by_keys(&browser, "Call off the change…").await;
    browser.says("Nothing is charged today.").await;
    go_by_keys(&browser, "Call off the change").await;
    browser.says("The change is called off.").await;
}

/// A bank account beside a card, which then goes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_keeps_payment_methods() {
    let world = World::start(Engine::Sqlite).await;
    configure(&world, |configuration| configuration.self_serve.allow_bank_accounts = true).await;
    let acme = world.customer("Acme").insert().await;
    let browser = let_in(&world, &acme).await;
    to_place(&browser, "Payment methods").await;
    go_by_keys(&browser, "Add a card").await;
    type_card(&browser, "4242424242424242").await;
    browser.says("Your payment method is on file.").await;
    go_by_keys(&browser, "Add a bank account").await;
    type_by_keys(&browser, "iban", "DE89370400440532013000").await;
    type_by_keys(&browser, "holder", "Ada Lindqvist").await;
    browser.keys(ENTER).await;
    browser.says("ending in 3000").await;
    go_by_keys(&browser, "Make default : IBAN ending in 3000").await;
    browser.says("Your default has changed.").await;
    go_by_keys(&browser, "Update : Visa ending in 4242").await;
    type_by_keys(&browser, "expiry", "05/32").await;
    browser.keys(ENTER).await;
    browser.says("Expires 05/2032").await;
    go_by_keys(&browser, "Remove : Visa ending in 4242").await;
    browser.says("Remove this payment method?").await;
    go_by_keys(&browser, "Remove").await;
    browser.says("The payment method is removed.").await;
    browser.stops_saying("4242").await;
}

/// Sent from the merchant's app for one errand, and back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_runs_an_errand() {
    let world = World::start(Engine::Sqlite).await;
    let acme = acme(&world).await;
    let (errand, message) = (Errand::PaymentMethodUpdate {}, Some("Thanks, we have your card.".to_owned()));
    let wish = CreatePortalSession {
        flow: Some(Flow { errand, after_completion: AfterCompletion::Confirmation { message } }),
        // Some page that is not the portal's.
        return_url: Some(world.url.join("/docs").unwrap()),
        ..CreatePortalSession::for_customer(acme.id.clone())
    };
    let browser = narrow().await;
    browser.go(link_with(&world, wish).await.as_str()).await;
    go_by_keys(&browser, "Continue to billing").await;
    browser.says("Security code").await;
    type_card(&browser, "4242424242424242").await;
    browser.says("Thanks, we have your card.").await;
    go_by_keys(&browser, "Back to Northwind").await;
    browser.says("Who subscribed to what.").await;
}

/// From paying by the month to paying by the year.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_pays_by_the_year() {
    let world = World::start(Engine::Sqlite).await;
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let yearly = plan_with(&world, "Pro by the year", "490.00", |plan| plan.price.interval = Interval::Year);
    offer(&world, &[&yearly.await]).await;
    world.subscription(&acme, &pro).insert().await;
    let browser = let_in(&world, &acme).await;
    to_place(&browser, "Payment methods").await;
    go_by_keys(&browser, "Add a card").await;
    type_card(&browser, "4242424242424242").await;
    browser.says("Your payment method is on file.").await;
    to_place(&browser, "Subscriptions").await;
    browser.says("a month").await;
    go_by_keys(&browser, "Pro").await;
    browser.says("Current period").await;
    go_by_keys(&browser, "Change plan…").await;
    browser.says("Paid yearly").await;
    next_by_keys(&browser, "plan").await;
    go_by_keys(&browser, "See what it costs").await;
    browser.says("To pay now").await;
    go_by_keys(&browser, "Pay €441.79 EUR and switch").await;
    browser.says("Your change is done").await;
    go_by_keys(&browser, "See your subscription").await;
    browser.says("a year").await;
}

/// What was used, as a page and as a file.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_takes_their_usage_along() {
    let world = World::start(Engine::Sqlite).await;
    meter(&world, "api_calls", "sum").await;
    let (acme, _) = metered(&world, "Acme", &["api_calls"]).await;
    send(&world, &[event(&acme, "e-1", "800")]).await;
    let browser = let_in(&world, &acme).await;
    to_place(&browser, "Usage").await;
    browser.says("of 1,000 calls included").await;
    go_by_keys(&browser, "Show the figures : API_CALLS, This period, day by day").await;
    browser.says("14 Mar 2030").await;
    go_by_keys(&browser, "Download as CSV").await;
    let file = browser.downloads().join("usage.csv");
    let text = browser.until("a downloaded file", async || std::fs::read_to_string(&file).ok()).await;
    assert!(text.contains("2030-03-14") && text.contains("800"), "{text}");
}

/// Another address, confirmed from its own mailbox; who did that; and all of it in German.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_with_a_keyboard_corrects_their_details() {
    let world = World::start(Engine::Sqlite).await;
    configure(&world, |configuration| {
        BillingField::ALL.into_iter().for_each(|field| configuration.billing_details.set(field, true));
    })
    .await;
    let acme = world.customer("Acme").email("books@acme.example").insert().await;
    let browser = let_in(&world, &acme).await;
    to_place(&browser, "Billing details").await;
    type_by_keys(&browser, "name", "Acme SE").await;
    type_by_keys(&browser, "email", "new@acme.example").await;
    go_by_keys(&browser, "Save").await;
    browser.says("new@acme.example waits to be confirmed").await;
    to_place(&browser, "Activity").await;
    browser.says("Billing details changed: name").await;

    browser.go(mailed(&world, "/portal/email/").await.as_str()).await;
    go_by_keys(&browser, "Use this address").await;
    browser.says("Your e-mail address has changed").await;
    browser.go(world.url.join("/portal").unwrap().as_str()).await;
    focus_by_keys(&browser, "language").await;
    browser.keys("Deu").await;
    go_by_keys(&browser, "Change").await;
    browser.says("Abmelden").await;
}

/// No link, no session: a declaration, its receipt, and the end.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn somebody_with_a_keyboard_leaves_without_a_link() {
    let world = World::start(Engine::Sqlite).await;
    configure(&world, |configuration| configuration.public_cancelation = true).await;
    let acme = world.customer("Acme").email("books@acme.example").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    world.subscription(&acme, &pro).insert().await;
    let browser = narrow().await;
    browser.go(world.url.join("/portal/withdraw").unwrap().as_str()).await;
    browser.says("You need no account for this.").await;
    type_by_keys(&browser, "email", "books@acme.example").await;
    browser.keys(ENTER).await;
    browser.says("You declare to Northwind").await;
    go_by_keys(&browser, "Cancel now").await;
    browser.says("We have received your cancellation").await;
    browser.go(mailed(&world, "/portal/w/").await.as_str()).await;
    browser.says("ends on 14 Apr 2030").await;
    go_by_keys(&browser, "Cancel now").await;
    browser.says("Your cancellation is booked").await;
}

/// A window as narrow as the narrowest that has to do.
async fn narrow() -> Chromium {
    let browser = Chromium::open(Scripts::Off).await;
    browser.resemble(320, "light").await;
    browser
}

/// The same, with the customer let in by a link from their mail.
async fn let_in(world: &World, customer: &domain::Customer) -> Chromium {
    let browser = narrow().await;
    browser.go(mailed_link(world, customer).await.as_str()).await;
    go_by_keys(&browser, "Continue to billing").await;
    browser.says("Sign out").await;
    browser
}

/// The link in the newest mail that leads below `path`.
async fn mailed(world: &World, path: &str) -> url::Url {
    let sent = mails(world).await;
    let mail = sent.iter().rev().find(|mail| mail.text.contains(path)).expect("a mail");
    let words = mail.text.split(|c: char| c.is_whitespace() || c == '"');
    words
        .filter_map(|word| word.parse::<url::Url>().ok())
        .find(|url| url.path().starts_with(path))
        .expect("a link")
}

/// Opens the menu, and goes to one of the places in it.
async fn to_place(browser: &Window, place: &str) {
    go_by_keys(browser, "Menu").await;
    go_by_keys(browser, place).await;
}

async fn type_card(browser: &Window, number: &str) {
    for (field, typed) in
        [("number", number), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")]
    {
        type_by_keys(browser, field, typed).await;
    }
    browser.keys(ENTER).await;
}

/// Presses Tab until the focus, which must be in sight, is on these words; then Enter.
async fn go_by_keys(browser: &Window, words: &str) {
    const STOPS: usize = 40;
    for _ in 0..STOPS {
        browser.keys(TAB).await;
        let focused = browser.active_element().await.unwrap();
        assert!(focused.is_displayed().await.unwrap(), "the focus is on something that cannot be seen");
        let text = focused.text().await.unwrap();
        if text.split_whitespace().collect::<Vec<_>>().join(" ") == words {
            return browser.keys(ENTER).await;
        }
    }
    panic!("{STOPS} tabs lead nowhere near “{words}”:\n{}", browser.text().await);
}

/// Presses Tab until the focus is in this field.
async fn focus_by_keys(browser: &Window, name: &str) {
    const STOPS: usize = 40;
    for _ in 0..STOPS {
        browser.keys(TAB).await;
        let focused = browser.active_element().await.unwrap();
        if focused.attr("name").await.unwrap().as_deref() == Some(name) {
            return;
        }
    }
    panic!("{STOPS} tabs lead nowhere near the field {name}:\n{}", browser.text().await);
}

/// Of some choices, takes the one after the one that is chosen.
async fn next_by_keys(browser: &Window, name: &str) {
    focus_by_keys(browser, name).await;
    browser.keys(DOWN).await;
}

async fn type_by_keys(browser: &Window, name: &str, text: &str) {
    focus_by_keys(browser, name).await;
    // Over what stands there already.
    let (held, key) = ALL;
    browser.chord(held, key).await;
    browser.keys(text).await;
}
