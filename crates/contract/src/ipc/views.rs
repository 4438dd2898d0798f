//! The shell's answers: domain nouns, grouped the way the pages show them.

use domain::{
    Branding, Configuration, Customer, CustomerId, Email, Invoice, Mail, Merchant, Money, PaymentMethod,
    Plan, Role, Subscription, SubscriptionStatus,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::api::{LinkWithState, SessionWithState, TestClockState};

/// Whom the console is paired with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// The server's address.
    pub server_url: String,
    /// The merchant.
    pub merchant: Merchant,
    /// What the key allows.
    pub role: Role,
    /// Whether the key lives in memory only.
    pub session_only: bool,
}

/// The status corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// None before the first pairing.
    pub connection: Option<Connection>,
    /// How the replica stands.
    pub sync: SyncState,
    /// Why the OS keyring cannot be used, if it cannot.
    pub keyring_problem: Option<String>,
}

/// How the replica stands to the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SyncState {
    /// Nothing was pulled yet, or the first snapshot is coming in.
    Starting {
        /// Records so far.
        received: u64,
        /// Records expected; 0 before the server said.
        expected: u64,
    },
    /// As new as the server was at `at`.
    Synced {
        /// When.
        at: Timestamp,
    },
    /// The server is away; what is shown is from `since`.
    Offline {
        /// The last good pull, if there was one.
        since: Option<Timestamp>,
        /// Why, as a sentence.
        reason: String,
    },
    /// The key no longer works; browsing goes on, sending does not.
    Refused {
        /// Why, as a sentence.
        reason: String,
    },
}

/// The first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// How many customers there are.
    pub customers: u64,
    /// How many subscriptions run.
    pub active_subscriptions: u64,
    /// What is open and not yet due, per currency.
    pub pending: Vec<Money>,
    /// How many invoices that is.
    pub pending_count: u64,
    /// What is overdue, per currency.
    pub overdue: Vec<Money>,
    /// How many invoices that is.
    pub overdue_count: u64,
    /// Customers with something overdue, the largest first.
    pub overdue_customers: Vec<CustomerRow>,
    /// The latest events, newest first, with the customer's name.
    pub activity: Vec<Activity>,
}

/// An event as the activity list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// When.
    pub at: Timestamp,
    /// What happened, as a sentence: "Acme opened their portal link".
    pub text: String,
    /// About whom.
    pub customer_id: Option<CustomerId>,
}

/// A row of the customer list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// Who.
    pub id: CustomerId,
    /// Company or person.
    pub name: String,
    /// Where mail goes.
    pub email: Email,
    /// The merchant's own id.
    pub external_id: Option<String>,
    /// Plan and status of the newest subscription.
    pub subscription: Option<(String, SubscriptionStatus)>,
    /// What is open, per currency.
    pub balance: Vec<Money>,
    /// What of it is overdue, per currency.
    pub overdue: Vec<Money>,
}

/// A window of the customer list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerList {
    /// The rows of the window.
    pub rows: Vec<CustomerRow>,
    /// How many customers match.
    pub total: u64,
}

/// The customer page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDetail {
    /// The customer.
    pub customer: Customer,
    /// What is open, per currency.
    pub balance: Vec<Money>,
    /// What is overdue, per currency.
    pub overdue: Vec<Money>,
    /// Subscriptions, newest first.
    pub subscriptions: Vec<Subscription>,
    /// The newest invoices, at most 50.
    pub invoices: Vec<Invoice>,
    /// How many invoices there are.
    pub invoice_count: u64,
    /// Cards and bank accounts on file, newest first.
    pub payment_methods: Vec<PaymentMethod>,
    /// Links, newest first, at most 50.
    pub links: Vec<LinkWithState>,
    /// Sessions, newest first, at most 50.
    pub sessions: Vec<SessionWithState>,
    /// Mails, newest first, at most 50.
    pub mails: Vec<Mail>,
    /// What happened, newest first, at most 50.
    pub activity: Vec<Activity>,
    /// The merchant's portal configurations, the default first.
    pub configurations: Vec<Configuration>,
    /// What customers cannot do, and why: *Why can't they?*.
    pub refusals: Vec<Refusal>,
    /// The merchant's day, which decides what is overdue.
    pub today: Date,
}

/// Something this customer cannot do in the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Of what, where it is about one subscription or payment method.
    pub about: Option<String>,
    /// What: "See invoices".
    pub act: String,
    /// Why, and what to do about it, as sentences.
    pub reasons: Vec<String>,
}

/// A mail on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailQueued {
    /// Where it goes.
    pub to: Email,
    /// When the link in it stops working.
    pub expires_at: Timestamp,
}

/// A link on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkCopied {
    /// When it stops working.
    pub expires_at: Timestamp,
}

/// *Settings → Customer Portal*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// As saved, the default first; never empty once the console has a copy.
    pub configurations: Vec<Configuration>,
    /// The plans there are, for the switch list.
    pub plans: Vec<Plan>,
}

impl Settings {
    /// The one that counts wherever no other is assigned.
    pub fn default_configuration(&self) -> Configuration {
        self.configurations.first().cloned().unwrap_or_default()
    }
}

/// *Settings → Test clock*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestClockView {
    /// What time billing goes by.
    pub clock: TestClockState,
    /// The latest move, as far as the log on this computer goes back.
    pub last_move: Option<ClockMove>,
}

/// A move of the test clock, and what billing did on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockMove {
    /// Where the clock stood.
    pub from: Timestamp,
    /// Where it has arrived; empty on the way.
    pub arrived: Option<Timestamp>,
    /// Subscriptions that began another period.
    pub renewed: u64,
    /// Invoices issued.
    pub issued: u64,
    /// Invoices paid.
    pub paid: u64,
    /// Payments that did not go through.
    pub failed: u64,
    /// Subscriptions that ended.
    pub ended: u64,
}

/// *Settings → Branding*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrandingWithLogo {
    /// As saved.
    pub branding: Branding,
    /// The picture as a `data:` URL, for the preview; the portal itself serves it by path.
    pub logo_data_url: Option<String>,
    /// A real customer to preview with, if there is one: the newest with an open invoice.
    pub preview: Option<PreviewAccount>,
}

/// A real customer's account, to preview the portal with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewAccount {
    /// The customer.
    pub customer: Customer,
    /// Their subscriptions.
    pub subscriptions: Vec<Subscription>,
    /// The plans of those.
    pub plans: Vec<Plan>,
    /// Their newest invoices.
    pub invoices: Vec<Invoice>,
    /// The merchant's day.
    pub today: Date,
}
