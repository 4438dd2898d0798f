//! The clock of a merchant who tries things out.

use contract::api::{AdvanceTestClock, TestClockState};

use crate::{Client, ClientError, IdempotencyKey};

impl Client {
    /// `GET /v1/test-clock`
    pub async fn test_clock(&self) -> Result<TestClockState, ClientError> {
        self.get(&["test-clock"]).await
    }

    /// `POST /v1/test-clock/advance`: sends it on its way.
    pub async fn advance_test_clock(
        &self,
        key: &IdempotencyKey,
        wish: &AdvanceTestClock,
    ) -> Result<TestClockState, ClientError> {
        self.post_once(&["test-clock", "advance"], key, wish).await
    }
}
