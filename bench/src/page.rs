//! Every page of the portal.
//!
//! In: a customer with 24 invoices, a metered subscription, a card and another plan to choose. Out: each
//! page's answers per second and the slowest of 100, beside a bare route that answers with the same bytes
//! and headers and knows nobody.

use crate::account::Account;
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
    let account = Account::open(&subject).await?;
    let mut rows = Vec::new();
    for (name, address) in &account.pages {
        let page = account.page(address).await?;
        let bare = bare::answer(page.headers, page.bytes).await?;
        let requests = Requests::Again { path: address.clone(), cookie: account.cookie.clone() };
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in room.rounds(name) {
            ours.push(wrk::load(folder.path(), subject.address(), &requests).await?);
            theirs.push(wrk::load(folder.path(), bare, &requests).await?);
        }
        let what = [format!("portal's {name}, pages/s"), format!("portal's {name}, p99 in ms")];
        rows.extend(wrk::rows(what, "bare axum route, same bytes", &ours, &theirs, Some(Aim::Ratio(0.5))));
    }
    subject.stop().await;
    Ok(rows)
}
