//! How fast a page of the portal is, beside a route that returns the same bytes and does nothing else.
//!
//! A measurement, not a check: `cargo test --release -p tests -- --ignored speed --nocapture`.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use futures::future::join_all;
use testkit::{Engine, World};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::visiting::link;

const CONNECTIONS: usize = 16;
const TIME: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn speed_of_the_invoices_page() {
    let world = World::start(Engine::Sqlite).await;
    let acme = world.customer("Acme").insert().await;
    for number in 0..25 {
        world.invoice(&acme, &format!("R-{number}")).line("Support", "1", "10.00").insert().await;
    }
    let browser = world.browser();
    let door = browser.get(link(&world, &acme).await.path()).await;
    let entered = browser.submit(&door, "/portal/l/", &[]).await;
    let mut cookies = entered.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    let session = cookies.find(|cookie| cookie.starts_with("portico_session=")).unwrap();
    let session = session.split(';').next().unwrap();
    let page = browser.get("/portal/invoices").await.body;

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let bare = listener.local_addr().unwrap();
    let bytes = page.clone();
    let route =
        Router::new().route("/portal/invoices", get(async || ([("content-type", "text/html")], bytes)));
    tokio::spawn(async move { axum::serve(listener, route).await });
    let portal: SocketAddr = world.url.socket_addrs(|| None).unwrap()[0];

    for round in 1..=3 {
        let bare = requests(bare, session, page.len()).await;
        let portal = requests(portal, session, page.len()).await;
        let ratio = portal as f64 / bare as f64;
        println!("{round}: bare {bare}/s, portal {portal}/s, ratio {ratio:.2}, {} bytes", page.len());
    }
}

/// Requests answered per second.
async fn requests(to: SocketAddr, session: &str, length: usize) -> u64 {
    let request = format!("GET /portal/invoices HTTP/1.1\r\nhost: localhost\r\ncookie: {session}\r\n\r\n");
    let until = Instant::now() + TIME;
    let clients = (0..CONNECTIONS).map(|_| tokio::spawn(client(to, request.clone(), length, until)));
    let answered: u64 = join_all(clients).await.into_iter().map(Result::unwrap).sum();
    answered / TIME.as_secs()
}

async fn client(to: SocketAddr, request: String, length: usize, until: Instant) -> u64 {
    let mut stream = TcpStream::connect(to).await.unwrap();
    let (mut answered, mut buffer) = (0, vec![0; 256 * 1024]);
    while Instant::now() < until {
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut read = 0;
        loop {
            read += stream.read(&mut buffer[read..]).await.unwrap();
            let head = buffer[..read].windows(4).position(|window| window == b"\r\n\r\n");
            if head.is_some_and(|head| read >= head + 4 + length) {
                break;
            }
        }
        assert!(buffer.starts_with(b"HTTP/1.1 200 OK"));
        answered += 1;
    }
    answered
}
