//! An admin decides what customers may do and how the portal looks.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::api_call::{Answer, Caller};

both_engines!(
    the_configuration_is_saved_by_who_saw_the_newest,
    plans_and_return_addresses_are_checked,
    each_option_is_checked_beside_its_field,
    the_branding_keeps_its_logo,
    a_logo_is_a_picture,
    staff_read_settings_but_do_not_write_them,
    why_a_customer_cannot_is_said_in_words,
);

const CONFIGURATION: &str = "/v1/portal-configuration";
const BRANDING: &str = "/v1/branding";
const LOGO: &str = "/v1/branding/logo";
const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";

async fn the_configuration_is_saved_by_who_saw_the_newest(world: World) {
    let admin = Caller::admin(&world);
    let defaults = admin.get(CONFIGURATION).await.expect(200);
    assert_eq!(defaults.header("etag"), "\"1\"");
    let mut edited = defaults.json();
    edited["features"]["view_invoices"] = json!(false);
    edited["session_minutes"] = json!(30);
    edited["version"] = json!(77);
    let saved = admin.write(Method::PUT, CONFIGURATION, "\"1\"", &edited).await.expect(200);
    assert_eq!((saved.header("etag"), &saved.json()["version"]), ("\"2\"", &json!(2)));
    assert_eq!(admin.write(Method::PUT, CONFIGURATION, "\"1\"", &edited).await.refusal(), "412 stale");
    let again = admin.write(Method::PUT, CONFIGURATION, "\"2\"", &edited).await.expect(200);
    assert_eq!(admin.get(CONFIGURATION).await.json(), again.json());
    let log = admin.get("/v1/feed").await.json();
    assert_eq!(
        log["events"][1]["data"]["configuration"],
        again.json(),
        "the event carries the state it left"
    );
    for minutes in [4, 1441] {
        edited["session_minutes"] = json!(minutes);
        let refused = admin.write(Method::PUT, CONFIGURATION, "\"3\"", &edited).await;
        assert_eq!(
            (refused.refusal(), refused.faulty_fields()),
            ("422 invalid".into(), vec!["session_minutes".into()])
        );
    }
}

async fn plans_and_return_addresses_are_checked(world: World) {
    let (admin, plan) = (Caller::admin(&world), world.plan("Pro", "1").await);
    let mut edited = admin.get(CONFIGURATION).await.json();
    edited["self_serve"]["switchable_plans"] = json!([plan.id, "plan_01k9zv7c5e8h2m4q6s8w0y2a4c", plan.id]);
    edited["default_return_url"] = json!("http://app.acme.example/");
    let refused = admin.write(Method::PUT, CONFIGURATION, "\"1\"", &edited).await;
    let plans = "self_serve.switchable_plans";
    let expected = vec!["default_return_url".to_owned(), format!("{plans}[1]"), format!("{plans}[2]")];
    assert_eq!((refused.refusal(), refused.faulty_fields()), ("422 invalid".into(), expected));
    edited["self_serve"]["switchable_plans"] = json!([plan.id]);
    edited["default_return_url"] = json!("http://localhost:3000/billing");
    admin.write(Method::PUT, CONFIGURATION, "\"1\"", &edited).await.expect(200);
}

async fn put_logo(caller: &Caller, etag: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    let request = caller.request(Method::PUT, LOGO).header("if-match", etag);
    caller.send(request.header("content-type", "application/octet-stream").body(bytes.into())).await
}

async fn the_branding_keeps_its_logo(world: World) {
    let admin = Caller::admin(&world);
    assert_eq!(admin.get(LOGO).await.refusal(), "404 not_found");
    let with_logo = put_logo(&admin, "\"1\"", SVG).await.expect(200);
    assert_eq!(with_logo.json()["logo"]["media_type"], "image/svg+xml");
    let mut edited = with_logo.json();
    edited["primary_color"] = json!("#1F6FEB");
    edited["logo"] = Value::Null;
    let saved = admin.write(Method::PUT, BRANDING, "\"2\"", &edited).await.expect(200).json();
    assert_eq!((&saved["primary_color"], &saved["logo"]), (&json!("#1f6feb"), &with_logo.json()["logo"]));

    let logo = admin.get(LOGO).await.expect(200);
    assert_eq!(logo.body, SVG.as_bytes());
    assert_eq!(logo.header("content-security-policy"), "default-src 'none'; sandbox");
    let known = admin.request(Method::GET, LOGO).header("if-none-match", logo.header("etag"));
    admin.send(known).await.expect(304);

    let removed =
        admin.send(admin.request(Method::DELETE, LOGO).header("if-match", "\"3\"")).await.expect(200);
    assert_eq!((&removed.json()["logo"], removed.header("etag")), (&Value::Null, "\"4\""));
    assert_eq!(admin.get(LOGO).await.refusal(), "404 not_found");

    edited["business_name"] = json!(" ");
    edited["footer_text"] = json!("x".repeat(1001));
    let refused = admin.write(Method::PUT, BRANDING, "\"4\"", &edited).await;
    assert_eq!(refused.faulty_fields(), ["business_name", "footer_text"]);
    edited["primary_color"] = json!("red; background: url(//evil)");
    assert_eq!(admin.write(Method::PUT, BRANDING, "\"4\"", &edited).await.faulty_fields(), ["primary_color"]);
}

async fn a_logo_is_a_picture(world: World) {
    let admin = Caller::admin(&world);
    for (bytes, refusal) in [
        (b"<html>".to_vec(), "422 invalid"),
        (SVG.replace("<path", "<script>alert(1)</script><path").into_bytes(), "422 invalid"),
        (vec![], "422 invalid"),
        (vec![0; 256 * 1024 + 1], "413 too_large"),
        (vec![0; 400 * 1024], "413 too_large"),
    ] {
        assert_eq!(put_logo(&admin, "\"1\"", bytes).await.refusal(), refusal);
    }
    assert_eq!(admin.get(BRANDING).await.header("etag"), "\"1\"", "nothing was changed");
}

async fn staff_read_settings_but_do_not_write_them(world: World) {
    let staff = Caller::staff(&world);
    for path in [CONFIGURATION, BRANDING] {
        let read = staff.get(path).await.expect(200).json();
        assert_eq!(staff.write(Method::PUT, path, "\"1\"", &read).await.refusal(), "403 forbidden");
    }
    assert_eq!(put_logo(&staff, "\"1\"", SVG).await.refusal(), "403 forbidden");
}

async fn why_a_customer_cannot_is_said_in_words(world: World) {
    let (customer, plan) = (world.customer("Acme").insert().await, world.plan("Pro", "1").await);
    let subscription = world.subscription(&customer, &plan).insert().await;
    let admin = Caller::admin(&world);
    let mut edited = admin.get(CONFIGURATION).await.json();
    edited["features"]["view_invoices"] = json!(false);
    admin.write(Method::PUT, CONFIGURATION, "\"1\"", &edited).await.expect(200);

    let answer = admin.get(&format!("/v1/customers/{}/capabilities", customer.id)).await.expect(200).json();
    assert_eq!(answer["issued_invoices"], 0, "that there are none may be why they see none");
    let invoices = &answer["features"][0];
    assert_eq!((&invoices["title"], &invoices["allowed"]), (&json!("View Invoices"), &json!(false)));
    let words = "“View Invoices” is off. Turn it on in Settings → Customer Portal.";
    assert_eq!(
        invoices["reasons"],
        json!([{ "reason": "switched_off", "feature": "view_invoices", "text": words }])
    );
    let owned = &answer["subscriptions"][0];
    assert_eq!(owned["subscription_id"], json!(subscription.id));
    assert_eq!(owned["cancel_at_period_end"], json!({ "allowed": true, "reasons": [] }));
    assert_eq!(owned["cancel_now"]["reasons"][0]["reason"], "moment_not_offered");
    assert_eq!(owned["undo_cancel"]["reasons"][0]["reason"], "not_scheduled");
}

async fn each_option_is_checked_beside_its_field(world: World) {
    let admin = Caller::admin(&world);
    let defaults = admin.get(CONFIGURATION).await.json();
    for (pointer, value, field) in [
        ("/name", json!(" "), "name"),
        ("/self_serve/seats", json!({ "min": 0 }), "self_serve.seats"),
        ("/self_serve/seats", json!({ "min": 9, "max": 3 }), "self_serve.seats"),
        ("/cancelation/credit_policy", json!("generous"), "cancelation.credit_policy"),
        ("/cancelation/reasons", json!(["Too dear", ""]), "cancelation.reasons[1]"),
        ("/cancelation/reasons", json!(["Too dear", "Too dear"]), "cancelation.reasons[1]"),
        ("/cancelation/reasons", json!(["x".repeat(101)]), "cancelation.reasons[0]"),
        (
            "/cancelation/reasons",
            json!((0..21).map(|n| n.to_string()).collect::<Vec<_>>()),
            "cancelation.reasons",
        ),
        ("/cancelation/offer", json!({ "title": "", "text": "Half price." }), "cancelation.offer.title"),
        ("/cancelation/offer", json!({ "title": "Stay", "text": "\n" }), "cancelation.offer.text"),
        (
            "/cancelation/offer",
            json!({ "title": "Stay", "text": "Half.", "button": { "type": "link", "label": "Take it", "url": "javascript:alert(1)" } }),
            "cancelation.offer.button.url",
        ),
        (
            "/cancelation/offer",
            json!({ "title": "Stay", "text": "Half.", "button": { "type": "contact" } }),
            "cancelation.offer.button",
        ),
        ("/allowed_return_origins", json!(["https://app.acme.example/account"]), "allowed_return_origins[0]"),
        ("/allowed_return_origins", json!(["http://app.acme.example"]), "allowed_return_origins[0]"),
        (
            "/allowed_return_origins",
            json!(["https://app.acme.example", "https://app.acme.example:443/"]),
            "allowed_return_origins[1]",
        ),
        ("/terms_url", json!("http://acme.example/terms"), "terms_url"),
        ("/privacy_url", json!("data:text/html,x"), "privacy_url"),
        ("/support_url", json!("https://user:secret@acme.example"), "support_url"),
        ("/support_phone", json!("ask for Jo"), "support_phone"),
        ("/support_phone", json!("+49 30 901820\r\nBcc: x"), "support_phone"),
        ("/billing_details", json!({ "shoe_size": true }), "billing_details.shoe_size"),
    ] {
        let mut edited = defaults.clone();
        *edited.pointer_mut(pointer).expect(pointer) = value.clone();
        let refused = admin.write(Method::PUT, CONFIGURATION, "\"1\"", &edited).await;
        let expected = ("422 invalid".to_owned(), vec![field.to_owned()]);
        assert_eq!((refused.refusal(), refused.faulty_fields()), expected, "{pointer} = {value}");
    }
    let mut edited = defaults;
    edited["default_return_url"] = json!("https://app.acme.example/billing");
    edited["allowed_return_origins"] = json!(["https://other.acme.example"]);
    let refused = admin.write(Method::PUT, CONFIGURATION, "\"1\"", &edited).await;
    assert_eq!(refused.faulty_fields(), ["default_return_url"]);
    edited["allowed_return_origins"] = json!(["https://other.acme.example", "https://app.acme.example"]);
    edited["support_phone"] = json!("+49 (30) 90 18-20");
    edited["cancelation"] = json!({ "reasons": [], "offer": { "title": "Stay", "text": "Half price.", "button": { "type": "contact" } } });
    let saved = admin.write(Method::PUT, CONFIGURATION, "\"1\"", &edited).await.expect(200).json();
    assert_eq!(saved["cancelation"]["credit_policy"], "none");
}
