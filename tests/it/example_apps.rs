//! The example apps with the *Manage Billing* button, each run as its README says.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use reqwest::StatusCode;
use testkit::{Engine, World, given};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use url::Url;

fn example(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/manage-billing-button").join(file)
}

#[tokio::test]
async fn the_button_leads_into_the_portal_and_back_in_node() {
    let mut node = Command::new("node");
    node.arg(example("node/app.js"));
    leads_into_the_portal_and_back(node).await;
}

#[tokio::test]
async fn the_button_leads_into_the_portal_and_back_in_python() {
    let mut python = Command::new("python3");
    python.arg(example("python/app.py"));
    leads_into_the_portal_and_back(python).await;
}

#[tokio::test]
#[ignore = "needs the example's own program: cargo xtask test --slow"]
async fn the_button_leads_into_the_portal_and_back_in_rust() {
    leads_into_the_portal_and_back(Command::new(given("PORTICO_TEST_BUTTON"))).await;
}

async fn leads_into_the_portal_and_back(app: Command) {
    let world = World::start(Engine::Sqlite).await;
    world.customer("Acme").external_id("acme-1").insert().await;
    let (_app, home) = start(app, &world).await;
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap();
    let shown = client.get(home.clone()).send().await.unwrap().text().await.unwrap();
    assert!(shown.contains("Manage Billing") && !shown.contains("Welcome back"), "{shown}");

    let clicked = client.post(home.join("billing").unwrap()).send().await.unwrap();
    assert_eq!(clicked.status(), StatusCode::SEE_OTHER);
    let link: Url = clicked.headers()["location"].to_str().unwrap().parse().unwrap();
    assert_eq!(link.origin(), world.url.origin());
    let page = world.browser().open_link(&link).await;
    assert!(page.says("Acme") && page.says("Back to Northwind"), "{}", page.text());
    let back = page.body.split("href=\"").find(|rest| rest.starts_with(home.as_str())).unwrap();
    let back = back.split('"').next().unwrap();

    let shown = client.get(back).send().await.unwrap().text().await.unwrap();
    assert!(shown.contains("Welcome back") && shown.contains("Manage Billing"), "{shown}");
}

/// Starts an app and waits until it says where it answers.
async fn start(mut app: Command, world: &World) -> (Child, Url) {
    app.env("PORTICO_URL", world.url.as_str().trim_end_matches('/'))
        .env("PORTICO_API_KEY", &world.staff_key)
        .env("CUSTOMER", "acme-1")
        .stdout(Stdio::piped())
        .kill_on_drop(true);
    let mut child = app.spawn().expect("it starts; `cargo xtask setup` installs Python and Node");
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = lines.next_line().await.unwrap().expect("it says where it answers");
    (child, said.parse().unwrap())
}
