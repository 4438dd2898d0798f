//! Migrations, which databases in the field have already run.

use std::fs;

use super::none_may;
use crate::workspace::root;

#[test]
fn migrations_have_each_their_own_number() {
    for folder in ["migrations/server", "migrations/replica"] {
        let entries = fs::read_dir(root().join(folder)).expect("there are migrations");
        let names = entries.map(|entry| entry.expect("they can be listed").file_name());
        let mut names: Vec<_> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.retain(|name| name.ends_with(".sql"));
        names.sort();
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
