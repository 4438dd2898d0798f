//! What the stories of the console do over and over.

use std::process::Command;

use domain::Customer;
use jiff::Timestamp;
use portal_view::samples::{Sample, samples};
use testkit::{Console, Engine, Window, World};

pub(crate) const NAME: &str = "Müller & Söhne Käsehandel";

/// A server with one customer, at the real present: the console has a clock of its own.
pub(crate) async fn world() -> (World, Customer) {
    let world = at_present().await;
    let customer = world.customer(NAME).email("rechnung@mueller.example").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    world.subscription(&customer, &pro).insert().await;
    world.invoice(&customer, "R-1").line("Pro", "1", "49.00").insert().await;
    (world, customer)
}

/// A server without customers, at the real present.
pub(crate) async fn at_present() -> World {
    let world = World::start(Engine::Sqlite).await;
    world.advance(present().duration_since(world.now()));
    world
}

#[expect(clippy::disallowed_methods, reason = "the console's window lives in the real present")]
fn present() -> Timestamp {
    Timestamp::now()
}

/// A console after its first start, paired by typing, as everybody does it.
pub(crate) async fn paired(world: &World, key: &str) -> (Console, Window) {
    let console = Console::new().await;
    let window = console.open().await;
    pair(&window, world, key).await;
    window.see("#nav-customers").await;
    (console, window)
}

/// Fills in the first page.
pub(crate) async fn pair(window: &Window, world: &World, key: &str) {
    window.fill("#server-url", world.url.as_str()).await;
    window.fill("#api-key", key).await;
    window.press("#connect").await;
}

/// Goes to the customers and searches until the one customer is the only one left.
pub(crate) async fn search(window: &Window, text: &str) {
    window.press("#nav-customers").await;
    window.fill("#search", "nobody is called so").await;
    window.says("No customer matches").await;
    window.fill("#search", text).await;
    window.see("#customer-rows-0").await;
    window.says(NAME).await;
}

/// Opens a page of the settings.
pub(crate) async fn open_settings(window: &Window, topic: &str) {
    window.press("#nav-settings").await;
    window.press(topic).await;
}

/// Waits until the corner says how the copy of the data stands.
pub(crate) async fn shows_status(window: &Window, words: &str) {
    let corner = async || window.see("#status").await.prop("innerText").await.ok()?;
    window.until(words, async || corner().await.filter(|text| text.contains(words))).await;
}

/// Waits until the preview is exactly this document.
pub(crate) async fn previews(window: &Window, document: &str) {
    const SHOWN: &str = "return document.getElementById('preview-frame')?.getAttribute('srcdoc')";
    if window.wait_until(async || (window.ask(SHOWN).await == document).then_some(())).await.is_none() {
        let shown = window.ask(SHOWN).await;
        let shown = shown.as_str().unwrap_or_default();
        let same = shown.chars().zip(document.chars()).take_while(|(a, b)| a == b).count();
        let from = |text: &str| text.chars().skip(same.saturating_sub(60)).take(160).collect::<String>();
        panic!("the preview differs from character {same} on:\n{}\nand not\n{}", from(shown), from(document));
    }
}

/// The page of the invented customer.
pub(crate) fn sample(slug: &str) -> &'static Sample {
    samples().iter().find(|sample| sample.slug == slug).expect("a sample")
}

/// Whether the desktop showed a notification with these words. Only what was put away is listed, so all is.
pub(crate) fn desktop_told(words: &str) -> bool {
    let dunst = |command: &str| {
        let said = Command::new("dunstctl").arg(command).output();
        let said = said.expect("dunstctl, which `cargo xtask test` installs");
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        String::from_utf8_lossy(&said.stdout).into_owned()
    };
    dunst("close-all");
    dunst("history").contains(words)
}
