//! `GET /portal/pay`: what is to be paid and by what; and the page that says how it went.
//!
//! In: open invoices, payment methods, payments. Out: [`PayView`], [`PaidView`] and their pages.
//! Not here: asking the provider.

use domain::policy::Policy;
use domain::{Invoice, InvoiceId, Payment, PaymentId, PaymentMethod, PaymentPurpose, PaymentStatus};
use jiff::civil::Date;
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::account::InvoiceRow;
use crate::amount::{DueTotal, amount, amount_with_code};
use crate::chrome::{Chrome, Place, back_link, csrf_field, invoices_path};
use crate::icon::Icon;
use crate::routes::{self, Then};
use crate::status::{Tone, label};
use crate::waiting::{Waiting, to_the_bank, waiting_list};
use crate::{date, instrument, refusal};

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
    /// Payments that wait for the customer's bank; their invoices are not paid once more.
    pub waiting: &'a [Waiting],
    /// The day.
    pub today: Date,
}

impl<'a> PayView<'a> {
    /// The question about `only` this invoice, or about all of `open`, which are not being paid already; none if
    /// nothing can be paid.
    pub fn new(
        only: Option<InvoiceId>,
        open: &[Invoice],
        (methods, waiting): (&'a [PaymentMethod], &'a [Waiting]),
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
        (!invoices.is_empty()).then_some(Self { only, invoices, totals, methods, may_add, waiting, today })
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
        let sums: Vec<_> = self.totals.iter().map(|sum| words.amount_with_code(sum.total)).collect();
        words.list(&sums)
    }
}

/// The page that asks before it pays. `changed` says that the sum is not what it was when the form was sent.
pub fn pay(chrome: &Chrome<'_>, view: &PayView<'_>, changed: bool) -> Markup {
    let words = chrome.words;
    let title = match &view.invoices[..] {
        [only] => say!(words, "pay-title", number = &only.number),
        all => say!(words, "pay-title-all", count = all.len()),
    };
    let content = html! {
        div.page-tools { (back_link(&invoices_path(), &say!(words, "invoice-all"))) }
        header.page-head { h1 { (title) } }
        @if changed {
            div.notice.critical role="alert" {
                (Icon::TriangleAlert)
                p { strong { (say!(words, "pay-changed")) } " " (say!(words, "pay-changed-next")) }
            }
        }
        form.card.question method="post" action=(routes::PAY) {
            (csrf_field(chrome.csrf))
            @if let Some(only) = &view.only { input type="hidden" name="invoice" value=(only); }
            input type="hidden" name="stated" value=(view.stated());
            (sum(words, view))
            @if view.methods.is_empty() {
                @if view.may_add {
                    p.lead { (say!(words, "quote-card-first")) }
                } @else {
                    p.lead {
                        (say!(words, "quote-no-way")) " " (say_markup!(words, "contact-please", business = chrome.contact()))
                    }
                }
                div.actions.even {
                    a.button href=(invoices_path()) { (say!(words, "change-back")) }
                    @if view.may_add {
                        a.button.primary href=(view.then().link(routes::ADD_CARD)) { (say!(words, "quote-add-card")) }
                    }
                }
            } @else {
                (choice(words, view.methods.iter().copied(), view.today, view.may_add.then(|| view.then())))
                div.actions.even {
                    a.button href=(invoices_path()) { (say!(words, "change-back")) }
                    button.button.primary type="submit" { (say!(words, "invoice-pay", amount = view.sentence(words))) }
                }
            }
        }
        (waiting_list(chrome, view.waiting))
    };
    chrome.page(Place::Invoices, &title, content)
}

fn sum(words: Words, view: &PayView<'_>) -> Markup {
    html! {
        dl.totals.sum {
            @for row in &view.invoices {
                div {
                    dt {
                        (say!(words, "home-invoice", number = &row.number))
                        span.row-hint.critical[row.due_on < view.today] { ", " (date::due_hint(words, row.due_on, view.today)) }
                    }
                    dd { (amount(words, row.due)) }
                }
            }
            @for total in &view.totals { div.grand { dt { (say!(words, "pay-sum")) } dd { (amount_with_code(words, total.total)) } } }
        }
    }
}

/// What it is paid with, and where another card can be put on file that leads back here.
pub(crate) fn choice<'a>(
    words: Words,
    methods: impl IntoIterator<Item = &'a PaymentMethod>,
    today: Date,
    add: Option<Then>,
) -> Markup {
    html! {
        fieldset.choices {
            legend { (say!(words, "pay-with")) }
            @for (at, method) in methods.into_iter().enumerate() {
                @let id = format!("method-{at}");
                div.choice.roomy {
                    input type="radio" id=(id) name="method" value=(method.id) checked[at == 0] required
                        aria-describedby={ (id) "-note" };
                    label for=(id) {
                        (instrument::mark(&method.instrument)) " " (instrument::name(words, &method.instrument))
                        @if method.is_default { " " span.tag { (say!(words, "method-default")) } }
                    }
                    p.choice-note id={ (id) "-note" } {
                        (method.holder)
                        @if let Some(expiry) = method.instrument.expiry() {
                            (say!(words, "list-comma"))
                            @if method.is_expired(today) {
                                span.critical { (say!(words, "pay-expired", expiry = expiry.to_string())) }
                            } @else { (say!(words, "pay-expires", expiry = expiry.to_string())) }
                        }
                    }
                }
            }
            @if let Some(then) = add { p.beside { a href=(then.link(routes::ADD_CARD)) { (say!(words, "pay-other-card")) } } }
        }
    }
}

/// What became of the payments begun together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidView {
    /// Each payment, and the number of its invoice.
    pub payments: Vec<(Payment, String)>,
    /// Those whose money goes back, because nothing was due any more when it came.
    pub returned: Vec<PaymentId>,
}

impl PaidView {
    fn count(&self, which: fn(&PaymentStatus) -> bool) -> usize {
        self.payments.iter().filter(|(payment, _)| which(&payment.status)).count()
    }

    fn title(&self, words: Words) -> String {
        let (all, paid) = (self.payments.len(), self.count(|status| *status == PaymentStatus::Succeeded));
        let open = self.count(PaymentStatus::is_open);
        if self.returned.len() == all {
            return say!(words, "paid-returned");
        }
        match (paid, open) {
            (paid, _) if paid == all => say!(words, "paid-all"),
            (0, 0) => say!(words, "quote-title-failed"),
            (0, _) => say!(words, "quote-title-waiting"),
            (paid, _) => say!(words, "paid-some", paid = paid, all = all),
        }
    }
}

/// The page that says how it went: which invoice is paid, which is not, and why.
pub fn paid(chrome: &Chrome<'_>, view: &PaidView) -> Markup {
    let words = chrome.words;
    let all_paid = view.count(|status| *status == PaymentStatus::Succeeded) == view.payments.len();
    let some_failed = view.count(|status| matches!(status, PaymentStatus::Failed { .. })) > 0;
    let content = html! {
        header.page-head { h1 { (view.title(words)) } }
        ul.cards { @for (payment, number) in &view.payments {
            (receipt(chrome, payment, number, view.returned.contains(&payment.id)))
        } }
        @if all_paid { p.quiet.beside { (say!(words, "quote-mailed")) } }
        div.actions.after {
            @if some_failed {
                a.button href=(routes::PAYMENT_METHODS) { (say!(words, "chrome-payment-methods")) }
            }
            a.button href=(invoices_path()) { (say!(words, "paid-see-invoices")) }
        }
    };
    chrome.page(Place::Invoices, &view.title(words), content)
}

fn receipt(chrome: &Chrome<'_>, payment: &Payment, number: &str, returned: bool) -> Markup {
    let words = chrome.words;
    html! {
        li.card.method {
            div.method-what {
                h2 {
                    @match &payment.purpose {
                        PaymentPurpose::Invoice { invoice_id } => {
                            a href=(routes::invoice(invoice_id)) { (say!(words, "home-invoice", number = number)) }
                        }
                        PaymentPurpose::Change { .. } => (say!(words, "paid-change")),
                    }
                }
                p.method-note {
                    span { (amount_with_code(words, payment.amount)) } " "
                    span { (instrument::kept_name(words, &payment.method)) }
                }
                @if let PaymentStatus::Failed { reason } = payment.status { p.critical { (refusal::decline(words, reason)) } }
            }
            div.method-tools {
                @match &payment.status {
                    PaymentStatus::Succeeded if returned => (label(Tone::Info, &say!(words, "paid-returned"))),
                    PaymentStatus::Succeeded => (label(Tone::Positive, &say!(words, "status-paid"))),
                    PaymentStatus::Pending => (label(Tone::Info, &say!(words, "paid-pending"))),
                    PaymentStatus::Failed { .. } => {
                        (label(Tone::Critical, &say!(words, "paid-not")))
                        @if let PaymentPurpose::Invoice { invoice_id } = &payment.purpose {
                            a.button.primary href=(routes::pay(invoice_id)) { (say!(words, "quote-try-again")) }
                        }
                    },
                    PaymentStatus::RequiresAction { .. } => (to_the_bank(words, chrome.csrf, payment)),
                }
            }
        }
    }
}

/// The sandbox's stand-in for a bank's page, on which a payment is confirmed or called off.
pub fn sandbox_bank(chrome: &Chrome<'_>, payment: &Payment) -> Markup {
    let words = chrome.words;
    let content = html! {
        div.page-tools { (back_link(&routes::payment(&payment.id), &say!(words, "quote-bank-later"))) }
        header.page-head { h1 { (say!(words, "sandbox-bank")) } }
        form.card.question method="post" action=(routes::sandbox_confirm(&payment.id)) {
            (csrf_field(chrome.csrf))
            p.sandbox-note { (Icon::TriangleAlert) span { strong { (say!(words, "sandbox-bank-test")) } " " (say!(words, "sandbox-bank-says")) } }
            dl.totals.sum {
                div { dt { (say!(words, "sandbox-bank-to")) } dd { (chrome.branding.business_name) } }
                div { dt { (say!(words, "sandbox-bank-from")) } dd { (instrument::kept_name(words, &payment.method)) } }
                div.grand { dt { (say!(words, "invoice-amount")) } dd { (amount_with_code(words, payment.amount)) } }
            }
            div.actions.even {
                button.button type="submit" name="answer" value="no" { (say!(words, "payment-call-off")) }
                button.button.primary type="submit" name="answer" value="yes" { (say!(words, "sandbox-bank-yes")) }
            }
        }
    };
    chrome.page(Place::Invoices, &say!(words, "sandbox-bank"), content)
}
