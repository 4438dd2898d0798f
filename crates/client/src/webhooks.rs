//! Webhook endpoints and what was sent to them.

use contract::api::{CreateEndpoint, EndpointCreated, Page, UpdateEndpoint};
use domain::{Delivery, DeliveryId, Endpoint, EndpointId};
use reqwest::Method;

use crate::{Client, ClientError};

const ENDPOINTS: &str = "webhook-endpoints";

impl Client {
    /// `GET /v1/webhook-endpoints`: one page; `cursor` comes from the page before.
    pub async fn list_endpoints(&self, cursor: Option<&str>) -> Result<Page<Endpoint>, ClientError> {
        self.json(self.request(Method::GET, &[ENDPOINTS]).query(&[("cursor", cursor)])).await
    }

    /// `POST /v1/webhook-endpoints`: the answer holds the signing secret, this once.
    pub async fn create_endpoint(&self, endpoint: &CreateEndpoint) -> Result<EndpointCreated, ClientError> {
        self.json(self.request(Method::POST, &[ENDPOINTS]).json(endpoint)).await
    }

    /// `PUT /v1/webhook-endpoints/{id}`, refused if somebody changed it since `version`.
    pub async fn update_endpoint(
        &self,
        id: &EndpointId,
        version: i64,
        edited: &UpdateEndpoint,
    ) -> Result<Endpoint, ClientError> {
        self.put(&[ENDPOINTS, id.as_str()], version, edited).await
    }

    /// `DELETE /v1/webhook-endpoints/{id}`, its deliveries included.
    pub async fn delete_endpoint(&self, id: &EndpointId) -> Result<(), ClientError> {
        self.send(self.request(Method::DELETE, &[ENDPOINTS, id.as_str()])).await.map(drop)
    }

    /// `GET /v1/webhook-endpoints/{id}/deliveries`, newest first.
    pub async fn list_deliveries(
        &self,
        id: &EndpointId,
        cursor: Option<&str>,
    ) -> Result<Page<Delivery>, ClientError> {
        let request = self.request(Method::GET, &[ENDPOINTS, id.as_str(), "deliveries"]);
        self.json(request.query(&[("cursor", cursor)])).await
    }

    /// `POST /v1/webhook-deliveries/{id}/resend`
    pub async fn resend_delivery(&self, id: &DeliveryId) -> Result<Delivery, ClientError> {
        self.json(self.request(Method::POST, &["webhook-deliveries", id.as_str(), "resend"])).await
    }
}
