//! What we need of the system, and how to tell that it is there.
//!
//! In: the system and the goal. Out: the packages that are missing.
//! Not here: installing them (`apt.rs`).

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::system::System;
use super::{Goal, apt};
use crate::process::cmd;
use crate::workspace::on_path;

/// A Debian package, needed from `goal` on.
struct Package {
    name: &'static str,
    goal: Goal,
    found: Found,
}

/// How to tell that we have what a package brings. A tool may have come another way, so we look for it.
enum Found {
    /// Development files: ask dpkg.
    Installed,
    /// A program on `PATH`.
    Program(&'static str),
    /// Anything else.
    If(fn() -> bool),
}

use Found::{If, Installed, Program};

#[rustfmt::skip]
const PACKAGES: &[Package] = &[
    Package { name: "build-essential",              goal: Goal::Demo,     found: Program("cc") },
    Package { name: "pkg-config",                   goal: Goal::Demo,     found: Program("pkg-config") },
    Package { name: "libwebkit2gtk-4.1-dev",        goal: Goal::Demo,     found: Installed },
    Package { name: "librsvg2-dev",                 goal: Goal::Demo,     found: Installed },
    Package { name: "libayatana-appindicator3-dev", goal: Goal::Demo,     found: Installed },
    Package { name: "xvfb",                         goal: Goal::Pictures, found: Program("Xvfb") },
    Package { name: "dbus-x11",                     goal: Goal::Pictures, found: Program("dbus-daemon") },
    Package { name: "gnome-keyring",                goal: Goal::Pictures, found: Program("gnome-keyring-daemon") },
    Package { name: "dunst",                        goal: Goal::Pictures, found: Program("dunst") },
    Package { name: "imagemagick",                  goal: Goal::Pictures, found: Program("import") },
    Package { name: "webkit2gtk-driver",            goal: Goal::Pictures, found: Program("WebKitWebDriver") },
    Package { name: "chromium",                     goal: Goal::Pictures, found: If(|| chromium().is_some()) },
    Package { name: "chromium-driver",              goal: Goal::Pictures, found: If(|| chromedriver().is_some()) },
    Package { name: "postgresql",                   goal: Goal::Test,     found: If(|| postgres().is_some()) },
    Package { name: "poppler-utils",                goal: Goal::Test,     found: Program("pdftotext") },
    Package { name: "qpdf",                         goal: Goal::Test,     found: Program("qpdf") },
    Package { name: "nodejs",                       goal: Goal::Test,     found: Program("node") },
    Package { name: "npm",                          goal: Goal::Test,     found: Program("npm") },
    Package { name: "python3-venv",                 goal: Goal::Test,     found: If(python_makes_environments) },
];

/// What `goal` needs and this machine has not.
///
/// # Errors
/// Where something is missing that apt cannot bring; the message says what to do instead.
pub(super) fn missing(system: System, goal: Goal) -> Result<Vec<&'static str>> {
    let needed = PACKAGES.iter().filter(|package| package.goal <= goal);
    let missing: Vec<_> =
        needed.filter(|package| !package.is_there(system)).map(|package| package.name).collect();
    if !missing.is_empty() && !system.has_apt() {
        bail!(
            "something is missing that we do not install on this system. Please get\n  {}",
            system.by_hand(goal)
        );
    }
    if system == System::Ubuntu && missing.iter().any(|name| name.starts_with("chromium")) {
        bail!(
            "Chromium or its driver is missing. Ubuntu's packages `chromium-browser` and \
             `chromium-chromedriver` only fetch a snap, which we leave to you: please run\n  \
             sudo snap install chromium\n(it brings both), or install Google Chrome and its chromedriver, \
             then run this again"
        );
    }
    Ok(missing)
}

impl Package {
    fn is_there(&self, system: System) -> bool {
        match self.found {
            // Elsewhere the package has another name; if it is missing, the linker says so.
            Installed => !system.has_apt() || apt::installed(&[self.name]),
            Program(program) => on_path(&[program]).is_some(),
            If(condition) => condition(),
        }
    }
}

/// The browser for the portal's tests and pictures.
pub(crate) fn chromium() -> Option<PathBuf> {
    on_path(&["chromium", "chromium-browser", "google-chrome"])
}

/// What drives [`chromium`]. The snap calls it `chromium.chromedriver`.
pub(crate) fn chromedriver() -> Option<PathBuf> {
    on_path(&["chromedriver", "chromium.chromedriver"])
}

/// The folder of Postgres' server programs, which Debian keeps off `PATH`. The newest version wins.
fn postgres() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest =
        versions.map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").exists()).max();
    newest.or_else(|| on_path(&["initdb"])?.parent().map(Path::to_owned))
}

fn python_makes_environments() -> bool {
    cmd("python3", ["-c", "import ensurepip, venv"]).succeeds()
}
