//! *Send Billing Email*: what is due, overdue first, and the link that lands on the invoices.

use domain::Invoice;
use jiff::civil::Date;
use words::Words;

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
    let summary = sentence(words, &totals);
    let business = &mail.head.branding.business_name;
    let (subject, heading) = match (due.len(), overdue) {
        (0, _) => (format!("Your billing with {business}: nothing is due"), "Nothing is due"),
        (_, 0) => (format!("Your billing with {business}: {summary} due"), "Your open invoices"),
        (_, 1) => (format!("Your billing with {business}: an invoice is overdue"), "An invoice is overdue"),
        (..) => (
            format!("Your billing with {business}: {overdue} invoices are overdue"),
            "Some invoices are overdue",
        ),
    };
    Letter {
        subject,
        preheader: if due.is_empty() { "You are all paid up.".to_owned() } else { format!("{summary} due in total.") },
        heading: heading.to_owned(),
        body: body(mail, &due, &totals, &summary),
        link: Some(("See my invoices", mail.link)),
        closing: "If you have paid in the last few days, your payment and this mail may have crossed. Please do not forward it: whoever opens the link first sees your billing.".to_owned(),
    }
    .lay_out(&mail.head)
}

fn body(mail: &BillingMail<'_>, due: &[InvoiceRow], totals: &[DueTotal], summary: &str) -> Vec<Block> {
    let words = mail.head.words;
    let hello = Block::Paragraph(format!("Hello {},", mail.head.customer_name));
    if due.is_empty() {
        return vec![
            hello,
            Block::Paragraph(
                "You are all paid up. The link below shows all your invoices, current and past.".to_owned(),
            ),
        ];
    }
    let overdue: Vec<String> =
        totals.iter().filter(|sum| !sum.overdue.is_zero()).map(|sum| words.amount(sum.overdue)).collect();
    let count =
        if due.len() == 1 { "one open invoice".to_owned() } else { format!("{} open invoices", due.len()) };
    let mut opening = format!("You have {count} over {summary} in total.");
    if !overdue.is_empty() {
        opening.push_str(&format!(" Of this, {} is overdue.", overdue.join(" and ")));
    }
    let mut blocks = vec![hello, Block::Paragraph(opening)];
    blocks.push(Block::Rows(due.iter().take(NAMED).map(|row| invoice_row(words, row, mail.today)).collect()));
    if let Some(more) = due.len().checked_sub(NAMED).filter(|more| *more > 0) {
        blocks.push(Block::Paragraph(format!("And {more} more, which the link shows.")));
    }
    blocks
}

fn invoice_row(words: Words, row: &InvoiceRow, today: Date) -> Row {
    Row {
        name: format!("Invoice {}", row.number),
        note: due_note(words, row.due_on, today),
        value: words.amount_with_code(row.due),
        urgent: row.due_on < today,
    }
}

/// `Due 3 Mar 2026, 11 days overdue`: the day first, because a mail is read later.
fn due_note(words: Words, due_on: Date, today: Date) -> String {
    let (day, hint) = (words.day(due_on), date::due_hint(words, due_on, today));
    match hint.strip_prefix("due ").unwrap_or(&hint) {
        far if far.ends_with(&day) => format!("Due {day}"),
        near => format!("Due {day}, {near}"),
    }
}

/// `€1,190.00 EUR and $960.00 USD`.
fn sentence(words: Words, totals: &[DueTotal]) -> String {
    totals.iter().map(|sum| words.amount_with_code(sum.total)).collect::<Vec<_>>().join(" and ")
}
