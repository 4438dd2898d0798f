//! Pairing and parting: which session is open, and how it came about.

use std::sync::Arc;

use client::{Client, Secret, ServerAddress};
use contract::ErrorCode;
use contract::ipc::{Connect, Connection, Status};
use replica::{Opened, Replica};
use tauri::async_runtime::{JoinHandle, spawn};
use tokio::sync::{Mutex, RwLock, watch};

use crate::board::Board;
use crate::clipboard::Clipboard;
use crate::environment::Environment;
use crate::folder::Folder;
use crate::session::{Session, now};
use crate::trouble::Trouble;
use crate::{keyring, sync_loop};

/// Everything behind the window.
pub(crate) struct Shell {
    inner: Arc<Inner>,
    ready: watch::Receiver<bool>,
}

struct Inner {
    folder: Folder,
    board: Arc<Board>,
    clipboard: Clipboard,
    open: RwLock<Option<Open>>,
    /// Held while pairing or parting, so that two clicks do not open two sessions.
    pairing: Mutex<()>,
}

/// A session and the task that keeps it up to date.
struct Open {
    session: Arc<Session>,
    task: JoinHandle<()>,
}

/// Where a session's key comes from.
enum Key {
    Given(Secret),
    InKeyring,
    Nowhere,
}

impl Shell {
    /// Starts with the session of last time, if there was one. Commands wait until that is decided.
    pub(crate) fn start(folder: Folder, board: Board, environment: Environment) -> Self {
        let inner = Arc::new(Inner {
            folder,
            board: Arc::new(board),
            clipboard: Clipboard::default(),
            open: RwLock::new(None),
            pairing: Mutex::new(()),
        });
        let (tell, ready) = watch::channel(false);
        let resuming = inner.clone();
        spawn(async move {
            resuming.resume(environment).await;
            // Nobody listening means that the window is closed.
            let _ = tell.send(true);
            resuming.board.set_keyring_problem(keyring::problem().await);
        });
        Self { inner, ready }
    }

    /// Waits until it is decided whether the session of last time is open.
    pub(crate) async fn ready(&self) {
        // An error means that resuming came to an end by other means: go on without a session.
        let _ = self.ready.clone().wait_for(|ready| *ready).await;
    }

    pub(crate) fn status(&self) -> Status {
        self.inner.board.status()
    }

    pub(crate) fn folder(&self) -> &Folder {
        &self.inner.folder
    }

    pub(crate) fn clipboard(&self) -> &Clipboard {
        &self.inner.clipboard
    }

    /// The open session.
    pub(crate) async fn session(&self) -> Result<Arc<Session>, Trouble> {
        let open = self.inner.open.read().await;
        open.as_ref().map(|open| open.session.clone()).ok_or_else(|| {
            Trouble::new(
                ErrorCode::Unauthenticated,
                "Portico is not connected to a server yet. Connect it first.",
            )
        })
    }

    /// Checks a server and a key, and pairs the console with them.
    pub(crate) async fn connect(&self, ask: Connect) -> Result<Connection, Trouble> {
        self.inner.connect(ask).await
    }

    /// Forgets server, key and replica.
    pub(crate) async fn disconnect(&self) -> Result<(), Trouble> {
        self.inner.disconnect().await
    }
}

impl Inner {
    async fn resume(self: &Arc<Self>, environment: Environment) {
        let Environment { server, key, .. } = environment;
        let resumed = match (self.folder.connection(), server, key) {
            (Some(connection), _, key) => {
                let key = match key {
                    _ if !connection.session_only => Key::InKeyring,
                    Some(key) => Key::Given(key),
                    None => Key::Nowhere,
                };
                self.open(connection, key).await
            }
            (None, Some(server_url), Some(key)) => {
                let api_key = key.reveal().to_owned();
                self.connect(Connect { server_url, api_key, session_only: true }).await.map(drop)
            }
            (None, ..) => Ok(()),
        };
        if let Err(Trouble(failure)) = resumed {
            tracing::error!(failure.message, "the console starts without a session");
            self.board.notice(failure.message, None);
        }
    }

    async fn connect(self: &Arc<Self>, ask: Connect) -> Result<Connection, Trouble> {
        let _alone = self.pairing.lock().await;
        let (address, key) = (ask.server_url.parse::<ServerAddress>()?, Secret::new(&ask.api_key));
        let account = Client::new(address.clone(), key.clone())?.account().await?;
        let connection = Connection {
            server_url: address.to_string(),
            merchant: account.merchant,
            role: account.api_key.role,
            session_only: ask.session_only,
        };
        if !ask.session_only {
            let saved = keyring::save(&connection, key.clone()).await;
            self.board.set_keyring_problem(saved.as_ref().err().map(ToString::to_string));
            saved?;
        }
        let before = self.folder.connection();
        self.close().await;
        if let Some(before) = before.filter(|before| before.merchant.id != connection.merchant.id) {
            self.forget(&before).await?;
        }
        self.folder.save_connection(&connection).map_err(|e| Trouble::file("The connection", &e))?;
        self.open(connection.clone(), Key::Given(key)).await?;
        Ok(connection)
    }

    async fn disconnect(&self) -> Result<(), Trouble> {
        let _alone = self.pairing.lock().await;
        let connection = self.folder.connection();
        self.close().await;
        self.board.set_connection(None);
        match connection {
            Some(connection) => self.forget(&connection).await,
            None => Ok(()),
        }
    }

    /// Removes what is kept of a closed pairing: its key, its replica, its name.
    async fn forget(&self, connection: &Connection) -> Result<(), Trouble> {
        if !connection.session_only {
            // A keyring that is away must not keep anybody from leaving.
            if let Err(error) = keyring::delete(connection).await {
                tracing::warn!(%error, "the key stays in the keyring");
            }
        }
        let removed = self.folder.remove_replica(&connection.merchant.id);
        removed
            .and_then(|()| self.folder.forget_connection())
            .map_err(|e| Trouble::file("The local copy", &e))
    }

    async fn open(self: &Arc<Self>, connection: Connection, key: Key) -> Result<(), Trouble> {
        let path = self.folder.replica(&connection.merchant.id);
        let Opened { replica, set_aside } = Replica::open(&path, now()).await?;
        if let Some(aside) = set_aside {
            let text = "The local copy of your data was damaged. Nothing is lost: it is being fetched again";
            tracing::warn!(aside = %aside.display(), "{text}");
            self.board.notice(text.into(), None);
        }
        self.board.set_connection(Some(connection.clone()));
        let session = Arc::new(Session::new(connection, replica, self.board.clone()));
        session.follow_test_clock().await;
        let task = spawn(go_online_and_sync(session.clone(), key));
        *self.open.write().await = Some(Open { session, task });
        Ok(())
    }

    async fn close(&self) {
        if let Some(Open { session, task }) = self.open.write().await.take() {
            task.abort();
            // Waits for the loop to let go of the file.
            let _ = task.await;
            session.replica.close().await;
        }
    }
}

/// Finds the key, which may mean that the keyring asks for its password, and keeps up from then on.
async fn go_online_and_sync(session: Arc<Session>, key: Key) {
    let key = match key {
        Key::Given(key) => Ok(key),
        Key::InKeyring => keyring::find(&session.connection).await.map_err(|error| error.to_string()),
        Key::Nowhere => Err("The key was kept only until the console was closed. Connect again with a key; \
                             the data on this computer stays."
            .to_owned()),
    };
    match key.and_then(|key| session.go_online(key).map_err(|Trouble(failure)| failure.message)) {
        Ok(()) => sync_loop::run(session).await,
        Err(reason) => session.refuse(reason),
    }
}
