//! The console's first copy of a merchant's data: read by the server, sent over HTTP, checked, sorted
//! and written.
//!
//! In: 100,000 customers, 25,000 invoices. Out: records per second, beside plain SQL that writes the
//! very same rows.

use std::path::Path;
use std::time::{Duration, Instant};

use replica::Replica;

use crate::books::Books;
use crate::raw::{self, Synchronous};
use crate::room::Room;
use crate::subject::Subject;
use crate::table::{Better, Row};

/// A large merchant.
pub(crate) const BOOKS: Books = Books { customers: 100_000, invoices: 25_000, lines: 2 };

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let folder = room.folder()?;
    let subject = Subject::with(folder.path(), BOOKS).await?;
    let per_second = |took: Duration| (BOOKS.customers + BOOKS.invoices) as f64 / took.as_secs_f64();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in room.rounds("snapshot") {
        let copy = room.folder()?;
        let file = copy.path().join("replica.sqlite3");
        let (replica, took) = take(&subject, &file).await?;
        ours.push(per_second(took));
        replica.close().await;
        theirs.push(per_second(raw::insert(room, &file, Synchronous::Normal, &[]).await?));
    }
    subject.stop().await;
    let (what, beside) = ("console's first copy, records/s", "raw `sqlite3`, all rows that wrote");
    Ok(vec![Row { what: what.into(), beside, better: Better::Higher, ours, theirs, aim: None }])
}

/// A new copy of everything, and how long it took.
pub(crate) async fn take(subject: &Subject, file: &Path) -> anyhow::Result<(Replica, Duration)> {
    let replica = Replica::open(file, subject.app().clock.now()).await?.replica;
    let client = subject.client()?;
    let began = Instant::now();
    replica::snapshot(&replica, &client).await?;
    Ok((replica, began.elapsed()))
}
