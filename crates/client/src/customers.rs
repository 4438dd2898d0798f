//! Customers and their invoices.

use std::time::Duration;

use contract::api::{CreateCustomer, Page, UpdateCustomer};
use domain::{Customer, CustomerId, InvoiceId};
use reqwest::Method;
use reqwest::header::IF_MATCH;

use crate::request::etag;
use crate::{Client, ClientError, IdempotencyKey};

/// Writing a long invoice as PDF may take a while.
const PDF: Duration = Duration::from_secs(60);

impl Client {
    /// `GET /v1/customers`: one page; `cursor` comes from the page before.
    pub async fn list_customers(&self, cursor: Option<&str>) -> Result<Page<Customer>, ClientError> {
        self.json(self.request(Method::GET, &["customers"]).query(&[("cursor", cursor)])).await
    }

    /// `GET /v1/customers/{id}`
    pub async fn find_customer(&self, id: &CustomerId) -> Result<Customer, ClientError> {
        self.get(&["customers", id.as_str()]).await
    }

    /// `POST /v1/customers`
    pub async fn create_customer(
        &self,
        key: &IdempotencyKey,
        customer: &CreateCustomer,
    ) -> Result<Customer, ClientError> {
        self.post_once(&["customers"], key, customer).await
    }

    /// `PATCH /v1/customers/{id}`, refused if somebody changed it since `version`.
    pub async fn update_customer(
        &self,
        id: &CustomerId,
        version: i64,
        change: &UpdateCustomer,
    ) -> Result<Customer, ClientError> {
        let request =
            self.request(Method::PATCH, &["customers", id.as_str()]).header(IF_MATCH, etag(version));
        self.json(request.json(change)).await
    }

    /// `GET /v1/invoices/{id}/pdf`: the file.
    pub async fn invoice_pdf(&self, id: &InvoiceId) -> Result<Vec<u8>, ClientError> {
        self.bytes(self.request(Method::GET, &["invoices", id.as_str(), "pdf"]).timeout(PDF)).await
    }
}
