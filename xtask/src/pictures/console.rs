//! Each page of the console, in its real window.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::daemon::Daemon;
use crate::demo::Access;
use crate::desktop::Desktop;
use crate::process::cmd;
use crate::setup::tauri_driver;
use crate::webdriver::{self, Browser};
use crate::workspace::{built, on_path};

/// Two frames from now, whatever was asked for is on the screen.
const PAINT: &str =
    "window.painted = false; requestAnimationFrame(() => requestAnimationFrame(() => window.painted = true))";

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

/// Saves each page of the console into `folder`.
pub(super) fn pages(access: &Access, data: &Path, folder: &Path) -> Result<()> {
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
