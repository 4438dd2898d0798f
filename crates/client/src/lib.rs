//! HTTP client for Portico's API.
