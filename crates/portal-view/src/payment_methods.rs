//! `GET /portal/payment-methods`: cards and bank accounts on file.
//!
//! In: [`PaymentMethod`]s and the policy. Out: [`PaymentMethodsView`] and its page.
//! Not here: the forms that add and change them (`payment_method_forms`).

use domain::policy::{Policy, Reason};
use domain::{Instrument, PaymentMethod, PaymentMethodId, Subscription};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::chrome::{Chrome, Place, csrf_field};
use crate::icon::Icon;
use crate::routes;
use crate::status::{Tone, label};

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
    /// The customer's payment methods, and what the policy lets them do with each.
    pub fn new(
        methods: &[PaymentMethod],
        subscriptions: &[Subscription],
        policy: &Policy<'_>,
        today: Date,
    ) -> Self {
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
                .remove_method(method, methods.len(), subscriptions)
                .err()
                .and_then(|reasons| reasons.first().copied()),
        };
        Self { methods: methods.iter().map(card).collect(), bank_accounts: policy.add_bank_account().is_ok() }
    }
}

/// The page of cards and bank accounts.
pub fn payment_methods(chrome: &Chrome<'_>, view: &PaymentMethodsView) -> Markup {
    let content = html! {
        header.page-head { h1 { "Payment methods" } }
        @if view.methods.is_empty() {
            div.card.empty {
                (Icon::CreditCard)
                p { "No payment method is on file. With one, you can pay invoices here and your subscription renews by itself." }
            }
        } @else {
            ul.cards { @for method in &view.methods { (card(chrome, method)) } }
        }
        div.actions.after {
            a.button.primary href=(routes::ADD_CARD) { "Add a card" }
            @if view.bank_accounts { a.button href=(routes::ADD_BANK_ACCOUNT) { "Add a bank account" } }
        }
    };
    chrome.page(Place::PaymentMethods, "Payment methods", content)
}

fn card(chrome: &Chrome<'_>, method: &MethodCard) -> Markup {
    let name = method.instrument.to_string();
    html! {
        li.card.method {
            div.method-mark { (mark(&method.instrument)) }
            div.method-what {
                h2 { (name) @if method.is_default { " " span.tag { "Default" } } }
                p.method-note {
                    span { (method.holder) }
                    @if let Some(expiry) = method.instrument.expiry() {
                        " " (end(method.ending, &expiry.to_string()))
                    }
                }
                @if method.is_default && method.kept == Some(Reason::LastPaymentMethod) {
                    p.quiet { "Your subscription is paid with it. To replace it, add another first." }
                }
            }
            div.method-tools {
                a.button.small href=(routes::edit_payment_method(&method.id)) { "Update" span.hidden { " " (name) } }
                @if !method.is_default {
                    form method="post" action=(routes::make_default(&method.id)) {
                        (csrf_field(chrome.csrf))
                        button.button.small type="submit" { "Make default" span.hidden { ": " (name) } }
                    }
                }
                @if method.kept.is_none() {
                    a.button.small href=(routes::remove_payment_method(&method.id)) { "Remove" span.hidden { " " (name) } }
                }
            }
        }
    }
}

fn end(ending: Ending, expiry: &str) -> Markup {
    match ending {
        Ending::Far => html! { span { "Expires " (expiry) } },
        Ending::Soon => label(Tone::Caution, &format!("Expires soon, {expiry}")),
        Ending::Over => label(Tone::Critical, &format!("Expired {expiry}")),
    }
}

/// A card or a bank.
pub(crate) fn mark(instrument: &Instrument) -> Icon {
    match instrument {
        Instrument::Card { .. } => Icon::CreditCard,
        Instrument::SepaDebit { .. } | Instrument::UsBankAccount { .. } => Icon::Landmark,
    }
}

/// The question before a payment method is removed.
pub fn remove_confirm(chrome: &Chrome<'_>, method: &PaymentMethod) -> Markup {
    let name = method.instrument.to_string();
    let content = html! {
        div.page-tools { (crate::chrome::back_link(routes::PAYMENT_METHODS, "Payment methods")) }
        header.page-head { h1 { "Remove this payment method?" } }
        form.card.question method="post" action=(routes::remove_payment_method(&method.id)) {
            (csrf_field(chrome.csrf))
            ul.consequences {
                li { strong { (name) } " is taken off file and is not charged again." }
                li { "Payments already made with it stay as they are." }
                li { "You can add it again at any time." }
            }
            div.actions.even {
                a.button href=(routes::PAYMENT_METHODS) { "Keep it" }
                button.button.critical type="submit" { "Remove" }
            }
        }
    };
    chrome.page(Place::PaymentMethods, "Remove payment method", content)
}
