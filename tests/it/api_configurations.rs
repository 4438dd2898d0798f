//! A merchant keeps several portal configurations, and says for whom each counts.

use contract::api::CreatePortalSession;
use domain::{Configuration, Feature};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::visiting::{configure, happened, link_with, sequence, visit};

both_engines!(
    configurations_are_kept_beside_each_other,
    the_session_counts_before_the_customer_and_the_customer_before_the_default,
    nobodys_rights_change_by_a_removal,
    two_admins_do_not_overwrite_each_other,
    a_configuration_is_assigned_only_where_there_is_one,
    a_session_leads_back_only_where_the_merchant_allows,
);

const ALL: &str = "/v1/portal-configurations";

/// A configuration like the default, without invoices.
async fn without_invoices(world: &World, name: &str) -> Value {
    let admin = Caller::admin(world);
    let mut new = admin.get("/v1/portal-configuration").await.json();
    new["name"] = json!(name);
    new["features"]["view_invoices"] = json!(false);
    // None of these is read, so none has to be there.
    for unread in ["id", "is_default", "version"] {
        new.as_object_mut().unwrap().remove(unread);
    }
    admin.post(ALL, &new).await.expect(201).json()
}

fn path(configuration: &Value) -> String {
    format!("{ALL}/{}", configuration["id"].as_str().unwrap())
}

async fn configurations_are_kept_beside_each_other(world: World) {
    let admin = Caller::admin(&world);
    let first = admin.get("/v1/portal-configuration").await.json();
    assert_eq!((&first["name"], &first["is_default"]), (&json!("Default"), &json!(true)));
    let before = sequence(&world).await;

    let quiet = without_invoices(&world, "Resellers").await;
    assert_eq!((&quiet["is_default"], &quiet["version"]), (&json!(false), &json!(1)));
    let listed = admin.get(ALL).await.expect(200).json();
    assert_eq!(listed["data"], json!([quiet, first]), "newest first");
    let read = admin.get(&path(&quiet)).await.expect(200);
    assert_eq!((read.header("etag"), read.json()), ("\"1\"", quiet.clone()));

    let mut edited = quiet.clone();
    edited["name"] = json!("Partners");
    edited["is_default"] = json!(true);
    edited["id"] = first["id"].clone();
    edited.as_object_mut().unwrap().remove("version");
    let saved = admin.write(Method::PUT, &path(&quiet), "\"1\"", &edited).await.expect(200).json();
    assert_eq!((&saved["id"], &saved["is_default"]), (&quiet["id"], &json!(false)), "neither is read");

    let made = format!("{}/make-default", path(&quiet));
    let made = admin.write(Method::POST, &made, "\"2\"", &json!(null)).await.expect(200);
    assert_eq!((made.header("etag"), &made.json()["is_default"]), ("\"3\"", &json!(true)));
    assert_eq!(admin.get("/v1/portal-configuration").await.json(), made.json());
    let old = admin.get(&path(&first)).await.expect(200);
    assert_eq!((old.header("etag"), &old.json()["is_default"]), ("\"2\"", &json!(false)));
    assert_eq!(happened(&world, before).await, ["portal.configuration.saved"; 4]);

    let mut snapshot = Vec::new();
    for line in String::from_utf8(admin.get("/v1/feed/snapshot").await.body).unwrap().lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        snapshot.extend(record.get("configuration").cloned());
    }
    assert_eq!(snapshot, [old.json(), made.json()]);
    let twice = admin.post(ALL, &edited).await;
    assert_eq!(twice.refusal(), "409 conflict", "a name is taken once");
    edited["name"] = json!("");
    assert_eq!(admin.post(ALL, &edited).await.faulty_fields(), ["name"]);
}

async fn the_session_counts_before_the_customer_and_the_customer_before_the_default(world: World) {
    let admin = Caller::admin(&world);
    let acme = world.customer("Acme").insert().await;
    let (quiet, loud) = (without_invoices(&world, "Quiet").await, {
        let mut loud = admin.get("/v1/portal-configuration").await.json();
        loud["name"] = json!("Loud");
        loud["session_minutes"] = json!(15);
        admin.post(ALL, &loud).await.expect(201).json()
    });
    let browser = visit(&world, &acme).await;
    assert_eq!(browser.get("/portal/invoices").await.status, StatusCode::OK);

    // The customer's own, from the next page on.
    let customer = format!("/v1/customers/{}", acme.id);
    let assign = json!({ "portal_configuration_id": quiet["id"] });
    let assigned = admin.write(Method::PATCH, &customer, "\"1\"", &assign).await.expect(200).json();
    assert_eq!(assigned["portal_configuration_id"], quiet["id"]);
    assert_eq!(browser.get("/portal/invoices").await.status, StatusCode::FORBIDDEN);
    let says = admin.get(&format!("{customer}/capabilities")).await.json();
    assert_eq!(
        (&says["configuration_id"], &says["account"]["view_invoices"]["allowed"]),
        (&quiet["id"], &json!(false))
    );

    // The session's, whatever the customer's is.
    let named = CreatePortalSession {
        configuration_id: Some(serde_json::from_value(loud["id"].clone()).unwrap()),
        ..CreatePortalSession::for_customer(acme.id.clone())
    };
    let beside = world.browser();
    beside.open_link(&link_with(&world, named).await).await;
    assert_eq!(beside.get("/portal/invoices").await.status, StatusCode::OK);
    let sessions = admin.get(&format!("/v1/portal-sessions?customer_id={}", acme.id)).await.json();
    let mut sessions = sessions["data"].as_array().unwrap().iter();
    let session = sessions.find(|session| session["configuration_id"] == loud["id"]).unwrap();
    let lasts = |end: &Value| end.as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    assert_eq!((lasts(&session["expires_at"]) - lasts(&session["opened_at"])).get_seconds(), 15 * 60);

    // Null gives the default back; what is absent stays.
    let other = json!({ "name": "Acme AG" });
    let renamed = admin.write(Method::PATCH, &customer, "\"2\"", &other).await.expect(200).json();
    assert_eq!(renamed["portal_configuration_id"], quiet["id"]);
    let none = json!({ "portal_configuration_id": null });
    let freed = admin.write(Method::PATCH, &customer, "\"3\"", &none).await.expect(200).json();
    assert_eq!(freed["portal_configuration_id"], json!(null));
    assert_eq!(browser.get("/portal/invoices").await.status, StatusCode::OK);
    configure(&world, |default: &mut Configuration| default.features.set(Feature::ViewInvoices, false)).await;
    assert_eq!(browser.get("/portal/invoices").await.status, StatusCode::FORBIDDEN);
    assert_eq!(beside.get("/portal/invoices").await.status, StatusCode::OK);
}

async fn nobodys_rights_change_by_a_removal(world: World) {
    let admin = Caller::admin(&world);
    let acme = world.customer("Acme").insert().await;
    let quiet = without_invoices(&world, "Quiet").await;
    let remove = async |path: &str, etag: &str| {
        admin.send(admin.request(Method::DELETE, path).header("if-match", etag)).await
    };
    let default = admin.get("/v1/portal-configuration").await.json();
    assert_eq!(remove(&path(&default), "\"1\"").await.refusal(), "409 conflict");
    assert_eq!(remove(&path(&quiet), "\"7\"").await.refusal(), "412 stale");
    let bare = admin.send(admin.request(Method::DELETE, &path(&quiet))).await;
    assert_eq!(bare.refusal(), "428 precondition_required");

    let customer = format!("/v1/customers/{}", acme.id);
    let assign = |id: &Value| json!({ "portal_configuration_id": id });
    admin.write(Method::PATCH, &customer, "\"1\"", &assign(&quiet["id"])).await.expect(200);
    let refused = remove(&path(&quiet), "\"1\"").await;
    assert!(refused.json()["detail"].as_str().unwrap().contains("one customer is assigned to it"));
    admin.write(Method::PATCH, &customer, "\"2\"", &assign(&json!(null))).await.expect(200);

    let named = json!({ "customer_id": acme.id, "configuration_id": quiet["id"] });
    let link = admin.post("/v1/customer-portal-sessions", &named).await.expect(201).json();
    let refused = remove(&path(&quiet), "\"1\"").await;
    assert!(
        refused.json()["detail"].as_str().unwrap().contains("a link or session made with it still works")
    );
    admin
        .post(&format!("/v1/portal-links/{}/revoke", link["id"].as_str().unwrap()), &json!(null))
        .await
        .expect(200);

    let before = sequence(&world).await;
    remove(&path(&quiet), "\"1\"").await.expect(204);
    assert_eq!(happened(&world, before).await, ["portal.configuration.deleted"]);
    assert_eq!(admin.get(&path(&quiet)).await.refusal(), "404 not_found");
    assert_eq!(remove(&path(&quiet), "\"1\"").await.refusal(), "404 not_found");
}

async fn two_admins_do_not_overwrite_each_other(world: World) {
    let (admin, quiet) = (Caller::admin(&world), without_invoices(&world, "Quiet").await);
    let mut edits: Vec<Value> = Vec::new();
    for name in ["One", "Two", "Three", "Four"] {
        let mut edit = quiet.clone();
        edit["name"] = json!(name);
        edits.push(edit);
    }
    let at = path(&quiet);
    let saves = edits.iter().map(|edit| admin.write(Method::PUT, &at, "\"1\"", edit));
    let answers = futures::future::join_all(saves).await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412, 412, 412]);
    let made = format!("{at}/make-default");
    assert_eq!(admin.write(Method::POST, &made, "\"1\"", &json!(null)).await.refusal(), "412 stale");
    let staff = Caller::staff(&world);
    assert_eq!(staff.write(Method::POST, &made, "\"2\"", &json!(null)).await.refusal(), "403 forbidden");
    assert_eq!(staff.post(ALL, &quiet).await.refusal(), "403 forbidden");
    staff.get(ALL).await.expect(200);
}

async fn a_configuration_is_assigned_only_where_there_is_one(world: World) {
    let admin = Caller::admin(&world);
    let acme = world.customer("Acme").insert().await;
    let never = "conf_01k9zv7c5e8h2m4q6s8w0y2a4c";
    let before = sequence(&world).await;
    for id in [json!(never), json!("conf_'"), json!(7)] {
        let assign = json!({ "portal_configuration_id": id });
        let refused =
            admin.write(Method::PATCH, &format!("/v1/customers/{}", acme.id), "\"1\"", &assign).await;
        assert_eq!(refused.faulty_fields(), ["portal_configuration_id"]);
        let new = json!({ "name": "B", "email": "b@b.example", "portal_configuration_id": id });
        assert_eq!(admin.post("/v1/customers", &new).await.faulty_fields(), ["portal_configuration_id"]);
        let session = json!({ "customer_id": acme.id, "configuration_id": id });
        let refused = admin.post("/v1/customer-portal-sessions", &session).await;
        assert_eq!(refused.faulty_fields(), ["configuration_id"]);
    }
    assert_eq!(sequence(&world).await, before);
}

async fn a_session_leads_back_only_where_the_merchant_allows(world: World) {
    let (staff, acme) = (Caller::staff(&world), world.customer("Acme").insert().await);
    let session = |url: &str| json!({ "customer_id": acme.id, "return_url": url });
    let make = async |url: &str| staff.post("/v1/customer-portal-sessions", &session(url)).await;
    make("https://anywhere.example/").await.expect(201);
    configure(&world, |configuration| {
        configuration.allowed_return_origins = vec!["https://app.acme.example".parse().unwrap()];
    })
    .await;
    make("https://app.acme.example/billing?tab=1").await.expect(201);
    for elsewhere in
        ["https://anywhere.example/", "https://app.acme.example.evil.example/", "http://localhost/"]
    {
        let refused = make(elsewhere).await;
        assert_eq!(refused.refusal(), "422 invalid", "{elsewhere}");
        assert_eq!(refused.faulty_fields(), ["return_url"]);
    }
}
