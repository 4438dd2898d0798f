//! The one log of events. Webhooks, mail, the change feed, desktop notices and the activity list
//! are its readers; an event is written in the transaction of the fact it states.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    ApiKeyId, Branding, Configuration, ConfigurationId, Customer, CustomerId, Delivery, Endpoint, EndpointId,
    EventId, Invoice, Mail, Merchant, Meter, Payment, PaymentMethod, PaymentMethodChange, Plan, PortalLink,
    PortalSession, Refund, Subscription,
};

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Actor {
    /// The customer, in the portal.
    Customer,
    /// The merchant: staff in the console, or their app.
    Merchant {
        /// With this key.
        api_key: ApiKeyId,
    },
    /// Portico itself: a due date came, an import ran.
    System,
}

/// An entry of the log; also, byte for byte, the body of a webhook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Event {
    /// For receivers to tell a repeat.
    pub id: EventId,
    /// The merchant's running number, in commit order and without gaps.
    pub sequence: i64,
    /// When it happened.
    pub timestamp: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What happened: `type` and `data` in JSON.
    #[serde(flatten)]
    pub body: EventBody,
}

macro_rules! define_events {
    ($($(#[doc = $doc:expr])* $variant:ident $fields:tt = $name:literal $(was $old:literal)?, $visibility:ident;)*) => {
        /// What happened, with the state it left behind.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "type", content = "data")]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[expect(missing_docs, reason = "each field is the noun it is named after")]
        pub enum EventBody {
            $($(#[doc = $doc])* #[serde(rename = $name $(, alias = $old)?)] $variant $fields,)*
        }

        /// The kinds of events.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum EventType {
            $($(#[doc = $doc])* #[serde(rename = $name $(, alias = $old)?)] $variant,)*
        }

        impl EventType {
            /// All kinds, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The dotted name, as in webhooks.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it says, in a sentence for developers.
            pub fn description(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),*).trim_ascii(),)* }
            }

            /// Whether webhooks carry it; the others are for consoles only.
            pub fn is_public(self) -> bool {
                match self { $(Self::$variant => define_events!(@$visibility),)* }
            }
        }

        impl EventBody {
            /// Its kind.
            pub fn event_type(&self) -> EventType {
                match self { $(Self::$variant { .. } => EventType::$variant,)* }
            }
        }
    };
    (@public) => { true };
    (@internal) => { false };
}

define_events! {
    /// A customer was added.
    CustomerCreated { customer: Customer } = "customer.created", internal;
    /// A customer's details changed.
    CustomerUpdated { customer: Customer } = "customer.updated", public;
    /// A plan was added or changed.
    PlanSaved { plan: Plan } = "plan.saved", internal;
    /// A meter was added or changed.
    MeterSaved { meter: Meter } = "meter.saved", internal;
    /// A subscription was added.
    SubscriptionCreated { subscription: Subscription } = "subscription.created", internal;
    /// A change of plan or seats took effect.
    SubscriptionActivated { subscription: Subscription } = "subscription.activated", public;
    /// Its next period has begun.
    SubscriptionRenewed { subscription: Subscription } = "subscription.renewed", internal;
    /// The merchant's app said how many seats are given to people.
    SubscriptionSeatsAssigned { subscription: Subscription } = "subscription.seats_assigned", internal;
    /// An invoice of it could not be collected; it goes on for now.
    SubscriptionPastDue { subscription: Subscription } = "subscription.past_due", public;
    /// What was due is paid.
    SubscriptionRecovered { subscription: Subscription } = "subscription.recovered", public;
    /// A change of plan or seats waits for the paid period to end.
    SubscriptionChangeScheduled { subscription: Subscription } = "subscription.change_scheduled", public;
    /// The change that waited was taken back.
    SubscriptionChangeRevoked { subscription: Subscription } = "subscription.change_revoked", public;
    /// It will end when the paid period does.
    SubscriptionCancelationScheduled { subscription: Subscription } = "subscription.cancelation_scheduled", public;
    /// It will go on after all.
    SubscriptionCancelationRevoked { subscription: Subscription } = "subscription.cancelation_revoked", public;
    /// It has ended.
    SubscriptionCanceled { subscription: Subscription } = "subscription.canceled", public;
    /// An invoice entered the books.
    InvoiceIssued { invoice: Invoice } = "invoice.issued", public;
    /// An invoice's payment state changed.
    InvoiceUpdated { invoice: Invoice } = "invoice.updated", internal;
    /// An invoice was paid in full.
    InvoicePaid { invoice: Invoice } = "invoice.paid", public;
    /// A card or bank account was added, updated, made the default or removed.
    PaymentUpdated { change: PaymentMethodChange, payment_method: PaymentMethod } = "payment.updated", public;
    /// A payment was begun, waits for the customer, or succeeded.
    PaymentProgressed { payment: Payment } = "payment.progressed", internal;
    /// A payment did not succeed.
    PaymentFailed { payment: Payment } = "payment.failed", public;
    /// Money that came went back.
    PaymentRefunded { refund: Refund } = "payment.refunded", public;
    /// A portal link was made.
    PortalLinkCreated { link: PortalLink } = "portal.session.created" was "portal.link.created", public;
    /// A portal link was revoked, or superseded by a newer one.
    PortalLinkWithdrawn { link: PortalLink } = "portal.link.withdrawn", internal;
    /// A customer opened their link.
    PortalSessionOpened { link: PortalLink, session: PortalSession } = "portal.session.opened", public;
    /// The errand a session was for is done.
    PortalFlowCompleted { session: PortalSession } = "portal.flow.completed", internal;
    /// A session was ended by the customer or by staff.
    PortalSessionEnded { session: PortalSession } = "portal.session.ended", internal;
    /// A test clock was sent ahead, or has arrived.
    TestClockMoved { merchant: Merchant } = "test_clock.moved", internal;
    /// *Settings → Customer Portal* was saved.
    ConfigurationSaved { configuration: Configuration } = "portal.configuration.saved", internal;
    /// A portal configuration was deleted.
    ConfigurationDeleted { configuration_id: ConfigurationId } = "portal.configuration.deleted", internal;
    /// *Settings → Branding* was saved.
    BrandingSaved { branding: Branding } = "portal.branding.saved", internal;
    /// A mail was queued, or its state changed.
    MailUpdated { mail: Mail } = "mail.updated", internal;
    /// A webhook endpoint was added or changed.
    WebhookEndpointSaved { endpoint: Endpoint } = "webhook.endpoint.saved", internal;
    /// A webhook endpoint was removed.
    WebhookEndpointDeleted { endpoint_id: EndpointId } = "webhook.endpoint.deleted", internal;
    /// A delivery arrived, or was given up.
    WebhookSettled { delivery: Delivery } = "webhook.settled", internal;
}

impl EventBody {
    /// Whose account it is about, if it is about one.
    pub fn customer(&self) -> Option<&CustomerId> {
        match self {
            Self::CustomerCreated { customer } | Self::CustomerUpdated { customer } => Some(&customer.id),
            Self::SubscriptionCreated { subscription }
            | Self::SubscriptionActivated { subscription }
            | Self::SubscriptionRenewed { subscription }
            | Self::SubscriptionSeatsAssigned { subscription }
            | Self::SubscriptionPastDue { subscription }
            | Self::SubscriptionRecovered { subscription }
            | Self::SubscriptionChangeScheduled { subscription }
            | Self::SubscriptionChangeRevoked { subscription }
            | Self::SubscriptionCancelationScheduled { subscription }
            | Self::SubscriptionCancelationRevoked { subscription }
            | Self::SubscriptionCanceled { subscription } => Some(&subscription.customer_id),
            Self::InvoiceIssued { invoice }
            | Self::InvoiceUpdated { invoice }
            | Self::InvoicePaid { invoice } => Some(&invoice.customer_id),
            Self::PaymentUpdated { payment_method, .. } => Some(&payment_method.customer_id),
            Self::PaymentProgressed { payment } | Self::PaymentFailed { payment } => {
                Some(&payment.customer_id)
            }
            Self::PaymentRefunded { refund } => Some(&refund.customer_id),
            Self::PortalLinkCreated { link } | Self::PortalLinkWithdrawn { link } => Some(&link.customer_id),
            Self::PortalSessionOpened { session, .. }
            | Self::PortalFlowCompleted { session }
            | Self::PortalSessionEnded { session } => Some(&session.customer_id),
            Self::MailUpdated { mail } => mail.customer_id.as_ref(),
            Self::PlanSaved { .. }
            | Self::MeterSaved { .. }
            | Self::TestClockMoved { .. }
            | Self::ConfigurationSaved { .. }
            | Self::ConfigurationDeleted { .. }
            | Self::BrandingSaved { .. }
            | Self::WebhookEndpointSaved { .. }
            | Self::WebhookEndpointDeleted { .. }
            | Self::WebhookSettled { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_kept_under_an_old_name_still_read() {
        let kind = |name: &str| serde_json::from_str::<EventType>(&format!("\"{name}\"")).ok();
        assert_eq!(kind("portal.link.created"), Some(EventType::PortalLinkCreated));
        assert_eq!(kind("portal.session.created"), Some(EventType::PortalLinkCreated));
        assert_eq!(kind("portal.link.lost"), None);
    }
}
