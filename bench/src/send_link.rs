//! *Send Portal Link*, as the console and merchants' apps call it: a link, an event, a queued mail and
//! the answer kept for a retry, in one transaction; the mail goes out while the load goes on.
//!
//! In: 1,000 customers. Out: calls per second and the slowest of 100, beside a bare route that does one
//! insert.

use contract::api::{CreatePortalSession, SendEmail};
use domain::Customer;
use portico::worker;

use crate::bare;
use crate::books::Books;
use crate::room::Room;
use crate::subject::Subject;
use crate::table::Row;
use crate::wrk::{self, Requests, SECONDS};

const CUSTOMERS: usize = 1_000;
const MOST_PER_SECOND: usize = 5_000;

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let folder = room.folder()?;
    let subject = Subject::with(folder.path(), Books { customers: CUSTOMERS, invoices: 0, lines: 0 }).await?;
    let customers = subject.customers(u32::try_from(CUSTOMERS)?).await?;
    let bare = bare::insert(folder.path()).await?;

    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in room.rounds("send-link") {
        let requests = requests(round, &subject.key, &customers)?;
        ours.push(wrk::load(folder.path(), subject.address(), &requests).await?);
        // The mails still queued must not be in the way of the other side.
        worker::run_dry(subject.app()).await?;
        theirs.push(wrk::load(folder.path(), bare, &requests).await?);
    }
    subject.stop().await;
    let what = ["send a portal link, calls/s", "send a portal link, p99 in ms"].map(str::to_owned);
    Ok(wrk::rows(what, "bare axum route, one insert", &ours, &theirs, None))
}

/// Calls of which each has its own idempotency key: a repeated one would cost less.
fn requests(round: u16, key: &str, customers: &[Customer]) -> anyhow::Result<Requests> {
    let bearer = format!("Bearer {key}");
    let call = |(number, customer): (usize, &Customer)| {
        let mut wish = CreatePortalSession::for_customer(customer.id.clone());
        wish.send_email = Some(SendEmail::PortalLink);
        let once = format!("bench-{round}-{number}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("idempotency-key", &once),
            ("content-type", "application/json"),
        ];
        Ok(wrk::post("/v1/customer-portal-sessions", &headers, &serde_json::to_string(&wish)?))
    };
    let calls = customers.iter().cycle().take(MOST_PER_SECOND * SECONDS).enumerate().map(call);
    Ok(Requests::Once(calls.collect::<anyhow::Result<_>>()?))
}
