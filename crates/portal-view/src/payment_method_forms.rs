//! The forms that put a card or a bank account on file, and the one that changes it.
//!
//! In: what was typed, without the numbers. Out: pages. Not here: checking; keeping numbers, which nobody does.

use domain::{Instrument, PaymentMethod};
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::chrome::{Chrome, Place, back_link, csrf_field};
use crate::form::{Field, Filled};
use crate::icon::Icon;
use crate::routes::{self, Then};
use crate::{address, instrument};

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

fn sandbox_note(words: Words, examples: Markup) -> Markup {
    html! {
        p.sandbox-note {
            (Icon::TriangleAlert)
            span { strong { (say!(words, "method-test")) } " " (examples) }
        }
    }
}

/// The form for a card.
pub fn add_card(chrome: &Chrome<'_>, view: &AddMethodView) -> Markup {
    let (words, filled) = (chrome.words, &view.filled);
    let title = say!(words, "quote-add-card");
    let test = say_markup!(words, "method-test-card", number = "4242 4242 4242 4242");
    let content = html! {
        div.page-tools { (back_link(routes::PAYMENT_METHODS, &say!(words, "chrome-payment-methods"))) }
        header.page-head { h1 { (title) } }
        (filled.summary(words))
        form.card.question.fields method="post" action=(routes::ADD_CARD) autocomplete="on" {
            (csrf_field(chrome.csrf))
            (then_field(&view.then))
            @if view.sandbox { (sandbox_note(words, test)) }
            (Field::new("number", &say!(words, "card-number"), "cc-number").digits(23, "").show(words, filled))
            div.field-pair {
                (Field::new("expiry", &say!(words, "card-expires"), "cc-exp")
                    .digits(9, &say!(words, "card-expires-example")).show(words, filled))
                (Field::new("code", &say!(words, "card-code"), "cc-csc").digits(4, "CVC").show(words, filled))
            }
            (Field::new("holder", &say!(words, "card-holder"), "cc-name").show(words, filled))
            p.quiet { (say!(words, "card-not-kept")) }
            div.actions.even {
                a.button href=(routes::PAYMENT_METHODS) { (say!(words, "change-back")) }
                button.button.primary type="submit" { (say!(words, "card-save")) }
            }
        }
        @if view.bank_accounts {
            p.beside { a href=(view.then.link(routes::ADD_BANK_ACCOUNT)) { (say!(words, "card-bank-instead")) } }
        }
    };
    chrome.page(Place::PaymentMethods, &title, content)
}

/// The form for a bank account: an IBAN, or routing and account number.
pub fn add_bank_account(chrome: &Chrome<'_>, view: &AddMethodView) -> Markup {
    let (words, filled) = (chrome.words, &view.filled);
    let business = &chrome.branding.business_name;
    let title = say!(words, "bank-add");
    let iban = "DE89 3704 0044 0532 0130 00";
    let test =
        say_markup!(words, "method-test-bank", iban = iban, routing = "110000000", account = "000123456789");
    let content = html! {
        div.page-tools { (back_link(routes::PAYMENT_METHODS, &say!(words, "chrome-payment-methods"))) }
        header.page-head { h1 { (title) } }
        (filled.summary(words))
        form.card.question.fields method="post" action=(routes::ADD_BANK_ACCOUNT) {
            (csrf_field(chrome.csrf))
            (then_field(&view.then))
            @if view.sandbox { (sandbox_note(words, test)) }
            (Field::new("holder", &say!(words, "bank-holder"), "name").show(words, filled))
            fieldset.field-group {
                legend { (say!(words, "bank-with-iban")) }
                (Field::new("iban", "IBAN", "off").optional().example(iban).show(words, filled))
            }
            fieldset.field-group {
                legend { (say!(words, "bank-in-us")) }
                div.field-pair {
                    (Field::new("routing", &say!(words, "bank-routing"), "off").optional().digits(11, "").show(words, filled))
                    (Field::new("account", &say!(words, "bank-account"), "off").optional().digits(20, "").show(words, filled))
                }
            }
            p.quiet {
                (say_markup!(words, "bank-mandate", business = business)) " " (say!(words, "bank-not-kept"))
            }
            div.actions.even {
                a.button href=(routes::PAYMENT_METHODS) { (say!(words, "change-back")) }
                button.button.primary type="submit" { (say!(words, "bank-save")) }
            }
        }
        p.beside { a href=(view.then.link(routes::ADD_CARD)) { (say!(words, "bank-card-instead")) } }
    };
    chrome.page(Place::PaymentMethods, &title, content)
}

/// The form that brings a payment method up to date; its number cannot change.
pub fn edit_method(chrome: &Chrome<'_>, method: &PaymentMethod, filled: &Filled) -> Markup {
    let words = chrome.words;
    let title = say!(words, "method-edit", method = instrument::name(words, &method.instrument));
    let content = html! {
        div.page-tools { (back_link(routes::PAYMENT_METHODS, &say!(words, "chrome-payment-methods"))) }
        header.page-head { h1 { (title) } }
        (filled.summary(words))
        form.card.question.fields method="post" action=(routes::edit_payment_method(&method.id)) {
            (csrf_field(chrome.csrf))
            input type="hidden" name="version" value=(method.version);
            @if matches!(method.instrument, Instrument::Card { .. }) {
                (Field::new("expiry", &say!(words, "card-expires"), "cc-exp")
                    .digits(9, &say!(words, "card-expires-example"))
                    .hint(&say!(words, "method-new-number")).show(words, filled))
            }
            (Field::new("holder", &say!(words, "method-holder"), "name").show(words, filled))
            fieldset.field-group {
                legend { (say!(words, "method-address")) }
                (address::fields(words, true, filled))
            }
            div.actions.even {
                a.button href=(routes::PAYMENT_METHODS) { (say!(words, "change-back")) }
                button.button.primary type="submit" { (say!(words, "method-save")) }
            }
        }
    };
    chrome.page(Place::PaymentMethods, &title, content)
}
