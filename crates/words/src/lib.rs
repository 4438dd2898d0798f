//! What customers read, in their language: messages, amounts, numbers and days.
//!
//! In: [`Words`], a handle as small as a number, and what a sentence is about. Out: text or markup.
//! Not here: pages; words for staff and developers, which stay English. Builds for wasm.
//!
//! Messages stand in `locales/<language>/<page>.ftl`, in [Fluent](https://projectfluent.org)'s syntax, and are
//! said with two macros. A file needs to be listed nowhere, but it must be there in all ten languages, with the
//! same messages and the same variables, and each message must be used: `tests/messages.rs` sees to it.
//!
//! ```
//! use words::{Language, Words, say, say_markup};
//!
//! let words = Words::of(Language::De);
//! assert_eq!(say!(words, "home-paid-up"), "Alles ist bezahlt");
//! // Counts choose the plural form and are grouped; names and amounts are put in as they are.
//! assert_eq!(say!(words, "home-open", count = 2), "Sie haben 2 offene Rechnungen");
//! let sum = words.amount(domain::Money::from_minor(123_450, domain::Currency::EUR));
//! assert_eq!(sum, "1.234,50\u{a0}€");
//! // Markup goes into a sentence wherever the language wants it; text is escaped.
//! let business = maud::html! { a href="mailto:help@acme.example" { "Acme" } };
//! let help = say_markup!(words, "home-nothing", business = business).into_string();
//! assert!(help.ends_with(r#"<a href="mailto:help@acme.example">Acme</a>."#));
//! ```
//!
//! In Arabic, what is put into a sentence is wrapped in Unicode isolates (U+2068, U+2069), so that a Latin
//! name cannot turn the words around it; they are as right in attributes and mails as in text. The other
//! languages go without.

mod catalog;
mod country;
mod day;
mod language;
mod line;
mod message;
mod number;

pub use country::country_code;
pub use language::Language;
pub use line::last_day;
pub use message::{Piece, Value};

/// The words of one language: a handle to copy around. Messages are read once, when the first is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Words(Language);

impl Words {
    /// English, the language of all else.
    pub const ENGLISH: Self = Self(Language::En);

    /// The words of a language.
    pub const fn of(language: Language) -> Self {
        Self(language)
    }

    /// Whose words these are.
    pub const fn language(self) -> Language {
        self.0
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let comma = say!(self, "list-comma");
                say!(self, "list-and", first = first.join(&comma), last = last)
            }
        }
    }
}
