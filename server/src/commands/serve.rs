//! `portico serve`

use std::io::IsTerminal as _;

use anyhow::Context as _;
use portico::app::{App, Clock, Rng};
use portico::config::{Config, LogFormat};
use portico::serve::Server;
use tracing_subscriber::EnvFilter;

/// Opens the database, for commands that do not serve.
pub(crate) async fn open(config: Config, clock: Clock) -> anyhow::Result<App> {
    let listen = config.server.listen;
    let public_url = config.public_url(listen);
    Ok(portico::serve::open(config, public_url, clock, Rng::System).await?)
}

/// Serves until interrupted.
pub(crate) async fn run(config: Config, clock: Clock) -> anyhow::Result<()> {
    start_log(&config)?;
    let server = Server::start(config, clock, Rng::System).await?;
    tracing::info!(listen = %server.address, public_url = %server.app.public_url, "serving");
    until_interrupted(server).await
}

/// Keeps serving until Ctrl-C or the service manager says to end.
pub(crate) async fn until_interrupted(mut server: Server) -> anyhow::Result<()> {
    tokio::select! {
        () = interrupted() => tracing::info!("finishing what is under way"),
        result = server.failed() => return result,
    }
    server.stop().await;
    Ok(())
}

/// Starts the log on standard error.
pub(crate) fn start_log(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log.filter)
        .with_context(|| format!("the setting `log.filter` cannot be used: `{}`", config.log.filter))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Colours are for people at a terminal; in a file they are noise.
    let log = log.with_ansi(std::io::stderr().is_terminal());
    match config.log.format {
        LogFormat::Human => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
    Ok(())
}

/// Ctrl-C, or the request to end that service managers send.
async fn interrupted() {
    let ctrl_c = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = ctrl_c => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = ctrl_c.await;
}
