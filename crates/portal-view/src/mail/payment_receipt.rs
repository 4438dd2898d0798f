//! The receipt of a payment.

use domain::{Invoice, Payment};
use jiff::Timestamp;

use super::frame::{Block, Letter, Row};
use super::{Letterhead, MailText};
use crate::date;

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
    let business = &mail.head.branding.business_name;
    let sum = words.amount_with_code(payment.amount);
    let row =
        |name: &str, value: String| Row { name: name.to_owned(), note: String::new(), value, urgent: false };
    let mut rows = vec![
        row("Invoice", invoice.number.clone()),
        row("Paid", sum.clone()),
        row("With", payment.method.clone()),
    ];
    if !invoice.amount_due().is_zero() {
        rows.push(row("Still due", words.amount_with_code(invoice.amount_due())));
    }
    rows.push(row("Received", date::moment_text(words, mail.at, mail.head.zone)));
    rows.push(row("Reference", payment.id.to_string()));
    let says = match invoice.amount_due().is_zero() {
        true => format!("Thank you: your payment of {sum} came in, and invoice {} is paid.", invoice.number),
        false => format!("Thank you: your payment of {sum} towards invoice {} came in.", invoice.number),
    };
    Letter {
        subject: format!("Receipt for invoice {} · {business}", invoice.number),
        preheader: format!("{sum} received. This mail is your receipt."),
        heading: "Your payment came in".to_owned(),
        body: vec![
            Block::Paragraph(format!("Hello {},", mail.head.customer_name)),
            Block::Paragraph(says),
            Block::Rows(rows),
        ],
        link: None,
        closing: match &mail.head.branding.support_email {
            Some(email) => format!("Please keep this mail as your receipt. If you did not pay this, write to {email} at once."),
            None => format!("Please keep this mail as your receipt. If you did not pay this, please contact {business} at once."),
        },
    }
    .lay_out(&mail.head)
}
