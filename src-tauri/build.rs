//! Prepares the console's build: checks the configuration, and sees to it that there are pages to embed.

use std::fs;
use std::path::Path;

/// What the window shows when the console was built before its pages were.
const NO_PAGES_YET: &str = "<!doctype html><meta charset=utf-8><title>Portico</title>\
    <p>The console was built without its pages. Run <code>cargo xtask dev</code>, which builds both.";

fn main() -> anyhow::Result<()> {
    let pages = Path::new("ui/dist");
    if !pages.join("index.html").exists() {
        fs::create_dir_all(pages)?;
        fs::write(pages.join("index.html"), NO_PAGES_YET)?;
        println!("cargo::warning=ui/dist held no pages, so the window will say how to build them");
    }
    println!("cargo::rerun-if-changed=ui/dist");
    println!("cargo::rerun-if-changed=src-tauri/capabilities");

    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("src-tauri/capabilities/**/*");
    tauri_build::try_build(attributes)
}
