//! The first copy, and every fresh start after.

use std::mem;

use client::Client;
use contract::feed::SnapshotRecord;
use domain::{
    Configuration, Customer, Endpoint, Invoice, InvoiceState, Mail, PaymentMethod, Plan, PortalLink,
    PortalSession, Subscription,
};
use sqlx::SqliteConnection;

use crate::directory::{self, Directory, Entry};
use crate::noun::{Noun, Single, save, save_single};
use crate::{Replica, ReplicaError, SyncError, sync};

/// Nouns gathered before they are written.
const GATHER: usize = 1000;

/// How far a snapshot has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Records so far.
    pub received: u64,
    /// Records expected.
    pub expected: u64,
}

/// Replaces the whole copy by the server's state.
///
/// All in one transaction: readers see the old copy until the new one is complete, and a stream that is
/// cut leaves the old one as it was.
pub async fn snapshot(db: &Replica, api: &Client) -> Result<(), SyncError> {
    let outcome = receive(db, api).await;
    db.report(None);
    outcome
}

async fn receive(db: &Replica, api: &Client) -> Result<(), SyncError> {
    let mut stream = api.snapshot().await?;
    let Some(SnapshotRecord::Start { epoch, sequence, records }) = stream.next().await? else {
        return Err(SyncError::Cut);
    };
    let mut progress = Progress { received: 0, expected: records };
    db.report(Some(progress));

    let mut tx = db.write().await?;
    clear(&mut tx).await?;
    let mut gathered = Gathered::default();
    loop {
        match stream.next().await?.ok_or(SyncError::Cut)? {
            SnapshotRecord::End => break,
            record => gathered.take(&mut tx, record).await?,
        }
        progress.received += 1;
        if progress.received.is_multiple_of(GATHER as u64) {
            db.report(Some(progress));
        }
    }
    let directory = gathered.finish(&mut tx).await?;
    sync::stand_at(&mut tx, &epoch, sequence).await?;
    sync::fetch_history(&mut tx, api, sequence).await?;
    tx.commit().await?;
    db.replace_directory(directory);
    Ok(())
}

async fn clear(conn: &mut SqliteConnection) -> Result<(), ReplicaError> {
    for statement in [
        "DELETE FROM single",
        "DELETE FROM configuration",
        "DELETE FROM plan",
        "DELETE FROM customer",
        "DELETE FROM directory",
        "DELETE FROM subscription",
        "DELETE FROM invoice",
        "DELETE FROM payment_method",
        "DELETE FROM link",
        "DELETE FROM session",
        "DELETE FROM mail",
        "DELETE FROM endpoint",
        "DELETE FROM event",
    ] {
        sqlx::query(statement).execute(&mut *conn).await?;
    }
    Ok(())
}

/// Nouns on their way into their tables, by kind, because many rows in one statement cost far less.
#[derive(Default)]
struct Gathered {
    configurations: Vec<Configuration>,
    plans: Vec<Plan>,
    customers: Vec<Customer>,
    entries: Vec<Entry>,
    subscriptions: Vec<Subscription>,
    invoices: Vec<Invoice>,
    payment_methods: Vec<PaymentMethod>,
    links: Vec<PortalLink>,
    sessions: Vec<PortalSession>,
    mails: Vec<Mail>,
    endpoints: Vec<Endpoint>,
}

impl Gathered {
    async fn take(
        &mut self,
        conn: &mut SqliteConnection,
        record: SnapshotRecord,
    ) -> Result<(), ReplicaError> {
        match record {
            // Neither occurs between the first record and the last.
            SnapshotRecord::Start { .. } | SnapshotRecord::End => Ok(()),
            SnapshotRecord::Merchant { merchant } => save_single(conn, Single::Merchant, &merchant).await,
            SnapshotRecord::Configuration { configuration } => {
                gather(conn, &mut self.configurations, configuration).await
            }
            SnapshotRecord::Branding { branding } => save_single(conn, Single::Branding, &branding).await,
            SnapshotRecord::Plan { plan } => gather(conn, &mut self.plans, plan).await,
            SnapshotRecord::Customer { customer } => {
                self.entries.push(Entry::of(&customer));
                gather(conn, &mut self.customers, customer).await
            }
            SnapshotRecord::Subscription { subscription } => {
                gather(conn, &mut self.subscriptions, subscription).await
            }
            SnapshotRecord::Invoice { invoice } if invoice.state == InvoiceState::Draft => Ok(()),
            SnapshotRecord::Invoice { invoice } => gather(conn, &mut self.invoices, invoice).await,
            SnapshotRecord::PaymentMethod { payment_method } => {
                gather(conn, &mut self.payment_methods, payment_method).await
            }
            SnapshotRecord::Link { link } => gather(conn, &mut self.links, link).await,
            SnapshotRecord::Session { session } => gather(conn, &mut self.sessions, session).await,
            SnapshotRecord::Mail { mail } => gather(conn, &mut self.mails, mail).await,
            SnapshotRecord::Endpoint { endpoint } => gather(conn, &mut self.endpoints, endpoint).await,
        }
    }

    /// Writes what is left, and returns the directory of all customers.
    async fn finish(self, conn: &mut SqliteConnection) -> Result<Directory, ReplicaError> {
        save(conn, &self.configurations).await?;
        save(conn, &self.plans).await?;
        save(conn, &self.customers).await?;
        save(conn, &self.subscriptions).await?;
        save(conn, &self.invoices).await?;
        save(conn, &self.payment_methods).await?;
        save(conn, &self.links).await?;
        save(conn, &self.sessions).await?;
        save(conn, &self.mails).await?;
        save(conn, &self.endpoints).await?;
        directory::save(conn, &self.entries).await?;
        Ok(Directory::of(self.entries))
    }
}

async fn gather<N: Noun>(
    conn: &mut SqliteConnection,
    nouns: &mut Vec<N>,
    noun: N,
) -> Result<(), ReplicaError> {
    nouns.push(noun);
    if nouns.len() < GATHER {
        return Ok(());
    }
    save(conn, &mem::take(nouns)).await
}
