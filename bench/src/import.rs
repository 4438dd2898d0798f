//! `portico import`: 100,000 invoice lines into an empty database.
//!
//! In: generated books. Out: lines per second, beside plain SQL that writes the very same rows, which
//! checks nothing, adds nothing up and appends no events.

use std::time::Duration;

use crate::books::Books;
use crate::raw::{self, Synchronous};
use crate::room::Room;
use crate::subject::Subject;
use crate::table::{Aim, Better, Row};

const BOOKS: Books = Books { customers: 1_000, invoices: 25_000, lines: 4 };

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let per_second = |took: Duration| (BOOKS.invoices * BOOKS.lines) as f64 / took.as_secs_f64();
    let (mut ours, mut all_rows, mut invoices_only) = (Vec::new(), Vec::new(), Vec::new());
    for _ in room.rounds("import") {
        let folder = room.folder()?;
        let subject = Subject::start(folder.path()).await?;
        ours.push(per_second(subject.import(BOOKS).await?));
        let raw = async |tables| raw::insert(room, subject.file(), Synchronous::Full, tables).await;
        all_rows.push(per_second(raw(&[]).await?));
        invoices_only.push(per_second(raw(&["invoice", "invoice_line"]).await?));
        subject.stop().await;
    }
    let row = |beside, ours, theirs, aim| Row {
        what: "import, invoice lines/s".into(),
        beside,
        better: Better::Higher,
        ours,
        theirs,
        aim,
    };
    Ok(vec![
        row("raw `sqlite3`, all rows that wrote", ours.clone(), all_rows, Some(Aim::Speed(20_000.0))),
        row("raw `sqlite3`, its invoices and lines only", ours, invoices_only, None),
    ])
}
