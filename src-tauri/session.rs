//! A pairing at work: the merchant's replica, the server's client, and what both say.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use client::{Client, ClientError, Secret};
use contract::ErrorCode;
use contract::ipc::{Connection, SyncState};
use domain::Role;
use jiff::Timestamp;
use replica::{Applied, Notice, Progress, Replica, SyncError};
use tokio::sync::Notify;

use crate::board::Board;
use crate::trouble::Trouble;

/// The most notices shown one by one.
const FEW: usize = 5;

/// The shell's clock.
#[expect(clippy::disallowed_methods, reason = "this is the one place where the shell reads it")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// What is open between pairing and parting.
pub(crate) struct Session {
    /// The copy of the merchant's data; answers whether or not there is a server.
    pub(crate) replica: Replica,
    /// Ends the loop's pause.
    pub(crate) wake: Notify,
    /// The pairing as it was when the session began; the board has the latest.
    pub(crate) connection: Connection,
    client: OnceLock<Client>,
    board: Arc<Board>,
}

impl Session {
    pub(crate) fn new(connection: Connection, replica: Replica, board: Arc<Board>) -> Self {
        Self { replica, wake: Notify::new(), connection, client: OnceLock::new(), board }
    }

    /// Goes online with a key. Until then the session answers from the replica.
    pub(crate) fn go_online(&self, key: Secret) -> Result<(), Trouble> {
        let client = Client::new(self.connection.server_url.parse()?, key)?;
        // A session has one key for life: a new one comes by pairing again.
        let _ = self.client.set(client);
        Ok(())
    }

    /// The server, for whatever the key's role allows.
    pub(crate) fn server(&self) -> Result<&Client, Trouble> {
        self.client.get().ok_or_else(|| {
            let message = "Portico has no key for this server at the moment, so nothing was sent. \
                           Connect again with a key; the data on this computer stays.";
            Trouble::new(ErrorCode::Unauthenticated, message)
        })
    }

    /// The server, for what only admins may do.
    pub(crate) fn server_as_admin(&self) -> Result<&Client, Trouble> {
        let role = self.board.status().connection.map_or(self.connection.role, |connection| connection.role);
        match role {
            Role::Admin => self.server(),
            Role::Staff => Err(Trouble::new(
                ErrorCode::Forbidden,
                "Your key has the role staff, which does not change settings. Nothing was changed. \
                 Ask an admin, or connect with an admin's key.",
            )),
        }
    }

    /// Pulls once, waiting up to `wait` for news, and tells the board how it went.
    pub(crate) async fn pull(&self, wait: Duration) -> Result<Applied, SyncError> {
        let Some(client) = self.client.get() else { return Ok(Applied::default()) };
        let outcome = self.pull_showing_progress(client, wait).await;
        match &outcome {
            Ok(applied) => {
                self.board.set_sync(SyncState::Synced { at: now() });
                if let Err(error) = self.replica.remember_pull(now()).await {
                    tracing::warn!(%error, "the time of the pull could not be kept");
                }
                if applied.changes > 0 {
                    self.follow_test_clock().await;
                    self.board.changed();
                }
                self.announce(&applied.notices);
            }
            Err(error) => {
                tracing::info!(%error, "the pull failed");
                self.board.set_sync(self.state_after(error).await);
            }
        }
        outcome
    }

    /// Pulls so that what was just written can be read; a failure here shows in the status only.
    pub(crate) async fn catch_up(&self) {
        let _ = self.pull(Duration::ZERO).await;
    }

    /// Takes over the key's role and the merchant's name as they are now.
    pub(crate) async fn refresh_account(&self) {
        let Some(client) = self.client.get() else { return };
        match client.account().await {
            Ok(account) => self.board.refresh_connection(Connection {
                merchant: account.merchant,
                role: account.api_key.role,
                ..self.connection.clone()
            }),
            Err(error) => tracing::info!(%error, "the account could not be asked for"),
        }
    }

    /// Takes over where the log left the merchant's test clock.
    pub(crate) async fn follow_test_clock(&self) {
        match self.replica.merchant().await {
            Ok(merchant) => self.board.set_test_clock(merchant.test_clock),
            Err(error) => tracing::info!(%error, "the copy does not know its merchant"),
        }
    }

    /// Says that there is no key, and that the data stays.
    pub(crate) fn refuse(&self, reason: String) {
        self.board.set_sync(SyncState::Refused { reason });
    }

    /// Tells what happened; after a long absence only that much did.
    fn announce(&self, notices: &[Notice]) {
        match notices {
            [.., latest] if notices.len() > FEW => {
                let text = format!(
                    "{} things happened since the last sync, at last: {}",
                    notices.len(),
                    latest.text
                );
                self.board.notice(text, None);
            }
            few => few.iter().for_each(|n| self.board.notice(n.text.clone(), n.customer_id.clone())),
        }
    }

    async fn pull_showing_progress(&self, client: &Client, wait: Duration) -> Result<Applied, SyncError> {
        let mut progress = self.replica.progress();
        let mut pull = std::pin::pin!(replica::pull_once(&self.replica, client, wait));
        loop {
            tokio::select! {
                outcome = &mut pull => return outcome,
                Ok(()) = progress.changed() => {
                    let now = *progress.borrow_and_update();
                    if let Some(Progress { received, expected }) = now {
                        self.board.set_sync(SyncState::Starting { received, expected });
                    }
                }
            }
        }
    }

    async fn state_after(&self, error: &SyncError) -> SyncState {
        match error {
            SyncError::Server(ClientError::Problem(problem))
                if matches!(problem.code, ErrorCode::Unauthenticated | ErrorCode::Forbidden) =>
            {
                let what =
                    "You can go on looking at the data on this computer. Connect again with a valid key.";
                SyncState::Refused { reason: format!("{} {what}", problem.detail) }
            }
            _ => {
                let since = self.replica.last_pull().await.unwrap_or_default();
                SyncState::Offline { since, reason: error.to_string() }
            }
        }
    }
}
