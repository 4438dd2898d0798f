//! What the sample customers may do beyond what any may: switch between all plans of the sample, and leave without
//! a link, so that a newcomer can try both.

use domain::{Actor, EventBody, MerchantId, PlanId};

use crate::app::App;
use crate::db::StoreError;
use crate::store::{configurations, events, plans};

/// Plans read; the sample has fewer.
const MOST: u32 = 200;

/// Turns self-serve changes on, between all plans, of which a customer sees those in their currency; and opens the
/// public page for cancellations.
pub async fn open(app: &App, merchant: &MerchantId) -> Result<(), StoreError> {
    let mut tx = app.db.write().await?;
    let all = plans::list(&mut tx, merchant, None, MOST).await?;
    let mut configuration = configurations::default(&mut tx, merchant).await?;
    configuration.features.self_serve_changes = true;
    configuration.self_serve.switchable_plans = all.into_iter().map(|plan| -> PlanId { plan.id }).collect();
    configuration.public_cancelation = true;
    configurations::save(&mut tx, merchant, &mut configuration).await?;
    let fact = EventBody::ConfigurationSaved { configuration };
    events::append(&mut tx, app, merchant, Actor::System, fact).await?;
    app.commit(tx).await
}
