//! Invoices.

use domain::{CustomerId, Invoice, InvoiceId};
use sqlx::SqliteConnection;

use super::nouns;
use crate::{Replica, ReplicaError};

/// The most rows one window has.
const LARGEST_WINDOW: u32 = 200;

impl Replica {
    /// A customer's invoices, newest first.
    pub async fn list_invoices(
        &self,
        customer: &CustomerId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<Invoice>, ReplicaError> {
        newest(&mut *self.read().await?, customer.as_str(), offset, limit.min(LARGEST_WINDOW)).await
    }

    /// One invoice with its lines.
    pub async fn find_invoice(&self, id: &InvoiceId) -> Result<Invoice, ReplicaError> {
        let json: Option<String> = sqlx::query_scalar("SELECT json FROM invoice WHERE id = $1")
            .bind(id.as_str())
            .fetch_optional(&mut *self.read().await?)
            .await?;
        Ok(serde_json::from_str(&json.ok_or(ReplicaError::NotFound("invoice"))?)?)
    }
}

pub(super) async fn newest(
    conn: &mut SqliteConnection,
    customer: &str,
    offset: u32,
    limit: u32,
) -> Result<Vec<Invoice>, ReplicaError> {
    let rows = sqlx::query_scalar(
        "SELECT json FROM invoice WHERE customer_id = $1 ORDER BY issued_on DESC, id DESC LIMIT $2 OFFSET $3",
    );
    nouns(&rows.bind(customer).bind(limit).bind(offset).fetch_all(conn).await?)
}
