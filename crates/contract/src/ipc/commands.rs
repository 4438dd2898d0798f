//! The commands, one struct each.

use domain::{
    Branding, Configuration, ConfigurationId, CustomerId, Delivery, DeliveryId, Endpoint, EndpointId,
    Invoice, InvoiceId, LinkId, SessionId,
};
use serde::{Deserialize, Serialize};

use super::{
    BrandingWithLogo, Command, Connection, CustomerDetail, CustomerList, LinkCopied, MailQueued, Overview,
    Settings, Status, TestClockView,
};
use crate::api::{AdvanceTestClock, CreateEndpoint, EndpointCreated, Page, TestClockState, UpdateEndpoint};

macro_rules! commands {
    ($($(#[doc = $doc:expr])* $name:ident { $($(#[doc = $field_doc:expr])* $field:ident: $type:ty),* $(,)? } -> $output:ty;)*) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Serialize, Deserialize)]
            pub struct $name { $($(#[doc = $field_doc])* pub $field: $type,)* }
            impl Command for $name {
                const NAME: &'static str = stringify!($name);
                type Output = $output;
            }
        )*
    };
}

commands! {
    /// Checks a server and a key, and pairs the console with them.
    Connect {
        /// The server's public address.
        server_url: String,
        /// An API key, role staff or admin.
        api_key: String,
        /// Keep the key in memory only: for machines without a keyring, opted into by the user.
        session_only: bool,
    } -> Connection;
    /// Forgets server, key and replica.
    Disconnect {} -> ();
    /// Connection, sync and keyring as they are now.
    GetStatus {} -> Status;
    /// Pulls now instead of at the next tick.
    SyncNow {} -> ();

    /// Figures and the latest events for the first page.
    GetOverview {} -> Overview;
    /// Finds customers in the replica: every word must start a word of name, e-mail or external id.
    SearchCustomers {
        /// What was typed; empty lists all by name.
        text: String,
        /// Rows to skip.
        offset: u32,
        /// Rows wanted, at most 200.
        limit: u32,
    } -> CustomerList;
    /// All there is about one customer.
    GetCustomer {
        /// Who.
        id: CustomerId,
    } -> CustomerDetail;
    /// A customer's invoices, newest first.
    ListInvoices {
        /// Whose.
        customer_id: CustomerId,
        /// Rows to skip.
        offset: u32,
        /// Rows wanted, at most 200.
        limit: u32,
    } -> Vec<Invoice>;
    /// One invoice with its lines.
    GetInvoice {
        /// Which.
        id: InvoiceId,
    } -> Invoice;
    /// Saves an invoice's PDF in the downloads folder and returns its path.
    SaveInvoicePdf {
        /// Which.
        id: InvoiceId,
    } -> String;

    /// *Send Portal Link*.
    SendPortalLink {
        /// To whom.
        customer_id: CustomerId,
        /// What counts in its session; the customer's own unless given.
        configuration_id: Option<ConfigurationId>,
    } -> MailQueued;
    /// *Send Billing Email*.
    SendBillingEmail {
        /// To whom.
        customer_id: CustomerId,
        /// What counts in its session; the customer's own unless given.
        configuration_id: Option<ConfigurationId>,
    } -> MailQueued;
    /// *Copy link*: makes a link and puts it on the clipboard; pages never see it.
    CopyLink {
        /// Whose.
        customer_id: CustomerId,
        /// What counts in its session; the customer's own unless given.
        configuration_id: Option<ConfigurationId>,
    } -> LinkCopied;
    /// Revokes an unused link.
    RevokeLink {
        /// Which.
        id: LinkId,
    } -> ();
    /// Ends an open session.
    RevokeSession {
        /// Which.
        id: SessionId,
    } -> ();

    /// *Settings → Customer Portal*, from the replica.
    GetSettings {} -> Settings;
    /// Saves it if nobody saved it since `configuration.version`.
    SaveConfiguration {
        /// As edited.
        configuration: Configuration,
    } -> Configuration;
    /// Adds one, under a name that is free; its `id`, `is_default` and `version` are not read.
    CreateConfiguration {
        /// As it is to be.
        configuration: Configuration,
    } -> Configuration;
    /// Makes one the default, if nobody saved it since `version`.
    MakeDefaultConfiguration {
        /// Which.
        id: ConfigurationId,
        /// As it was seen.
        version: i64,
    } -> Configuration;
    /// Deletes one, if nobody saved it since `version` and nobody depends on it.
    DeleteConfiguration {
        /// Which.
        id: ConfigurationId,
        /// As it was seen.
        version: i64,
    } -> ();
    /// Says which one counts for a customer; none for the default.
    AssignConfiguration {
        /// For whom.
        customer_id: CustomerId,
        /// The customer as it was seen.
        version: i64,
        /// Which.
        configuration_id: Option<ConfigurationId>,
    } -> ();
    /// *Settings → Branding*, from the replica.
    GetBranding {} -> BrandingWithLogo;
    /// Saves it if nobody saved it since `branding.version`.
    SaveBranding {
        /// As edited; its `logo` is ignored in favour of `logo_base64`.
        branding: Branding,
        /// A new picture; none keeps what `branding.logo` names.
        logo_base64: Option<String>,
    } -> BrandingWithLogo;

    /// *Settings → Webhooks*: the endpoints, from the replica.
    ListEndpoints {} -> Vec<Endpoint>;
    /// Adds an endpoint; its secret comes back this once.
    CreateWebhookEndpoint {
        /// As filled in.
        endpoint: CreateEndpoint,
    } -> EndpointCreated;
    /// Changes an endpoint if nobody did since `version`.
    UpdateWebhookEndpoint {
        /// Which.
        id: EndpointId,
        /// The version that was edited.
        version: i64,
        /// As edited.
        endpoint: UpdateEndpoint,
    } -> Endpoint;
    /// Removes an endpoint and its deliveries.
    DeleteWebhookEndpoint {
        /// Which.
        id: EndpointId,
    } -> ();
    /// An endpoint's deliveries, newest first, from the server.
    ListDeliveries {
        /// Whose.
        endpoint_id: EndpointId,
        /// From the page before.
        cursor: Option<String>,
    } -> Page<Delivery>;
    /// *Send again*.
    ResendDelivery {
        /// Which.
        id: DeliveryId,
    } -> Delivery;

    /// *Settings → Test clock*: the clock from the server, its latest move from the replica.
    GetTestClock {} -> TestClockView;
    /// Sends the test clock ahead.
    MoveTestClock {
        /// How far.
        wish: AdvanceTestClock,
    } -> TestClockState;
}
