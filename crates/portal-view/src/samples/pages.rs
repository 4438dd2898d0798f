//! The pages' samples: each fills the page's own view from the sample account.

use domain::policy::{Policy, Reason};
use domain::{
    Actor, Branding, CancelAt, CancelationMode, CancelationOptions, Decline, InvoiceStatus, OfferButton,
    PaymentStatus, RetentionOffer, Subscription, SubscriptionStatus,
};
use jiff::SignedDuration;
use maud::Markup;
use url::Url;
use words::Words;

use super::{Sample, SampleAccount, changes};
use crate::*;

pub(super) const ALL: &[Sample] = &[
    Sample::new("Link: continue", "link", link_page),
    Sample::new("Overview", "home", home_page),
    Sample::new("Overview, all paid up", "home-paid", home_paid),
    Sample::new("Overview, payment waiting for the bank", "home-waiting", home_waiting),
    Sample::new("Overview, new customer", "home-new", home_new),
    Sample::new("Overview, invoices off", "home-no-invoices", home_no_invoices),
    Sample::new("Overview, everything off", "home-off", home_off),
    Sample::new("Invoices", "invoices", invoices_page),
    Sample::new("Invoices, filtered to none", "invoices-none", invoices_none),
    Sample::new("Invoice, pending", "invoice", invoice_pending),
    Sample::new("Invoice, overdue and part-paid", "invoice-overdue", invoice_overdue),
    Sample::new("Invoice, paid", "invoice-paid", invoice_paid),
    Sample::new("Subscriptions", "subscriptions", subscriptions_page),
    Sample::new("Subscription", "subscription", subscription_page),
    Sample::new("Subscription, ending", "subscription-ending", subscription_ending),
    Sample::new(
        "Subscription, contract and no way to cancel",
        "subscription-contract",
        subscription_contract,
    ),
    Sample::new("Subscription, trial", "subscription-trial", subscription_trial),
    Sample::new("Subscription, past due", "subscription-past-due", subscription_past_due),
    Sample::new("Subscription, ended", "subscription-ended", subscription_ended),
    Sample::new("Subscription, change planned", "subscription-pending", changes::pending_page),
    Sample::new("Change: choose", "change", changes::choose_page),
    Sample::new("Change: nothing chosen", "change-same", changes::choose_refused),
    Sample::new("Change: pay and switch", "quote", changes::upgrade_page),
    Sample::new("Change: switch later", "quote-later", changes::downgrade_page),
    Sample::new("Change: out of date", "quote-late", changes::late_page),
    Sample::new("Change: confirm with bank", "quote-waiting", changes::waiting_page),
    Sample::new("Change: receipt", "quote-receipt", changes::receipt_page),
    Sample::new("Change: not paid", "quote-failed", changes::failed_page),
    Sample::new("Change: call off", "undo-change", changes::undo_page),
    Sample::new("Cancel, at period end", "cancel", cancel_page),
    Sample::new("Cancel, customer chooses", "cancel-choice", cancel_choice),
    Sample::new("Cancel, with an offer and own reasons", "cancel-offer", cancel_offer),
    Sample::new("Keep after all", "undo-cancel", undo_page),
    Sample::new("Usage", "usage", usage_page),
    Sample::new("Usage, none", "usage-none", usage_none),
    Sample::new("Payment methods", "payment-methods", payment_methods_page),
    Sample::new("Payment methods, none", "payment-methods-none", payment_methods_none),
    Sample::new("Payment method: add a card", "card", card_page),
    Sample::new("Payment method: add a card, with slips", "card-slips", card_slips),
    Sample::new("Payment method: add a bank account", "bank-account", bank_account_page),
    Sample::new("Payment method: update", "payment-method", payment_method_page),
    Sample::new("Payment method: remove", "payment-method-remove", payment_method_remove),
    Sample::new("Pay", "pay", pay_page),
    Sample::new("Pay, nothing on file", "pay-none", pay_none),
    Sample::new("Paid", "paid", paid_page),
    Sample::new("Paid in part", "paid-part", paid_part),
    Sample::new("Test bank", "test-bank", test_bank),
    Sample::new("Billing details", "billing-details", super::details::page),
    Sample::new("Billing details, not quite", "billing-details-invalid", super::details::invalid),
    Sample::new("Billing details, address waits", "billing-details-waiting", super::details::waiting),
    Sample::new("Billing details, kept by the merchant", "billing-details-locked", super::details::locked),
    Sample::new("New e-mail address", "email-confirm", super::details::confirm),
    Sample::new("New e-mail address, confirmed", "email-confirmed", super::details::confirmed),
    Sample::new("New e-mail address, dead link", "email-dead", email_dead_end),
    Sample::new("Cancel without a link", "withdraw", super::withdraw::first),
    Sample::new("Cancel without a link, no address", "withdraw-wrong", super::withdraw::wrong),
    Sample::new("Cancel without a link: declare", "withdraw-check", super::withdraw::check),
    Sample::new("Cancel without a link: received", "withdraw-received", super::withdraw::received),
    Sample::new("Cancel without a link: carry out", "withdraw-confirm", super::withdraw::confirm),
    Sample::new("Cancel without a link: nothing to end", "withdraw-nothing", super::withdraw::nothing),
    Sample::new("Cancel without a link: done", "withdraw-done", super::withdraw::done),
    Sample::new("Cancel without a link: dead link", "withdraw-dead", withdraw_dead_end),
    Sample::new("Activity", "activity", super::activity::page),
    Sample::new("Activity, none yet", "activity-none", super::activity::none),
    Sample::new("Link: expired", "link-expired", |words, branding| {
        link_problem(words, branding, LinkProblem::Expired, TOKEN, return_url().as_ref())
    }),
    Sample::new("Link: used", "link-used", |words, branding| {
        link_problem(words, branding, LinkProblem::Used, TOKEN, return_url().as_ref())
    }),
    Sample::new("Link: replaced", "link-replaced", |words, branding| {
        link_problem(words, branding, LinkProblem::Replaced, TOKEN, return_url().as_ref())
    }),
    Sample::new("Link: unknown", "link-unknown", |words, branding| {
        link_problem(words, branding, LinkProblem::Unknown, TOKEN, return_url().as_ref())
    }),
    Sample::new("Link: sent again", "link-sent", link_sent),
    Sample::new("Session over", "session-over", session_over_page),
    Sample::new("Session never begun", "session-none", |words, branding| {
        session_over(words, branding, &SessionOverView { known: false, return_url: None })
    }),
    Sample::new("Errand done", "done", |words, branding| {
        done(words, branding, &DoneView { message: None, return_url: return_url().as_ref(), leaving: false })
    }),
    Sample::new("Errand done, leaving", "done-leaving", |words, branding| {
        done(words, branding, &DoneView { message: None, return_url: return_url().as_ref(), leaving: true })
    }),
    Sample::new("Signed out", "signed-out", |words, branding| {
        signed_out(words, branding, return_url().as_ref())
    }),
    Sample::new("Error: not found", "error-404", |words, branding| {
        error_page(words, branding, ErrorKind::NotFound, true)
    }),
    Sample::new("Error: not online", "error-403", |words, branding| {
        error_page(words, branding, ErrorKind::NotAllowed(Some(Reason::ContractRuns)), true)
    }),
    Sample::new("Error: out of date", "error-409", |words, branding| {
        error_page(words, branding, ErrorKind::Stale, true)
    }),
    Sample::new("Error: too many", "error-429", |words, branding| {
        error_page(words, branding, ErrorKind::TooMany, false)
    }),
    Sample::new("Error: our fault", "error-500", |words, branding| {
        error_page(words, branding, ErrorKind::Internal, true)
    }),
    Sample::new("Error: unavailable", "error-503", |words, branding| {
        error_page(words, branding, ErrorKind::Unavailable, false)
    }),
];

const TOKEN: &str = "0ld7okenFromThePreview";

fn return_url() -> Option<Url> {
    Url::parse("https://app.merchant.example/account").ok()
}

/// A signed-in page of the sample account.
pub(super) fn signed_in(
    words: Words,
    branding: &Branding,
    account: &SampleAccount,
    notice: Option<Notice>,
    page: impl FnOnce(&Chrome<'_>, &Policy<'_>) -> Markup,
) -> Markup {
    let policy = account.policy();
    let return_url = return_url();
    let chrome = Chrome {
        words,
        branding,
        customer_name: &account.customer.name,
        nav: Nav::of(&policy, true),
        here: None,
        csrf: "preview",
        return_url: return_url.as_ref(),
        house: House::of(&account.configuration),
        notice,
        today: account.today,
        flow: None,
    };
    page(&chrome, &policy)
}

fn home_of(words: Words, branding: &Branding, account: &SampleAccount) -> Markup {
    let open = account.open_invoices();
    signed_in(words, branding, account, None, |chrome, policy| {
        home(chrome, &HomeView::new(&account.view(&open), policy))
    })
}

fn home_page(words: Words, branding: &Branding) -> Markup {
    home_of(words, branding, &SampleAccount::default())
}

fn home_paid(words: Words, branding: &Branding) -> Markup {
    let mut account = SampleAccount::default();
    account.invoices.retain(|invoice| invoice.status(account.today) == Some(InvoiceStatus::Paid));
    account.subscriptions.truncate(1);
    home_of(words, branding, &account)
}

fn home_waiting(words: Words, branding: &Branding) -> Markup {
    let mut account = SampleAccount::default();
    let payments = account.payments(&[waiting()]).into_iter();
    account.waiting =
        payments.map(|(payment, number)| Waiting { payment, invoice_number: Some(number) }).collect();
    home_of(words, branding, &account)
}

fn home_new(words: Words, branding: &Branding) -> Markup {
    let mut account = SampleAccount::default();
    account.invoices.clear();
    account.subscriptions.clear();
    home_of(words, branding, &account)
}

fn home_no_invoices(words: Words, branding: &Branding) -> Markup {
    let mut account = SampleAccount::default();
    account.configuration.features.view_invoices = false;
    home_of(words, branding, &account)
}

fn home_off(words: Words, branding: &Branding) -> Markup {
    let mut account = SampleAccount::default();
    account.configuration.features.view_invoices = false;
    account.configuration.features.view_subscription = false;
    home_of(words, branding, &account)
}

fn invoices_page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let rows =
        account.invoices.iter().filter_map(|invoice| InvoiceRow::new(invoice, account.today)).collect();
    let view = InvoicesView {
        filter: InvoiceFilter::All,
        rows,
        older: Some("cursor".to_owned()),
        newer: None,
        pdfs: true,
    };
    signed_in(words, branding, &account, None, |chrome, _| invoices(chrome, &view))
}

fn invoices_none(words: Words, branding: &Branding) -> Markup {
    let view = InvoicesView {
        filter: InvoiceFilter::Overdue,
        rows: Vec::new(),
        older: None,
        newer: None,
        pdfs: true,
    };
    signed_in(words, branding, &SampleAccount::default(), None, |chrome, _| invoices(chrome, &view))
}

fn invoice_of(words: Words, branding: &Branding, at: usize) -> Markup {
    let account = SampleAccount::default();
    signed_in(words, branding, &account, None, |chrome, policy| {
        let view = InvoiceView::new(&account.invoices[at], policy, account.today, &account.zone);
        invoice(chrome, &view.expect("the samples hold no drafts"))
    })
}

fn invoice_pending(words: Words, branding: &Branding) -> Markup {
    invoice_of(words, branding, 0)
}

fn invoice_overdue(words: Words, branding: &Branding) -> Markup {
    invoice_of(words, branding, 2)
}

fn invoice_paid(words: Words, branding: &Branding) -> Markup {
    invoice_of(words, branding, 4)
}

fn subscriptions_page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let summaries: Vec<_> = account
        .subscriptions
        .iter()
        .map(|subscription| {
            SubscriptionSummary::new(subscription, account.plan_of(subscription), &account.zone)
        })
        .collect();
    signed_in(words, branding, &account, None, |chrome, _| subscriptions(chrome, &summaries))
}

pub(super) fn subscription_of(
    words: Words,
    branding: &Branding,
    account: &SampleAccount,
    subscription: &Subscription,
    notice: Option<Notice>,
) -> Markup {
    signed_in(words, branding, account, notice, |chrome, policy| {
        let plan = account.plan_of(subscription);
        let view = SubscriptionView::new(subscription, plan, policy, &account.zone);
        crate::subscription(chrome, &view.with_meters(super::usage::meters(account)))
    })
}

fn subscription_page(words: Words, branding: &Branding) -> Markup {
    let account = changes::account();
    subscription_of(words, branding, &account, &account.subscriptions[0], None)
}

fn subscription_contract(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    subscription_of(words, branding, &account, &account.subscriptions[1], None)
}

fn subscription_ended(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    subscription_of(words, branding, &account, &account.subscriptions[2], None)
}

/// The first subscription, set to end by its customer.
pub(super) fn ending(account: &SampleAccount) -> Subscription {
    let running = account.subscriptions[0].clone();
    let (ending, _) = running
        .cancel(CancelAt::PeriodEnd, Actor::Customer, None, account.now)
        .expect("the sample's first subscription runs");
    ending
}

fn subscription_ending(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    subscription_of(words, branding, &account, &ending(&account), Some(Notice::CancelationScheduled))
}

fn subscription_trial(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let mut subscription = account.subscriptions[0].clone();
    subscription.status = SubscriptionStatus::Trialing;
    subscription.trial_end = Some(subscription.period.end);
    subscription.price.metered = super::usage::prices();
    subscription_of(words, branding, &account, &subscription, None)
}

fn subscription_past_due(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let mut subscription = account.subscriptions[0].clone();
    subscription.status = SubscriptionStatus::PastDue;
    subscription_of(words, branding, &account, &subscription, None)
}

fn cancel_of(words: Words, branding: &Branding, mode: CancelationMode) -> Markup {
    let mut account = SampleAccount::default();
    account.configuration.self_serve.cancelation_mode = mode;
    cancel_as(words, branding, &account)
}

fn cancel_as(words: Words, branding: &Branding, account: &SampleAccount) -> Markup {
    let subscription = &account.subscriptions[0];
    signed_in(words, branding, account, None, |chrome, policy| {
        let view = CancelView::new(subscription, account.plan_of(subscription), policy, &account.zone);
        cancel_confirm(chrome, &view.expect("the sample's first subscription can be cancelled"))
    })
}

fn cancel_page(words: Words, branding: &Branding) -> Markup {
    cancel_of(words, branding, CancelationMode::AtPeriodEnd)
}

fn cancel_offer(words: Words, branding: &Branding) -> Markup {
    let mut account = SampleAccount::default();
    account.configuration.cancelation = CancelationOptions {
        reasons: Some(vec!["We bought too many seats".into(), "Our project has ended".into()]),
        offer: Some(RetentionOffer {
            title: "Would a break be enough?".into(),
            text: "Pause your plan for up to three months. Nothing is charged, and your data stays.".into(),
            button: Some(OfferButton::Contact),
        }),
        ..CancelationOptions::default()
    };
    cancel_as(words, branding, &account)
}

fn cancel_choice(words: Words, branding: &Branding) -> Markup {
    cancel_of(words, branding, CancelationMode::CustomerChooses)
}

fn undo_page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let subscription = ending(&account);
    signed_in(words, branding, &account, None, |chrome, policy| {
        let view = UndoView::new(&subscription, account.plan_of(&subscription), policy, &account.zone);
        undo_confirm(chrome, &view.expect("the customer set its end"))
    })
}

fn payment_methods_page(words: Words, branding: &Branding) -> Markup {
    let mut account = SampleAccount::default();
    account.configuration.self_serve.allow_bank_accounts = true;
    signed_in(words, branding, &account, None, |chrome, policy| {
        let view = PaymentMethodsView::new(&account.payment_methods, true, policy, account.today);
        payment_methods(chrome, &view)
    })
}

fn payment_methods_none(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    signed_in(words, branding, &account, None, |chrome, policy| {
        payment_methods(chrome, &PaymentMethodsView::new(&[], true, policy, account.today))
    })
}

fn method_form(filled: Filled) -> AddMethodView {
    AddMethodView { filled, then: routes::Then::List, sandbox: true, bank_accounts: true }
}

fn card_page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    signed_in(words, branding, &account, None, |chrome, _| add_card(chrome, &method_form(Filled::default())))
}

fn card_slips(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let mut filled = Filled::with([("expiry", "02/26".to_owned()), ("holder", "Ada Lindqvist".to_owned())]);
    let faults = [
        ("number", "This card number has a slip in it. Please compare it with your card."),
        ("expiry", "This card has expired. Please use another."),
    ];
    filled.faults = faults.map(|(field, fault)| (field.to_owned(), fault.to_owned())).into();
    signed_in(words, branding, &account, None, |chrome, _| add_card(chrome, &method_form(filled)))
}

fn bank_account_page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    signed_in(words, branding, &account, None, |chrome, _| {
        add_bank_account(chrome, &method_form(Filled::default()))
    })
}

fn payment_method_page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let method = &account.payment_methods[0];
    let filled = Filled::with([
        ("expiry", method.instrument.expiry().map(|expiry| expiry.to_string()).unwrap_or_default()),
        ("holder", method.holder.clone()),
        ("line1", method.address.line1.clone()),
        ("postal_code", method.address.postal_code.clone()),
        ("city", method.address.city.clone()),
        ("country", method.address.country.clone()),
    ]);
    signed_in(words, branding, &account, None, |chrome, _| edit_method(chrome, method, &filled))
}

fn payment_method_remove(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    signed_in(words, branding, &account, None, |chrome, _| {
        remove_confirm(chrome, &account.payment_methods[1])
    })
}

fn pay_of(words: Words, branding: &Branding, account: &SampleAccount) -> Markup {
    let open = account.open_invoices();
    signed_in(words, branding, account, None, |chrome, policy| {
        let (methods, waiting) = (&account.payment_methods, &account.waiting);
        let view = PayView::new(None, &open, (methods, waiting), policy, account.today);
        pay(chrome, &view.expect("the sample has open invoices"), false)
    })
}

fn pay_page(words: Words, branding: &Branding) -> Markup {
    pay_of(words, branding, &SampleAccount::default())
}

fn pay_none(words: Words, branding: &Branding) -> Markup {
    let mut account = SampleAccount::default();
    account.payment_methods.clear();
    pay_of(words, branding, &account)
}

/// Payments of the open invoices, one for each status.
fn paid_of(words: Words, branding: &Branding, statuses: &[PaymentStatus]) -> Markup {
    let account = SampleAccount::default();
    let payments = account.payments(statuses);
    signed_in(words, branding, &account, None, |chrome, _| {
        paid(chrome, &PaidView { payments, returned: Vec::new() })
    })
}

fn paid_page(words: Words, branding: &Branding) -> Markup {
    paid_of(words, branding, &[PaymentStatus::Succeeded])
}

pub(super) fn waiting() -> PaymentStatus {
    let url = Url::parse("https://bank.example/confirm").expect("the sample's own address");
    PaymentStatus::RequiresAction { url }
}

fn paid_part(words: Words, branding: &Branding) -> Markup {
    let failed = PaymentStatus::Failed { reason: Decline::InsufficientFunds };
    paid_of(words, branding, &[PaymentStatus::Succeeded, failed, waiting()])
}

fn test_bank(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let payments = account.payments(&[waiting()]);
    signed_in(words, branding, &account, None, |chrome, _| sandbox_bank(chrome, &payments[0].0))
}

fn link_page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    let expires_at = account.now + SignedDuration::from_mins(58);
    let return_url = return_url();
    let view = LinkOpenView {
        token: TOKEN,
        nonce: "preview",
        expires_at,
        now: account.now,
        reader_zone: &account.zone,
        return_url: return_url.as_ref(),
    };
    link_open(words, branding, &view)
}

fn session_over_page(words: Words, branding: &Branding) -> Markup {
    session_over(words, branding, &SessionOverView { known: true, return_url: return_url().as_ref() })
}

fn error_page(words: Words, branding: &Branding, kind: ErrorKind, signed_in: bool) -> Markup {
    let reference = Some("7f3c-91ab");
    error(words, branding, &ErrorView { kind, signed_in, return_url: return_url().as_ref(), reference })
}

fn usage_page(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    signed_in(words, branding, &account, None, |chrome, _| usage(chrome, &super::usage::view(&account)))
}

fn usage_none(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    signed_in(words, branding, &account, None, |chrome, _| usage(chrome, &UsageView { meters: Vec::new() }))
}
