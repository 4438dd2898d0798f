//! *Settings* in the console, and what customers see of them.

use domain::{CancelationMode, CreditPolicy};
use portal_view::Words;
use portal_view::samples::samples;
use reqwest::StatusCode;
use testkit::{Browser, Window};

use crate::console::{open_settings, paired, previews, sample, world};
use crate::visiting::visit;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn a_switch_takes_its_page_away_and_staff_cannot_turn_it() {
    let (world, customer) = world().await;
    let browser = visit(&world, &customer).await;
    assert!(browser.get("/portal/invoices").await.says("R-1"));

    let (_console, window) = paired(&world, &world.admin_key).await;
    open_settings(&window, "#settings-portal").await;
    window.press("#view-invoices").await;
    window.says("You have unsaved changes.").await;
    window.press("#save").await;
    window.says("Customer Portal settings saved.").await;
    let refused = browser.get("/portal/invoices").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!refused.says("R-1"));
    window.close().await;

    let (_console, window) = paired(&world, &world.staff_key).await;
    open_settings(&window, "#settings-portal").await;
    window.says("You can look, not change").await;
    assert!(!window.see("#view-invoices").await.is_enabled().await.unwrap());
    window.sees_no("#save").await;
    let stubborn = world.client_with(&world.staff_key);
    let configuration = stubborn.configuration().await.unwrap();
    assert!(
        stubborn.save_configuration(&configuration).await.is_err(),
        "the server does not rely on the console"
    );
    window.close().await;
}

/// The time left is offered for refund only where a cancellation can take effect at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn an_admin_chooses_how_customers_leave() {
    let (world, customer) = world().await;
    let (_console, window) = paired(&world, &world.admin_key).await;
    open_settings(&window, "#settings-portal").await;
    window.see("#mode-period-end").await;
    window.sees_no("#credit-unused").await;
    window.press("#mode-now").await;
    window.press("#credit-unused").await;
    window.press("#save").await;
    window.says("Customer Portal settings saved.").await;
    let saved = world.client().configuration().await.unwrap();
    assert_eq!(saved.self_serve.cancelation_mode, CancelationMode::Immediately);
    assert_eq!(saved.cancelation.credit_policy, CreditPolicy::Prorate);
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&customer, &pro).insert().await;
    let path = format!("/portal/subscriptions/{}/cancel", subscription.id);
    assert!(visit(&world, &customer).await.get(&path).await.says("ends at once"));
    window.close().await;
}

/// One renderer: wasm in the console, native here, and the server over HTTP give the same bytes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn the_preview_is_the_portal_to_the_byte() {
    let (world, customer) = world().await;
    let (_console, window) = paired(&world, &world.admin_key).await;
    open_settings(&window, "#settings-branding").await;

    let mut branding = world.client().branding().await.unwrap();
    previews(&window, &(sample("home").page)(Words::ENGLISH, &branding).into_string()).await;
    window.fill("#primary-color", "#aa3300").await;
    branding.primary_color = "#aa3300".parse().unwrap();
    previews(&window, &(sample("home").page)(Words::ENGLISH, &branding).into_string()).await;
    for sample in samples() {
        choose(&window, sample.slug).await;
        previews(&window, &(sample.page)(Words::ENGLISH, &branding).into_string()).await;
    }

    window.press("#save").await;
    window.says("Branding saved.").await;
    let browser = visit(&world, &customer).await;
    for (page, path) in [
        ("own-home", "/portal"),
        ("own-invoices", "/portal/invoices"),
        ("own-subscriptions", "/portal/subscriptions"),
    ] {
        choose(&window, page).await;
        previews(&window, &served(&browser, path).await).await;
    }
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn a_logo_is_chosen_previewed_and_served() {
    const LOGO: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" width="96" height="24"><rect width="96" height="24" fill="#fff"/></svg>"##;
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let (world, customer) = world().await;
    let (_console, window) = paired(&world, &world.admin_key).await;
    open_settings(&window, "#settings-branding").await;
    window.see("#preview-frame").await;

    window.choose_file("#logo", &file("film.png", &[0; domain::MAX_LOGO_BYTES + 1])).await;
    window.says("Your logo was not changed.").await;
    window.choose_file("#logo", &file("notes.png", b"not a picture")).await;
    window.says("Your logo was not changed.").await;
    window.sees_no("#remove-logo").await;

    window.choose_file("#logo", &file("logo.svg", LOGO)).await;
    window.see("#remove-logo").await;
    const PREVIEWED: &str = "return document.getElementById('preview-frame').getAttribute('srcdoc').includes('data:image/svg+xml')";
    window
        .until("the logo in the preview", async || window.ask(PREVIEWED).await.as_bool()?.then_some(()))
        .await;
    window.press("#save").await;
    window.says("Branding saved.").await;
    let logo = world.client().branding().await.unwrap().logo.unwrap();
    let page = visit(&world, &customer).await.get("/portal").await;
    assert!(page.body.contains(&logo.path()), "{}", page.body);
    assert_eq!(world.browser().get(&logo.path()).await.body, str::from_utf8(LOGO).unwrap());
    window.close().await;
}

/// Chooses a page to preview.
async fn choose(window: &Window, slug: &str) {
    window.see("#preview-page").await.select_by_value(slug).await.unwrap();
}

/// A page as the server serves it, but for the proof in its forms, which is of the visit.
async fn served(browser: &Browser, path: &str) -> String {
    let page = browser.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let (_, fields) = page.form("/portal/sign-out");
    let (_, proof) = fields.into_iter().find(|(name, _)| name == "csrf").expect("a proof");
    page.body.replace(&proof, "preview")
}
