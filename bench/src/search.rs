//! A keystroke in the console's search: 50 rows with name, subscription and balance, and how many
//! customers there are in all.
//!
//! In: 100,000 customers, 20 of whose names are typed letter by letter. Out: milliseconds, beside an
//! SQL `LIKE` over the same customers, which finds 50 names and neither counts nor adds up.

use std::time::{Duration, Instant};

use anyhow::ensure;
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnectOptions;

use crate::books;
use crate::room::Room;
use crate::snapshot::{self, BOOKS};
use crate::subject::Subject;
use crate::table::{Aim, Better, Row, share};

const NAMES: usize = 20;
const WINDOW: u32 = 50;

pub(crate) async fn measure(room: &Room) -> anyhow::Result<Vec<Row>> {
    let folder = room.folder()?;
    let subject = Subject::with(folder.path(), BOOKS).await?;
    let (replica, _) = snapshot::take(&subject, &folder.path().join("replica.sqlite3")).await?;
    let file = SqliteConnectOptions::new().filename(subject.file()).read_only(true);
    let plain = SqlitePool::connect_with(file).await?;
    let now = subject.app().clock.now();

    let typed: Vec<String> = (0..NAMES).flat_map(|number| keystrokes(&books::name(number * 4_993))).collect();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in room.rounds("search") {
        let mut times = Vec::with_capacity(typed.len());
        for text in &typed {
            let began = Instant::now();
            let found = replica.search_customers(text, 0, WINDOW, now).await?;
            times.push(milliseconds(began.elapsed()));
            ensure!(found.total > 0, "nobody was found by {text:?}");
        }
        ours.push(times);
        let mut times = Vec::with_capacity(typed.len());
        for text in &typed {
            let began = Instant::now();
            like(&plain, text).await?;
            times.push(milliseconds(began.elapsed()));
        }
        theirs.push(times);
    }
    replica.close().await;
    subject.stop().await;
    let row = |what: &str, percent, aim| Row {
        what: what.into(),
        beside: "SQL `LIKE`",
        better: Better::Lower,
        ours: ours.iter().map(|times| share(times, percent)).collect(),
        theirs: theirs.iter().map(|times| share(times, percent)).collect(),
        aim,
    };
    Ok(vec![
        row("keystroke in the console's search, p50 in ms", 50, None),
        row("keystroke in the console's search, p99 in ms", 99, Some(Aim::Time(16.0))),
    ])
}

fn keystrokes(text: &str) -> Vec<String> {
    text.char_indices().map(|(at, letter)| text[..at + letter.len_utf8()].to_owned()).collect()
}

async fn like(pool: &SqlitePool, text: &str) -> anyhow::Result<Vec<String>> {
    let query = "SELECT name FROM customer WHERE search LIKE '%' || $1 || '%' ORDER BY name LIMIT $2";
    Ok(sqlx::query_scalar(query).bind(text.to_lowercase()).bind(WINDOW).fetch_all(pool).await?)
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}
