//! Mails travel to a real mail server: in the clear only where that was asked for.

use contract::api::{CreatePortalSession, SendEmail};
use domain::{Customer, EventBody, Mail, MailState};
use jiff::SignedDuration;
use portico::config::{Config, SmtpSecurity};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use serde_json::json;
use tempfile::TempDir;
use testkit::{Engine, World};

use crate::programs::MailServer;
use crate::visiting::{facts, link_with};

async fn world(change: impl FnOnce(&mut Config)) -> World {
    World::with_config(Engine::Sqlite, change).await
}

/// *Send Portal Link*, and what the log says about the mail after the workers ran.
async fn send(world: &World, customer: &Customer) -> Mail {
    let wish = CreatePortalSession {
        send_email: Some(SendEmail::PortalLink),
        ..CreatePortalSession::for_customer(customer.id.clone())
    };
    link_with(world, wish).await;
    world.run_workers_dry().await;
    last(world).await
}

async fn last(world: &World) -> Mail {
    let mail = facts(world, 0).await.into_iter().rev().find_map(|fact| match fact {
        EventBody::MailUpdated { mail } => Some(mail),
        _ => None,
    });
    mail.unwrap()
}

/// A certificate for `localhost` that nobody vouches for, as files.
fn certificate() -> (TempDir, [String; 2]) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let files = [("cert.pem", cert.pem()), ("key.pem", signing_key.serialize_pem())].map(|(name, pem)| {
        std::fs::write(folder.path().join(name), pem).unwrap();
        folder.path().join(name).display().to_string()
    });
    (folder, files)
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_written() {
    let mut server = MailServer::start(&[]).await;
    let world = world(server.settings(SmtpSecurity::None)).await;
    let acme = world.customer("Gonçalves, Luís").email("luis@acme.example").insert().await;
    let mail = send(&world, &acme).await;
    assert_eq!(mail.state, MailState::Sent { at: world.now() });
    let received = server.message().await;
    assert_eq!(received["from"], "billing@localhost.localdomain");
    assert_eq!(received["to"], json!(["luis@acme.example"]));
    let message = received["message"].as_str().unwrap();
    assert!(message.contains(&format!("Message-ID: <{}@[127.0.0.1]>", mail.id)), "{message}");
    assert!(message.contains("multipart/alternative"), "{message}");
}

#[tokio::test]
async fn the_servers_words_decide_and_are_kept() {
    let mut server = MailServer::start(&["--reply", "451 4.3.0 The disk is full"]).await;
    let world = world(server.settings(SmtpSecurity::None)).await;
    let acme = world.customer("Acme").insert().await;
    let waiting = send(&world, &acme).await;
    assert!(matches!(waiting.state, MailState::Queued { .. }), "{waiting:?}");
    assert_eq!(waiting.last_error.as_deref(), Some("451 4.3.0 The disk is full"));
    world.advance(SignedDuration::from_mins(1));
    world.run_workers_dry().await;
    assert_eq!(last(&world).await.state, MailState::Sent { at: world.now() });
    server.message().await;

    let gone = world.customer("Gone").email("nobody@acme.example").insert().await;
    let failed = send(&world, &gone).await;
    assert_eq!(failed.state, MailState::Failed { at: world.now() });
    assert_eq!(failed.last_error.as_deref(), Some("550 5.1.1 There is no nobody here"));
}

#[tokio::test]
async fn a_server_that_is_away_is_waited_for() {
    // A port that programs leave alone. One that was just free may belong to another story by now.
    const NOBODY: u16 = 1;
    let settings = MailServer::start(&[]).await.settings(SmtpSecurity::None);
    let away = move |config: &mut Config| {
        settings(config);
        config.mail.smtp.port = NOBODY;
    };
    let world = world(away).await;
    let acme = world.customer("Acme").insert().await;
    let waiting = send(&world, &acme).await;
    assert!(matches!(waiting.state, MailState::Queued { .. }), "{waiting:?}");
    assert!(waiting.last_error.as_ref().unwrap().contains("onnection"), "{waiting:?}");
}

#[tokio::test]
async fn nothing_goes_in_the_clear_unless_asked_for() {
    let server = MailServer::start(&[]).await;
    let world = world(server.settings(SmtpSecurity::Starttls)).await;
    let acme = world.customer("Acme").insert().await;
    let waiting = send(&world, &acme).await;
    assert!(matches!(waiting.state, MailState::Queued { .. }), "{waiting:?}");
    assert!(waiting.last_error.as_ref().unwrap().contains("STARTTLS"), "{waiting:?}");
}

#[tokio::test]
async fn starttls_and_sign_in_work_and_are_checked() {
    let (_folder, [cert, key]) = certificate();
    let login = "portico:hunter2";
    let mut server = MailServer::start(&["--cert", &cert, "--key", &key, "--login", login]).await;
    let reach = |user: &'static str, password: &'static str, trusted: &str| {
        let (settings, trusted) = (server.settings(SmtpSecurity::Starttls), trusted.to_owned());
        move |config: &mut Config| {
            settings(config);
            config.mail.smtp.username = user.into();
            config.mail.smtp.password = password.into();
            config.mail.smtp.ca_file = trusted.into();
        }
    };
    for (settings, word) in
        [(reach("portico", "hunter2", ""), "ertificate"), (reach("portico", "wrong", &cert), "535")]
    {
        let world = world(settings).await;
        let waiting = send(&world, &world.customer("Acme").insert().await).await;
        assert!(matches!(waiting.state, MailState::Queued { .. }), "the operator can mend it: {waiting:?}");
        let said = waiting.last_error.unwrap();
        assert!(said.contains(word) && !said.contains("hunter2"), "{said}");
    }
    let world = world(reach("portico", "hunter2", &cert)).await;
    let mail = send(&world, &world.customer("Acme").insert().await).await;
    assert!(matches!(mail.state, MailState::Sent { .. }), "{mail:?}");
    let received = server.message().await;
    assert_eq!((&received["encrypted"], &received["signed_in"]), (&json!(true), &json!(true)));
}
