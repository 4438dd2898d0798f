//! How fast Portico is, beside something everyone knows: measured side by side, in turns, in one run.
//!
//! In: which measurements, how many rounds. Out: one table of ratios, in Markdown.
//! Not here: promises. A ratio carries over to another machine far better than a number of requests.

mod account;
mod bare;
mod books;
mod import;
mod machine;
mod metered;
mod open_link;
mod page;
mod pdf;
mod raw;
mod renewals;
mod room;
mod search;
mod send_link;
mod size;
mod snapshot;
mod subject;
mod table;
mod usage;
mod wrk;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};

use room::Room;
use table::Row;

/// Measures Portico beside something everyone knows.
#[derive(Parser)]
struct Bench {
    /// How many times each side has its turn.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    /// Where databases are made: on a disk, because a commit in memory costs nothing.
    #[arg(long, value_name = "FOLDER", default_value = "target")]
    folder: PathBuf,
    /// The browser that prints.
    #[arg(long, value_name = "PROGRAM", default_value = "chromium")]
    chromium: PathBuf,
    /// What the server logs, into a file: `off` shows what logging costs.
    #[arg(long, value_name = "FILTER", default_value = "info")]
    log: String,
    /// Only these.
    only: Vec<Measurement>,
}

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Measurement {
    Import,
    Page,
    Size,
    SendLink,
    OpenLink,
    Pdf,
    Snapshot,
    Search,
    Usage,
    Renewals,
}

impl Measurement {
    async fn run(self, room: &Room) -> anyhow::Result<Vec<Row>> {
        match self {
            Self::Import => import::measure(room).await,
            Self::Page => page::measure(room).await,
            Self::Size => size::measure(room).await,
            Self::SendLink => send_link::measure(room).await,
            Self::OpenLink => open_link::measure(room).await,
            Self::Pdf => pdf::measure(room).await,
            Self::Snapshot => snapshot::measure(room).await,
            Self::Search => search::measure(room).await,
            Self::Usage => usage::measure(room).await,
            Self::Renewals => renewals::measure(room).await,
        }
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let bench = Bench::parse();
    let room = Room::new(&bench.folder, bench.rounds, &bench.log, bench.chromium)?;
    let chosen = if bench.only.is_empty() { Measurement::value_variants() } else { &bench.only };
    let machine = machine::describe();
    let (mut rows, mut code) = (Vec::new(), ExitCode::SUCCESS);
    for measurement in chosen {
        match measurement.run(&room).await {
            Ok(found) => rows.extend(found),
            Err(error) => {
                eprintln!("{measurement:?} could not be measured: {error:#}");
                code = ExitCode::FAILURE;
            }
        }
    }
    println!("{machine}; medians of {} rounds (lowest–highest)\n\n{}", bench.rounds, table::markdown(&rows));
    Ok(code)
}
