//! A customer's account as the pages look at it.
//!
//! In: domain nouns, the day, the zone. Out: the rows and cards several pages share.
//! Not here: what may be shown; each page's builder asks the policy.

use domain::{
    Interval, Invoice, InvoiceId, InvoiceStatus, Money, Plan, Subscription, SubscriptionId,
    SubscriptionStatus,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::date;
use crate::waiting::Waiting;

/// What the home page is made from. The server fills it from the database, the console from its replica.
#[derive(Debug, Clone, Copy)]
pub struct Account<'a> {
    /// All the customer's subscriptions.
    pub subscriptions: &'a [Subscription],
    /// At least the plans of these subscriptions.
    pub plans: &'a [Plan],
    /// Every open invoice, in any order.
    pub open_invoices: &'a [Invoice],
    /// The latest invoices, newest first; [`HomeView::RECENT`](crate::HomeView::RECENT) are enough.
    pub recent_invoices: &'a [Invoice],
    /// Payments that wait for the customer's bank.
    pub waiting: &'a [Waiting],
    /// The merchant's day.
    pub today: Date,
    /// The merchant's zone, in which instants become days.
    pub zone: &'a TimeZone,
}

/// An invoice as a row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceRow {
    /// Leads to the invoice.
    pub id: InvoiceId,
    /// The number on the sheet.
    pub number: String,
    /// Where it stands.
    pub status: InvoiceStatus,
    /// The day it was issued.
    pub issued_on: Date,
    /// The last day on which paying is in time.
    pub due_on: Date,
    /// What it is over.
    pub total: Money,
    /// What is left to pay.
    pub due: Money,
}

impl InvoiceRow {
    /// The row of an invoice; none for a draft, which customers never see.
    pub fn new(invoice: &Invoice, today: Date) -> Option<Self> {
        Some(Self {
            id: invoice.id.clone(),
            number: invoice.number.clone(),
            status: invoice.status(today)?,
            issued_on: invoice.issued_on,
            due_on: invoice.due_on,
            total: invoice.totals.total,
            due: invoice.amount_due(),
        })
    }

    /// True while something is left to pay.
    pub(crate) fn is_due(&self) -> bool {
        !self.due.is_zero() && !self.due.is_negative()
    }
}

/// A subscription in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscriptionSummary {
    /// Leads to the subscription.
    pub id: SubscriptionId,
    /// The plan's name.
    pub plan_name: String,
    /// The plan in a sentence; may be empty.
    pub description: String,
    /// Where it stands.
    pub status: SubscriptionStatus,
    /// What one period costs, before tax; none if that is too large to add up.
    pub amount: Option<Money>,
    /// What one seat costs, where the price is per seat.
    pub per_seat: Option<Money>,
    /// How many seats.
    pub seats: u32,
    /// How often it is billed.
    pub interval: Interval,
    /// When the next invoice is written, if one is.
    pub next_invoice_on: Option<Date>,
    /// When it will end, if it will.
    pub ends_on: Option<Date>,
    /// When it ended, if it has.
    pub ended_on: Option<Date>,
    /// When the trial ends, while there is one.
    pub trial_ends_on: Option<Date>,
}

impl SubscriptionSummary {
    /// The summary of a subscription; `plan` adds its description.
    pub fn new(subscription: &Subscription, plan: Option<&Plan>, zone: &TimeZone) -> Self {
        let end = subscription.cancelation.as_ref().map(|end| date::day_of(end.effective_at, zone));
        let has_ended = subscription.status == SubscriptionStatus::Canceled;
        let is_trial = subscription.status == SubscriptionStatus::Trialing;
        Self {
            id: subscription.id.clone(),
            plan_name: subscription.plan_name.clone(),
            description: plan.map(|plan| plan.description.clone()).unwrap_or_default(),
            status: subscription.status,
            amount: subscription.amount().ok(),
            per_seat: subscription.price.per_seat.then_some(subscription.price.amount),
            seats: subscription.seats,
            interval: subscription.price.interval,
            next_invoice_on: subscription.next_invoice_at().map(|at| date::day_of(at, zone)),
            ends_on: end.filter(|_| !has_ended),
            ended_on: end.filter(|_| has_ended),
            trial_ends_on: subscription.trial_end.filter(|_| is_trial).map(|at| date::day_of(at, zone)),
        }
    }
}
