//! Seats that the merchant's app has given to people are not taken from them.

use contract::api::Capabilities;
use domain::{SeatRange, Subscription};
use jiff::SignedDuration;
use portico::import::{Options, apply, jsonl};
use reqwest::{Method, StatusCode};
use serde_json::json;
use testkit::{World, both_engines};

use crate::api_call::{Answer, Caller};
use crate::portal_changes::{choose, confirm, now, offer, plan_with, preview};
use crate::visiting::{happened, sequence, visit};

both_engines!(
    a_customer_keeps_the_seats_people_sit_on,
    no_more_are_given_than_there_will_be,
    while_a_change_is_paid_for_none_is_given,
    they_move_in_and_out_with_the_subscription,
);

/// What the merchant's app says when somebody is given a seat, or gives it back.
async fn give(app: &Caller, own: &Subscription, assigned: u32) -> Answer {
    let path = format!("/v1/subscriptions/{}", own.id);
    let etag = app.get(&path).await.expect(200).header("etag").to_owned();
    app.write(Method::PATCH, &path, &etag, &json!({ "assigned_seats": assigned })).await
}

async fn a_customer_keeps_the_seats_people_sit_on(world: World) {
    let acme = world.customer("Acme").insert().await;
    let seat_by_seat = |plan: &mut domain::Plan| plan.price.per_seat = true;
    let desks = plan_with(&world, "Desks", "10.00", seat_by_seat).await;
    let rooms = plan_with(&world, "Rooms", "20.00", seat_by_seat).await;
    offer(&world, &[&rooms]).await;
    let own = world.subscription(&acme, &desks).with(|one| one.seats = 5).insert().await;
    let (app, browser, before) = (Caller::staff(&world), visit(&world, &acme).await, sequence(&world).await);
    let given = give(&app, &own, 4).await.expect(200);
    assert_eq!((given.json()["assigned_seats"].clone(), given.header("etag")), (json!(4), "\"2\""));
    assert_eq!(happened(&world, before).await, ["subscription.seats_assigned"]);
    give(&app, &own, 4).await.expect(200);
    assert_eq!(happened(&world, before).await.len(), 1, "what is as it was is no event");

    let path = format!("/portal/subscriptions/{}/change", own.id);
    let page = browser.get(&path).await;
    assert!(page.says("Given to people: 4 seats.") && page.says("at least 4 seats"), "{}", page.text());
    let says = app.get(&format!("/v1/customers/{}/capabilities", acme.id)).await.expect(200).json();
    let says: Capabilities = serde_json::from_value(says).unwrap();
    assert_eq!(says.subscriptions[0].seats, Some(SeatRange { min: 4, max: None }));
    for plan in [&desks, &rooms] {
        // By hand, where the form would not offer it.
        let refused = browser.submit(&page, &path, &[("plan", plan.id.as_str()), ("seats", "3")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text());
        assert!(refused.says("More seats than that are given to people"), "{}", refused.text());
    }
    // Somebody sits down between the price and the confirmation.
    let ask = preview(&browser, &own, &desks, "4").await;
    give(&app, &own, 5).await.expect(200);
    let refused = browser.submit(&ask, "/portal/changes/", &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text());
    assert!(now(&world, &own).await.pending_change.is_none());
    assert_eq!(now(&world, &own).await.seats, 5);
}

async fn no_more_are_given_than_there_will_be(world: World) {
    let acme = world.customer("Acme").insert().await;
    let desks = plan_with(&world, "Desks", "10.00", |plan| plan.price.per_seat = true).await;
    offer(&world, &[]).await;
    let own = world.subscription(&acme, &desks).with(|one| one.seats = 5).insert().await;
    let (app, browser) = (Caller::staff(&world), visit(&world, &acme).await);
    let path = format!("/v1/subscriptions/{}", own.id);
    let body = json!({ "assigned_seats": 2 });
    let blind = app.send(app.request(Method::PATCH, &path).json(&body)).await;
    assert_eq!(blind.refusal(), "428 precondition_required");
    assert_eq!(app.write(Method::PATCH, &path, "\"7\"", &body).await.refusal(), "412 stale");
    let refused = give(&app, &own, 6).await;
    assert_eq!(
        (refused.refusal(), refused.faulty_fields()),
        ("422 invalid".into(), vec!["assigned_seats".into()])
    );

    confirm(&browser, &preview(&browser, &own, &desks, "3").await).await;
    assert_eq!(now(&world, &own).await.pending_change.unwrap().terms.seats, 3);
    let refused = give(&app, &own, 4).await;
    assert!(
        refused.json().to_string().contains("There are 3 seats to give at most."),
        "{:?}",
        refused.json()
    );
    give(&app, &own, 3).await.expect(200);
    world.advance(SignedDuration::from_hours(24 * 40));
    world.run_workers_dry().await;
    let renewed = now(&world, &own).await;
    assert_eq!((renewed.seats, renewed.assigned_seats), (3, 3));

    // Where the price counts no seats, any number of people may sit down.
    let flat = world.plan("Flat", "50.00").await;
    let flat = world.subscription(&acme, &flat).insert().await;
    assert_eq!(give(&app, &flat, 40).await.expect(200).json()["assigned_seats"], 40);
}

async fn while_a_change_is_paid_for_none_is_given(world: World) {
    let acme = world.customer("Acme").insert().await;
    let desks = plan_with(&world, "Desks", "10.00", |plan| plan.price.per_seat = true).await;
    offer(&world, &[]).await;
    let own = world.subscription(&acme, &desks).with(|one| one.seats = 5).insert().await;
    let (app, browser) = (Caller::staff(&world), visit(&world, &acme).await);
    let form = browser.get("/portal/payment-methods/new/card").await;
    // A card whose bank asks first.
    let card = [("number", "4000002500003155"), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada")];
    browser.submit(&form, "/portal/payment-methods/new/card", &card).await;
    let chosen = choose(&browser, &own, &desks, "7").await;
    let bank = confirm(&browser, &browser.follow(&chosen).await).await;
    assert!(bank.says("Confirm this payment"), "{}", bank.text());
    assert_eq!(give(&app, &own, 4).await.refusal(), "409 conflict");
    browser.submit(&bank, "/portal/payments/", &[("answer", "yes")]).await;
    assert_eq!(now(&world, &own).await.seats, 7);
    give(&app, &own, 7).await.expect(200);
}

async fn they_move_in_and_out_with_the_subscription(world: World) {
    let acme = world.customer("Acme").insert().await;
    let desks = plan_with(&world, "Desks", "10.00", |plan| plan.price.per_seat = true).await;
    let own = world.subscription(&acme, &desks).with(|one| one.seats = 5).insert().await;
    give(&Caller::staff(&world), &own, 4).await.expect(200);
    let mut out = Vec::new();
    portico::export::export(&world.app, &world.merchant.id, &mut out, || {}).await.unwrap();
    let kept = String::from_utf8(out).unwrap();
    let path = world.folder().join("file.jsonl");
    let import = async |said: &str| {
        assert!(kept.contains(r#","assigned_seats":4"#), "{kept}");
        std::fs::write(&path, kept.replace(r#","assigned_seats":4"#, said)).unwrap();
        let records = jsonl::read(&path).records;
        apply(&world.app, &world.merchant, records, Options::default(), || {}).await
    };
    // A file that does not say leaves them as they are.
    for said in [r#","assigned_seats":4"#, ""] {
        assert_eq!(import(said).await.unwrap().changes, Vec::<String>::new(), "{said}");
        assert_eq!(now(&world, &own).await.assigned_seats, 4, "{said}");
    }
    let refused = import(r#","assigned_seats":6"#).await.unwrap().faults;
    assert!(refused[0].message.contains("more seats are assigned than there are"), "{refused:?}");
    assert_eq!(now(&world, &own).await.assigned_seats, 4);
}
