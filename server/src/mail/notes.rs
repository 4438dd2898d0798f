//! Notes to whoever runs this: from Portico itself, about nobody's account.

use domain::{Email, Endpoint, Mail, MailKind, MerchantId};
use portal_view::mail::{self, EndpointDisabledMail, MailText};

use super::Letter;
use super::queue::put;
use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::store::{merchants, settings};

/// Queues the note that an endpoint was turned off; `None` where nobody is named to get it.
pub async fn endpoint_disabled(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    endpoint: &Endpoint,
) -> Result<Option<Mail>, StoreError> {
    let Some(to) = recipient(tx, app, merchant).await? else { return Ok(None) };
    let name = merchants::get(tx, merchant).await?.name;
    let text = EndpointDisabledMail { merchant_name: &name, endpoint, public_url: &app.public_url };
    let MailText { subject, html, text } = mail::endpoint_disabled(&text);
    let letter = Letter { from_name: "Portico".to_owned(), to_name: name, html, text };
    let now = app.clock.now();
    let mail = Mail {
        id: app.new_id(),
        customer_id: None,
        kind: MailKind::EndpointDisabled,
        to,
        subject,
        link_id: None,
        created_at: now,
        state: domain::MailState::Queued { next_attempt_at: now },
        attempts: 0,
        last_error: None,
    };
    put(tx, app, merchant, mail, &letter).await.map(Some)
}

/// Whom the settings name, else where the merchant answers customers.
async fn recipient(tx: &mut Tx, app: &App, merchant: &MerchantId) -> Result<Option<Email>, StoreError> {
    match &app.config.mail.notes_to {
        Some(to) => Ok(Some(to.clone())),
        None => Ok(settings::branding(tx, merchant).await?.support_email),
    }
}
