//! Other people's webhook verifiers, which our signatures are tested against.
//!
//! In: npm and PyPI. Out: a folder of Node packages and a Python that has them.
//! Not here: the tests, nor the Rust verifier (a dev-dependency of the tests).

use std::fs;
use std::path::PathBuf;

use crate::process::cmd;
use crate::progress::Plan;
use crate::workspace::cache;

const NODE_PACKAGE: &str = "standardwebhooks@1.1.1";
const PYTHON_PACKAGE: &str = "standardwebhooks==1.1.0";

/// What a test gives to Node as `NODE_PATH`.
pub(crate) fn node_modules() -> PathBuf {
    folder().join("node_modules")
}

/// The interpreter that can import the Python verifier.
pub(crate) fn python() -> PathBuf {
    folder().join("python/bin/python3")
}

/// Named after its content, so that another version gets another folder.
fn folder() -> PathBuf {
    cache().join(format!("verifiers-{NODE_PACKAGE}-{PYTHON_PACKAGE}"))
}

/// Adds a step that installs them, unless it is done.
pub(super) fn plan(plan: &mut Plan<'_>) {
    let done = folder().join("complete");
    if done.is_file() {
        return;
    }
    plan.silent("Installing the webhook verifiers for Node and Python", move || {
        fs::create_dir_all(folder())?;
        cmd("npm", ["install", "--no-audit", "--no-fund", "--prefix"])
            .args([folder()])
            .args([NODE_PACKAGE])
            .quietly()?;
        cmd("python3", ["-m", "venv"]).args([folder().join("python")]).quietly()?;
        cmd(python(), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", PYTHON_PACKAGE])
            .quietly()?;
        Ok(fs::write(done, "")?)
    });
}
