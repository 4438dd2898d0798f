//! Whose face a page wears when there is no session to say it.
//!
//! In: the database. Out: [`Branding`]. Not here: signed-in pages, whose visit knows.

use domain::{Branding, MerchantId};

use crate::app::App;
use crate::db::StoreError;
use crate::store::{merchants, settings};

/// Stands in for a merchant's name in sentences such as "please contact …".
const NOBODY: &str = "the billing team";

/// The face of this merchant.
pub(super) async fn of(app: &App, merchant: &MerchantId) -> Result<Branding, StoreError> {
    let mut conn = app.db.read().await?;
    settings::branding(&mut conn, merchant).await
}

/// The face of the house: the merchant's where the server has only one, else nobody's, because naming
/// one would tell whose customer somebody is.
pub(super) async fn of_house(app: &App) -> Result<Branding, StoreError> {
    let mut conn = app.db.read().await?;
    match merchants::find_sole(&mut conn).await? {
        Some(merchant) => settings::branding(&mut conn, &merchant.id).await,
        None => Ok(neutral()),
    }
}

/// Nobody's face; needs no database.
pub(super) fn neutral() -> Branding {
    Branding::default_for(NOBODY)
}
