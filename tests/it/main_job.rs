//! The walk the product exists for, end to end.

use contract::api::CreateEndpoint;
use domain::EndpointEvents;
use testkit::{World, both_engines};

both_engines!(a_portal_cancellation_reaches_the_merchant);

async fn a_portal_cancellation_reaches_the_merchant(world: World) {
    let hook = world.receiver().await;
    let endpoint =
        CreateEndpoint { url: hook.url.clone(), description: String::new(), events: EndpointEvents::All };
    world.client().create_endpoint(&endpoint).await.unwrap();
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;

    let link = world.link(&acme).await;
    let browser = world.browser();
    let home = browser.open_link(&link).await;
    assert!(home.says("Acme") && home.says("Pro"), "{}", home.text());

    let confirm = browser.get(&format!("/portal/subscriptions/{}/cancel", subscription.id)).await;
    let canceled = browser.submit(&confirm, "/portal/subscriptions/", &[]).await;
    let after = browser.follow(&canceled).await;
    assert!(after.says("14 Apr 2030"), "{}", after.text());

    world.run_workers_dry().await;
    let told = ["portal.session.created", "portal.session.opened", "subscription.cancelation_scheduled"];
    assert_eq!(hook.types(), told);
}
