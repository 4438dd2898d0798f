//! What Portico's routes stand beside: axum routes that do one thing.
//!
//! In: an answer, or a file to write to. Out: where it listens. Not here: Portico.

use std::net::SocketAddr;
use std::path::Path;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use tokio::net::TcpListener;

/// Serves until the run ends.
pub(crate) async fn serve(router: Router) -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

/// A server that answers everything with these headers and bytes.
pub(crate) async fn answer(headers: HeaderMap, bytes: Bytes) -> anyhow::Result<SocketAddr> {
    serve(Router::new().fallback(move || async move { (headers, bytes) })).await
}

/// A server that writes the body of every request into a table, one transaction each, and waits until
/// it is on the disk, as Portico does.
pub(crate) async fn insert(folder: &Path) -> anyhow::Result<SocketAddr> {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("bare.sqlite3"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
    sqlx::query("CREATE TABLE request (id INTEGER PRIMARY KEY, body TEXT NOT NULL)").execute(&pool).await?;
    serve(Router::new().fallback(insert_one).with_state(pool)).await
}

async fn insert_one(State(pool): State<SqlitePool>, body: String) -> Result<StatusCode, StatusCode> {
    let inserted = async {
        let mut tx = pool.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("INSERT INTO request (body) VALUES ($1)").bind(body).execute(&mut *tx).await?;
        tx.commit().await
    };
    inserted.await.map(|()| StatusCode::CREATED).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}
