//! What the stories of webhooks do over and over.

use contract::api::{CreateEndpoint, EndpointCreated, UpdateEndpoint};
use domain::{Actor, Delivery, Endpoint, EndpointEvents, Event, EventBody};
use jiff::{SignedDuration, Timestamp};
use portico::store;
use testkit::World;
use url::Url;

/// Adds an endpoint that wants all events.
pub(crate) async fn endpoint(world: &World, url: &Url) -> EndpointCreated {
    let wish = CreateEndpoint { url: url.clone(), description: String::new(), events: EndpointEvents::All };
    world.client().create_endpoint(&wish).await.unwrap()
}

/// The endpoint as it is now.
pub(crate) async fn now_is(world: &World, endpoint: &Endpoint) -> Endpoint {
    let all = world.client().list_endpoints(None).await.unwrap();
    all.data.into_iter().find(|found| found.id == endpoint.id).unwrap()
}

/// Turns an endpoint on or off, as an admin does in the console.
pub(crate) async fn turn(world: &World, endpoint: &Endpoint, enabled: bool) {
    let Endpoint { url, description, events, version, .. } = now_is(world, endpoint).await;
    let edited = UpdateEndpoint { url, description, events, enabled };
    world.client().update_endpoint(&endpoint.id, version, &edited).await.unwrap();
}

/// Everything on its way to an endpoint, newest first.
pub(crate) async fn deliveries(world: &World, endpoint: &Endpoint) -> Vec<Delivery> {
    world.client().list_deliveries(&endpoint.id, None).await.unwrap().data
}

/// Something merchants hear of: a subscription of a new customer has ended.
pub(crate) async fn something_happens(world: &World) -> Event {
    let customer = world.customer("Acme").insert().await;
    let plan = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&customer, &plan).insert().await;
    let body = EventBody::SubscriptionCanceled { subscription };
    let mut tx = world.app.db.write().await.unwrap();
    let event =
        store::events::append(&mut tx, &world.app, &world.merchant.id, Actor::System, body).await.unwrap();
    world.app.commit(tx).await.unwrap();
    event
}

/// Moves time to `at`, which is not in the past.
pub(crate) fn wait_until(world: &World, at: Timestamp) {
    let by = world.now().duration_until(at);
    assert!(by >= SignedDuration::ZERO, "{at} is in the past");
    world.advance(by);
}
