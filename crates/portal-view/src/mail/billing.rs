//! *Send Billing Email*: what is due, overdue first, and the link that lands on the invoices.

use domain::Invoice;
use jiff::civil::Date;
use words::{Words, say};

use super::frame::{Block, Letter, Row};
use super::{Letterhead, MailText, MailedLink};
use crate::amount::DueTotal;
use crate::{InvoiceRow, date};

/// How many invoices a mail names one by one.
const NAMED: usize = 8;

/// A mail about what is due.
#[derive(Debug, Clone, Copy)]
pub struct BillingMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// What it brings.
    pub link: MailedLink<'a>,
    /// Every open invoice, in any order.
    pub open_invoices: &'a [Invoice],
    /// The merchant's day.
    pub today: Date,
}

/// The mail about what is due; where nothing is, it says so.
pub fn billing(mail: &BillingMail<'_>) -> MailText {
    let words = mail.head.words;
    let mut due: Vec<InvoiceRow> = mail
        .open_invoices
        .iter()
        .filter_map(|invoice| InvoiceRow::new(invoice, mail.today))
        .filter(InvoiceRow::is_due)
        .collect();
    due.sort_by_key(|row| row.due_on);
    let overdue = due.iter().filter(|row| row.due_on < mail.today).count();
    let totals = DueTotal::sum(due.iter().map(|row| (row.due, row.due_on < mail.today)));
    let sum = sentence(words, &totals);
    let business = &mail.head.branding.business_name;
    let (subject, heading) = match (due.len(), overdue) {
        (0, _) => {
            (say!(words, "mail-billing-none", business = business), say!(words, "mail-billing-none-heading"))
        }
        (_, 0) => (
            say!(words, "mail-billing-open", business = business, sum = &sum),
            say!(words, "mail-billing-open-heading"),
        ),
        (..) => (
            say!(words, "mail-billing-overdue", business = business, count = overdue),
            say!(words, "mail-billing-overdue-heading", count = overdue),
        ),
    };
    Letter {
        subject,
        preheader: match due.is_empty() {
            true => say!(words, "mail-billing-none-preheader"),
            false => say!(words, "mail-billing-preheader", sum = &sum),
        },
        heading,
        body: body(mail, &due, &totals, &sum),
        link: Some((say!(words, "mail-billing-button"), mail.link)),
        closing: say!(words, "mail-billing-closing"),
    }
    .lay_out(&mail.head)
}

fn body(mail: &BillingMail<'_>, due: &[InvoiceRow], totals: &[DueTotal], sum: &str) -> Vec<Block> {
    let words = mail.head.words;
    if due.is_empty() {
        return vec![mail.head.hello(), Block::Paragraph(say!(words, "mail-billing-none-says"))];
    }
    let mut opening = say!(words, "mail-billing-says", count = due.len(), sum = sum);
    let overdue: Vec<String> =
        totals.iter().filter(|sum| !sum.overdue.is_zero()).map(|sum| words.amount(sum.overdue)).collect();
    if !overdue.is_empty() {
        opening.push(' ');
        opening.push_str(&say!(words, "mail-billing-says-overdue", sum = words.list(&overdue)));
    }
    let mut blocks = vec![mail.head.hello(), Block::Paragraph(opening)];
    blocks.push(Block::Rows(due.iter().take(NAMED).map(|row| invoice_row(words, row, mail.today)).collect()));
    if let Some(more) = due.len().checked_sub(NAMED).filter(|more| *more > 0) {
        blocks.push(Block::Paragraph(say!(words, "mail-billing-more", count = more)));
    }
    blocks
}

fn invoice_row(words: Words, row: &InvoiceRow, today: Date) -> Row {
    Row {
        note: due_note(words, row.due_on, today),
        urgent: row.due_on < today,
        ..Row::new(say!(words, "mail-billing-invoice", number = &row.number), words.amount_with_code(row.due))
    }
}

/// `Due 3 Mar 2026, 11 days overdue`: the day first, because a mail is read later.
fn due_note(words: Words, due_on: Date, today: Date) -> String {
    let day = words.day(due_on);
    let hint = match date::days_between(today, due_on) {
        days @ -60..=-1 => Some(say!(words, "due-late", count = -days)),
        _ => date::ahead(words, due_on, today),
    };
    match hint {
        Some(hint) => say!(words, "mail-billing-due-hint", day = day, hint = hint),
        None => say!(words, "mail-billing-due", day = day),
    }
}

/// `€1,190.00 EUR and $960.00 USD`.
fn sentence(words: Words, totals: &[DueTotal]) -> String {
    words.list(&totals.iter().map(|sum| words.amount_with_code(sum.total)).collect::<Vec<_>>())
}
