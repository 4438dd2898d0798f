//! Running other programs.
//!
//! In: a program and its arguments. Out: success, its output, or an error that names the command and
//! shows what it last said. Not here: which programs, and why.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::process::{Command, Output, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::workspace::root;

/// How much of a failed command's output an error shows.
const LAST_LINES: usize = 40;

/// A command, started in the checkout unless told otherwise.
pub(crate) struct Cmd(Command);

/// `program` with `args`.
pub(crate) fn cmd<A: AsRef<OsStr>>(program: impl AsRef<OsStr>, args: impl IntoIterator<Item = A>) -> Cmd {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    Cmd(command)
}

/// Cargo, of the toolchain that runs xtask: rustup sees to that.
pub(crate) fn cargo<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Cmd {
    cmd("cargo", args)
}

impl Cmd {
    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.0.args(args);
        self
    }

    pub(crate) fn arg(self, arg: impl AsRef<OsStr>) -> Self {
        self.args([arg])
    }

    pub(crate) fn env(mut self, key: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.0.env(key, value);
        self
    }

    pub(crate) fn envs<'a>(mut self, all: impl IntoIterator<Item = &'a (&'static str, OsString)>) -> Self {
        self.0.envs(all.into_iter().map(|(key, value)| (key, value)));
        self
    }

    pub(crate) fn without(mut self, key: &str) -> Self {
        self.0.env_remove(key);
        self
    }

    /// Runs to the end with the caller's terminal.
    pub(crate) fn show(mut self) -> Result<()> {
        let status = self.0.status().with_context(|| format!("could not start `{self}`"))?;
        if !status.success() {
            bail!("`{self}` failed ({status})");
        }
        Ok(())
    }

    /// Runs to the end in silence; what it said is shown only if it fails.
    pub(crate) fn quietly(self) -> Result<()> {
        self.output().map(drop)
    }

    /// Runs to the end and returns what it wrote to standard output.
    pub(crate) fn text(self) -> Result<String> {
        let output = self.output()?;
        String::from_utf8(output.stdout).context("the output is not UTF-8")
    }

    /// Whether it can be started and succeeds.
    pub(crate) fn succeeds(self) -> bool {
        self.output().is_ok()
    }

    /// The command itself, for [`Daemon`](crate::daemon::Daemon) to start.
    pub(crate) fn into_inner(self) -> Command {
        self.0
    }

    fn output(mut self) -> Result<Output> {
        let output =
            self.0.stdin(Stdio::null()).output().with_context(|| format!("could not start `{self}`"))?;
        if !output.status.success() {
            let said = [&output.stdout[..], &output.stderr[..]].concat();
            bail!("`{self}` failed ({}){}", output.status, last_lines(&String::from_utf8_lossy(&said)));
        }
        Ok(output)
    }
}

impl fmt::Display for Cmd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = std::iter::once(self.0.get_program()).chain(self.0.get_args());
        f.write_str(&words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" "))
    }
}

/// The end of what a program said, indented, for an error.
pub(crate) fn last_lines(said: &str) -> String {
    let lines: Vec<_> = said.lines().collect();
    lines[lines.len().saturating_sub(LAST_LINES)..].iter().map(|line| format!("\n  {line}")).collect()
}
