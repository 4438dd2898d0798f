//! What customers use.

use contract::api::{CustomerUsage, RecordUsage, UsageRecorded};
use domain::CustomerId;
use reqwest::Method;

use crate::{Client, ClientError};

impl Client {
    /// `POST /v1/usage-events`. Each event's own id makes it count once, so a batch without an answer may be
    /// sent again.
    pub async fn record_usage(&self, events: &RecordUsage) -> Result<UsageRecorded, ClientError> {
        self.json(self.request(Method::POST, &["usage-events"]).json(events)).await
    }

    /// `GET /v1/customers/{id}/usage`
    pub async fn customer_usage(&self, id: &CustomerId) -> Result<CustomerUsage, ClientError> {
        self.get(&["customers", id.as_str(), "usage"]).await
    }
}
