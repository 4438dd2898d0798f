//! Portal links and sessions.

use contract::api::{CreatePortalSession, PortalSessionCreated};
use domain::{LinkId, SessionId};
use reqwest::Method;

use crate::{Client, ClientError, IdempotencyKey};

impl Client {
    /// `POST /v1/customer-portal-sessions`: makes a link, and mails it where the body says so.
    pub async fn create_portal_session(
        &self,
        key: &IdempotencyKey,
        session: &CreatePortalSession,
    ) -> Result<PortalSessionCreated, ClientError> {
        self.post_once(&["customer-portal-sessions"], key, session).await
    }

    /// `POST /v1/portal-links/{id}/revoke`
    pub async fn revoke_link(&self, id: &LinkId) -> Result<(), ClientError> {
        self.send(self.request(Method::POST, &["portal-links", id.as_str(), "revoke"])).await.map(drop)
    }

    /// `POST /v1/portal-sessions/{id}/revoke`
    pub async fn revoke_session(&self, id: &SessionId) -> Result<(), ClientError> {
        self.send(self.request(Method::POST, &["portal-sessions", id.as_str(), "revoke"])).await.map(drop)
    }
}
