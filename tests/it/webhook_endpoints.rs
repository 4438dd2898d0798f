//! Admins run endpoints; nobody reaches the server's own network through them.

use contract::api::UpdateEndpoint;
use domain::{DeliveryState, EndpointEvents, EventBody, EventType};
use jiff::SignedDuration;
use portico::db::sql;
use reqwest::Method;
use serde_json::json;
use testkit::{Engine, World, both_engines};

use crate::api_call::Caller;
use crate::hooks::{deliveries, endpoint, something_happens};
use crate::visiting::{facts, sequence};

both_engines!(
    the_secret_is_shown_once_and_survives_a_retry,
    only_admins_change_endpoints,
    an_edit_of_an_old_version_is_refused,
    an_endpoint_gets_only_what_it_asked_for,
    a_removed_endpoint_leaves_nothing_behind,
    what_cannot_be_an_endpoint_is_refused_in_words,
);

const PATH: &str = "/v1/webhook-endpoints";

async fn the_secret_is_shown_once_and_survives_a_retry(world: World) {
    let hook = world.receiver().await;
    let admin = Caller::admin(&world);
    let wish = json!({ "url": hook.url, "events": "all" });
    let created = admin.post_with_key("once", PATH, &wish).await.expect(201).json();
    assert!(created["secret"].as_str().unwrap().starts_with("whsec_"));
    assert_eq!(admin.post_with_key("once", PATH, &wish).await.expect(201).json(), created);

    let path = format!("{PATH}/{}", created["id"].as_str().unwrap());
    for answer in [admin.get(PATH).await, admin.get(&path).await] {
        let text = String::from_utf8(answer.expect(200).body).unwrap();
        assert!(!text.contains("whsec_") && text.contains(hook.url.as_str()), "{text}");
    }
    let listed = world.client().list_endpoints(None).await.unwrap().data;
    assert_eq!(listed.len(), 1, "a retry adds nothing");
    let stated = facts(&world, 0).await;
    assert!(stated.contains(&EventBody::WebhookEndpointSaved { endpoint: listed[0].clone() }));
}

async fn only_admins_change_endpoints(world: World) {
    let hook = world.receiver().await;
    let id = endpoint(&world, &hook.url).await.endpoint.id;
    let staff = Caller::staff(&world);
    let before = sequence(&world).await;
    staff.get(PATH).await.expect(200);
    staff.get(&format!("{PATH}/{id}/deliveries")).await.expect(200);
    let edit = json!({ "url": hook.url, "description": "", "events": "all", "enabled": false });
    for answer in [
        staff.post(PATH, &json!({ "url": hook.url, "events": "all" })).await,
        staff.write(Method::PUT, &format!("{PATH}/{id}"), "\"1\"", &edit).await,
        staff.send(staff.request(Method::DELETE, &format!("{PATH}/{id}"))).await,
    ] {
        assert_eq!(answer.refusal(), "403 forbidden");
    }
    assert_eq!(sequence(&world).await, before);
}

async fn an_edit_of_an_old_version_is_refused(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await.endpoint;
    let edited = UpdateEndpoint {
        url: hook.url.clone(),
        description: "Production".into(),
        events: EndpointEvents::All,
        enabled: true,
    };
    let saved = world.client().update_endpoint(&created.id, 1, &edited).await.unwrap();
    assert_eq!((saved.version, saved.description.as_str()), (2, "Production"));
    let admin = Caller::admin(&world);
    let (path, body) = (format!("{PATH}/{}", created.id), serde_json::to_value(&edited).unwrap());
    assert_eq!(admin.write(Method::PUT, &path, "\"1\"", &body).await.refusal(), "412 stale");
    let blind = admin.send(admin.request(Method::PUT, &path).json(&body)).await;
    assert_eq!(blind.refusal(), "428 precondition_required");
    let read = admin.get(&path).await.expect(200);
    assert_eq!(read.header("etag"), "\"2\"");
}

async fn an_endpoint_gets_only_what_it_asked_for(world: World) {
    let (all, some) = (world.receiver().await, world.receiver().await);
    endpoint(&world, &all.url).await;
    let only = EndpointEvents::Only(vec![EventType::SubscriptionCancelationRevoked]);
    let admin = Caller::admin(&world);
    admin.post(PATH, &json!({ "url": some.url, "events": only })).await.expect(201);
    something_happens(&world).await;
    world.run_workers_dry().await;
    // Customers, plans and the like are added on the way; those stay inside.
    assert_eq!(all.types(), ["subscription.canceled"]);
    assert_eq!(some.received().len(), 0);
}

async fn a_removed_endpoint_leaves_nothing_behind(world: World) {
    let hook = world.receiver().await;
    let created = endpoint(&world, &hook.url).await.endpoint;
    something_happens(&world).await;
    world.run_workers_dry().await;
    something_happens(&world).await;
    let waiting = deliveries(&world, &created).await.remove(0);
    assert!(matches!(waiting.state, DeliveryState::Pending { .. }));

    world.client().delete_endpoint(&created.id).await.unwrap();
    world.advance(SignedDuration::from_hours(1));
    world.run_workers_dry().await;
    assert_eq!(hook.received().len(), 1);
    let admin = Caller::admin(&world);
    for path in [format!("{PATH}/{}", created.id), format!("{PATH}/{}/deliveries", created.id)] {
        assert_eq!(admin.get(&path).await.refusal(), "404 not_found");
    }
    let resend = format!("/v1/webhook-deliveries/{}/resend", waiting.id);
    assert_eq!(admin.send(admin.request(Method::POST, &resend)).await.refusal(), "404 not_found");
    assert!(facts(&world, 0).await.contains(&EventBody::WebhookEndpointDeleted { endpoint_id: created.id }));
    let mut conn = world.app.db.read().await.unwrap();
    let left =
        sql("SELECT (SELECT COUNT(*) FROM webhook_delivery) + (SELECT COUNT(*) FROM webhook_attempt) AS n");
    assert_eq!(left.fetch_one(&mut conn).await.unwrap().get::<i64>("n").unwrap(), 0);
}

async fn what_cannot_be_an_endpoint_is_refused_in_words(world: World) {
    let admin = Caller::admin(&world);
    for (wish, field, words) in [
        (json!({ "url": "http://93.184.215.14/", "events": "all" }), "url", "Use https"),
        (json!({ "url": "ftp://93.184.215.14/", "events": "all" }), "url", "Use an https address"),
        (json!({ "url": "https://10.1.2.3/", "events": "all" }), "url", "a private network"),
        (json!({ "url": "https://me:secret@93.184.215.14/", "events": "all" }), "url", "user name"),
        (json!({ "url": "https://nowhere.example/", "events": "all" }), "url", "has no address"),
        (json!({ "url": "https://93.184.215.14/", "events": { "only": [] } }), "events", "at least one"),
        (
            json!({ "url": "https://93.184.215.14/", "events": { "only": ["mail.updated"] } }),
            "events",
            "`mail.updated` is not sent",
        ),
    ] {
        let answer = admin.post(PATH, &wish).await;
        assert_eq!(answer.refusal(), "422 invalid", "{wish}");
        assert_eq!(answer.faulty_fields(), [field], "{wish}");
        let said = answer.json()["errors"][0]["message"].as_str().unwrap().to_owned();
        assert!(said.contains(words), "{wish} gave: {said}");
    }
    assert_eq!(world.client().list_endpoints(None).await.unwrap().data, []);
}

/// A name that was fine when it was saved leads inside when it is time to send.
#[tokio::test]
async fn a_name_that_moved_inside_is_not_sent_to() {
    let world = World::with_config(Engine::Sqlite, |config| config.webhooks.allow_networks.clear()).await;
    let url = "https://hooks.acme.example/".parse().unwrap();
    world.app.outbound.dns().point("hooks.acme.example", &["93.184.215.14".parse().unwrap()]);
    let created = endpoint(&world, &url).await.endpoint;
    world.app.outbound.dns().point("hooks.acme.example", &["169.254.169.254".parse().unwrap()]);
    something_happens(&world).await;
    world.run_workers_dry().await;
    let [delivery] = deliveries(&world, &created).await.try_into().unwrap();
    let said = serde_json::to_string(&delivery.last_attempt).unwrap();
    assert!(said.contains("169.254.169.254 belongs to the local link"), "{said}");
    assert!(matches!(delivery.state, DeliveryState::Pending { .. }), "it may move back");
}
