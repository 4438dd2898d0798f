//! Builds the console's pages.
//!
//! In: `ui/`. Out: `ui/dist/`, which the console embeds.
//! Not here: what wasm-bindgen does (`xtask/bundler`), as it takes long to compile.

use anyhow::Result;

use crate::process::cargo;
use crate::setup::wasm::{TARGET, Toolchain};
use crate::workspace::{root, target};

/// Pages in tests are built as they ship: a debug build takes as long and is ten times the size.
const PROFILE: &str = "wasm";

/// Brings `ui/dist` up to date. Quick where nothing changed: Cargo knows, and the bundler writes only
/// what differs.
pub(crate) fn build() -> Result<()> {
    // A folder of its own, as the compiler may not be the one that builds the rest.
    let wasm = target().join("wasm");
    let pages = Toolchain::find()?.cargo("build").args([
        "--package=portico-ui",
        "--profile",
        PROFILE,
        "--target-dir",
    ]);
    pages.args([&wasm]).show()?;

    let binary = wasm.join(TARGET).join(PROFILE).join("portico-ui.wasm");
    let bundler = cargo(["run", "--quiet", "--package=bundler", "--"]);
    bundler.args([binary, root().join("ui/static"), wasm.join("bundle"), root().join("ui/dist")]).show()
}
