//! Each language on the narrowest screen there is, with long amounts and dates.

use contract::api::CreatePortalSession;
use domain::{BillingField, Plan};
use jiff::ToSpan as _;
use portal_view::Language;
use serde_json::json;
use testkit::{Chromium, Engine, Scripts, World};

use crate::portal_changes::{offer, plan_with};
use crate::usage_events::{event, meter, send};
use crate::visiting::{configure, link_with};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium: cargo xtask test --slow"]
async fn nobody_scrolls_sideways_in_any_language() {
    let world = World::start(Engine::Sqlite).await;
    let acme = world.customer("Acme").insert().await;
    let price = json!({ "meter": "api_calls", "included": "1000", "unit_price": "0.015" });
    let dear = |plan: &mut Plan| {
        plan.price.per_seat = true;
        plan.price.metered = vec![serde_json::from_value(price.clone()).unwrap()];
    };
    meter(&world, "api_calls", "sum").await;
    let (pro, team) =
        (plan_with(&world, "Professional", "48913.86", dear).await, world.plan("Team", "98765.43").await);
    offer(&world, &[&team]).await;
    configure(&world, |configuration| {
        BillingField::ALL.into_iter().for_each(|field| configuration.billing_details.set(field, true));
        configuration.self_serve.allow_bank_accounts = true;
    })
    .await;
    let running = world.subscription(&acme, &pro).with(|one| one.seats = 12).insert().await;
    send(&world, &[event(&acme, "e-1", "1800000")]).await;
    let mut invoices = Vec::new();
    for month in 0..12 {
        let issued = world.today().checked_sub(month.months()).unwrap();
        let one = world.invoice(&acme, &format!("NW-2030-{month:05}")).line("Professional", "12", "48913.86");
        let one = one.dates(issued, issued);
        invoices.push(if month > 1 { one.paid() } else { one }.insert().await);
    }

    let subscription = format!("/portal/subscriptions/{}", running.id);
    let pages = [
        "/portal".to_owned(),
        "/portal/invoices".to_owned(),
        format!("/portal/invoices/{}", invoices[0].id),
        "/portal/pay".to_owned(),
        "/portal/subscriptions".to_owned(),
        subscription.clone(),
        format!("{subscription}/cancel"),
        format!("{subscription}/change"),
        "/portal/usage".to_owned(),
        "/portal/payment-methods".to_owned(),
        "/portal/payment-methods/new/card".to_owned(),
        "/portal/payment-methods/new/bank-account".to_owned(),
        "/portal/billing-details".to_owned(),
        "/portal/activity".to_owned(),
    ];
    let browser = Chromium::open(Scripts::On).await;
    browser.resemble(320, "light").await;
    for language in Language::ALL {
        let session = CreatePortalSession {
            locale: Some(language.tag().into()),
            ..CreatePortalSession::for_customer(acme.id.clone())
        };
        browser.go(link_with(&world, session).await.as_str()).await;
        browser.press("main form button").await;
        browser.see(&format!("html[lang='{}'] details.menu", language.tag())).await;
        for page in &pages {
            browser.go(world.url.join(page).unwrap().as_str()).await;
            browser.see(&format!("html[lang='{}'] main", language.tag())).await;
            let wider = "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
            assert_eq!(browser.ask(wider).await, 0, "{page} in {language:?}: pixels to scroll sideways");
        }
        browser.delete_all_cookies().await.unwrap();
    }
}
