//! The nouns, rules and events of customer billing.
//!
//! In: values. Out: new values, and the [`Event`] that says what happened.
//! Not here: I/O, clocks, randomness, SQL, HTTP. Every function is total and builds for wasm.

mod account_number;
mod address;
mod api_key;
mod billed_by;
pub mod billing;
mod branding;
mod color;
mod configuration;
mod customer;
mod email;
mod event;
mod flow;
mod fold;
mod id;
mod invoice;
mod link;
mod mail;
mod merchant;
mod meter;
mod meter_usage;
mod metered;
mod money;
#[cfg(feature = "openapi")]
mod openapi;
mod payment;
mod payment_method;
mod plan;
pub mod policy;
mod price;
mod refund;
mod session;
mod stretch;
mod subscription;
mod tax_id;
mod time_zone_name;
mod usage;
mod webhook;

pub use account_number::{CardNumber, Iban, NumberError, SecurityCode, UsAccount};
pub use address::{Address, TaxId};
pub use api_key::{ApiKey, Role};
pub use billed_by::BilledBy;
pub use branding::{Branding, Logo, LogoError, MAX_LOGO_BYTES};
pub use color::{Color, ColorError};
pub use configuration::{
    BillingField, CancelationMode, CancelationOptions, Configuration, CreditPolicy, EditableDetails, Feature,
    Features, OfferButton, RetentionOffer, SelfServe, SessionMinutes, UsualReason,
};
pub use customer::{Customer, LocaleTag};
pub use email::{Email, EmailError};
pub use event::{Actor, Event, EventBody, EventType};
pub use flow::{AfterCompletion, Deed, Errand, Flow};
pub use fold::fold;
pub use id::{
    ApiKeyId, AttemptId, ConfigurationId, CustomerId, DeliveryId, EndpointId, EventId, IdError, InvoiceId,
    LinkId, MailId, MerchantId, MeterId, NewId, PaymentId, PaymentMethodId, PlanId, QuoteId, RefundId,
    SessionId, SubscriptionId,
};
pub use invoice::{Invoice, InvoiceError, InvoiceLine, InvoiceState, InvoiceStatus, Totals, line_amount};
pub use link::{InitialPage, LinkPurpose, LinkState, PortalLink};
pub use mail::{Mail, MailKind, MailState};
pub use merchant::{Merchant, TestClock};
pub use meter::{Aggregation, Meter, MeterKey, MeterKeyError};
pub use meter_usage::{DayUsage, MeterUsage};
pub use metered::{MeteredPrice, UsageStep, UsageTier};
pub use money::{Currency, Money, MoneyError};
pub use payment::{Decline, Payment, PaymentPurpose, PaymentStatus};
pub use payment_method::{CardBrand, Expiry, Instrument, PaymentMethod, PaymentMethodChange, named_parts};
pub use plan::{Interval, Plan, SeatRange};
pub use price::{Price, PriceError, Step, Tier};
pub use refund::{Refund, RefundReason};
pub use session::{PortalSession, SessionSettings, SessionState};
pub use stretch::{EarlierTerms, Stretch};
pub use subscription::{
    Anchor, CancelAt, CancelError, Cancelation, Contract, PendingChange, Period, Subscription,
    SubscriptionStatus, Terms,
};
pub use tax_id::{TaxIdError, TaxScheme};
pub use time_zone_name::{TimeZoneName, TimeZoneNameError};
pub use usage::{PeriodUsage, QuantityError, Tally, UsageEvent, UsageRefusal, parse_quantity, projected};
pub use webhook::{
    Attempt, AttemptOutcome, Delivery, DeliveryState, Endpoint, EndpointEvents, RETRY_SCHEDULE, next_attempt,
};
