//! `GET /portal/invoices/{id}`: an invoice that looks like the sheet of paper it is.
//!
//! In: an [`Invoice`] and the policy. Out: [`InvoiceView`] and its page; the PDF shows the same sheet.
//! Not here: drafts; sums, which the invoice brings along.

use domain::policy::Policy;
use domain::{Email, Feature, Invoice, InvoiceLine, InvoiceStatus, Money};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use rust_decimal::Decimal;
use words::{Words, say, say_markup};

use crate::amount::{amount, amount_with_code, unit_price};
use crate::chrome::{Chrome, Place, back_link, invoices_path, logo};
use crate::icon::Icon;
use crate::{date, routes, status};

/// One invoice as a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceView<'a> {
    /// What is on it.
    pub invoice: &'a Invoice,
    /// Where it stands.
    pub status: InvoiceStatus,
    /// The day it was settled.
    pub paid_on: Option<Date>,
    /// Tax by rate, in the order rates first appear.
    pub taxes: Vec<TaxRow>,
    /// Whether it can be had as PDF.
    pub pdf: bool,
    /// Whether something is left to pay.
    pub payable: bool,
    /// The merchant's zone.
    pub zone: &'a TimeZone,
}

/// What one tax rate adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxRow {
    /// Percent.
    pub rate: Decimal,
    /// What it is on: the lines' amounts less discounts.
    pub base: Money,
    /// The tax: the lines' taxes, each rounded on its own.
    pub tax: Money,
}

impl<'a> InvoiceView<'a> {
    /// The sheet of an invoice; none for a draft, which customers never see.
    pub fn new(invoice: &'a Invoice, policy: &Policy<'_>, today: Date, zone: &'a TimeZone) -> Option<Self> {
        Some(Self {
            invoice,
            status: invoice.status(today)?,
            zone,
            paid_on: invoice.paid_at.map(|at| date::day_of(at, zone)),
            taxes: TaxRow::of(&invoice.lines),
            pdf: policy.view(Feature::DownloadPdfs).is_ok(),
            payable: !invoice.amount_due().is_zero() && !invoice.amount_due().is_negative(),
        })
    }
}

impl TaxRow {
    /// Both as one, if the rate is the same and the sum can be held.
    fn plus(self, other: Self) -> Option<Self> {
        let sum = |a: Money, b: Money| a.plus(b).ok();
        let same = (self.rate == other.rate).then_some(self.rate)?;
        Some(Self { rate: same, base: sum(self.base, other.base)?, tax: sum(self.tax, other.tax)? })
    }

    /// Gathers the lines' taxes by rate. Lines without tax make no row; a sum that would overflow
    /// starts a row of its own.
    pub(crate) fn of(lines: &[InvoiceLine]) -> Vec<Self> {
        let mut rows: Vec<Self> = Vec::new();
        for line in lines.iter().filter(|line| !(line.tax_rate.is_zero() && line.tax.is_zero())) {
            let base = line.amount.minus(line.discount).unwrap_or(line.amount);
            let next = Self { rate: line.tax_rate, base, tax: line.tax };
            match rows.iter_mut().find_map(|row| Some((row.plus(next)?, row))) {
                Some((sum, place)) => *place = sum,
                None => rows.push(next),
            }
        }
        rows
    }
}

/// The page of one invoice.
pub fn invoice(chrome: &Chrome<'_>, view: &InvoiceView<'_>) -> Markup {
    let words = chrome.words;
    let invoice = view.invoice;
    let content = html! {
        div.page-tools {
            (back_link(&invoices_path(), &say!(words, "invoice-all")))
            div.actions {
                @if view.pdf {
                    a.button.primary[!view.payable] href=(routes::invoice_pdf(&invoice.id)) {
                        (Icon::Download) (say!(words, "invoice-pdf"))
                    }
                }
                @if view.payable {
                    a.button.primary href=(routes::pay(&invoice.id)) {
                        span { (say_markup!(words, "invoice-pay", amount = amount(words, invoice.amount_due()))) }
                    }
                }
            }
        }
        article.sheet {
            header.sheet-head {
                div {
                    h1 { @if invoice.is_credit_note() { (say!(words, "status-credit-note")) } @else { (say!(words, "invoice-word")) } }
                    p.number { (invoice.number) }
                }
                div.sheet-brand { (logo(chrome.branding)) }
            }
            (facts(chrome, view))
            (balance(chrome, view))
            (lines(words, invoice, view.zone))
            (totals(words, view))
            @if !invoice.memo.trim().is_empty() { p.memo { bdi { (invoice.memo) } } }
        }
    };
    chrome.page(Place::Invoices, &say!(words, "home-invoice", number = &invoice.number), content)
}

/// Who, to whom, when.
fn facts(chrome: &Chrome<'_>, view: &InvoiceView<'_>) -> Markup {
    let words = chrome.words;
    let invoice = view.invoice;
    html! {
        div.sheet-facts {
            dl.facts {
                div { dt { (say!(words, "invoice-status")) } dd { (status::invoice_label(words, view.status, invoice.totals.total)) } }
                div { dt { (say!(words, "invoice-issued")) } dd { (date::day(words, invoice.issued_on)) } }
                @if !invoice.is_credit_note() {
                    div { dt { (say!(words, "invoice-due")) } dd { (date::day(words, invoice.due_on)) } }
                }
                @if let Some(day) = view.paid_on {
                    div { dt { (say!(words, "invoice-paid-day")) } dd { (date::day(words, day)) } }
                }
            }
            section.party {
                h2 { (say!(words, "invoice-bill-to")) }
                p.party-name { (invoice.bill_to_name) }
                @for line in words.address(&invoice.bill_to_address) { p { bdi { (line) } } }
                @for tax in &invoice.bill_to_tax_ids { p { (tax_name(words, &tax.kind)) " " bdi { (tax.value) } } }
            }
            section.party {
                h2 { (say!(words, "invoice-from")) }
                p.party-name { (chrome.branding.business_name) }
                @if let Some(email) = &chrome.branding.support_email { p { (mail_address(email)) } }
            }
        }
    }
}

/// An address that breaks behind its `@`, if it must.
fn mail_address(email: &Email) -> Markup {
    let (local, host) = email.as_str().rsplit_once('@').unwrap_or((email.as_str(), ""));
    html! { a href={ "mailto:" (email) } { (local) "@" wbr; (host) } }
}

/// `VAT` for `eu_vat`, `BR CNPJ` for `br_cnpj`: the scheme's usual name, or its code spaced out.
fn tax_name(words: Words, kind: &str) -> String {
    match kind {
        "eu_vat" | "gb_vat" => say!(words, "invoice-vat"),
        other => other.replace('_', " ").to_uppercase(),
    }
}

/// What is left to pay, as a sentence.
fn balance(chrome: &Chrome<'_>, view: &InvoiceView<'_>) -> Markup {
    let words = chrome.words;
    let invoice = view.invoice;
    let hint = date::due_hint(words, invoice.due_on, chrome.today);
    html! {
        p.balance.(match view.status { InvoiceStatus::Overdue => "critical", _ => "" }) {
            @match view.status {
                InvoiceStatus::Paid => {
                    span.figure { (amount_with_code(words, invoice.totals.total)) }
                    span.figure-note {
                        @match view.paid_on {
                            Some(day) if invoice.is_credit_note() => {
                                (say_markup!(words, "pdf-credited-on", day = date::day(words, day)))
                            }
                            Some(day) => (say_markup!(words, "invoice-paid-on", day = date::day(words, day))),
                            None => (say!(words, "invoice-paid")),
                        }
                    }
                }
                InvoiceStatus::Void => {
                    span.figure { (amount_with_code(words, invoice.totals.total)) }
                    span.figure-note { (say!(words, "invoice-withdrawn")) }
                }
                InvoiceStatus::Pending | InvoiceStatus::Overdue => {
                    span.figure { (amount_with_code(words, invoice.amount_due())) }
                    span.figure-note {
                        // How far away a day is means nothing once it is on paper.
                        span.on-screen { (hint) }
                        span.on-paper { (say_markup!(words, "due-on", day = date::day(words, invoice.due_on))) }
                    }
                }
            }
        }
    }
}

fn lines(words: Words, invoice: &Invoice, zone: &TimeZone) -> Markup {
    html! {
        table.lines role="table" {
            caption.hidden { (say!(words, "invoice-lines")) }
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { (say!(words, "invoice-description")) }
                    th.end scope="col" role="columnheader" { (say!(words, "invoice-quantity")) }
                    th.end scope="col" role="columnheader" { (say!(words, "invoice-unit-price")) }
                    th.end scope="col" role="columnheader" { (say!(words, "invoice-tax")) }
                    th.end scope="col" role="columnheader" { (say!(words, "invoice-amount")) }
                }
            }
            tbody role="rowgroup" {
                @for line in &invoice.lines {
                    tr role="row" {
                        th.what scope="row" role="rowheader" {
                            bdi { (words.line_name(line)) }
                            @if let Some(time) = words.line_time(line, zone) { span.line-note { (time) } }
                            @if !line.discount.is_zero() {
                                span.line-note {
                                    (say_markup!(words, "invoice-discount-of", amount = amount(words, negative(line.discount))))
                                }
                            }
                        }
                        td.end.quantity role="cell" { (words.number(line.quantity)) }
                        td.end.unit role="cell" { (unit_price(words, line.unit_price, invoice.currency)) }
                        td.end.rate role="cell" {
                            @let rate = words.percent(line.tax_rate);
                            span.in-column { (rate) }
                            // Without a column of its own it says what it is.
                            span.in-line { (say!(words, "invoice-rate", rate = rate)) }
                        }
                        td.end.line-total role="cell" { (amount(words, line.amount)) }
                    }
                }
            }
        }
    }
}

fn totals(words: Words, view: &InvoiceView<'_>) -> Markup {
    let invoice = view.invoice;
    let totals = &invoice.totals;
    let plain = totals.subtotal == totals.total;
    html! {
        dl.totals {
            @if !plain { div { dt { (say!(words, "invoice-subtotal")) } dd { (amount(words, totals.subtotal)) } } }
            @if !totals.discount.is_zero() {
                div { dt { (say!(words, "invoice-discount")) } dd { (amount(words, negative(totals.discount))) } }
            }
            @for row in &view.taxes {
                div {
                    dt { (say_markup!(words, "quote-tax", rate = words.percent(row.rate), base = amount(words, row.base))) }
                    dd { (amount(words, row.tax)) }
                }
            }
            div.grand { dt { (say!(words, "invoice-total")) } dd { (amount_with_code(words, totals.total)) } }
            // Nobody owes anything on a credit note.
            @if !invoice.amount_paid.is_zero() && !invoice.is_credit_note() {
                div { dt { (say!(words, "invoice-amount-paid")) } dd { (amount(words, negative(invoice.amount_paid))) } }
            }
            @if view.status != InvoiceStatus::Void && !invoice.is_credit_note() {
                div.grand { dt { (say!(words, "home-amount-due")) } dd { (amount_with_code(words, invoice.amount_due())) } }
            }
        }
    }
}

/// The amount with its sign turned, as things taken off are printed.
fn negative(money: Money) -> Money {
    Money::zero(money.currency()).minus(money).unwrap_or(money)
}
