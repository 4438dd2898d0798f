//! The portal's list of invoices.
//!
//! In: a customer with 24 invoices. Out: pages per second and the slowest of 100, beside a bare route
//! that answers with the same bytes and headers and knows nobody.

use anyhow::ensure;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use portal_view::routes;
use portico::router::router;
use tower::ServiceExt as _;

use crate::bare;
use crate::books::Books;
use crate::room::Room;
use crate::subject::Subject;
use crate::table::{Aim, Row};
use crate::wrk::{self, Requests};

const BOOKS: Books = Books { customers: 1, invoices: 24, lines: 4 };

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let folder = room.folder()?;
    let subject = Subject::with(folder.path(), BOOKS).await?;
    let cookie = subject.visit(&subject.customers(1).await?[0]).await?;

    let request = Request::get(routes::INVOICES).header(header::COOKIE, &cookie).body(Body::empty())?;
    let page = router(subject.app().clone()).oneshot(request).await?;
    ensure!(page.status() == StatusCode::OK, "the page is {}", page.status());
    let (page, body) = page.into_parts();
    let bare = bare::answer(page.headers, to_bytes(body, usize::MAX).await?).await?;

    let requests = Requests::Again { path: routes::INVOICES, cookie };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in room.rounds("page") {
        ours.push(wrk::load(folder.path(), subject.address(), &requests).await?);
        theirs.push(wrk::load(folder.path(), bare, &requests).await?);
    }
    subject.stop().await;
    let what = ["portal's invoices page, pages/s", "portal's invoices page, p99 in ms"];
    Ok(wrk::rows(what, "bare axum route, same bytes", &ours, &theirs, Some(Aim::Ratio(0.5))))
}
