//! Other people's programs that the stories are told with: verifiers of webhooks, a mail server.
//!
//! In: `tests/package.json` and `tests/requirements.txt`, from npm and PyPI. Out: a folder of Node packages
//! and a Python that has them. Not here: the tests, nor the Rust verifier (a dev-dependency of the tests).

use std::fs;
use std::path::PathBuf;

use crate::process::cmd;
use crate::progress::Plan;
use crate::workspace::{cache, root};

const FOR_NODE: &str = include_str!("../../../tests/package.json");
const FOR_PYTHON: &str = include_str!("../../../tests/requirements.txt");

/// What a test gives to Node as `NODE_PATH`.
pub(crate) fn node_modules() -> PathBuf {
    folder().join("node_modules")
}

/// The interpreter that can import the Python packages.
pub(crate) fn python() -> PathBuf {
    folder().join("python/bin/python3")
}

fn folder() -> PathBuf {
    cache().join("verifiers")
}

/// Adds a step that installs them, unless exactly these are there.
pub(super) fn plan(plan: &mut Plan<'_>) {
    let (done, wanted) = (folder().join("complete"), format!("{FOR_NODE}{FOR_PYTHON}"));
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return;
    }
    plan.silent("Installing webhook verifiers and a mail server for the tests", move || {
        fs::create_dir_all(folder())?;
        fs::write(folder().join("package.json"), FOR_NODE)?;
        cmd("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--prefix"])
            .args([folder()])
            .quietly()?;
        cmd("python3", ["-m", "venv"]).args([folder().join("python")]).quietly()?;
        cmd(python(), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
            .args([root().join("tests/requirements.txt")])
            .quietly()?;
        Ok(fs::write(done, wanted)?)
    });
}
