//! Load from another process: [wrk](https://github.com/wg/wrk), with one thread and 16 connections.
//!
//! In: an address and requests. Out: how many were answered, and how long the slowest of 100 took.
//! Not here: what the requests are about.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use tokio::process::Command;

use crate::table::{Aim, Better, Row};

/// How long a turn lasts, in seconds.
pub(crate) const SECONDS: usize = 3;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/load.lua");
const SEPARATOR: &str = "\u{1e}";

/// What to send.
#[derive(Debug)]
pub(crate) enum Requests {
    /// A GET, over and over.
    Again {
        /// What for.
        path: String,
        /// Whose.
        cookie: String,
    },
    /// Each of these once, as [`post`] writes them: more must not be answered.
    Once(Vec<String>),
}

/// What a turn came to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    per_second: f64,
    /// In milliseconds.
    p99: f64,
}

/// Sends requests for [`SECONDS`].
pub(crate) async fn load(folder: &Path, to: SocketAddr, requests: &Requests) -> anyhow::Result<Load> {
    let mut wrk = Command::new("wrk");
    wrk.args(["-t1", "-c16", &format!("-d{SECONDS}s"), "--timeout=10s", "--script", SCRIPT]);
    match requests {
        Requests::Again { path, cookie } => {
            wrk.args(["--header", &format!("cookie: {cookie}"), &format!("http://{to}{path}")])
        }
        Requests::Once(requests) => {
            let file = folder.join("requests");
            fs::write(&file, requests.join(SEPARATOR))?;
            wrk.arg(format!("http://{to}/")).env("REQUESTS", file)
        }
    };
    let wrk =
        wrk.output().await.context("wrk does not start; `cargo xtask bench` installs it where it can")?;
    let said = String::from_utf8_lossy(&wrk.stdout);
    let numbers = said.lines().find_map(|line| line.strip_prefix("numbers "));
    let numbers =
        numbers.with_context(|| format!("wrk said: {said}{}", String::from_utf8_lossy(&wrk.stderr)))?;
    let numbers: Vec<f64> = numbers.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    let [answered, microseconds, p99, refused, broken] = numbers[..] else { bail!("wrk said: {said}") };
    if let Requests::Once(prepared) = requests {
        ensure!(answered <= prepared.len() as f64, "only {} requests were prepared", prepared.len());
    }
    ensure!(refused + broken == 0.0, "{refused} requests were refused, {broken} broke off");
    Ok(Load { per_second: answered * 1e6 / microseconds, p99: p99 / 1000.0 })
}

/// A POST as it goes over the wire.
pub(crate) fn post(path: &str, headers: &[(&str, &str)], body: &str) -> String {
    let all = [("host", "localhost")].iter().chain(headers);
    let all: String = all.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!("POST {path} HTTP/1.1\r\n{all}content-length: {}\r\n\r\n{body}", body.len())
}

/// The turns of both sides as two rows: how many, and the slowest of 100.
pub(crate) fn rows(
    [many, slowest]: [String; 2],
    beside: &'static str,
    ours: &[Load],
    theirs: &[Load],
    aim: Option<Aim>,
) -> Vec<Row> {
    let row = |what, better, aim, figure: fn(&Load) -> f64| Row {
        what,
        beside,
        better,
        ours: ours.iter().map(figure).collect(),
        theirs: theirs.iter().map(figure).collect(),
        aim,
    };
    vec![
        row(many, Better::Higher, aim, |load| load.per_second),
        row(slowest, Better::Lower, None, |load| load.p99),
    ]
}
