//! Migrations, which databases in the field have already run.

use std::fs;

use super::none_may;
use crate::workspace::root;

/// The migrations in a folder, in the order in which they run.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).expect("there are migrations");
    let names = entries.map(|entry| entry.expect("they can be listed").file_name());
    let mut names: Vec<_> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(".sql"));
    names.sort();
    names
}

#[test]
fn migrations_have_each_their_own_number() {
    for folder in ["migrations/server", "migrations/replica"] {
        let names = names(folder);
        assert!(names.first().is_some_and(|name| name.starts_with("0001_")), "{folder} begins with 0001");
        let number = |name: &str| name.split_once('_').and_then(|(number, _)| number.parse::<u32>().ok());
        let twice =
            names.windows(2).filter(|pair| number(&pair[0]).is_none_or(|n| Some(n) >= number(&pair[1])));
        none_may(
            "Migrations are `0001_….sql`, `0002_….sql` and so on: each runs once, in this order, and two \
             branches that add one must notice each other.",
            twice.map(|pair| format!("{folder}/{} needs a number after that of {}", pair[1], pair[0])),
        );
    }
}

#[test]
fn every_migration_runs_under_its_own_number() {
    for (folder, list) in [
        ("migrations/server", "server/src/db/connect.rs"),
        ("migrations/replica", "crates/replica/src/file.rs"),
    ] {
        let source = fs::read_to_string(root().join(list)).expect("the list is there");
        let listed: Vec<&str> =
            source.split(&format!("{folder}/")).skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(listed, names(folder), "{list} lists each once, oldest first");
        // `7, "refunds", include_str!("…/0007_refunds.sql")`, whatever stands between the words.
        let bare = |text: &str| text.replace([' ', '\n', '_'], "");
        let source = bare(&source);
        let wrong = listed.iter().filter(|name| {
            let (number, title) = name.trim_end_matches(".sql").split_once('_').unwrap_or_default();
            let entry = format!("({},\"{title}\",include_str!(", number.trim_start_matches('0'));
            !source.contains(&format!("{}\"../../../{folder}/{}", bare(&entry), bare(name)))
        });
        none_may(
            "A migration is told from the others by its number, which a database in the field has kept.",
            wrong.map(|name| format!("{list} gives {name} another number or title")),
        );
    }
}
