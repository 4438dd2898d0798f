//! The mails' samples.

use domain::billing::next_invoice;
use domain::{Branding, Decline, EventBody, Invoice, Payment, PaymentStatus, Subscription};
use jiff::SignedDuration;
use url::Url;
use words::Words;

use super::{MailSample, SampleAccount, changes, pages};
use crate::mail::*;

pub(super) const ALL: &[MailSample] = &[
    MailSample::new("Portal link", "mail-portal-link", |words, branding| {
        written(words, branding, |head, link| portal_link(&PortalLinkMail { head, link }))
    }),
    MailSample::new("Billing", "mail-billing", |words, branding| {
        let account = SampleAccount::default();
        let open = account.open_invoices();
        written(words, branding, |head, link| {
            billing(&BillingMail { head, link, open_invoices: &open, today: account.today })
        })
    }),
    MailSample::new("Billing, nothing due", "mail-billing-paid", |words, branding| {
        let today = SampleAccount::default().today;
        written(words, branding, |head, link| billing(&BillingMail { head, link, open_invoices: &[], today }))
    }),
    MailSample::new("New link", "mail-recovery", |words, branding| {
        written(words, branding, |head, link| recovery(&PortalLinkMail { head, link }))
    }),
    MailSample::new("Confirm a new address", "mail-email-confirm", |words, branding| {
        written(words, branding, |head, link| email_confirmation(&EmailConfirmationMail { head, link }))
    }),
    MailSample::new("Cancellation received", "mail-cancelation", |words, branding| {
        let at = SampleAccount::default().now;
        written(words, branding, |head, link| {
            cancelation_requested(&CancelationRequestedMail { head, link, at })
        })
    }),
    MailSample::new("Address changed", "mail-email-changed", |words, branding| {
        let email = super::details::new_address();
        written(words, branding, |head, _| email_changed(&EmailChangedMail { head, email: &email }))
    }),
    MailSample::new("Receipt", "mail-receipt", |words, branding| {
        about_payment(words, branding, payment_receipt)
    }),
    MailSample::new("Payment goes back", "mail-returned", |words, branding| {
        about_payment(words, branding, payment_returned)
    }),
    MailSample::new("Invoice", "mail-invoice", |words, branding| {
        let invoice = SampleAccount::default().open_invoices().remove(0);
        written(words, branding, |head, link| {
            invoice_issued(&InvoiceIssuedMail { head, link, invoice: &invoice })
        })
    }),
    MailSample::new("Payment failed", "mail-payment-failed", |words, branding| {
        let again = SampleAccount::default().today.saturating_add(jiff::Span::new().days(2));
        failed(words, branding, AfterFailure::TriedAgain(again))
    }),
    MailSample::new("Payment failed for good", "mail-payment-failed-last", |words, branding| {
        failed(words, branding, AfterFailure::LeftOpen)
    }),
    MailSample::new("Ended unpaid", "mail-ended-unpaid", |words, branding| {
        failed(words, branding, AfterFailure::Ended)
    }),
    MailSample::new("Trial ends soon", "mail-trial", |words, branding| trial(words, branding, true)),
    MailSample::new("Trial ends soon, nothing on file", "mail-trial-empty", |words, branding| {
        trial(words, branding, false)
    }),
    MailSample::new("Plan changed", "mail-plan-changed", |words, branding| {
        let account = changes::account();
        let (payment, invoice) = changes::paid(&account);
        plan_receipt(words, branding, changes::after(&account, "Scale", 45), Some((&payment, &invoice)))
    }),
    MailSample::new("Plan change planned", "mail-plan-planned", |words, branding| {
        plan_receipt(words, branding, changes::after(&changes::account(), "Starter", 1), None)
    }),
    MailSample::new("Plan change called off", "mail-plan-off", |words, branding| {
        let (planned, _) = changes::after(&changes::account(), "Starter", 1);
        plan_receipt(words, branding, planned.undo_change().expect("it was planned"), None)
    }),
    MailSample::new("Cancellation booked", "mail-cancel", |words, branding| {
        receipt(words, branding, SubscriptionChange::CancelationScheduled)
    }),
    MailSample::new("Cancellation taken back", "mail-undo", |words, branding| {
        receipt(words, branding, SubscriptionChange::CancelationUndone)
    }),
    MailSample::new("Subscription ended", "mail-ended", |words, branding| {
        receipt(words, branding, SubscriptionChange::Ended)
    }),
];

fn written(
    words: Words,
    branding: &Branding,
    mail: impl FnOnce(Letterhead<'_>, MailedLink<'_>) -> MailText,
) -> MailText {
    let account = SampleAccount::default();
    let public_url = Url::parse("https://billing.merchant.example").expect("the sample's own address");
    let url = public_url
        .join("/portal/l/q3Zt0n9yVvX2kW8mB4cL6sR1dF7hJ5pA0eU_TgYxiNo")
        .expect("the sample's own path");
    let head = Letterhead {
        words,
        branding,
        public_url: &public_url,
        customer_name: &account.customer.name,
        zone: &account.zone,
        reader_zone: &account.zone,
    };
    let expires_at = account.now + SignedDuration::from_mins(60);
    mail(head, MailedLink { url: &url, sent_at: account.now, expires_at })
}

fn about_payment(
    words: Words,
    branding: &Branding,
    text: fn(&PaymentReceiptMail<'_>) -> MailText,
) -> MailText {
    let account = SampleAccount::default();
    let (payment, _) = account.payments(&[PaymentStatus::Succeeded]).remove(0);
    let mut invoice = account.open_invoices().remove(0);
    invoice.pay(payment.amount, account.now);
    let (payment, invoice, at) = (&payment, &invoice, account.now);
    written(words, branding, |head, _| text(&PaymentReceiptMail { head, payment, invoice, at }))
}

fn failed(words: Words, branding: &Branding, then: AfterFailure) -> MailText {
    let invoice = SampleAccount::default().open_invoices().remove(0);
    let reason = Some(Decline::InsufficientFunds);
    written(words, branding, |head, link| {
        payment_failed(&PaymentFailedMail { head, link, invoice: &invoice, reason, then })
    })
}

fn trial(words: Words, branding: &Branding, on_file: bool) -> MailText {
    let account = SampleAccount::default();
    let subscription = account.subscriptions[0].clone();
    let first = next_invoice(&subscription, &account.zone).ok().flatten();
    let first = first.expect("the sample's subscription goes on");
    let method = on_file.then(|| &account.payment_methods[0].instrument);
    written(words, branding, |head, link| {
        trial_ending(&TrialEndingMail { head, link, subscription: &subscription, first: &first, method })
    })
}

fn receipt(words: Words, branding: &Branding, change: SubscriptionChange) -> MailText {
    let account = SampleAccount::default();
    let subscription = match change {
        SubscriptionChange::CancelationScheduled => pages::ending(&account),
        SubscriptionChange::CancelationUndone => account.subscriptions[0].clone(),
        SubscriptionChange::Ended => account.subscriptions[2].clone(),
    };
    written(words, branding, |head, _| {
        subscription_changed(&SubscriptionChangedMail {
            head,
            change,
            subscription: &subscription,
            used: None,
            credit_note: None,
            at: account.now,
        })
    })
}

fn plan_receipt(
    words: Words,
    branding: &Branding,
    (subscription, fact): (Subscription, EventBody),
    paid: Option<(&Payment, &Invoice)>,
) -> MailText {
    let (change, _) = PlanChange::of(&fact).expect("a change of plan");
    let at = SampleAccount::default().now;
    written(words, branding, |head, _| {
        plan_changed(&PlanChangedMail { head, change, subscription: &subscription, paid, at })
    })
}
