//! Migrations, which databases in the field have already run.

use std::fs;

use super::none_may;
use crate::workspace::root;

#[test]
fn migrations_are_numbered_without_gaps() {
    for folder in ["migrations/server", "migrations/replica"] {
        let entries = fs::read_dir(root().join(folder)).expect("there are migrations");
        let names = entries.map(|entry| entry.expect("they can be listed").file_name());
        let mut names: Vec<_> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.retain(|name| name.ends_with(".sql"));
        names.sort();
        assert!(!names.is_empty(), "{folder} holds migrations");
        let misnumbered =
            (1..).zip(names).filter(|(number, name)| !name.starts_with(&format!("{number:04}_")));
        none_may(
            "Migrations are `0001_….sql`, `0002_….sql` and so on: each runs once, in this order, and two \
             branches that add one must notice each other.",
            misnumbered.map(|(number, name)| format!("{folder}/{name} should be number {number}")),
        );
    }
}
