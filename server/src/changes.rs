//! Changes of plan and seats: first a quote, then exactly what it says.
//!
//! In: a subscription and a wish. Out: a quote; once that is confirmed, and paid where it costs something, the
//! changed subscription with its event, its paid invoice and the receipt, all in one transaction.
//! Not here: what a change comes to (`domain::billing`), whether it may be (`domain::policy`), pages.

use domain::billing::{Change, ChangeAt, Quote, QuoteState};
use domain::policy::{Policy, Reason};
use domain::{
    Actor, CustomerId, Merchant, MerchantId, Payment, PaymentMethodId, PaymentPurpose, Plan, PlanId, QuoteId,
    RefundReason, Subscription,
};

use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::error::AppError;
use crate::invoicing::{self, NewInvoice};
use crate::payments::{self, Charge};
use crate::store::{customers, events, merchants, payment_methods, plans, quotes, subscriptions};
use crate::{arrears, mail, zone};

/// What is wished for.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The plan; the one there is if only the seats are to change.
    pub plan: PlanId,
    /// How many seats; of no account where the price does not count them.
    pub seats: u32,
}

/// Who wishes, and by what rules.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// Whose customer it is.
    pub merchant: &'a Merchant,
    /// Whose subscription it is.
    pub customer: &'a CustomerId,
    /// Who acts.
    pub actor: &'a Actor,
    /// What they may do.
    pub policy: Policy<'a>,
}

/// What became of a confirmation.
#[derive(Debug)]
pub struct Confirmed {
    /// The quote as it is now: done, waiting for its payment, or failed with it. Where it no longer stood
    /// nothing was done, and this is a fresh one that says how things are now.
    pub quote: Quote,
    /// Whether it is such a fresh one.
    pub renewed: bool,
    /// The payment that was begun for it just now.
    pub payment: Option<Payment>,
}

impl Confirmed {
    fn taken(quote: Quote, payment: Option<Payment>) -> Self {
        Self { quote, renewed: false, payment }
    }
}

/// Says what a wish comes to, and keeps it to be confirmed. Nothing changes by that.
///
/// While another change of the subscription is being paid, that one's quote is returned instead.
pub async fn quote(
    app: &App,
    asker: Asker<'_>,
    subscription: &Subscription,
    wish: &Wish,
) -> Result<Quote, AppError> {
    let mut tx = app.db.write().await?;
    let quote = keep(&mut tx, app, asker, subscription, wish).await?;
    tx.commit().await?;
    Ok(quote)
}

async fn keep(
    tx: &mut Tx,
    app: &App,
    asker: Asker<'_>,
    subscription: &Subscription,
    wish: &Wish,
) -> Result<Quote, AppError> {
    let (merchant, now, zone) = (&asker.merchant.id, app.now_of(asker.merchant), zone::of(asker.merchant));
    if let Some(paying) = quotes::find_paying(tx, merchant, &subscription.id).await? {
        return Ok(paying);
    }
    let own = plans::find(tx, merchant, &subscription.plan_id).await?;
    let plan = plans::find(tx, merchant, &wish.plan).await?.ok_or(AppError::NotFound("plan"))?;
    let change = Change::of(subscription, subscription.terms_on(&plan, wish.seats), now, &zone)?;
    allow(asker.policy, subscription, own.as_ref(), &plan, &change)?;
    let quote = Quote::new(app.new_id(), subscription, &plan, change, now);
    quotes::insert(tx, merchant, &quote).await?;
    Ok(quote)
}

fn allow(
    policy: Policy<'_>,
    subscription: &Subscription,
    own: Option<&Plan>,
    plan: &Plan,
    change: &Change,
) -> Result<(), AppError> {
    policy.change_to(subscription, own, plan, change).map_err(AppError::NotAllowed)
}

/// Carries out a quote: at once where it costs nothing now, else once its payment by `method`, the default
/// if none is named, has succeeded. A quote is taken once; however often it is confirmed, the answer is what
/// became of it.
pub async fn confirm(
    app: &App,
    asker: Asker<'_>,
    id: &QuoteId,
    method: Option<&PaymentMethodId>,
) -> Result<Confirmed, AppError> {
    let (merchant, customer, now) = (&asker.merchant.id, asker.customer, app.now_of(asker.merchant));
    let mut tx = app.db.write().await?;
    // Whatever else this customer confirms or pays waits, so what is read here is what is changed.
    customers::lock(&mut tx, merchant, customer).await?;
    let quote = quotes::find_for_customer(&mut tx, merchant, customer, id).await?;
    let quote = quote.ok_or(AppError::NotFound("quote"))?;
    if quote.state != QuoteState::Open {
        return Ok(Confirmed::taken(quote, None));
    }
    let subscription = subscriptions::find_for_customer(&mut tx, merchant, customer, &quote.subscription_id);
    let subscription = subscription.await?.ok_or(AppError::NotFound("subscription"))?;
    let plan = plans::find(&mut tx, merchant, &quote.change.to.plan_id).await?;
    let plan = plan.ok_or(AppError::NotFound("plan"))?;
    let paying = quotes::find_paying(&mut tx, merchant, &subscription.id).await?;
    if paying.is_some() || !quote.stands(&subscription, &plan, now) {
        let wish = Wish { plan: plan.id, seats: quote.change.to.seats };
        let renewed = keep(&mut tx, app, asker, &subscription, &wish).await?;
        tx.commit().await?;
        return Ok(Confirmed { quote: renewed, renewed: true, payment: None });
    }
    let own = plans::find(&mut tx, merchant, &subscription.plan_id).await?;
    allow(asker.policy, &subscription, own.as_ref(), &plan, &quote.change)?;
    if quote.change.takes_effect == ChangeAt::PeriodEnd || quote.change.totals.total.is_zero() {
        let actor = asker.actor.clone();
        let quote = carry_out(&mut tx, app, merchant, actor, quote, subscription, None).await?;
        app.commit(tx).await?;
        return Ok(Confirmed::taken(quote, None));
    }
    let methods = payment_methods::list_for_customer(&mut tx, merchant, customer).await?;
    let chosen = match method {
        Some(method) => methods.iter().find(|one| one.id == *method).ok_or(AppError::Stale)?,
        None => {
            let default = methods.iter().find(|one| one.is_default);
            default.ok_or(AppError::NotAllowed(vec![Reason::NoPaymentMethod]))?
        }
    };
    let quote = Quote { state: QuoteState::Paying, ..quote };
    quotes::save(&mut tx, merchant, &quote, QuoteState::Open).await?;
    let (amount, purpose) =
        (quote.change.totals.total, PaymentPurpose::Change { quote_id: quote.id.clone() });
    let charge = Charge { customer, method: chosen, amount, purpose, batch: None };
    let begun = payments::start(&mut tx, app, merchant, asker.actor.clone(), charge).await?;
    app.commit(tx).await?;
    let payment = payments::collect(app, merchant, asker.actor.clone(), &begun.id).await?;
    // What became of it stands in the quote, which was written with the payment.
    let settled = quotes::find_for_customer(&mut app.db.read().await?, merchant, customer, id).await?;
    Ok(Confirmed::taken(settled.unwrap_or(quote), payment.or(Some(begun))))
}

/// What follows from money for a quote: the change, or, where the subscription moved on while the bank was
/// asked, the money back.
pub(crate) async fn paid(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    payment: &Payment,
    id: &QuoteId,
) -> Result<(), StoreError> {
    let Some(quote) = quotes::find(tx, merchant, id).await? else { return Ok(()) };
    let subscription = subscriptions::find(tx, merchant, &quote.subscription_id).await?;
    let unmoved = |one: &Subscription| one.version == quote.subscription_version;
    match subscription.filter(unmoved) {
        Some(subscription) if quote.state == QuoteState::Paying => {
            carry_out(tx, app, merchant, actor, quote, subscription, Some(payment)).await?;
        }
        _ => {
            let reason = RefundReason::ChangeOvertaken;
            payments::give_back(tx, app, merchant, payment, payment.amount, reason).await?;
            unpaid(tx, merchant, id).await?;
        }
    }
    Ok(())
}

/// What follows from money that did not come, or went back: nothing was changed.
pub(crate) async fn unpaid(tx: &mut Tx, merchant: &MerchantId, id: &QuoteId) -> Result<(), StoreError> {
    let Some(quote) = quotes::find(tx, merchant, id).await? else { return Ok(()) };
    if quote.state != QuoteState::Paying {
        return Ok(());
    }
    let failed = Quote { state: QuoteState::Failed, ..quote };
    quotes::save(tx, merchant, &failed, QuoteState::Paying).await
}

/// Puts the change into the subscription, with its event, its invoice and the customer's receipt.
async fn carry_out(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    quote: Quote,
    subscription: Subscription,
    payment: Option<&Payment>,
) -> Result<Quote, StoreError> {
    let owner = merchants::get(tx, merchant).await?;
    let (before, now) = (quote.state, app.now_of(&owner));
    if quote.change.ends_period(&subscription) {
        arrears::bill(tx, app, &owner, &actor, &subscription, quote.change.period.start).await?;
    }
    // Its version is the one the quote was made from, so the domain has agreed to this already.
    let changed = subscription.change(&quote.change, actor.clone(), now);
    let (subscription, fact) = changed.map_err(|_| StoreError::Stale)?;
    subscriptions::save(tx, merchant, &subscription).await?;
    let event = events::append(tx, app, merchant, actor.clone(), fact).await?;
    let invoice = match payment {
        None => None,
        Some(payment) => {
            let new = NewInvoice {
                customer: &customers::get(tx, merchant, &subscription.customer_id).await?,
                subscription: Some(&subscription.id),
                renews: None,
                lines: quote.change.lines.clone(),
                currency: payment.amount.currency(),
                paid: Some(now),
                memo: String::new(),
            };
            Some(invoicing::issue(tx, app, &owner, actor, new).await?)
        }
    };
    mail::plan_changed(tx, app, merchant, &event, payment.zip(invoice.as_ref())).await?;
    let invoice_id = invoice.map(|invoice| invoice.id);
    let quote = Quote { state: QuoteState::Applied, invoice_id, ..quote };
    quotes::save(tx, merchant, &quote, before).await?;
    Ok(quote)
}

/// Takes back a change that waits.
pub async fn undo(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    subscription: Subscription,
) -> Result<(), AppError> {
    let (subscription, fact) = subscription.undo_change().ok_or(AppError::Stale)?;
    subscriptions::save(tx, merchant, &subscription).await?;
    let event = events::append(tx, app, merchant, actor, fact).await?;
    mail::plan_changed(tx, app, merchant, &event, None).await?;
    Ok(())
}
