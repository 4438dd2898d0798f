//! Stories across processes: one binary, a module a story.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod api_call;
mod api_catalog;
mod api_customers;
mod api_feed;
mod api_idempotency;
mod api_refusals;
mod api_settings;
mod api_shapes;
mod browser_axe;
mod browser_portal;
mod console;
mod console_access;
mod console_offline;
mod console_pairing;
mod console_settings;
mod hooks;
mod import;
mod links_api;
mod links_open;
mod links_recover;
mod mail_queue;
mod mail_smtp;
mod main_job;
mod portal_cancel;
mod portal_forms;
mod portal_guard;
mod portal_payments;
mod portal_switches;
mod portal_visits;
mod programs;
mod scheduled_end;
mod visiting;
mod webhook_delivery;
mod webhook_endpoints;
mod webhook_verifiers;
