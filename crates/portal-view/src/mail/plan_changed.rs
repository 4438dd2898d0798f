//! The dated receipt of a change of plan or seats: made, planned, or called off.

use domain::{EventBody, Invoice, InvoiceLine, Payment, Subscription, Terms};
use jiff::Timestamp;

use super::frame::{Block, Letter, Row};
use super::{Letterhead, MailText};
use crate::amount::{amount_text, amount_with_code_text};
use crate::date;
use crate::quote::seats;

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
    let now = mail.subscription.terms();
    let day = |at| date::day_text(date::day_of(at, mail.head.zone));
    let pending = mail.subscription.pending_change.as_ref();
    let (subject, heading, says, terms) = match (mail.change, pending) {
        (PlanChange::Planned, Some(pending)) => (
            format!("{} from {} on", pending.terms.plan_name, day(pending.effective_at)),
            "Your change is planned".to_owned(),
            format!(
                "On {} your subscription changes to {}. Until then nothing changes, and you can change your mind.",
                day(pending.effective_at),
                pending.terms.plan_name
            ),
            &pending.terms,
        ),
        (PlanChange::CalledOff, _) => (
            format!("{} stays as it is", now.plan_name),
            "The change is called off".to_owned(),
            format!("Your subscription to {} stays as it is. Nothing was charged.", now.plan_name),
            &now,
        ),
        (PlanChange::Made | PlanChange::Planned, _) => (
            format!("You have {} now", now.plan_name),
            "Your subscription has changed".to_owned(),
            format!("Your subscription to {} is as shown below from now on.", now.plan_name),
            &now,
        ),
    };
    let business = &mail.head.branding.business_name;
    Letter {
        subject: format!("{subject} · {business}"),
        preheader: format!("{heading}. This mail is your receipt."),
        heading,
        body: vec![
            Block::Paragraph(format!("Hello {},", mail.head.customer_name)),
            Block::Paragraph(says),
            Block::Rows(receipt(mail, terms)),
        ],
        link: None,
        closing: match &mail.head.branding.support_email {
            Some(email) => format!("Please keep this mail as your receipt. If this was not you, write to {email} at once."),
            None => format!("Please keep this mail as your receipt. If this was not you, please contact {business} at once."),
        },
    }
    .lay_out(&mail.head)
}

fn row(name: &str, value: String) -> Row {
    Row { name: name.to_owned(), note: String::new(), value, urgent: false }
}

fn receipt(mail: &PlanChangedMail<'_>, terms: &Terms) -> Vec<Row> {
    let mut rows = vec![row("Plan", terms.plan_name.clone())];
    if terms.price.per_seat {
        rows.push(row("Seats", seats(terms.seats)));
    }
    if let Ok(total) = terms.price.total(terms.seats) {
        let rhythm = crate::plan_price::rhythm(terms.price.interval);
        rows.push(row("Price", format!("{} {rhythm}", amount_with_code_text(total))));
    }
    if let Some((payment, invoice)) = mail.paid {
        rows.extend(invoice.lines.iter().map(line));
        if !invoice.totals.tax.is_zero() {
            rows.push(row("Tax", amount_text(invoice.totals.tax)));
        }
        rows.push(row("Paid", amount_with_code_text(payment.amount)));
        rows.push(row("With", payment.method.clone()));
        rows.push(row("Invoice", invoice.number.clone()));
    }
    if let Some(at) = mail.subscription.next_invoice_at() {
        rows.push(row("Next invoice", date::day_text(date::day_of(at, mail.head.zone))));
    }
    rows.push(row("Confirmed", date::moment_text(mail.at, mail.head.zone)));
    rows.push(row("Reference", mail.subscription.id.to_string()));
    rows
}

/// A line with the time it is for.
fn line(line: &InvoiceLine) -> Row {
    let name = match line.amount.is_negative() {
        true => format!("Unused time on {}", line.description),
        false => line.description.clone(),
    };
    let part = line.period.zip(line.part_of).map(|(part, whole)| {
        format!("{} of {}", date::span_exact(part.start, part.end), date::span_exact(whole.start, whole.end))
    });
    Row { note: part.unwrap_or_default(), ..row(&name, amount_text(line.amount)) }
}
