//! The portal among a thousand customers and among a million.
//!
//! In: two sets of books, an invoice for each customer. Out: milliseconds that a page takes which nobody has
//! asked for before, the mean of all pages, beside the same among fewer customers.

use std::ops::Range;
use std::path::Path;
use std::time::Instant;

use crate::account::Account;
use crate::books::Books;
use crate::room::Room;
use crate::subject::Subject;
use crate::table::{Aim, Better, Row};

const FEW: usize = 1_000;
const MANY: usize = 1_000_000;
/// What the customer has who looks.
const OWN: Books = Books { customers: 1, invoices: 24, lines: 4 };
/// How many are imported at once.
const PORTION: usize = 50_000;
/// How often each page is made for one figure.
const LOOKS: usize = 20;

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let folders = (room.folder()?, room.folder()?);
    let (few, few_account) = books(folders.0.path(), FEW).await?;
    let (many, many_account) = books(folders.1.path(), MANY).await?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in room.rounds("size") {
        // In turns, so that both have the same weather.
        let (mut among_many, mut among_few) = (0.0, 0.0);
        for look in 0..LOOKS {
            let look = usize::from(round) * LOOKS + look;
            among_many += look_at_all(&many_account, look).await?;
            among_few += look_at_all(&few_account, look).await?;
        }
        ours.push(among_many / LOOKS as f64);
        theirs.push(among_few / LOOKS as f64);
    }
    few.stop().await;
    many.stop().await;
    Ok(vec![Row {
        what: "a page of the portal among 1,000,000 customers, ms".into(),
        beside: "the same among 1,000",
        better: Better::Lower,
        ours,
        theirs,
        aim: Some(Aim::Ratio(1.0 / 1.2)),
    }])
}

async fn books(folder: &Path, customers: usize) -> anyhow::Result<(Subject, Account)> {
    let subject = Subject::with(folder, OWN).await?;
    let all = Books { customers, invoices: OWN.invoices + customers, lines: 1 };
    for part in portions(OWN.customers..all.customers) {
        eprintln!("size: {} of {customers} customers", part.end);
        subject.take_in(all.part(part, 0..0)?).await?;
    }
    for part in portions(OWN.invoices..all.invoices) {
        eprintln!("size: {} of {} invoices", part.end, all.invoices);
        subject.take_in(all.part(0..0, part)?).await?;
    }
    let account = Account::open(&subject).await?;
    Ok((subject, account))
}

fn portions(all: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    all.clone().step_by(PORTION).map(move |first| first..all.end.min(first + PORTION))
}

/// How long a page takes, the mean of all, in milliseconds; `look` makes its address one that nobody asked for.
async fn look_at_all(account: &Account, look: usize) -> anyhow::Result<f64> {
    let began = Instant::now();
    for (_, address) in &account.pages {
        account.page(&format!("{address}?look={look}")).await?;
    }
    Ok(began.elapsed().as_secs_f64() * 1_000.0 / account.pages.len() as f64)
}
