//! What customers are told of all that happened to their account.

use contract::api::CreatePortalSession;
use domain::{Customer, InitialPage};
use reqwest::Method;
use serde_json::json;
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::visiting::{configure, link_with, visit};

both_engines!(
    everybody_s_part_is_told,
    what_is_not_the_customers_to_see_is_not_told,
    what_an_import_brought_did_not_happen_that_day,
    what_is_older_stands_on_the_next_page,
    another_customers_events_lead_nowhere,
    a_link_may_lead_there,
);

/// A change of details as the merchant's app makes it.
async fn patch(world: &World, customer: &Customer, version: i64, change: serde_json::Value) {
    let path = format!("/v1/customers/{}", customer.id);
    let app = Caller::staff(world);
    app.write(Method::PATCH, &path, &format!("\"{version}\""), &change).await.expect(200);
}

async fn everybody_s_part_is_told(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    patch(&world, &acme, 1, json!({ "name": "Acme SE", "metadata": { "tier": "gold" } })).await;
    let browser = visit(&world, &acme).await;
    let path = format!("/portal/subscriptions/{}/cancel", subscription.id);
    let ask = browser.get(&path).await;
    browser.submit(&ask, &path, &[]).await;

    let page = browser.get("/portal/activity").await;
    let rows: Vec<&str> = page.body.split("<li>").filter(|row| row.contains("activity-what")).collect();
    let [booked, opened, renamed, subscribed] = rows.as_slice() else { panic!("{}", page.text()) };
    assert!(booked.contains("Cancellation of Pro booked, it ends on 14 Apr 2030"), "{booked}");
    assert!(booked.contains("You · ") && booked.contains("14 Mar 2030"), "{booked}");
    assert!(opened.contains("Billing opened") && opened.contains("You · "), "{opened}");
    assert!(renamed.contains("Billing details changed: name<"), "{renamed}");
    assert!(renamed.contains("Northwind · "), "{renamed}");
    assert!(subscribed.contains("Subscribed to Pro") && subscribed.contains("Automatic · "), "{subscribed}");
}

async fn what_is_not_the_customers_to_see_is_not_told(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    world.subscription(&acme, &pro).insert().await;
    world.invoice(&acme, "R-1").line("Pro", "1", "49.00").insert().await;
    patch(&world, &acme, 1, json!({ "metadata": { "tier": "trouble" } })).await;
    let browser = visit(&world, &acme).await;
    let page = browser.get("/portal/activity").await;
    assert!(page.says("Invoice R-1 issued: €49.00") && page.says("Subscribed to Pro"), "{}", page.text());
    for inner in ["trouble", "details changed", "webhook", "mail", "key_", "sequence"] {
        assert!(!page.text().contains(inner), "{inner}: {}", page.text());
    }
    configure(&world, |configuration| {
        configuration.features.view_invoices = false;
        configuration.features.view_subscription = false;
    })
    .await;
    let page = browser.get("/portal/activity").await;
    assert!(!page.says("R-1") && !page.says("Pro") && page.says("Billing opened"), "{}", page.text());
}

async fn what_an_import_brought_did_not_happen_that_day(world: World) {
    let acme = world.customer("Acme").insert().await;
    let before = world.today().yesterday().unwrap();
    world.invoice(&acme, "OLD-1").line("Pro", "1", "49.00").dates(before, world.today()).insert().await;
    world.invoice(&acme, "NEW-1").line("Pro", "1", "49.00").insert().await;
    let page = visit(&world, &acme).await.get("/portal/activity").await;
    assert!(page.says("NEW-1") && !page.says("OLD-1"), "{}", page.text());
}

async fn what_is_older_stands_on_the_next_page(world: World) {
    let acme = world.customer("Acme").insert().await;
    for number in 1..=30 {
        world.invoice(&acme, &format!("R-{number:02}")).line("Pro", "1", "49.00").insert().await;
        patch(&world, &acme, number, json!({ "metadata": { "n": number.to_string() } })).await;
    }
    let browser = visit(&world, &acme).await;
    let newest = browser.get("/portal/activity").await;
    assert!(newest.says("R-30") && newest.says("R-07") && !newest.says("R-06"), "{}", newest.text());
    let next =
        newest.body.split("href=\"").find(|rest| rest.starts_with("/portal/activity?before=")).unwrap();
    let older = browser.get(next.split('"').next().unwrap()).await;
    assert!(older.says("R-06") && older.says("R-01") && !older.says("R-07"), "{}", older.text());
    assert!(older.says("Newest") && !older.says("Older"), "{}", older.text());
}

async fn another_customers_events_lead_nowhere(world: World) {
    let (acme, other) = (world.customer("Acme").insert().await, world.customer("Other").insert().await);
    world.invoice(&acme, "R-1").line("Pro", "1", "49.00").insert().await;
    let theirs = visit(&world, &other).await;
    let log = Caller::staff(&world).get("/v1/feed").await.expect(200).json();
    let events = log["events"].as_array().unwrap();
    let foreign = events.iter().find(|event| event["type"] == "invoice.issued").unwrap();
    let newest = theirs.get("/portal/activity").await;
    for begin in [foreign["id"].as_str().unwrap(), "evt_00000000000000000000000001", "x", "%00"] {
        let page = theirs.get(&format!("/portal/activity?before={begin}")).await;
        assert_eq!(page.text(), newest.text(), "{begin}");
    }
    assert!(!newest.says("R-1"));
}

async fn a_link_may_lead_there(world: World) {
    let acme = world.customer("Acme").insert().await;
    let wish = CreatePortalSession::for_customer(acme.id.clone());
    let wish = CreatePortalSession { initial_page: Some(InitialPage::Activity), ..wish };
    let page = world.browser().open_link(&link_with(&world, wish).await).await;
    assert_eq!(page.url.path(), "/portal/activity");
    let stranger = world.browser().get("/portal/activity").await;
    assert!(stranger.says("Open your billing from a link"), "{}", stranger.text());
}
