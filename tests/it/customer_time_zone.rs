//! Moments are told in the customer's own time zone; days of billing stay the merchant's.

use contract::api::{CreatePortalSession, SendEmail};
use domain::Customer;
use jiff::Timestamp;
use reqwest::Method;
use serde_json::json;
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::mail_languages::newest;
use crate::portal_changes::{offer, preview};
use crate::portal_withdraw::{confirming, declare};
use crate::visiting::{configure, link, link_with, visit};

both_engines!(
    near_midnight_moments_are_the_customers_and_days_the_merchants,
    an_hour_that_comes_twice_is_told_apart,
    mails_tell_moments_in_the_customers_zone_and_days_in_the_merchants,
    a_quote_expires_in_the_customers_zone_and_starts_on_the_merchants_day,
    a_link_is_told_in_the_zone_of_the_customer_it_was_made_for,
    a_declaration_is_answered_alike_and_its_receipt_is_the_customers,
    without_a_zone_everything_is_the_merchants,
    a_change_of_zone_counts_from_the_next_page_on,
    a_zone_that_no_longer_exists_is_the_merchants,
);

const NEW_YORK: &str = "America/New_York";

async fn in_new_york(world: &World) -> Customer {
    world.customer("Acme").email("books@acme.example").time_zone(NEW_YORK).insert().await
}

fn move_to(world: &World, moment: &str) {
    let then: Timestamp = moment.parse().unwrap();
    world.advance(then.duration_since(world.now()));
}

/// A link by mail, whose address nobody is told.
fn mailed(customer: &Customer) -> CreatePortalSession {
    CreatePortalSession {
        send_email: Some(SendEmail::Billing),
        ..CreatePortalSession::for_customer(customer.id.clone())
    }
}

async fn near_midnight_moments_are_the_customers_and_days_the_merchants(world: World) {
    let acme = in_new_york(&world).await;
    let today = world.today();
    let due = world.invoice(&acme, "R-1").line("Pro", "1", "49.00").dates(today, today).insert().await;
    // Half past midnight in Berlin; in New York the due day is not over.
    move_to(&world, "2030-03-14T23:30:00Z");
    let paid = world.invoice(&acme, "R-2").line("Pro", "1", "49.00").paid().insert().await;
    let browser = visit(&world, &acme).await;
    let activity = browser.get("/portal/activity").await;
    assert!(activity.says("You · 19:30 EDT on 14 Mar 2030"), "{}", activity.text());
    assert!(
        activity.says("Invoice R-1 issued: €49.00 Automatic · 07:00 EDT on 14 Mar 2030"),
        "{}",
        activity.text()
    );
    assert!(!activity.says("CET"), "{}", activity.text());

    let list = browser.get("/portal/invoices").await;
    assert!(list.says("R-1 Overdue 14 Mar 2030 14 Mar 2030"), "{}", list.text());
    let page = browser.get(&format!("/portal/invoices/{}", due.id)).await;
    assert!(page.says("14 Mar 2030") && page.says("1 day overdue"), "{}", page.text());
    let page = browser.get(&format!("/portal/invoices/{}", paid.id)).await;
    assert!(page.says("15 Mar 2030") && !page.says("14 Mar 2030"), "{}", page.text());
    let overdue = Caller::staff(&world).get("/v1/invoices?status=overdue").await.expect(200).json();
    assert_eq!(overdue["data"][0]["number"], "R-1", "the books agree with the page");
}

async fn an_hour_that_comes_twice_is_told_apart(world: World) {
    let acme = in_new_york(&world).await;
    // Berlin's clocks went back a week ago; New York's do between these two.
    for (moment, number) in [("2030-11-03T05:30:00Z", "R-1"), ("2030-11-03T06:30:00Z", "R-2")] {
        move_to(&world, moment);
        world.invoice(&acme, number).line("Pro", "1", "49.00").insert().await;
    }
    let page = visit(&world, &acme).await.get("/portal/activity").await;
    assert!(page.says("R-1 issued: €49.00 Automatic · 01:30 EDT on 3 Nov 2030"), "{}", page.text());
    assert!(page.says("R-2 issued: €49.00 Automatic · 01:30 EST on 3 Nov 2030"), "{}", page.text());
}

async fn mails_tell_moments_in_the_customers_zone_and_days_in_the_merchants(world: World) {
    let acme = in_new_york(&world).await;
    let today = world.today();
    world.invoice(&acme, "R-1").line("Pro", "1", "49.00").dates(today, today).insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    move_to(&world, "2030-03-14T23:30:00Z");
    link_with(&world, mailed(&acme)).await;
    let (_, bill) = newest(&world, &acme).await;
    assert!(bill.contains("expires at 20:30 EDT on 14 Mar 2030, 1 hour after"), "{bill}");
    assert!(bill.contains("Due 14 Mar 2030, 1 day overdue"), "{bill}");

    let browser = visit(&world, &acme).await;
    let cancel = format!("/portal/subscriptions/{}/cancel", subscription.id);
    browser.submit(&browser.get(&cancel).await, &cancel, &[]).await;
    let (mail, receipt) = newest(&world, &acme).await;
    // The period ends at midnight in Berlin, on the day before in New York.
    assert!(mail.subject.contains("14 Apr 2030"), "{}", mail.subject);
    assert!(receipt.contains("19:30 EDT on 14 Mar 2030") && receipt.contains("14 Apr 2030"), "{receipt}");
    assert!(!receipt.contains("13 Apr") && !receipt.contains("CET"), "{receipt}");
}

async fn a_quote_expires_in_the_customers_zone_and_starts_on_the_merchants_day(world: World) {
    let acme = in_new_york(&world).await;
    let (pro, basic) = (world.plan("Pro", "49.00").await, world.plan("Basic", "19.00").await);
    offer(&world, &[&pro, &basic]).await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let ask = preview(&visit(&world, &acme).await, &subscription, &basic, "").await;
    assert!(ask.says("EDT on 14 Mar 2030"), "{}", ask.text());
    assert!(ask.says("Switch on 14 Apr 2030") && !ask.says("13 Apr") && !ask.says("CET"), "{}", ask.text());
}

async fn a_link_is_told_in_the_zone_of_the_customer_it_was_made_for(world: World) {
    let link = link(&world, &in_new_york(&world).await).await;
    let door = world.browser().get(link.path()).await;
    assert!(door.says("until 08:00 EDT on 14 Mar 2030"), "{}", door.text());
    world.browser().open_link(&link).await;
    for dead in [link.path(), "/portal/l/never-was"] {
        let page = world.browser().get(dead).await;
        assert!(!page.says("EDT") && !page.says("CET"), "a dead link tells no time: {}", page.text());
    }
}

async fn a_declaration_is_answered_alike_and_its_receipt_is_the_customers(world: World) {
    configure(&world, |configuration| configuration.public_cancelation = true).await;
    let acme = in_new_york(&world).await;
    let pro = world.plan("Pro", "49.00").await;
    world.subscription(&acme, &pro).insert().await;
    let known = declare(&world, &world.browser(), "books@acme.example", "").await;
    let unknown = declare(&world, &world.browser(), "nobody@acme.example", "").await;
    assert_eq!(known.text(), unknown.text());
    assert!(known.says("at 12:00 CET on 14 Mar 2030"), "{}", known.text());

    let door = world.browser().get(confirming(&world).await.path()).await;
    assert!(door.says("your cancellation at 07:00 EDT on 14 Mar 2030"), "{}", door.text());
    assert!(door.says("ends on 14 Apr 2030"), "{}", door.text());
    let (_, receipt) = newest(&world, &acme).await;
    assert!(receipt.contains("07:00 EDT on 14 Mar 2030"), "{receipt}");
    assert!(receipt.contains("expires at 07:00 EDT on 28 Mar 2030"), "{receipt}");
}

async fn without_a_zone_everything_is_the_merchants(world: World) {
    let acme = world.customer("Acme").insert().await;
    let link = link(&world, &acme).await;
    assert!(world.browser().get(link.path()).await.says("until 13:00 CET on 14 Mar 2030"));
    let page = visit(&world, &acme).await.get("/portal/activity").await;
    assert!(page.says("12:00 CET on 14 Mar 2030"), "{}", page.text());
    link_with(&world, mailed(&acme)).await;
    let (_, text) = newest(&world, &acme).await;
    assert!(text.contains("expires at 13:00 CET on 14 Mar 2030"), "{text}");
}

async fn a_change_of_zone_counts_from_the_next_page_on(world: World) {
    let acme = world.customer("Acme").insert().await;
    let browser = visit(&world, &acme).await;
    assert!(browser.get("/portal/activity").await.says("12:00 CET on 14 Mar 2030"));
    let (path, app) = (format!("/v1/customers/{}", acme.id), Caller::staff(&world));
    for (version, zone, told) in [
        (1, json!("Asia/Tokyo"), "20:00 JST on 14 Mar 2030"),
        (2, json!("Asia/Kuwait"), "14:00 UTC+03:00 on 14 Mar 2030"),
        (3, json!("Pacific/Auckland"), "00:00 NZDT on 15 Mar 2030"),
        (4, json!(null), "12:00 CET on 14 Mar 2030"),
    ] {
        let change = json!({ "time_zone": zone });
        app.write(Method::PATCH, &path, &format!("\"{version}\""), &change).await.expect(200);
        let page = browser.get("/portal/activity").await;
        assert!(page.says(told), "{told}: {}", page.text());
        assert!(!page.says("details changed"), "which zone is no billing detail: {}", page.text());
    }
}

async fn a_zone_that_no_longer_exists_is_the_merchants(world: World) {
    let acme = world.customer("Acme").time_zone("Mars/Base").insert().await;
    let page = visit(&world, &acme).await.get("/portal/activity").await;
    assert!(page.says("12:00 CET on 14 Mar 2030"), "{}", page.text());
}
