//! The mails of renewals: an invoice that waits to be paid, a payment that failed, a trial that ends soon.
//!
//! Each carries a link to where there is something to do about it.

use domain::billing::NextInvoice;
use domain::{Decline, Instrument, Invoice, Subscription};
use jiff::civil::Date;
use words::{Words, say};

use super::frame::{Block, Letter, Row};
use super::{Letterhead, MailText, MailedLink};
use crate::{date, instrument, refusal};

/// An invoice that Portico wrote and nobody pays by itself.
#[derive(Debug, Clone, Copy)]
pub struct InvoiceIssuedMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// The way in.
    pub link: MailedLink<'a>,
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
    /// The way in.
    pub link: MailedLink<'a>,
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
    /// The way in.
    pub link: MailedLink<'a>,
    /// The subscription on trial.
    pub subscription: &'a Subscription,
    /// What its first invoice will say.
    pub first: &'a NextInvoice,
    /// What it will be charged to, if anything is on file.
    pub method: Option<&'a Instrument>,
}

fn closing(head: &Letterhead<'_>) -> String {
    let (says, ask) =
        (say!(head.words, "mail-keep-to-yourself"), say!(head.words, "mail-ask", whom = head.whom()));
    format!("{says} {ask}")
}

fn sheet(words: Words, invoice: &Invoice) -> Block {
    Block::Rows(vec![
        Row::new(say!(words, "mail-row-invoice"), invoice.number.clone()),
        Row::new(say!(words, "mail-row-due"), words.amount_with_code(invoice.amount_due())),
        Row::new(say!(words, "mail-row-due-by"), words.day(invoice.due_on)),
    ])
}

/// Tells of an invoice that waits to be paid.
pub fn invoice_issued(mail: &InvoiceIssuedMail<'_>) -> MailText {
    let (words, invoice) = (mail.head.words, mail.invoice);
    let (number, business) = (&invoice.number, &mail.head.branding.business_name);
    let (sum, day) = (words.amount_with_code(invoice.amount_due()), words.day(invoice.due_on));
    Letter {
        subject: say!(words, "mail-invoice-subject", number = number, business = business),
        preheader: say!(words, "mail-invoice-preheader", sum = &sum, day = &day),
        heading: say!(words, "mail-invoice-heading"),
        body: vec![
            mail.head.hello(),
            Block::Paragraph(say!(words, "mail-invoice-says", sum = sum, day = day)),
            sheet(words, invoice),
        ],
        link: Some((say!(words, "mail-link-button"), mail.link)),
        closing: closing(&mail.head),
    }
    .lay_out(&mail.head)
}

/// Tells of a renewal that could not be collected, and what follows.
pub fn payment_failed(mail: &PaymentFailedMail<'_>) -> MailText {
    let (words, invoice) = (mail.head.words, mail.invoice);
    let (number, business) = (&invoice.number, &mail.head.branding.business_name);
    let why = match mail.reason {
        // Nobody was there when the bank asked; here there is a way to it.
        Some(Decline::NotConfirmed) => say!(words, "mail-failed-confirm"),
        Some(reason) => refusal::decline(words, reason),
        None => say!(words, "mail-failed-nothing-on-file"),
    };
    let then = match mail.then {
        AfterFailure::TriedAgain(day) => say!(words, "mail-failed-again", day = words.day(day)),
        AfterFailure::LeftOpen => say!(words, "mail-failed-open"),
        AfterFailure::Ended => say!(words, "mail-failed-ended"),
    };
    let (subject, heading) = match mail.then {
        AfterFailure::Ended => {
            (say!(words, "mail-failed-ended-subject", business = business), say!(words, "mail-ended-heading"))
        }
        AfterFailure::TriedAgain(day) => (
            say!(words, "mail-failed-again-subject", number = number, day = words.day(day)),
            say!(words, "mail-failed-heading"),
        ),
        AfterFailure::LeftOpen => {
            (say!(words, "mail-failed-subject", number = number), say!(words, "mail-failed-heading"))
        }
    };
    let sum = words.amount_with_code(invoice.amount_due());
    Letter {
        subject,
        preheader: say!(words, "mail-failed-preheader", sum = sum, number = number),
        heading,
        body: vec![
            mail.head.hello(),
            Block::Paragraph(say!(words, "mail-failed-says", number = number, why = why)),
            sheet(words, invoice),
            Block::Paragraph(then),
        ],
        link: Some((say!(words, "mail-link-button"), mail.link)),
        closing: closing(&mail.head),
    }
    .lay_out(&mail.head)
}

/// Tells that a trial ends soon, and what happens then.
pub fn trial_ending(mail: &TrialEndingMail<'_>) -> MailText {
    let (words, plan) = (mail.head.words, &mail.subscription.plan_name);
    let day = words.day(date::day_of(mail.first.at, mail.head.zone));
    let sum = words.amount_with_code(mail.first.totals.total);
    let then = match mail.method {
        Some(method) => {
            let method = instrument::name(words, method);
            say!(words, "mail-trial-charged", sum = &sum, method = method)
        }
        None => say!(words, "mail-trial-nothing-on-file", sum = &sum, day = &day),
    };
    let says = say!(words, "mail-trial-says", plan = plan, day = &day);
    Letter {
        subject: say!(words, "mail-trial-subject", plan = plan, day = &day),
        preheader: then.clone(),
        heading: say!(words, "mail-trial-heading"),
        body: vec![
            mail.head.hello(),
            Block::Paragraph(format!("{says} {then}")),
            Block::Rows(vec![
                Row::new(say!(words, "mail-row-plan"), plan.clone()),
                Row::new(say!(words, "mail-row-trial-ends"), day),
                Row::new(say!(words, "mail-row-first-invoice"), sum),
            ]),
        ],
        link: Some((say!(words, "mail-link-button"), mail.link)),
        closing: closing(&mail.head),
    }
    .lay_out(&mail.head)
}
