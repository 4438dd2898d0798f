//! Every test, in the order in which a mistake shows soonest.
//!
//! In: which of them. Out: steps. Not here: the stories (`tests/it`, and beside the code they are about).

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::desktop::Desktop;
use crate::process::{Cmd, cargo};
use crate::progress::Plan;
use crate::setup::{chromedriver, chromium, node_modules, python, tauri_driver};
use crate::ui;
use crate::workspace::{built, on_path, root, variable};

/// Which tests to run; all, unless told otherwise.
#[derive(Args, Default)]
pub(crate) struct Choice {
    /// Only those that run in one process: `cargo test` of the default members.
    #[arg(long)]
    fast: bool,
    /// Only those marked `#[ignore]`: through real browsers, the real console, other people's programs.
    #[arg(long, conflicts_with = "fast")]
    slow: bool,
    /// Only those whose name contains one of these.
    filters: Vec<String>,
}

/// Adds the steps that build what the chosen tests need, and run them.
pub(crate) fn plan(choice: &Choice, plan: &mut Plan<'_>) {
    let filters = choice.filters.clone();
    if choice.fast {
        plan.chatty("Stories in one process", move || {
            cargo(["test", "--"]).args(filters).envs(&environment()).show()
        });
        return;
    }
    plan.chatty("Building the console's pages", ui::build);
    // With `--tests`, so that the binaries have the very dependencies the tests are built with.
    plan.chatty("Building everything", || cargo(["build", "--workspace", "--bins", "--tests"]).show());
    if !choice.slow {
        let filters = filters.clone();
        plan.chatty("Stories in one process, on both databases", move || {
            cargo(["test", "--workspace", "--"]).args(filters).envs(&environment()).show()
        });
        plan.again("cargo xtask test --fast");
    }
    plan.chatty("Stories through browsers, the console and others' programs", move || slow(&filters));
    plan.again("cargo xtask test --slow");
}

/// One after the other: each wants the screen, and two cores, for itself.
fn slow(filters: &[String]) -> Result<()> {
    let desktop = Desktop::start()?;
    let tests = ["test", "--workspace", "--lib", "--bins", "--tests", "--", "--ignored", "--test-threads=1"];
    let tests: Cmd = cargo(tests).args(filters);
    tests.envs(&environment()).envs(desktop.environment()).show()
}

/// Where the tests find what is not theirs. `CONTRIBUTING.md` lists the same names.
fn environment() -> Vec<(&'static str, OsString)> {
    let program = |path: Option<PathBuf>| path.unwrap_or_default().into_os_string();
    let chinook = variable("PORTICO_CHINOOK").unwrap_or_else(|| root().join("../shared/data/chinook").into());
    vec![
        ("PORTICO_TEST_SERVER", built("portico").into()),
        ("PORTICO_TEST_CONSOLE", built("portico-console").into()),
        ("PORTICO_TEST_TAURI_DRIVER", tauri_driver().into()),
        ("PORTICO_TEST_WEBKIT_DRIVER", program(on_path(&["WebKitWebDriver"]))),
        ("PORTICO_TEST_CHROMIUM", program(chromium())),
        ("PORTICO_TEST_CHROMEDRIVER", program(chromedriver())),
        ("PORTICO_TEST_NODE_MODULES", node_modules().into()),
        ("PORTICO_TEST_PYTHON", python().into()),
        ("PORTICO_CHINOOK", chinook),
    ]
}
