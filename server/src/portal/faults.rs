//! What is wrong with a form, and the parts that several forms have.
//!
//! In: what was typed. Out: what to keep of it, and what to say beside each field. Not here: whether it may be
//! changed (`domain::policy`).

use contract::FieldError;
use domain::Address;
use portal_view::{DetailFault, Words};
use words::say;

/// Of a line of text, in characters.
const LONGEST_LINE: usize = 200;

/// What is wrong with a form, all of it.
#[derive(Debug)]
pub(super) struct Faults {
    words: Words,
    found: Vec<FieldError>,
}

impl Faults {
    pub(super) fn in_words(words: Words) -> Self {
        Self { words, found: Vec::new() }
    }

    /// The language they are told in.
    pub(super) fn words(&self) -> Words {
        self.words
    }

    pub(super) fn is_none(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn into_found(self) -> Vec<FieldError> {
        self.found
    }

    pub(super) fn add(&mut self, field: &str, message: String) {
        self.found.push(FieldError { field: field.into(), message });
    }

    /// One line of text that fits.
    pub(super) fn line(&mut self, field: &str, typed: &str) -> String {
        let text = typed.trim();
        if text.chars().any(char::is_control) || text.chars().count() > LONGEST_LINE {
            self.add(field, say!(self.words, "fault-line", longest = LONGEST_LINE));
        }
        text.to_owned()
    }

    /// An address in the fields that every form of one has. Its country is one of the list, or what stood there
    /// before; one that was written out stays so unless another is chosen.
    pub(super) fn address(&mut self, typed: &Address, before: &Address) -> Address {
        let country = self.line("country", &typed.country);
        let known = portal_view::country_code(&country);
        if known.is_none() && !country.is_empty() && country != before.country {
            self.add("country", DetailFault::Missing.sentence(self.words));
        }
        let same = known.is_some() && known == portal_view::country_code(&before.country);
        Address {
            line1: self.line("line1", &typed.line1),
            line2: self.line("line2", &typed.line2),
            city: self.line("city", &typed.city),
            region: self.line("region", &typed.region),
            postal_code: self.line("postal_code", &typed.postal_code),
            country: if same { before.country.clone() } else { country },
        }
    }
}
