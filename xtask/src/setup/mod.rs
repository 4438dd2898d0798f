//! Finds what this machine lacks and installs it.
//!
//! In: what the person wants to do. Out: steps for what is missing; none if all is there.
//! Not here: building anything of ours.

pub(crate) mod apt;
mod packages;
mod system;
mod tauri_driver;
mod verifiers;
pub(crate) mod wasm;

use anyhow::Result;

use crate::progress::Plan;
use system::System;

pub(crate) use packages::{chromedriver, chromium};
pub(crate) use tauri_driver::tauri_driver;
pub(crate) use verifiers::{node_modules, python};

/// What the machine is to be made ready for. Each needs all that the one before it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Goal {
    /// Build everything; run the console on the desktop.
    Demo,
    /// Run console and portal without a desktop, and take their picture.
    Pictures,
    /// Run every test.
    Test,
}

/// Adds a step to `plan` for each thing that is missing.
///
/// Looks only, so it is quick where nothing is missing. Fails if something is missing that we cannot
/// install on this system; the message says what to install.
pub(crate) fn plan(goal: Goal, plan: &mut Plan<'_>) -> Result<()> {
    let system = System::detect();
    let missing = packages::missing(system, goal)?;
    if !missing.is_empty() {
        apt::plan(missing, plan)?;
    }
    wasm::plan(system, plan);
    if goal >= Goal::Pictures {
        tauri_driver::plan(plan);
    }
    if goal >= Goal::Test {
        verifiers::plan(plan);
    }
    Ok(())
}
