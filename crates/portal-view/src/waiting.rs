//! Payments that wait for the customer's bank: told wherever somebody might pay once more.
//!
//! In: payments under way. Out: a card for each, with the way to the bank and the way out.
//! Not here: how a payment ended (`pay`, `quote`).

use domain::policy::Policy;
use domain::{Feature, InvoiceId, Payment, PaymentPurpose, PaymentStatus};
use maud::{Markup, html};
use words::{Words, say};

use crate::amount::amount_with_code;
use crate::chrome::{Chrome, csrf_field};
use crate::{instrument, routes};

/// A payment that the customer has yet to confirm with their bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The payment.
    pub payment: Payment,
    /// The number of the invoice it is for; none where it is for a change of a subscription.
    pub invoice_number: Option<String>,
}

impl Waiting {
    /// Whether it pays this invoice.
    pub fn pays(&self, invoice: &InvoiceId) -> bool {
        matches!(&self.payment.purpose, PaymentPurpose::Invoice { invoice_id } if invoice_id == invoice)
    }

    /// Whether what it is for may be seen.
    pub(crate) fn is_seen(&self, policy: &Policy<'_>) -> bool {
        policy
            .view(match self.payment.purpose {
                PaymentPurpose::Invoice { .. } => Feature::ViewInvoices,
                PaymentPurpose::Change { .. } => Feature::ViewSubscription,
            })
            .is_ok()
    }
}

/// All that waits, with what there is to do about it; nothing where nothing does.
pub(crate) fn waiting_list(chrome: &Chrome<'_>, waiting: &[Waiting]) -> Markup {
    let words = chrome.words;
    html! {
        @if !waiting.is_empty() {
            section.block {
                h2 { (say!(words, "waiting-title", count = waiting.len())) }
                p.quiet { (say!(words, "waiting-says")) }
                ul.cards { @for one in waiting { (card(chrome, one)) } }
            }
        }
    }
}

fn card(chrome: &Chrome<'_>, waiting: &Waiting) -> Markup {
    let (words, payment) = (chrome.words, &waiting.payment);
    html! {
        li.card.method {
            div.method-what {
                h3 {
                    @match &waiting.invoice_number {
                        Some(number) => (say!(words, "home-invoice", number = number)),
                        None => (say!(words, "paid-change")),
                    }
                }
                p.method-note {
                    span { (amount_with_code(words, payment.amount)) } " "
                    span { (instrument::kept_name(words, &payment.method)) }
                }
            }
            div.method-tools { (to_the_bank(words, chrome.csrf, payment)) }
        }
    }
}

/// The two ways on from a payment that waits: to the bank, or out of it.
pub(crate) fn to_the_bank(words: Words, csrf: &str, payment: &Payment) -> Markup {
    html! {
        @if let PaymentStatus::RequiresAction { url } = &payment.status {
            form method="post" action=(routes::call_off(&payment.id)) {
                (csrf_field(csrf))
                button.button type="submit" { (say!(words, "payment-call-off")) }
            }
            a.button.primary href=(url) { (say!(words, "quote-bank-act")) }
        }
    }
}
