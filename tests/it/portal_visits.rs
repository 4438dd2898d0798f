//! A visit begins, lasts and ends; and what is on a page is what is so.

use futures::future::join_all;
use jiff::SignedDuration;
use portico::db::sql;
use reqwest::{Method, StatusCode};
use testkit::{Browser, World, both_engines};

use crate::visiting::{configure, happened, sequence, visit};

both_engines!(
    a_visit_ends_when_nobody_looks_for_half_an_hour,
    a_visit_ends_after_its_hour_however_busy,
    a_clock_moved_back_ends_nothing,
    signing_out_ends_the_visit_at_once,
    staff_end_a_visit_at_once,
    a_page_is_never_older_than_what_happened,
    a_visit_is_noted_at_most_once_a_minute,
    without_a_visit_there_is_a_way_in,
);

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

async fn is_in(browser: &Browser) -> bool {
    browser.get("/portal").await.status == StatusCode::OK
}

async fn a_visit_ends_when_nobody_looks_for_half_an_hour(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    world.advance(MINUTE * 29);
    assert!(is_in(&browser).await);
    world.advance(MINUTE * 29);
    assert!(is_in(&browser).await, "it was used in between");
    let other = visit(&world, &acme).await;
    world.advance(MINUTE * 30);
    assert!(!is_in(&other).await);
    assert!(!is_in(&other).await, "asking does not revive it");
}

async fn a_visit_ends_after_its_hour_however_busy(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    for _ in 0..5 {
        world.advance(MINUTE * 10);
        assert!(is_in(&browser).await);
    }
    world.advance(MINUTE * 10);
    let over = browser.get("/portal").await;
    assert_eq!(over.status, StatusCode::FORBIDDEN);
    assert!(over.says("Your visit has ended") && over.says("Send me a new link"), "{}", over.text());
}

async fn a_clock_moved_back_ends_nothing(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    world.advance(-MINUTE * 90);
    assert!(is_in(&browser).await);
    world.advance(MINUTE * 100);
    assert!(is_in(&browser).await);
}

async fn signing_out_ends_the_visit_at_once(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    let home = browser.get("/portal").await;
    let before = sequence(&world).await;
    let out = browser.submit(&home, "/portal/sign-out", &[]).await;
    assert!(out.says("You are signed out"), "{}", out.text());
    assert_eq!(happened(&world, before).await, ["portal.session.ended"]);
    assert!(!is_in(&browser).await);
    assert_eq!(browser.get("/portal/sign-out").await.location(), "/portal", "a reload leads somewhere");
}

async fn staff_end_a_visit_at_once(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    assert!(is_in(&browser).await);
    let mut conn = world.app.db.read().await.unwrap();
    let sessions =
        portico::store::sessions::list_for_customer(&mut conn, &world.merchant.id, &acme.id, None, 9).await;
    drop(conn);
    world.client().revoke_session(&sessions.unwrap()[0].id).await.unwrap();
    let over = browser.get("/portal").await;
    assert_eq!(over.status, StatusCode::FORBIDDEN, "{}", over.text());
}

async fn a_page_is_never_older_than_what_happened(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    for number in 1..=20 {
        let number = format!("R-{number}");
        world.invoice(&acme, &number).line("Support", "1", "10.00").insert().await;
        for page in join_all((0..16).map(|_| browser.get("/portal/invoices"))).await {
            assert!(page.says(&number), "{}", page.text());
        }
    }
    configure(&world, |configuration| configuration.features.view_invoices = false).await;
    assert_eq!(browser.get("/portal/invoices").await.status, StatusCode::FORBIDDEN);
    configure(&world, |configuration| configuration.features.view_invoices = true).await;

    // The due day is the 28th; the page of that evening must not be that of the night.
    world.invoice(&acme, "R-LATE").line("Support", "1", "10.00").insert().await;
    let midnight: jiff::Timestamp = "2030-03-28T23:00:00Z".parse().unwrap();
    world.advance(midnight.duration_since(world.now()) - MINUTE / 2);
    let browser = visit(&world, &acme).await;
    assert!(!browser.get("/portal/invoices").await.says("Overdue R-LATE"));
    let evening = browser.get("/portal/invoices?status=overdue").await;
    assert!(evening.says("Nothing is overdue"), "{}", evening.text());
    world.advance(MINUTE / 2);
    let night = browser.get("/portal/invoices?status=overdue").await;
    assert!(night.says("R-LATE"), "{}", night.text());
}

async fn a_visit_is_noted_at_most_once_a_minute(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    let opened = world.now();
    let noted = async || {
        let mut conn = world.app.db.read().await.unwrap();
        let row = sql("SELECT last_seen_at FROM portal_session").fetch_one(&mut conn).await.unwrap();
        row.get::<jiff::Timestamp>("last_seen_at").unwrap().duration_since(opened)
    };
    for _ in 0..3 {
        world.advance(SignedDuration::from_secs(19));
        assert!(is_in(&browser).await);
    }
    assert_eq!(noted().await, SignedDuration::ZERO);
    world.advance(SignedDuration::from_secs(19));
    assert!(is_in(&browser).await);
    assert_eq!(noted().await, SignedDuration::from_secs(76));
}

async fn without_a_visit_there_is_a_way_in(world: World) {
    for path in ["/", "/portal", "/portal/invoices", "/portal/subscriptions"] {
        let page = world.browser().get(path).await;
        assert!(page.says("Open your billing from a link") && page.says("Northwind"), "{}", page.text());
    }
    let browser = world.browser();
    let forged = browser.request(Method::GET, "/portal").header("cookie", "portico_session=guessed");
    assert_eq!(browser.send(forged).await.status, StatusCode::FORBIDDEN);
}
