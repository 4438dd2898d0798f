//! A Cargo that can build for wasm32.
//!
//! In: rustup's toolchain, Debian's packages. Out: a [`Toolchain`] to build with.
//! Not here: what is built with it (`ui.rs`).

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::apt;
use super::system::System;
use crate::process::{Cmd, cargo, cmd};
use crate::progress::Plan;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// The Rust that Debian keeps new for its browsers, and the standard library's source.
const DEBIAN: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
/// By their full path, so that rustup's stay first for everything else.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";

/// Two ways to a wasm32 standard library.
#[derive(Debug)]
pub(crate) enum Toolchain {
    /// rustup installed it ready-made.
    Rustup,
    /// Debian's compiler builds it from source, and rustup's linker links it, as Debian ships none.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// The toolchain this machine has, or why it has none.
    pub(crate) fn find() -> Result<Self> {
        if Path::new(&rustc(&["--print", "target-libdir", "--target", TARGET])?).is_dir() {
            return Ok(Self::Rustup);
        }
        if !apt::installed(&DEBIAN) {
            bail!("Rust's standard library for {TARGET} is missing; `cargo xtask setup` installs it");
        }
        let version = cmd(DEBIAN_RUSTC, ["--version"]).text()?;
        if minor(&version) < minor(concat!("rustc ", env!("CARGO_PKG_RUST_VERSION"))) {
            bail!("Debian's {} is older than {}", version.trim(), env!("CARGO_PKG_RUST_VERSION"));
        }
        Ok(Self::Debian { linker: linker()? })
    }

    /// `cargo <command> --target wasm32-unknown-unknown`, called as this toolchain wants it.
    pub(crate) fn cargo(&self, command: &str) -> Cmd {
        match self {
            Self::Rustup => cargo([command, "--target", TARGET]),
            Self::Debian { linker } => cmd(DEBIAN_CARGO, [command, "--target", TARGET])
                .args(["-Z", "build-std=std,panic_abort"])
                .env("RUSTC", DEBIAN_RUSTC)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                // Cargo lists rustup's libraries there for xtask; this is another compiler.
                .without("LD_LIBRARY_PATH"),
        }
    }
}

/// Adds a step that gets a [`Toolchain`], unless there is one.
pub(super) fn plan(system: System, plan: &mut Plan<'_>) {
    if Toolchain::find().is_err() {
        plan.chatty(format!("Getting Rust's standard library for {TARGET}"), move || install(system));
    }
}

fn install(system: System) -> Result<()> {
    if cmd("rustup", ["target", "add", TARGET]).show().is_ok() {
        return Ok(());
    }
    if system.has_apt() && cmd("apt-cache", ["show"]).args(DEBIAN).succeeds() {
        println!("      rustup could not, so we take Debian's");
        apt::install(&DEBIAN)?;
    }
    Toolchain::find().map(drop).context(format!(
        "the console's pages need Rust's standard library for {TARGET}. Please get it by\n  \
         rustup target add {TARGET}\nwhich downloads from static.rust-lang.org, or on Debian by\n  \
         sudo apt-get install {}\nin version {} or newer",
        DEBIAN.join(" "),
        env!("CARGO_PKG_RUST_VERSION"),
    ))
}

/// The linker that comes with rustup's compiler, for any target.
fn linker() -> Result<PathBuf> {
    let (sysroot, host) = (rustc(&["--print", "sysroot"])?, rustc(&["--print", "host-tuple"])?);
    let linker = Path::new(&sysroot).join("lib/rustlib").join(host).join("bin/rust-lld");
    if !linker.is_file() {
        bail!("there is no {}; please install Rust by rustup", linker.display());
    }
    Ok(linker)
}

fn rustc(args: &[&str]) -> Result<String> {
    Ok(cmd("rustc", args).text()?.trim().to_owned())
}

/// 96 for "rustc 1.96.0 (…)".
fn minor(version: &str) -> Option<u32> {
    version.strip_prefix("rustc 1.")?.split('.').next()?.parse().ok()
}
