//! Fields of forms: a label, an input, a hint, and what is wrong with it.
//!
//! In: what was typed and what is wrong with it, as the server found. Out: markup. Not here: what is right.

use maud::{Markup, html};
use words::{Words, say};

use crate::icon::Icon;

/// What was typed into a form and what is wrong with it; empty the first time a form is shown.
///
/// Numbers of cards and accounts are never among the values: they are typed again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// Field and value.
    pub values: Vec<(&'static str, String)>,
    /// Field and sentence.
    pub faults: Vec<(String, String)>,
}

impl Filled {
    /// A form with these values in it.
    pub fn with(values: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { values: values.into_iter().collect(), faults: Vec::new() }
    }

    /// What was typed into a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value)
    }

    pub(crate) fn fault(&self, name: &str) -> Option<&str> {
        self.faults.iter().find(|(field, _)| field == name).map(|(_, fault)| fault.as_str())
    }

    /// Says at the top of a form that something in it needs attention.
    pub(crate) fn summary(&self, words: Words) -> Markup {
        html! {
            @if !self.faults.is_empty() {
                div.notice.critical role="alert" {
                    (Icon::TriangleAlert)
                    p { strong { (say!(words, "form-check")) } " " (say!(words, "form-not-saved")) }
                }
            }
        }
    }
}

/// A line of text to type.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    pub(crate) label: &'a str,
    /// A few words below the label; may be empty.
    pub(crate) hint: &'a str,
    /// What browsers may fill in, in the words of the HTML standard.
    pub(crate) autocomplete: &'a str,
    /// Which keyboard a phone shows: `text`, `numeric`, `email`.
    pub(crate) keyboard: &'a str,
    pub(crate) example: &'a str,
    pub(crate) longest: usize,
    pub(crate) required: bool,
}

impl<'a> Field<'a> {
    pub(crate) fn new(name: &'a str, label: &'a str, autocomplete: &'a str) -> Self {
        Self {
            name,
            label,
            hint: "",
            autocomplete,
            keyboard: "text",
            example: "",
            longest: 200,
            required: true,
        }
    }

    pub(crate) fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    pub(crate) fn digits(self, longest: usize, example: &'a str) -> Self {
        Self { keyboard: "numeric", longest, example, ..self }
    }

    pub(crate) fn example(self, example: &'a str) -> Self {
        Self { example, ..self }
    }

    pub(crate) fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    /// What stands in the field, where it is not for the customer to correct.
    pub(crate) fn kept(self, filled: &Filled) -> Markup {
        html! { dl.details-kept { dt { (self.label) } dd { (filled.value(self.name)) } } }
    }

    /// The field with its label above and what is wrong with it below.
    pub(crate) fn show(self, words: Words, filled: &Filled) -> Markup {
        let fault = filled.fault(self.name);
        let (hint, error) = (format!("{}-hint", self.name), format!("{}-error", self.name));
        let described: Vec<&str> =
            [(!self.hint.is_empty()).then_some(hint.as_str()), fault.map(|_| error.as_str())]
                .into_iter()
                .flatten()
                .collect();
        html! {
            div.field {
                label for=(self.name) {
                    (self.label) @if !self.required { " " span.optional { (say!(words, "form-optional")) } }
                }
                @if !self.hint.is_empty() { p.field-hint id=(hint) { (self.hint) } }
                input type="text" id=(self.name) name=(self.name) value=(filled.value(self.name))
                    autocomplete=(self.autocomplete) inputmode=(self.keyboard) maxlength=(self.longest)
                    placeholder=[(!self.example.is_empty()).then_some(self.example)] required[self.required]
                    aria-invalid=[fault.map(|_| "true")]
                    aria-describedby=[(!described.is_empty()).then(|| described.join(" "))];
                @if let Some(fault) = fault { p.field-error id=(error) { (fault) } }
            }
        }
    }
}
