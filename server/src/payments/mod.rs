//! Money from customers: payment methods on file, and payments made with them.
//!
//! In: a customer, a number as typed, or a sum and what it is for. Out: rows, each with its event in one
//! transaction. Not here: pages, SQL, when to charge.
//!
//! A payment is written down before the provider is asked, and settled in a second transaction with what
//! the provider answered: no transaction waits for a network, and a server that dies in between leaves a row
//! by which a worker asks again. The payment's id tells the provider that it is the same request, so no
//! sum is collected twice.

mod apply;
mod methods;
mod provider;
mod refunds;
mod sandbox;

use domain::{
    Actor, CustomerId, EventBody, MerchantId, Money, Payment, PaymentId, PaymentMethod, PaymentPurpose,
    PaymentStatus,
};
use jiff::{SignedDuration, Timestamp};

pub use methods::{Edit, NewMethod, add, make_default, remove, update};
pub use provider::{Answer, Details, Provider, ProviderError, Refused};
pub(crate) use refunds::{give_back, send};
pub use sandbox::{TEST_CARDS, TestCard, confirm};

use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::store::{customers, events, merchants, payment_methods, payments};

/// How long whoever began a payment has to settle it before a worker does.
pub(crate) const GRACE: SignedDuration = SignedDuration::from_mins(2);
/// How long a customer has to confirm a payment with their bank.
pub(crate) const PATIENCE: SignedDuration = SignedDuration::from_hours(1);

pub(crate) fn later(now: Timestamp, wait: SignedDuration) -> Timestamp {
    now.saturating_add(wait).unwrap_or(Timestamp::MAX)
}

/// What is to be collected.
#[derive(Debug, Clone)]
pub struct Charge<'a> {
    /// Who pays.
    pub customer: &'a CustomerId,
    /// By which payment method.
    pub method: &'a PaymentMethod,
    /// How much; above nothing.
    pub amount: Money,
    /// What for.
    pub purpose: PaymentPurpose,
    /// The payment this one is begun together with, if there is one.
    pub batch: Option<&'a PaymentId>,
}

/// Writes a payment down that is about to be made; call [`collect`] once this is committed.
///
/// While another payment for the same thing is under way it is [`StoreError::Conflict`]. The caller holds the
/// lock of the customer (`customers::lock`) since before it read what is due: payments are settled under that
/// lock too, so what was paid a moment ago is not charged again.
pub async fn start(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    charge: Charge<'_>,
) -> Result<Payment, StoreError> {
    let (now, billing_now) = (app.clock.now(), app.now_of(&merchants::get(tx, merchant).await?));
    let payment = Payment {
        id: app.new_id(),
        customer_id: charge.customer.clone(),
        method_id: charge.method.id.clone(),
        method: charge.method.instrument.to_string(),
        purpose: charge.purpose,
        amount: charge.amount,
        status: PaymentStatus::Pending,
        created_at: billing_now,
        settled_at: None,
        version: 1,
    };
    let batch = charge.batch.unwrap_or(&payment.id);
    payments::insert(tx, merchant, &payment, batch, later(now, GRACE)).await?;
    let fact = EventBody::PaymentProgressed { payment: payment.clone() };
    events::append(tx, app, merchant, actor, fact).await?;
    Ok(payment)
}

/// Asks the provider for a payment's money and settles the payment with the answer. May be called any
/// number of times, by anyone; the payment is returned as it stands then.
///
/// Where the provider cannot be reached the payment stays as it is, and a worker asks again.
pub async fn collect(
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    id: &PaymentId,
) -> Result<Option<Payment>, StoreError> {
    let mut conn = app.db.read().await?;
    let Some(payment) = payments::find(&mut conn, merchant, id).await? else { return Ok(None) };
    if !payment.status.is_open() {
        return Ok(Some(payment));
    }
    let (method, token) = payment_methods::get_charged(&mut conn, merchant, &payment.method_id).await?;
    drop(conn);
    let answer = match app.provider.charge(app, merchant, &payment, &method, &token).await {
        Ok(answer) => answer,
        Err(error) => {
            tracing::warn!(payment = %payment.id, %error, "the payment provider did not answer; a worker asks again");
            return Ok(Some(payment));
        }
    };
    match settle(app, merchant, actor, id, answer).await {
        // Somebody else settled it in the meantime.
        Err(StoreError::Stale) => payments::find(&mut app.db.read().await?, merchant, id).await,
        settled => settled,
    }
}

/// Gives up a payment that waits for the customer's bank; one that was confirmed just now stays so. It is
/// returned as it stands then.
pub async fn call_off(
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    payment: &Payment,
) -> Result<Option<Payment>, StoreError> {
    if let Err(error) = app.provider.call_off(app, payment).await {
        tracing::warn!(payment = %payment.id, %error, "a payment could not be called off; it is tried again");
    }
    collect(app, merchant, actor, &payment.id).await
}

/// Writes down what the provider answered, and everything that follows from it, all or nothing.
async fn settle(
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    id: &PaymentId,
    answer: PaymentStatus,
) -> Result<Option<Payment>, StoreError> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let Some(found) = payments::find(&mut tx, merchant, id).await? else { return Ok(None) };
    customers::lock(&mut tx, merchant, &found.customer_id).await?;
    let billing_now = app.now_of(&merchants::get(&mut tx, merchant).await?);
    let Some(payment) = found.clone().settle(answer, billing_now) else { return Ok(Some(found)) };
    let look_again = payment.status.is_open().then(|| later(now, PATIENCE));
    payments::save(&mut tx, merchant, &payment, look_again).await?;
    let told = payment.clone();
    let fact = match payment.status {
        PaymentStatus::Failed { .. } => EventBody::PaymentFailed { payment: told },
        _ => EventBody::PaymentProgressed { payment: told },
    };
    events::append(&mut tx, app, merchant, actor.clone(), fact).await?;
    match payment.status {
        PaymentStatus::Succeeded => apply::succeeded(&mut tx, app, merchant, actor, &payment).await?,
        PaymentStatus::Failed { .. } => apply::failed(&mut tx, app, merchant, &payment).await?,
        PaymentStatus::Pending | PaymentStatus::RequiresAction { .. } => {}
    }
    app.commit(tx).await?;
    Ok(Some(payment))
}
