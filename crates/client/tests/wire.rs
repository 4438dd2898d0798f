//! What goes over the wire, and what becomes of answers that are not what was hoped for.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use client::{Client, ClientError, IdempotencyKey, Secret};
use contract::api::CreatePortalSession;
use contract::feed::SnapshotRecord;
use contract::{ErrorCode, Problem};
use domain::{Configuration, CustomerId, NewId as _};
use jiff::Timestamp;

type Heard = Arc<Mutex<Vec<String>>>;

/// A server that writes down what it hears and gives the answers in turn, the last one ever after.
async fn server(answers: Vec<fn() -> Response>) -> (Client, Heard) {
    // A second test of this process finds it installed.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let heard = Heard::default();
    let answer = |State(heard): State<Heard>, request: Request, answers: Vec<fn() -> Response>| async move {
        let header = |name| request.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or("-");
        let told = ["authorization", "if-match", "idempotency-key"].map(header).join(" ");
        let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.push(format!("{} {} {told}", request.method(), request.uri()));
        answers[(heard.len() - 1).min(answers.len() - 1)]()
    };
    let router = Router::new()
        .fallback(move |state: State<Heard>, request: Request| answer(state, request, answers.clone()))
        .with_state(heard.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (Client::new(address.parse().expect("an address"), Secret::new(" key_1\n")).expect("a client"), heard)
}

fn problem(code: ErrorCode, detail: &str) -> Response {
    let status = StatusCode::from_u16(code.status()).expect("a status");
    (status, serde_json::to_string(&Problem::new(code, detail)).expect("JSON")).into_response()
}

fn heard(heard: &Heard) -> Vec<String> {
    heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

#[tokio::test]
async fn a_refusal_arrives_in_the_servers_own_words() {
    let (client, told) = server(vec![|| problem(ErrorCode::Stale, "Somebody saved this meanwhile.")]).await;
    let edited = Configuration { version: 7, ..Configuration::default() };

    let refused = client.save_configuration(&edited).await.expect_err("refused");

    assert!(matches!(&refused, ClientError::Problem(problem) if problem.code == ErrorCode::Stale));
    assert_eq!(refused.to_string(), "Somebody saved this meanwhile.");
    assert_eq!(
        heard(&told),
        ["PUT /v1/portal-configurations/conf_00000000000000000000000000 Bearer key_1 \"7\" -"]
    );
    assert!(!format!("{client:?}").contains("key_1"), "the key must not be printed");
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_with_the_same_key() {
    let (client, told) = server(vec![|| StatusCode::BAD_GATEWAY.into_response(), || {
        let body = r#"{"id":"link_00000000000000000000000000","customer_id":"cus_00000000000000000000000000",
                "url":"https://billing.example/portal/l#secret",
                "created_at":"2026-03-14T09:00:00Z","expires_at":"2026-03-14T10:00:00Z"}"#;
        body.into_response()
    }])
    .await;
    let body = CreatePortalSession::for_customer(CustomerId::new(Timestamp::UNIX_EPOCH, [0; 10]));

    let created =
        client.create_portal_session(&IdempotencyKey::from_entropy([1; 16]), &body).await.expect("a link");

    assert_eq!(created.expires_at, "2026-03-14T10:00:00Z".parse().expect("a moment"));
    let once = "POST /v1/customer-portal-sessions Bearer key_1 - 01010101010101010101010101010101";
    assert_eq!(heard(&told), [once, once]);
}

#[tokio::test]
async fn whatever_else_answers_is_told_apart_from_no_answer() {
    for (answer, sentence) in [
        (
            (|| "<html>Hotel Wi-Fi</html>".into_response()) as fn() -> Response,
            "in a way this console does not understand",
        ),
        (
            || (StatusCode::FOUND, [("location", "https://elsewhere.example")]).into_response(),
            "HTTP 302 Found",
        ),
        (|| (StatusCode::SERVICE_UNAVAILABLE, "starting").into_response(), "is not ready"),
    ] {
        let (client, _) = server(vec![answer]).await;
        let error = client.account().await.expect_err("no account").to_string();
        assert!(error.contains(sentence), "{error}");
    }
    let nobody =
        Client::new("http://127.0.0.1:1".parse().expect("an address"), Secret::new("key")).expect("a client");
    let error = nobody.account().await.expect_err("nobody there");
    assert!(
        matches!(&error, ClientError::Offline(reason) if reason.starts_with("127.0.0.1:1 cannot be reached")),
        "{error}"
    );
}

#[tokio::test]
async fn a_snapshot_is_read_line_by_line_however_it_is_cut_up() {
    let (client, _) = server(vec![|| {
        let text =
            "{\"kind\":\"start\",\"epoch\":\"é\",\"sequence\":4,\"records\":0}\n\n{\"kind\":\"end\"}\n";
        let bytes = text.bytes().map(|byte| Ok::<_, std::io::Error>(Bytes::from(vec![byte])));
        Response::new(Body::from_stream(futures::stream::iter(bytes)))
    }])
    .await;

    let mut snapshot = client.snapshot().await.expect("a stream");

    let start = SnapshotRecord::Start { epoch: "é".into(), sequence: 4, records: 0 };
    assert_eq!(snapshot.next().await.expect("a record"), Some(start));
    assert_eq!(snapshot.next().await.expect("a record"), Some(SnapshotRecord::End));
    assert_eq!(snapshot.next().await.expect("the end"), None);
}

#[tokio::test]
async fn a_poll_says_where_from_how_long_and_how_much() {
    let (client, told) = server(vec![|| r#"{"epoch":"e","head":3,"events":[]}"#.into_response()]).await;
    assert_eq!(client.feed(3, Duration::from_secs(25), 500).await.expect("a page").head, 3);
    assert_eq!(heard(&told), ["GET /v1/feed?after=3&wait=25&limit=500 Bearer key_1 - -"]);
}
