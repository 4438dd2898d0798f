//! *Send me a new link*: it reaches the customer and nobody else, and tells nobody anything.

use contract::api::{CreatePortalSession, InvoiceListSettings};
use jiff::SignedDuration;
use reqwest::{Method, StatusCode};
use testkit::{Browser, Engine, World, both_engines};
use url::Url;

use crate::visiting::{configure, link, link_with, mails, sequence, visit, words};

both_engines!(
    a_new_link_goes_to_the_address_on_file,
    the_answer_is_the_same_whatever_happened,
    a_visit_that_is_over_can_ask_too,
    nobody_is_flooded_with_mail,
    a_new_link_shows_no_more_than_the_old_one,
);

const RECOVER: &str = "/portal/links/recover";

fn token(link: &Url) -> &str {
    link.path().rsplit('/').next().unwrap()
}

async fn ask(browser: &Browser, link: &Url) -> testkit::Page {
    browser.post(RECOVER, &[("link", token(link))]).await
}

async fn a_new_link_goes_to_the_address_on_file(world: World) {
    let acme = world.customer("Acme").email("books@acme.example").insert().await;
    let old = link(&world, &acme).await;
    world.advance(SignedDuration::from_hours(2));

    let browser = world.browser();
    let dead = browser.get(old.path()).await;
    let more = [("email", "thief@evil.example"), ("return_url", "https://evil.example")];
    let asked = browser.submit(&dead, RECOVER, &more).await;
    assert!(asked.says("Check your mail"), "{}", asked.text());

    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].to, ["books@acme.example"]);
    assert!(!sent[0].text.contains("evil.example"));
    assert!(world.browser().open_link(&sent[0].link()).await.says("Acme"));
}

async fn the_answer_is_the_same_whatever_happened(world: World) {
    let acme = world.customer("Acme").insert().await;
    let used = link(&world, &acme).await;
    world.browser().open_link(&used).await;
    let before = sequence(&world).await;

    let known = words(&ask(&world.browser(), &used).await);
    let unknown = words(&world.browser().post(RECOVER, &[("link", "never-was")]).await);
    let nothing = words(&world.browser().post(RECOVER, &[]).await);
    for _ in 0..10 {
        assert_eq!(words(&ask(&world.browser(), &used).await), known, "too often looks alike, too");
    }
    assert_eq!(known.0, StatusCode::OK);
    assert_eq!((&unknown, &nothing), (&known, &known));
    assert!(sequence(&world).await > before);
    assert!(!known.1.contains("Acme") && !known.1.contains("acme.example"));
}

async fn a_visit_that_is_over_can_ask_too(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    world.advance(SignedDuration::from_mins(45));

    let over = browser.get("/portal/invoices").await;
    assert_eq!(over.status, StatusCode::FORBIDDEN);
    assert!(over.says("Your visit has ended"), "{}", over.text());
    browser.submit(&over, RECOVER, &[]).await;
    let sent = mails(&world).await;
    let [letter] = sent.as_slice() else { panic!("one mail, not {sent:?}") };
    assert!(browser.open_link(&letter.link()).await.says("Acme"));

    let stranger = world.browser().get("/portal/invoices").await;
    assert!(stranger.says("Open your billing from a link"), "{}", stranger.text());
    assert!(!stranger.body.contains(RECOVER), "there is nothing to know the stranger by");
}

async fn nobody_is_flooded_with_mail(world: World) {
    let (acme, globex) = (world.customer("Acme").insert().await, world.customer("Globex").insert().await);
    let (of_acme, of_globex) = (link(&world, &acme).await, link(&world, &globex).await);
    for _ in 0..8 {
        ask(&world.browser(), &of_acme).await;
        world.run_workers_dry().await;
    }
    let most = usize::try_from(world.app.config.portal.recovery_per_hour).unwrap();
    assert_eq!(mails(&world).await.len(), most, "one customer");
    ask(&world.browser(), &of_globex).await;
    assert_eq!(mails(&world).await.len(), most, "one client, whichever customer it names");

    world.advance(SignedDuration::from_mins(61));
    ask(&world.browser(), &of_globex).await;
    assert_eq!(mails(&world).await.len(), most + 1, "an hour later it works again");

    world.advance(SignedDuration::from_hours(-48));
    ask(&world.browser(), &of_globex).await;
    assert_eq!(mails(&world).await.len(), most + 2, "nobody waits for a clock that was moved back");
}

async fn a_new_link_shows_no_more_than_the_old_one(world: World) {
    let acme = world.customer("Acme").insert().await;
    let back: Url = "https://app.acme.example/account".parse().unwrap();
    let narrow = CreatePortalSession {
        invoice_list_settings: Some(InvoiceListSettings { show_section: false }),
        return_url: Some(back.clone()),
        ..CreatePortalSession::for_customer(acme.id.clone())
    };
    let old = link_with(&world, narrow).await;
    ask(&world.browser(), &old).await;

    let sent = mails(&world).await;
    let browser = world.browser();
    let home = browser.open_link(&sent[0].link()).await;
    assert!(home.body.contains(back.as_str()), "{}", home.text());
    assert_eq!(browser.get("/portal/invoices").await.status, StatusCode::FORBIDDEN);
    configure(&world, |configuration| configuration.features.view_invoices = true).await;
    assert_eq!(browser.get("/portal/invoices").await.status, StatusCode::FORBIDDEN);
}

/// Behind a proxy a client is who the proxy says, and never who the client says.
#[tokio::test]
async fn a_proxy_tells_clients_apart() {
    for (behind_proxy, expected) in [(true, 2), (false, 1)] {
        let world = World::with_config(Engine::Sqlite, |config| {
            config.server.behind_proxy = behind_proxy;
            config.portal.recovery_per_hour = 1;
        })
        .await;
        for (name, forwarded) in
            [("Acme", "192.0.2.1"), ("Globex", "192.0.2.2"), ("Initech", "198.51.100.9, 192.0.2.2")]
        {
            let customer = world.customer(name).insert().await;
            let link = link(&world, &customer).await;
            let browser = world.browser();
            let form = [("link", token(&link))];
            let request = browser.request(Method::POST, RECOVER).header("x-forwarded-for", forwarded);
            browser.send(request.form(&form)).await;
        }
        assert_eq!(mails(&world).await.len(), expected, "behind a proxy: {behind_proxy}");
    }
}
