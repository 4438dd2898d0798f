//! The main job, ready to be tried: the sample merchant's server, and a console paired with it.
//!
//! In: built binaries. Out: a running demo until Ctrl-C, or pictures of one.
//! Not here: the sample itself (`portico demo` makes it).

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::Value;

use crate::daemon::Daemon;
use crate::pictures;
use crate::process::cmd;
use crate::workspace::{built, root, variable};

/// What `portico demo` writes to `demo.json` before it says that it listens.
#[derive(Debug, Deserialize)]
pub(crate) struct Access {
    pub(crate) server_url: String,
    pub(crate) portal_link: String,
    pub(crate) mail_directory: PathBuf,
    admin_key: String,
}

impl Access {
    /// What the API answers at `path`.
    pub(crate) fn read(&self, path: &str) -> Result<Value> {
        let wanted = ureq::get(format!("{}{path}", self.server_url));
        let answer = wanted.header("authorization", format!("Bearer {}", self.admin_key)).call();
        Ok(answer.with_context(|| format!("the server refused {path}"))?.body_mut().read_json()?)
    }

    /// What the API makes of `wanted` at `path`.
    pub(crate) fn create(&self, path: &str, wanted: &Value) -> Result<Value> {
        let post = ureq::post(format!("{}{path}", self.server_url));
        let answer = post.header("authorization", format!("Bearer {}", self.admin_key)).send_json(wanted);
        Ok(answer.with_context(|| format!("the server refused {path}"))?.body_mut().read_json()?)
    }

    /// What pairs a console with the server, apart from the person's own console.
    pub(crate) fn console_environment(&self, data: &Path) -> [(&'static str, OsString); 3] {
        [
            ("PORTICO_CONSOLE_SERVER", self.server_url.clone().into()),
            ("PORTICO_CONSOLE_KEY", self.admin_key.clone().into()),
            ("PORTICO_CONSOLE_DATA", data.join("console").into()),
        ]
    }
}

/// Where the demo keeps its data from run to run.
fn data() -> PathBuf {
    root().join(".portico/demo")
}

/// Serves the sample and opens the console, until Ctrl-C.
pub(crate) fn run(fresh: bool) -> Result<()> {
    let (mut server, access) = serve(fresh)?;
    server.forward_lines();
    if has_desktop() {
        let console = cmd(built("portico-console"), [""; 0]).envs(&access.console_environment(&data()));
        let mut console = Daemon::start("console", console)?;
        console.wait()?;
        println!("The console is closed. The server still runs; Ctrl-C ends it.");
    } else {
        println!(
            "There is no desktop here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no console opens."
        );
        println!("`cargo xtask demo --headless` takes pictures of it instead.");
    }
    server.wait()?;
    Ok(())
}

/// Serves the sample and saves pictures of portal and console into `folder`.
pub(crate) fn take_pictures(fresh: bool, folder: &Path) -> Result<()> {
    let (_server, access) = serve(fresh)?;
    pictures::take(&access, &data(), folder)?;
    println!("      the pictures are in {}", folder.display());
    Ok(())
}

fn serve(fresh: bool) -> Result<(Daemon, Access)> {
    let data = data();
    fs::create_dir_all(&data)?;
    // The server may have another address than last time, so the console pairs anew.
    match fs::remove_dir_all(data.join("console")) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let demo = cmd(built("portico"), ["demo", "--data"]).args([&data]).args(fresh.then_some("--fresh"));
    let mut server = Daemon::start("server", demo)?;
    server.line(|line| {
        println!("{line}");
        line.starts_with("Ctrl-C").then_some(())
    })?;
    let file = data.join("demo.json");
    let access = fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    Ok((server, serde_json::from_str(&access).with_context(|| format!("{} is damaged", file.display()))?))
}

/// macOS and Windows have one; elsewhere a display server says so.
fn has_desktop() -> bool {
    !cfg!(target_os = "linux") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| variable(name).is_some())
}
