//! What our own sources look like.

use std::fs;
use std::path::Path;

use super::none_may;
use crate::workspace::root;

const FOLDERS: &[&str] = &["bench", "crates", "server", "src-tauri", "tests", "ui", "xtask"];
const LONGEST: usize = 600;
/// A name that says nothing about what is inside attracts everything.
const DRAWERS: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc", "manager", "types"];
/// SQL that the server and the console run; tests and benchmarks may look into a database too.
const SQL_HOMES: &[&str] =
    &["server/src/store/", "server/src/db/", "crates/replica/", "crates/testkit/", "tests/", "bench/"];
const SQL_STARTS: &[&str] = &["\"SELECT ", "\"INSERT INTO ", "\"UPDATE ", "\"DELETE FROM ", "sqlx::query"];

struct Source {
    /// Relative to the checkout, with `/`.
    path: String,
    text: String,
}

#[test]
fn every_file_says_what_it_is() {
    let offenders = sources().into_iter().filter(|source| !source.text.starts_with("//!"));
    none_may(
        "A file starts with `//!`: what it is, what goes in, what comes out, what is not here. A reader \
         decides by it whether to read on.",
        offenders.map(|source| source.path),
    );
}

#[test]
fn no_file_is_too_long_to_be_read_at_once() {
    let lengths = sources().into_iter().map(|source| (source.text.lines().count(), source.path));
    none_may(
        "A file has at most 600 lines; 200 are better. Split it by reason to change.",
        lengths.filter(|(length, _)| *length > LONGEST).map(|(length, path)| format!("{path}: {length}")),
    );
}

#[test]
fn no_file_is_a_drawer() {
    let offenders = sources().into_iter().filter(|source| {
        Path::new(&source.path).iter().any(|part| DRAWERS.iter().any(|drawer| part == *drawer))
            || DRAWERS.iter().any(|drawer| source.path.ends_with(&format!("/{drawer}.rs")))
    });
    none_may(
        "A file is named after the one thing it is about. What two files need gets a name of its own.",
        offenders.map(|source| source.path),
    );
}

#[test]
fn sql_stays_in_the_store_and_the_replica() {
    let elsewhere = sources().into_iter().filter(|source| {
        !SQL_HOMES.iter().any(|home| source.path.starts_with(home)) && !source.path.starts_with("xtask/")
    });
    let offenders = elsewhere.flat_map(|source| {
        let lines = source.text.lines().enumerate();
        let sql = lines.filter(|(_, line)| SQL_STARTS.iter().any(|start| line.contains(start)));
        sql.map(|(number, line)| format!("{}:{}: {}", source.path, number + 1, line.trim()))
            .collect::<Vec<_>>()
    });
    none_may(
        "SQL stands in server/src/store (one file per table) and in crates/replica, so that a change of the \
         schema has one place to look.",
        offenders,
    );
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        collect(&root().join(folder), &mut found);
    }
    assert!(found.len() > 100, "the sources are where we look for them");
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let relative =
                path.strip_prefix(root()).expect("it lies below").to_string_lossy().replace('\\', "/");
            found.push(Source { path: relative, text: fs::read_to_string(&path).expect("Rust is UTF-8") });
        }
    }
}
