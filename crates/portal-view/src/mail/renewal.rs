//! The mails of renewals: an invoice that waits to be paid, a payment that failed, a trial that ends soon.
//!
//! They carry no link, which would open the account of whoever reads it first; they say where to ask for one.

use domain::billing::NextInvoice;
use domain::{Decline, Invoice, Subscription};
use jiff::civil::Date;
use words::Words;

use super::frame::{Block, Letter, Row};
use super::{Letterhead, MailText};
use crate::date;
use crate::routes;

/// An invoice that Portico wrote and nobody pays by itself.
#[derive(Debug, Clone, Copy)]
pub struct InvoiceIssuedMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// The invoice, which is open.
    pub invoice: &'a Invoice,
}

/// What follows a payment that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterFailure {
    /// It is tried again then.
    TriedAgain(Date),
    /// It is not tried again; the subscription runs until somebody decides otherwise.
    LeftOpen,
    /// The subscription has ended.
    Ended,
}

/// A renewal that could not be collected.
#[derive(Debug, Clone, Copy)]
pub struct PaymentFailedMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// The invoice, which is open.
    pub invoice: &'a Invoice,
    /// Why; none where there was no payment method to charge.
    pub reason: Option<Decline>,
    /// What follows.
    pub then: AfterFailure,
}

/// A trial that ends in a few days.
#[derive(Debug, Clone, Copy)]
pub struct TrialEndingMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// The subscription on trial.
    pub subscription: &'a Subscription,
    /// What its first invoice will say.
    pub first: &'a NextInvoice,
    /// What it will be charged to, if anything is on file.
    pub method: Option<&'a str>,
}

fn row(name: &str, value: String) -> Row {
    Row { name: name.to_owned(), note: String::new(), value, urgent: false }
}

/// Where a customer gets in without a link in the mail.
fn way_in(head: &Letterhead<'_>) -> String {
    let address = head.public_url.join(routes::RECOVER);
    let address = address.map_or_else(|_| head.public_url.to_string(), |url| url.to_string());
    format!("To pay or to change your payment method, ask for a link to your billing page at {address}.")
}

fn closing(head: &Letterhead<'_>) -> String {
    let business = &head.branding.business_name;
    match &head.branding.support_email {
        Some(email) => format!("Questions about this? Write to {email}."),
        None => format!("Questions about this? Please contact {business}."),
    }
}

fn sheet(words: Words, invoice: &Invoice) -> Block {
    Block::Rows(vec![
        row("Invoice", invoice.number.clone()),
        row("Due", words.amount_with_code(invoice.amount_due())),
        row("Due by", words.day(invoice.due_on)),
    ])
}

/// Tells of an invoice that waits to be paid.
pub fn invoice_issued(mail: &InvoiceIssuedMail<'_>) -> MailText {
    let (invoice, business) = (mail.invoice, &mail.head.branding.business_name);
    let (sum, day) =
        (mail.head.words.amount_with_code(invoice.amount_due()), mail.head.words.day(invoice.due_on));
    Letter {
        subject: format!("Invoice {} from {business}", invoice.number),
        preheader: format!("{sum}, due by {day}."),
        heading: "Your new invoice".to_owned(),
        body: vec![
            Block::Paragraph(format!("Hello {},", mail.head.customer_name)),
            Block::Paragraph(format!(
                "Your subscription was renewed. Please pay {sum} by {day}: there is no payment method on file that we could charge."
            )),
            sheet(mail.head.words, invoice),
            Block::Paragraph(way_in(&mail.head)),
        ],
        link: None,
        closing: closing(&mail.head),
    }
    .lay_out(&mail.head)
}

/// Tells of a renewal that could not be collected, and what follows.
pub fn payment_failed(mail: &PaymentFailedMail<'_>) -> MailText {
    let (invoice, business) = (mail.invoice, &mail.head.branding.business_name);
    let why = match mail.reason {
        Some(reason) => reason.for_customer().to_owned(),
        None => "There is no payment method on file. Please add one, or pay the invoice.".to_owned(),
    };
    let then = match mail.then {
        AfterFailure::TriedAgain(day) => {
            format!(
                "We will try again on {}. Your subscription goes on until then; you need not do anything if the money is there.",
                mail.head.words.day(day)
            )
        }
        AfterFailure::LeftOpen => {
            "We will not try again by ourselves. Please pay the invoice, so that your subscription can go on."
                .to_owned()
        }
        AfterFailure::Ended => {
            "Because it could not be paid, your subscription has ended. The invoice stays due.".to_owned()
        }
    };
    let (subject, heading) = match mail.then {
        AfterFailure::Ended => {
            (format!("Your subscription with {business} has ended"), "Your subscription has ended")
        }
        AfterFailure::TriedAgain(_) | AfterFailure::LeftOpen => {
            (format!("Your payment for invoice {} failed", invoice.number), "Your payment did not go through")
        }
    };
    Letter {
        subject,
        preheader: format!(
            "{} is due for invoice {}.",
            mail.head.words.amount_with_code(invoice.amount_due()),
            invoice.number
        ),
        heading: heading.to_owned(),
        body: vec![
            Block::Paragraph(format!("Hello {},", mail.head.customer_name)),
            Block::Paragraph(format!(
                "We could not collect what is due for invoice {}. {why}",
                invoice.number
            )),
            sheet(mail.head.words, invoice),
            Block::Paragraph(then),
            Block::Paragraph(way_in(&mail.head)),
        ],
        link: None,
        closing: closing(&mail.head),
    }
    .lay_out(&mail.head)
}

/// Tells that a trial ends soon, and what happens then.
pub fn trial_ending(mail: &TrialEndingMail<'_>) -> MailText {
    let plan = &mail.subscription.plan_name;
    let day = mail.head.words.day(date::day_of(mail.first.at, mail.head.zone));
    let sum = mail.head.words.amount_with_code(mail.first.totals.total);
    let charged = match mail.method {
        Some(method) => format!("We will then charge {sum} to your {method} for the first period."),
        None => format!(
            "The first period then costs {sum}, and there is no payment method on file yet. Please add one before {day}."
        ),
    };
    Letter {
        subject: format!("Your trial of {plan} ends on {day}"),
        preheader: charged.clone(),
        heading: "Your trial ends soon".to_owned(),
        body: vec![
            Block::Paragraph(format!("Hello {},", mail.head.customer_name)),
            Block::Paragraph(format!("Your trial of {plan} ends on {day}. {charged}")),
            Block::Rows(vec![row("Plan", plan.clone()), row("Trial ends", day), row("First invoice", sum)]),
            Block::Paragraph(way_in(&mail.head)),
        ],
        link: None,
        closing: closing(&mail.head),
    }
    .lay_out(&mail.head)
}
