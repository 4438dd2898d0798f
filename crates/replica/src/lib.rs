//! The console's local copy of the merchant's data.
