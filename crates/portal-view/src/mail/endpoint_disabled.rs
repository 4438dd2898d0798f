//! The note that a webhook endpoint was turned off: to staff, so in English, and from Portico itself.

use domain::{Branding, Endpoint};
use jiff::tz::TimeZone;
use url::Url;
use words::Words;

use super::frame::{Block, Letter};
use super::{Letterhead, MailText};

/// To whoever looks after a merchant's endpoints.
#[derive(Debug, Clone, Copy)]
pub struct EndpointDisabledMail<'a> {
    /// The merchant.
    pub merchant_name: &'a str,
    /// The endpoint, turned off, with the reason.
    pub endpoint: &'a Endpoint,
    /// The server's public address.
    pub public_url: &'a Url,
}

/// The note.
pub fn endpoint_disabled(mail: &EndpointDisabledMail<'_>) -> MailText {
    let host = mail.endpoint.url.host_str().unwrap_or("an endpoint");
    let reason = mail.endpoint.disabled_reason.clone().unwrap_or_default();
    let paragraph = |text: &str| Block::Paragraph(text.to_owned());
    let next = "No event is lost: deliveries gather until the endpoint is on again, and are sent then, oldest first. \
                Mend the receiver, then turn the endpoint on in the console, in Settings → Webhooks. What it answered \
                stands there too.";
    let letter = Letter {
        subject: format!("Webhooks to {host} were turned off"),
        preheader: reason.clone(),
        heading: "A webhook endpoint was turned off".to_owned(),
        body: vec![
            Block::Address(
                format!("Portico sends {} no more webhooks to", mail.merchant_name),
                mail.endpoint.url.clone(),
            ),
            Block::Paragraph(reason),
            paragraph(next),
        ],
        link: None,
        closing: format!(
            "You get this because the Portico server at {} names you for such notes.",
            mail.public_url
        ),
    };
    letter.lay_out(&Letterhead {
        words: Words::ENGLISH,
        branding: &Branding::default_for("Portico"),
        public_url: mail.public_url,
        customer_name: mail.merchant_name,
        zone: &TimeZone::UTC,
    })
}
