//! The world's countries, as each language names them.
//!
//! In: codes of ISO 3166, or whatever stands in an old address. Out: names and codes.
//! Not here: which parts an address needs (`domain::Address`).
//!
//! `countries.tsv` is CLDR 48's, as ICU tells it (`Intl.DisplayNames`): 30 kB for ten languages, where the
//! library that has it would bring all of them into the console's pages.

use std::sync::LazyLock;

use domain::Address;

use crate::{Language, Words};

struct Country {
    code: &'static str,
    /// In the order of [`LANGUAGES`].
    names: Vec<&'static str>,
}

/// The columns of the table.
const LANGUAGES: [Language; 10] = [
    Language::En,
    Language::De,
    Language::Fr,
    Language::Es,
    Language::Pt,
    Language::It,
    Language::Nl,
    Language::Pl,
    Language::Ja,
    Language::Ar,
];

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let rows = include_str!("../countries.tsv").lines().skip(1);
    let read = |row: &'static str| {
        let (code, names) = row.split_once('\t')?;
        Some(Country { code, names: names.split('\t').collect() })
    };
    rows.filter_map(read).collect()
});

impl Country {
    fn name(&self, language: Language) -> &'static str {
        let column = LANGUAGES.iter().position(|one| *one == language).unwrap_or_default();
        self.names.get(column).copied().unwrap_or(self.code)
    }
}

/// The code of a country given by its code or by its name in any of our languages.
pub fn country_code(given: &str) -> Option<&'static str> {
    let given = given.trim();
    let same = |name: &&str| name.to_lowercase() == given.to_lowercase();
    let by_code = COUNTRIES.iter().find(|country| country.code.eq_ignore_ascii_case(given));
    let found = by_code.or_else(|| COUNTRIES.iter().find(|country| country.names.iter().any(&same)));
    found.map(|country| country.code)
}

impl Words {
    /// Codes and names of all countries, sorted by name as far as that goes without a collation.
    pub fn countries(self) -> Vec<(&'static str, &'static str)> {
        let mut all: Vec<_> =
            COUNTRIES.iter().map(|country| (country.code, country.name(self.language()))).collect();
        all.sort_by_cached_key(|(_, name)| plain(name));
        all
    }

    /// The lines of an address as printed on an envelope, its country by name.
    pub fn address(self, address: &Address) -> Vec<String> {
        Address { country: self.country(&address.country), ..address.clone() }.lines()
    }

    /// The name of the country with this code; what is no code is a name already.
    pub fn country(self, given: &str) -> String {
        let found = COUNTRIES.iter().find(|country| country.code == given);
        found.map_or_else(|| given.to_owned(), |country| country.name(self.language()).to_owned())
    }
}

/// A name without the marks that would sort `Ägypten` behind `Zypern`.
fn plain(name: &str) -> String {
    let bare = |c: char| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ł' => 'l',
        'ś' => 's',
        other => other,
    };
    name.to_lowercase().chars().map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        assert!(COUNTRIES.len() >= 249);
        for country in COUNTRIES.iter() {
            assert_eq!(country.names.len(), LANGUAGES.len(), "{}", country.code);
            assert!(country.names.iter().all(|name| !name.is_empty()), "{}", country.code);
        }
    }

    #[test]
    fn old_addresses_are_understood() {
        for given in ["DE", "de", " Germany ", "Deutschland", "Allemagne", "ドイツ"] {
            assert_eq!(country_code(given), Some("DE"), "{given}");
        }
        assert_eq!(Words::of(Language::Fr).country("DE"), "Allemagne");
        assert_eq!(Words::of(Language::Fr).country("Germany"), "Germany");
        assert_eq!(country_code("Atlantis"), None);
        assert_eq!(country_code(""), None);
    }

    #[test]
    fn names_are_sorted_as_people_look_for_them() {
        let german = Words::of(Language::De).countries();
        let place = |code| german.iter().position(|(one, _)| *one == code).unwrap_or_default();
        assert!(place("AF") < place("AL") && place("EG") < place("AR") && place("AT") < place("ZA"));
    }
}
