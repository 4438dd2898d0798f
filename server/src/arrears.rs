//! What was used and no renewal will charge: billed where a period is cut short.
//!
//! In: a subscription as it is before it ends, or before another period begins. Out: an invoice, if anything is
//! owed, left to be collected like a renewal. Not here: what use costs (`domain::billing`), collecting it.

use domain::{Actor, Invoice, Merchant, Subscription};
use jiff::Timestamp;

use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::invoicing::{self, NewInvoice};
use crate::store::customers;
use crate::{collecting, metering};

/// Bills what `subscription` used before `until` and was not charged for; `None` where that cost nothing, which
/// needs no invoice.
pub async fn bill(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    actor: &Actor,
    subscription: &Subscription,
    until: Timestamp,
) -> Result<Option<Invoice>, StoreError> {
    let now = app.now_of(merchant);
    let lines = metering::charge(tx, &merchant.id, subscription, until, now).await?;
    if lines.iter().all(|line| line.amount.is_zero()) {
        return Ok(None);
    }
    let new = NewInvoice {
        customer: &customers::get(tx, &merchant.id, &subscription.customer_id).await?,
        subscription: Some(&subscription.id),
        renews: None,
        currency: subscription.price.amount.currency(),
        lines,
        paid: None,
        memo: String::new(),
    };
    let issued = invoicing::issue(tx, app, merchant, actor.clone(), new).await?;
    collecting::leave(tx, merchant, std::slice::from_ref(&issued), now).await?;
    Ok(Some(issued))
}
