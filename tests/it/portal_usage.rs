//! A customer reads what they use: never out of date, as a page and as a file, where the merchant shows it.

use contract::api::CreatePortalSession;
use domain::{Feature, InitialPage};
use jiff::SignedDuration;
use reqwest::StatusCode;
use serde_json::json;
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::portal_changes::plan_with;
use crate::usage_events::{event, meter, metered, send, with};
use crate::visiting::{configure, link_with, visit};

both_engines!(
    a_customer_sees_what_they_use_as_it_stands,
    the_file_holds_every_day_and_no_formula,
    usage_is_shown_only_where_the_switch_is_on,
    who_has_nothing_metered_is_not_led_to_usage,
    everybody_sees_their_own_use,
);

async fn a_customer_sees_what_they_use_as_it_stands(world: World) {
    meter(&world, "api_calls", "sum").await;
    let (acme, _) = metered(&world, "Acme", &["api_calls"]).await;
    let to_usage = CreatePortalSession {
        initial_page: Some(InitialPage::Usage),
        ..CreatePortalSession::for_customer(acme.id.clone())
    };
    let browser = world.browser();
    let page = browser.open_link(&link_with(&world, to_usage).await).await;
    assert!(page.says("Usage") && page.says("of 1,000 calls included"), "{}", page.text());
    assert!(page.body.contains("href=\"/portal/usage\" aria-current"), "{}", page.body);

    send(&world, &[event(&acme, "e-1", "800")]).await;
    let page = browser.get("/portal/usage").await;
    assert!(page.says("800 of 1,000 calls included") && !page.says("over"), "{}", page.text());
    assert!(page.says("€0.015 each beyond 1,000 included"), "{}", page.text());
    send(&world, &[event(&acme, "e-2", "1200.5")]).await;
    let page = browser.get("/portal/usage").await;
    // Nothing is in the log, and still the page is new: 1,000.5 × 0.015 = 15.0075.
    assert!(page.says("2,000.5 of 1,000 calls included") && page.says("1,000.5 over"), "{}", page.text());
    assert!(page.says("€15.01"), "{}", page.text());
    assert!(!page.says("On course for"), "half a day says little about a month");
    world.advance(SignedDuration::from_hours(24 * 10));
    let page = visit(&world, &acme).await.get("/portal/usage").await;
    assert!(page.says("On course for") && page.says("5,898.3 calls by 13 Apr 2030"), "{}", page.text());

    let empty = world.customer("Empty").insert().await;
    let page = visit(&world, &empty).await.get("/portal/usage").await;
    assert!(page.says("Nothing you subscribe to is charged by use."), "{}", page.text());
}

async fn the_file_holds_every_day_and_no_formula(world: World) {
    let body = json!({ "key": "api_calls", "name": "=SUM(A1:A9)", "unit": "@calls", "aggregation": "sum" });
    Caller::admin(&world).post("/v1/meters", &body).await.expect(201);
    let (acme, subscription) = metered(&world, "Acme", &["api_calls"]).await;
    send(&world, &[event(&acme, "e-1", "800"), event(&acme, "e-2", "0.5")]).await;
    world.advance(SignedDuration::from_hours(24));
    send(&world, &[event(&acme, "e-3", "7")]).await;
    let late = with(event(&acme, "e-4", "1"), json!({ "timestamp": "2030-03-14T06:00:00Z" }));
    send(&world, &[late]).await;
    let file = visit(&world, &acme).await.get("/portal/usage.csv").await;
    let rows: Vec<String> = file.body.lines().map(str::to_owned).collect();
    let id = &subscription.id;
    assert_eq!(
        rows,
        [
            "day,subscription,plan,meter,unit,quantity,period_start".to_owned(),
            format!("2030-03-14,{id},Pro,'=SUM(A1:A9),'@calls,801.5,2030-03-13T23:00:00Z"),
            format!("2030-03-15,{id},Pro,'=SUM(A1:A9),'@calls,7,2030-03-13T23:00:00Z"),
        ]
    );
}

async fn who_has_nothing_metered_is_not_led_to_usage(world: World) {
    meter(&world, "api_calls", "sum").await;
    let (acme, _) = metered(&world, "Acme", &["api_calls"]).await;
    let flat = world.customer("Flat").insert().await;
    let pro = world.plan("Flat", "9.00").await;
    world.subscription(&flat, &pro).insert().await;
    assert!(visit(&world, &acme).await.get("/portal").await.body.contains("href=\"/portal/usage\""));
    let browser = visit(&world, &flat).await;
    assert!(!browser.get("/portal").await.body.contains("/portal/usage"));
    let page = browser.get("/portal/usage").await;
    assert!(page.says("Nothing you subscribe to is charged by use."), "{}", page.text());
    // It is there with the first that is.
    let metered = plan_with(&world, "Metered", "19.00", |plan| {
        plan.price.metered =
            serde_json::from_value(json!([{ "meter": "api_calls", "unit_price": "0.01" }])).unwrap();
    });
    world.subscription(&flat, &metered.await).insert().await;
    assert!(browser.get("/portal").await.body.contains("href=\"/portal/usage\""));
}

async fn usage_is_shown_only_where_the_switch_is_on(world: World) {
    meter(&world, "api_calls", "sum").await;
    let (acme, _) = metered(&world, "Acme", &["api_calls"]).await;
    let browser = visit(&world, &acme).await;
    assert!(browser.get("/portal").await.body.contains("/portal/usage"));
    configure(&world, |configuration| configuration.features.set(Feature::ViewUsage, false)).await;
    assert!(!browser.get("/portal").await.body.contains("/portal/usage"));
    for path in ["/portal/usage", "/portal/usage.csv"] {
        assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(world.browser().get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let to_usage = CreatePortalSession {
        initial_page: Some(InitialPage::Usage),
        ..CreatePortalSession::for_customer(acme.id.clone())
    };
    let page = world.browser().open_link(&link_with(&world, to_usage).await).await;
    assert!(page.says("You are all paid up"), "{}", page.text());
    let path = format!("/v1/customers/{}/usage", acme.id);
    Caller::staff(&world).get(&path).await.expect(200);
}

async fn everybody_sees_their_own_use(world: World) {
    meter(&world, "api_calls", "sum").await;
    let (acme, _) = metered(&world, "Acme", &["api_calls"]).await;
    let (other, _) = metered(&world, "Other", &["api_calls"]).await;
    send(&world, &[event(&acme, "e-1", "123"), event(&other, "e-2", "456")]).await;
    for (customer, theirs, not) in [(&acme, "123", "456"), (&other, "456", "123")] {
        let browser = visit(&world, customer).await;
        let page = browser.get("/portal/usage").await;
        let used = |quantity: &str| format!("{quantity} of 1,000 calls included");
        assert!(page.says(&used(theirs)) && !page.says(&used(not)), "{}", page.text());
        let file = browser.get("/portal/usage.csv").await.body;
        assert!(file.contains(&format!(",{theirs},")) && !file.contains(&format!(",{not},")), "{file}");
    }
    let unknown = "/v1/customers/cus_01k9zv7c5e8h2m4q6s8w0y2a4c/usage";
    assert_eq!(Caller::staff(&world).get(unknown).await.refusal(), "404 not_found");
}
