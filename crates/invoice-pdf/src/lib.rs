//! Invoices as tagged, deterministic PDF.
