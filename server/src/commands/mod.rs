//! One file per subcommand.

mod demo;
mod import;
mod keys;
mod listener;
mod merchants;
mod serve;
mod webhook;

use std::path::PathBuf;

use anyhow::{Context as _, anyhow, bail};
use clap::{Parser, Subcommand};
use domain::Merchant;
use portico::app::{App, Clock};
use portico::config::Config;
use portico::db::Conn;
use portico::store;

/// A self-hosted customer billing portal.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None)]
pub(crate) struct Portico {
    /// Settings file; see `portico config` for every key and its default.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Which merchant, by id or name; needed only where a server holds several.
    #[arg(long, global = true, value_name = "MERCHANT")]
    merchant: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server: portal, API, mail and webhooks.
    Serve,
    Demo(demo::Demo),
    Import(import::Import),
    Export(import::Export),
    /// Set up merchants.
    #[command(subcommand)]
    Merchants(merchants::Merchants),
    /// Make, list and revoke API keys.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Look into webhooks.
    #[command(subcommand)]
    Webhook(webhook::Webhook),
    /// Print the default settings with their documentation.
    Config,
}

impl Portico {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = || Config::load(self.config.as_deref());
        let merchant = self.merchant.as_deref();
        match self.command {
            Command::Serve => serve::run(config()?, Clock::System).await,
            Command::Demo(demo) => demo.run(config()?).await,
            Command::Import(command) => {
                command.run(&serve::open(config()?, Clock::System).await?, merchant).await
            }
            Command::Export(command) => {
                command.run(&serve::open(config()?, Clock::System).await?, merchant).await
            }
            Command::Merchants(command) => command.run(&serve::open(config()?, Clock::System).await?).await,
            Command::Keys(command) => {
                command.run(&serve::open(config()?, Clock::System).await?, merchant).await
            }
            Command::Webhook(command) => command.run(&Clock::System),
            Command::Config => {
                print!("{}", portico::config::DEFAULTS);
                Ok(())
            }
        }
    }
}

/// The merchant meant: the one named, or the only one.
async fn the_merchant(conn: &mut Conn, named: Option<&str>) -> anyhow::Result<Merchant> {
    let mut all = store::merchants::list(conn).await.context("the merchants cannot be read")?;
    if let Some(named) = named {
        let found = all.into_iter().find(|m| m.id.as_str() == named || m.name == named);
        return found.ok_or_else(|| anyhow!("there is no merchant `{named}`; nothing was done"));
    }
    match all.len() {
        0 => bail!("there is no merchant yet; add one with `portico merchants create`"),
        1 => Ok(all.remove(0)),
        _ => {
            let names: Vec<String> = all.iter().map(|m| format!("{} ({})", m.name, m.id)).collect();
            bail!("several merchants live here; name one with --merchant: {}", names.join(", "))
        }
    }
}

/// An app's database, for commands that write without serving.
async fn write(app: &App) -> anyhow::Result<portico::db::Tx> {
    app.db.write().await.context("the database cannot be written; nothing was changed")
}
