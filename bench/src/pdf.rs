//! An invoice of one page as PDF.
//!
//! In: an invoice of four lines. Out: milliseconds for a file, beside headless Chromium, which starts,
//! opens the portal's page of the same invoice, and prints it.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::map_request;
use invoice_pdf::Sheet;
use jiff::tz::TimeZone;
use portal_view::{Words, routes};
use portico::router::router;
use portico::store::{invoices, settings};
use tokio::process::Command;

use crate::bare;
use crate::books::Books;
use crate::room::Room;
use crate::subject::Subject;
use crate::table::{Aim, Better, Row};

const BOOKS: Books = Books { customers: 1, invoices: 1, lines: 4 };
/// Sheets in a turn of ours, of which the mean counts.
const SHEETS: u32 = 100;

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let folder = room.folder()?;
    let subject = Subject::with(folder.path(), BOOKS).await?;
    let merchant = &subject.merchant;
    let customer = &subject.customers(1).await?[0];
    let mut conn = subject.app().db.read().await?;
    let invoice = &invoices::open_for_customer(&mut conn, &merchant.id, &customer.id, 1).await?[0];
    let branding = &settings::branding(&mut conn, &merchant.id).await?;
    drop(conn);
    let zone = TimeZone::UTC;
    let sheet = Sheet {
        words: Words::ENGLISH,
        invoice,
        branding,
        merchant_name: &merchant.name,
        today: invoice.issued_on,
        zone: &zone,
        paid_on: None,
        logo: None,
    };

    // The command line gives the browser no cookie, so it asks a server that adds one.
    let cookie = HeaderValue::try_from(subject.visit(customer).await?)?;
    let add_cookie = map_request(move |mut request: Request| {
        request.headers_mut().insert(header::COOKIE, cookie.clone());
        std::future::ready(request)
    });
    let signed_in = bare::serve(router(subject.app().clone()).layer(add_cookie)).await?;
    let address = format!("http://{signed_in}{}", routes::invoice(&invoice.id));

    invoice_pdf::render(&sheet)?;
    let milliseconds = |took: Duration| took.as_secs_f64() * 1000.0;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in room.rounds("pdf") {
        let began = Instant::now();
        for _ in 0..SHEETS {
            invoice_pdf::render(&sheet)?;
        }
        ours.push(milliseconds(began.elapsed() / SHEETS));
        theirs.push(milliseconds(print(room, &address).await?));
    }
    subject.stop().await;
    let (what, beside) = ("an invoice as PDF, ms", "headless Chromium prints its page");
    Ok(vec![Row {
        what: what.into(),
        beside,
        better: Better::Lower,
        ours,
        theirs,
        aim: Some(Aim::Ratio(100.0)),
    }])
}

/// Has a new Chromium print a page; returns how long that took.
async fn print(room: &Room, address: &str) -> anyhow::Result<Duration> {
    let folder = room.folder()?;
    let file = folder.path().join("page.pdf");
    let option = |name: &str, path: &Path| format!("--{name}={}", path.display());
    let mut chromium = Command::new(&room.chromium);
    chromium
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(option("user-data-dir", folder.path()))
        .args([&option("print-to-pdf", &file), "--no-pdf-header-footer", address]);
    let began = Instant::now();
    let said =
        chromium.output().await.with_context(|| format!("{} does not start", room.chromium.display()))?;
    let took = began.elapsed();
    let printed = std::fs::read(&file).unwrap_or_default();
    ensure!(
        printed.starts_with(b"%PDF"),
        "Chromium printed nothing: {}",
        String::from_utf8_lossy(&said.stderr)
    );
    Ok(took)
}
