//! Customers and their invoices.

use std::time::Duration;

use contract::api::{CreateCustomer, Page};
use domain::{Customer, CustomerId, InvoiceId};
use reqwest::Method;

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

    /// `GET /v1/invoices/{id}/pdf`: the file.
    pub async fn invoice_pdf(&self, id: &InvoiceId) -> Result<Vec<u8>, ClientError> {
        self.bytes(self.request(Method::GET, &["invoices", id.as_str(), "pdf"]).timeout(PDF)).await
    }
}
