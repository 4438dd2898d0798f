//! `portico import` and `portico export`

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use portico::app::App;
use portico::import::{Options, Reading, Report, apply, csv, jsonl, mapping::Mapping};

/// How many faults are printed; the rest are counted.
const MOST_FAULTS: usize = 100;

/// Take over customers, plans, subscriptions and invoices; running it again changes nothing.
///
/// Consoles show what it brought, webhooks are not sent for it: your systems have had those records.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// A JSON Lines file, or with --mapping the folder of the CSV files.
    path: PathBuf,
    /// How the columns of CSV files become fields; see examples/import/.
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Print what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Bill the periods of subscriptions that ended before this import. Without it a subscription begins in
    /// the period that runs, because whoever billed it until now has billed those.
    #[arg(long)]
    bill_missed: bool,
}

impl Import {
    pub(crate) async fn run(self, app: &App, merchant: Option<&str>) -> anyhow::Result<()> {
        let merchant = super::the_merchant(&mut app.db.read().await?, merchant).await?;
        let Reading { records, mut faults } = match &self.mapping {
            Some(mapping) => csv::read(&read_mapping(mapping)?, &self.path),
            None => jsonl::read(&self.path),
        };
        let bar = ProgressBar::new(records.len() as u64);
        bar.set_style(ProgressStyle::with_template("{bar:30} {human_pos} of {human_len} records  {eta}")?);
        // With faults already known, the rest is still checked, but nothing will be written.
        let dry_run = self.dry_run || !faults.is_empty();
        let options = Options { dry_run, bill_missed: self.bill_missed };
        let report = apply(app, &merchant, records, options, || bar.inc(1)).await?;
        bar.finish_and_clear();
        faults.extend(report.faults.iter().cloned());
        faults.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
        for fault in faults.iter().take(MOST_FAULTS) {
            eprintln!("{fault}");
        }
        if !faults.is_empty() {
            if faults.len() > MOST_FAULTS {
                eprintln!("… and {} more", faults.len() - MOST_FAULTS);
            }
            bail!(
                "{} things need attention (above), so nothing was imported; mend them and run this again",
                faults.len()
            );
        }
        print(&report, self.dry_run);
        Ok(())
    }
}

fn read_mapping(path: &Path) -> anyhow::Result<Mapping> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("the mapping {} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("the mapping {} cannot be used", path.display()))
}

fn print(report: &Report, dry_run: bool) {
    if dry_run {
        for change in &report.changes {
            println!("{change}");
        }
    }
    for (kind, count) in report.counts {
        if count.added + count.changed + count.unchanged > 0 {
            println!(
                "{kind:13} {} added, {} changed, {} unchanged",
                count.added, count.changed, count.unchanged
            );
        }
    }
    if report.unbilled_periods > 0 {
        println!(
            "{} billing periods of these subscriptions were over before this import and are not billed here; each begins in the period that runs (--bill-missed bills them)",
            report.unbilled_periods
        );
    }
    if dry_run {
        println!("This was a dry run: nothing was written.");
    }
}

/// Write everything as JSON Lines, which `portico import` reads back without loss.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Where to; standard output unless given.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Export {
    pub(crate) async fn run(self, app: &App, merchant: Option<&str>) -> anyhow::Result<()> {
        let merchant = super::the_merchant(&mut app.db.read().await?, merchant).await?;
        match self.output {
            None => {
                let mut out = std::io::BufWriter::new(std::io::stdout());
                portico::export::export(app, &merchant.id, &mut out, || {}).await?;
            }
            Some(path) => {
                let unwritable = || format!("{} cannot be written", path.display());
                let file = std::fs::File::create(&path).with_context(unwritable)?;
                let bar = ProgressBar::no_length();
                bar.set_style(ProgressStyle::with_template("{spinner} {human_pos} records")?);
                let mut out = std::io::BufWriter::new(file);
                portico::export::export(app, &merchant.id, &mut out, || bar.inc(1)).await?;
                bar.finish_and_clear();
            }
        }
        Ok(())
    }
}
