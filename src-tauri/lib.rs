//! The desktop shell around the console's pages: window, keyring, clipboard, notifications, sync loop.
//!
//! In: [`contract::ipc`] commands from the pages. Out: answers from the replica or the server, and pushes.
//! Not here: SQL, HTTP, decisions about billing.

mod board;
mod clipboard;
mod commands;
mod environment;
mod folder;
mod ipc;
mod keyring;
mod notify;
mod session;
mod shell;
mod sync_loop;
mod trouble;

use std::io::IsTerminal as _;

use contract::ipc::{PUSH_EVENT, Push};
use tauri::{Emitter as _, Manager as _};
use tracing_subscriber::EnvFilter;

use crate::board::Board;
use crate::environment::Environment;
use crate::folder::Folder;
use crate::shell::Shell;

/// Opens the window and runs until it is closed.
pub fn run() -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("warn,console=info,replica=info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    rustls::crypto::ring::default_provider()
        .install_default()
        .map_err(|_| anyhow::anyhow!("another cryptography provider is installed"))?;

    tauri::Builder::default()
        .setup(|app| {
            let mut environment = Environment::read();
            let folder = Folder::create(app.path(), environment.data.take())?;
            let board = Board::new(push_to(app.handle().clone()));
            app.manage(Shell::start(folder, board, environment));
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![ipc::rpc])
        .run(context())?;
    Ok(())
}

/// Configuration, pages and icons, embedded.
#[expect(clippy::disallowed_methods, reason = "the macro's own code")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

/// Takes what the shell has to say to the pages, and notices to the desktop too.
fn push_to(app: tauri::AppHandle) -> impl Fn(Push) + Send + Sync {
    move |push| {
        if let Push::Notice { text, .. } = &push {
            notify::show(text);
        }
        if let Err(error) = app.emit(PUSH_EVENT, push) {
            tracing::warn!(%error, "the pages could not be told");
        }
    }
}
