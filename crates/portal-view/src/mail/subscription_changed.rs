//! The dated receipt of a cancellation: booked, taken back, or carried out.

use domain::{EventBody, Subscription};
use jiff::Timestamp;

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
    /// When it happened.
    pub at: Timestamp,
}

/// The receipt of a change.
pub fn subscription_changed(mail: &SubscriptionChangedMail<'_>) -> MailText {
    let words = mail.head.words;
    let plan = &mail.subscription.plan_name;
    let summary = SubscriptionSummary::new(mail.subscription, None, mail.head.zone);
    let period_end = words.day(date::day_of(mail.subscription.period.end, mail.head.zone));
    let end =
        summary.ends_on.or(summary.ended_on).map(|day| words.day(day)).unwrap_or_else(|| period_end.clone());
    let (subject, heading, says) = match mail.change {
        SubscriptionChange::CancelationScheduled => (
            format!("{plan} ends on {end}"),
            "Your cancellation is booked".to_owned(),
            format!(
                "Your subscription to {plan} ends on {end}. You keep everything until then, and there are no further invoices for it. Open invoices stay due."
            ),
        ),
        SubscriptionChange::CancelationUndone => (
            format!("{plan} goes on"),
            "Your subscription goes on".to_owned(),
            format!(
                "Your subscription to {plan} no longer ends. Nothing changes, and the next invoice comes on {period_end}."
            ),
        ),
        SubscriptionChange::Ended => (
            format!("{plan} has ended"),
            "Your subscription has ended".to_owned(),
            format!(
                "Your subscription to {plan} ended on {end}. There are no further invoices for it. Open invoices stay due, and you can still see all of them. Thank you for having been with us."
            ),
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
            Block::Rows(receipt(mail, &summary, &end, &period_end)),
        ],
        link: None,
        closing: match &mail.head.branding.support_email {
            Some(email) => format!("Please keep this mail as your receipt. If this was not you, write to {email} at once."),
            None => format!("Please keep this mail as your receipt. If this was not you, please contact {business} at once."),
        },
    }
    .lay_out(&mail.head)
}

fn receipt(
    mail: &SubscriptionChangedMail<'_>,
    summary: &SubscriptionSummary,
    end: &str,
    period_end: &str,
) -> Vec<Row> {
    let words = mail.head.words;
    let row =
        |name: &str, value: String| Row { name: name.to_owned(), note: String::new(), value, urgent: false };
    let mut rows = vec![row("Plan", mail.subscription.plan_name.clone())];
    if let Some(amount) = summary.amount {
        rows.push(row("Price", rhythm_text(words, summary.interval, words.amount_with_code(amount))));
    }
    rows.push(match mail.change {
        SubscriptionChange::CancelationScheduled => row("Ends on", end.to_owned()),
        SubscriptionChange::CancelationUndone => row("Next invoice", period_end.to_owned()),
        SubscriptionChange::Ended => row("Ended on", end.to_owned()),
    });
    rows.push(row("Confirmed", date::moment_text(words, mail.at, mail.head.zone)));
    rows.push(row("Reference", mail.subscription.id.to_string()));
    rows
}
