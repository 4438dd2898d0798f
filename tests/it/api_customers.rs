//! A merchant's app keeps its customers in Portico.

use reqwest::Method;
use serde_json::json;
use testkit::{World, both_engines};

use crate::api_call::Caller;

both_engines!(
    customers_are_added_found_and_changed,
    each_page_leads_to_the_next,
    all_words_must_occur,
    faults_are_named_together_and_nothing_is_saved,
    an_external_id_names_one_customer,
    of_two_edits_of_one_version_one_is_kept,
    a_time_zone_is_kept_changed_and_taken_away,
    a_time_zone_is_one_there_is,
);

async fn customers_are_added_found_and_changed(world: World) {
    let app = Caller::staff(&world);
    let body = json!({ "name": "Acme GmbH", "email": "rechnung@acme.example", "external_id": "crm/7 ü" });
    let created = app.post("/v1/customers", &body).await.expect(201).json();
    let path = format!("/v1/customers/{}", created["id"].as_str().unwrap());

    let read = app.get(&path).await.expect(200);
    assert_eq!((read.json(), read.header("etag")), (created.clone(), "\"1\""));
    let found = app.get("/v1/customers/by-external-id/crm%2F7%20%C3%BC").await.expect(200);
    assert_eq!(found.json(), created);
    let known = app.send(app.request(Method::GET, &path).header("if-none-match", "\"1\"")).await.expect(304);
    assert!(known.body.is_empty());

    let change = json!({ "name": "Acme SE", "metadata": { "tier": "gold" } });
    let changed = app.write(Method::PATCH, &path, "\"1\"", &change).await.expect(200);
    assert_eq!(changed.header("etag"), "\"2\"");
    assert_eq!(changed.json()["name"], "Acme SE");
    assert_eq!(changed.json()["email"], "rechnung@acme.example", "what is not sent stays");
    assert_eq!(app.write(Method::PATCH, &path, "\"1\"", &change).await.refusal(), "412 stale");
    let blind = app.send(app.request(Method::PATCH, &path).json(&change)).await;
    assert_eq!(blind.refusal(), "428 precondition_required");
    assert_eq!(app.write(Method::PATCH, &path, "*", &change).await.refusal(), "428 precondition_required");

    let log = app.get("/v1/feed").await.expect(200).json();
    let types: Vec<_> = log["events"].as_array().unwrap().iter().map(|event| event["type"].clone()).collect();
    assert_eq!(types, ["customer.created", "customer.updated"], "refused writes leave no event");
}

async fn each_page_leads_to_the_next(world: World) {
    for number in 0..5 {
        // Ids of one millisecond come in any order.
        world.advance(jiff::SignedDuration::from_millis(1));
        world.customer(&format!("Customer {number}")).insert().await;
    }
    let app = Caller::staff(&world);
    let (mut names, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = app.get(&format!("/v1/customers?limit=2{cursor}")).await.expect(200).json();
        names.extend(page["data"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap().to_owned()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(names, ["Customer 4", "Customer 3", "Customer 2", "Customer 1", "Customer 0"]);
    for query in
        ["limit=0", "limit=201", "limit=x", "cursor=x", "cursor=inv_01k9zv7c5e8h2m4q6s8w0y2a4c", "page=2"]
    {
        assert_eq!(app.get(&format!("/v1/customers?{query}")).await.refusal(), "422 invalid", "{query}");
    }
}

async fn all_words_must_occur(world: World) {
    world.customer("Ærø Bryghus").external_id("DK-100%").insert().await;
    world.customer("Arrow Brewing").email("pay@aero.example").insert().await;
    let app = Caller::staff(&world);
    for (search, count) in [
        ("", 2),
        ("BR", 2),
        ("ærø", 2),
        ("bryghus aero", 1),
        ("ÆRØ dk", 1),
        ("brewing aero", 1),
        ("brewing dk", 0),
        ("100%25", 1),
        ("%25", 1),
        ("_", 0),
        ("!", 0),
        ("'", 0),
    ] {
        let found = app.get(&format!("/v1/customers?search={search}")).await.expect(200).json();
        assert_eq!(found["data"].as_array().unwrap().len(), count, "{search}");
    }
    let too_many = app.get("/v1/customers?search=a+b+c+d+e+f+g").await;
    assert_eq!((too_many.refusal(), too_many.faulty_fields()), ("422 invalid".into(), vec!["search".into()]));
    assert_eq!(app.get("/v1/customers?search=%00").await.refusal(), "422 invalid");
}

async fn faults_are_named_together_and_nothing_is_saved(world: World) {
    let app = Caller::staff(&world);
    let email = "a@acme.example";
    let long = "x".repeat(201);
    let many: serde_json::Map<_, _> = (0..51).map(|key| (key.to_string(), json!(""))).collect();
    for (body, fields) in [
        (json!({ "name": "" , "email": email, "locale": "English" }), vec!["name", "locale"]),
        (json!({ "name": long, "email": email, "external_id": " x" }), vec!["external_id", "name"]),
        (json!({ "name": "a\u{0}b", "email": email }), vec!["name"]),
        (json!({ "name": "A", "email": "nobody" }), vec!["email"]),
        (json!({ "name": "A", "email": email, "address": { "city": "a\nb" } }), vec!["address.city"]),
        (json!({ "name": "A", "email": email, "adress": {} }), vec!["adress"]),
        (json!({ "name": "A", "email": email, "metadata": many }), vec!["metadata"]),
        (json!({ "name": "A", "email": email, "metadata": { "k": "\u{7}" } }), vec!["metadata.k"]),
        (
            json!({ "name": "A", "email": email, "tax_ids": [{ "kind": "eu_vat", "value": "" }] }),
            vec!["tax_ids[0].value"],
        ),
        (json!({ "name": 7, "email": email }), vec!["name"]),
    ] {
        let answer = app.post("/v1/customers", &body).await;
        assert_eq!(
            (answer.refusal(), answer.faulty_fields()),
            ("422 invalid".into(), fields.iter().map(|f| (*f).to_owned()).collect()),
            "{body}"
        );
    }
    assert_eq!(app.get("/v1/customers").await.json()["data"], json!([]));
    assert_eq!(app.get("/v1/feed").await.json()["head"], 0);
}

async fn an_external_id_names_one_customer(world: World) {
    world.customer("Acme").external_id("crm-1").insert().await;
    let app = Caller::staff(&world);
    let second = json!({ "name": "Other", "email": "o@other.example", "external_id": "crm-1" });
    let refused = app.post("/v1/customers", &second).await;
    assert_eq!(refused.refusal(), "409 conflict");
    assert!(refused.json()["detail"].as_str().unwrap().contains("“crm-1”"));
    assert_eq!(app.get("/v1/customers/by-external-id/%00").await.refusal(), "404 not_found");
}

async fn of_two_edits_of_one_version_one_is_kept(world: World) {
    let customer = world.customer("Acme").insert().await;
    let path = format!("/v1/customers/{}", customer.id);
    let edits = (0..8).map(|number| {
        let (app, path) = (Caller::staff(&world), path.clone());
        async move {
            let change = json!({ "name": format!("Edit {number}") });
            app.write(Method::PATCH, &path, "\"1\"", &change).await.status
        }
    });
    let mut statuses = futures::future::join_all(edits).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412, 412, 412, 412, 412, 412, 412]);
    let app = Caller::staff(&world);
    assert_eq!(app.get(&path).await.header("etag"), "\"2\"");
    assert_eq!(app.get("/v1/feed").await.json()["head"], 2);
}

async fn a_time_zone_is_kept_changed_and_taken_away(world: World) {
    let app = Caller::staff(&world);
    let body = json!({ "name": "Acme", "email": "a@acme.example", "time_zone": "America/New_York" });
    let created = app.post("/v1/customers", &body).await.expect(201).json();
    assert_eq!(created["time_zone"], "America/New_York");
    let path = format!("/v1/customers/{}", created["id"].as_str().unwrap());
    for (version, change, zone) in [
        (1, json!({ "name": "Acme Inc." }), json!("America/New_York")),
        (
            2,
            json!({ "time_zone": "America/Argentina/Buenos_Aires" }),
            json!("America/Argentina/Buenos_Aires"),
        ),
        (3, json!({ "time_zone": null }), json!(null)),
    ] {
        let changed = app.write(Method::PATCH, &path, &format!("\"{version}\""), &change).await.expect(200);
        assert_eq!(changed.json()["time_zone"], zone, "{change}");
        assert_eq!(app.get(&path).await.json(), changed.json());
        let log = app.get("/v1/feed").await.expect(200).json();
        let told = log["events"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&told["type"], &told["data"]["customer"]["time_zone"]),
            (&json!("customer.updated"), &zone)
        );
    }
    let without =
        app.post("/v1/customers", &json!({ "name": "B", "email": "b@b.example" })).await.expect(201);
    assert_eq!(without.json()["time_zone"], json!(null));
}

async fn a_time_zone_is_one_there_is(world: World) {
    let acme = world.customer("Acme").insert().await;
    let (app, path) = (Caller::staff(&world), format!("/v1/customers/{}", acme.id));
    let long = "x".repeat(65);
    for (zone, says) in [
        (
            "Mars/Base",
            "There is no such time zone; write its name as IANA spells it, such as America/New_York.",
        ),
        ("america/new_york", "There is no such time zone"),
        ("Etc/Unknown", "There is no such time zone"),
        ("+01:00", "`+01:00` is not the name of a time zone, such as America/New_York."),
        ("../../etc/passwd", "is not the name of a time zone"),
        ("", "is not the name of a time zone"),
        (&long, "is not the name of a time zone"),
    ] {
        let body = json!({ "name": "A", "email": "a@acme.example", "time_zone": zone });
        let change = json!({ "time_zone": zone });
        for refused in
            [app.post("/v1/customers", &body).await, app.write(Method::PATCH, &path, "\"1\"", &change).await]
        {
            assert_eq!(refused.refusal(), "422 invalid", "{zone}");
            assert_eq!(refused.faulty_fields(), ["time_zone"], "{zone}");
            let problem = refused.json().to_string();
            assert!(problem.contains(says), "{zone}: {problem}");
        }
    }
    assert_eq!(app.get("/v1/customers").await.json()["data"].as_array().unwrap().len(), 1);
    assert_eq!(app.get(&path).await.header("etag"), "\"1\"", "nothing was saved");
}
