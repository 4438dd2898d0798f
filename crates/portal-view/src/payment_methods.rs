//! `GET /portal/payment-methods`: cards and bank accounts on file.
//!
//! In: [`PaymentMethod`]s and the policy. Out: [`PaymentMethodsView`] and its page.
//! Not here: the forms that add and change them (`payment_method_forms`).

use domain::policy::{Policy, Reason};
use domain::{Instrument, PaymentMethod, PaymentMethodId};
use jiff::civil::Date;
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::chrome::{Chrome, Place, back_link, csrf_field};
use crate::icon::Icon;
use crate::status::{Tone, label};
use crate::{instrument, refusal, routes};

/// How close a card's end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Far away, or it has none.
    Far,
    /// This month or the next.
    Soon,
    /// Past.
    Over,
}

/// A payment method as a card of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodCard {
    /// Leads to its forms.
    pub id: PaymentMethodId,
    /// What it is.
    pub instrument: Instrument,
    /// The name on it.
    pub holder: String,
    /// Whether invoices are charged to it.
    pub is_default: bool,
    /// How close its end is.
    pub ending: Ending,
    /// Why it cannot be removed now; `None` if it can.
    pub kept: Option<Reason>,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentMethodsView {
    /// The default first.
    pub methods: Vec<MethodCard>,
    /// Whether bank accounts are taken too.
    pub bank_accounts: bool,
}

impl PaymentMethodsView {
    /// The customer's payment methods, and what the policy lets them do with each. `running` says whether any
    /// subscription runs.
    pub fn new(methods: &[PaymentMethod], running: bool, policy: &Policy<'_>, today: Date) -> Self {
        let card = |method: &PaymentMethod| MethodCard {
            id: method.id.clone(),
            instrument: method.instrument.clone(),
            holder: method.holder.clone(),
            is_default: method.is_default,
            ending: match method.instrument.expiry() {
                Some(expiry) if expiry.is_over(today) => Ending::Over,
                Some(expiry) if expiry.is_soon(today) => Ending::Soon,
                _ => Ending::Far,
            },
            kept: policy
                .remove_method(method, methods.len(), running)
                .err()
                .and_then(|reasons| reasons.first().copied()),
        };
        Self { methods: methods.iter().map(card).collect(), bank_accounts: policy.add_bank_account().is_ok() }
    }
}

/// The page of cards and bank accounts.
pub fn payment_methods(chrome: &Chrome<'_>, view: &PaymentMethodsView) -> Markup {
    let words = chrome.words;
    let content = html! {
        header.page-head { h1 { (say!(words, "chrome-payment-methods")) } }
        @if view.methods.is_empty() {
            div.card.empty {
                (Icon::CreditCard)
                p { (say!(words, "methods-none")) }
            }
        } @else {
            ul.cards { @for method in &view.methods { (card(chrome, method)) } }
        }
        div.actions.after {
            a.button.primary href=(routes::ADD_CARD) { (say!(words, "quote-add-card")) }
            @if view.bank_accounts {
                a.button href=(routes::ADD_BANK_ACCOUNT) { (say!(words, "bank-add")) }
            }
        }
    };
    chrome.page(Place::PaymentMethods, &say!(words, "chrome-payment-methods"), content)
}

fn card(chrome: &Chrome<'_>, method: &MethodCard) -> Markup {
    let words = chrome.words;
    let name = instrument::name(words, &method.instrument);
    html! {
        li.card.method {
            div.method-mark { (instrument::mark(&method.instrument)) }
            div.method-what {
                h2 { (name) @if method.is_default { " " span.tag { (say!(words, "method-default")) } } }
                p.method-note {
                    span { (method.holder) }
                    @if let Some(expiry) = method.instrument.expiry() {
                        " " (end(words, method.ending, &expiry.to_string()))
                    }
                }
                @match method.kept {
                    Some(Reason::LastPaymentMethod) => p.quiet { (say!(words, "method-kept")) },
                    Some(reason @ Reason::DefaultPaymentMethod) => p.quiet { (refusal::reason(words, reason)) },
                    Some(_) | None => {}
                }
            }
            div.method-tools {
                a.button.small href=(routes::edit_payment_method(&method.id)) {
                    (say!(words, "method-update")) span.hidden { ": " (name) }
                }
                @if !method.is_default {
                    form method="post" action=(routes::make_default(&method.id)) {
                        (csrf_field(chrome.csrf))
                        button.button.small type="submit" { (say!(words, "method-make-default")) span.hidden { ": " (name) } }
                    }
                }
                @if method.kept.is_none() {
                    a.button.small href=(routes::remove_payment_method(&method.id)) {
                        (say!(words, "method-remove")) span.hidden { ": " (name) }
                    }
                }
            }
        }
    }
}

fn end(words: Words, ending: Ending, expiry: &str) -> Markup {
    match ending {
        Ending::Far => html! { span { (say!(words, "method-expires", expiry = expiry)) } },
        Ending::Soon => label(Tone::Caution, &say!(words, "method-expires-soon", expiry = expiry)),
        Ending::Over => label(Tone::Critical, &say!(words, "method-expired", expiry = expiry)),
    }
}

/// The question before a payment method is removed.
pub fn remove_confirm(chrome: &Chrome<'_>, method: &PaymentMethod) -> Markup {
    let words = chrome.words;
    let title = say!(words, "method-remove-title");
    let name = html! { strong { (instrument::name(words, &method.instrument)) } };
    let content = html! {
        div.page-tools { (back_link(routes::PAYMENT_METHODS, &say!(words, "chrome-payment-methods"))) }
        header.page-head { h1 { (title) } }
        form.card.question method="post" action=(routes::remove_payment_method(&method.id)) {
            (csrf_field(chrome.csrf))
            ul.consequences {
                li { (say_markup!(words, "method-remove-off", method = name)) }
                li { (say!(words, "method-remove-made")) }
                li { (say!(words, "method-remove-again")) }
            }
            div.actions.even {
                a.button href=(routes::PAYMENT_METHODS) { (say!(words, "method-remove-no")) }
                button.button.critical type="submit" { (say!(words, "method-remove")) }
            }
        }
    };
    chrome.page(Place::PaymentMethods, &title, content)
}
