//! Installing Debian packages.
//!
//! In: their names. Out: a step that installs them, or the command a person with more rights must run.
//! Not here: which packages, and whether they are missing.

use std::io::{IsTerminal as _, stdin};

use anyhow::{Result, anyhow};

use crate::process::cmd;
use crate::progress::Plan;

/// How we may become root.
enum Root {
    /// We are.
    Already,
    /// By sudo, which asks for nothing.
    Sudo,
    /// By sudo, which asks the person at the terminal for a password.
    SudoAsks,
}

/// Adds a step that installs `packages`; fails at once if we may not.
pub(crate) fn plan(packages: Vec<&'static str>, plan: &mut Plan<'_>) -> Result<()> {
    let root = Root::find(&packages)?;
    let title = format!("Installing {}", packages.join(", "));
    match root {
        Root::SudoAsks => plan.chatty(title, move || root.install(&packages)),
        Root::Already | Root::Sudo => plan.silent(title, move || root.install(&packages)),
    }
    Ok(())
}

/// Installs `packages` now.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    Root::find(packages)?.install(packages)
}

/// Whether dpkg has fully installed all of `packages`.
pub(super) fn installed(packages: &[&str]) -> bool {
    let status = cmd("dpkg-query", ["--show", "--showformat=${db:Status-Status}\n"]).args(packages).text();
    // It fails if it does not know one of the names.
    status.is_ok_and(|status| status.lines().all(|line| line == "installed"))
}

impl Root {
    fn find(packages: &[&str]) -> Result<Self> {
        if cmd("id", ["--user"]).text()?.trim() == "0" {
            Ok(Self::Already)
        } else if cmd("sudo", ["-n", "true"]).succeeds() {
            Ok(Self::Sudo)
        } else if stdin().is_terminal() && cmd("sudo", ["--version"]).succeeds() {
            Ok(Self::SudoAsks)
        } else {
            Err(anyhow!(
                "some packages are missing, and only root can install them. Please run\n\n  \
                 sudo apt-get install --no-install-recommends {}\n\nthen run this again",
                packages.join(" ")
            ))
        }
    }

    /// `--no-remove`: better to fail than to take away a package the person uses.
    fn install(&self, packages: &[&str]) -> Result<()> {
        self.apt_get(&["update", "--quiet"])?;
        let install = ["install", "--quiet", "--yes", "--no-install-recommends", "--no-remove"];
        self.apt_get(&[&install, packages].concat())
    }

    fn apt_get(&self, args: &[&str]) -> Result<()> {
        // By way of `env`, because sudo drops our environment.
        let apt_get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
        match self {
            Self::Already => cmd(apt_get[0], &apt_get[1..]).args(args).quietly(),
            Self::Sudo => cmd("sudo", ["-n"]).args(apt_get).args(args).quietly(),
            Self::SudoAsks => cmd("sudo", apt_get).args(args).show(),
        }
    }
}
