//! Notes to whoever runs this: from Portico itself, about nobody's account.

use domain::{Branding, Email, Endpoint, Mail, MailKind, MailState, MerchantId};
use portal_view::mail::{MailText, NoteMail};

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
    let MailText { subject, html, text } = about_disabled(app, &name, endpoint);
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
        state: MailState::Queued { next_attempt_at: now },
        attempts: 0,
        last_error: None,
    };
    put(tx, app, merchant, mail, &letter).await.map(Some)
}

fn about_disabled(app: &App, merchant: &str, endpoint: &Endpoint) -> MailText {
    let host = endpoint.url.host_str().unwrap_or("an endpoint");
    let next = "No event is lost: deliveries gather until the endpoint is on again, and are sent then, oldest first. \
                Mend the receiver, then turn the endpoint on in the console, in Settings → Webhooks. What it answered \
                stands there too.";
    portal_view::mail::note(&NoteMail {
        subject: &format!("Webhooks to {host} were turned off"),
        heading: "A webhook endpoint was turned off",
        to_name: merchant,
        about: (&format!("Portico sends {merchant} no more webhooks to"), &endpoint.url),
        paragraphs: &[endpoint.disabled_reason.as_deref().unwrap_or_default(), next],
        closing: &format!(
            "You get this because the Portico server at {} names you for such notes.",
            app.public_url
        ),
        from: &Branding::default_for("Portico"),
        public_url: &app.public_url,
    })
}

/// Whom the settings name, else where the merchant answers customers.
async fn recipient(tx: &mut Tx, app: &App, merchant: &MerchantId) -> Result<Option<Email>, StoreError> {
    match &app.config.mail.notes_to {
        Some(to) => Ok(Some(to.clone())),
        None => Ok(settings::branding(tx, merchant).await?.support_email),
    }
}
