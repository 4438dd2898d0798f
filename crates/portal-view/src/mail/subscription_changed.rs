//! The dated receipt of a cancellation: booked, taken back, or carried out.

use domain::{EventBody, Invoice, Subscription};
use jiff::Timestamp;
use words::say;

use super::frame::{Block, Letter, Row};
use super::{Letterhead, MailText};
use crate::subscriptions::rhythm_text;
use crate::{SubscriptionSummary, date};

/// What happened to the subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubscriptionChange {
    /// It will end with the paid period.
    CancelationScheduled,
    /// It goes on after all.
    CancelationUndone,
    /// It has ended.
    Ended,
}

impl SubscriptionChange {
    /// The change an event states, with the subscription it left behind; none for other events.
    pub fn of(event: &EventBody) -> Option<(Self, &Subscription)> {
        match event {
            EventBody::SubscriptionCancelationScheduled { subscription } => {
                Some((Self::CancelationScheduled, subscription))
            }
            EventBody::SubscriptionCancelationRevoked { subscription } => {
                Some((Self::CancelationUndone, subscription))
            }
            EventBody::SubscriptionCanceled { subscription } => Some((Self::Ended, subscription)),
            _ => None,
        }
    }
}

/// A receipt. It carries no link: one would open the account of whoever reads it first.
#[derive(Debug, Clone, Copy)]
pub struct SubscriptionChangedMail<'a> {
    /// Who writes, to whom.
    pub head: Letterhead<'a>,
    /// What happened.
    pub change: SubscriptionChange,
    /// The subscription after it happened.
    pub subscription: &'a Subscription,
    /// The invoice for what was used last, if anything was.
    pub used: Option<&'a Invoice>,
    /// The note of what went back, if anything did.
    pub credit_note: Option<&'a Invoice>,
    /// When it happened.
    pub at: Timestamp,
}

/// The receipt of a change.
pub fn subscription_changed(mail: &SubscriptionChangedMail<'_>) -> MailText {
    let (words, plan) = (mail.head.words, &mail.subscription.plan_name);
    let summary = SubscriptionSummary::new(mail.subscription, None, mail.head.zone);
    let period_end = words.day(date::day_of(mail.subscription.paid_until(), mail.head.zone));
    let end =
        summary.ends_on.or(summary.ended_on).map(|day| words.day(day)).unwrap_or_else(|| period_end.clone());
    let (subject, heading, says) = match mail.change {
        SubscriptionChange::CancelationScheduled => (
            say!(words, "mail-cancel-subject", plan = plan, day = &end),
            say!(words, "mail-cancel-heading"),
            say!(words, "mail-cancel-says", plan = plan, day = &end),
        ),
        SubscriptionChange::CancelationUndone => (
            say!(words, "mail-undo-subject", plan = plan),
            say!(words, "mail-undo-heading"),
            say!(words, "mail-undo-says", plan = plan, day = &period_end),
        ),
        SubscriptionChange::Ended => (
            say!(words, "mail-ended-subject", plan = plan),
            say!(words, "mail-ended-heading"),
            say!(words, "mail-ended-says", plan = plan, day = &end),
        ),
    };
    let mut body = vec![mail.head.hello(), Block::Paragraph(says)];
    if let Some(back) = mail.credit_note.and_then(|note| note.totals.total.times(-1).ok()) {
        body.push(Block::Paragraph(say!(words, "mail-ended-credit", sum = words.amount_with_code(back))));
    }
    body.push(Block::Rows(receipt(mail, &summary, end, period_end)));
    Letter {
        subject: mail.head.signed(&subject),
        preheader: say!(words, "mail-receipt-preheader", heading = &heading),
        heading,
        body,
        link: None,
        closing: say!(words, "mail-receipt-closing", whom = mail.head.whom()),
    }
    .lay_out(&mail.head)
}

fn receipt(
    mail: &SubscriptionChangedMail<'_>,
    summary: &SubscriptionSummary,
    end: String,
    period_end: String,
) -> Vec<Row> {
    let words = mail.head.words;
    let mut rows = vec![Row::new(say!(words, "mail-row-plan"), mail.subscription.plan_name.clone())];
    if let Some(amount) = summary.amount {
        let price = rhythm_text(words, summary.interval, words.amount_with_code(amount));
        rows.push(Row::new(say!(words, "subscription-price"), price));
    }
    rows.push(match mail.change {
        SubscriptionChange::CancelationScheduled => Row::new(say!(words, "mail-row-ends"), end),
        SubscriptionChange::CancelationUndone => Row::new(say!(words, "subscription-next"), period_end),
        SubscriptionChange::Ended => Row::new(say!(words, "mail-row-ended"), end),
    });
    let confirmed = date::moment_text(words, mail.at, mail.head.reader_zone);
    for (name, invoice) in [("mail-row-used", mail.used), ("mail-row-credit", mail.credit_note)] {
        if let Some(invoice) = invoice {
            let note = invoice.number.clone();
            rows.push(Row {
                note,
                ..Row::new(say!(words, name), words.amount_with_code(invoice.totals.total))
            });
        }
    }
    rows.push(Row::new(say!(words, "mail-row-confirmed"), confirmed));
    rows.push(Row::new(say!(words, "mail-row-reference"), mail.subscription.id.to_string()));
    rows
}
