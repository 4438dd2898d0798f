//! Who may depend on whom.

use std::collections::BTreeSet;

use super::none_may;
use crate::process::cargo;

/// A package, what may not be below it, however deep, and why.
struct Layer {
    packages: &'static [&'static str],
    without: &'static [&'static str],
    because: &'static str,
}

const LAYERS: &[Layer] = &[
    Layer {
        packages: &["domain", "contract", "portal-view", "invoice-pdf"],
        without: &["tokio", "sqlx", "reqwest", "hyper", "axum", "tauri", "getrandom"],
        because: "they are functions from facts to facts: time, randomness and I/O come in as arguments, \
                  and the console's pages run them in a webview",
    },
    Layer {
        packages: &["client", "replica"],
        without: &["tauri", "axum", "portico"],
        because: "the console's copy must be testable without a window, and knows the server by its API only",
    },
    Layer {
        packages: &["portico-ui"],
        without: &["tokio", "sqlx", "reqwest", "hyper", "client", "replica", "tauri"],
        because: "the pages render what the shell tells them; the shell alone talks to server and disk",
    },
    Layer {
        packages: &["portico-console"],
        without: &["axum", "portico"],
        because: "the console knows the server by its API only",
    },
    Layer {
        packages: &["portico"],
        without: &["client", "replica", "tauri", "testkit"],
        because: "the server must not need what uses it",
    },
];

#[test]
fn nothing_reaches_past_its_layer() {
    for layer in LAYERS {
        for package in layer.packages {
            let below = below(package);
            let offenders = layer.without.iter().filter(|name| below.contains(**name));
            let rule = format!("`{package}` stays without {:?}: {}.", layer.without, layer.because);
            none_may(
                &rule,
                offenders.map(|name| format!("{package} → {name} (`cargo tree -p {package} -i {name}`)")),
            );
        }
    }
}

/// All packages that a release build of `package` contains on the platform it is for.
fn below(package: &str) -> BTreeSet<String> {
    let tree = ["tree", "--locked", "--edges=normal", "--prefix=none", "--format={p}", "--package", package];
    let target = (package == "portico-ui").then_some("--target=wasm32-unknown-unknown");
    let tree = cargo(tree).args(target).text().expect("cargo knows its packages");
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}
