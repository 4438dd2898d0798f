//! What a change must pass.
//!
//! In: the checkout. Out: steps, cheapest first. Not here: the tests themselves (`test.rs`).

use crate::process::{Cmd, cargo, cmd};
use crate::progress::Plan;
use crate::setup::wasm::Toolchain;
use crate::workspace::{on_path, target};

/// Adds the checks that need no test to run.
pub(crate) fn plan(plan: &mut Plan<'_>) {
    plan.chatty("Formatting", || cargo(["fmt", "--all", "--check"]).show());
    plan.again("cargo fmt --all");
    check(plan, "Lints", || cargo(["clippy", "--workspace", "--all-targets", "--", "--deny=warnings"]));
    check(plan, "Documentation", || {
        cargo(["doc", "--workspace", "--no-deps", "--quiet"]).env("RUSTDOCFLAGS", "--deny=warnings")
    });
    plan.chatty("What runs in the webview, for wasm32", || {
        let packages =
            ["domain", "contract", "portal-view", "portico-ui"].map(|name| format!("--package={name}"));
        Toolchain::find()?.cargo("check").args(packages).arg("--target-dir").arg(target().join("wasm")).show()
    });
    if on_path(&["cargo-deny"]).is_some() {
        check(plan, "Licences and advisories", || cmd("cargo-deny", ["--all-features", "check"]));
    }
}

fn check(plan: &mut Plan<'_>, title: &str, command: fn() -> Cmd) {
    plan.chatty(title, move || command().show());
    plan.again(command().to_string());
}
