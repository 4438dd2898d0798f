//! tauri-driver, which lets a WebDriver client use the console.
//!
//! In: crates.io. Out: its path. Not here: starting it.

use std::path::PathBuf;

use crate::process::cargo;
use crate::progress::Plan;
use crate::workspace::{cache, on_path};

const VERSION: &str = "2.1.0";

/// The one on `PATH`, else the one we install.
pub(crate) fn tauri_driver() -> PathBuf {
    on_path(&["tauri-driver"]).unwrap_or_else(|| cache().join("bin/tauri-driver"))
}

/// Adds a step that installs it, unless it is there.
pub(super) fn plan(plan: &mut Plan<'_>) {
    if !tauri_driver().is_file() {
        plan.chatty("Installing tauri-driver", || {
            cargo(["install", "tauri-driver", "--locked", "--debug", "--version", VERSION, "--root"])
                .args([cache()])
                .show()
        });
    }
}
