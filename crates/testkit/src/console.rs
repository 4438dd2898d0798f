//! The real desktop console, driven through its window.

use std::path::Path;
use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use crate::Window;
use crate::program::{Program, free_port, given};

/// A console with a data folder of its own, which may be opened and closed again and again.
#[derive(Debug)]
pub struct Console {
    address: String,
    folder: TempDir,
    _driver: Program,
}

impl Console {
    /// A console that was never opened before.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (port, native) = (free_port(), free_port());
        let mut command = Command::new(given("PORTICO_TEST_TAURI_DRIVER"));
        command
            .args(["--port", &port.to_string(), "--native-port", &native.to_string(), "--native-driver"])
            .arg(given("PORTICO_TEST_WEBKIT_DRIVER"))
            .env("PORTICO_CONSOLE_DATA", folder.path())
            .env_remove("PORTICO_CONSOLE_SERVER")
            .env_remove("PORTICO_CONSOLE_KEY")
            .env("RUST_LOG", "warn");
        let driver = Program::start_silent(&mut command);
        let address = format!("http://127.0.0.1:{port}");
        // It waits for its native driver before it answers, and says nothing when it is ready.
        let status = reqwest::Client::builder().no_proxy().build().expect("a client");
        for _ in 0..600 {
            if status
                .get(format!("{address}/status"))
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                return Self { address, folder, _driver: driver };
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("tauri-driver does not answer at {address}");
    }

    /// Opens the console: its window.
    pub async fn open(&self) -> Window {
        let kind = json!({ "tauri:options": { "application": given("PORTICO_TEST_CONSOLE") } });
        let window = Window::open(&self.address, kind).await;
        // Where nobody manages windows, they begin as small as they may be.
        window.set_window_rect(0, 0, 1280, 820).await.expect("a window that can be resized");
        window
    }

    /// Where it keeps its files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}
