//! A merchant whose invoices another system writes: Portico counts the periods, and promises and bills nothing.

use domain::{Actor, BilledBy, CancelAt, EventBody, Subscription, SubscriptionStatus};
use portico::import::{Options, Report, apply, jsonl};
use portico::store;
use reqwest::StatusCode;
use serde_json::{Value, json};
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::portal_changes::offer;
use crate::renewals::{GOOD, card, invoices, now, subscriber, walk_to};
use crate::visiting::{facts, happened, mails, sequence, visit};

both_engines!(
    periods_go_on_and_nothing_is_billed,
    customers_are_promised_no_invoice_and_may_only_leave,
    an_import_says_what_the_other_system_knows,
    the_settings_name_who_bills_what_does_not_say,
);

async fn periods_go_on_and_nothing_is_billed(world: World) {
    let (acme, plan, _) = subscriber(&world).await;
    card(&world, &acme, GOOD).await;
    let other = world.customer("Other").insert().await;
    let elsewhere = |s: &mut Subscription| s.billed_by = BilledBy::Elsewhere;
    let runs = world.subscription(&other, &plan).with(elsewhere).insert().await;
    let trial_end = Some(runs.period.end);
    let tries = world.subscription(&other, &plan).with(elsewhere).with(|s| {
        (s.status, s.trial_end) = (SubscriptionStatus::Trialing, trial_end);
    });
    let tries = tries.insert().await;
    let ends = world.subscription(&other, &plan).with(elsewhere).ending(Actor::Customer).insert().await;
    let before = sequence(&world).await;
    walk_to(&world, "2030-05-20").await;

    assert_eq!(invoices(&world, &acme).await.len(), 2, "the neighbour is billed in April and May");
    assert!(invoices(&world, &other).await.is_empty());
    let issued = facts(&world, before).await.into_iter().filter(
        |fact| matches!(fact, EventBody::InvoiceIssued { invoice } if invoice.customer_id == other.id),
    );
    assert_eq!(issued.count(), 0);
    let start = |one: &Subscription| one.period.start.to_zoned(world.zone()).date().to_string();
    let (runs, tries) = (now(&world, &runs).await, now(&world, &tries).await);
    assert_eq!((start(&runs), runs.status), ("2030-05-14".into(), SubscriptionStatus::Active));
    assert_eq!((start(&tries), tries.status), ("2030-05-14".into(), SubscriptionStatus::Active));
    assert_eq!(now(&world, &ends).await.status, SubscriptionStatus::Canceled, "an end that was set comes");
    let wrote = mails(&world).await.into_iter().filter(|mail| mail.to == [other.email.to_string()]);
    assert_eq!(wrote.count(), 1, "of the end alone");
}

async fn customers_are_promised_no_invoice_and_may_only_leave(world: World) {
    let (acme, plan, _) = subscriber(&world).await;
    let team = world.plan("Team", "99.00").await;
    offer(&world, &[&plan, &team]).await;
    let other = world.customer("Other").insert().await;
    let runs = world.subscription(&other, &plan).with(|s| s.billed_by = BilledBy::Elsewhere).insert().await;
    let page = |id: &domain::SubscriptionId| format!("/portal/subscriptions/{id}");

    let here = visit(&world, &acme).await.get("/portal/subscriptions").await;
    assert!(here.says("Next invoice"), "{}", here.text());
    let browser = visit(&world, &other).await;
    for path in ["/portal", "/portal/subscriptions", &page(&runs.id)] {
        assert!(!browser.get(path).await.says("ext invoice"), "{path}");
    }
    let shown = browser.get(&page(&runs.id)).await;
    assert!(shown.says("This cannot be changed online."), "{}", shown.text());
    let refused = browser.get(&format!("{}/change", page(&runs.id))).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let path = format!("/v1/customers/{}/capabilities", other.id);
    let can = Caller::staff(&world).get(&path).await.expect(200).json();
    assert!(can["subscriptions"][0]["upgrade"].to_string().contains("billed_elsewhere"), "{can}");
    let usage =
        Caller::staff(&world).get(&format!("/v1/customers/{}/usage", other.id)).await.expect(200).json();
    assert_eq!(usage["next_invoices"], json!([]));

    let cancel = format!("{}/cancel", page(&runs.id));
    let question = browser.get(&cancel).await;
    let before = sequence(&world).await;
    browser.submit(&question, &cancel, &[]).await;
    assert!(happened(&world, before).await.contains(&"subscription.cancelation_scheduled"));
    walk_to(&world, "2030-04-15").await;
    assert_eq!(now(&world, &runs).await.status, SubscriptionStatus::Canceled);
    assert!(invoices(&world, &other).await.is_empty());
}

async fn import(world: &World, plan: &str, subscription: &Value) -> Report {
    let price = |amount| json!({ "amount": { "amount": amount, "currency": "EUR" }, "interval": "month", "per_seat": false });
    let mut record = json!({
        "kind": "subscription", "external_id": "S-1", "customer": "C-1", "plan": plan, "status": "active",
        "billed_by": "elsewhere", "period": { "start": "2030-02-28T23:00:00Z", "end": "2030-03-31T22:00:00Z" },
    });
    record.as_object_mut().unwrap().extend(subscription.as_object().unwrap().clone());
    let records = [
        json!({ "kind": "plan", "external_id": "P-1", "name": "Pro", "price": price("49.00") }),
        json!({ "kind": "plan", "external_id": "P-2", "name": "Team", "price": price("99.00") }),
        json!({ "kind": "customer", "external_id": "C-1", "name": "Acme", "email": "billing@acme.example" }),
        record,
    ];
    let path = world.folder().join("elsewhere.jsonl");
    std::fs::write(&path, records.map(|record| format!("{record}\n")).concat()).unwrap();
    let reading = jsonl::read(&path);
    assert_eq!(reading.faults, []);
    apply(&world.app, &world.merchant, reading.records, Options::default(), || {}).await.unwrap()
}

async fn stored(world: &World) -> Subscription {
    let mut conn = world.app.db.read().await.unwrap();
    store::subscriptions::find_by_external_id(&mut conn, &world.merchant.id, "S-1").await.unwrap().unwrap()
}

async fn an_import_says_what_the_other_system_knows(world: World) {
    let nothing_more = json!({});
    import(&world, "P-1", &nothing_more).await;
    let added = stored(&world).await;
    assert_eq!(added.billed_by, BilledBy::Elsewhere);
    let again = import(&world, "P-1", &nothing_more).await;
    assert_eq!((again.counts[2].1.unchanged, again.faults.len()), (1, 0));

    // It changed the plan there, and later fell behind.
    let before = sequence(&world).await;
    import(&world, "P-2", &nothing_more).await;
    import(&world, "P-2", &json!({ "status": "past_due" })).await;
    assert_eq!(happened(&world, before).await, ["subscription.activated", "subscription.past_due"]);
    let behind = stored(&world).await;
    assert_eq!((behind.id, behind.plan_name.as_str()), (added.id, "Team"));

    // The customer sets an end here, of which the next file does not know yet.
    let mut tx = world.app.db.write().await.unwrap();
    let (ending, _) =
        stored(&world).await.cancel(CancelAt::PeriodEnd, Actor::Customer, None, world.now()).unwrap();
    store::subscriptions::save(&mut tx, &world.merchant.id, &ending).await.unwrap();
    tx.commit().await.unwrap();
    let kept = import(&world, "P-2", &json!({ "status": "past_due" })).await;
    assert_eq!(kept.counts[2].1.unchanged, 1);
    assert!(stored(&world).await.is_ending());
    walk_to(&world, "2030-04-02").await;
    let over = import(&world, "P-2", &nothing_more).await;
    assert_eq!((over.counts[2].1.unchanged, over.faults.len()), (1, 0));
    assert_eq!(stored(&world).await.status, SubscriptionStatus::Canceled, "what ended here stays ended");
}

async fn the_settings_name_who_bills_what_does_not_say(world: World) {
    let world =
        World::with_config(world.engine, |config| config.billing.billed_by = BilledBy::Elsewhere).await;
    let (acme, plan, _) = subscriber(&world).await;
    let admin = Caller::admin(&world);
    let wish = json!({ "customer_id": acme.id, "plan_id": plan.id });
    let added = admin.post("/v1/subscriptions", &wish).await.expect(201).json();
    assert_eq!(added["billed_by"], "elsewhere");
    let wish = json!({ "customer_id": acme.id, "plan_id": plan.id, "billed_by": "portico" });
    let added = admin.post("/v1/subscriptions", &wish).await.expect(201).json();
    assert_eq!(added.get("billed_by"), None, "where nothing is said, it is Portico");
}
