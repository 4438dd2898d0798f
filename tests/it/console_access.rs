//! Staff give a customer access from the console, and see what comes of it.

use testkit::Window;

use crate::console::{NAME, desktop_told, paired, search, world};
use crate::visiting::mails;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn staff_send_a_link_see_what_becomes_of_it_and_take_it_back() {
    let (world, _) = world().await;
    let (_console, window) = paired(&world, &world.staff_key).await;
    search(&window, "muller kase").await;
    window.press("#customer-rows-0").await;
    window.see("#customer-name").await;
    window.says("rechnung@mueller.example").await;
    // Wherever this console is, billing days are those of the merchant.
    window.says(&format!("{} – ", world.today().strftime("%-d %b %Y"))).await;

    send_link(&window).await;
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].to, ["rechnung@mueller.example"]);
    window.says("Waits to be opened until").await;
    window.press("[id^=revoke-]").await;
    window.says("Revoke this link?").await;
    window.press("#confirm").await;
    window.says("Staff withdrew it at").await;
    let dead = world.browser().get(sent[0].link().path()).await;
    assert!(dead.says("This link does not work"), "{}", dead.text());

    send_link(&window).await;
    let newer = mails(&world).await.pop().unwrap().link();
    world.browser().open_link(&newer).await;
    let news = format!("{NAME} opened their portal link");
    window.says(&news).await;
    window.until("a notification on the desktop", async || desktop_told(&news).then_some(())).await;
    window.says("Was opened at").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn a_copied_link_can_be_pasted_and_opens_the_portal() {
    let (world, _) = world().await;
    let (_console, window) = paired(&world, &world.staff_key).await;
    search(&window, "muller kase").await;
    window.press("#customer-rows-0").await;
    window.press("#copy-link").await;
    window.says(&format!("Copy a portal link for {NAME}?")).await;
    window.press("#confirm").await;
    window.sees_no("dialog").await;
    window.says("Link copied to the clipboard.").await;
    assert!(mails(&world).await.is_empty(), "nobody is written to");
    assert!(!window.text().await.contains("/portal/l/"), "the window does not show it");

    window.fill("#search", "Link: ").await;
    window.chord('\u{e009}', 'v').await;
    let pasted = window.see("#search").await.prop("value").await.unwrap().unwrap();
    let link = pasted.strip_prefix("Link: ").unwrap().parse().unwrap();
    let page = world.browser().open_link(&link).await;
    assert!(page.says(NAME), "{}", page.text());
    window.close().await;
}

/// *Send Portal Link*, the question, and the sentence about the outcome.
async fn send_link(window: &Window) {
    window.press("#send-portal-link").await;
    window.says(&format!("Send {NAME} a portal link?")).await;
    window.press("#confirm").await;
    window.sees_no("dialog").await;
    window.says("Portal link sent to rechnung@mueller.example").await;
}
