//! `GET /portal/activity`: who changed what, and when.
//!
//! In: events, told row by row. Out: [`ActivityView`] and its page.
//! Not here: which of them the page has room for (`server/src/portal/activity.rs`).

use domain::policy::Policy;
use domain::{
    Actor, BillingField, Customer, Event, EventBody, EventId, Feature, Instrument, InvoiceState, LinkPurpose,
    PaymentMethodChange,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use words::{Words, say};

use crate::chrome::{Chrome, Place};
use crate::icon::Icon;
use crate::plan_price::agreed;
use crate::{date, routes};

/// Who did something, as far as a customer knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doer {
    /// The customer.
    You,
    /// The merchant's staff or app; who of them is the merchant's business.
    Merchant,
    /// Nobody: it was due.
    Nobody,
}

impl From<&Actor> for Doer {
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Customer => Self::You,
            Actor::Merchant { .. } => Self::Merchant,
            Actor::System => Self::Nobody,
        }
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityRow {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: Doer,
    /// What it was.
    pub what: String,
}

/// One stretch of what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityView {
    /// Newest first.
    pub rows: Vec<ActivityRow>,
    /// Where older ones begin, if there are any.
    pub older: Option<EventId>,
    /// Whether newer ones were left out.
    pub newer: bool,
    /// The zone in which the customer is told moments.
    pub reader_zone: TimeZone,
}

impl ActivityRow {
    /// The row of an event; none for what this customer does not see. `before` is the customer as it was then,
    /// `zone` the merchant's.
    pub fn new(
        words: Words,
        event: &Event,
        before: Option<&Customer>,
        policy: &Policy<'_>,
        zone: &TimeZone,
    ) -> Option<Self> {
        if came_by_import(event, zone) {
            return None;
        }
        let what = what(words, &event.body, before, policy, zone)?;
        Some(Self { at: event.timestamp, by: Doer::from(&event.actor), what })
    }
}

/// Whether an event tells of something older than itself: an import brought it, and on that day nothing happened.
fn came_by_import(event: &Event, zone: &TimeZone) -> bool {
    let today = date::day_of(event.timestamp, zone);
    match &event.body {
        EventBody::InvoiceIssued { invoice } => invoice.issued_on < today,
        EventBody::SubscriptionCreated { subscription } => {
            date::day_of(subscription.period.start, zone) < today
        }
        _ => false,
    }
}

/// What an event says to its customer; none where the page it is about is not theirs to see, and for the inner
/// workings: mails, webhooks, settings, the steps between.
fn what(
    words: Words,
    event: &EventBody,
    before: Option<&Customer>,
    policy: &Policy<'_>,
    zone: &TimeZone,
) -> Option<String> {
    let day = |at| words.day(date::day_of(at, zone));
    let may = |feature| policy.view(feature).is_ok();
    let plans = may(Feature::ViewSubscription);
    let invoices = may(Feature::ViewInvoices);
    Some(match event {
        EventBody::CustomerUpdated { customer } => {
            policy.view_billing_details().ok()?;
            say!(words, "activity-details", parts = changed(words, before?, customer)?)
        }
        EventBody::SubscriptionCreated { subscription } if plans => {
            say!(words, "activity-subscribed", plan = &subscription.plan_name)
        }
        EventBody::SubscriptionActivated { subscription } if plans => {
            say!(words, "activity-changed", terms = agreed(words, &subscription.terms()))
        }
        EventBody::SubscriptionRenewed { subscription } if plans => {
            say!(words, "activity-renewed", plan = &subscription.plan_name)
        }
        EventBody::SubscriptionPastDue { subscription } if plans => {
            say!(words, "activity-past-due", plan = &subscription.plan_name)
        }
        EventBody::SubscriptionRecovered { subscription } if plans => {
            say!(words, "activity-recovered", plan = &subscription.plan_name)
        }
        EventBody::SubscriptionChangeScheduled { subscription } if plans => {
            let pending = subscription.pending_change.as_ref()?;
            let terms = agreed(words, &pending.terms);
            say!(words, "activity-change-planned", terms = terms, day = day(pending.effective_at))
        }
        EventBody::SubscriptionChangeRevoked { subscription } if plans => {
            say!(words, "activity-change-undone", plan = &subscription.plan_name)
        }
        EventBody::SubscriptionCancelationScheduled { subscription } if plans => {
            let ends = subscription.cancelation.as_ref()?.effective_at;
            say!(words, "activity-cancel-planned", plan = &subscription.plan_name, day = day(ends))
        }
        EventBody::SubscriptionCancelationRevoked { subscription } if plans => {
            say!(words, "activity-cancel-undone", plan = &subscription.plan_name)
        }
        EventBody::SubscriptionCanceled { subscription } if plans => {
            say!(words, "activity-ended", plan = &subscription.plan_name)
        }
        EventBody::InvoiceIssued { invoice } if invoices && invoice.is_credit_note() => {
            let amount = words.amount(invoice.totals.total.times(-1).ok()?);
            say!(words, "activity-credited", number = &invoice.number, amount = amount)
        }
        // It is settled as it is issued.
        EventBody::InvoicePaid { invoice } if invoice.is_credit_note() => return None,
        EventBody::InvoiceIssued { invoice } if invoices && invoice.state != InvoiceState::Draft => {
            let amount = words.amount(invoice.totals.total);
            say!(words, "activity-invoice-issued", number = &invoice.number, amount = amount)
        }
        EventBody::InvoicePaid { invoice } if invoices => {
            let amount = words.amount(invoice.totals.total);
            say!(words, "activity-invoice-paid", number = &invoice.number, amount = amount)
        }
        EventBody::InvoiceUpdated { invoice } if invoices && invoice.state == InvoiceState::Void => {
            say!(words, "activity-invoice-void", number = &invoice.number)
        }
        EventBody::PaymentUpdated { change, payment_method } if may(Feature::UpdatePayment) => {
            let method = short(&payment_method.instrument);
            match change {
                PaymentMethodChange::Added => say!(words, "activity-method-added", method = method),
                PaymentMethodChange::Updated => say!(words, "activity-method-updated", method = method),
                PaymentMethodChange::MadeDefault => say!(words, "activity-method-default", method = method),
                PaymentMethodChange::Removed => say!(words, "activity-method-removed", method = method),
            }
        }
        EventBody::PaymentFailed { payment } if invoices => {
            say!(words, "activity-payment-failed", amount = words.amount(payment.amount))
        }
        EventBody::PaymentRefunded { refund } if invoices => {
            say!(words, "activity-refunded", amount = words.amount(refund.amount))
        }
        EventBody::PortalLinkCreated { link } => match link.purpose {
            LinkPurpose::PortalLink | LinkPurpose::Billing => say!(words, "activity-link-sent"),
            LinkPurpose::Recovery => say!(words, "activity-link-asked"),
            // Made by the merchant's app while the customer clicks, or with a mail that tells of something else;
            // what follows is that it is opened.
            LinkPurpose::Direct | LinkPurpose::Notice => return None,
        },
        EventBody::PortalSessionOpened { .. } => say!(words, "activity-opened"),
        EventBody::PortalSessionEnded { session } if session.revoked => say!(words, "activity-visit-ended"),
        EventBody::PortalSessionEnded { .. } => say!(words, "activity-left"),
        EventBody::CustomerCreated { .. }
        | EventBody::PlanSaved { .. }
        | EventBody::MeterSaved { .. }
        | EventBody::SubscriptionCreated { .. }
        | EventBody::SubscriptionActivated { .. }
        | EventBody::SubscriptionRenewed { .. }
        | EventBody::SubscriptionSeatsAssigned { .. }
        | EventBody::SubscriptionPastDue { .. }
        | EventBody::SubscriptionRecovered { .. }
        | EventBody::SubscriptionChangeScheduled { .. }
        | EventBody::SubscriptionChangeRevoked { .. }
        | EventBody::SubscriptionCancelationScheduled { .. }
        | EventBody::SubscriptionCancelationRevoked { .. }
        | EventBody::SubscriptionCanceled { .. }
        | EventBody::InvoiceIssued { .. }
        | EventBody::InvoiceUpdated { .. }
        | EventBody::InvoicePaid { .. }
        | EventBody::PaymentUpdated { .. }
        | EventBody::PaymentProgressed { .. }
        | EventBody::PaymentFailed { .. }
        | EventBody::PaymentRefunded { .. }
        | EventBody::PortalLinkWithdrawn { .. }
        | EventBody::PortalFlowCompleted { .. }
        | EventBody::TestClockMoved { .. }
        | EventBody::ConfigurationSaved { .. }
        | EventBody::ConfigurationDeleted { .. }
        | EventBody::BrandingSaved { .. }
        | EventBody::MailUpdated { .. }
        | EventBody::WebhookEndpointSaved { .. }
        | EventBody::WebhookEndpointDeleted { .. }
        | EventBody::WebhookSettled { .. } => return None,
    })
}

/// Which of the details differ, as a list; none where only the merchant's own notes do.
fn changed(words: Words, before: &Customer, after: &Customer) -> Option<String> {
    let differs = |field: &BillingField| match field {
        BillingField::Name => before.name != after.name,
        BillingField::Email => before.email != after.email,
        BillingField::Address => before.address != after.address,
        BillingField::TaxIds => before.tax_ids != after.tax_ids,
    };
    let parts = BillingField::ALL.into_iter().filter(differs).map(|field| match field {
        BillingField::Name => say!(words, "activity-name"),
        BillingField::Email => say!(words, "activity-email"),
        BillingField::Address => say!(words, "activity-address"),
        BillingField::TaxIds => say!(words, "activity-tax-ids"),
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| words.list(&parts))
}

/// `Visa •••• 4242`: the same in every language.
fn short(instrument: &Instrument) -> String {
    let (name, last4) = match instrument {
        Instrument::Card { brand, last4, .. } => (brand.name(), last4),
        Instrument::SepaDebit { last4, .. } => ("IBAN", last4),
        Instrument::UsBankAccount { last4 } => ("ACH", last4),
    };
    format!("{name} •••• {last4}")
}

/// The page.
pub fn activity(chrome: &Chrome<'_>, view: &ActivityView) -> Markup {
    let words = chrome.words;
    let title = say!(words, "activity-title");
    let content = html! {
        header.page-head { h1 { (title) } p.quiet { (say!(words, "activity-says")) } }
        @if view.rows.is_empty() {
            div.card.empty { (Icon::History) p { (say!(words, "activity-none")) } }
        } @else {
            ol.card.activity { @for row in &view.rows { (entry(chrome, row, &view.reader_zone)) } }
        }
        @if view.newer || view.older.is_some() {
            nav.pager aria-label=(say!(words, "activity-pages")) {
                @if view.newer {
                    a.button href=(routes::ACTIVITY) { (Icon::ChevronLeft) (say!(words, "activity-newest")) }
                }
                @if let Some(event) = &view.older {
                    a.button.older rel="next" href=(routes::activity_before(event)) {
                        (say!(words, "activity-older")) (Icon::ChevronRight)
                    }
                }
            }
        }
    };
    chrome.page(Place::Activity, &title, content)
}

fn entry(chrome: &Chrome<'_>, row: &ActivityRow, reader_zone: &TimeZone) -> Markup {
    let words = chrome.words;
    html! {
        li {
            p.activity-what { (row.what) }
            p.quiet {
                @match row.by {
                    Doer::You => (say!(words, "activity-you")),
                    Doer::Merchant => (chrome.branding.business_name),
                    Doer::Nobody => (say!(words, "activity-by-itself")),
                }
                " · " time datetime=(row.at) { (date::moment_text(words, row.at, reader_zone)) }
            }
        }
    }
}
