//! A day without a server: reading and previewing go on, sending says that it does not.

use crate::console::{open_settings, paired, previews, sample, search, shows_status, world};
use portal_view::Words;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn without_its_server_the_console_goes_on_reading() {
    let (world, _) = world().await;
    let (_console, window) = paired(&world, &world.admin_key).await;
    shows_status(&window, "Synced").await;
    let mut branding = world.client().branding().await.unwrap();
    world.stop().await;
    shows_status(&window, "Offline since").await;

    search(&window, "sohne").await;
    window.press("#customer-rows-0").await;
    window.says("R-1").await;
    window.press("#send-portal-link").await;
    window.press("#confirm").await;
    window.see("dialog .error").await;
    window.press("#cancel").await;
    open_settings(&window, "#settings-branding").await;
    window.fill("#accent-color", "#008844").await;
    branding.accent_color = "#008844".parse().unwrap();
    previews(&window, &(sample("home").page)(Words::ENGLISH, &branding).into_string()).await;
    window.close().await;
}
