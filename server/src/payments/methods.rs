//! Putting payment methods on file, changing them, taking them off.
//!
//! In: what the policy has allowed. Out: rows with their events. Not here: whether it may be (`domain::policy`).

use domain::{
    Actor, Address, Customer, EventBody, Expiry, Instrument, MerchantId, PaymentMethod, PaymentMethodChange,
};

use super::provider::{Details, ProviderError};
use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::error::AppError;
use crate::store::{customers, events, payment_methods};

/// A payment method about to be put on file.
#[derive(Debug)]
pub struct NewMethod {
    /// The number, on its way to the provider.
    pub details: Details,
    /// The name on it.
    pub holder: String,
}

/// What can change about a payment method; its number cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// A card's new end.
    pub expiry: Option<Expiry>,
    /// The name on it.
    pub holder: String,
    /// The address its bank knows.
    pub address: Address,
}

async fn tell(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    change: PaymentMethodChange,
    method: &PaymentMethod,
) -> Result<(), StoreError> {
    let fact = EventBody::PaymentUpdated { change, payment_method: method.clone() };
    events::append(tx, app, merchant, actor, fact).await.map(|_| ())
}

/// Puts a payment method on file; a customer's first becomes the default. A number that is on file already
/// is not put there twice: its end and name are brought up to date.
pub async fn add(
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    customer: &Customer,
    new: NewMethod,
) -> Result<PaymentMethod, AppError> {
    let kept =
        app.provider.keep(&new.details).await.map_err(|refused| AppError::field("number", refused.0))?;
    // The number is with the provider now; wipe it before anything else can go wrong.
    drop(new.details);
    let mut tx = app.db.write().await?;
    // Methods of one customer are written one after the other, so that exactly one is the default.
    customers::lock(&mut tx, merchant, &customer.id).await?;
    let known =
        payment_methods::find_by_fingerprint(&mut tx, merchant, &customer.id, &kept.key.fingerprint).await?;
    let (method, change) = match known {
        Some(known) => {
            let mut method = PaymentMethod { instrument: kept.instrument, holder: new.holder, ..known };
            payment_methods::save(&mut tx, merchant, &mut method).await?;
            (method, PaymentMethodChange::Updated)
        }
        None => {
            let chosen = payment_methods::find_default(&mut tx, merchant, &customer.id).await?;
            let method = PaymentMethod {
                id: app.new_id(),
                customer_id: customer.id.clone(),
                instrument: kept.instrument,
                holder: new.holder,
                address: customer.address.clone(),
                is_default: chosen.is_none(),
                created_at: app.clock.now(),
                version: 1,
            };
            payment_methods::insert(&mut tx, merchant, &method, &kept.key).await?;
            (method, PaymentMethodChange::Added)
        }
    };
    tell(&mut tx, app, merchant, actor, change, &method).await?;
    app.commit(tx).await?;
    Ok(method)
}

/// Changes a payment method's end, name and address.
pub async fn update(
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    method: PaymentMethod,
    edit: Edit,
) -> Result<PaymentMethod, AppError> {
    let unreachable = |error: ProviderError| AppError::Unavailable(error.into());
    let mut tx = app.db.write().await?;
    let token = payment_methods::find_token(&mut tx, merchant, &method.id).await?.ok_or(AppError::Stale)?;
    drop(tx);
    app.provider.update(&token, &edit.holder, &edit.address).await.map_err(unreachable)?;
    let mut changed = PaymentMethod { holder: edit.holder, address: edit.address, ..method };
    if let (Instrument::Card { expiry, .. }, Some(new)) = (&mut changed.instrument, edit.expiry) {
        *expiry = new;
    }
    let mut tx = app.db.write().await?;
    payment_methods::save(&mut tx, merchant, &mut changed).await?;
    tell(&mut tx, app, merchant, actor, PaymentMethodChange::Updated, &changed).await?;
    app.commit(tx).await?;
    Ok(changed)
}

/// Makes a payment method the one that invoices and renewals are charged to.
pub async fn make_default(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    mut method: PaymentMethod,
) -> Result<PaymentMethod, StoreError> {
    let before = payment_methods::find_default(tx, merchant, &method.customer_id).await?;
    if let Some(mut before) = before {
        before.is_default = false;
        payment_methods::save(tx, merchant, &mut before).await?;
    }
    method.is_default = true;
    payment_methods::save(tx, merchant, &mut method).await?;
    tell(tx, app, merchant, actor, PaymentMethodChange::MadeDefault, &method).await?;
    Ok(method)
}

/// Takes a payment method off file.
pub async fn remove(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    actor: Actor,
    method: &PaymentMethod,
) -> Result<(), StoreError> {
    payment_methods::remove(tx, merchant, method, app.clock.now()).await?;
    tell(tx, app, merchant, actor, PaymentMethodChange::Removed, method).await
}
