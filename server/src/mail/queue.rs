//! Putting a mail into the queue, in the caller's transaction.

use domain::billing::next_invoice;
use domain::{
    Actor, AfterCompletion, Branding, Customer, CustomerId, Decline, Errand, Event, EventBody, Flow,
    InitialPage, Invoice, LinkId, Mail, MailKind, MailState, Merchant, MerchantId, Payment, SessionState,
    Subscription,
};
use jiff::tz::TimeZone;
use portal_view::Words;
use portal_view::mail::{
    self, AfterFailure, InvoiceIssuedMail, Letterhead, MailText, MailedLink, PaymentFailedMail,
    PaymentReceiptMail, PlanChange, PlanChangedMail, SubscriptionChange, SubscriptionChangedMail,
    TrialEndingMail,
};

use super::Letter;
use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::ending::Settled;
use crate::links::{self, PlannedVisit};
use crate::store::{customers, events, mails, merchants, payment_methods, sessions, settings};
use crate::zone;

/// A mail about to be queued.
#[derive(Debug)]
pub struct NewMail<'a> {
    /// To whom.
    pub customer: &'a Customer,
    /// Why.
    pub kind: MailKind,
    /// The link in it, if there is one.
    pub link: Option<&'a LinkId>,
    /// What it says.
    pub text: MailText,
}

/// Queues a mail to the customer's address, to be sent once the transaction is committed.
///
/// The sender's name is the business name of this moment: a mail is a letter, and does not change
/// because somebody saves *Settings → Branding* before it leaves.
pub async fn queue(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    new: NewMail<'_>,
) -> Result<Mail, StoreError> {
    let now = app.clock.now();
    let mail = Mail {
        id: app.new_id(),
        customer_id: Some(new.customer.id.clone()),
        kind: new.kind,
        to: new.customer.email.clone(),
        subject: new.text.subject,
        link_id: new.link.cloned(),
        created_at: now,
        state: MailState::Queued { next_attempt_at: now },
        attempts: 0,
        last_error: None,
    };
    let letter = Letter {
        from_name: settings::branding(tx, merchant).await?.business_name,
        to_name: new.customer.name.clone(),
        html: new.text.html,
        text: new.text.text,
    };
    put(tx, app, merchant, mail, &letter).await
}

/// Puts a mail into the queue, and tells the log.
pub(super) async fn put(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    mail: Mail,
    letter: &Letter,
) -> Result<Mail, StoreError> {
    mails::insert(tx, merchant, &mail, letter).await?;
    let queued = EventBody::MailUpdated { mail: mail.clone() };
    events::append(tx, app, merchant, Actor::System, queued).await?;
    Ok(mail)
}

/// Queues the receipt of a cancellation that was booked, taken back or carried out, with what that settled; `None`
/// where the event is about something else.
pub async fn subscription_changed(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    event: &Event,
    settled: &Settled,
) -> Result<Option<Mail>, StoreError> {
    let Some((change, subscription)) = SubscriptionChange::of(&event.body) else { return Ok(None) };
    let owner = merchants::get(tx, merchant).await?;
    let parties = Parties::of_visit(tx, app, &owner, &subscription.customer_id).await?;
    let (head, at) = (parties.head(app), event.timestamp);
    let (used, credit_note) = (settled.used.as_ref(), settled.credit_note.as_ref());
    let mail = SubscriptionChangedMail { head, change, subscription, used, credit_note, at };
    let text = mail::subscription_changed(&mail);
    parties.queue(tx, app, &owner, MailKind::SubscriptionChanged, text).await.map(Some)
}

/// Queues the receipt of a change of plan or seats that was made, planned or called off, with what was paid
/// for it; `None` where the event is about something else.
pub async fn plan_changed(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    event: &Event,
    paid: Option<(&Payment, &Invoice)>,
) -> Result<Option<Mail>, StoreError> {
    let Some((change, subscription)) = PlanChange::of(&event.body) else { return Ok(None) };
    let owner = merchants::get(tx, merchant).await?;
    let parties = Parties::of_visit(tx, app, &owner, &subscription.customer_id).await?;
    let (head, at) = (parties.head(app), event.timestamp);
    let text = mail::plan_changed(&PlanChangedMail { head, change, subscription, paid, at });
    parties.queue(tx, app, &owner, MailKind::SubscriptionChanged, text).await.map(Some)
}

/// Queues what there is to say of a payment that came for an invoice: the receipt, or that it goes back.
pub async fn about_payment(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    (payment, invoice): (&Payment, &Invoice),
    text: fn(&PaymentReceiptMail<'_>) -> MailText,
) -> Result<Mail, StoreError> {
    let owner = merchants::get(tx, merchant).await?;
    let parties = Parties::of_visit(tx, app, &owner, &payment.customer_id).await?;
    let (head, at) = (parties.head(app), payment.settled_at.unwrap_or(payment.created_at));
    let text = text(&PaymentReceiptMail { head, payment, invoice, at });
    parties.queue(tx, app, &owner, MailKind::PaymentReceipt, text).await
}

/// Whom a mail greets and in whose name, as the letterhead wants it.
struct Parties {
    words: Words,
    customer: Customer,
    branding: Branding,
    zone: TimeZone,
    reader_zone: TimeZone,
}

impl Parties {
    async fn of(tx: &mut Tx, merchant: &Merchant, customer: &CustomerId) -> Result<Self, StoreError> {
        let customer = customers::get(tx, &merchant.id, customer).await?;
        Ok(Self {
            words: super::words([Some(&customer.locale)]),
            branding: settings::branding(tx, &merchant.id).await?,
            zone: zone::of(merchant),
            reader_zone: zone::of_reader(merchant, &customer),
            customer,
        })
    }

    /// For a receipt of what was done during a visit: in the language the visit was made for, while it lasts.
    async fn of_visit(
        tx: &mut Tx,
        app: &App,
        merchant: &Merchant,
        customer: &CustomerId,
    ) -> Result<Self, StoreError> {
        let parties = Self::of(tx, merchant, customer).await?;
        let newest = sessions::list_for_customer(tx, &merchant.id, customer, None, 1).await?.pop();
        let visit = newest.filter(|visit| visit.state(app.clock.now()) == SessionState::Open);
        let made_for = visit.as_ref().and_then(|visit| visit.locale.as_deref());
        Ok(Self { words: super::words([made_for, Some(&parties.customer.locale)]), ..parties })
    }

    fn head<'a>(&'a self, app: &'a App) -> Letterhead<'a> {
        Letterhead {
            words: self.words,
            branding: &self.branding,
            public_url: &app.public_url,
            customer_name: &self.customer.name,
            zone: &self.zone,
            reader_zone: &self.reader_zone,
        }
    }

    async fn queue(
        &self,
        tx: &mut Tx,
        app: &App,
        merchant: &Merchant,
        kind: MailKind,
        text: MailText,
    ) -> Result<Mail, StoreError> {
        let new = NewMail { customer: &self.customer, kind, link: None, text };
        queue(tx, app, &merchant.id, new).await
    }

    /// Queues a mail with a link that leads to `visit`.
    async fn queue_with_link(
        &self,
        tx: &mut Tx,
        app: &App,
        merchant: &Merchant,
        (kind, visit): (MailKind, PlannedVisit),
        text: impl FnOnce(Letterhead<'_>, MailedLink<'_>) -> MailText,
    ) -> Result<Mail, StoreError> {
        let issued = links::issue_for_notice(tx, app, &merchant.id, &self.customer, visit).await?;
        let link = &issued.link;
        let mailed = MailedLink { url: &issued.url, sent_at: link.created_at, expires_at: link.expires_at };
        let text = text(self.head(app), mailed);
        let new = NewMail { customer: &self.customer, kind, link: Some(&link.id), text };
        queue(tx, app, &merchant.id, new).await
    }
}

/// A visit that begins with paying an invoice.
fn to_pay(invoice: &Invoice) -> PlannedVisit {
    let errand = Errand::InvoicePay { invoice_id: Some(invoice.id.clone()) };
    let flow = Some(Flow { errand, after_completion: AfterCompletion::Portal });
    PlannedVisit { initial_page: InitialPage::Invoices, flow, ..PlannedVisit::default() }
}

/// Queues the mail about an invoice that waits to be paid.
pub async fn invoice_issued(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    invoice: &Invoice,
) -> Result<Mail, StoreError> {
    let parties = Parties::of(tx, merchant, &invoice.customer_id).await?;
    let about = (MailKind::InvoiceIssued, to_pay(invoice));
    let text = |head: Letterhead<'_>, link: MailedLink<'_>| {
        mail::invoice_issued(&InvoiceIssuedMail { head, link, invoice })
    };
    parties.queue_with_link(tx, app, merchant, about, text).await
}

/// Queues the mail about a renewal that could not be collected.
pub async fn payment_failed(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    invoice: &Invoice,
    reason: Option<Decline>,
    then: AfterFailure,
) -> Result<Mail, StoreError> {
    let parties = Parties::of(tx, merchant, &invoice.customer_id).await?;
    let about = (MailKind::PaymentFailed, to_pay(invoice));
    let text = |head: Letterhead<'_>, link: MailedLink<'_>| {
        mail::payment_failed(&PaymentFailedMail { head, link, invoice, reason, then })
    };
    parties.queue_with_link(tx, app, merchant, about, text).await
}

/// Queues the mail about a trial that ends soon; `None` where its first invoice cannot be foretold.
pub async fn trial_ending(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    subscription: &Subscription,
) -> Result<Option<Mail>, StoreError> {
    let parties = Parties::of(tx, merchant, &subscription.customer_id).await?;
    let Ok(Some(first)) = next_invoice(subscription, &parties.zone) else { return Ok(None) };
    let method = payment_methods::find_default(tx, &merchant.id, &subscription.customer_id).await?;
    let method = method.as_ref().map(|method| &method.instrument);
    let visit = PlannedVisit { initial_page: InitialPage::PaymentMethods, ..PlannedVisit::default() };
    let text = |head: Letterhead<'_>, link: MailedLink<'_>| {
        mail::trial_ending(&TrialEndingMail { head, link, subscription, first: &first, method })
    };
    parties.queue_with_link(tx, app, merchant, (MailKind::TrialEnding, visit), text).await.map(Some)
}
