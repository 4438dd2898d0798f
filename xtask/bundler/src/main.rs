//! Turns the console's wasm into a folder a webview can load.
//!
//! In: `bundler <wasm> <static files> <scratch folder> <result>`. Out: the result folder, with
//! `console.js` and `console_bg.wasm`, the static files, and the files the portal's preview loads.
//! Not here: compiling the wasm (`cargo xtask ui`).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use anyhow::{Context as _, Result, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// What the static files import, and the stem of the wasm beside it.
const NAME: &str = "console";

fn main() -> Result<()> {
    let args: Vec<_> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [wasm, statics, scratch, result] = &args[..] else {
        bail!("usage: bundler <wasm> <static files> <scratch folder> <result>");
    };
    empty(scratch)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true)?.typescript(false).out_name(NAME);
    // Names of functions are a third of the file, and nobody reads them in a webview.
    bindgen.remove_name_section(true).remove_producers_section(true).generate(scratch)?;
    copy(statics, scratch)?;
    for asset in portal_view::ASSETS {
        write(&scratch.join(asset.path.trim_start_matches('/')), asset.bytes)?;
    }
    ensure!(scratch.join("index.html").is_file(), "there is no {}", statics.join("index.html").display());
    let changed = mirror(scratch, result)?;
    println!("{changed} files changed in {}", result.display());
    Ok(())
}

fn empty(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("could not empty {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Makes `to` hold exactly what `from` holds, and returns how many files that changed.
///
/// Leaves files alone that are the same already, so that Cargo does not rebuild the console for them.
fn mirror(from: &Path, to: &Path) -> Result<usize> {
    let (wanted, present) = (files(from)?, files(to)?);
    let mut changed = 0;
    for stale in present.difference(&wanted) {
        fs::remove_file(to.join(stale))?;
        changed += 1;
    }
    for file in &wanted {
        let bytes = fs::read(from.join(file))?;
        if fs::read(to.join(file)).ok().as_ref() != Some(&bytes) {
            write(&to.join(file), &bytes)?;
            changed += 1;
        }
    }
    Ok(changed)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        write(&to.join(&file), &fs::read(from.join(&file))?)?;
    }
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes).with_context(|| format!("could not write {}", file.display()))
}

/// All files below `folder`, relative to it; none if there is no such folder.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut left = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        if !next.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                left.push(path);
            } else {
                found.insert(path.strip_prefix(folder)?.to_owned());
            }
        }
    }
    Ok(found)
}
