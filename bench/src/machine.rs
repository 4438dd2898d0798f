//! The machine the figures are from.
//!
//! In: what the operating system tells. Out: one line. Not here: judging it.

use std::fs::read_to_string;
use std::thread::available_parallelism;

/// `AMD EPYC, 2 cores, load 0.12 before`
pub(crate) fn describe() -> String {
    let cores = available_parallelism().map_or(1, usize::from);
    let load = read_to_string("/proc/loadavg").ok();
    let load = load.as_deref().and_then(|text| text.split(' ').next()).unwrap_or("unknown");
    format!(
        "{}, {cores} cores, load {load} before",
        processor().unwrap_or_else(|| std::env::consts::ARCH.to_owned())
    )
}

fn processor() -> Option<String> {
    let text = read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(": ")?.1.to_owned())
}
