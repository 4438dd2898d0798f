//! What is known right now, and whom to tell when it changes.

use std::sync::{Mutex, PoisonError};

use contract::ipc::{Connection, Push, Status, SyncState};
use domain::{CustomerId, TestClock};

/// The one place that knows connection, sync and keyring state. Every change is pushed to the pages.
pub(crate) struct Board {
    status: Mutex<Status>,
    push: Box<dyn Fn(Push) + Send + Sync>,
}

impl Board {
    pub(crate) fn new(push: impl Fn(Push) + Send + Sync + 'static) -> Self {
        let sync = SyncState::Starting { received: 0, expected: 0 };
        let status = Status { connection: None, sync, keyring_problem: None };
        Self { status: Mutex::new(status), push: Box::new(push) }
    }

    pub(crate) fn status(&self) -> Status {
        self.status.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_connection(&self, connection: Option<Connection>) {
        self.update(|status| {
            status.connection = connection;
            status.sync = SyncState::Starting { received: 0, expected: 0 };
        });
    }

    /// Takes over what the server says about a connection that goes on.
    pub(crate) fn refresh_connection(&self, connection: Connection) {
        self.update(|status| status.connection = Some(connection));
    }

    /// Takes over where the merchant's test clock stands, for a merchant who has one.
    pub(crate) fn set_test_clock(&self, clock: Option<TestClock>) {
        self.update(|status| {
            if let Some(connection) = &mut status.connection {
                connection.merchant.test_clock = clock;
            }
        });
    }

    pub(crate) fn set_sync(&self, sync: SyncState) {
        self.update(|status| status.sync = sync);
    }

    pub(crate) fn set_keyring_problem(&self, problem: Option<String>) {
        self.update(|status| status.keyring_problem = problem);
    }

    /// The replica changed.
    pub(crate) fn changed(&self) {
        (self.push)(Push::Changed);
    }

    /// Something worth a sentence happened.
    pub(crate) fn notice(&self, text: String, customer_id: Option<CustomerId>) {
        (self.push)(Push::Notice { text, customer_id });
    }

    fn update(&self, change: impl FnOnce(&mut Status)) {
        let changed = {
            let mut status = self.status.lock().unwrap_or_else(PoisonError::into_inner);
            let before = status.clone();
            change(&mut status);
            (*status != before).then(|| status.clone())
        };
        if let Some(status) = changed {
            (self.push)(Push::Status { status });
        }
    }
}
