//! The words something is found by.

use domain::fold;

/// The words somebody typed.
pub(crate) fn typed_words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words something can be found by, separated by spaces: each run of letters and digits, and
/// what lies between two spaces as a whole, so that `O'Brien` is found by `brien` and by `obrien`.
pub(crate) fn index_words<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut words: Vec<String> = Vec::new();
    for text in texts {
        for chunk in fold(text).split_whitespace() {
            let runs = typed_words(chunk);
            if runs.len() > 1 {
                words.push(runs.concat());
            }
            words.extend(runs);
        }
    }
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whole_and_by_its_runs() {
        assert_eq!(typed_words("  O'Brien, a@b.co "), ["o", "brien", "a", "b", "co"]);
        assert_eq!(index_words(["O'Brien & Sons", "CUS-0042"]), "0042 brien cus cus0042 o obrien sons");
    }
}
