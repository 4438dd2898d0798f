//! The forms that put a card or a bank account on file, and the one that changes it.
//!
//! In: what was typed, without the numbers. Out: pages. Not here: checking; keeping numbers, which nobody does.

use domain::{Instrument, PaymentMethod};
use maud::{Markup, html};

use crate::chrome::{Chrome, Place, back_link, csrf_field};
use crate::form::{Field, Filled};
use crate::icon::Icon;
use crate::routes::{self, Then};

/// A form to put something on file, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddMethodView {
    /// What was typed, and what is wrong with it.
    pub filled: Filled,
    /// Where to go once it is on file.
    pub then: Then,
    /// Whether only test numbers are taken.
    pub sandbox: bool,
    /// Whether bank accounts are taken too.
    pub bank_accounts: bool,
}

fn then_field(then: &Then) -> Markup {
    html! { @if let Some(word) = then.word() { input type="hidden" name="then" value=(word); } }
}

fn sandbox_note(examples: &str) -> Markup {
    html! {
        p.sandbox-note {
            (Icon::TriangleAlert)
            span { strong { "Test portal." } " No money moves, and only test numbers are taken: " (examples) }
        }
    }
}

/// The form for a card.
pub fn add_card(chrome: &Chrome<'_>, view: &AddMethodView) -> Markup {
    let filled = &view.filled;
    let content = html! {
        div.page-tools { (back_link(routes::PAYMENT_METHODS, "Payment methods")) }
        header.page-head { h1 { "Add a card" } }
        (filled.summary())
        form.card.question.fields method="post" action=(routes::ADD_CARD) autocomplete="on" {
            (csrf_field(chrome.csrf))
            (then_field(&view.then))
            @if view.sandbox { (sandbox_note("4242 4242 4242 4242, any date to come, any three digits.")) }
            (Field::new("number", "Card number", "cc-number").digits(23, "").show(filled))
            div.field-pair {
                (Field::new("expiry", "Expires", "cc-exp").digits(9, "MM/YY").show(filled))
                (Field::new("code", "Security code", "cc-csc").digits(4, "CVC").show(filled))
            }
            (Field::new("holder", "Name on card", "cc-name").show(filled))
            p.quiet { "The number goes to the payment provider and is not kept here: only its last four digits are." }
            div.actions.even {
                a.button href=(routes::PAYMENT_METHODS) { "Back" }
                button.button.primary type="submit" { "Save card" }
            }
        }
        @if view.bank_accounts {
            p.beside { a href=(view.then.link(routes::ADD_BANK_ACCOUNT)) { "Use a bank account instead" } }
        }
    };
    chrome.page(Place::PaymentMethods, "Add a card", content)
}

/// The form for a bank account: an IBAN, or routing and account number.
pub fn add_bank_account(chrome: &Chrome<'_>, view: &AddMethodView) -> Markup {
    let filled = &view.filled;
    let business = &chrome.branding.business_name;
    let content = html! {
        div.page-tools { (back_link(routes::PAYMENT_METHODS, "Payment methods")) }
        header.page-head { h1 { "Add a bank account" } }
        (filled.summary())
        form.card.question.fields method="post" action=(routes::ADD_BANK_ACCOUNT) {
            (csrf_field(chrome.csrf))
            (then_field(&view.then))
            @if view.sandbox { (sandbox_note("IBAN DE89 3704 0044 0532 0130 00, or routing 110000000 with account 000123456789.")) }
            (Field::new("holder", "Account holder", "name").show(filled))
            fieldset.field-group {
                legend { "Account with an IBAN" }
                (Field::new("iban", "IBAN", "off").optional().example("DE89 3704 0044 0532 0130 00").show(filled))
            }
            fieldset.field-group {
                legend { "Or an account in the United States" }
                div.field-pair {
                    (Field::new("routing", "Routing number", "off").optional().digits(11, "").show(filled))
                    (Field::new("account", "Account number", "off").optional().digits(20, "").show(filled))
                }
            }
            p.quiet {
                "By saving it you allow " (business) " to collect what you owe from this account. "
                "You can take that back here at any time. The number is not kept here: only its last four digits are."
            }
            div.actions.even {
                a.button href=(routes::PAYMENT_METHODS) { "Back" }
                button.button.primary type="submit" { "Save account" }
            }
        }
        p.beside { a href=(view.then.link(routes::ADD_CARD)) { "Use a card instead" } }
    };
    chrome.page(Place::PaymentMethods, "Add a bank account", content)
}

/// The form that brings a payment method up to date; its number cannot change.
pub fn edit_method(chrome: &Chrome<'_>, method: &PaymentMethod, filled: &Filled) -> Markup {
    let content = html! {
        div.page-tools { (back_link(routes::PAYMENT_METHODS, "Payment methods")) }
        header.page-head { h1 { "Update " (method.instrument) } }
        (filled.summary())
        form.card.question.fields method="post" action=(routes::edit_payment_method(&method.id)) {
            (csrf_field(chrome.csrf))
            input type="hidden" name="version" value=(method.version);
            @if matches!(method.instrument, Instrument::Card { .. }) {
                (Field::new("expiry", "Expires", "cc-exp").digits(9, "MM/YY")
                    .hint("A card with a new number is added as a new card.").show(filled))
            }
            (Field::new("holder", "Name on it", "name").show(filled))
            fieldset.field-group {
                legend { "Billing address" }
                (Field::new("line1", "Street and number", "address-line1").optional().show(filled))
                (Field::new("line2", "Further line", "address-line2").optional().show(filled))
                div.field-pair {
                    (Field::new("postal_code", "Postal code", "postal-code").optional().show(filled))
                    (Field::new("city", "City", "address-level2").optional().show(filled))
                }
                div.field-pair {
                    (Field::new("region", "Region", "address-level1").optional().show(filled))
                    (Field::new("country", "Country", "country").optional().example("DE").show(filled))
                }
            }
            div.actions.even {
                a.button href=(routes::PAYMENT_METHODS) { "Back" }
                button.button.primary type="submit" { "Save" }
            }
        }
    };
    chrome.page(Place::PaymentMethods, "Update payment method", content)
}
