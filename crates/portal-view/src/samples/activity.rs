//! What happened to the sample account.

use domain::{
    Actor, ApiKeyId, Branding, CancelAt, Customer, Event, EventBody, EventId, PaymentMethodChange,
    PaymentStatus,
};
use jiff::{SignedDuration, Timestamp};
use maud::Markup;
use words::Words;

use super::SampleAccount;
use super::account::id;
use super::pages::signed_in;
use crate::{ActivityRow, ActivityView, activity};

/// What happened, newest first, each with the customer as they were before.
fn events(account: &SampleAccount) -> Vec<(Event, Option<Customer>)> {
    let merchant = Actor::Merchant { api_key: id::<ApiKeyId>(1) };
    let growth = account.subscriptions[0].clone();
    let ago = |days: i64| account.now.saturating_sub(SignedDuration::from_hours(24 * days));
    let at = |days| ago(days).unwrap_or(Timestamp::UNIX_EPOCH);
    let by = || Actor::Customer;
    let scheduled = growth.clone().cancel(CancelAt::PeriodEnd, by(), None, at(2));
    let undone = scheduled.clone().and_then(|(subscription, _)| subscription.undo_cancel(&by()));
    let moved = Customer { name: "Northwind GmbH".to_owned(), ..account.customer.clone() };
    let card = account.payment_methods[0].clone();
    let failed = PaymentStatus::Failed { reason: domain::Decline::InsufficientFunds };
    let payment = account.payments(&[failed]).remove(0).0;
    let told = [
        undone.ok().map(|(_, fact)| (1, by(), fact)),
        scheduled.ok().map(|(_, fact)| (2, by(), fact)),
        Some((4, merchant.clone(), EventBody::CustomerUpdated { customer: account.customer.clone() })),
        Some((9, Actor::System, EventBody::PaymentFailed { payment })),
        Some((13, Actor::System, EventBody::InvoiceIssued { invoice: account.invoices[0].clone() })),
        Some((13, Actor::System, EventBody::SubscriptionRenewed { subscription: growth.clone() })),
        Some((
            30,
            by(),
            EventBody::PaymentUpdated { change: PaymentMethodChange::Added, payment_method: card },
        )),
        Some((41, merchant, EventBody::SubscriptionActivated { subscription: growth })),
    ];
    (1..)
        .zip(told.into_iter().flatten())
        .map(|(n, (days, actor, body))| {
            let event = Event { id: id::<EventId>(n), sequence: n.into(), timestamp: at(days), actor, body };
            (event, Some(moved.clone()))
        })
        .collect()
}

pub(super) fn page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let events = events(&account);
    signed_in(words, branding, &account, None, |chrome, policy| {
        let row = |(event, before): &(Event, Option<Customer>)| {
            ActivityRow::new(words, event, before.as_ref(), policy, &account.zone)
        };
        let rows = events.iter().filter_map(row).collect();
        let older = events.last().map(|(event, _)| event.id.clone());
        activity(chrome, &ActivityView { rows, older, newer: false, reader_zone: account.zone.clone() })
    })
}

pub(super) fn none(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let view =
        ActivityView { rows: Vec::new(), older: None, newer: false, reader_zone: account.zone.clone() };
    signed_in(words, branding, &account, None, |chrome, _| activity(chrome, &view))
}
