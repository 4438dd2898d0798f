//! A customer with a browser that runs no scripts: from the mail to the signed webhook and out again.

use contract::api::{CreatePortalSession, SendEmail};
use contract::webhook::{self, Secret};
use domain::Customer;
use jiff::ToSpan as _;
use testkit::{Chromium, Engine, Receiver, Scripts, Window, World};
use url::Url;

use crate::hooks::endpoint;
use crate::visiting::{link_with, mails};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_without_scripts_on_sqlite() {
    a_customer_without_scripts(World::start(Engine::Sqlite).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn a_customer_without_scripts_on_postgres() {
    a_customer_without_scripts(World::start(Engine::Postgres).await).await;
}

async fn a_customer_without_scripts(world: World) {
    let hook = world.receiver().await;
    let secret = endpoint(&world, &hook.url).await.secret;
    let acme = acme(&world).await;
    let browser = Chromium::open(Scripts::Off).await;
    runs_no_scripts(&browser).await;

    let link = mailed_link(&world, &acme).await;
    browser.go(link.as_str()).await;
    browser.press_words("Continue to billing").await;
    browser.says("You have one overdue invoice").await;
    browser.says("€240.00 of it overdue").await;

    browser.press_words("Invoices").await;
    browser.press_words("Overdue").await;
    browser.says("R-2").await;
    browser.stops_saying("R-3").await;
    browser.press_words("R-2").await;
    browser.says("Cloud storage, 2 TB").await;
    browser.says("€240.00").await;
    browser.press_words("Download PDF").await;
    holds_the_invoice(&browser, "R-2").await;

    browser.press_words("Subscriptions").await;
    browser.press_words("Pro").await;
    browser.press_words("Cancel subscription…").await;
    browser.says("You keep Pro until 14 Apr 2030").await;
    browser.press("#reason-1").await;
    browser.press_words("Cancel subscription").await;
    browser.says("Your cancellation is booked.").await;
    world.run_workers_dry().await;
    let told = verified(&world, &hook, &secret, "subscription.cancelation_scheduled");
    assert_eq!(told["data"]["subscription"]["customer_id"], acme.id.as_str());

    browser.press_words("Keep my plan").await;
    browser.says("Nothing is charged today.").await;
    browser.press_words("Keep my plan").await;
    browser.says("Your subscription goes on.").await;
    world.run_workers_dry().await;
    verified(&world, &hook, &secret, "subscription.cancelation_revoked");

    browser.press_words("Sign out").await;
    browser.says("You are signed out").await;
    browser.go(world.url.join("/portal/invoices").unwrap().as_str()).await;
    browser.stops_saying("R-2").await;
    browser.go(link.as_str()).await;
    browser.says("This link was already used").await;
    let before = mails(&world).await.len();
    browser.press_words("Send me a new link").await;
    browser.says("Check your mail").await;
    let sent = mails(&world).await;
    assert_eq!(sent.len(), before + 1);
    browser.go(sent.last().unwrap().link().as_str()).await;
    browser.press_words("Continue to billing").await;
    browser.says("You have one overdue invoice").await;
}

/// A customer of Pro with an invoice that is paid, one that is overdue and one that is not yet.
pub(crate) async fn acme(world: &World) -> Customer {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    world.subscription(&acme, &pro).insert().await;
    let day = |days: i64| world.today().checked_add(days.days()).unwrap();
    let months_ago = (day(-60), day(-46));
    world
        .invoice(&acme, "R-1")
        .line("Pro", "1", "49.00")
        .dates(months_ago.0, months_ago.1)
        .paid()
        .insert()
        .await;
    let late = world.invoice(&acme, "R-2").line("Cloud storage, 2 TB", "2", "120.00");
    late.dates(day(-30), day(-16)).insert().await;
    world.invoice(&acme, "R-3").line("Pro", "1", "49.00").insert().await;
    acme
}

/// The link in the mail that *Send Portal Link* sends.
pub(crate) async fn mailed_link(world: &World, customer: &Customer) -> Url {
    let wish = CreatePortalSession {
        send_email: Some(SendEmail::PortalLink),
        ..CreatePortalSession::for_customer(customer.id.clone())
    };
    link_with(world, wish).await;
    mails(world).await.last().expect("a mail").link()
}

/// The browser is as this story needs it: a page that would change by a script does not.
async fn runs_no_scripts(browser: &Window) {
    browser.go("data:text/html,<p>unchanged</p><script>document.body.textContent = 'changed'</script>").await;
    browser.says("unchanged").await;
}

/// Waits for the downloaded PDF and reads it as other people's programs do.
async fn holds_the_invoice(browser: &Chromium, number: &str) {
    let look = async || {
        let files = std::fs::read_dir(browser.downloads()).unwrap();
        files.flatten().map(|file| file.path()).find(|path| path.extension().is_some_and(|end| end == "pdf"))
    };
    let file = browser.until("a downloaded PDF", look).await;
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF-"));
    let read = std::process::Command::new("pdftotext").arg(&file).arg("-").output();
    let read = read.expect("pdftotext, which `cargo xtask test` installs");
    let text = String::from_utf8(read.stdout).unwrap();
    assert!(text.contains(number) && text.contains("240.00"), "{text}");
}

/// The webhook of this type, after checking its signature as the merchant's app does.
fn verified(world: &World, hook: &Receiver, secret: &str, event_type: &str) -> serde_json::Value {
    let received = hook.received();
    let found = received.iter().find(|request| request.json()["type"] == event_type);
    let found = found.unwrap_or_else(|| panic!("no {event_type} among {:?}", hook.types()));
    let header = |name| found.header(name);
    let (id, at) = (header(webhook::ID_HEADER), header(webhook::TIMESTAMP_HEADER));
    let secret = Secret::parse(secret).unwrap();
    let signatures = header(webhook::SIGNATURE_HEADER);
    webhook::verify(&secret, id, at, signatures, &found.body, world.now()).expect("a signature that fits");
    found.json()
}
