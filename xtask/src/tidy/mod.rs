//! What keeps the house tidy: rules no compiler knows.
//!
//! In: the checkout. Out: failing tests that name each offender and the reason of the rule.
//! Not here: what clippy can check (`clippy.toml`, `[workspace.lints]`).

mod layers;
mod migrations;
mod sources;

/// Fails if there are `offenders`, with the reason why there should be none.
#[track_caller]
fn none_may(rule: &str, offenders: impl IntoIterator<Item = String>) {
    let offenders: Vec<_> = offenders.into_iter().collect();
    assert!(offenders.is_empty(), "{rule}\nBut here:\n  {}", offenders.join("\n  "));
}
