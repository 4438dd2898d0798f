//! The fields of an address: the same wherever a customer may correct one.
//!
//! In: what stands in them. Out: markup, with names as in [`domain::Address`]. Not here: which parts an address needs.

use maud::{Markup, html};
use words::{Words, say};

use crate::form::{Field, Filled};

/// The fields, or what stands there if the customer may not correct it.
pub(crate) fn fields(words: Words, correctable: bool, filled: &Filled) -> Markup {
    let field = |name, label: &str, autocomplete| {
        let field = Field::new(name, label, autocomplete).optional();
        if correctable { field.show(words, filled) } else { field.kept(filled) }
    };
    html! {
        (field("line1", &say!(words, "address-line1"), "address-line1"))
        (field("line2", &say!(words, "address-line2"), "address-line2"))
        div.field-pair {
            (field("postal_code", &say!(words, "address-postal-code"), "postal-code"))
            (field("city", &say!(words, "address-city"), "address-level2"))
        }
        div.field-pair {
            (field("region", &say!(words, "address-region"), "address-level1"))
            @if correctable { (country(words, filled)) } @else {
                (field("country", &say!(words, "address-country"), "country"))
            }
        }
    }
}

fn country(words: Words, filled: &Filled) -> Markup {
    let (now, fault) = (filled.value("country"), filled.fault("country"));
    let known = words.countries();
    html! {
        div.field {
            label for="country" { (say!(words, "address-country")) }
            select id="country" name="country" autocomplete="country" aria-invalid=[fault.map(|_| "true")]
                aria-describedby=[fault.map(|_| "country-error")] {
                option value="" selected[now.is_empty()] { "–" }
                @if !now.is_empty() && known.iter().all(|(code, _)| *code != now) {
                    option value=(now) selected { (now) }
                }
                @for (code, name) in known { option value=(code) selected[code == now] { (name) } }
            }
            @if let Some(fault) = fault { p.field-error id="country-error" { (fault) } }
        }
    }
}
