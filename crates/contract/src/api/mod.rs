//! Bodies of the public API under `/v1`. Answers are domain nouns wherever one exists.

mod account;
mod capabilities;
mod customers;
mod page;
mod portal;
mod test_clock;
mod usage;
mod webhooks;

pub use account::Account;
pub use capabilities::{
    Capabilities, Capability, FeatureCapability, InvoiceCapability, MethodCapability, ReasonInWords,
    SubscriptionCapability,
};
pub use customers::{CreateCustomer, CreatePlan, CreateSubscription, UpdateCustomer, UpdateSubscription};
pub use page::Page;
pub use portal::{
    BillingDetailsSettings, CreatePortalSession, InvoiceListSettings, LinkWithState, PlanOverviewSettings,
    PortalSessionCreated, SendEmail, SessionWithState,
};
pub use test_clock::{AdvanceTestClock, TestClockState};
pub use usage::{
    CreateMeter, CustomerUsage, NewUsageEvent, RecordUsage, RefusedUsage, UpcomingInvoice, UsageRecorded,
};
pub use webhooks::{CreateEndpoint, EndpointCreated, UpdateEndpoint};
