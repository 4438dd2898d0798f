//! The change feed: how replicas start and keep up.

use domain::{
    Branding, Configuration, Customer, Endpoint, Event, Invoice, Mail, Merchant, PaymentMethod, Plan,
    PortalLink, PortalSession, Subscription,
};
use serde::{Deserialize, Serialize};

/// `GET /v1/feed?after={sequence}&wait={seconds}`: events in the order of their commits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeedPage {
    /// If this is not the replica's, the server was restored: start over from a snapshot.
    pub epoch: String,
    /// The newest sequence there is.
    pub head: i64,
    /// What happened after `after`, oldest first; empty when the wait ran out.
    pub events: Vec<Event>,
}

/// One line of `GET /v1/feed/snapshot` (`application/x-ndjson`): the merchant's whole state.
///
/// `Start` comes first and `End` last; a stream without `End` was cut and must not be used.
/// The state is at least as new as `Start::sequence`; replaying the feed from there makes it exact,
/// because every event carries the whole new state of its noun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "each field is the noun it is named after")]
pub enum SnapshotRecord {
    /// Where to go on from, and how much is coming (for a progress bar).
    Start { epoch: String, sequence: i64, records: u64 },
    /// The merchant itself.
    Merchant { merchant: Merchant },
    /// *Settings → Customer Portal*.
    Configuration { configuration: Configuration },
    /// *Settings → Branding*.
    Branding { branding: Branding },
    /// A plan.
    Plan { plan: Plan },
    /// A customer.
    Customer { customer: Customer },
    /// A subscription.
    Subscription { subscription: Subscription },
    /// An invoice with its lines.
    Invoice { invoice: Invoice },
    /// A card or bank account on file.
    PaymentMethod { payment_method: PaymentMethod },
    /// A portal link.
    Link { link: PortalLink },
    /// A portal session.
    Session { session: PortalSession },
    /// A mail.
    Mail { mail: Mail },
    /// A webhook endpoint.
    Endpoint { endpoint: Endpoint },
    /// Nothing is missing.
    End,
}
