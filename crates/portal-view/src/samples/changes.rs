//! Samples of choosing another plan, of what it comes to, and of what came of it.
//!
//! In: the sample account. Out: its first subscription on its way to another plan. Not here: the pages.

use domain::billing::{Change, Quote, QuoteState};
use domain::{
    Actor, Branding, Decline, EventBody, Money, Payment, PaymentPurpose, PaymentStatus, Plan, Subscription,
    Totals,
};
use maud::Markup;
use words::Words;

use super::account::id;
use super::pages::{signed_in, subscription_of, waiting};
use super::{SampleAccount, usage};
use crate::*;

/// The sample account of a merchant who lets customers change everything.
pub(super) fn account() -> SampleAccount {
    let mut account = SampleAccount::default();
    account.configuration.features.self_serve_changes = true;
    account.configuration.self_serve.switchable_plans =
        account.plans.iter().map(|plan| plan.id.clone()).collect();
    for plan in account.plans.iter_mut().filter(|plan| plan.name == "Scale") {
        plan.price.metered = usage::prices();
    }
    account
}

/// A plan of the sample by its name.
fn plan<'a>(account: &'a SampleAccount, name: &str) -> &'a Plan {
    account.plans.iter().find(|plan| plan.name == name).expect("the sample's own plan")
}

fn changed(account: &SampleAccount, name: &str, seats: u32) -> Change {
    let subscription = &account.subscriptions[0];
    let terms = subscription.terms_on(plan(account, name), seats);
    Change::of(subscription, terms, account.now, &account.zone).expect("the sample's subscription runs")
}

fn quoted(account: &SampleAccount, name: &str, seats: u32, state: QuoteState) -> Quote {
    let change = changed(account, name, seats);
    let new = Quote::new(id(1), &account.subscriptions[0], plan(account, name), change, account.now);
    Quote { state, ..new }
}

/// The first subscription after this change, and what an event says of it.
pub(super) fn after(account: &SampleAccount, name: &str, seats: u32) -> (Subscription, EventBody) {
    let change = changed(account, name, seats);
    let running = account.subscriptions[0].clone();
    running.change(&change, Actor::Customer, account.now).expect("the sample's subscription runs")
}

/// What was paid for a dearer plan, and the invoice of it.
pub(super) fn paid(account: &SampleAccount) -> (Payment, domain::Invoice) {
    let change = changed(account, "Scale", 45);
    let totals: Totals = change.totals;
    let invoice = domain::Invoice {
        number: "2026-0231".to_owned(),
        state: domain::InvoiceState::Paid,
        lines: change.lines,
        totals,
        amount_paid: totals.total,
        paid_at: Some(account.now),
        ..account.invoices[0].clone()
    };
    (payment(account, totals.total, PaymentStatus::Succeeded), invoice)
}

fn payment(account: &SampleAccount, amount: Money, status: PaymentStatus) -> Payment {
    let (mut payment, _) = account.payments(&[status]).remove(0);
    payment.purpose = PaymentPurpose::Change { quote_id: id(1) };
    payment.amount = amount;
    payment
}

pub(super) fn choose_page(words: Words, branding: &Branding) -> Markup {
    choose(words, branding, None)
}

pub(super) fn choose_refused(words: Words, branding: &Branding) -> Markup {
    choose(words, branding, Some(ChangeTrouble::NothingChanges))
}

fn choose(words: Words, branding: &Branding, trouble: Option<ChangeTrouble>) -> Markup {
    let mut account = account();
    account.configuration.self_serve.allow_downgrades = trouble.is_some();
    let subscription = &account.subscriptions[0];
    signed_in(words, branding, &account, None, |chrome, policy| {
        let view = ChangeView::new(subscription, &account.plans, policy, account.now, &account.zone);
        let view = view.expect("the sample's subscription may be changed");
        let view = view.with_meters(usage::meters(&account));
        let view = match trouble {
            Some(trouble) => view.again(&subscription.plan_id, "38", trouble),
            None => view,
        };
        change(chrome, &view)
    })
}

/// The page of a quote, with its payment where one was begun.
fn quote_of(
    words: Words,
    branding: &Branding,
    quote: &Quote,
    paid: Option<PaymentStatus>,
    stands: bool,
) -> Markup {
    let account = account();
    let payment = paid.map(|status| payment(&account, quote.change.totals.total, status));
    let invoice = (quote.state == QuoteState::Applied && payment.is_some()).then(|| self::paid(&account).1);
    signed_in(words, branding, &account, None, |chrome, _| {
        let meters = usage::meters(&account);
        let view = QuoteView {
            quote,
            meters: &meters,
            used: &[],
            used_is_due: false,
            stands,
            renewed: false,
            methods: &account.payment_methods,
            may_add: true,
            payment: payment.as_ref(),
            refunded: false,
            invoice: invoice.as_ref(),
            zone: &account.zone,
            reader_zone: &account.zone,
        };
        crate::quote(chrome, &view)
    })
}

pub(super) fn upgrade_page(words: Words, branding: &Branding) -> Markup {
    quote_of(words, branding, &quoted(&account(), "Scale", 45, QuoteState::Open), None, true)
}

pub(super) fn downgrade_page(words: Words, branding: &Branding) -> Markup {
    quote_of(words, branding, &quoted(&account(), "Starter", 1, QuoteState::Open), None, true)
}

pub(super) fn late_page(words: Words, branding: &Branding) -> Markup {
    quote_of(words, branding, &quoted(&account(), "Scale", 45, QuoteState::Open), None, false)
}

pub(super) fn waiting_page(words: Words, branding: &Branding) -> Markup {
    quote_of(words, branding, &quoted(&account(), "Scale", 45, QuoteState::Paying), Some(waiting()), false)
}

pub(super) fn receipt_page(words: Words, branding: &Branding) -> Markup {
    let done = quoted(&account(), "Scale", 45, QuoteState::Applied);
    quote_of(words, branding, &done, Some(PaymentStatus::Succeeded), false)
}

pub(super) fn failed_page(words: Words, branding: &Branding) -> Markup {
    let failed = PaymentStatus::Failed { reason: Decline::InsufficientFunds };
    quote_of(words, branding, &quoted(&account(), "Scale", 45, QuoteState::Failed), Some(failed), false)
}

pub(super) fn undo_page(words: Words, branding: &Branding) -> Markup {
    let account = account();
    let (subscription, _) = after(&account, "Starter", 1);
    signed_in(words, branding, &account, None, |chrome, policy| {
        let view = UndoChangeView::new(&subscription, policy, &account.zone);
        undo_change(chrome, &view.expect("the customer planned it"))
    })
}

pub(super) fn pending_page(words: Words, branding: &Branding) -> Markup {
    let account = account();
    let (subscription, _) = after(&account, "Starter", 1);
    subscription_of(words, branding, &account, &subscription, None)
}
