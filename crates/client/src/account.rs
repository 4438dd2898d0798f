//! Who am I, and where?

use contract::api::Account;

use crate::{Client, ClientError};

impl Client {
    /// `GET /v1/account`: the merchant, the key's role, the server's version.
    pub async fn account(&self) -> Result<Account, ClientError> {
        self.get(&["account"]).await
    }
}
