//! A link that is for one errand: where it leads, what surrounds it, and where the customer goes once it is done.

use contract::api::CreatePortalSession;
use domain::{AfterCompletion, Customer, Errand, Flow, Invoice, Subscription};
use reqwest::StatusCode;
use serde_json::json;
use testkit::{Browser, Page, World, both_engines};

use crate::api_call::Caller;
use crate::portal_changes::offer;
use crate::visiting::{configure, happened, link_with, sequence};

both_engines!(
    an_errand_leads_back_to_the_merchant,
    an_errand_may_end_with_a_word_of_thanks,
    an_errand_may_go_on_in_the_portal,
    another_deed_is_not_the_errand,
    an_errand_is_no_trap,
    an_errand_that_is_switched_off_leads_home,
    customers_are_sent_to_allowed_origins_only,
    a_change_leads_back_too,
    one_certain_change_leads_to_its_preview,
);

/// A customer with a subscription and an open invoice.
async fn customer(world: &World) -> (Customer, Subscription, Invoice) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let invoice = world.invoice(&acme, "R-1").line("Pro", "1", "49.00").insert().await;
    (acme, subscription, invoice)
}

/// A browser that came for an errand, and the page it landed on.
async fn sent(
    world: &World,
    customer: &Customer,
    errand: Errand,
    after_completion: AfterCompletion,
) -> (Browser, Page) {
    let flow = Some(Flow { errand, after_completion });
    let wish = CreatePortalSession { flow, ..CreatePortalSession::for_customer(customer.id.clone()) };
    let browser = world.browser();
    let page = browser.open_link(&link_with(world, wish).await).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    (browser, page)
}

fn back() -> AfterCompletion {
    AfterCompletion::Redirect { return_url: "https://app.acme.example/billing?done=1".parse().unwrap() }
}

const CARD: [(&str, &str); 4] =
    [("number", "4242 4242 4242 4242"), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")];

async fn an_errand_leads_back_to_the_merchant(world: World) {
    let (acme, _, _) = customer(&world).await;
    let (browser, form) = sent(&world, &acme, Errand::PaymentMethodUpdate {}, back()).await;
    assert_eq!(form.url.path(), "/portal/payment-methods/new/card");
    let before = sequence(&world).await;
    let added = browser.submit(&form, "/portal/payment-methods/new/card", &CARD).await;
    assert_eq!((added.status, added.location()), (StatusCode::SEE_OTHER, "/portal/done"));
    assert_eq!(happened(&world, before).await, ["payment.updated", "portal.flow.completed"]);
    let done = browser.follow(&added).await;
    assert_eq!(done.header("refresh"), "0; url=https://app.acme.example/billing?done=1");
    assert!(done.body.contains(r#"href="https://app.acme.example/billing?done=1""#), "{}", done.body);
    assert!(done.says("Back to Northwind"), "{}", done.text());
    // Once it is done, a second card is just a second card.
    let form = browser.get("/portal/payment-methods/new/card").await;
    let again = browser.submit(&form, "/portal/payment-methods/new/card", &CARD).await;
    assert!(again.location().starts_with("/portal/payment-methods"), "{}", again.location());
}

async fn an_errand_may_end_with_a_word_of_thanks(world: World) {
    let (acme, subscription, _) = customer(&world).await;
    let errand = Errand::SubscriptionCancel { subscription_id: subscription.id.clone() };
    let message = Some("We are sorry to see you go.\n<b>Bye</b>".to_owned());
    let (browser, ask) = sent(&world, &acme, errand, AfterCompletion::Confirmation { message }).await;
    let path = format!("/portal/subscriptions/{}/cancel", subscription.id);
    assert_eq!(ask.url.path(), path);
    let done = browser.submit(&ask, &path, &[]).await;
    let done = browser.follow(&done).await;
    assert_eq!(done.url.path(), "/portal/done");
    assert!(done.says("We are sorry to see you go.") && done.says("<b>Bye</b>"), "{}", done.text());
    assert!(!done.body.contains("<b>Bye"), "{}", done.body);
    assert_eq!(done.header("refresh"), "");
    assert_eq!(browser.get("/portal").await.status, StatusCode::OK);
}

async fn an_errand_may_go_on_in_the_portal(world: World) {
    let (acme, _, invoice) = customer(&world).await;
    let errand = Errand::InvoicePay { invoice_id: Some(invoice.id.clone()) };
    let (browser, ask) = sent(&world, &acme, errand, AfterCompletion::Portal).await;
    assert_eq!(ask.url.path(), "/portal/pay");
    // There is no card yet, and the way to one leads back here.
    let form = browser.get(&format!("/portal/payment-methods/new/card?then=pay:{}", invoice.id)).await;
    let added = browser.submit(&form, "/portal/payment-methods/new/card", &CARD).await;
    let ask = browser.follow(&added).await;
    let before = sequence(&world).await;
    let paid = browser.submit(&ask, "/portal/pay", &[]).await;
    assert!(paid.location().starts_with("/portal/payments/"), "{}", paid.location());
    assert!(happened(&world, before).await.contains(&"portal.flow.completed"));
    assert_eq!(browser.get("/portal/done").await.location(), "/portal");
}

async fn another_deed_is_not_the_errand(world: World) {
    let (acme, subscription, invoice) = customer(&world).await;
    let errand = Errand::InvoicePay { invoice_id: Some(invoice.id) };
    let (browser, _) = sent(&world, &acme, errand, back()).await;
    let path = format!("/portal/subscriptions/{}/cancel", subscription.id);
    let ask = browser.get(&path).await;
    let canceled = browser.submit(&ask, &path, &[]).await;
    assert!(canceled.location().starts_with("/portal/subscriptions/"), "{}", canceled.location());
    // A page nobody has earned yet leads home.
    assert_eq!(browser.get("/portal/done").await.location(), "/portal");
}

async fn an_errand_is_no_trap(world: World) {
    let (acme, subscription, _) = customer(&world).await;
    configure(&world, |configuration| {
        configuration.default_return_url = Some("https://app.acme.example/".parse().unwrap());
    })
    .await;
    let errand = Errand::SubscriptionCancel { subscription_id: subscription.id };
    let (browser, ask) = sent(&world, &acme, errand, back()).await;
    let leads = |page: &Page, path: &str| page.body.contains(&format!(r#"href="{path}""#));
    assert!(leads(&ask, "/portal") && !leads(&ask, "/portal/invoices"), "{}", ask.body);
    assert!(ask.says("Back to Northwind"), "{}", ask.text());
    let home = browser.get("/portal").await;
    assert!(leads(&home, "/portal/invoices"), "{}", home.body);
    // The pages outside a visit know the way back too.
    let door = browser.get(link_with(&world, CreatePortalSession::for_customer(acme.id)).await.path()).await;
    assert!(door.says("Back to Northwind"), "{}", door.text());
}

async fn an_errand_that_is_switched_off_leads_home(world: World) {
    let (acme, subscription, invoice) = customer(&world).await;
    configure(&world, |configuration| {
        configuration.features.cancel_subscription = false;
        configuration.features.update_payment = false;
        configuration.features.view_invoices = false;
    })
    .await;
    for errand in [
        Errand::SubscriptionCancel { subscription_id: subscription.id },
        Errand::PaymentMethodUpdate {},
        Errand::InvoicePay { invoice_id: Some(invoice.id) },
        Errand::InvoicePay { invoice_id: None },
    ] {
        let (_, page) = sent(&world, &acme, errand.clone(), back()).await;
        assert_eq!(page.url.path(), "/portal", "{errand:?}");
    }
}

async fn a_change_leads_back_too(world: World) {
    let (acme, subscription, _) = customer(&world).await;
    let basic = world.plan("Basic", "19.00").await;
    offer(&world, &[&basic]).await;
    let errand = Errand::SubscriptionUpdate { subscription_id: subscription.id.clone() };
    let (browser, ask) = sent(&world, &acme, errand, back()).await;
    let path = format!("/portal/subscriptions/{}/change", subscription.id);
    assert_eq!(ask.url.path(), path);
    let preview = browser.submit(&ask, &path, &[("plan", basic.id.as_str())]).await;
    let preview = browser.follow(&preview).await;
    let confirmed = browser.submit(&preview, "/portal/changes/", &[]).await;
    assert_eq!(confirmed.location(), "/portal/done", "{}", confirmed.text());
}

async fn one_certain_change_leads_to_its_preview(world: World) {
    let (acme, subscription, _) = customer(&world).await;
    let basic = world.plan("Basic", "19.00").await;
    let certain = || Errand::SubscriptionUpdateConfirm {
        subscription_id: subscription.id.clone(),
        plan_id: basic.id.clone(),
        seats: 1,
    };
    // Where it cannot be, the link still leads somewhere.
    let (_, page) = sent(&world, &acme, certain(), back()).await;
    assert_eq!(page.url.path(), "/portal");
    offer(&world, &[&basic]).await;
    let (browser, preview) = sent(&world, &acme, certain(), back()).await;
    assert!(
        preview.url.path().starts_with("/portal/changes/") && preview.says("Basic"),
        "{}",
        preview.text()
    );
    let confirmed = browser.submit(&preview, "/portal/changes/", &[]).await;
    assert_eq!(confirmed.location(), "/portal/done", "{}", confirmed.text());
}

async fn customers_are_sent_to_allowed_origins_only(world: World) {
    let acme = world.customer("Acme").insert().await;
    configure(&world, |configuration| {
        configuration.allowed_return_origins = vec!["https://app.acme.example".parse().unwrap()];
    })
    .await;
    let app = Caller::admin(&world);
    let ask = async |return_url: &str, after: &str| {
        let after = json!({ "type": "redirect", "return_url": after });
        let flow = json!({ "type": "payment_method_update", "after_completion": after });
        let body = json!({ "customer_id": acme.id, "return_url": return_url, "flow": flow });
        app.post("/v1/customer-portal-sessions", &body).await
    };
    let good = "https://app.acme.example/anywhere?x=1";
    ask(good, good).await.expect(201);
    for bad in
        ["https://evil.example/", "https://app.acme.example:8443/", "https://app.acme.example.evil.example/"]
    {
        for (refused, field) in
            [(ask(bad, good).await, "return_url"), (ask(good, bad).await, "flow.after_completion.return_url")]
        {
            assert_eq!(refused.expect(422).json()["errors"][0]["field"], field, "{bad}");
        }
    }
}
