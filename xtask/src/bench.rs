//! The benchmarks: what they need, then one run of the package `bench`.
//!
//! In: which measurements. Out: steps. Not here: measuring.

use anyhow::{Result, bail};
use clap::Args;

use crate::process::cargo;
use crate::progress::Plan;
use crate::setup::{apt, chromium};
use crate::workspace::{on_path, target};

/// Which measurements; all, unless told otherwise.
#[derive(Args)]
pub(crate) struct Choice {
    /// Handed on to the benchmarks: `--rounds 3`, `--log off`, names of measurements.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENTS")]
    arguments: Vec<String>,
}

/// Adds the steps that get what is missing, build, and measure.
pub(crate) fn plan(choice: &Choice, plan: &mut Plan<'_>) -> Result<()> {
    let missing = missing();
    if !missing.is_empty() && on_path(&["apt-get"]).is_none() {
        bail!(
            "the benchmarks need {}; please install what is missing, then run this again",
            missing.join(", ")
        );
    }
    if !missing.is_empty() {
        apt::plan(missing, plan)?;
    }
    plan.chatty("Building the benchmarks", || cargo(["build", "--release", "--package=bench"]).show());
    let arguments = choice.arguments.clone();
    plan.chatty("Measuring; leave the machine alone meanwhile", move || {
        let bench = cargo(["run", "--release", "--quiet", "--package=bench", "--"]);
        let bench = bench.arg("--folder").arg(target());
        bench.arg("--chromium").arg(chromium().unwrap_or_else(|| "chromium".into())).args(arguments).show()
    });
    Ok(())
}

/// Neither a window nor the console's pages are measured, so this is less than other commands need.
fn missing() -> Vec<&'static str> {
    let tools = [
        ("build-essential", on_path(&["cc"])),
        ("wrk", on_path(&["wrk"])),
        ("chromium", chromium()),
        ("python3", on_path(&["python3"])),
    ];
    tools.into_iter().filter(|(_, found)| found.is_none()).map(|(name, _)| name).collect()
}
