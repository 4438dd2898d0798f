//! The messages of each language, read once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::{Language, Words};

type Bundle = FluentBundle<FluentResource>;

macro_rules! bundles {
    ($($language:ident $tag:literal),*) => {
        /// The messages of a language.
        fn bundle(language: Language) -> &'static Bundle {
            match language {
                $(Language::$language => {
                    static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| {
                        let text = include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".ftl"));
                        let mut bundle = read(Language::$language, text);
                        bundle.set_formatter(Some(|value, _| number(Language::$language, value)));
                        bundle
                    });
                    &BUNDLE
                })*
            }
        }
    };
}

bundles!(En "en", De "de", Fr "fr", Es "es", Pt "pt", It "it", Nl "nl", Pl "pl", Ja "ja", Ar "ar");

fn read(language: Language, text: &str) -> Bundle {
    // What is wrong with a file is left out; the tests let none of it through.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = Bundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
    bundle.set_use_isolating(language == Language::Ar);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Counts in a message are grouped as all numbers are.
fn number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let count = rust_decimal::Decimal::try_from(number.value).ok()?;
    Some(Words::of(language).number(count))
}

/// The message, in English where this language lacks it.
pub(crate) fn message(language: Language, key: &str, args: &FluentArgs<'_>) -> String {
    for language in [language, Language::En] {
        let bundle = bundle(language);
        if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
            let mut faults = Vec::new();
            let said = bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
            debug_assert!(faults.is_empty(), "message {key} in {}: {faults:?}", language.tag());
            return said;
        }
        debug_assert!(false, "no message {key} in {}", language.tag());
    }
    key.to_owned()
}
