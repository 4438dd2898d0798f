//! The console's pages, one file each.

pub(crate) mod connect;
pub(crate) mod customer;
pub(crate) mod customers;
pub(crate) mod overview;
pub(crate) mod settings;
pub(crate) mod settings_branding;
pub(crate) mod settings_portal;
pub(crate) mod settings_test_clock;
pub(crate) mod settings_webhooks;
