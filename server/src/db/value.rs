//! What can be bound to a placeholder.

use domain::{
    ApiKeyId, AttemptId, ConfigurationId, Currency, CustomerId, DeliveryId, Email, EndpointId, EventId,
    InvoiceId, LinkId, MailId, MerchantId, MeterId, MeterKey, PaymentId, PaymentMethodId, PlanId, QuoteId,
    RefundId, SessionId, SubscriptionId, TimeZoneName,
};
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A bound value, in one of the three shapes the portable schema knows.
#[derive(Debug, Clone)]
pub enum Value {
    /// TEXT
    Text(Option<String>),
    /// BIGINT
    Int(Option<i64>),
    /// BYTEA
    Bytes(Vec<u8>),
}

impl Value {
    /// Anything serde writes, as JSON text.
    pub fn json<T: serde::Serialize>(value: &T) -> Self {
        Self::Text(Some(serde_json::to_string(value).expect("our nouns have string keys and cannot fail")))
    }

    /// The same, or NULL.
    pub fn json_opt<T: serde::Serialize>(value: Option<&T>) -> Self {
        value.map_or(Self::Text(None), Self::json)
    }

    /// A unit variant of a serde enum, as its bare name; [`Row::variant`](super::Row::variant) reads it back.
    pub fn variant<T: serde::Serialize>(variant: &T) -> Self {
        match serde_json::to_value(variant) {
            Ok(serde_json::Value::String(name)) => Self::Text(Some(name)),
            other => unreachable!("only unit variants are stored by name, not {other:?}"),
        }
    }
}

macro_rules! values {
    ($($type:ty => |$from:ident| $value:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($from: $type) -> Self { $value }
        }
    )*};
}

macro_rules! text_values {
    ($($type:ty)*) => {$(
        impl From<&$type> for Value {
            fn from(value: &$type) -> Self { Self::Text(Some(value.as_str().to_owned())) }
        }
        impl From<Option<&$type>> for Value {
            fn from(value: Option<&$type>) -> Self { Self::Text(value.map(|v| v.as_str().to_owned())) }
        }
    )*};
}

values! {
    &str => |v| Self::Text(Some(v.to_owned()));
    Option<&str> => |v| Self::Text(v.map(str::to_owned));
    String => |v| Self::Text(Some(v));
    Option<String> => |v| Self::Text(v);
    i64 => |v| Self::Int(Some(v));
    Option<i64> => |v| Self::Int(v);
    u32 => |v| Self::Int(Some(v.into()));
    u16 => |v| Self::Int(Some(v.into()));
    i8 => |v| Self::Int(Some(v.into()));
    bool => |v| Self::Int(Some(v.into()));
    Timestamp => |v| Self::Int(Some(v.as_microsecond()));
    Option<Timestamp> => |v| Self::Int(v.map(Timestamp::as_microsecond));
    Date => |v| Self::Text(Some(v.to_string()));
    Decimal => |v| Self::Text(Some(v.to_string()));
    Currency => |v| Self::Text(Some(v.code().to_owned()));
    Vec<u8> => |v| Self::Bytes(v);
}

text_values! {
    String MerchantId ApiKeyId CustomerId PlanId SubscriptionId InvoiceId LinkId SessionId EventId MailId
    EndpointId DeliveryId AttemptId PaymentMethodId PaymentId QuoteId ConfigurationId RefundId MeterId MeterKey Email
    TimeZoneName
}
