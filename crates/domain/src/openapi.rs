//! Schemas of types that are written as one text or number, for the API document.

use std::borrow::Cow;

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::*;

macro_rules! scalar_schemas {
    ($($name:ident: $type:ident, $example:expr;)*) => {$(
        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().schema_type(Type::$type).examples([$example]).into()
            }
        }
        impl ToSchema for $name {
            fn name() -> Cow<'static, str> { Cow::Borrowed(stringify!($name)) }
        }
    )*};
}

macro_rules! id_schemas {
    ($($name:ident)*) => {
        scalar_schemas! { $($name: String, format!("{}01k9zv7c5e8h2m4q6s8w0y2a4c", $name::PREFIX);)* }
    };
}

scalar_schemas! {
    Color: String, "#2f5d50";
    Currency: String, "EUR";
    Email: String, "billing@acme.example";
    MeterKey: String, "api_calls";
    SessionMinutes: Integer, 60;
    TimeZoneName: String, "America/New_York";
}

id_schemas! {
    MerchantId ApiKeyId CustomerId PlanId SubscriptionId InvoiceId LinkId SessionId EventId MailId
    EndpointId DeliveryId AttemptId PaymentMethodId PaymentId QuoteId ConfigurationId RefundId MeterId
}

impl PartialSchema for Money {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .property("amount", ObjectBuilder::new().schema_type(Type::String).examples(["12.40"]))
            .required("amount")
            .property("currency", Currency::schema())
            .required("currency")
            .into()
    }
}
impl ToSchema for Money {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Money")
    }
}
