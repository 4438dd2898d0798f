//! Saying a message: [`say!`](crate::say) for text, [`say_markup!`](crate::say_markup) for pages.

use fluent_bundle::{FluentArgs, FluentValue};
use maud::{Markup, PreEscaped, Render};

use crate::{Words, catalog};

/// What is put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// As it is.
    Text(String),
    /// Chooses the plural form, and is grouped.
    Count(i64),
}

/// What is put into markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// As it is; what was text is escaped by now.
    Markup(String),
    /// Chooses the plural form, and is grouped.
    Count(i64),
}

macro_rules! from_text {
    ($($text:ty),*) => {$(
        impl From<$text> for Value {
            fn from(text: $text) -> Self {
                Self::Text(text.to_string())
            }
        }
        impl From<$text> for Piece {
            fn from(text: $text) -> Self {
                Self::Markup(text.render().into_string())
            }
        }
    )*};
}

macro_rules! from_count {
    ($($count:ty),*) => {$(
        impl From<$count> for Value {
            fn from(count: $count) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        }
        impl From<$count> for Piece {
            fn from(count: $count) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        }
    )*};
}

from_text!(&str, String, &String);
from_count!(i32, i64, u16, u32, u64, usize);

impl From<Markup> for Piece {
    fn from(markup: Markup) -> Self {
        Self::Markup(markup.into_string())
    }
}

/// Says a message as text: `say!(words, "home-open", count = 2)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($key, &[$((stringify!($name), $crate::Value::from($value))),*])
    };
}

/// Says a message as markup: text is escaped, markup put in as it is.
#[macro_export]
macro_rules! say_markup {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say_markup($key, &[$((stringify!($name), $crate::Piece::from($value))),*])
    };
}

/// Stands for the first piece of markup while a message is put together. Private use, so no message holds it;
/// what people wrote never passes through here as text.
const FIRST_PLACE: u32 = 0xE000;

impl Words {
    /// A message as text; use [`say!`](crate::say).
    pub fn say(self, key: &str, values: &[(&'static str, Value)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
                Value::Count(count) => args.set(*name, *count),
            }
        }
        catalog::message(self.language(), key, &args)
    }

    /// A message as markup; use [`say_markup!`](crate::say_markup).
    pub fn say_markup(self, key: &str, pieces: &[(&'static str, Piece)]) -> Markup {
        let mut args = FluentArgs::with_capacity(pieces.len());
        let mut places = Vec::new();
        for (name, piece) in pieces {
            match piece {
                Piece::Count(count) => args.set(*name, *count),
                Piece::Markup(markup) => {
                    let place =
                        (FIRST_PLACE..).nth(places.len()).and_then(char::from_u32).unwrap_or_default();
                    args.set(*name, FluentValue::from(place.to_string()));
                    places.push((place, markup));
                }
            }
        }
        let mut said = catalog::message(self.language(), key, &args).render().into_string();
        for (place, markup) in places {
            said = said.split(place).collect::<Vec<_>>().join(markup);
        }
        PreEscaped(said)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Words};

    #[test]
    fn what_people_wrote_stays_text() {
        let words = Words::ENGLISH;
        let said = say_markup!(words, "home-nothing", business = "<b>\u{e000}&").into_string();
        assert!(said.contains("&lt;b&gt;\u{e000}&amp;"), "{said}");
    }

    #[test]
    fn counts_take_the_form_their_language_has_for_them() {
        let polish = |count| say!(Words::of(Language::Pl), "home-open", count = count);
        assert_eq!(polish(3), "Masz 3 nieopłacone faktury");
        assert_eq!(polish(12), "Masz 12 nieopłaconych faktur");
    }
}
