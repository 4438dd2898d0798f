//! Use keeps the price it had when it was used, and no change loses any of it.

use domain::{CancelationMode, Customer, Interval, Invoice, InvoiceState, Plan, Subscription};
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Browser, World, both_engines};

use crate::api_call::Caller;
use crate::portal_changes::{confirm, now, offer, preview};
use crate::renewals::{GOOD, card, invoices, walk_to};
use crate::usage_events::{event, meter, metered, record, send, usage, with};
use crate::visiting::{configure, visit};

both_engines!(
    a_renewal_charges_what_was_used_as_the_page_said,
    what_was_used_before_a_switch_keeps_its_price,
    what_was_used_of_a_dropped_meter_is_billed,
    a_longer_interval_settles_what_was_used,
    leaving_at_once_bills_the_last_use,
    what_use_costs_stands_wherever_a_plan_is_chosen,
);

/// A plan whose calls beyond a thousand cost `each`; none of it is metered without.
async fn plan(world: &World, name: &str, amount: &str, each: Option<&str>, interval: &str) -> Plan {
    let metered: Vec<Value> = each
        .into_iter()
        .map(|each| json!({ "meter": "api_calls", "included": "1000", "unit_price": each }))
        .collect();
    let amount = json!({ "amount": amount, "currency": "EUR" });
    let price = json!({ "amount": amount, "interval": interval, "per_seat": false, "metered": metered });
    let plan = json!({ "name": name, "price": price });
    serde_json::from_value(Caller::admin(world).post("/v1/plans", &plan).await.expect(201).json()).unwrap()
}

/// Acme with a card, on a plan of €49.00 whose calls beyond a thousand cost €0.015, with 1,200 of them used.
async fn used(world: &World) -> (Customer, Subscription) {
    meter(world, "api_calls", "sum").await;
    let (acme, subscription) = metered(world, "Acme", &["api_calls"]).await;
    card(world, &acme, GOOD).await;
    send(world, &[event(&acme, "e-1", "1200")]).await;
    (acme, subscription)
}

/// A day later, Acme switches; returns what the preview said.
async fn switch(world: &World, acme: &Customer, subscription: &Subscription, to: &Plan) -> String {
    world.advance(SignedDuration::from_hours(24));
    offer(world, &[to]).await;
    let browser: Browser = visit(world, acme).await;
    let ask = preview(&browser, subscription, to, "").await;
    let done = confirm(&browser, &ask).await;
    assert!(done.says("Your change is done"), "{}", done.text());
    ask.text()
}

/// What each line says and comes to, in minor units.
fn lines(invoice: &Invoice) -> Vec<(&str, i64)> {
    invoice.lines.iter().map(|line| (line.description.as_str(), line.amount.minor())).collect()
}

/// The customer's only invoice with this total, in minor units.
fn of_total(invoices: &[Invoice], total: i64) -> &Invoice {
    let mut found = invoices.iter().filter(|invoice| invoice.totals.total.minor() == total);
    let (one, other) = (found.next(), found.next());
    assert!(other.is_none(), "two of {total}");
    one.unwrap_or_else(|| panic!("none of {total}: {:?}", invoices.iter().map(lines).collect::<Vec<_>>()))
}

async fn a_renewal_charges_what_was_used_as_the_page_said(world: World) {
    let (acme, subscription) = used(&world).await;
    send(&world, &[event(&acme, "e-2", "0.5")]).await;
    walk_to(&world, "2030-04-13").await;
    let page = visit(&world, &acme).await.get(&format!("/portal/subscriptions/{}", subscription.id)).await;
    // 200.5 × 0.015 = 3.0075
    assert!(page.says("Next invoice, on 14 Apr 2030 €52.01"), "{}", page.text());
    assert!(page.says("This counts what you have used so far"), "{}", page.text());
    walk_to(&world, "2030-04-14").await;

    let all = invoices(&world, &acme).await;
    let [invoice] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((invoice.totals.total.minor(), invoice.state), (5_201, InvoiceState::Paid));
    let amounts: Vec<i64> = lines(invoice).into_iter().map(|(_, amount)| amount).collect();
    assert_eq!(amounts, [4_900, 0, 301], "in advance for what comes, in arrears for what was used");
    let late = with(event(&acme, "e-3", "1"), json!({ "timestamp": "2030-04-01T06:00:00Z" }));
    let refused = &record(&world, &[late]).await["refused"];
    assert_eq!(refused[0]["field"], "timestamp", "whoever reads the invoice relies on it: {refused}");
    assert_eq!(usage(&world, &acme).await[0]["current"]["quantity"], "0");
}

async fn what_was_used_before_a_switch_keeps_its_price(world: World) {
    let (acme, subscription) = used(&world).await;
    let team = plan(&world, "Team", "99.00", Some("0.01"), "month").await;
    let said = switch(&world, &acme, &subscription, &team).await;
    assert!(said.contains("Used so far €3.00"), "{said}");
    assert!(
        said.contains("at the prices you have now, with the invoice at the end of this period"),
        "{said}"
    );

    send(&world, &[event(&acme, "e-2", "1100")]).await;
    let late = with(event(&acme, "e-3", "100"), json!({ "timestamp": "2030-03-14T13:00:00Z" }));
    send(&world, &[late]).await;
    let rows = usage(&world, &acme).await;
    let told = |row: &Value| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&row["plan_name"]), text(&row["current"]["quantity"]), text(&row["cost"]["total"]["amount"]))
    };
    let told: Vec<_> = rows.as_array().unwrap().iter().map(told).collect();
    let row =
        |plan: &str, quantity: &str, cost: &str| (plan.to_owned(), quantity.to_owned(), cost.to_owned());
    assert_eq!(told, [row("Pro", "1300", "4.50"), row("Team", "1100", "1.00")]);

    walk_to(&world, "2030-04-14").await;
    let all = invoices(&world, &acme).await;
    let renewal = of_total(&all, 10_450);
    let amounts: Vec<i64> = lines(renewal).into_iter().map(|(_, amount)| amount).collect();
    assert_eq!(amounts, [9_900, 0, 450, 0, 100]);
    assert_eq!(all.len(), 2, "the switch, and the renewal");
}

async fn what_was_used_of_a_dropped_meter_is_billed(world: World) {
    let (acme, subscription) = used(&world).await;
    let flat = plan(&world, "Flat", "149.00", None, "month").await;
    switch(&world, &acme, &subscription, &flat).await;
    let refused = &record(&world, &[event(&acme, "e-2", "5")]).await["refused"];
    assert_eq!(refused[0]["field"], "meter", "{refused}");
    let late = with(event(&acme, "e-3", "100"), json!({ "timestamp": "2030-03-14T13:00:00Z" }));
    send(&world, &[late]).await;
    let page = visit(&world, &acme).await.get("/portal/usage").await;
    assert!(page.says("1,300 of 1,000 calls included"), "{}", page.text());

    walk_to(&world, "2030-04-14").await;
    let all = invoices(&world, &acme).await;
    let amounts: Vec<i64> = lines(of_total(&all, 15_350)).into_iter().map(|(_, amount)| amount).collect();
    assert_eq!(amounts, [14_900, 0, 450]);
    walk_to(&world, "2030-05-14").await;
    let all = invoices(&world, &acme).await;
    assert_eq!(lines(of_total(&all, 14_900)), [("Flat", 14_900)], "charged once");
}

async fn a_longer_interval_settles_what_was_used(world: World) {
    let (acme, subscription) = used(&world).await;
    let year = plan(&world, "Pro, yearly", "490.00", Some("0.01"), "year").await;
    assert_eq!(year.price.interval, Interval::Year);
    let said = switch(&world, &acme, &subscription, &year).await;
    assert!(said.contains("Used so far €3.00") && said.contains("on an invoice of its own"), "{said}");
    world.run_workers_dry().await;
    let all = invoices(&world, &acme).await;
    let settled = of_total(&all, 300);
    assert_eq!(settled.state, InvoiceState::Paid, "collected by itself");
    assert_eq!(all.len(), 2, "the switch, and what was used");

    send(&world, &[event(&acme, "e-2", "1100")]).await;
    let after = now(&world, &subscription).await;
    assert_eq!(after.period.start, world.now());
    let rows = usage(&world, &acme).await;
    assert_eq!(rows[0]["cost"]["total"]["amount"], "1.00", "at the new price, from nothing: {rows}");
}

async fn leaving_at_once_bills_the_last_use(world: World) {
    configure(&world, |configuration| {
        configuration.self_serve.cancelation_mode = CancelationMode::CustomerChooses;
    })
    .await;
    let (acme, subscription) = used(&world).await;
    let browser = visit(&world, &acme).await;
    let path = format!("/portal/subscriptions/{}", subscription.id);
    let ask = browser.get(&format!("{path}/cancel")).await;
    assert!(ask.says("Used so far €3.00"), "{}", ask.text());
    let done = browser.submit(&ask, &path, &[("when", "now")]).await;
    assert!(browser.follow(&done).await.says("Your subscription has ended"));
    world.run_workers_dry().await;
    let all = invoices(&world, &acme).await;
    let [last] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((last.totals.total.minor(), last.state), (300, InvoiceState::Paid));
    let refused = &record(&world, &[event(&acme, "e-2", "5")]).await["refused"];
    assert_eq!(refused[0]["field"], "meter", "{refused}");
}

async fn what_use_costs_stands_wherever_a_plan_is_chosen(world: World) {
    let (acme, subscription) = used(&world).await;
    let team = plan(&world, "Team", "99.00", Some("0.0015"), "month").await;
    offer(&world, &[&team]).await;
    let (had, gets) = ("€0.015 each beyond 1,000 included", "€0.0015 each beyond 1,000 included");
    let browser = visit(&world, &acme).await;
    let page = browser.get(&format!("/portal/subscriptions/{}", subscription.id)).await;
    assert!(page.says(had), "{}", page.text());
    let choice = browser.get(&format!("/portal/subscriptions/{}/change", subscription.id)).await;
    assert!(choice.says(had) && choice.says(gets), "{}", choice.text());
    let ask = preview(&browser, &subscription, &team, "").await;
    assert!(ask.says(had) && ask.says(gets), "{}", ask.text());
    let receipt = confirm(&browser, &ask).await;
    assert!(receipt.says("Your change is done") && receipt.says(gets), "{}", receipt.text());
}
