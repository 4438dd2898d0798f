//! `portico keys`

use anyhow::bail;
use clap::Subcommand;
use domain::{ApiKeyId, Role};
use portico::app::App;
use portico::{keys, store};

/// Make, list and revoke API keys.
#[derive(Debug, Subcommand)]
pub(crate) enum Keys {
    /// Make a key and print it, this once; only its hash is kept.
    Create {
        /// What its holder may do: staff or admin.
        #[arg(long)]
        role: Role,
        /// What the key is for.
        #[arg(long, default_value = "")]
        name: String,
    },
    /// List the keys, without their secrets.
    List,
    /// Make a key stop working, at once and for good.
    Revoke {
        /// Its id, `key_…`.
        id: ApiKeyId,
    },
}

impl Keys {
    pub(crate) async fn run(self, app: &App, merchant: Option<&str>) -> anyhow::Result<()> {
        let mut tx = super::write(app).await?;
        let merchant = super::the_merchant(&mut tx, merchant).await?;
        match self {
            Self::Create { role, name } => {
                let secret = keys::create(&mut tx, app, &merchant.id, role, name).await?;
                tx.commit().await?;
                eprintln!(
                    "A {} key for {}. Copy it now: it is not shown again.",
                    role.as_str(),
                    merchant.name
                );
                println!("{secret}");
            }
            Self::List => {
                for key in store::api_keys::list(&mut tx, &merchant.id).await? {
                    let state = if key.revoked_at.is_some() { "revoked" } else { "works" };
                    println!("{}  {:5}  {state}  {}", key.id, key.role.as_str(), key.name);
                }
            }
            Self::Revoke { id } => {
                if !store::api_keys::revoke(&mut tx, &merchant.id, &id, app.clock.now()).await? {
                    bail!("there is no working key {id} of {}; nothing was changed", merchant.name);
                }
                tx.commit().await?;
                println!("{id} no longer works");
            }
        }
        Ok(())
    }
}
