//! `portico merchants`

use clap::Subcommand;
use domain::{Currency, Merchant, TestClock};
use jiff::tz::TimeZone;
use portico::app::App;
use portico::store;

/// Set up merchants.
#[derive(Debug, Subcommand)]
pub(crate) enum Merchants {
    /// Add a merchant.
    Create {
        /// The name customers know.
        name: String,
        /// IANA name of the zone its days follow, such as Europe/Berlin.
        #[arg(long, default_value = "UTC")]
        time_zone: String,
        /// What it bills in unless an invoice says otherwise.
        #[arg(long, default_value = "USD")]
        currency: Currency,
        /// For trying things out: its billing goes by a clock that can be moved ahead.
        #[arg(long)]
        test_clock: bool,
    },
    /// List the merchants of this server.
    List,
}

impl Merchants {
    pub(crate) async fn run(self, app: &App) -> anyhow::Result<()> {
        match self {
            Self::Create { name, time_zone, currency, test_clock } => {
                TimeZone::get(&time_zone).map_err(|_| {
                    anyhow::anyhow!("`{time_zone}` is not a time zone; use a name such as Europe/Berlin")
                })?;
                let merchant = Merchant {
                    id: app.new_id(),
                    name,
                    time_zone,
                    currency,
                    created_at: app.clock.now(),
                    test_clock: test_clock.then(TestClock::default),
                };
                let mut tx = super::write(app).await?;
                store::merchants::insert(&mut tx, &merchant).await?;
                tx.commit().await?;
                println!("{}", merchant.id);
            }
            Self::List => {
                for merchant in store::merchants::list(&mut app.db.read().await?).await? {
                    println!(
                        "{}  {}  {}  {}",
                        merchant.id, merchant.currency, merchant.time_zone, merchant.name
                    );
                }
            }
        }
        Ok(())
    }
}
