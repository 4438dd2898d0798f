//! Invoices by day of issue, as people read them: filtered, and in stretches that go both ways.

use std::fmt;
use std::str::FromStr;

use domain::{CustomerId, Invoice, InvoiceId, InvoiceState, InvoiceStatus, MerchantId};
use jiff::civil::Date;

use super::with_lines;
use crate::db::{Conn, Sql, StoreError, sql};
use crate::store::LAST_ID;

/// Which invoices a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvoiceFilter {
    /// Drafts too: for the merchant's eyes only.
    All,
    /// Everything but drafts: what a customer may see.
    Issued,
    /// Those that read so on `today`, the merchant's day.
    Status {
        /// What they read.
        status: InvoiceStatus,
        /// The day that tells pending from overdue.
        today: Date,
    },
}

/// Where a list goes on: beside the invoice at this place of the order by day of issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoicePlace {
    /// Its day of issue.
    pub issued_on: Date,
    /// Its id, which orders those of one day.
    pub id: InvoiceId,
}

/// One stretch of a list; its rows come newest first either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvoiceStretch<'a> {
    /// From the newest on.
    Newest,
    /// What was issued before this one.
    OlderThan(&'a InvoicePlace),
    /// What was issued after this one, nearest to it.
    NewerThan(&'a InvoicePlace),
}

impl InvoicePlace {
    /// The place of this invoice.
    pub fn of(invoice: &Invoice) -> Self {
        Self { issued_on: invoice.issued_on, id: invoice.id.clone() }
    }
}

/// The text is a cursor: `2026-03-14.inv_…`.
impl fmt::Display for InvoicePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.issued_on, self.id)
    }
}

impl FromStr for InvoicePlace {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = "this cursor is not one Portico gave; start again without it";
        let (day, id) = text.split_once('.').ok_or(error)?;
        Ok(Self { issued_on: day.parse().map_err(|_| error)?, id: id.parse().map_err(|_| error)? })
    }
}

impl InvoiceFilter {
    fn states(self) -> [InvoiceState; 4] {
        use InvoiceState::{Draft, Open, Paid, Void};
        match self {
            Self::All => [Draft, Open, Paid, Void],
            Self::Issued => [Open, Paid, Void, Void],
            Self::Status { status, .. } => match status {
                InvoiceStatus::Paid => [Paid; 4],
                InvoiceStatus::Pending | InvoiceStatus::Overdue => [Open; 4],
                InvoiceStatus::Void => [Void; 4],
            },
        }
    }

    /// The first and the last due day it lets through, as stored.
    fn due(self) -> (String, String) {
        let (first, last) = (String::new(), Date::MAX.to_string());
        match self {
            Self::Status { status: InvoiceStatus::Pending, today } => (today.to_string(), last),
            Self::Status { status: InvoiceStatus::Overdue, today } => {
                (first, today.yesterday().map_or_else(|_| String::new(), |day| day.to_string()))
            }
            _ => (first, last),
        }
    }

    /// Binds the seven placeholders `$2` to `$7` that every filtered statement has after the merchant.
    fn bind(self, statement: Sql) -> Sql {
        let (first, last) = self.due();
        let statement = self.states().into_iter().fold(statement, |s, state| s.bind(state.as_str()));
        statement.bind(first).bind(last)
    }
}
/// The merchant's invoices by day of issue, newest first, at most `limit`.
pub async fn list_newest(
    conn: &mut Conn,
    merchant: &MerchantId,
    filter: InvoiceFilter,
    stretch: InvoiceStretch<'_>,
    limit: u32,
) -> Result<Vec<Invoice>, StoreError> {
    let statement = match stretch {
        InvoiceStretch::Newest | InvoiceStretch::OlderThan(_) => {
            sql("SELECT * FROM invoice WHERE merchant_id = $1 AND state IN ($2, $3, $4, $5) AND due_on >= $6
                AND due_on <= $7 AND (issued_on, id) < ($8, $9)
              ORDER BY issued_on DESC, id DESC LIMIT $10")
        }
        InvoiceStretch::NewerThan(_) => {
            sql("SELECT * FROM invoice WHERE merchant_id = $1 AND state IN ($2, $3, $4, $5) AND due_on >= $6
                AND due_on <= $7 AND (issued_on, id) > ($8, $9)
              ORDER BY issued_on, id LIMIT $10")
        }
    };
    let statement = bind_place(filter.bind(statement.bind(merchant)), stretch).bind(limit);
    newest_first(conn, merchant, statement, stretch).await
}

/// This customer's invoices by day of issue, newest first, at most `limit`.
pub async fn list_for_customer(
    conn: &mut Conn,
    merchant: &MerchantId,
    customer: &CustomerId,
    filter: InvoiceFilter,
    stretch: InvoiceStretch<'_>,
    limit: u32,
) -> Result<Vec<Invoice>, StoreError> {
    let statement = match stretch {
        InvoiceStretch::Newest | InvoiceStretch::OlderThan(_) => {
            sql("SELECT * FROM invoice WHERE merchant_id = $1 AND state IN ($2, $3, $4, $5) AND due_on >= $6
                AND due_on <= $7 AND (issued_on, id) < ($8, $9) AND customer_id = $10
              ORDER BY issued_on DESC, id DESC LIMIT $11")
        }
        InvoiceStretch::NewerThan(_) => {
            sql("SELECT * FROM invoice WHERE merchant_id = $1 AND state IN ($2, $3, $4, $5) AND due_on >= $6
                AND due_on <= $7 AND (issued_on, id) > ($8, $9) AND customer_id = $10
              ORDER BY issued_on, id LIMIT $11")
        }
    };
    let statement = bind_place(filter.bind(statement.bind(merchant)), stretch).bind(customer).bind(limit);
    newest_first(conn, merchant, statement, stretch).await
}

fn bind_place(statement: Sql, stretch: InvoiceStretch<'_>) -> Sql {
    match stretch {
        InvoiceStretch::Newest => statement.bind(Date::MAX).bind(LAST_ID),
        InvoiceStretch::OlderThan(place) | InvoiceStretch::NewerThan(place) => {
            statement.bind(place.issued_on).bind(&place.id)
        }
    }
}

async fn newest_first(
    conn: &mut Conn,
    merchant: &MerchantId,
    statement: Sql,
    stretch: InvoiceStretch<'_>,
) -> Result<Vec<Invoice>, StoreError> {
    let mut rows = statement.fetch_all(conn).await?;
    if matches!(stretch, InvoiceStretch::NewerThan(_)) {
        rows.reverse();
    }
    with_lines(conn, merchant, rows).await
}
