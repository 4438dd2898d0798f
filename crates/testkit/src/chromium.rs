//! Chromium, as a customer has it.

use std::path::{Path, PathBuf};
use std::process::Command;

use fantoccini::wd::WebDriverCompatibleCommand;
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;
use url::{ParseError, Url};

use crate::Window;
use crate::program::{Program, given};

/// Whether pages may run scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    /// As for everybody.
    On,
    /// As the person set it in the browser's settings.
    Off,
}

/// A browser with its own profile and one window, reached by dereference.
#[derive(Debug)]
pub struct Chromium {
    window: Window,
    downloads: PathBuf,
    _driver: Program,
    /// The profile, and downloads; goes last.
    _folder: TempDir,
}

impl std::ops::Deref for Chromium {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl Chromium {
    /// Opens a browser.
    pub async fn open(scripts: Scripts) -> Self {
        let browser = given("PORTICO_TEST_CHROMIUM");
        let driver = given("PORTICO_TEST_CHROMEDRIVER");
        let port = |line: &str| {
            line.rsplit_once("successfully on port ")?.1.trim().trim_end_matches('.').parse::<u16>().ok()
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let downloads = folder.path().join("downloads");
        std::fs::create_dir(&downloads).expect("a fresh folder");
        // Chromium is ended, not closed, so it does not clear away its profile.
        let (driver, port) =
            Program::start(Command::new(driver).arg("--port=0").env("TMPDIR", folder.path()), port);
        let kind = json!({ "goog:chromeOptions": {
            "binary": browser,
            // Without a sandbox of its own, as root has none; without shared memory, as containers have little.
            "args": ["headless=new", "no-sandbox", "disable-dev-shm-usage", "disable-gpu", "window-size=1280,900"],
            "prefs": {
                "profile.managed_default_content_settings.javascript":
                    match scripts { Scripts::On => 1, Scripts::Off => 2 },
                "download.default_directory": downloads,
                "plugins.always_open_pdf_externally": true,
            },
        } });
        let window = Window::open(&format!("http://127.0.0.1:{port}"), kind).await;
        Self { window, downloads, _driver: driver, _folder: folder }
    }

    /// The folder downloads go to.
    pub fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// Shows pages as on a screen of this width, by day or by night.
    pub async fn resemble(&self, width: u32, scheme: &str) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", scheme).await;
    }

    /// A command of Chromium's own protocol, which says more than WebDriver can.
    async fn devtools(&self, command: &str, params: Value) -> Value {
        let command = Devtools(json!({ "cmd": command, "params": params }));
        let name = command.0.to_string();
        self.issue_cmd(command).await.unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

#[derive(Debug)]
struct Devtools(Value);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.0.to_string()))
    }
}
