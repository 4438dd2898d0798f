//! Whether a configuration may be stored: every fault beside its field, in words.

use domain::{CancelationOptions, Configuration, MerchantId, OfferButton, RetentionOffer, SelfServe};
use url::{Position, Url};

use super::check::Check;
use crate::db::Conn;
use crate::error::AppError;
use crate::store::{plans, settings};

/// Most plans customers can be offered to switch between.
const MOST_SWITCHABLE: usize = 100;
/// Most reasons to pick from: a list is read, not searched.
const MOST_REASONS: usize = 20;
/// Most places sessions may lead back to.
const MOST_ORIGINS: usize = 20;

/// Refuses what cannot be, names what is missing, and leaves nothing for the portal to stumble over.
pub(super) async fn check(
    conn: &mut Conn,
    merchant: &MerchantId,
    configuration: &Configuration,
) -> Result<(), AppError> {
    let mut check = Check::new();
    check.name("name", &configuration.name, 60);
    addresses(&mut check, configuration);
    self_serve(&mut check, conn, merchant, &configuration.self_serve).await?;
    let branding = settings::branding(conn, merchant).await?;
    let contact = branding.support_email.is_some()
        || configuration.support_url.is_some()
        || configuration.support_phone.is_some();
    cancelation(&mut check, &configuration.cancelation, contact);
    check.done()
}

async fn self_serve(
    check: &mut Check,
    conn: &mut Conn,
    merchant: &MerchantId,
    options: &SelfServe,
) -> Result<(), AppError> {
    check.seats("self_serve.seats", options.seats);
    let plans = &options.switchable_plans;
    let field = |at: usize| format!("self_serve.switchable_plans[{at}]");
    check.require(plans.len() <= MOST_SWITCHABLE, "self_serve.switchable_plans", "At most 100 plans fit.");
    for (at, plan) in plans.iter().enumerate().take(MOST_SWITCHABLE) {
        if plans[..at].contains(plan) {
            check.fault(field(at), "This plan is listed twice.");
        } else if plans::find(conn, merchant, plan).await?.is_none() {
            check.fault(field(at), "There is no such plan.");
        }
    }
    Ok(())
}

/// `contact` says whether there is anybody for customers to talk to.
fn cancelation(check: &mut Check, options: &CancelationOptions, contact: bool) {
    let reasons = options.reasons.as_deref().unwrap_or_default();
    check.require(reasons.len() <= MOST_REASONS, "cancelation.reasons", "At most 20 reasons fit.");
    for (at, reason) in reasons.iter().enumerate().take(MOST_REASONS) {
        let field = format!("cancelation.reasons[{at}]");
        check.name(&field, reason, 100);
        if reasons[..at].contains(reason) {
            check.fault(field, "This reason is listed twice.");
        }
    }
    let Some(RetentionOffer { title, text, button }) = &options.offer else { return };
    check.name("cancelation.offer.title", title, 80);
    check.require(!text.trim().is_empty(), "cancelation.offer.text", "Say in a sentence what you offer.");
    check.paragraph("cancelation.offer.text", text, 600);
    match button {
        Some(OfferButton::Link { label, url }) => {
            check.name("cancelation.offer.button.label", label, 40);
            check.return_url("cancelation.offer.button.url", url);
        }
        Some(OfferButton::Contact) => check.require(
            contact,
            "cancelation.offer.button",
            "There is nobody to talk to yet: name a support address, page or number first.",
        ),
        None => {}
    }
}

fn addresses(check: &mut Check, configuration: &Configuration) {
    let origins = &configuration.allowed_return_origins;
    let field = |at: usize| format!("allowed_return_origins[{at}]");
    check.require(origins.len() <= MOST_ORIGINS, "allowed_return_origins", "At most 20 origins fit.");
    for (at, url) in origins.iter().enumerate().take(MOST_ORIGINS) {
        check.return_url(&field(at), url);
        let bare = matches!(&url[Position::BeforePath..], "" | "/");
        check.require(bare, &field(at), "Leave out what follows the host, as in https://app.example.com.");
        let twice = origins[..at].iter().any(|other| other.origin() == url.origin());
        check.require(!twice, &field(at), "This origin is listed twice.");
    }
    if let Some(url) = &configuration.default_return_url {
        check.return_url("default_return_url", url);
        let allowed = configuration.allows_return_to(url);
        check.require(allowed, "default_return_url", "This is not among the allowed return origins.");
    }
    let pages: [(&str, &Option<Url>); 3] = [
        ("terms_url", &configuration.terms_url),
        ("privacy_url", &configuration.privacy_url),
        ("support_url", &configuration.support_url),
    ];
    for (field, url) in pages {
        if let Some(url) = url {
            check.return_url(field, url);
        }
    }
    if let Some(phone) = &configuration.support_phone {
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let plain = phone.chars().all(|c| c.is_ascii_digit() || "+-/.() ".contains(c));
        check.require(
            plain && (3..=20).contains(&digits) && phone.len() <= 40,
            "support_phone",
            "Write the number in digits, such as +49 30 901820.",
        );
    }
}
