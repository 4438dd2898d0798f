//! Folding: "Gonçalves" and "GONCALVES" are one word to whoever types.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents and other marks, letters spelled out where plain keyboards lack them.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            // Some capitals leave a mark behind when lowered: `İ`.
            mark if is_combining_mark(mark) => {}
            plain => folded.push(plain),
        }
    }
    folded
}

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
    fn what_is_typed_plainly_finds_what_is_written_finely() {
        assert_eq!(fold("Gonçalves"), "goncalves");
        assert_eq!(fold("GROẞE ŁÓDŹ İstanbul Ærø"), "grosse lodz istanbul aero");
        assert_eq!(fold("Ａｃｍｅ ﬁne"), "acme fine");
        assert_eq!(typed_words("  O'Brien, a@b.co "), ["o", "brien", "a", "b", "co"]);
        assert_eq!(index_words(["O'Brien & Sons", "CUS-0042"]), "0042 brien cus cus0042 o obrien sons");
    }
}
