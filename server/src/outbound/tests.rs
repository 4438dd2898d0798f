//! Hostile receivers and names, over real sockets.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;

fn outbound(allow: &[&str], dns: Dns) -> Outbound {
    let allow_networks = allow.iter().map(|net| net.parse().expect("a network")).collect();
    Outbound::new(&Webhooks { allow_networks, timeout_seconds: 1 }, dns).expect("a way out")
}

/// Listens, reads a request, answers with `head`, then with `drip` again and again.
async fn receiver(head: &'static str, drip: &'static [u8]) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            tokio::spawn(async move {
                let _ = socket.read(&mut [0; 4096]).await;
                let _ = socket.write_all(head.as_bytes()).await;
                while !drip.is_empty() && socket.write_all(drip).await.is_ok() {
                    tokio::time::sleep(Duration::from_millis(if drip.len() > 1 { 0 } else { 100 })).await;
                }
            });
        }
    });
    address
}

async fn post(outbound: &Outbound, url: &str) -> Result<Answer, String> {
    outbound.post(&url.parse().expect("an address"), HeaderMap::new(), b"{}".to_vec()).await
}

#[tokio::test]
async fn an_answer_that_drips_forever_is_cut_off_in_time() {
    let here = outbound(&["127.0.0.0/8"], Dns::empty());
    for head in ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"] {
        let address = receiver(head, b"x").await;
        let error = post(&here, &format!("http://{address}/")).await.expect_err(head);
        assert!(error.contains("within 1 seconds") || error.contains("broke"), "{head:?} gave: {error}");
    }
}

#[tokio::test]
async fn of_an_endless_answer_only_the_start_is_read() {
    let here = outbound(&["127.0.0.0/8"], Dns::empty());
    let address = receiver("HTTP/1.1 200 OK\r\n\r\n", &[b'a'; 16 * 1024]).await;
    let answer = post(&here, &format!("http://{address}/")).await.expect("an answer");
    assert_eq!((answer.status, answer.body.len()), (200, EXCERPT));
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let here = outbound(&["127.0.0.0/8"], Dns::empty());
    let head =
        "HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nRetry-After: 7\r\n\r\n";
    let address = receiver(head, b"").await;
    let answer = post(&here, &format!("http://{address}/")).await.expect("an answer");
    assert_eq!(answer, Answer { status: 307, retry_after: Some("7".into()), body: String::new() });
}

#[tokio::test]
async fn nothing_is_sent_inside() {
    let dns = Dns::empty();
    dns.point("two-faced.example", &["93.184.215.14".parse().unwrap(), "10.0.0.7".parse().unwrap()]);
    dns.point("metadata.example", &["169.254.169.254".parse().unwrap()]);
    let outside = outbound(&[], dns);
    for (url, why) in [
        ("https://127.0.0.1/", "belongs to this host"),
        ("https://2130706433/", "127.0.0.1 belongs to this host"),
        ("https://0x7f.1/", "127.0.0.1 belongs to this host"),
        ("https://[::ffff:10.0.0.1]/", "belongs to"),
        ("https://metadata.example/latest", "belongs to the local link"),
        ("https://two-faced.example/", "10.0.0.7 belongs to a private network"),
        ("https://nowhere.example/", "has no address"),
        ("http://93.184.215.14/", "Use https"),
        ("ftp://93.184.215.14/", "Use an https address"),
    ] {
        let saved = outside.check(&url.parse().expect(url)).await.expect_err(url).to_string();
        let sent = post(&outside, url).await.expect_err(url);
        assert!(saved.contains(why), "saving {url} gave: {saved}");
        assert!(sent.contains(why), "sending to {url} gave: {sent}");
    }
    let signed_in = "https://user:secret@93.184.215.14/".parse().expect("an address");
    assert_eq!(outside.check(&signed_in).await, Err(Refused::Credentials));
    assert_eq!(outside.check(&"https://93.184.215.14/hook".parse().expect("an address")).await, Ok(()));
}

#[tokio::test]
async fn a_name_that_moved_inside_is_refused_when_sending() {
    let dns = Dns::empty();
    let here = outbound(&["127.0.0.0/8"], dns.clone());
    let address = receiver("HTTP/1.1 204 No Content\r\n\r\n", b"").await;
    let url = format!("http://hooks.example:{}/", address.port());
    dns.point("hooks.example", &[address.ip()]);
    assert_eq!(post(&here, &url).await.map(|answer| answer.status), Ok(204));

    let outside = outbound(&[], dns.clone());
    dns.point("hooks.example", &["93.184.215.14".parse().unwrap()]);
    assert_eq!(outside.check(&"https://hooks.example/".parse().expect("an address")).await, Ok(()));
    dns.point("hooks.example", &["192.168.1.1".parse().unwrap()]);
    let error = post(&outside, "https://hooks.example/").await.expect_err("an address inside");
    assert!(error.contains("192.168.1.1 belongs to a private network"), "{error}");
}

#[tokio::test]
async fn what_cannot_be_reached_is_said_in_a_sentence() {
    let here = outbound(&["127.0.0.0/8"], Dns::empty());
    let error = post(&here, "http://127.0.0.1:1/").await.expect_err("nobody listens");
    assert!(error.starts_with("The connection could not be made: "), "{error}");
    let address = receiver("SSH-2.0-hello\r\n", b"").await;
    let error = post(&here, &format!("https://{address}/")).await.expect_err("no TLS");
    assert!(error.starts_with("The connection could not be made: "), "{error}");
}

#[test]
fn a_body_is_made_fit_to_store() {
    assert_eq!(excerpt(b"ok\r\n\0\x1b[31m\xff"), "ok\n\u{fffd}\u{fffd}[31m\u{fffd}");
    assert_eq!(excerpt("é".repeat(9000).as_bytes()).chars().count(), EXCERPT);
}
