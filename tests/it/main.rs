//! Stories across processes: one binary, a module a story.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod main_job;
