//! Joins the message files of each language, so that a new page needs no list to stand in.
//!
//! In: `locales/<language>/<page>.ftl`. Out: one `<language>.ftl` each, embedded by `catalog.rs`.
//! Not here: checking them; `tests/messages.rs` does.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folder in the environment")]
fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=locales");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for language in sorted(Path::new("locales"))? {
        let mut joined = String::new();
        for page in sorted(&language)? {
            println!("cargo:rerun-if-changed={}", page.display());
            joined.push_str(&fs::read_to_string(page)?);
            joined.push('\n');
        }
        let name = language.file_name().unwrap_or_default();
        fs::write(out.join(name).with_extension("ftl"), joined)?;
    }
    Ok(())
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}
