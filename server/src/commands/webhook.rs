//! `portico webhook`

use std::io::Read as _;

use anyhow::{Context as _, bail};
use clap::Subcommand;
use contract::webhook::{Secret, TOLERANCE, VerifyError, verify};
use jiff::Timestamp;
use portico::app::Clock;

/// Look into webhooks.
#[derive(Debug, Subcommand)]
pub(crate) enum Webhook {
    /// Tell whether a delivery is genuine, as a receiver should: `portico webhook verify … < body`.
    Verify {
        /// The endpoint's signing secret, `whsec_…`; better given by the environment than typed.
        #[arg(long, env = "WEBHOOK_SECRET", hide_env_values = true)]
        secret: String,
        /// The header `webhook-id`.
        #[arg(long)]
        id: String,
        /// The header `webhook-timestamp`.
        #[arg(long)]
        timestamp: String,
        /// The header `webhook-signature`.
        #[arg(long)]
        signature: String,
    },
}

impl Webhook {
    pub(crate) fn run(self, clock: &Clock) -> anyhow::Result<()> {
        let Self::Verify { secret, id, timestamp, signature } = self;
        let secret = Secret::parse(secret.trim())?;
        let mut body = Vec::new();
        std::io::stdin().read_to_end(&mut body).context("the body cannot be read from standard input")?;
        let at = |now| verify(&secret, &id, &timestamp, &signature, &body, now);
        let seconds = timestamp.parse().map_err(|_| VerifyError::BadHeaders)?;
        let signed = Timestamp::from_second(seconds).map_err(|_| VerifyError::BadHeaders)?;
        // First as if it were fresh, so that an old delivery can still be told from a forged one.
        match at(signed) {
            Err(VerifyError::BadSignature) => bail!(
                "not genuine: {}. The body must be the exact {} bytes that arrived, before any JSON parser \
                 or editor touched them",
                VerifyError::BadSignature,
                body.len()
            ),
            other => other?,
        }
        if at(clock.now()).is_err() {
            bail!(
                "the signature fits, but it was made at {signed} and counts for {} minutes: a receiver refuses \
                 it now, because anyone could have kept it to send it again",
                TOLERANCE.as_mins()
            );
        }
        println!("genuine: the signature fits these {} bytes", body.len());
        Ok(())
    }
}
