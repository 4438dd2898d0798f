//! What the API says to requests it cannot or may not answer.

use domain::{Configuration, Merchant, Role};
use portico::{keys, store};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::api_call::{Answer, Caller};

both_engines!(
    every_route_wants_a_key,
    what_belongs_to_others_looks_like_what_never_was,
    every_refusal_is_a_problem,
    every_answer_names_its_request,
    the_document_describes_every_route,
);

/// Each verb and path of the document.
async fn routes(caller: &Caller) -> Vec<(Method, String, Value)> {
    let document = caller.get("/openapi.json").await.expect(200).json();
    let paths = document["paths"].as_object().unwrap().clone();
    let routes = paths.into_iter().flat_map(|(path, item)| {
        let operations = item.as_object().unwrap().clone();
        operations.into_iter().map(move |(verb, operation)| {
            (Method::from_bytes(verb.to_uppercase().as_bytes()).unwrap(), path.clone(), operation)
        })
    });
    let routes: Vec<_> = routes.collect();
    assert!(routes.len() > 20, "the document is not empty");
    routes
}

async fn every_route_wants_a_key(world: World) {
    let wrong = Caller::with(&world, "pk_wrong");
    let bare = reqwest::Client::builder().no_proxy().build().unwrap();
    for (method, path, _) in routes(&Caller::admin(&world)).await {
        let path = path.replace("{id}", "cus_01k9zv7c5e8h2m4q6s8w0y2a4c").replace("{external_id}", "x");
        let refused = wrong.send(wrong.request(method.clone(), &path)).await;
        assert_eq!(refused.refusal(), "401 unauthenticated", "{method} {path}");
        let request = bare.request(method.clone(), world.url.join(&path).unwrap());
        assert_eq!(wrong.send(request).await.refusal(), "401 unauthenticated", "{method} {path}");
    }
    let lower = bare.get(world.url.join("/v1/account").unwrap());
    let lower = lower.header("authorization", format!("bearer {}", world.staff_key));
    wrong.send(lower).await.expect(200);
}

/// Another merchant of the same server, and its admin's key.
async fn another_merchant(world: &World) -> Caller {
    let merchant = Merchant { id: world.app.new_id(), name: "Contoso".into(), ..world.merchant.clone() };
    let mut tx = world.app.db.write().await.unwrap();
    store::merchants::insert(&mut tx, &merchant).await.unwrap();
    let key = keys::create(&mut tx, &world.app, &merchant.id, Role::Admin, "admin".into()).await.unwrap();
    tx.commit().await.unwrap();
    Caller::with(world, &key)
}

/// One of each noun, by the prefix of its id.
async fn one_of_each(world: &World) -> Vec<(&'static str, String)> {
    let customer = world.customer("Acme").external_id("crm-1").insert().await;
    let plan = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&customer, &plan).insert().await;
    let invoice = world.invoice(&customer, "R-1").line("Pro", "1", "49").insert().await;
    let admin = Caller::admin(world);
    let hook = world.receiver().await;
    let endpoint = json!({ "url": hook.url, "events": "all" });
    let endpoint = admin.post("/v1/webhook-endpoints", &endpoint).await.expect(201).json();
    let session = json!({ "customer_id": customer.id });
    let opened = admin.post("/v1/customer-portal-sessions", &session).await.expect(201).json();
    world.browser().open_link(&opened["url"].as_str().unwrap().parse().unwrap()).await;
    let sessions =
        admin.get(&format!("/v1/portal-sessions?customer_id={}", customer.id)).await.expect(200).json();
    let link = admin.post("/v1/customer-portal-sessions", &session).await.expect(201).json();
    let deliveries = format!("/v1/webhook-endpoints/{}/deliveries", endpoint["id"].as_str().unwrap());
    let deliveries = admin.get(&deliveries).await.expect(200).json();
    let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
    vec![
        ("cus_", customer.id.to_string()),
        ("plan_", plan.id.to_string()),
        ("sub_", subscription.id.to_string()),
        ("inv_", invoice.id.to_string()),
        ("link_", id(&link)),
        ("ses_", id(&sessions["data"][0])),
        ("we_", id(&endpoint)),
        ("msg_", id(&deliveries["data"][0])),
        ("conf_", id(&admin.get("/v1/portal-configuration").await.expect(200).json())),
    ]
}

async fn what_belongs_to_others_looks_like_what_never_was(world: World) {
    let nouns = one_of_each(&world).await;
    let stranger = another_merchant(&world).await;
    let before = Caller::admin(&world).get("/v1/feed").await.json()["head"].clone();
    let mut tried = Vec::new();
    for (method, path, operation) in routes(&stranger).await {
        if path.contains("{external_id}") {
            stranger.get(&path.replace("{external_id}", "crm-1")).await.expect(404);
            continue;
        }
        if !path.contains("{id}") {
            continue;
        }
        let ask = async |id: &str| {
            let request =
                stranger.request(method.clone(), &path.replace("{id}", id)).header("x-request-id", "same");
            stranger.send(with_body(request.header("if-match", "\"1\""), &operation)).await
        };
        // The route says itself whose id it takes, by the example of its schema.
        for (prefix, id) in nouns.iter().filter(|(prefix, _)| takes(&operation, prefix)) {
            let (theirs, never) = (ask(id).await, ask(&format!("{prefix}01k9zv7c5e8h2m4q6s8w0y2a4c")).await);
            assert_eq!(theirs.refusal(), "404 not_found", "{method} {path}");
            assert_eq!(no_date(&theirs), no_date(&never), "{method} {path}");
            tried.push(*prefix);
        }
    }
    tried.sort_unstable();
    tried.dedup();
    assert_eq!(
        tried,
        ["conf_", "cus_", "inv_", "link_", "msg_", "plan_", "ses_", "sub_", "we_"],
        "every noun was tried"
    );
    assert_eq!(Caller::admin(&world).get("/v1/feed").await.json()["head"], before, "and nothing happened");
    for list in ["customers", "plans", "subscriptions", "invoices"] {
        assert_eq!(
            stranger.get(&format!("/v1/{list}")).await.expect(200).json()["data"],
            json!([]),
            "{list}"
        );
    }
    let customer = &nouns[0].1;
    for list in ["subscriptions", "invoices"] {
        let path = format!("/v1/{list}?customer_id={customer}");
        assert_eq!(stranger.get(&path).await.expect(200).json()["data"], json!([]), "{list}");
    }
}

fn takes(operation: &Value, prefix: &str) -> bool {
    let noun = match prefix {
        "cus_" => "CustomerId",
        "plan_" => "PlanId",
        "sub_" => "SubscriptionId",
        "inv_" => "InvoiceId",
        "link_" => "LinkId",
        "ses_" => "SessionId",
        "we_" => "EndpointId",
        "conf_" => "ConfigurationId",
        _ => "DeliveryId",
    };
    let parameters = operation["parameters"].as_array().unwrap();
    parameters
        .iter()
        .any(|p| p["schema"]["$ref"].as_str().is_some_and(|path| path.ends_with(&format!("/{noun}"))))
}

/// Bodies that would be accepted, so that the refusal is about the id.
fn with_body(request: reqwest::RequestBuilder, operation: &Value) -> reqwest::RequestBuilder {
    let schema = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
    match schema.map(|path| path.rsplit('/').next().unwrap()) {
        None => request,
        Some("Configuration") => request.json(&Configuration::default()),
        Some("UpdateCustomer") => request.json(&json!({ "name": "Stolen" })),
        Some("UpdateSubscription") => request.json(&json!({ "assigned_seats": 1 })),
        Some("UpdateEndpoint") => request.json(
            &json!({ "url": "https://8.8.8.8/hook", "description": "", "events": "all", "enabled": true }),
        ),
        Some(other) => panic!("say here what a {other} looks like"),
    }
}

/// All of an answer that could tell two refusals apart.
fn no_date(answer: &Answer) -> (u16, String, Vec<u8>) {
    let mut headers = answer.headers.clone();
    headers.remove("date");
    (answer.status, format!("{headers:?}"), answer.body.clone())
}

async fn every_refusal_is_a_problem(world: World) {
    let app = Caller::admin(&world);
    let post = |body: &'static str, media_type: &'static str| {
        app.request(Method::POST, "/v1/customers").header("content-type", media_type).body(body)
    };
    assert_eq!(app.send(post("{", "application/json")).await.refusal(), "422 invalid");
    assert_eq!(app.send(post("[]", "application/json")).await.refusal(), "422 invalid");
    assert_eq!(app.send(post("", "application/json")).await.refusal(), "422 invalid");
    assert_eq!(app.send(post("{}", "text/plain")).await.refusal(), "415 unsupported_media_type");
    let large = app.request(Method::POST, "/v1/customers").header("content-type", "application/json");
    assert_eq!(app.send(large.body(vec![b' '; 1024 * 1024 + 1])).await.refusal(), "413 too_large");
    assert_eq!(app.get("/v1/nothing").await.refusal(), "404 not_found");
    assert_eq!(app.get("/v1/customers/7/8/9").await.refusal(), "404 not_found");
    assert_eq!(app.get("/v1/customers/malformed").await.refusal(), "404 not_found");
    let other_verb = app.send(app.request(Method::DELETE, "/v1/customers")).await;
    assert_eq!(other_verb.refusal(), "405 method_not_allowed");
    assert_eq!(other_verb.header("allow"), "GET,HEAD,POST");
}

async fn every_answer_names_its_request(world: World) {
    let app = Caller::admin(&world);
    let ask =
        async |id: &str| app.send(app.request(Method::GET, "/v1/nothing").header("x-request-id", id)).await;
    let named = ask("checkout-7").await;
    assert_eq!(named.header("x-request-id"), "checkout-7");
    assert_eq!(named.json()["request_id"], "checkout-7");
    for unfit in ["", "a b", "x\ty", &"x".repeat(65)] {
        let renamed = ask(unfit).await;
        assert!(renamed.header("x-request-id").starts_with("req_"), "{unfit:?}");
        assert_eq!(renamed.json()["request_id"], renamed.header("x-request-id"));
    }
    assert!(app.get("/v1/account").await.expect(200).header("x-request-id").starts_with("req_"));
}

async fn the_document_describes_every_route(world: World) {
    let app = Caller::admin(&world);
    let document = app.get("/openapi.json").await.expect(200).json();
    assert_eq!(document["openapi"], "3.1.0");
    let tags: Vec<&Value> = document["tags"].as_array().unwrap().iter().map(|tag| &tag["name"]).collect();
    let mut names = Vec::new();
    for (method, path, operation) in routes(&app).await {
        assert!(path.starts_with("/v1/"), "{path}");
        assert!(
            operation["summary"].as_str().is_some_and(|s| s.ends_with('.')),
            "{method} {path} says what it does"
        );
        assert!(tags.contains(&&operation["tags"][0]), "{method} {path} is in a group");
        for status in ["401", "default"] {
            let body =
                &operation["responses"][status]["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(body, "#/components/schemas/Problem", "{method} {path}");
        }
        names.push(operation["operationId"].to_string());
    }
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "operations have names of their own");

    let schemas = document["components"]["schemas"].as_object().unwrap();
    let text = document.to_string();
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name} is described");
    }

    let page = app.get("/docs").await.expect(200);
    let page_text = String::from_utf8(page.body.clone()).unwrap();
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
    assert!(!page_text.contains("<script") && !page_text.contains("http://") && !page_text.contains("src="));
    for (_, path, _) in routes(&app).await {
        assert!(page_text.contains(&path), "{path} is on the page");
    }
}
