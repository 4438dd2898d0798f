//! `GET /portal`: what is due, then what one subscribes to, then the latest invoices.
//!
//! In: an [`Account`] and the policy. Out: [`HomeView`] and its page.
//! Not here: sections that are switched off; they leave no trace.

use domain::policy::Policy;
use domain::{Feature, PlanId, SubscriptionStatus};
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::account::{Account, InvoiceRow, SubscriptionSummary};
use crate::amount::{DueTotal, amount, amount_with_code};
use crate::chrome::{Chrome, Place};
use crate::date;
use crate::invoices::invoice_list;
use crate::subscription::past_due;
use crate::subscriptions::subscription_cards;
use crate::waiting::{Waiting, waiting_list};
use crate::{icon::Icon, routes};

/// What the home page shows. A section is `None` where it is switched off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeView {
    /// What is to be paid, with the invoices behind it.
    pub due: Option<Due>,
    /// Running subscriptions first.
    pub subscriptions: Option<Vec<SubscriptionSummary>>,
    /// The latest invoices, newest first.
    pub invoices: Option<Vec<InvoiceRow>>,
    /// Payments that wait for the customer's bank.
    pub waiting: Vec<Waiting>,
    /// Whether invoices can be had as PDF.
    pub pdfs: bool,
}

/// What is to be paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// By currency.
    pub totals: Vec<DueTotal>,
    /// The invoices behind the totals, the longest due first.
    pub invoices: Vec<InvoiceRow>,
}

impl HomeView {
    /// How many of the latest invoices the home page lists.
    pub const RECENT: usize = 5;

    /// The part of the account this policy shows.
    pub fn new(account: &Account<'_>, policy: &Policy<'_>) -> Self {
        let sees = |feature| policy.view(feature).is_ok();
        let row = |invoice| InvoiceRow::new(invoice, account.today);
        let recent = || account.recent_invoices.iter().filter_map(row).take(Self::RECENT).collect();
        Self {
            due: sees(Feature::ViewInvoices).then(|| Due::new(account)),
            subscriptions: sees(Feature::ViewSubscription).then(|| subscriptions(account)),
            invoices: sees(Feature::ViewInvoices).then(recent),
            waiting: account.waiting.iter().filter(|one| one.is_seen(policy)).cloned().collect(),
            pdfs: sees(Feature::DownloadPdfs),
        }
    }
}

impl Due {
    fn new(account: &Account<'_>) -> Self {
        let row = |invoice| InvoiceRow::new(invoice, account.today);
        let mut invoices: Vec<_> =
            account.open_invoices.iter().filter_map(row).filter(InvoiceRow::is_due).collect();
        invoices.sort_by_key(|invoice| invoice.due_on);
        let overdue = |row: &InvoiceRow| row.due_on < account.today;
        let totals = DueTotal::sum(invoices.iter().map(|row| (row.due, overdue(row))));
        Self { totals, invoices }
    }
}

fn subscriptions(account: &Account<'_>) -> Vec<SubscriptionSummary> {
    let plan = |id: &PlanId| account.plans.iter().find(|plan| plan.id == *id);
    let mut all: Vec<_> = account
        .subscriptions
        .iter()
        .map(|subscription| SubscriptionSummary::new(subscription, plan(&subscription.plan_id), account.zone))
        .collect();
    all.sort_by_key(|summary| summary.ended_on.is_some());
    all
}

/// The home page.
pub fn home(chrome: &Chrome<'_>, view: &HomeView) -> Markup {
    let words = chrome.words;
    let nothing_on = view.due.is_none() && view.subscriptions.is_none();
    let content = html! {
        @let behind = view.subscriptions.iter().flatten().any(|one| one.status == SubscriptionStatus::PastDue);
        @match &view.due {
            Some(due) => (due_section(chrome, due, &view.waiting, behind)),
            None if nothing_on => (nothing(chrome)),
            None => header.page-head { h1 { (say!(words, "home-subscriptions")) } },
        }
        (waiting_list(chrome, &view.waiting))
        @if let Some(subscriptions) = &view.subscriptions {
            section.block {
                @if view.due.is_some() { h2 { (say!(words, "chrome-subscriptions")) } }
                (subscription_cards(words, subscriptions, chrome.today))
            }
        }
        @if let Some(invoices) = view.invoices.as_deref().filter(|invoices| !invoices.is_empty()) {
            section.block {
                div.block-head {
                    h2 { (say!(words, "home-latest")) }
                    a href=(routes::INVOICES) { (say!(words, "invoice-all")) }
                }
                (invoice_list(words, invoices, view.pdfs, chrome.today))
            }
        }
    };
    chrome.page(Place::Home, &say!(words, "chrome-home"), content)
}

/// The balance: one sentence, the figures, and the invoices behind them.
fn due_section(chrome: &Chrome<'_>, due: &Due, waiting: &[Waiting], behind: bool) -> Markup {
    let words = chrome.words;
    let is_paid_soon = |invoice: &&InvoiceRow| waiting.iter().any(|one| one.pays(&invoice.id));
    let to_pay = due.invoices.iter().filter(|invoice| !is_paid_soon(invoice)).count();
    let overdue = due.invoices.iter().filter(|invoice| invoice.due_on < chrome.today).count();
    let headline = match (due.invoices.len(), overdue) {
        (0, _) => say!(words, "home-paid-up"),
        (open, 0) => say!(words, "home-open", count = open),
        (_, overdue) => say!(words, "home-overdue", count = overdue),
    };
    html! {
        header.page-head { h1 { (headline) } }
        // What waits for the bank is being paid; the list of it says what is left to do.
        @if behind && to_pay > 0 { (past_due(words)) }
        @if due.invoices.is_empty() {
            div.card.empty.done { (Icon::CircleCheck) p { (say!(words, "home-nothing-due")) } }
        } @else {
            section.card.due aria-label=(say!(words, "home-amount-due")) {
                dl.totals-due {
                    @for total in &due.totals { (due_total(words, due, total)) }
                }
                ul.due-invoices {
                    @for invoice in &due.invoices { (due_invoice(chrome, invoice)) }
                }
                @if to_pay > 0 {
                    p.due-pay { a.button.primary href=(routes::PAY) { (say!(words, "home-pay", count = to_pay)) } }
                }
            }
        }
    }
}

fn due_total(words: Words, due: &Due, total: &DueTotal) -> Markup {
    let currency = total.total.currency();
    let next = due.invoices.iter().find(|invoice| invoice.due.currency() == currency);
    html! {
        div.total-due {
            dt { (say!(words, "home-amount-due")) }
            dd.figure { (amount_with_code(words, total.total)) }
            @if total.overdue == total.total {
                dd.figure-note.critical { (say!(words, "home-all-overdue")) }
            } @else if !total.overdue.is_zero() {
                dd.figure-note.critical {
                    (say_markup!(words, "home-part-overdue", amount = amount(words, total.overdue)))
                }
            } @else if let Some(next) = next {
                dd.figure-note { (say_markup!(words, "home-due-by", day = date::day(words, next.due_on))) }
            }
        }
    }
}

fn due_invoice(chrome: &Chrome<'_>, invoice: &InvoiceRow) -> Markup {
    let words = chrome.words;
    let is_overdue = invoice.due_on < chrome.today;
    let number = html! { span.number { (invoice.number) } };
    html! {
        li.row-link {
            a.stretched href=(routes::invoice(&invoice.id)) { (say_markup!(words, "home-invoice", number = number)) }
            span.row-hint.critical[is_overdue] title=(say!(words, "due-on", day = words.day(invoice.due_on))) {
                (date::due_hint(words, invoice.due_on, chrome.today))
            }
            span.row-amount { (amount(words, invoice.due)) }
            (Icon::ChevronRight)
        }
    }
}

/// Every section is off: say so kindly, instead of an empty page.
fn nothing(chrome: &Chrome<'_>) -> Markup {
    let words = chrome.words;
    html! {
        header.page-head { h1 { (say!(words, "home-welcome", name = chrome.customer_name)) } }
        div.card.empty {
            (Icon::LifeBuoy)
            p { (say_markup!(words, "home-nothing", business = chrome.contact())) }
        }
    }
}
