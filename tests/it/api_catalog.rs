//! A merchant's app keeps plans and subscriptions in Portico, and reads what was invoiced.

use jiff::civil::date;
use serde_json::json;
use testkit::{World, both_engines};

use crate::api_call::Caller;

both_engines!(
    a_plan_costs_what_can_be_charged,
    a_subscription_runs_from_day_to_day_in_the_merchants_zone,
    a_subscription_needs_a_plan_a_customer_and_sense,
    a_period_is_explained_by_its_billing_day,
    invoices_read_as_they_stand_today,
);

async fn a_plan_costs_what_can_be_charged(world: World) {
    let app = Caller::admin(&world);
    let plan = |amount: &str, currency: &str| {
        let amount = json!({ "amount": amount, "currency": currency });
        json!({ "name": "Pro", "price": { "amount": amount, "interval": "month", "per_seat": true } })
    };
    for (amount, currency) in [("12.40", "EUR"), ("0", "EUR"), ("900", "JPY"), ("1.234", "KWD")] {
        let created = app.post("/v1/plans", &plan(amount, currency)).await.expect(201).json();
        let read = app.get(&format!("/v1/plans/{}", created["id"].as_str().unwrap())).await.expect(200);
        assert_eq!(read.json(), created);
    }
    for (amount, currency, why) in [
        ("-1", "EUR", "negative"),
        ("12.405", "EUR", "more decimals"),
        ("1.5", "JPY", "more decimals"),
        ("92233720368547758.08", "EUR", "larger"),
        ("99999999999999999999999999999999", "EUR", "larger"),
        ("1e3", "EUR", "not an amount"),
        ("", "EUR", "not an amount"),
        ("1", "XXX", "not a currency"),
        ("1", "euro", "not a currency"),
    ] {
        let refused = app.post("/v1/plans", &plan(amount, currency)).await;
        assert_eq!(refused.refusal(), "422 invalid", "{amount} {currency}");
        let message = refused.json()["errors"][0]["message"].as_str().unwrap().to_owned();
        assert!(message.contains(why), "{amount} {currency}: {message}");
    }
    let number = json!({ "name": "Pro", "price": { "amount": { "amount": 12.4, "currency": "EUR" }, "interval": "month", "per_seat": false } });
    assert_eq!(
        app.post("/v1/plans", &number).await.refusal(),
        "422 invalid",
        "amounts are never JSON numbers"
    );
    assert_eq!(app.get("/v1/plans").await.json()["data"].as_array().unwrap().len(), 4);
    assert_eq!(Caller::staff(&world).post("/v1/plans", &plan("1", "EUR")).await.refusal(), "403 forbidden");
}

async fn a_subscription_runs_from_day_to_day_in_the_merchants_zone(world: World) {
    let (customer, plan) = (world.customer("Acme").insert().await, world.plan("Pro", "49.00").await);
    let app = Caller::admin(&world);
    let body = json!({ "customer_id": customer.id, "plan_id": plan.id, "seats": 3 });
    let created = app.post("/v1/subscriptions", &body).await.expect(201).json();
    // From midnight in Berlin in winter to midnight in Berlin in summer: an hour less than 31 days.
    assert_eq!(created["period"], json!({ "start": "2030-03-13T23:00:00Z", "end": "2030-04-13T22:00:00Z" }));
    assert_eq!(created["anchor"], json!({ "day": 14, "month": 3 }));
    assert_eq!((&created["status"], &created["plan_name"]), (&json!("active"), &json!("Pro")));
    let listed = app.get(&format!("/v1/subscriptions?customer_id={}", customer.id)).await.expect(200).json();
    assert_eq!(listed["data"], json!([created]));
    assert_eq!(app.get("/v1/subscriptions").await.json()["data"], json!([created]));
    let read = app.get(&format!("/v1/subscriptions/{}", created["id"].as_str().unwrap())).await.expect(200);
    assert_eq!((read.json(), read.header("etag")), (created, "\"1\""));
}

async fn a_subscription_needs_a_plan_a_customer_and_sense(world: World) {
    let (customer, plan) = (world.customer("Acme").insert().await, world.plan("Pro", "49.00").await);
    let app = Caller::admin(&world);
    let nobody = "cus_01k9zv7c5e8h2m4q6s8w0y2a4c";
    let nothing = "plan_01k9zv7c5e8h2m4q6s8w0y2a4c";
    for (changes, field) in [
        (json!({ "customer_id": nobody }), "customer_id"),
        (json!({ "plan_id": nothing }), "plan_id"),
        (json!({ "seats": 0 }), "seats"),
        (json!({ "seats": -1 }), "seats"),
        (json!({ "status": "canceled" }), "status"),
        (json!({ "status": "trialing" }), "trial_end"),
        (json!({ "trial_end": "2030-03-20T00:00:00Z" }), "trial_end"),
        (json!({ "status": "trialing", "trial_end": "2030-03-01T00:00:00Z" }), "trial_end"),
        (json!({ "period": { "start": "2030-03-01T00:00:00Z", "end": "2030-03-15T00:00:00Z" } }), "period"),
        (
            json!({ "period": { "start": "2030-02-28T00:00:00Z", "end": "2030-03-31T00:00:00Z" },
                    "anchor": { "day": 28, "month": 2 } }),
            "period",
        ),
        (json!({ "anchor": { "day": 32, "month": 1 } }), "anchor.day"),
        (json!({ "period": { "start": "2030-02-01T00:00:00Z", "end": "2030-02-01T00:00:00Z" } }), "period"),
        (json!({ "contract": { "start": "2030-02-02", "end": "2030-02-01", "terms": "" } }), "contract.end"),
    ] {
        let mut body = json!({ "customer_id": customer.id, "plan_id": plan.id });
        body.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let refused = app.post("/v1/subscriptions", &body).await;
        assert_eq!(
            (refused.refusal(), refused.faulty_fields()),
            ("422 invalid".into(), vec![field.to_owned()]),
            "{body}"
        );
    }
    assert_eq!(app.get("/v1/subscriptions").await.json()["data"], json!([]));
}

async fn a_period_is_explained_by_its_billing_day(world: World) {
    let (customer, plan) = (world.customer("Acme").insert().await, world.plan("Pro", "49.00").await);
    let app = Caller::admin(&world);
    let create = async |changes: serde_json::Value| {
        let mut body = json!({ "customer_id": customer.id, "plan_id": plan.id });
        body.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        app.post("/v1/subscriptions", &body).await.expect(201).json()
    };
    let short = json!({ "start": "2030-02-27T23:00:00Z", "end": "2030-03-30T23:00:00Z" });
    let created = create(json!({ "period": short, "anchor": { "day": 31, "month": 1 } })).await;
    assert_eq!(created["period"], short, "from the last day of a short month");
    let trial = create(json!({ "status": "trialing", "trial_end": "2030-06-13T22:00:00Z" })).await;
    assert_eq!(trial["period"], json!({ "start": "2030-03-13T23:00:00Z", "end": "2030-06-13T22:00:00Z" }));
}

async fn invoices_read_as_they_stand_today(world: World) {
    let (acme, other) = (world.customer("Acme").insert().await, world.customer("Other").insert().await);
    for (customer, number, issued, due) in [
        (&acme, "R-1", date(2030, 1, 1), date(2030, 1, 15)),
        (&acme, "R-2", date(2030, 3, 1), date(2030, 3, 14)),
        (&acme, "R-3", date(2030, 3, 1), date(2030, 3, 13)),
        (&other, "R-4", date(2030, 2, 1), date(2030, 2, 2)),
    ] {
        world.invoice(customer, number).line("Work", "2", "12.40").dates(issued, due).insert().await;
    }
    let app = Caller::staff(&world);
    let numbers = async |query: &str| {
        let page = app.get(&format!("/v1/invoices?{query}")).await.expect(200).json();
        let mut numbers: Vec<String> = page["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| i["number"].as_str().unwrap().to_owned())
            .collect();
        numbers.sort();
        numbers.join(" ")
    };
    let mine = format!("customer_id={}", acme.id);
    assert_eq!(numbers("").await, "R-1 R-2 R-3 R-4");
    assert_eq!(numbers(&mine).await, "R-1 R-2 R-3");
    assert_eq!(numbers(&format!("{mine}&status=overdue")).await, "R-1 R-3", "the due day itself is in time");
    assert_eq!(numbers(&format!("{mine}&status=pending")).await, "R-2");
    assert_eq!(numbers("status=overdue").await, "R-1 R-3 R-4");
    assert_eq!(numbers("status=paid").await, "");
    assert_eq!(app.get("/v1/invoices?status=late").await.refusal(), "422 invalid");
    assert_eq!(app.get("/v1/invoices?cursor=x").await.refusal(), "422 invalid");

    let first = app.get("/v1/invoices?limit=3").await.json();
    let second =
        app.get(&format!("/v1/invoices?limit=3&cursor={}", first["next_cursor"].as_str().unwrap())).await;
    assert_eq!(second.json()["data"][0]["number"], "R-1", "the oldest by day of issue comes last");
    assert_eq!(second.json()["next_cursor"], json!(null));

    let invoice = &second.json()["data"][0];
    assert_eq!(invoice["lines"][0]["amount"], json!({ "amount": "24.80", "currency": "EUR" }));
    let path = format!("/v1/invoices/{}", invoice["id"].as_str().unwrap());
    assert_eq!(&app.get(&path).await.expect(200).json(), invoice);
    let pdf = app.get(&format!("{path}/pdf")).await.expect(200);
    assert_eq!(pdf.header("content-disposition"), "attachment; filename=\"invoice-R-1.pdf\"");
    assert!(pdf.body.starts_with(b"%PDF-"));
}
