//! Folding: "Gonçalves" and "GONCALVES" are one word to whoever searches.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents and other marks, letters spelled out where plain keyboards lack them:
/// the form in which texts are searched and sorted.
pub fn fold(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_plainly_finds_what_is_written_finely() {
        assert_eq!(fold("Gonçalves"), "goncalves");
        assert_eq!(fold("GROẞE ŁÓDŹ İstanbul Ærø"), "grosse lodz istanbul aero");
        assert_eq!(fold("Ａｃｍｅ ﬁne"), "acme fine");
    }
}
