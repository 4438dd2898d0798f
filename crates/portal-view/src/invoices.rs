//! `GET /portal/invoices`: every invoice, current and past.
//!
//! In: rows of one stretch of the list. Out: [`InvoicesView`] and its page; the table the home page shares.
//! Not here: drafts; the query.

use domain::InvoiceStatus;
use jiff::civil::Date;
use maud::{Markup, html};
use words::{Words, say};

use crate::account::InvoiceRow;
use crate::amount::{amount, amount_with_code};
use crate::chrome::{Chrome, Place};
use crate::icon::Icon;
use crate::routes::{self, Stretch};
use crate::{date, status};

/// Which invoices the list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InvoiceFilter {
    /// All, void ones included.
    #[default]
    All,
    /// Settled.
    Paid,
    /// Open and in time.
    Pending,
    /// Open and late.
    Overdue,
}

impl InvoiceFilter {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::All, Self::Paid, Self::Pending, Self::Overdue];

    /// As in the query.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Paid => "paid",
            Self::Pending => "pending",
            Self::Overdue => "overdue",
        }
    }

    /// What a query asks for; unknown words ask for all.
    pub fn from_query(text: &str) -> Self {
        Self::ALL.into_iter().find(|filter| filter.as_str() == text).unwrap_or_default()
    }

    /// The status this filter keeps; none keeps all.
    pub fn status(self) -> Option<InvoiceStatus> {
        match self {
            Self::All => None,
            Self::Paid => Some(InvoiceStatus::Paid),
            Self::Pending => Some(InvoiceStatus::Pending),
            Self::Overdue => Some(InvoiceStatus::Overdue),
        }
    }

    fn say(self, words: Words) -> String {
        match self {
            Self::All => say!(words, "invoices-all"),
            Self::Paid => say!(words, "invoices-paid"),
            Self::Pending => say!(words, "invoices-pending"),
            Self::Overdue => say!(words, "invoices-overdue"),
        }
    }
}

/// One stretch of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoicesView {
    /// Which invoices it shows.
    pub filter: InvoiceFilter,
    /// Newest first.
    pub rows: Vec<InvoiceRow>,
    /// The cursor of older ones, if there are any.
    pub older: Option<String>,
    /// The cursor of newer ones, if there are any.
    pub newer: Option<String>,
    /// Whether invoices can be had as PDF.
    pub pdfs: bool,
}

/// The list of invoices.
pub fn invoices(chrome: &Chrome<'_>, view: &InvoicesView) -> Markup {
    let words = chrome.words;
    let content = html! {
        header.page-head { h1 { (say!(words, "chrome-invoices")) } }
        nav.filters aria-label=(say!(words, "invoices-filter")) {
            @for filter in InvoiceFilter::ALL {
                a href=(routes::invoices(filter, Stretch::Newest)) aria-current=[(filter == view.filter).then_some("true")] {
                    (filter.say(words))
                }
            }
        }
        @if view.rows.is_empty() {
            (no_invoices(words, view))
        } @else {
            (invoice_list(words, &view.rows, view.pdfs, chrome.today))
        }
        (pager(words, view))
    };
    chrome.page(Place::Invoices, &say!(words, "chrome-invoices"), content)
}

fn no_invoices(words: Words, view: &InvoicesView) -> Markup {
    let beyond = view.newer.is_some() || view.older.is_some();
    html! {
        div.card.empty {
            (Icon::Receipt)
            p {
                @match view.filter {
                    _ if beyond => (say!(words, "invoices-none-here")),
                    InvoiceFilter::All => (say!(words, "invoices-none")),
                    InvoiceFilter::Paid => (say!(words, "invoices-none-paid")),
                    InvoiceFilter::Pending => (say!(words, "invoices-none-pending")),
                    InvoiceFilter::Overdue => (say!(words, "invoices-none-overdue")),
                }
            }
            @if view.filter != InvoiceFilter::All {
                p { a href=(routes::INVOICES) { (say!(words, "invoices-show-all")) } }
            }
        }
    }
}

fn pager(words: Words, view: &InvoicesView) -> Markup {
    html! {
        @if view.newer.is_some() || view.older.is_some() {
            nav.pager aria-label=(say!(words, "invoices-more")) {
                @if let Some(cursor) = &view.newer {
                    a.button rel="prev" href=(routes::invoices(view.filter, Stretch::Before(cursor))) {
                        (Icon::ChevronLeft) (say!(words, "invoices-newer"))
                    }
                }
                @if let Some(cursor) = &view.older {
                    a.button.older rel="next" href=(routes::invoices(view.filter, Stretch::After(cursor))) {
                        (say!(words, "invoices-older")) (Icon::ChevronRight)
                    }
                }
            }
        }
    }
}

/// A table where there is room, cards on a phone. The roles keep it a table for screen readers even
/// where the style sheet lays it out as cards.
pub(crate) fn invoice_list(words: Words, rows: &[InvoiceRow], pdfs: bool, today: Date) -> Markup {
    let mixed = rows.windows(2).any(|pair| pair[0].total.currency() != pair[1].total.currency());
    html! {
        div.card.list {
            table.invoices role="table" {
                thead role="rowgroup" {
                    tr role="row" {
                        th scope="col" role="columnheader" { (say!(words, "invoice-word")) }
                        th scope="col" role="columnheader" { (say!(words, "invoice-status")) }
                        th scope="col" role="columnheader" { (say!(words, "invoice-issued")) }
                        th scope="col" role="columnheader" { (say!(words, "invoice-due")) }
                        th.end scope="col" role="columnheader" { (say!(words, "invoice-amount")) }
                        @if pdfs { th.tool scope="col" role="columnheader" { span.hidden { "PDF" } } }
                    }
                }
                tbody role="rowgroup" {
                    @for row in rows { (invoice_row(words, row, mixed, pdfs, today)) }
                }
            }
        }
    }
}

fn invoice_row(words: Words, row: &InvoiceRow, mixed: bool, pdfs: bool, today: Date) -> Markup {
    let is_open = matches!(row.status, InvoiceStatus::Pending | InvoiceStatus::Overdue);
    html! {
        tr role="row" {
            th.number scope="row" role="rowheader" { a.stretched href=(routes::invoice(&row.id)) { (row.number) } }
            td.state role="cell" { (status::invoice_label(words, row.status, row.total)) }
            td.issued role="cell" { (date::day(words, row.issued_on)) }
            td.due role="cell" {
                @if is_open {
                    span title=(date::due_hint(words, row.due_on, today)) { (date::day(words, row.due_on)) }
                } @else {
                    (date::day(words, row.due_on))
                }
            }
            td.end.total role="cell" {
                @if mixed { (amount_with_code(words, row.total)) } @else { (amount(words, row.total)) }
            }
            @if pdfs {
                td.tool role="cell" {
                    a.icon-link href=(routes::invoice_pdf(&row.id)) title=(say!(words, "invoice-pdf")) {
                        (Icon::Download) span.hidden { (say!(words, "invoices-pdf-of", number = &row.number)) }
                    }
                }
            }
        }
    }
}
