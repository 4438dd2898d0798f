//! Mails speak the language of the link or the visit they come from, else the customer's, else English.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::api::{CreatePortalSession, SendEmail};
use domain::{Customer, Mail};
use jiff::SignedDuration;
use portico::store;
use testkit::{World, both_engines};

use crate::visiting::{link_with, visit};

both_engines!(
    mails_come_in_the_customers_language,
    the_language_of_a_link_and_its_visit_comes_first,
    a_language_that_nobody_speaks_here_is_english,
);

/// The newest mail to a customer, and its plain text as a mail program shows it.
pub(crate) async fn newest(world: &World, customer: &Customer) -> (Mail, String) {
    world.run_workers_dry().await;
    let message = world.app.mailer.sent().pop().unwrap().message;
    let mut conn = world.app.db.read().await.unwrap();
    let found = store::mails::list_for_customer(&mut conn, &world.merchant.id, &customer.id, None, 1).await;
    // The next one is newer.
    world.advance(SignedDuration::from_secs(1));
    (found.unwrap().pop().unwrap(), plain(&message))
}

fn plain(message: &str) -> String {
    let part = message.split("Content-Type: text/plain").nth(1).unwrap();
    let part = part.split("\r\n--").next().unwrap();
    let (headers, body) = part.split_once("\r\n\r\n").unwrap();
    let bytes = match headers.contains("base64") {
        true => STANDARD.decode(body.split_whitespace().collect::<String>()).unwrap(),
        false => unquoted(&body.replace("=\r\n", "")),
    };
    String::from_utf8(bytes).unwrap()
}

/// Quoted-printable without its soft line ends.
fn unquoted(text: &str) -> Vec<u8> {
    let mut pieces = text.split('=');
    let mut bytes = pieces.next().unwrap().as_bytes().to_vec();
    for piece in pieces {
        let (hex, rest) = piece.split_at(2);
        bytes.push(u8::from_str_radix(hex, 16).unwrap());
        bytes.extend(rest.as_bytes());
    }
    bytes
}

fn mailed(customer: &Customer, locale: Option<&str>) -> CreatePortalSession {
    CreatePortalSession {
        send_email: Some(SendEmail::Billing),
        locale: locale.map(Into::into),
        ..CreatePortalSession::for_customer(customer.id.clone())
    }
}

async fn mails_come_in_the_customers_language(world: World) {
    for (tag, subject, says) in [
        ("de-AT", "Ihre Abrechnung bei Northwind", "Rechnung 2030-1-de-AT (Fällig am 28. März 2030"),
        ("ja", "Northwindのご請求", "請求書 2030-1-ja（お支払い期限：2030年3月28日"),
        ("ar", "فواتيرك لدى", "28 مارس 2030"),
    ] {
        let acme = world.customer("Acme").locale(tag).insert().await;
        let number = format!("2030-1-{tag}");
        world.invoice(&acme, &number).line("Pro", "1", "49.00").insert().await;
        link_with(&world, mailed(&acme, None)).await;
        let (mail, text) = newest(&world, &acme).await;
        assert!(mail.subject.contains(subject), "{}", mail.subject);
        assert!(text.contains(says), "{text}");
    }
}

async fn the_language_of_a_link_and_its_visit_comes_first(world: World) {
    let acme = world.customer("Acme").locale("de").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let wish = CreatePortalSession { send_email: None, ..mailed(&acme, Some("ja")) };
    let browser = world.browser();
    browser.open_link(&link_with(&world, wish).await).await;
    let cancel = format!("/portal/subscriptions/{}/cancel", subscription.id);
    browser.submit(&browser.get(&cancel).await, &cancel, &[]).await;
    let (mail, text) = newest(&world, &acme).await;
    assert!(mail.subject.contains("Proは") && text.contains("解約のお手続きを受け付けました"), "{text}");

    link_with(&world, mailed(&acme, Some("fr-CA"))).await;
    let (mail, text) = newest(&world, &acme).await;
    assert!(mail.subject.contains("Votre facturation chez Northwind"), "{}", mail.subject);
    assert!(text.contains("Tout est réglé."), "{text}");

    // A visit made for no language leaves the customer theirs.
    let browser = visit(&world, &acme).await;
    let undo = format!("/portal/subscriptions/{}/undo-cancel", subscription.id);
    browser.submit(&browser.get(&undo).await, &undo, &[]).await;
    let (mail, _) = newest(&world, &acme).await;
    assert!(mail.subject.contains("Pro läuft weiter"), "{}", mail.subject);
}

async fn a_language_that_nobody_speaks_here_is_english(world: World) {
    let acme = world.customer("Acme").locale("tlh").insert().await;
    link_with(&world, mailed(&acme, None)).await;
    assert!(newest(&world, &acme).await.0.subject.contains("nothing is due"));
    // A link in such a language is no better than one without, so the customer's own is next.
    let borg = world.customer("Borg").locale("nl").insert().await;
    link_with(&world, mailed(&borg, Some("tlh"))).await;
    assert!(newest(&world, &borg).await.0.subject.contains("Uw facturering"));
}
