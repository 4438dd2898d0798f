//! The commands, one file per page group; each a few lines from the pages to the replica or the server.

pub(crate) mod connection;
pub(crate) mod customers;
pub(crate) mod portal;
pub(crate) mod settings;
pub(crate) mod test_clock;
pub(crate) mod webhooks;
