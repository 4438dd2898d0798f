//! The receipt of a payment, or the note that it goes back.

use domain::{Invoice, Payment};
use jiff::Timestamp;
use words::say;

use super::frame::{Block, Letter, Row};
use super::{Letterhead, MailText};
use crate::{date, instrument};

/// A receipt. It carries no link: one would open the account of whoever reads it first.
#[derive(Debug, Clone, Copy)]
pub struct PaymentReceiptMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// The payment, which has succeeded.
    pub payment: &'a Payment,
    /// What it was for, after it.
    pub invoice: &'a Invoice,
    /// When it came.
    pub at: Timestamp,
}

/// The receipt of a payment.
pub fn payment_receipt(mail: &PaymentReceiptMail<'_>) -> MailText {
    let words = mail.head.words;
    let (payment, invoice) = (mail.payment, mail.invoice);
    let (number, sum) = (&invoice.number, words.amount_with_code(payment.amount));
    let mut rows = vec![
        Row::new(say!(words, "mail-row-invoice"), number.clone()),
        Row::new(say!(words, "mail-row-paid"), sum.clone()),
        Row::new(say!(words, "mail-row-with"), instrument::kept_name(words, &payment.method)),
    ];
    if !invoice.amount_due().is_zero() {
        let left = words.amount_with_code(invoice.amount_due());
        rows.push(Row::new(say!(words, "mail-row-still-due"), left));
    }
    let received = date::moment_text(words, mail.at, mail.head.reader_zone);
    rows.push(Row::new(say!(words, "mail-row-received"), received));
    rows.push(Row::new(say!(words, "mail-row-reference"), payment.id.to_string()));
    let says = match invoice.amount_due().is_zero() {
        true => say!(words, "mail-paid-says", sum = &sum, number = number),
        false => say!(words, "mail-paid-part-says", sum = &sum, number = number),
    };
    Letter {
        subject: mail.head.signed(&say!(words, "mail-paid-subject", number = number)),
        preheader: say!(words, "mail-paid-preheader", sum = sum),
        heading: say!(words, "mail-paid-heading"),
        body: vec![mail.head.hello(), Block::Paragraph(says), Block::Rows(rows)],
        link: None,
        closing: say!(words, "mail-paid-closing", whom = mail.head.whom()),
    }
    .lay_out(&mail.head)
}

/// The note that a payment goes back: the invoice was settled before it came.
pub fn payment_returned(mail: &PaymentReceiptMail<'_>) -> MailText {
    let (words, payment) = (mail.head.words, mail.payment);
    let (number, sum) = (&mail.invoice.number, words.amount_with_code(payment.amount));
    let method = instrument::kept_name(words, &payment.method);
    let says = say!(words, "mail-returned-says", number = number, sum = &sum, method = &method);
    Letter {
        subject: mail.head.signed(&say!(words, "mail-returned-subject", number = number)),
        preheader: says.clone(),
        heading: say!(words, "mail-returned-heading"),
        body: vec![
            mail.head.hello(),
            Block::Paragraph(says),
            Block::Rows(vec![
                Row::new(say!(words, "mail-row-invoice"), number.clone()),
                Row::new(say!(words, "mail-row-returned"), sum),
                Row::new(say!(words, "mail-row-reference"), payment.id.to_string()),
            ]),
        ],
        link: None,
        closing: say!(words, "mail-ask", whom = mail.head.whom()),
    }
    .lay_out(&mail.head)
}
