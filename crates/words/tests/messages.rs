//! What must hold for every message: it is there in each language, with the same variables, and somebody says it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, iter};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use words::Language;

/// Key and variables of each message of a language.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn messages(language: Language) -> Messages {
    let mut messages = Messages::new();
    for path in files(&Path::new("locales").join(language.tag()), "ftl") {
        let text = fs::read_to_string(&path).expect("a file");
        let parsed = fluent_syntax::parser::parse(text);
        let resource = parsed.unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let (name, pattern) = (message.id.name, message.value.expect("a message with words"));
            let mut variables = BTreeSet::new();
            of_pattern(&pattern, &mut variables);
            assert_eq!(messages.insert(name.clone(), variables), None, "{name} twice in {}", language.tag());
        }
    }
    messages
}

fn of_pattern(pattern: &Pattern<String>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                of_inline(inline, variables)
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                of_inline(selector, variables);
                variants.iter().for_each(|variant| of_pattern(&variant.value, variables));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn of_inline(inline: &InlineExpression<String>, variables: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        variables.insert(id.name.clone());
    }
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|is| is == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source that may say a message, tests and comments left out.
fn sources() -> Vec<(PathBuf, String)> {
    let folders = ["src", "../portal-view/src", "../invoice-pdf/src", "../../server/src"];
    let paths = folders.iter().flat_map(|folder| files(Path::new(folder), "rs"));
    paths.map(|path| (path.clone(), code(&fs::read_to_string(path).expect("a file")))).collect()
}

fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// The string literals of a source, each with what stands before it on its line.
fn literals(code: &str) -> impl Iterator<Item = (&str, &str)> {
    code.lines().flat_map(|line| {
        let mut at = 0;
        iter::from_fn(move || {
            let start = at + line[at..].find('"')?;
            let end = start + 1 + line[start + 1..].find('"')?;
            at = end + 1;
            Some((&line[..start], &line[start + 1..end]))
        })
    })
}

#[test]
fn every_language_says_the_same() {
    let english = messages(Language::En);
    for language in Language::ALL {
        let other = messages(language);
        let names = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        let (here, there) = (names(&other), names(&english));
        let differing: Vec<_> = here.symmetric_difference(&there).collect();
        assert!(differing.is_empty(), "{}: {differing:?} are missing or too many", language.tag());
        for (key, variables) in &other {
            assert_eq!(variables, &english[key], "variables of {key} in {}", language.tag());
        }
    }
}

#[test]
fn every_message_is_said_and_every_saying_has_a_message() {
    let sources = sources();
    let english = messages(Language::En);
    let literal: BTreeSet<&str> =
        sources.iter().flat_map(|(_, code)| literals(code)).map(|(_, text)| text).collect();
    let unused: Vec<_> = english.keys().filter(|key| !literal.contains(key.as_str())).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
    for (path, code) in &sources {
        for said in code.split("say!(").chain(code.split("say_markup!(")).skip(1) {
            // `words, "key"`; keys that a match chooses are literals too, and caught by debug builds.
            let Some(key) = said.split_once('"').and_then(|(before, rest)| {
                let plain = !before.contains(['(', ')', '{', ';']) && before.trim_end().ends_with(',');
                plain.then(|| rest.split('"').next()).flatten()
            }) else {
                continue;
            };
            assert!(english.contains_key(key), "{}: no message {key}", path.display());
        }
    }
}

/// A guess, but a good one: text begins with a capital, or has a space between two words.
#[test]
fn no_page_brings_words_of_its_own() {
    let root = Path::new("../portal-view/src");
    let mut found = Vec::new();
    for path in files(root, "rs") {
        let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
        let invented =
            name.starts_with("samples") || ["icon.rs", "theme.rs", "assets.rs"].contains(&name.as_str());
        if invented {
            continue;
        }
        let code = code(&fs::read_to_string(&path).expect("a file"));
        for (before, text) in literals(&code) {
            let markup = ["style=", "style={", "content=", "expect(", "reason =", "class=", "placeholder="]
                .iter()
                .any(|attribute| before.contains(attribute));
            let word = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
            let capital =
                text.starts_with(char::is_uppercase) && text.chars().skip(1).any(char::is_lowercase);
            let spaced = text.split_whitespace().filter(|part| word(part)).count() > 1;
            if !markup && (capital || spaced) {
                found.push(format!("{name}: {text:?}"));
            }
        }
    }
    assert!(found.is_empty(), "text that should be a message:\n{}", found.join("\n"));
}
