//! Where things are.
//!
//! In: the folder xtask was compiled in, Cargo's metadata, the caller's environment.
//! Out: paths. Not here: creating or deleting any of them.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::process::cargo;

/// The checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the checkout")
}

/// Where Cargo puts what it builds: `target/`, unless the caller configured another folder.
pub(crate) fn target() -> &'static Path {
    static TARGET: OnceLock<PathBuf> = OnceLock::new();
    TARGET.get_or_init(|| metadata_target().unwrap_or_else(|_| root().join("target")))
}

fn metadata_target() -> Result<PathBuf> {
    #[derive(Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let text = cargo(["metadata", "--no-deps", "--format-version=1", "--offline"]).text()?;
    Ok(serde_json::from_str::<Metadata>(&text).context("cargo metadata")?.target_directory)
}

/// A binary of this workspace, as `cargo build` leaves it.
pub(crate) fn built(binary: &str) -> PathBuf {
    target().join("debug").join(binary).with_extension(env::consts::EXE_EXTENSION)
}

/// Tools and packages that set-up fetched, shared by all checkouts of this user.
pub(crate) fn cache() -> PathBuf {
    let base = variable("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(Path::new(&variable("HOME")?).join(".cache")))
        .unwrap_or_else(|| target().join("cache"));
    base.join("portico")
}

/// The first of `names` that is an executable file on `PATH`.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = variable("PATH")?;
    names
        .iter()
        .find_map(|name| env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file()))
}

/// A variable of the caller's environment, if set and not empty.
#[expect(clippy::disallowed_methods, reason = "xtask reads its environment here and nowhere else")]
pub(crate) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}
