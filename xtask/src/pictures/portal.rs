//! A browser window on the portal that takes pictures: on phone and desktop, light and dark.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::daemon::Daemon;
use crate::process::cmd;
use crate::setup::{chromedriver, chromium};
use crate::webdriver::{self, Browser};

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
type Device = (&'static str, u32, u32, bool);
pub(super) const PHONE: Device = ("phone", 390, 844, true);
const DESKTOP: Device = ("desktop", 1280, 900, false);

/// The window, which closes before its driver ends.
pub(super) struct Portal {
    browser: Browser,
    _driver: Daemon,
    folder: PathBuf,
}

impl Portal {
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let driver = chromedriver().context("there is no chromedriver; `cargo xtask setup` installs it")?;
        let mut driver = Daemon::start("chromedriver", cmd(driver, ["--port=0"]))?;
        let port = driver.line(|line| {
            line.split_once("successfully on port ")?.1.trim_end_matches('.').parse::<u16>().ok()
        })?;
        let options = json!({ "binary": chromium(), "args": CHROMIUM_FLAGS });
        let capabilities = json!({ "browserName": "chrome", "goog:chromeOptions": options });
        let browser = Browser::open(&format!("http://127.0.0.1:{port}"), &capabilities)?;
        Ok(Self { browser, _driver: driver, folder: folder.to_owned() })
    }

    pub(super) fn go_to(&self, address: &str) -> Result<()> {
        self.browser.go_to(address)
    }

    pub(super) fn ask(&self, script: &str) -> Result<Value> {
        self.browser.ask(script)
    }

    /// Lets the customer of a link in.
    pub(super) fn enter(&self, link: &str) -> Result<()> {
        self.go_to(link)?;
        self.send(&[], "!location.pathname.includes('/l/')")
    }

    /// Forgets who is let in.
    pub(super) fn leave(&self) -> Result<()> {
        self.browser.chromium("Network.clearBrowserCookies", &json!({}))?;
        Ok(())
    }

    pub(super) fn address(&self) -> Result<String> {
        Ok(serde_json::from_value(self.ask("return location.origin + location.pathname")?)?)
    }

    /// Opens the first link that has this in its address: of the page's own content if there is one, else of its
    /// menu.
    pub(super) fn follow(&self, part: &str) -> Result<()> {
        let links = "[...document.querySelectorAll('main a'), ...document.links]";
        let link = self.ask(&format!("return {links}.find(link => link.href.includes('{part}'))?.href"))?;
        let link = link
            .as_str()
            .with_context(|| format!("no link to {part}… on {}", self.address().unwrap_or_default()))?;
        self.go_to(link)
    }

    /// Fills in the page's form, sends it by its last button, and waits for `after`, an expression of the page that
    /// answers.
    pub(super) fn send(&self, fields: &[(&str, &str)], after: &str) -> Result<()> {
        self.ask("window.sent = true")?;
        for (name, value) in fields {
            self.ask(&format!("document.querySelector('main [name={name}]').value = '{value}'"))?;
        }
        let sent = self.ask(
            "const form = document.querySelector('main form:last-of-type'); \
             form?.requestSubmit([...form.querySelectorAll('[type=submit]')].at(-1)); return Boolean(form)",
        )?;
        ensure!(sent == true, "no form on {}", self.address()?);
        self.browser.until(&format!("!window.sent && document.readyState == 'complete' && ({after})"))
    }

    /// Takes the page in all four ways.
    pub(super) fn picture(&self, name: &str) -> Result<()> {
        [PHONE, DESKTOP].into_iter().try_for_each(|device| self.picture_on(device, name))
    }

    pub(super) fn picture_on(&self, (device, width, height, mobile): Device, name: &str) -> Result<()> {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": mobile });
        self.browser.chromium("Emulation.setDeviceMetricsOverride", &screen)?;
        for scheme in ["light", "dark"] {
            let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
            self.browser.chromium("Emulation.setEmulatedMedia", &json!({ "features": [feature] }))?;
            let shot =
                self.browser.chromium("Page.captureScreenshot", &json!({ "captureBeyondViewport": true }))?;
            webdriver::save(
                &shot["data"],
                &self.folder.join(format!("portal-{name}-{device}-{scheme}.png")),
            )?;
        }
        Ok(())
    }
}
