//! What every handler and worker is given: the database, the settings and the edges to the world.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use domain::{Merchant, NewId};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::config::Config;
use crate::db::{Db, StoreError, Tx};
use crate::mail::Mailer;
use crate::outbound::Outbound;
use crate::payments::Provider;

/// The server's state; cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    parts: Parts,
    stopping: CancellationToken,
}

/// The parts of an [`App`].
#[derive(Debug)]
pub struct Parts {
    /// Where everything is kept.
    pub db: Db,
    /// Changes when the data was restored from a backup.
    pub epoch: String,
    /// The settings.
    pub config: Config,
    /// The only source of the address in links.
    pub public_url: Url,
    /// What time it is.
    pub clock: Clock,
    /// Where randomness comes from.
    pub rng: Rng,
    /// Where mail goes.
    pub mailer: Mailer,
    /// Who keeps numbers and moves money.
    pub provider: Provider,
    /// The way out to merchants' servers.
    pub outbound: Outbound,
    /// Told after each commit that wrote an event, so that feeds and workers look at once.
    pub wake: Notify,
}

impl std::ops::Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0.parts
    }
}

impl App {
    /// The state made of its parts.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(Shared { parts, stopping: CancellationToken::new() }))
    }

    /// Ends what would otherwise wait on while the server stops, such as long polls.
    pub fn stopping(&self) -> &CancellationToken {
        &self.0.stopping
    }

    /// Makes everything written in `tx` stay, and tells the readers of the log to look.
    pub async fn commit(&self, tx: Tx) -> Result<(), StoreError> {
        tx.commit().await?;
        self.wake.notify_waiters();
        Ok(())
    }

    /// What time it is for this merchant's billing: the real one, unless they have a test clock. Links,
    /// sessions, mail and webhooks go by `clock.now()`.
    pub fn now_of(&self, merchant: &Merchant) -> Timestamp {
        merchant.time(self.clock.now())
    }

    /// A fresh identifier.
    pub fn new_id<T: NewId>(&self) -> T {
        T::new(self.clock.now(), self.rng.bytes())
    }

    /// An address below the public one; `path` starts with a slash.
    pub fn url(&self, path: &str) -> Url {
        self.public_url.join(path).expect("our own paths join to any base")
    }
}

/// The time. Nothing else in the server may ask the operating system for it.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's.
    System,
    /// Stands still until moved; in microseconds since 1970. For tests.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `now`.
    pub fn fixed(now: Timestamp) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(now.as_microsecond())))
    }

    /// Now, to the microsecond, which is what the database keeps.
    pub fn now(&self) -> Timestamp {
        let micros = match self {
            #[expect(clippy::disallowed_methods, reason = "the one place where time enters")]
            Self::System => Timestamp::now().as_microsecond(),
            Self::Fixed(micros) => micros.load(Ordering::SeqCst),
        };
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX)
    }

    /// Moves a fixed clock; the machine's cannot be moved.
    pub fn advance(&self, by: SignedDuration) {
        if let Self::Fixed(micros) = self {
            let by = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            micros.fetch_add(by, Ordering::SeqCst);
        }
    }
}

/// Randomness. Nothing else in the server may ask the operating system for it.
#[derive(Debug)]
pub enum Rng {
    /// The operating system's.
    System,
    /// The same each run, from a seed. For tests and sample data only: its bytes can be guessed.
    Seeded(u64, AtomicU64),
}

impl Rng {
    /// A reproducible source.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(seed, AtomicU64::new(0))
    }

    /// Random bytes; at most 32 where the source is seeded.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            Self::System => getrandom::fill(&mut bytes).expect("the operating system has randomness"),
            Self::Seeded(seed, count) => {
                let count = count.fetch_add(1, Ordering::SeqCst);
                let block = Sha256::digest([seed.to_le_bytes(), count.to_le_bytes()].concat());
                bytes.copy_from_slice(&block[..N]);
            }
        }
        bytes
    }
}
