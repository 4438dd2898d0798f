//! *Settings → Test clock* in the console: a month of billing while one looks on.

use jiff::ToSpan as _;
use testkit::{Window, World};

use crate::console::{at_present, open_settings, paired, shows_status};
use crate::renewals::{GOOD, card, subscriber};
use crate::test_clock::trying_out;

/// `14 Mar 2030`: the merchant's day that lies some way ahead of their clock.
async fn day_in(world: &World, ahead: jiff::Span) -> String {
    let now = world.client().test_clock().await.unwrap().now;
    now.to_zoned(world.zone()).checked_add(ahead).unwrap().strftime("%-d %b %Y").to_string()
}

async fn shows(window: &Window, selector: &str, words: &str) {
    let text = async || window.see(selector).await.prop("innerText").await.ok()?;
    window.until(words, async || text().await.filter(|text| text.contains(words))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn an_admin_walks_a_customer_through_a_month() {
    let world = trying_out(at_present().await).await;
    let (acme, ..) = subscriber(&world).await;
    card(&world, &acme, GOOD).await;
    let (today, in_a_month) = (day_in(&world, 0.days()).await, day_in(&world, 1.month()).await);

    let (_console, window) = paired(&world, &world.admin_key).await;
    shows(&window, "#test-time", &today).await;
    open_settings(&window, "#settings-test-clock").await;
    shows(&window, "#test-clock-now", &today).await;
    shows(&window, "#test-clock-due", &in_a_month).await;

    window.fill("#move-to", "yesterday").await;
    window.press("#move-to-day").await;
    window.says("Write the day as year, month, day").await;
    window.press("#move-day").await;
    window.says("Nothing is due until then").await;
    window.press("#cancel").await;

    window.press("#move-month").await;
    window.says(&format!("Move the test clock to {in_a_month}?")).await;
    window.says("subscriptions renew").await;
    window.says("only written to a folder on the server").await;
    window.press("#confirm").await;
    window.says("On its way to").await;
    assert!(!window.see("#move-day").await.is_enabled().await.unwrap(), "one move at a time");
    world.run_workers_dry().await;
    let outcome =
        format!("From {today} to {in_a_month}: 1 subscription renewed, 1 invoice issued, 1 invoice paid.");
    shows(&window, "#outcome", &outcome).await;
    shows(&window, "#test-time", &in_a_month).await;

    window.press("#nav-customers").await;
    window.press("#customer-rows-0").await;
    shows(&window, "#invoices", &in_a_month).await;
    shows(&window, "#invoices", "Paid").await;
    // What happened on the merchant's new day lies behind it, and not a month ahead.
    let newest = async || window.see("#activity time").await.prop("innerText").await.ok()?;
    let past = |text: &String| text.ends_with("ago") || text == "just now";
    window.until("a time that is over", async || newest().await.filter(past)).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn staff_see_the_test_clock_and_what_is_overdue_by_it() {
    let world = trying_out(at_present().await).await;
    let acme = world.customer("Acme").insert().await;
    world.invoice(&acme, "R-1").line("Pro", "1", "49.00").insert().await;

    let (_console, window) = paired(&world, &world.staff_key).await;
    window.says("Nobody is overdue").await;
    open_settings(&window, "#settings-test-clock").await;
    window.says("You can look, not change").await;
    assert!(!window.see("#move-month").await.is_enabled().await.unwrap());

    let target = world.client().test_clock().await.unwrap().now + jiff::SignedDuration::from_hours(24 * 60);
    let wish = contract::api::AdvanceTestClock { to: Some(target), by: None };
    let key = client::IdempotencyKey::from_entropy(world.app.rng.bytes());
    world.client().advance_test_clock(&key, &wish).await.unwrap();
    world.run_workers_dry().await;
    window.says("nothing was due").await;
    window.press("#nav-overview").await;
    window.stops_saying("Nobody is overdue").await;

    // The server goes away while one looks at the clock.
    open_settings(&window, "#settings-test-clock").await;
    window.see("#test-clock-now").await;
    world.stop().await;
    window.says("Below is how the clock stood when the server answered last").await;
    shows_status(&window, "Offline").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn a_merchant_whose_time_is_real_sees_no_clock() {
    let world = at_present().await;
    let (_console, window) = paired(&world, &world.admin_key).await;
    window.press("#nav-settings").await;
    window.see("#settings-webhooks").await;
    window.sees_no("#settings-test-clock").await;
    window.sees_no("#test-time").await;
    window.close().await;
}
