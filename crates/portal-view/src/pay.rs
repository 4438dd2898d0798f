//! `GET /portal/pay`: what is to be paid and by what; and the page that says how it went.
//!
//! In: open invoices, payment methods, payments. Out: [`PayView`], [`PaidView`] and their pages.
//! Not here: asking the provider.

use domain::policy::Policy;
use domain::{Invoice, InvoiceId, Payment, PaymentMethod, PaymentPurpose, PaymentStatus};
use jiff::civil::Date;
use maud::{Markup, html};
use words::Words;

use crate::account::InvoiceRow;
use crate::amount::{DueTotal, amount, amount_with_code};
use crate::chrome::{Chrome, Place, back_link, csrf_field, invoices_path};
use crate::icon::Icon;
use crate::payment_methods::mark;
use crate::routes::{self, Then};
use crate::status::{Tone, label};
use crate::{date, refusal};

/// The question before a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayView<'a> {
    /// The one invoice that is paid; none if all that is due is.
    pub only: Option<InvoiceId>,
    /// What is paid, the longest due first; never empty.
    pub invoices: Vec<InvoiceRow>,
    /// What that adds up to, by currency.
    pub totals: Vec<DueTotal>,
    /// What it can be paid with; the default first.
    pub methods: Vec<&'a PaymentMethod>,
    /// Whether another can be put on file.
    pub may_add: bool,
    /// The day.
    pub today: Date,
}

impl<'a> PayView<'a> {
    /// The question about `only` this invoice, or about all that are due; none if nothing can be paid.
    pub fn new(
        only: Option<InvoiceId>,
        open: &[Invoice],
        methods: &'a [PaymentMethod],
        policy: &Policy<'_>,
        today: Date,
    ) -> Option<Self> {
        let asked = |invoice: &&Invoice| only.as_ref().is_none_or(|only| *only == invoice.id);
        // Without a payment method the page asks for one.
        let payable = |invoice: &&Invoice| {
            let reasons = policy.pay(invoice, methods).err().unwrap_or_default();
            reasons.iter().all(|reason| *reason == domain::policy::Reason::NoPaymentMethod)
        };
        let mut invoices: Vec<InvoiceRow> = open
            .iter()
            .filter(asked)
            .filter(payable)
            .filter_map(|invoice| InvoiceRow::new(invoice, today))
            .collect();
        invoices.sort_by(|a, b| (a.due_on, &a.number).cmp(&(b.due_on, &b.number)));
        let totals = DueTotal::sum(invoices.iter().map(|row| (row.due, row.due_on < today)));
        let (methods, may_add) = (methods.iter().collect(), policy.add_card().is_ok());
        (!invoices.is_empty()).then_some(Self { only, invoices, totals, methods, may_add, today })
    }

    /// What the page says will be charged, as the form brings it back: `EUR 123450,USD 900`.
    pub fn stated(&self) -> String {
        let sums = self.totals.iter().map(|sum| format!("{} {}", sum.total.currency(), sum.total.minor()));
        sums.collect::<Vec<_>>().join(",")
    }

    fn then(&self) -> Then {
        Then::Pay(self.only.clone())
    }

    fn sentence(&self, words: Words) -> String {
        self.totals.iter().map(|sum| words.amount_with_code(sum.total)).collect::<Vec<_>>().join(" and ")
    }
}

/// The page that asks before it pays. `changed` says that the sum is not what it was when the form was sent.
pub fn pay(chrome: &Chrome<'_>, view: &PayView<'_>, changed: bool) -> Markup {
    let words = chrome.words;
    let title = match &view.invoices[..] {
        [only] => format!("Pay invoice {}", only.number),
        all => format!("Pay {} invoices", all.len()),
    };
    let content = html! {
        div.page-tools { (back_link(&invoices_path(), "All invoices")) }
        header.page-head { h1 { (title) } }
        @if changed {
            div.notice.critical role="alert" {
                (Icon::TriangleAlert)
                p { strong { "What is due has changed." } " Nothing was charged. Please look at the new sum." }
            }
        }
        form.card.question method="post" action=(routes::PAY) {
            (csrf_field(chrome.csrf))
            @if let Some(only) = &view.only { input type="hidden" name="invoice" value=(only); }
            input type="hidden" name="stated" value=(view.stated());
            (sum(words, view))
            @if view.methods.is_empty() {
                @if view.may_add {
                    p.lead { "To pay here, put a card on file first." }
                } @else {
                    p.lead { "This cannot be paid here at the moment. Please " (chrome.contact()) "." }
                }
                div.actions.even {
                    a.button href=(invoices_path()) { "Back" }
                    @if view.may_add { a.button.primary href=(view.then().link(routes::ADD_CARD)) { "Add a card" } }
                }
            } @else {
                (choice(view.methods.iter().copied(), view.today, view.may_add.then(|| view.then())))
                div.actions.even {
                    a.button href=(invoices_path()) { "Back" }
                    button.button.primary type="submit" { "Pay " (view.sentence(words)) }
                }
            }
        }
    };
    chrome.page(Place::Invoices, &title, content)
}

fn sum(words: Words, view: &PayView<'_>) -> Markup {
    html! {
        dl.totals.sum {
            @for row in &view.invoices {
                div {
                    dt {
                        "Invoice " (row.number)
                        span.row-hint.critical[row.due_on < view.today] { ", " (date::due_hint(words, row.due_on, view.today)) }
                    }
                    dd { (amount(words, row.due)) }
                }
            }
            @for total in &view.totals { div.grand { dt { "To pay" } dd { (amount_with_code(words, total.total)) } } }
        }
    }
}

/// What it is paid with, and where another card can be put on file that leads back here.
pub(crate) fn choice<'a>(
    methods: impl IntoIterator<Item = &'a PaymentMethod>,
    today: Date,
    add: Option<Then>,
) -> Markup {
    html! {
        fieldset.choices {
            legend { "Pay with" }
            @for (at, method) in methods.into_iter().enumerate() {
                @let id = format!("method-{at}");
                div.choice.roomy {
                    input type="radio" id=(id) name="method" value=(method.id) checked[at == 0] required
                        aria-describedby={ (id) "-note" };
                    label for=(id) { (mark(&method.instrument)) " " (method.instrument) @if method.is_default { " " span.tag { "Default" } } }
                    p.choice-note id={ (id) "-note" } {
                        (method.holder)
                        @if let Some(expiry) = method.instrument.expiry() {
                            @if method.is_expired(today) { ", " span.critical { "expired " (expiry) } }
                            @else { ", expires " (expiry) }
                        }
                    }
                }
            }
            @if let Some(then) = add { p.beside { a href=(then.link(routes::ADD_CARD)) { "Use another card" } } }
        }
    }
}

/// What became of the payments begun together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidView {
    /// Each payment, and the number of its invoice.
    pub payments: Vec<(Payment, String)>,
}

impl PaidView {
    fn count(&self, which: fn(&PaymentStatus) -> bool) -> usize {
        self.payments.iter().filter(|(payment, _)| which(&payment.status)).count()
    }

    fn title(&self) -> String {
        let (all, paid) = (self.payments.len(), self.count(|status| *status == PaymentStatus::Succeeded));
        let open = self.count(PaymentStatus::is_open);
        match (paid, open) {
            (paid, _) if paid == all => "Thank you, this is paid".to_owned(),
            (0, 0) => "The payment did not go through".to_owned(),
            (0, _) => "Your payment is not complete yet".to_owned(),
            (paid, _) => format!("{paid} of {all} invoices are paid"),
        }
    }
}

/// The page that says how it went: which invoice is paid, which is not, and why.
pub fn paid(chrome: &Chrome<'_>, view: &PaidView) -> Markup {
    let words = chrome.words;
    let all_paid = view.count(|status| *status == PaymentStatus::Succeeded) == view.payments.len();
    let some_failed = view.count(|status| matches!(status, PaymentStatus::Failed { .. })) > 0;
    let content = html! {
        header.page-head { h1 { (view.title()) } }
        ul.cards { @for (payment, number) in &view.payments { (receipt(words, payment, number)) } }
        @if all_paid { p.quiet.beside { "We have mailed you a receipt." } }
        div.actions.after {
            @if some_failed { a.button.primary href=(routes::PAY) { "Try again" } a.button href=(routes::PAYMENT_METHODS) { "Payment methods" } }
            a.button href=(invoices_path()) { "See invoices" }
        }
    };
    chrome.page(Place::Invoices, &view.title(), content)
}

fn receipt(words: Words, payment: &Payment, number: &str) -> Markup {
    html! {
        li.card.method {
            div.method-what {
                h2 {
                    @match &payment.purpose {
                        PaymentPurpose::Invoice { invoice_id } => a href=(routes::invoice(invoice_id)) { "Invoice " (number) },
                        PaymentPurpose::Change { .. } => "Change of your subscription",
                    }
                }
                p.method-note { span { (amount_with_code(words, payment.amount)) } " " span { (payment.method) } }
                @if let PaymentStatus::Failed { reason } = payment.status { p.critical { (refusal::decline(words, reason)) } }
            }
            div.method-tools {
                @match &payment.status {
                    PaymentStatus::Succeeded => (label(Tone::Positive, "Paid")),
                    PaymentStatus::Pending => (label(Tone::Info, "In progress")),
                    PaymentStatus::Failed { .. } => (label(Tone::Critical, "Not paid")),
                    PaymentStatus::RequiresAction { url } => a.button.primary href=(url) { "Confirm with your bank" },
                }
            }
        }
    }
}

/// The sandbox's stand-in for a bank's page, on which a payment is confirmed or called off.
pub fn sandbox_bank(chrome: &Chrome<'_>, payment: &Payment) -> Markup {
    let words = chrome.words;
    let content = html! {
        header.page-head { h1 { "Confirm this payment" } }
        form.card.question method="post" action=(routes::sandbox_confirm(&payment.id)) {
            (csrf_field(chrome.csrf))
            p.sandbox-note { (Icon::TriangleAlert) span { strong { "Test bank." } " A real bank shows its own page here. No money moves." } }
            dl.totals.sum {
                div { dt { "To" } dd { (chrome.branding.business_name) } }
                div { dt { "From" } dd { (payment.method) } }
                div.grand { dt { "Amount" } dd { (amount_with_code(words, payment.amount)) } }
            }
            div.actions.even {
                button.button type="submit" name="answer" value="no" { "Call it off" }
                button.button.primary type="submit" name="answer" value="yes" { "Confirm payment" }
            }
        }
    };
    chrome.page(Place::Invoices, "Confirm payment", content)
}
