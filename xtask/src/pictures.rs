//! Pictures of the portal and the console, taken without a desktop.
//!
//! In: a running demo. Out: PNG files in a folder.
//! Not here: judging them; the tests do that in their own way.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::daemon::Daemon;
use crate::demo::Access;
use crate::desktop::Desktop;
use crate::process::cmd;
use crate::setup::{chromedriver, chromium, tauri_driver};
use crate::webdriver::{self, Browser};
use crate::workspace::{built, on_path};

/// Chromium without a desktop, without root's sandbox, and without calling home.
const CHROMIUM_FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// Name, width and height in CSS pixels, and whether it is held in a hand.
const DEVICES: [(&str, u32, u32, bool); 2] = [("phone", 390, 844, true), ("desktop", 1280, 900, false)];

/// Two frames from now, whatever was asked for is on the screen.
const PAINT: &str =
    "window.painted = false; requestAnimationFrame(() => requestAnimationFrame(() => window.painted = true))";

/// Name of the picture, links that lead to the page before from the portal's home, and the link to follow there.
const PORTAL_SCENES: [(&str, &[&str], &str); 9] = [
    ("invoice", &[], "/invoices/inv_"),
    ("pay", &[], "/portal/pay"),
    ("add-card", &["/portal/pay"], "/new/card"),
    ("add-bank-account", &["/payment-methods"], "/new/bank-account"),
    ("edit-card", &["/payment-methods"], "/payment-methods/pm_"),
    ("remove-card", &["/payment-methods"], "/remove"),
    ("subscription", &[], "/subscriptions/sub_"),
    ("cancel", &["/subscriptions/sub_"], "/cancel"),
    ("change", &["/subscriptions/sub_"], "/change"),
];

/// Name of the picture, what to do in the console's window, and what to wait for then.
const CONSOLE_SCENES: [(&str, &str, &str); 8] = [
    ("overview", "location.hash = '#/'", "document.querySelector('main')"),
    (
        "customer",
        "document.querySelector('.overdue-list a, .overdue-list button').click()",
        "document.querySelector('#send-portal-link')",
    ),
    ("sending", "document.querySelector('#send-portal-link').click()", "document.querySelector('#confirm')"),
    ("customers", "location.hash = '#/customers'", "!document.querySelector('#send-portal-link')"),
    ("portal-settings", "location.hash = '#/settings/portal'", "document.querySelector('#view-invoices')"),
    (
        "branding",
        "location.hash = '#/settings/branding'",
        "document.querySelector('#preview-frame')?.contentDocument?.querySelector('main')",
    ),
    ("test-clock", "location.hash = '#/settings/test-clock'", "document.querySelector('#test-clock-now')"),
    ("webhooks", "location.hash = '#/settings/webhooks'", "document.querySelector('#add-endpoint')"),
];

/// Saves each page of the portal into `folder`: on phone and desktop, light and dark.
pub(crate) fn portal(access: &Access, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let driver = chromedriver().context("there is no chromedriver; `cargo xtask setup` installs it")?;
    let driver = cmd(driver, ["--port=0"]);
    let mut driver = Daemon::start("chromedriver", driver)?;
    let port = driver
        .line(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse::<u16>().ok());
    let options = json!({ "binary": chromium(), "args": CHROMIUM_FLAGS });
    let capabilities = json!({ "browserName": "chrome", "goog:chromeOptions": options });
    let browser = Browser::open(&format!("http://127.0.0.1:{}", port?), &capabilities)?;

    browser.go_to(&access.portal_link)?;
    portal_page(&browser, "link", folder)?;
    browser.ask("document.querySelector('main form').requestSubmit()")?;
    browser.until("document.querySelector('nav.places')")?;
    let home = address(&browser)?;
    browser.ask("document.querySelector('details.menu').open = true")?;
    portal_screen(&browser, "menu", DEVICES[0], folder)?;
    let places = "[...document.querySelectorAll('nav.places a')].map(place => place.href)";
    let places = serde_json::from_value::<Vec<String>>(browser.ask(&format!("return {places}"))?)?;
    for place in &places {
        browser.go_to(place)?;
        let last = place.rsplit('/').find(|part| !part.is_empty());
        portal_page(&browser, last.filter(|part| *part != "portal").unwrap_or("home"), folder)?;
    }
    for (name, before, link) in PORTAL_SCENES {
        browser.go_to(&home)?;
        before.iter().try_for_each(|link| follow(&browser, link))?;
        follow(&browser, link)?;
        portal_page(&browser, name, folder)?;
    }
    change_of_mind(&browser, folder)?;
    // Whoever is let in already is led past a used link; a stranger meets a closed door.
    browser.chromium("Network.clearBrowserCookies", &json!({}))?;
    browser.go_to(&access.portal_link)?;
    portal_page(&browser, "link-used", folder)?;
    browser.go_to(&home.replace("/portal", "/portal/withdraw"))?;
    portal_page(&browser, "withdraw", folder)
}

/// From the choice of plans on: the change that any customer may make, even one who owes, because it begins when
/// the period ends; and back, so that the next run finds what this one found.
fn change_of_mind(browser: &Browser, folder: &Path) -> Result<()> {
    const SUBMIT: &str = "document.querySelector('main form').requestSubmit()";
    browser.ask(&format!("document.querySelector('#seats').value = 3; {SUBMIT}"))?;
    browser.until("location.pathname.includes('/changes/')")?;
    portal_page(browser, "quote", folder)?;
    browser.ask(SUBMIT)?;
    browser.until("document.readyState == 'complete' && !document.querySelector('main form')")?;
    portal_page(browser, "changed", folder)?;
    follow(browser, "/subscriptions/sub_")?;
    follow(browser, "/undo-change")?;
    portal_page(browser, "undo-change", folder)?;
    browser.ask(SUBMIT)?;
    browser.until("location.search.includes('notice')")
}

fn address(browser: &Browser) -> Result<String> {
    Ok(serde_json::from_value(browser.ask("return location.origin + location.pathname")?)?)
}

/// Opens the first link on the page that has this in its address.
fn follow(browser: &Browser, part: &str) -> Result<()> {
    let found = format!("[...document.querySelectorAll('a')].find(link => link.href.includes('{part}'))");
    let link = browser.ask(&format!("return {found}?.href"))?;
    let link = link
        .as_str()
        .with_context(|| format!("no link to {part}… on {}", address(browser).unwrap_or_default()))?;
    browser.go_to(link)
}

fn portal_page(browser: &Browser, name: &str, folder: &Path) -> Result<()> {
    DEVICES.into_iter().try_for_each(|device| portal_screen(browser, name, device, folder))
}

fn portal_screen(
    browser: &Browser,
    name: &str,
    (device, width, height, mobile): (&str, u32, u32, bool),
    folder: &Path,
) -> Result<()> {
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": mobile });
    browser.chromium("Emulation.setDeviceMetricsOverride", &screen)?;
    for scheme in ["light", "dark"] {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        browser.chromium("Emulation.setEmulatedMedia", &json!({ "features": [feature] }))?;
        let shot = browser.chromium("Page.captureScreenshot", &json!({ "captureBeyondViewport": true }))?;
        webdriver::save(&shot["data"], &folder.join(format!("portal-{name}-{device}-{scheme}.png")))?;
    }
    Ok(())
}

/// Saves each page of the console into `folder`.
pub(crate) fn console(access: &Access, data: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let desktop = Desktop::start()?;
    let (port, native) = (free_port()?, free_port()?);
    let native_driver = on_path(&["WebKitWebDriver"]).context("there is no WebKitWebDriver")?;
    let driver = cmd(tauri_driver(), ["--port", &port.to_string(), "--native-port", &native.to_string()])
        .args([Path::new("--native-driver"), &native_driver])
        .envs(desktop.environment())
        .envs(&access.console_environment(data));
    let mut driver = Daemon::start("tauri-driver", driver)?;
    let address = format!("http://127.0.0.1:{port}");
    driver.until(|| webdriver::answers(&address))?;
    let console =
        Browser::open(&address, &json!({ "tauri:options": { "application": built("portico-console") } }))?;

    console.until("document.querySelector('#status')?.textContent.includes('Synced')")?;
    let settled = "!document.querySelector('[aria-busy=true]')";
    for (name, act, shown) in CONSOLE_SCENES {
        console.ask(act)?;
        console.until(&format!("{shown} && {settled}"))?;
        console.ask(PAINT)?;
        console.until("window.painted")?;
        // Of the display, because WebKit's own picture waits for ever for a page that has come to rest.
        desktop.picture(&folder.join(format!("console-{name}.png")))?;
        // A dialog stays open over whatever page comes next.
        console.ask("document.querySelector('dialog #cancel, [role=dialog] #cancel')?.click()")?;
    }
    Ok(())
}

/// A port that was free just now: tauri-driver wants to be told one.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
