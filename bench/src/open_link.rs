//! The button of a portal link: the link is used up, a session opened and an event appended, in one
//! transaction.
//!
//! In: unused links. Out: links opened per second and the slowest of 100, beside a bare route that does
//! one insert.

use crate::bare;
use crate::books::Books;
use crate::room::Room;
use crate::subject::Subject;
use crate::table::Row;
use crate::wrk::{self, Requests, SECONDS};

const CUSTOMERS: usize = 1_000;
const MOST_PER_SECOND: usize = 5_000;
/// As long as a real one. The browser brings it twice: in a cookie, and in the form of the page it saw.
const NONCE: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let folder = room.folder()?;
    let subject = Subject::with(folder.path(), Books { customers: CUSTOMERS, invoices: 0, lines: 0 }).await?;
    let customers = subject.customers(u32::try_from(CUSTOMERS)?).await?;
    let bare = bare::insert(folder.path()).await?;

    let (cookie, form) = (format!("portico_nonce={NONCE}"), format!("nonce={NONCE}"));
    let headers = [("cookie", cookie.as_str()), ("content-type", "application/x-www-form-urlencoded")];
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in room.rounds("open-link") {
        let links = subject.links(&customers, MOST_PER_SECOND * SECONDS).await?;
        let requests = links.iter().map(|link| wrk::post(link.url.path(), &headers, &form)).collect();
        let requests = Requests::Once(requests);
        ours.push(wrk::load(folder.path(), subject.address(), &requests).await?);
        theirs.push(wrk::load(folder.path(), bare, &requests).await?);
    }
    subject.stop().await;
    let what = ["open a portal link, links/s", "open a portal link, p99 in ms"].map(str::to_owned);
    Ok(wrk::rows(what, "bare axum route, one insert", &ours, &theirs, None))
}
