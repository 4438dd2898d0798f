//! Rows, read by column name.

use std::str::FromStr;

use domain::{
    ApiKeyId, AttemptId, ConfigurationId, Currency, CustomerId, DeliveryId, Email, EndpointId, EventId,
    InvoiceId, LinkId, MailId, MerchantId, MeterId, MeterKey, Money, PaymentId, PaymentMethodId, PlanId,
    QuoteId, RefundId, SessionId, SubscriptionId, TimeZoneName,
};
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, ValueRef as _};

use super::StoreError;

/// A row of either engine.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From Postgres.
    Postgres(PgRow),
}

/// What a column can be read as.
pub trait Column: Sized {
    /// Reads it; a missing or unfit column is [`StoreError::Unreadable`].
    fn read(row: &Row, column: &str) -> Result<Self, StoreError>;
}

fn unreadable(column: &str, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> StoreError {
    StoreError::Unreadable { column: column.to_owned(), source: source.into() }
}

impl Row {
    /// The column as `T`.
    pub fn get<T: Column>(&self, column: &str) -> Result<T, StoreError> {
        T::read(self, column)
    }

    /// The column as `T`, or `None` where it is NULL.
    pub fn get_opt<T: Column>(&self, column: &str) -> Result<Option<T>, StoreError> {
        let null = match self {
            Self::Sqlite(row) => row.try_get_raw(column).map(|value| value.is_null()),
            Self::Postgres(row) => row.try_get_raw(column).map(|value| value.is_null()),
        };
        if null.map_err(|e| unreadable(column, e))? { Ok(None) } else { T::read(self, column).map(Some) }
    }

    /// The JSON in the column.
    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        serde_json::from_str(&self.get::<String>(column)?).map_err(|e| unreadable(column, e))
    }

    /// The JSON in the column, or `None` where it is NULL.
    pub fn json_opt<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, StoreError> {
        let text = self.get_opt::<String>(column)?;
        text.map(|text| serde_json::from_str(&text).map_err(|e| unreadable(column, e))).transpose()
    }

    /// A unit variant of a serde enum, stored as its bare name.
    pub fn variant<T: DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        let name = serde_json::Value::String(self.get(column)?);
        serde_json::from_value(name).map_err(|e| unreadable(column, e))
    }

    /// Minor units in `column`, in the currency of the row's `currency` column.
    pub fn money(&self, column: &str) -> Result<Money, StoreError> {
        Ok(Money::from_minor(self.get(column)?, self.get("currency")?))
    }
}

macro_rules! native_columns {
    ($($type:ty)*) => {$(
        impl Column for $type {
            fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
                match row {
                    Row::Sqlite(row) => row.try_get(column),
                    Row::Postgres(row) => row.try_get(column),
                }
                .map_err(|e| unreadable(column, e))
            }
        }
    )*};
}

macro_rules! parsed_columns {
    ($($type:ty)*) => {$(
        impl Column for $type {
            fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
                <$type>::from_str(&row.get::<String>(column)?).map_err(|e| unreadable(column, e))
            }
        }
    )*};
}

native_columns! { String i64 Vec<u8> }

parsed_columns! {
    MerchantId ApiKeyId CustomerId PlanId SubscriptionId InvoiceId LinkId SessionId EventId MailId
    EndpointId DeliveryId AttemptId PaymentMethodId PaymentId QuoteId ConfigurationId RefundId MeterId MeterKey Email
    TimeZoneName Currency Date Decimal url::Url
}

impl Column for bool {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Ok(row.get::<i64>(column)? != 0)
    }
}
impl Column for u32 {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Self::try_from(row.get::<i64>(column)?).map_err(|e| unreadable(column, e))
    }
}
impl Column for u16 {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Self::try_from(row.get::<i64>(column)?).map_err(|e| unreadable(column, e))
    }
}
impl Column for i8 {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Self::try_from(row.get::<i64>(column)?).map_err(|e| unreadable(column, e))
    }
}
impl Column for Timestamp {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Self::from_microsecond(row.get(column)?).map_err(|e| unreadable(column, e))
    }
}
