//! The dated receipt of a change of plan or seats: made, planned, or called off.

use domain::{EventBody, Invoice, Payment, Subscription, Terms};
use jiff::Timestamp;
use words::say;

use super::frame::{Block, Letter, Row};
use super::{Letterhead, MailText};
use crate::subscriptions::rhythm_text;
use crate::{date, instrument};

/// What happened to plan or seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanChange {
    /// They are changed.
    Made,
    /// They will change when the paid period ends.
    Planned,
    /// They stay as they are after all.
    CalledOff,
}

impl PlanChange {
    /// The change an event states, with the subscription it left behind; none for other events.
    pub fn of(event: &EventBody) -> Option<(Self, &Subscription)> {
        match event {
            EventBody::SubscriptionActivated { subscription } => Some((Self::Made, subscription)),
            EventBody::SubscriptionChangeScheduled { subscription } => Some((Self::Planned, subscription)),
            EventBody::SubscriptionChangeRevoked { subscription } => Some((Self::CalledOff, subscription)),
            _ => None,
        }
    }
}

/// A receipt. It carries no link: one would open the account of whoever reads it first.
#[derive(Debug, Clone, Copy)]
pub struct PlanChangedMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// What happened.
    pub change: PlanChange,
    /// The subscription after it happened.
    pub subscription: &'a Subscription,
    /// What was paid for it, with the invoice that says what for.
    pub paid: Option<(&'a Payment, &'a Invoice)>,
    /// When it happened.
    pub at: Timestamp,
}

/// The receipt of a change of plan or seats.
pub fn plan_changed(mail: &PlanChangedMail<'_>) -> MailText {
    let (words, now) = (mail.head.words, mail.subscription.terms());
    let pending = mail.subscription.pending_change.as_ref();
    let (subject, heading, says, terms) = match (mail.change, pending) {
        (PlanChange::Planned, Some(pending)) => {
            let plan = &pending.terms.plan_name;
            let day = words.day(date::day_of(pending.effective_at, mail.head.zone));
            (
                say!(words, "mail-plan-planned", plan = plan, day = &day),
                say!(words, "mail-plan-planned-heading"),
                say!(words, "mail-plan-planned-says", plan = plan, day = day),
                &pending.terms,
            )
        }
        (PlanChange::CalledOff, _) => (
            say!(words, "mail-plan-off", plan = &now.plan_name),
            say!(words, "mail-plan-off-heading"),
            say!(words, "mail-plan-off-says", plan = &now.plan_name),
            &now,
        ),
        (PlanChange::Made | PlanChange::Planned, _) => (
            say!(words, "mail-plan-made", plan = &now.plan_name),
            say!(words, "mail-plan-made-heading"),
            say!(words, "mail-plan-made-says", plan = &now.plan_name),
            &now,
        ),
    };
    Letter {
        subject: mail.head.signed(&subject),
        preheader: say!(words, "mail-receipt-preheader", heading = &heading),
        heading,
        body: vec![mail.head.hello(), Block::Paragraph(says), Block::Rows(receipt(mail, terms))],
        link: None,
        closing: say!(words, "mail-receipt-closing", whom = mail.head.whom()),
    }
    .lay_out(&mail.head)
}

fn receipt(mail: &PlanChangedMail<'_>, terms: &Terms) -> Vec<Row> {
    let (words, zone) = (mail.head.words, mail.head.zone);
    let mut rows = vec![Row::new(say!(words, "mail-row-plan"), terms.plan_name.clone())];
    if terms.price.per_seat {
        rows.push(Row::new(say!(words, "subscription-seats"), words.number(terms.seats.into())));
    }
    if let Ok(total) = terms.price.total(terms.seats) {
        let price = rhythm_text(words, terms.price.interval, words.amount_with_code(total));
        rows.push(Row::new(say!(words, "subscription-price"), price));
    }
    if let Some((payment, invoice)) = mail.paid {
        rows.extend(invoice.lines.iter().map(|line| Row {
            note: words.line_part(line, zone).unwrap_or_default(),
            ..Row::new(words.line_name(line), words.amount(line.amount))
        }));
        if !invoice.totals.tax.is_zero() {
            rows.push(Row::new(say!(words, "mail-row-tax"), words.amount(invoice.totals.tax)));
        }
        rows.push(Row::new(say!(words, "mail-row-paid"), words.amount_with_code(payment.amount)));
        rows.push(Row::new(say!(words, "mail-row-with"), instrument::kept_name(words, &payment.method)));
        rows.push(Row::new(say!(words, "mail-row-invoice"), invoice.number.clone()));
    }
    if let Some(at) = mail.subscription.next_invoice_at() {
        rows.push(Row::new(say!(words, "subscription-next"), words.day(date::day_of(at, zone))));
    }
    let confirmed = date::moment_text(words, mail.at, mail.head.reader_zone);
    rows.push(Row::new(say!(words, "mail-row-confirmed"), confirmed));
    rows.push(Row::new(say!(words, "mail-row-reference"), mail.subscription.id.to_string()));
    rows
}
