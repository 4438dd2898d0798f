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
use crate::workspace::{built, on_path};

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

/// All packages but our tools, which are built apart from them: so neither rebuilds the other's dependencies.
const OURS: [&str; 3] = ["--workspace", "--exclude=xtask", "--exclude=bundler"];

/// Adds the steps that build what the chosen tests need, and run them.
pub(crate) fn plan(choice: &Choice, plan: &mut Plan<'_>) {
    if choice.fast {
        tests(plan, "Stories in one process", cargo(["test"]), &choice.filters);
        return;
    }
    if !choice.slow {
        tests(plan, "Rules of the house", cargo(["test", "--package=xtask"]), &choice.filters);
    }
    plan.chatty("Building the console's pages", ui::build);
    // With `--tests`, so that the binaries have the very dependencies the tests are built with.
    plan.chatty("Building everything", || cargo(["build", "--bins", "--tests"]).args(OURS).show());
    if !choice.slow {
        tests(plan, "Stories in one process, on both databases", cargo(["test"]).args(OURS), &choice.filters);
    }
    let filters = choice.filters.clone();
    plan.chatty("Stories through browsers, the console and others' programs", move || slow(&filters));
    plan.again("cargo xtask test --slow");
}

fn tests(plan: &mut Plan<'_>, title: &str, command: Cmd, filters: &[String]) {
    let again = command.to_string();
    let command = command.arg("--").args(filters).envs(&environment());
    plan.chatty(title, move || command.show());
    plan.again(again);
}

/// One after the other: each wants the screen, and two cores, for itself.
fn slow(filters: &[String]) -> Result<()> {
    let desktop = Desktop::start()?;
    let tests = cargo(["test", "--lib", "--bins", "--tests"]).args(OURS);
    // Measurements are ignored too, but want a release build.
    let tests = tests.args(["--", "--ignored", "--test-threads=1", "--skip=speed"]).args(filters);
    tests.envs(&environment()).envs(desktop.environment()).show()
}

/// Where the tests find what is not theirs. `CONTRIBUTING.md` lists the same names.
fn environment() -> Vec<(&'static str, OsString)> {
    let program = |path: Option<PathBuf>| path.unwrap_or_default().into_os_string();
    vec![
        ("PORTICO_TEST_SERVER", built("portico").into()),
        ("PORTICO_TEST_CONSOLE", built("portico-console").into()),
        ("PORTICO_TEST_BUTTON", built("manage-billing-button").into()),
        ("PORTICO_TEST_TAURI_DRIVER", tauri_driver().into()),
        ("PORTICO_TEST_WEBKIT_DRIVER", program(on_path(&["WebKitWebDriver"]))),
        ("PORTICO_TEST_CHROMIUM", program(chromium())),
        ("PORTICO_TEST_CHROMEDRIVER", program(chromedriver())),
        ("PORTICO_TEST_NODE_MODULES", node_modules().into()),
        ("PORTICO_TEST_PYTHON", python().into()),
    ]
}
