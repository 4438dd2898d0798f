//! A browser, driven by the WebDriver protocol.
//!
//! In: the address of a driver and what it should open. Out: a [`Browser`] to look at pages with.
//! Not here: starting drivers; which pages to look at (`pictures.rs`).

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use ureq::Agent;

/// How long a page may take to settle.
const PATIENCE: Duration = Duration::from_secs(30);
const GLANCE: Duration = Duration::from_millis(50);

/// One session of a driver. Dropping it closes the window.
pub(crate) struct Browser {
    agent: Agent,
    session: String,
}

impl Browser {
    /// Opens a window. `capabilities` say of what kind.
    pub(crate) fn open(driver: &str, capabilities: &Value) -> Result<Self> {
        let config =
            Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build();
        let mut browser = Self { agent: config.into(), session: format!("{driver}/session") };
        let answer = browser.post("", &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let id = answer["sessionId"].as_str().context("the driver opened no session")?;
        browser.session = format!("{driver}/session/{id}");
        Ok(browser)
    }

    pub(crate) fn go_to(&self, url: &str) -> Result<()> {
        self.post("/url", &json!({ "url": url }))?;
        Ok(())
    }

    /// What `script`, the body of a function, returns.
    pub(crate) fn ask(&self, script: &str) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Waits until `condition`, an expression, holds on the page.
    pub(crate) fn until(&self, condition: &str) -> Result<()> {
        let started = Instant::now();
        // While a page is being replaced there may be nobody to ask.
        while !self.ask(&format!("return Boolean({condition})")).is_ok_and(|holds| holds == true) {
            if started.elapsed() > PATIENCE {
                bail!("the page never came to `{condition}`");
            }
            thread::sleep(GLANCE);
        }
        Ok(())
    }

    /// A command of Chromium's own protocol, which says more than WebDriver can.
    pub(crate) fn chromium(&self, command: &str, params: &Value) -> Result<Value> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let address = format!("{}{path}", self.session);
        value(self.agent.post(&address).send_json(body).with_context(|| format!("no answer from {address}"))?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver closes the window too when it ends, which is soon.
        let _ = self.agent.delete(&self.session).call();
    }
}

/// Whether a driver at `address` takes commands.
pub(crate) fn answers(address: &str) -> bool {
    ureq::get(format!("{address}/status")).call().is_ok()
}

/// Saves a picture as drivers send it.
pub(crate) fn save(base64: &Value, file: &Path) -> Result<()> {
    let png = BASE64_STANDARD.decode(base64.as_str().context("the driver sent no picture")?)?;
    fs::write(file, png).with_context(|| format!("could not write {}", file.display()))
}

/// What the driver answers, or what it complains about.
fn value(mut answer: ureq::http::Response<ureq::Body>) -> Result<Value> {
    let status = answer.status();
    let mut body: Value = answer.body_mut().with_config().limit(64 << 20).read_json()?;
    let value = body["value"].take();
    if !status.is_success() {
        bail!("the driver refused: {}", value["message"].as_str().unwrap_or("it does not say why"));
    }
    Ok(value)
}
