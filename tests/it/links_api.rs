//! The merchant's app and console make links, look at them and take them back.

use domain::NewId as _;
use futures::future::join_all;
use jiff::SignedDuration;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::visiting::{happened, link, mails, sequence};

both_engines!(
    a_link_names_one_customer_by_id_or_alias,
    a_request_that_cannot_be_is_told_why_and_makes_nothing,
    a_retry_gets_the_same_link,
    a_newer_link_takes_the_place_of_older_ones,
    of_links_made_at_once_one_works,
    a_mail_carries_the_link,
    staff_see_what_became_of_each_link_and_take_it_back,
);

struct Answer {
    status: StatusCode,
    body: Value,
}

async fn call(
    world: &World,
    method: Method,
    path: &str,
    body: Option<&Value>,
    headers: &[(&str, &str)],
) -> Answer {
    let request = world.browser().request(method, path);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let request = request.bearer_auth(&world.staff_key);
    let request = match body {
        Some(body) => request.json(body),
        None => request,
    };
    let response = request.send().await.unwrap();
    Answer { status: response.status(), body: response.json().await.unwrap_or_default() }
}

async fn create(world: &World, body: Value) -> Answer {
    call(world, Method::POST, "/v1/customer-portal-sessions", Some(&body), &[]).await
}

async fn a_link_names_one_customer_by_id_or_alias(world: World) {
    let acme = world.customer("Acme").external_id("acme-1").insert().await;
    for body in [json!({ "customer_id": acme.id }), json!({ "customer_alias": "acme-1" })] {
        let made = create(&world, body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let fields: Vec<&String> = made.body.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["created_at", "customer_id", "expires_at", "id", "url"]);
        assert_eq!(made.body["customer_id"], acme.id.as_str());
        assert_eq!(made.body["created_at"], "2030-03-14T11:00:00Z");
        assert_eq!(made.body["expires_at"], "2030-03-14T12:00:00Z");
    }
}

async fn a_request_that_cannot_be_is_told_why_and_makes_nothing(world: World) {
    let acme = world.customer("Acme").external_id("acme-1").insert().await;
    let globex = world.customer("Globex").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let of_globex = world.subscription(&globex, &pro).insert().await;
    let of_globex_invoice = world.invoice(&globex, "G-1").line("Pro", "1", "49.00").insert().await;
    let before = sequence(&world).await;
    let with = |field: &str, value: Value| json!({ "customer_id": acme.id, field: value });
    let cancel = json!({ "type": "subscription_cancel", "subscription_id": of_globex.id });
    let update = json!({ "type": "subscription_update", "subscription_id": of_globex.id });
    let pay = json!({ "type": "invoice_pay", "invoice_id": of_globex_invoice.id });
    let kept = |after: Value| json!({ "type": "payment_method_update", "after_completion": after });

    for (body, field) in [
        (json!({}), "customer_id"),
        (with("customer_alias", json!("acme-1")), "customer_id"),
        (json!({ "customer_id": domain::CustomerId::new(world.now(), [1; 10]) }), "customer_id"),
        (json!({ "customer_alias": "nobody" }), "customer_alias"),
        (json!({ "customer_alias": "nul\u{0}" }), "customer_alias"),
        (with("return_url", json!("http://app.acme.example")), "return_url"),
        (with("return_url", json!("javascript:alert(1)")), "return_url"),
        (with("return_url", json!("/relative")), "return_url"),
        (with("locale", json!("english")), "locale"),
        (with("expires_in_minutes", json!(4)), "expires_in_minutes"),
        (with("expires_in_minutes", json!(1441)), "expires_in_minutes"),
        (with("initial_page", json!("secrets")), "initial_page"),
        (with("flow", cancel), "flow.subscription_id"),
        (with("flow", update), "flow.subscription_id"),
        (with("flow", pay), "flow.invoice_id"),
        (with("flow", json!({ "type": "party" })), "flow"),
        (with("flow", kept(json!({ "type": "redirect" }))), "flow"),
        (
            with("flow", kept(json!({ "type": "redirect", "return_url": "javascript:alert(1)" }))),
            "flow.after_completion.return_url",
        ),
        (
            with("flow", kept(json!({ "type": "confirmation", "message": "x".repeat(501) }))),
            "flow.after_completion.message",
        ),
        (with("send_email", json!("pigeon")), "send_email"),
        (with("unknown_field", json!(1)), "unknown_field"),
    ] {
        let refused = create(&world, body.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{body} gave {}", refused.body);
        let named = refused.body["errors"][0]["field"].as_str().unwrap_or_default();
        assert!(named == field || refused.body.to_string().contains(field), "{body} gave {}", refused.body);
    }
    assert_eq!(sequence(&world).await, before);
}

async fn a_retry_gets_the_same_link(world: World) {
    let acme = world.customer("Acme").insert().await;
    let path = "/v1/customer-portal-sessions";
    let body = json!({ "customer_id": acme.id, "send_email": "portal_link" });
    let key = [("idempotency-key", "3f0c")];
    let first = call(&world, Method::POST, path, Some(&body), &key).await;
    let again = call(&world, Method::POST, path, Some(&body), &key).await;
    assert_eq!((again.status, &again.body), (StatusCode::CREATED, &first.body));
    assert_eq!(mails(&world).await.len(), 1);
    let other = json!({ "customer_id": acme.id });
    let mismatch = call(&world, Method::POST, path, Some(&other), &key).await;
    assert_eq!(mismatch.status, StatusCode::UNPROCESSABLE_ENTITY);
    let url = first.body["url"].as_str().unwrap().parse().unwrap();
    assert!(world.browser().open_link(&url).await.says("Acme"));
}

async fn a_newer_link_takes_the_place_of_older_ones(world: World) {
    let acme = world.customer("Acme").insert().await;
    let first = link(&world, &acme).await;
    let beside = create(&world, json!({ "customer_id": acme.id, "invalidate_existing": false })).await;
    assert_eq!(world.browser().get(first.path()).await.status, StatusCode::OK);
    let before = sequence(&world).await;
    link(&world, &acme).await;
    assert_eq!(
        happened(&world, before).await,
        ["portal.link.withdrawn", "portal.link.withdrawn", "portal.session.created"]
    );
    let beside: url::Url = beside.body["url"].as_str().unwrap().parse().unwrap();
    for link in [first, beside] {
        assert!(world.browser().get(link.path()).await.says("There is a newer link"));
    }
}

async fn of_links_made_at_once_one_works(world: World) {
    let acme = world.customer("Acme").insert().await;
    let made = join_all((0..20).map(|_| create(&world, json!({ "customer_id": acme.id })))).await;
    let mut working = 0;
    for answer in made {
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        let link: url::Url = answer.body["url"].as_str().unwrap().parse().unwrap();
        working += usize::from(world.browser().get(link.path()).await.status == StatusCode::OK);
    }
    assert_eq!(working, 1);
}

async fn a_mail_carries_the_link(world: World) {
    let acme = world.customer("Acme").email("books@acme.example").insert().await;
    world.invoice(&acme, "R-1").line("Pro", "1", "49.00").insert().await;
    for (kind, says) in [("portal_link", "Your billing with Northwind"), ("billing", "49.00")] {
        let before = mails(&world).await.len();
        create(&world, json!({ "customer_id": acme.id, "send_email": kind })).await;
        let sent = mails(&world).await;
        let [letter] = &sent[before..] else { panic!("one mail, not {sent:?}") };
        assert_eq!(letter.to, ["books@acme.example"]);
        assert!(letter.text.contains(says), "{}", letter.text);
        assert!(world.browser().open_link(&letter.link()).await.says("Acme"));
    }
}

async fn staff_see_what_became_of_each_link_and_take_it_back(world: World) {
    let acme = world.customer("Acme").insert().await;
    let used = link(&world, &acme).await;
    world.browser().open_link(&used).await;
    world.advance(SignedDuration::from_secs(1));
    link(&world, &acme).await;
    let links =
        call(&world, Method::GET, &format!("/v1/portal-links?customer_id={}", acme.id), None, &[]).await;
    let states: Vec<&str> = links.body["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| l["status"]["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["unused", "used"]);

    let revoke =
        |at: usize| format!("/v1/portal-links/{}/revoke", links.body["data"][at]["id"].as_str().unwrap());
    for _ in 0..2 {
        let revoked = call(&world, Method::POST, &revoke(0), None, &[]).await;
        assert_eq!((revoked.status, &revoked.body["status"]["state"]), (StatusCode::OK, &json!("revoked")));
    }
    let refused = call(&world, Method::POST, &revoke(1), None, &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body["detail"].as_str().unwrap().contains("already used"), "{}", refused.body);

    let path = format!("/v1/portal-sessions?customer_id={}", acme.id);
    let sessions = call(&world, Method::GET, &path, None, &[]).await;
    assert_eq!(sessions.body["data"][0]["status"]["state"], "open");
    let revoke = format!("/v1/portal-sessions/{}/revoke", sessions.body["data"][0]["id"].as_str().unwrap());
    for _ in 0..2 {
        let revoked = call(&world, Method::POST, &revoke, None, &[]).await;
        assert_eq!((revoked.status, &revoked.body["status"]["state"]), (StatusCode::OK, &json!("revoked")));
    }
    for nothing in ["/v1/portal-links/link_00000000000000000000000000/revoke", "/v1/portal-sessions/x/revoke"]
    {
        assert_eq!(call(&world, Method::POST, nothing, None, &[]).await.status, StatusCode::NOT_FOUND);
    }
}
